"""Score an encoder on annotated documents with the project's own decoder."""

import importlib.util
from collections.abc import Mapping
from pathlib import Path
from types import ModuleType

from sayso.encode.roles import RoleEncoder

SHOWN = (
    "content50",
    "content50+source",
    "triple.relaxed",
    "segment.cue",
    "segment.source",
    "segment.content",
)


def load_scorer(path: Path) -> ModuleType:
    """Import the scorer (`attribution.py`) from wherever it lies."""
    spec = importlib.util.spec_from_file_location("attribution_scorer", path)
    if spec is None or spec.loader is None:
        msg = f"{path}: not a Python file"
        raise SystemExit(msg)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def score(encoder: RoleEncoder, documents: list[dict], scorer: ModuleType) -> Mapping:
    """Return the scorer's figures for `documents`."""
    predicted = {
        d["doc_id"]: {
            "attributions": [
                {"cue": a.cue, "source": a.source, "content": a.content}
                for a in encoder.annotate(d["text"])
            ]
        }
        for d in documents
    }
    return scorer.score({d["doc_id"]: d for d in documents}, predicted)


def summary(figures: Mapping) -> str:
    """Return the headline figures on one line."""
    shown = "  ".join(f"{k} {figures[k]['F1']:.1f}" for k in SHOWN)
    return f"{shown}  source|content {figures['attr_given_match']:.1f}"
