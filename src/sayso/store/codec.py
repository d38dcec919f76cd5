"""Write records as JSON and read them back by their type hints.

Never pickle: a case file may come from somebody else, and unpickling runs code.
"""

import dataclasses
import functools
import json
import types
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from enum import Enum
from typing import Any, NewType, TypeVar, Union, get_args, get_origin, get_type_hints

from sayso.errors import DamagedCaseError

_Record = TypeVar("_Record")
_Decoder = Callable[[Any], Any]
_SEQUENCES: dict[Any, Callable[..., Any]] = {
    list: list,
    Sequence: tuple,
    set: set,
    frozenset: frozenset,
}


def encode(record: object) -> str:
    """Return a record as compact JSON, the same text for equal records."""
    return json.dumps(_plain(record), ensure_ascii=False, separators=(",", ":"))


def decode(kind: type[_Record], text: str) -> _Record:
    """Return the record of type `kind` that `encode` wrote as `text`.

    Raises:
        DamagedCaseError: the text is no such record.
    """
    hint: Any = kind
    rebuild = _decoder(hint)
    try:
        record: _Record = rebuild(json.loads(text))
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        msg = f"a {kind.__name__} in the case is damaged ({error}); build it again"
        raise DamagedCaseError(msg) from error
    return record


def _plain(value: Any) -> object:  # noqa: ANN401 - records hold anything
    """Return what JSON can write of a value."""
    if dataclasses.is_dataclass(value):
        fields = dataclasses.fields(value)
        return {field.name: _plain(getattr(value, field.name)) for field in fields}
    if isinstance(value, Mapping):
        return {str(_plain(key)): _plain(item) for key, item in value.items()}
    if isinstance(value, set | frozenset):
        return sorted((_plain(item) for item in value), key=repr)
    if isinstance(value, tuple | list):
        return [_plain(item) for item in value]
    if isinstance(value, Enum):
        return value.value
    return value.isoformat() if isinstance(value, date) else value


@functools.cache
def _decoder(kind: Any) -> _Decoder:  # noqa: ANN401 - type hints have no common type
    """Return the function that rebuilds a value of type `kind` from plain JSON."""
    if isinstance(kind, NewType):
        return _decoder(kind.__supertype__)
    origin = get_origin(kind)
    if origin in (Union, types.UnionType):
        return _optional(kind)
    if origin is tuple:
        return _tuple(get_args(kind))
    if origin in _SEQUENCES:
        build, item = _SEQUENCES[origin], _decoder(get_args(kind)[0])
        return lambda value: build(item(part) for part in value)
    if origin in (dict, Mapping):
        key, item = (_decoder(part) for part in get_args(kind))
        return lambda value: {key(k): item(v) for k, v in value.items()}
    return _simple(kind)


def _simple(kind: Any) -> _Decoder:  # noqa: ANN401 - as above
    if not isinstance(kind, type):  # Literal and the like: the value says it all
        return lambda value: value
    if dataclasses.is_dataclass(kind):
        return _dataclass(kind)
    if issubclass(kind, datetime | date):
        return kind.fromisoformat
    if issubclass(kind, Enum | float | int) and kind is not bool:
        return kind
    return lambda value: value


def _dataclass(kind: type) -> _Decoder:
    hints = get_type_hints(kind)
    parts = {field.name: _decoder(hints[field.name]) for field in _fields(kind)}
    return lambda value: kind(**{k: parts[k](v) for k, v in value.items()})


def _fields(kind: Any) -> tuple[dataclasses.Field[Any], ...]:  # noqa: ANN401 - as above
    return dataclasses.fields(kind)


def _optional(kind: Any) -> _Decoder:  # noqa: ANN401 - as above
    """Return the decoder of `X | None`, the only union the records use."""
    parts = [part for part in get_args(kind) if part is not type(None)]
    if len(parts) != 1:
        msg = f"no rule to read {kind} back: a union of more than one record"
        raise TypeError(msg)
    inner = _decoder(parts[0])
    return lambda value: None if value is None else inner(value)


def _tuple(parts: tuple[Any, ...]) -> _Decoder:
    if len(parts) > 1 and parts[1] is Ellipsis:
        item = _decoder(parts[0])
        return lambda value: tuple(item(part) for part in value)
    items = [_decoder(part) for part in parts]
    return lambda value: tuple(f(v) for f, v in zip(items, value, strict=True))
