"""A reading as JSON and back. What comes back is taken for nothing but what it says: it may come from a process that a file broke."""

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from functools import cache
from types import UnionType
from typing import Any, get_args, get_origin, get_type_hints

from goldthread.inspection.reading.values import Reading

DAY = "day"


class NotAReading(ValueError):
    """What was sent is no reading."""


def written(reading: Reading) -> bytes:
    return json.dumps(_told(reading), allow_nan=False).encode()


def read_back(data: bytes) -> Reading:
    """Raises NotAReading where the bytes are anything else than one."""
    try:
        return _made(Reading, json.loads(data, parse_constant=_no_number))
    except (ValueError, TypeError, RecursionError) as wrong:
        raise NotAReading(str(wrong)) from wrong


def _told(value: Any) -> Any:
    if isinstance(value, date):
        return {DAY: value.isoformat()}
    if isinstance(value, tuple):
        return [_told(one) for one in value]
    if is_dataclass(value):
        return {field.name: _told(getattr(value, field.name)) for field in fields(value)}
    return value


def _made(kind: Any, told: Any) -> Any:
    """A value of exactly this type."""
    if get_origin(kind) is UnionType:
        return _one_of(get_args(kind), told)
    if get_origin(kind) is tuple:
        return _several(get_args(kind), told)
    if is_dataclass(kind) and isinstance(told, dict):
        return kind(**_by_name(_hints(kind), told))
    if kind is date and isinstance(told, dict):
        return date(*map(int, _made(str, told.get(DAY)).split("-")))
    if kind is float and type(told) is int:
        return float(told)
    if type(told) is not kind:
        raise NotAReading(f"{kind} was to come, not {type(told)}")
    return told


def _one_of(kinds: tuple[Any, ...], told: Any) -> Any:
    for kind in kinds:
        try:
            return _made(kind, told)
        except (ValueError, TypeError):
            continue
    raise NotAReading(f"one of {kinds} was to come")


def _several(kinds: tuple[Any, ...], told: Any) -> tuple[Any, ...]:
    if type(told) is not list:
        raise NotAReading("a list was to come")
    each = (kinds[0],) * len(told) if kinds[-1] is Ellipsis else kinds
    return tuple(_made(kind, one) for kind, one in zip(each, told, strict=True))


def _by_name(kinds: Mapping[str, Any], told: Mapping[str, Any]) -> dict[str, Any]:
    if kinds.keys() != told.keys():
        raise NotAReading(f"{', '.join(kinds)} were to come")
    return {name: _made(kind, told[name]) for name, kind in kinds.items()}


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)


def _no_number(word: str) -> None:
    raise NotAReading(f"{word} is no number")
