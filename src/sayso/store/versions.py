"""Fingerprints of code, models and inputs: what was done with what.

A stage is redone when its code or models changed. Their contents are hashed, so that
nobody has to remember to raise a version number.
"""

import functools
import hashlib
import json
from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable

_DATA = (".py", ".toml", ".json", ".onnx", ".sql")


def fingerprint(*parts: object) -> str:
    """Return a hash of parts that JSON can write."""
    raw = json.dumps(parts, ensure_ascii=False, separators=(",", ":"), default=str)
    return hashlib.sha256(raw.encode("utf-8", "surrogatepass")).hexdigest()[:32]


@functools.cache
def code_version(*rooms: str) -> str:
    """Return a hash of all code, word lists and models in these rooms."""
    total = hashlib.sha256()
    for room in rooms:
        for name, path in _contents(files("sayso").joinpath(room), room):
            total.update(f"\n{name}\n".encode())
            total.update(path.read_bytes())
    return total.hexdigest()[:32]


def _contents(place: Traversable, name: str) -> Iterator[tuple[str, Traversable]]:
    if place.is_file():
        if name.endswith(_DATA):
            yield name, place
    elif place.is_dir() and not name.endswith("__pycache__"):
        for child in sorted(place.iterdir(), key=lambda item: item.name):
            yield from _contents(child, f"{name}/{child.name}")
