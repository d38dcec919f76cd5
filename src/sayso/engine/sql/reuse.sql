-- Pairs of reports that share wording, found through the rarer of their word 5-grams.
--
-- In:  shingles(document, shingle)          one row per distinct 5-gram of a report
--      settings(min_shared, max_documents)  one row
-- Out: "left" < "right", shared             one row per pair
--
-- A 5-gram in more than max_documents reports is boilerplate; one in a single report
-- pairs nothing. Without that cap the join would grow with the square of the reports.
WITH kept AS (
    SELECT shingle
    FROM shingles
    GROUP BY shingle
    HAVING COUNT(*) BETWEEN 2 AND (SELECT MAX(max_documents) FROM settings)
),
rare AS (
    SELECT s.document, s.shingle
    FROM shingles AS s
    INNER JOIN kept AS k ON s.shingle = k.shingle
)
SELECT
    one.document AS "left",
    other.document AS "right",
    CAST(COUNT(*) AS INTEGER) AS shared
FROM rare AS one
INNER JOIN rare AS other
    ON one.shingle = other.shingle AND one.document < other.document
GROUP BY one.document, other.document
HAVING COUNT(*) >= (SELECT MAX(min_shared) FROM settings)
ORDER BY one.document, other.document
