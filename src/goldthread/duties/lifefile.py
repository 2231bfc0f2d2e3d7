"""Reads a small life from YAML: people, words with days and the moment each was recorded. See docs/why.md."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path

import yaml

from goldthread.duties.life import Life, Spoken, as_known
from goldthread.duties.lifelines import Line, is_moment, lines
from goldthread.duties.lifenames import FIELDS, PERSON, TOP, near_name, plain, word_named
from goldthread.duties.lifesettings import moment, settings
from goldthread.duties.lifewords import spoken_of
from goldthread.duties.lifeyaml import Unreadable, compose, each, given, pairs, scalar, text_of, wrong
from goldthread.duties.settings import Settings

__all__ = ["LifeFile", "Person", "Unreadable", "mapping", "person", "read_life"]

Parts = dict[str, yaml.Node]
_FACTS = ("born", "expected", "died")


@dataclass(slots=True)
class Person:
    """One person of a life file, with every version of every word said of them."""

    name: str
    spoken: list[Spoken]

    def born(self, known: date | datetime | None = None) -> date | None:
        """The birth date, as it was known where a day is given."""
        said = Life(as_known(self.spoken, known)).born
        return said.day if said else None


@dataclass(slots=True)
class LifeFile:
    """What a life file says. `on`, `known` and `rules` stand in for options not given on the command line."""

    people: list[Person]
    settings: Settings = field(default_factory=Settings)
    on: date | datetime | None = None
    known: date | datetime | None = None
    rules: tuple[str, ...] = ()


def read_life(path: Path) -> LifeFile:
    """Reads a file, or what is handed in where the path is '-'; Unreadable says in one sentence what is wrong."""
    node = compose(text_of(path), path.name)
    top = _top(node)
    shared = list(lines(top["words"], {})) if "people" in top and "words" in top else []
    people = _people(top["people"], shared) if "people" in top else _of_nobody(node, top)
    return LifeFile(
        people,
        settings(top["settings"]) if "settings" in top else Settings(),
        moment(top["on"]) if "on" in top else None,
        moment(top["known"]) if "known" in top else None,
        tuple(part for child in each(top["rules"]) for part in [scalar(child)]) if "rules" in top else (),
    )


def _top(node: yaml.Node) -> Parts:
    if isinstance(node, yaml.SequenceNode):
        return {"people" if _are_people(node) else "words": node}
    if isinstance(node, yaml.MappingNode) and [key.value for key, _ in node.value] == ["life"]:
        return _top(node.value[0][1])
    if isinstance(node, yaml.MappingNode) and (unnamed := _unnamed(node)):
        return {unnamed: node}
    return mapping(node, TOP, "the file")


def _unnamed(node: yaml.MappingNode) -> str:
    """What a file is that names none of its parts: words by day, or people by name; '' when it names them."""
    names = [scalar(key) for key, _ in node.value]
    if not names or any(plain(name) in TOP for name in names):
        return ""
    if all(is_moment(name) or word_named(name) for name in names):
        return "words"
    persons = [value for _, value in node.value if isinstance(value, yaml.MappingNode) and _is_person(value)]
    return "people" if len(persons) == len(node.value) else ""


def _are_people(node: yaml.SequenceNode) -> bool:
    """Whether a list is one of people, and not of words."""
    return all(isinstance(child, yaml.MappingNode) and _is_person(child) for child in node.value)


def _is_person(node: yaml.MappingNode) -> bool:
    names = {plain(scalar(key)) for key, _ in pairs(node)}
    timed = {FIELDS.get(name) for name in names} & {"day", "at", "from", "to"}
    return names <= PERSON.keys() and bool(names & PERSON.keys()) and not timed


def mapping(node: yaml.Node, names: Mapping[str, str], what: str) -> Parts:
    """The named parts of the file, under their usual names; Unreadable at one nobody knows or that comes twice."""
    if not isinstance(node, yaml.MappingNode):
        raise wrong(node, f"{what} must be written as 'name: value' lines")
    found: Parts = {}
    for key, value in pairs(node):
        name = names.get(plain(scalar(key)))
        if name is None:
            raise wrong(key, f"'{scalar(key)}' is not understood in {what}" + near_name(scalar(key), dict(names)))
        if name in found:
            raise wrong(key, f"'{name}' is written twice")
        if name != "remark" and given(value):
            found[name] = value
    return found


def _of_nobody(node: yaml.Node, top: Parts) -> list[Person]:
    """The people of a file that declares none: the one it is about, or those of whom its words are said."""
    said = list(lines(top["words"], {})) if "words" in top else []
    names = list(dict.fromkeys(name for line in said for name in line.several("who")))
    if names and "name" not in top:
        return [_told(name, [line for line in said if name in (line.several("who") or names)]) for name in names]
    return [_person(top, "")]


def _people(node: yaml.Node, shared: list[Line]) -> list[Person]:
    parts = [_parts(child, n) for n, child in enumerate(_each_person(node), 1)]
    names = [_name(part, n) for n, part in enumerate(parts, 1)]
    known = {other for part, name in zip(parts, names, strict=True) for other in _called(part, name)}
    for line in shared:
        for name in line.several("who"):
            if plain(name) not in known:
                raise wrong(line.node, f"there is nobody called {name} among the people")
    return [
        _person(part, name, [line for line in shared if _is_of(line, _called(part, name))])
        for part, name in zip(parts, names, strict=True)
    ]


def _is_of(line: Line, called: set[str]) -> bool:
    """Whether a line beside the people is said of one; nobody named means everybody."""
    whom = {plain(name) for name in line.several("who")}
    return not whom or bool(whom & called)


def _called(part: Parts, name: str) -> set[str]:
    return {plain(name)} | ({plain(scalar(part["id"]))} if "id" in part else set())


def _name(part: Parts, number: int) -> str:
    named = part.get("name") or part.get("id")
    return scalar(named) if named else "" if number == 1 else f"Person {number}"


def _each_person(node: yaml.Node) -> list[yaml.Node]:
    if isinstance(node, yaml.CollectionNode) and not node.value:
        raise wrong(node, "there is nobody among the people")
    if isinstance(node, yaml.SequenceNode):
        return list(node.value) if not _are_words(node) else [node]
    if isinstance(node, yaml.MappingNode) and not {plain(scalar(key)) for key, _ in pairs(node)} & PERSON.keys():
        return [_with_name(key, value) for key, value in pairs(node)]
    return [node]


def _are_words(node: yaml.SequenceNode) -> bool:
    texts = [scalar(child) for child in node.value if isinstance(child, yaml.ScalarNode)]
    return len(texts) == len(node.value) and all(any(map(word_named, text.split())) for text in texts)


def _with_name(key: yaml.Node, value: yaml.Node) -> yaml.Node:
    """`people: {Ada: {...}}` as `{name: Ada, ...}`; a list under the name is one of words."""
    name = (yaml.ScalarNode("", "name", key.start_mark), key)
    if isinstance(value, yaml.SequenceNode):
        value = yaml.MappingNode("", [(yaml.ScalarNode("", "words", key.start_mark), value)], value.start_mark)
    if not isinstance(value, yaml.MappingNode):
        raise wrong(value, f"{key.value} needs words under the name")
    return yaml.MappingNode(value.tag, [name, *value.value], value.start_mark)


def _parts(node: yaml.Node, number: int) -> Parts:
    if isinstance(node, yaml.SequenceNode):
        return {"words": node}
    if isinstance(node, yaml.ScalarNode) and scalar(node).replace(" ", "").isalpha():
        return {"name": node}
    return mapping(node, PERSON, "a person")


def person(node: yaml.Node, names: Mapping[str, str] = PERSON) -> Person:
    """One person, with every version of every word said of them."""
    return _person(mapping(node, names, "a person"), "")


def _person(part: Parts, name: str, shared: Iterable[Line] = ()) -> Person:
    own = [line for key in ("words", "episodes") if key in part for line in lines(part[key], {})]
    for fact in _FACTS:
        if fact in part:
            own.extend(lines(part[fact], {"word": f"person.{fact}"}))
    return _told(name or (scalar(part["name"]) if "name" in part else ""), [*own, *shared])


def _told(name: str, said: Iterable[Line]) -> Person:
    return Person(name, spoken_of(said))
