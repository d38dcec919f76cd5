"""How contested a claim is: the order in which a reader should look at claims."""

from sayso.domain.origin import OriginCount

UNRESOLVED_WEIGHT = 0.5
"""What a side without any confirmed origin counts for: somebody does say it, but
nobody knows who started it. Half an origin keeps such a side below one confirmed
origin and above silence."""


def contest(asserting: OriginCount, denying: OriginCount) -> float:
    """Return how contested a claim is: 0 when one side is silent, towards 1.

    It is h / (1 + h), where h is the harmonic mean of the weights of the two sides.
    The weaker side rules (a hundred against none is no contest), more on either side
    never lowers it, and one word against another gives one half. Origins count, not
    reports: ten papers that pass on one denial contest a claim no more than one does.
    """
    one, other = weight(asserting), weight(denying)
    if not one or not other:
        return 0.0
    mean = 2 * one * other / (one + other)
    return mean / (1 + mean)


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

    Of claims that nobody contests the one with more origins behind it comes first.
    """
    return contest(asserting, denying), weight(asserting) + weight(denying)
