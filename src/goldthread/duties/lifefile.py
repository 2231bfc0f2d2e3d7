"""Reads a small life from YAML: people, words with days and the moment each was recorded. See docs/why.md.

Everything is read as text, so that 29 February 2026 is a sentence and not a crash, and 20:00 is a time.
"""

from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import TypeVar

import yaml

from goldthread.clock.calendars import SchoolDays, Term
from goldthread.clock.reading import NotADay, read_day, read_moment
from goldthread.clock.spans import Span, span
from goldthread.duties.life import Spoken
from goldthread.duties.lifewords import EPISODE_NAMES, FIELDS, Line, Unreadable, scalar, spoken_of, wrong
from goldthread.duties.rules import RULES
from goldthread.duties.settings import Chosen, Receipt, Settings, WhenItChanges
from goldthread.duties.shape import Local

_LIMIT = 5_000_000
PERSON = ("name", "born", "expected", "died", "words", "episodes")
_TOP = ("people", "person", "settings", "on", "known", "rules", "about", *PERSON)


@dataclass(slots=True)
class Person:
    """One person of a life file, with every version of every word said of them."""

    name: str
    spoken: list[Spoken]
    born: date | None = None


@dataclass(slots=True)
class LifeFile:
    """What a life file says. `on`, `known` and `rules` stand in for options not given on the command line."""

    people: list[Person]
    settings: Settings = field(default_factory=Settings)
    on: date | datetime | None = None
    known: date | datetime | None = None
    rules: tuple[str, ...] = ()


def read_life(path: Path) -> LifeFile:
    """Reads a file; Unreadable says in one sentence what is wrong with it."""
    node = compose(_text(path), path.name)
    top = mapping(node, _TOP, "the file")
    people = [person(child, n) for n, child in enumerate(_people(top, node), 1)]
    shared = top.get("words") if "people" in top or "person" in top else None
    if shared is not None:
        _share(shared, people)
    return LifeFile(
        people,
        settings(top["settings"]) if "settings" in top else Settings(),
        moment(top["on"]) if "on" in top else None,
        moment(top["known"]) if "known" in top else None,
        tuple(_scalars(top["rules"])) if "rules" in top else (),
    )


def _text(path: Path) -> str:
    try:
        if path.stat().st_size > _LIMIT:
            raise Unreadable(f"{path.name} is larger than 5 MB: a small life is a page or two.")
        return path.read_text(encoding="utf-8-sig")
    except FileNotFoundError as error:
        raise Unreadable(f"There is no file {path}.") from error
    except IsADirectoryError as error:
        raise Unreadable(f"{path} is a folder: name one file.") from error
    except UnicodeDecodeError as error:
        raise Unreadable(f"{path.name} is not written in UTF-8: save it again as UTF-8 text.") from error
    except OSError as error:
        raise Unreadable(f"{path} could not be read: {error.strerror}.") from error


def compose(text: str, name: str) -> yaml.Node:
    """The YAML of a text, every value still as it was written."""
    try:
        for event in yaml.parse(text, Loader=yaml.BaseLoader):
            if isinstance(event, yaml.AliasEvent):
                raise Unreadable(f"{name} uses '*{event.anchor}': write it out, references are not read.")
        node = yaml.compose(text, Loader=yaml.BaseLoader)
    except yaml.MarkedYAMLError as error:
        line = f" line {error.problem_mark.line + 1}" if error.problem_mark else ""
        raise Unreadable(f"{name}{line} is not YAML: {error.problem or 'it cannot be read'}.") from error
    except (yaml.YAMLError, RecursionError) as error:
        raise Unreadable(f"{name} is not YAML that can be read.") from error
    if node is None or (isinstance(node, yaml.ScalarNode) and not node.value):
        raise Unreadable(f"{name} is empty: write a person with words, as docs/why.md shows.")
    if isinstance(node, yaml.SequenceNode) and not node.value:
        raise Unreadable(f"{name} is empty: write a person with words, as docs/why.md shows.")
    return node


def _people(top: dict[str, yaml.Node], node: yaml.Node) -> list[yaml.Node]:
    found = top.get("people") or top.get("person")
    if found is None:
        return [node]
    if isinstance(found, yaml.CollectionNode) and not found.value:
        raise wrong(found, "there is nobody among the people")
    if isinstance(found, yaml.SequenceNode):
        return list(found.value)
    if isinstance(found, yaml.MappingNode) and not {k.value for k, _ in found.value} & set(PERSON):
        return [_with_name(key, value) for key, value in found.value]
    return [found]


def _with_name(key: yaml.Node, value: yaml.Node) -> yaml.Node:
    """`people: {Ada: {...}}` as `{name: Ada, ...}`."""
    if not isinstance(value, yaml.MappingNode):
        raise wrong(value, f"{key.value} needs words under the name")
    name = (yaml.ScalarNode("tag:yaml.org,2002:str", "name", key.start_mark), key)
    return yaml.MappingNode(value.tag, [name, *value.value], value.start_mark)


def person(node: yaml.Node, number: int = 1, allowed: tuple[str, ...] = _TOP) -> Person:
    """One person, with every version of every word said of them."""
    said = mapping(node, allowed if number == 1 else PERSON, "a person")
    name = scalar(said["name"]) if "name" in said else ("" if number == 1 else f"Person {number}")
    lines = [line for key in ("words", "episodes") if key in said for line in _lines(said[key])]
    for fact in ("born", "expected", "died"):
        if fact in said:
            lines.extend(Line(child, f"person.{fact}") for child in _each(said[fact]))
    spoken = spoken_of(lines)
    born = [s for s in spoken if s.word == "person.born" and s.superseded is None]
    return Person(name, spoken, born[-1].day if born else None)


def _share(node: yaml.Node, people: list[Person]) -> None:
    """Words written once for several people, each item saying for whom."""
    everyone = [one.name for one in people]
    for one in people:
        own = [line for line in _lines(node) if one.name in (line.whom() or everyone)]
        one.spoken.extend(spoken_of(own, start=len(one.spoken)))
    for line in _lines(node):
        for name in line.whom():
            if name not in everyone:
                raise wrong(line.node, f"there is nobody called {name} among the people")


def _lines(node: yaml.Node) -> list[Line]:
    if isinstance(node, yaml.SequenceNode):
        return [line for child in node.value for line in _spread(child)]
    if isinstance(node, yaml.MappingNode):
        return _by_word(node)
    if isinstance(node, yaml.ScalarNode) and not node.value.strip():
        return []
    raise wrong(node, "words are a list")


def _spread(node: yaml.Node) -> list[Line]:
    """One item of a list: one line, or several where it gives nothing but words and their days."""
    names = {scalar(key) for key, _ in node.value} if isinstance(node, yaml.MappingNode) else set()
    if isinstance(node, yaml.MappingNode) and names and not names & FIELDS.keys():
        return _by_word(node)
    return [Line(node, "")]


def _by_word(node: yaml.MappingNode) -> list[Line]:
    return [Line(child, scalar(key)) for key, value in node.value for child in _times(scalar(key), value)]


def _times(word: str, node: yaml.Node) -> list[yaml.Node]:
    """The days written under one word; two days under an episode are its first and last."""
    days = _each(node)
    one_episode = word in EPISODE_NAMES and all(isinstance(day, yaml.ScalarNode) for day in days)
    return [node] if one_episode else days


def _each(node: yaml.Node) -> list[yaml.Node]:
    return list(node.value) if isinstance(node, yaml.SequenceNode) else [node]


def mapping(node: yaml.Node, allowed: tuple[str, ...], what: str) -> dict[str, yaml.Node]:
    """The named values of a part of the file; Unreadable at a name that is not allowed or comes twice."""
    if isinstance(node, yaml.SequenceNode) and "words" in allowed:
        return {"people": node} if "people" in allowed and _looks_like_people(node) else {"words": node}
    if not isinstance(node, yaml.MappingNode):
        raise wrong(node, f"{what} must be written as 'name: value' lines")
    found: dict[str, yaml.Node] = {}
    for key, value in node.value:
        name = scalar(key)
        if name not in allowed:
            raise wrong(key, f"'{name}' is not understood in {what}; it may say {', '.join(allowed)}")
        if name in found:
            raise wrong(key, f"'{name}' is written twice")
        found[name] = value
    return found


def _looks_like_people(node: yaml.SequenceNode) -> bool:
    first = node.value[0]
    return isinstance(first, yaml.MappingNode) and bool({k.value for k, _ in first.value} & {"name", "words", "born"})


def settings(node: yaml.Node) -> Settings:
    """An authority's choices, as 'name: value' lines."""
    said = {scalar(key): value for key, value in node.value} if isinstance(node, yaml.MappingNode) else {}
    if not said:
        raise wrong(node, "settings are written as 'name: value' lines")
    policy = _choice(said.pop("when it changes", None), WhenItChanges, WhenItChanges.STRICT)
    receipt = _choice(said.pop("day of receipt", None), Receipt, Receipt.AS_RECEIVED)
    school = _school(said.pop("school terms")) if "school terms" in said else None
    numbers = tuple(chosen for name, value in said.items() for chosen in _numbers(name, value))
    return Settings(numbers, policy, receipt, school)


_Choice = TypeVar("_Choice", WhenItChanges, Receipt)


def _choice(node: yaml.Node | None, choices: type[_Choice], usual: _Choice) -> _Choice:
    if node is None:
        return usual
    for choice in choices:
        if choice.value == scalar(node):
            return choice
    raise wrong(node, f"'{scalar(node)}' is not one of {', '.join(choice.value for choice in choices)}")


def _school(node: yaml.Node) -> SchoolDays:
    terms = []
    for term in _each(node):
        days = [_day(child) for child in _each(term)]
        if len(days) != 2 or days[0] > days[1]:
            raise wrong(term, "a school term is its first and last day, as [2026-09-02, 2026-10-23]")
        terms.append(Term(days[0], days[1]))
    return SchoolDays(tuple(terms))


def _numbers(name: str, node: yaml.Node) -> list[Chosen]:
    """A local number, or several with the day from which each holds."""
    known = {step.within.name for duty in RULES for step in duty.steps if isinstance(step.within, Local)}
    if name not in known:
        raise wrong(node, f"there is no setting '{name}'; there are {', '.join(sorted(known))}")
    if isinstance(node, yaml.MappingNode):
        return [Chosen(name, _span(value), _day(since)) for since, value in node.value]
    return [Chosen(name, _span(node))]


def _span(node: yaml.Node) -> Span:
    try:
        return span(scalar(node))
    except ValueError as error:
        raise wrong(node, str(error).rstrip(".")) from error


def _scalars(node: yaml.Node) -> list[str]:
    return [part.strip() for child in _each(node) for part in scalar(child).split(",") if part.strip()]


def _day(node: yaml.Node) -> date:
    try:
        return read_day(scalar(node))
    except NotADay as error:
        raise wrong(node, str(error).rstrip(".")) from error


def moment(node: yaml.Node) -> date | datetime:
    """A day, or a day and a time."""
    try:
        return read_moment(scalar(node))
    except NotADay as error:
        raise wrong(node, str(error).rstrip(".")) from error
