"""Examples that specify a measure: a few small lives, and the figure they make. Run by the tests and printed in the docs.

A file is a list. Each example says what it shows (`says`), who it is about (`people`: what is known of each, and under
`entries` one line for each thing written down), and under `expect` the figures. A line of an entry is

    type day [.. until] [field=value …] [as name]

`yes`, `no`, whole numbers and days are read as such; several codes are joined by `+`; `@name` is the entry, the worker or the
team of that name.
"""

import re
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import yaml

SPECS = Path(__file__).parents[3] / "tests" / "specs" / "measures"
DAY = re.compile(r"\d{4}-\d\d-\d\d")
_SAID = {"yes": True, "no": False}


@dataclass(frozen=True, slots=True)
class Named:
    """Another entry, a worker or a team, by the name it has in the example."""

    name: str


@dataclass(frozen=True, slots=True)
class Line:
    """One entry about a person."""

    type: str
    day: date
    until: date | None
    values: dict[str, Any]
    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Somebody:
    """A person of an example: what is known of them, and their entries."""

    known: dict[str, Any]
    entries: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Expected:
    """A figure: `counted` of `of`, `unknown` among them, or a `value`."""

    measure: str
    day: date
    counted: int | None
    of: int | None
    unknown: int
    value: float | None


@dataclass(frozen=True, slots=True)
class Example:
    says: str
    people: tuple[Somebody, ...]
    expect: tuple[Expected, ...] = field(default=())


def read_examples(folder: Path = SPECS) -> list[Example]:
    """Every example of a folder, by file and place; ValueError names a line that cannot be read."""
    return [_example(told) for path in sorted(folder.glob("*.yaml")) for told in yaml.safe_load(path.read_text(encoding="utf-8"))]


def _example(told: dict[str, Any]) -> Example:
    people = tuple(_somebody(person) for person in told["people"])
    return Example(told["says"], people, tuple(_expected(e) for e in told["expect"]))


def _somebody(told: dict[str, Any]) -> Somebody:
    entries = tuple(_line(text) for text in told.get("entries", ()))
    return Somebody({name: value for name, value in told.items() if name != "entries"}, entries)


def _line(text: str) -> Line:
    words = text.split()
    if len(words) < 2 or not DAY.fullmatch(words[1]):
        raise ValueError(f"“{text}” is not an entry. Write, for example, “visit 2026-03-10 child_seen=yes”.")
    until = date.fromisoformat(words[3]) if words[2:3] == [".."] else None
    name = words[-1] if words[-2] == "as" else ""
    values = dict(_value(word) for word in words[2:] if "=" in word)
    return Line(words[0], date.fromisoformat(words[1]), until, values, name, text)


def _value(word: str) -> tuple[str, Any]:
    name, _, said = word.partition("=")
    if said in _SAID:
        return name, _SAID[said]
    if DAY.fullmatch(said):
        return name, date.fromisoformat(said)
    if said.startswith("@"):
        return name, Named(said[1:])
    return name, int(said) if said.isdecimal() else said


def _expected(told: dict[str, Any]) -> Expected:
    return Expected(told["measure"], told["day"], told.get("counted"), told.get("of"), told.get("unknown", 0), told.get("value"))


@cache
def by_measure(folder: Path = SPECS) -> dict[str, list[tuple[Example, Expected]]]:
    """The examples of each measure."""
    found: dict[str, list[tuple[Example, Expected]]] = {}
    for example in read_examples(folder):
        for expected in example.expect:
            found.setdefault(expected.measure, []).append((example, expected))
    return found
