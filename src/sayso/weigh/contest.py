"""How contested a claim is: the order in which a reader should look at claims."""

from sayso.domain.origin import OriginCount

UNRESOLVED_WEIGHT = 0.5
"""What a side without any confirmed origin counts for: somebody does say it, but
nobody knows who started it. Half an origin keeps such a side below one confirmed
origin and above silence."""


def contest(asserting: OriginCount, denying: OriginCount) -> float:
    """Return how contested a claim is, from 0 to 1.

    It is the weaker side's weight as a share of the stronger side's: 0 when one side
    is silent, 1 when as many independent origins stand on either. Origins count, not
    reports: ten papers that pass on one denial contest a claim no more than one does.
    How many speak at all is left out on purpose; it ranks equals (`standing`).
    """
    weights = sorted((weight(asserting), weight(denying)))
    return weights[0] / weights[1] if weights[1] else 0.0


def weight(side: OriginCount) -> float:
    """Return what a side carries: the middle of its range of origins.

    A side that nobody takes has weight 0; one that has only unresolved roots has
    `UNRESOLVED_WEIGHT`.
    """
    middle = (side.low + side.high) / 2
    if not middle and side.unresolved:
        return UNRESOLVED_WEIGHT
    return middle


def standing(asserting: OriginCount, denying: OriginCount) -> tuple[float, float]:
    """Return the key that orders claims, greatest first: contest, then weight.

    Of two equally contested claims the one with more origins behind it comes first.
    """
    return contest(asserting, denying), weight(asserting) + weight(denying)
