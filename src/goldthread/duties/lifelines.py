"""The many ways of writing a word and its day, each brought to one: a line of named fields."""

import re
from collections.abc import Iterator
from typing import NamedTuple

import yaml

from goldthread.clock.reading import NotADay, read_moment
from goldthread.duties.lifenames import EPISODE_NAMES, FIELDS, GROUPS, plain, word_named
from goldthread.duties.lifeyaml import each, given, line_of, pairs, scalar, wrong

Fields = dict[str, str]
_MARKS = r"(?i)\b(from|since|to|until|till|recorded|written|entered)\b(?:\s+(?:on|at|down))?|\s([-–—→])\s"
_PART_OF_A_DAY = (
    r"(?i)((jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun)[a-z]*|on|at|of|am|pm)"
)
_YES, _NO = ("yes", "true", "y", "1"), ("no", "false", "n", "0")
_SAID_OF_VISITS = (("made", ""), ("child_seen", "seen_unsaid"), ("seen_alone", "alone_unsaid"))


class Line(NamedTuple):
    """One thing said, by field; several values of one field stand on lines of their own."""

    node: yaml.Node
    fields: Fields
    number: int

    def several(self, field: str) -> list[str]:
        return [part for part in self.fields.get(field, "").split("\n") if part]


def lines(node: yaml.Node, said: Fields) -> Iterator[Line]:
    """Everything that a part of the file says, `said` being what stands around it."""
    match node:
        case yaml.MappingNode():
            yield from _of_mapping(node, said)
        case yaml.SequenceNode():
            yield from _of_list(node, said)
        case _:
            yield from _of_text(node, said)


def _of_text(node: yaml.Node, said: Fields) -> Iterator[Line]:
    text = scalar(node)
    if not given(node):
        yield from [Line(node, said, line_of(node))] if said else []
        return
    for n, row in enumerate(text.splitlines()):
        if row.strip() and not row.strip().startswith("#"):
            yield Line(node, _joined(node, said, _sentence(row, said)), line_of(node) + n + (n and 1))


def _of_list(node: yaml.SequenceNode, said: Fields) -> Iterator[Line]:
    """The first and last day of an episode, a word with its day, or several things."""
    texts = [scalar(child) for child in node.value if isinstance(child, yaml.ScalarNode) and given(child)]
    plain_values = all(isinstance(child, yaml.ScalarNode) for child in node.value)
    if plain_values and texts and said.get("word") in EPISODE_NAMES:
        if len(node.value) > 2:
            raise wrong(node, f"'{said['word']}' needs its first and last day, and {len(node.value)} are written")
        yield Line(node, _joined(node, said, dict(zip(("from", "to"), texts, strict=False))), line_of(node))
    elif plain_values and not said and (pair := _pair(texts)):
        yield Line(node, pair, line_of(node))
    else:
        for child in node.value:
            yield from lines(child, said)


def _pair(texts: list[str]) -> Fields:
    """[word, day] or [day, word], perhaps with the moment it was recorded."""
    words = [text for text in texts if word_named(text)]
    days = [text for text in texts if is_moment(text)]
    if len(words) != 1 or not 1 <= len(days) <= 2 or len(words) + len(days) != len(texts):
        return {}
    return {"word": word_named(words[0]), **dict(zip(("day", "recorded"), days, strict=False))}


def _of_mapping(node: yaml.MappingNode, said: Fields) -> Iterator[Line]:
    own: Fields = {}
    others = []
    for key, value in pairs(node):
        field = FIELDS.get(plain(scalar(key)))
        if field is None:
            others.append((key, value))
        elif field in own and field != "remark":
            raise wrong(key, f"'{field}' is said twice")
        elif field != "remark" and given(value):
            own[field] = "\n".join(scalar(child) for child in each(value) if given(child))
    fields = _joined(node, said, _whole(own))
    if fields.get("word") == "visit" and "day" in fields:
        yield Line(node, fields | {"word": "\n".join(_visit(others))}, line_of(node))
    elif others:
        for key, value in others:
            yield from lines(value, _joined(key, fields, _named_by(key, fields)))
    else:
        yield Line(node, fields, line_of(node))


def _visit(facts: list[tuple[yaml.Node, yaml.Node]]) -> list[str]:
    """The words of a visit written with its facts, each yes or no; a fact left out is one that the visit does not say."""
    known = {name for name, _ in _SAID_OF_VISITS}
    answers: Fields = {"made": "yes"}
    for key, value in facts:
        name, answer = plain(scalar(key)).replace(" ", "_"), scalar(value).lower()
        name = {"seen": "child_seen", "alone": "seen_alone"}.get(name, name)
        if name not in known or (given(value) and answer not in (*_YES, *_NO)):
            raise wrong(key, f"a visit says {', '.join(n for n, _ in _SAID_OF_VISITS)}, each yes or no")
        answers[name] = answer if given(value) else ""
    if answers.get("child_seen") in _NO:
        answers.setdefault("seen_alone", "no")
    said = [
        name if answers.get(name) in _YES else unsaid
        for name, unsaid in _SAID_OF_VISITS
        if answers.get(name) not in _NO
    ]
    return [f"visit.{word}" for word in said if word]


def _whole(own: Fields) -> Fields:
    """A moment in place of an hour is a day with its hour; an episode in place of its key is a word."""
    if "day" not in own and is_moment(own.get("at", "")):
        own["day"] = own.pop("at")
    if "word" not in own and word_named(own.get("key", "")) in EPISODE_NAMES:
        own["word"] = own.pop("key")
    if "\n" not in own.get("word", ""):
        own = {name: word_named(value) or value if name == "word" else value for name, value in own.items()}
    return own


def _named_by(key: yaml.Node, said: Fields) -> Fields:
    """What a name that is no field says: a day, a word, or the first half of one."""
    text = scalar(key)
    if is_moment(text):
        return {"day": text}
    if "word" in said:
        known = ", ".join(dict.fromkeys(field for field in FIELDS.values() if field != "remark"))
        group = said["word"]
        if group in GROUPS and word_named(f"{group}.{text}"):
            return {"word": word_named(f"{group}.{text}"), "group": group}
        raise wrong(key, f"'{text}' is not understood beside a word; it may say {known}")
    return {"word": word_named(text)} if word_named(text) else _sentence(text, said) or {"word": text}


def _joined(node: yaml.Node, said: Fields, more: Fields) -> Fields:
    """Both together; what stands around a part may not be said again in it."""
    twice = {name for name in said.keys() & more.keys() if name != "word" or "group" not in more}
    if twice:
        raise wrong(node, f"'{min(twice)}' is said twice")
    return {name: value for name, value in (said | more).items() if name != "group"}


def _sentence(text: str, said: Fields) -> Fields:
    """'2026-11-05 visit.child_seen recorded 2026-11-06', in any order; or what is left where the word is said already."""
    if "word" in said:
        return _times(text)
    found: list[str] = []
    parts = text.split()[:40]
    while (run := _longest(parts)) is not None:
        start, end = run
        found.append(word_named(" ".join(parts[start:end])))
        parts[start:end] = []
    if not found and (unknown := [part for part in parts if part[0].isalpha() and not _of_a_day(part)]):
        found = unknown[-1:] if len(parts) > 1 or not is_moment(text) else []
        parts = [part for part in parts if part not in found]
    times = {} if "day" in said and not parts else _times(" ".join(parts))
    return ({"word": "\n".join(found)} if found else {}) | times


def _longest(parts: list[str]) -> tuple[int, int] | None:
    """Where the longest run of parts that spells a word stands."""
    for length in range(min(len(parts), 12), 0, -1):
        for start in range(len(parts) - length + 1):
            run = parts[start : start + length]
            if run[0][0].isalpha() and word_named(" ".join(run)):
                return start, start + length
    return None


def _of_a_day(part: str) -> bool:
    return re.fullmatch(_PART_OF_A_DAY, part.strip(",.")) is not None


def _times(text: str) -> Fields:
    """The days of a line: '2026-01-05 to 2026-10-09', 'on 2026-11-05 at 14:30, recorded 2026-11-06'."""
    text = text.strip(" ,;:-–—→")
    first, *rest = re.split(_MARKS, text)
    marked = [("day", first)] + [
        (mark or "to", value) for mark, _, value in zip(rest[::3], rest[1::3], rest[2::3], strict=True)
    ]
    said: Fields = {}
    for mark, value in marked:
        value = re.sub(r"^on\s+", "", value.strip(" ,;:()"))
        if value and given(yaml.ScalarNode("", value)):
            said[FIELDS[mark]] = value
    return said


def is_moment(text: str) -> bool:
    """Whether a text is a day, with or without an hour, or is written like one that never was."""
    if re.fullmatch(r"\d{1,4}([-/.])\d{1,2}\1\d{1,4}([T\s][\d:.TZ+-]+)?", text):
        return True
    try:
        read_moment(text)
    except NotADay:
        return False
    return True
