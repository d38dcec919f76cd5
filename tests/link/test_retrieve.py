import numpy as np

from sayso.domain.ids import DocumentId
from sayso.link.index import DocumentIndex
from sayso.link.retrieve import retrieve
from sayso.link.terms import count_terms

AXES = np.eye(4, dtype=np.float32)


def index(name, text, *vectors):
    ids, counts = count_terms(text)
    return DocumentIndex(
        document=DocumentId(name),
        terms=ids,
        counts=counts,
        ranges=np.array([[i, i + 1] for i in range(len(vectors))], np.int32).reshape(
            -1, 2
        ),
        vectors=np.array(vectors, np.float16).reshape(-1, 4),
        attributions=(),
        contents=np.zeros((0, 4), np.float16),
    )


def names(claim, indexes, most=9, vector=AXES[0]):
    return [s.document for s in retrieve(claim, vector, indexes, most=most)]


def test_shared_words_rank_reports():
    found = names(
        "mill poisoned creek",
        [index("none", "bread prices"), index("all", "mill poisoned creek water")],
        vector=AXES[3] * 0,
    )
    assert found == ["all", "none"]


def test_a_like_sentence_ranks_a_report_that_shares_no_word():
    found = names(
        "mill poisoned creek",
        [index("far", "bread", AXES[1]), index("like", "dye factory", AXES[0])],
    )
    assert found == ["like", "far"]


def test_a_rare_word_counts_for_more_than_a_common_one():
    common = [index(f"c{i}", "mill open") for i in range(5)]
    found = names("mill otter", [*common, index("rare", "otter open")])
    assert found[0] == "rare"


def test_only_so_many_are_returned():
    found = names("mill", [index(f"d{i}", "mill") for i in range(5)], most=2)
    assert found == ["d0", "d1"]


def test_nothing_in_nothing_out():
    assert names("mill", []) == []


def test_a_claim_of_stop_words_and_an_empty_report_do_no_harm():
    (sighting,) = retrieve("it was", AXES[0], [index("empty", "")], most=3)
    assert sighting.score == 0.0


def test_the_score_stays_in_its_range():
    (sighting,) = retrieve(
        "mill creek", AXES[0], [index("d", "mill creek", AXES[0])], most=1
    )
    assert 0.9 < sighting.score <= 1.9
    assert sighting.similarities.tolist() == [1.0]
