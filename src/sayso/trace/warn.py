"""What a count of origins cannot see, said where the number is shown."""

from collections.abc import Sequence

from sayso.domain.document import Document
from sayso.domain.origin import OriginCount, ReportTrace

HIDDEN = (
    "Sources that share a source of their own look independent here: "
    "a common source that no report names cannot be seen."
)


def warnings_for(
    reports: Sequence[ReportTrace],
    documents: Sequence[Document],
    asserting: OriginCount,
    denying: OriginCount,
) -> tuple[str, ...]:
    """Return the warnings that belong beside the counts of a claim."""
    said: list[str] = []
    if max(asserting.high, denying.high) > 1:
        said.append(HIDDEN)
    unresolved = len(asserting.unresolved) + len(denying.unresolved)
    if unresolved:
        what = "report does" if unresolved == 1 else "reports do"
        said.append(
            f"{unresolved} {what} not say where the word comes from; "
            "not counted as confirmation."
        )
    undated = sum(document.published is None for document in documents)
    if undated and any(report.copies for report in reports):
        said.append(
            f"{undated} of {len(documents)} reports have no date, "
            "so who copied from whom is not settled."
        )
    foreign = sorted({d.language for d in documents if d.language not in (None, "en")})
    if foreign:
        count = sum(document.language in foreign for document in documents)
        what = "report is" if count == 1 else "reports are"
        codes = ", ".join(code for code in foreign if code)
        said.append(
            f"{count} {what} in a language sayso does not analyse ({codes}); "
            "credits there are missed."
        )
    return tuple(said)


def taken_back(names: Sequence[str]) -> tuple[str, ...]:
    """Return the warning that some origins have withdrawn what they said."""
    if not names:
        return ()
    verb = "has" if len(names) == 1 else "have"
    listed = ", ".join(names)
    return (
        f"{listed} {verb} taken the word back, a report says; "
        "not counted at the low end beside others.",
    )
