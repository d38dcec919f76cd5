"""Read the word lists that ship with sayso."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources
from types import MappingProxyType
from typing import Any

from sayso.errors import ModelError


@cache
def load_toml(name: str) -> Mapping[str, Any]:
    """Return the word list `name`, read once a process.

    Every list carries a `version` (an integer, raised whenever entries change), so
    that a case can say with which words it was built.

    Args:
        name: file name without folder and ending, such as `cues`.

    Raises:
        ModelError: the list is missing, is no TOML, or has no version.
    """
    path = resources.files("sayso.lexicon").joinpath(f"{name}.toml")
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        msg = f"word list {name}.toml is missing from the package; reinstall sayso"
        raise ModelError(msg) from error
    except ValueError as error:
        msg = f"word list {name}.toml is damaged ({error}); reinstall sayso"
        raise ModelError(msg) from error
    if not isinstance(table.get("version"), int):
        msg = f"word list {name}.toml has no whole-number `version`; reinstall sayso"
        raise ModelError(msg)
    return MappingProxyType(table)


@cache
def word_set(name: str, table: str, key: str) -> frozenset[str]:
    """Return the comma-separated entries of one key of the word list `name`."""
    listed: str = load_toml(name)[table][key]
    return frozenset(
        w.strip() for w in listed.replace("\n", " ").split(",") if w.strip()
    )
