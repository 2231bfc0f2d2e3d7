"""Examples that specify a rule: a small life, and what is owed in it. Run by the tests and printed in the rule book.

A file of examples is a list. Each says what it shows (`says`), which worked example it stands for (`example`), the
person as a life file writes them, and under `expect` a line for each occurrence of the rules it names.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

import yaml

from goldthread.clock.reading import read_moment
from goldthread.duties.engine import occurrences
from goldthread.duties.lifefile import Person, mapping, person
from goldthread.duties.lifenames import PERSON
from goldthread.duties.lifesettings import moment, settings
from goldthread.duties.lifeyaml import compose, scalar
from goldthread.duties.occurrence import Occurrence
from goldthread.duties.rules import RULES, SERVICE_RULES, STATISTICS
from goldthread.duties.settings import Settings
from goldthread.duties.state import state

_NAMES = {**PERSON, **{name: name for name in ("says", "example", "expect", "settings", "known", "among")}}


@dataclass(frozen=True, slots=True)
class Expected:
    """One occurrence as an example expects it: only what is written is compared."""

    code: str
    fields: dict[str, str]
    states: dict[str, str]


@dataclass(frozen=True, slots=True)
class Example:
    """One small life with what is expected. `among`: there may be other occurrences of the same rules."""

    says: str
    example: str
    person: Person
    facts: str
    settings: Settings
    known: date | datetime | None
    expect: tuple[Expected, ...]
    among: bool

    @property
    def codes(self) -> set[str]:
        return {expected.code for expected in self.expect}


def read_examples(path: Path) -> list[Example]:
    """Every example of a file; Unreadable says what is wrong with it."""
    text = path.read_text(encoding="utf-8")
    node = compose(text, path.name)
    return [_example(child, text) for child in node.value]


def differences(example: Example) -> list[str]:
    """What the engine answers otherwise than the example expects; nothing when they agree."""
    rules = tuple(duty for duty in (*RULES, *SERVICE_RULES, *STATISTICS) if set(duty.codes) & example.codes)
    found = [
        o for o in occurrences(example.person.spoken, rules, example.settings, example.known) if o.code in example.codes
    ]
    wrong = []
    for expected in example.expect:
        match = [o for o in found if not _differs(o, expected)]
        if not match:
            wrong.append(f"expected {expected.code} {expected.fields} {expected.states}; found {_listed(found)}")
        elif match:
            found.remove(match[0])
    if found and not example.among:
        wrong.append(f"not expected: {_listed(found)}")
    return wrong


def answers(o: Occurrence) -> dict[str, str]:
    """An occurrence as an example writes it."""
    return {
        "opened": _text(o.opened),
        "due": _text(o.due_at or o.due),
        "plan by": _text(o.plan_by),
        "met": _text(o.met),
        "ended": _text(o.ended),
        "lapses": _text(o.lapses),
        "unsure": _text(o.unsure),
        "counted from": _text(o.counted_from),
        "owner": o.owner,
    }


def _differs(o: Occurrence, expected: Expected) -> bool:
    given = answers(o)
    if o.code != expected.code or any(given[name] != value for name, value in expected.fields.items()):
        return True
    return any(state(o, read_moment(on)).state.value != value for on, value in expected.states.items())


def _listed(found: Iterable[Occurrence]) -> str:
    return "; ".join(f"{o.code} {answers(o)}" for o in found) or "none"


def _text(moment: date | datetime | None) -> str:
    if isinstance(moment, datetime):
        return f"{moment:%Y-%m-%d %H:%M}"
    return moment.isoformat() if moment else "none"


def _example(node: yaml.Node, text: str) -> Example:
    said = mapping(node, _NAMES, "an example")
    return Example(
        says=scalar(said["says"]),
        example=scalar(said["example"]) if "example" in said else "",
        person=person(node, _NAMES),
        facts=_facts(said, text),
        settings=settings(said["settings"]) if "settings" in said else Settings(),
        known=moment(said["known"]) if "known" in said else None,
        expect=tuple(_expected(child) for child in said["expect"].value),
        among="among" in said,
    )


def _expected(node: yaml.Node) -> Expected:
    said = {scalar(key): value for key, value in node.value}
    states = said.pop("states", None)
    return Expected(
        scalar(said.pop("rule")),
        {name: scalar(value) for name, value in said.items()},
        {scalar(key): scalar(value) for key, value in states.value} if states else {},
    )


def _facts(said: dict[str, yaml.Node], text: str) -> str:
    """What an example gives, as it is written: dates of the person, settings, then the words."""
    facts = [f"{name}: {_written(said[name], text)}" for name in ("born", "expected", "died", "known") if name in said]
    facts += [_written(said["settings"], text).removeprefix("{").removesuffix("}")] if "settings" in said else []
    return "; ".join([*facts, *(_written(item, text) for item in said["words"].value)])


def _written(node: yaml.Node, text: str) -> str:
    start, end = node.start_mark, node.end_mark
    return " ".join(text[start.index : end.index].split()) if start and end else ""
