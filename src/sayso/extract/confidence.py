"""How likely an attribution is right: the encoder's certainty, calibrated.

The encoder's own probabilities are about single words and run high. A logistic curve
over a few features turns them into the share of attributions that readers agreed with;
`benchmarks/calibration/fit.py` fits it and writes the table beside this module.
"""

import json
from functools import cache
from importlib import resources
from math import exp, log

from sayso.domain.attribution import Style
from sayso.encode.roles import LinkedRoles
from sayso.errors import ModelError

NAMES = (
    "constant",
    "cue",
    "source",
    "content",
    "no source",
    "length",
    "direct",
    "pieces",
)
_EDGE = 1e-3
"""Probabilities are kept this far from 0 and 1, or their log-odds would rule alone."""


def confidence(roles: LinkedRoles, style: Style) -> float:
    """Return the probability, 0 to 1, that content and source of `roles` are right.

    Args:
        roles: one attribution; its own figure stands where a rule found it.
        style: of the attribution.

    Raises:
        ModelError: the table of weights is missing or damaged.
    """
    values = features(roles, style)
    if not values:
        return roles.confidence
    odds = sum(w * x for w, x in zip(_weights(), values, strict=True))
    return round(1 / (1 + exp(-odds)), 4)


def features(roles: LinkedRoles, style: Style) -> tuple[float, ...]:
    """Return what the probability is computed from, in the order of `NAMES`.

    Empty where the encoder did not find the attribution.
    """
    if roles.parts is None:
        return ()
    cue, source, content = (_log_odds(p) for p in roles.parts)
    size = sum(end - start for start, end in roles.content)
    return (
        1.0,
        cue,
        source,
        content,
        float(not roles.source),
        log(max(size, 1)),
        float(style is Style.DIRECT),
        float(len(roles.content) > 1),
    )


def _log_odds(probability: float) -> float:
    kept = min(max(probability, _EDGE), 1 - _EDGE)
    return log(kept / (1 - kept))


@cache
def _weights() -> tuple[float, ...]:
    path = resources.files("sayso.extract").joinpath("confidence.json")
    try:
        table = json.loads(path.read_text("utf-8"))["weights"]
        return tuple(float(table[name]) for name in NAMES)
    except (OSError, ValueError, KeyError, TypeError) as error:
        msg = f"confidence.json is missing or damaged ({error!r}); install sayso again"
        raise ModelError(msg) from error
