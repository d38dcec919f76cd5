"""Words for probabilities, as ICD 203 fixes them."""

from dataclasses import dataclass
from functools import cache

from sayso.lexicon.loader import load_toml


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """One step of the scale: from `low` up to `high` percent.

    Attributes:
        terms: the synonyms; a product keeps to one row of them.
    """

    low: float
    high: float
    terms: tuple[str, ...]


@cache
def bands() -> tuple[Band, ...]:
    """Return the scale from almost no chance to almost certain."""
    return tuple(
        Band(low=row["from"], high=row["to"], terms=tuple(row["terms"]))
        for row in load_toml("likelihood")["band"]
    )


def likelihood_term(percent: float) -> str:
    """Return the word of ICD 203 for a probability.

    A value on a boundary belongs to the upper band. Below 1 and above 99 percent the
    scale has no words, because analysis does not reach certainty: the outermost
    ones are given.

    Args:
        percent: 0 to 100.

    Raises:
        ValueError: outside 0 to 100, or not a number.

    >>> likelihood_term(70)
    'likely'
    """
    if not 0 <= percent <= 100:  # noqa: PLR2004 - percent
        msg = f"a probability lies between 0 and 100 percent, not at {percent}"
        raise ValueError(msg)
    scale = bands()
    return next((b.terms[0] for b in scale if percent < b.high), scale[-1].terms[0])


def percent_range(term: str) -> tuple[float, float] | None:
    """Return the percent range a word of the scale stands for; None for others."""
    wanted = " ".join(term.casefold().split())
    for band in bands():
        if wanted in band.terms:
            return band.low, band.high
    return None
