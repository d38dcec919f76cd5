"""A stretch of a document's text."""

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.domain.ids import DocumentId


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Span:
    """Half-open range of code points: `text[start:end]` of one document."""

    document: DocumentId
    start: int
    end: int

    def __post_init__(self) -> None:
        """Refuse ranges that cannot exist, where they are made."""
        if not 0 <= self.start < self.end:
            msg = f"span [{self.start}, {self.end}) of {self.document} is empty"
            raise ValueError(msg)

    def overlaps(self, other: "Span") -> bool:
        """Tell whether the two share at least one code point."""
        return (
            self.document == other.document
            and self.start < other.end
            and other.start < self.end
        )


def span_text(text: str, spans: Sequence[Span]) -> str:
    """Join the quoted pieces of `text` with ` … ` between discontinuous ones."""
    return " … ".join(text[span.start : span.end] for span in spans)
