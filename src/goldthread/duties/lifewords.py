"""The words of a life file: one line or many ways of writing one, and the keys and moments that were left out."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from difflib import get_close_matches
from typing import NamedTuple

import yaml

from goldthread.clock.reading import NotADay, read_moment, read_time
from goldthread.clock.times import LONDON, day_of, start_of
from goldthread.duties.life import Spoken
from goldthread.duties.words import EPISODES, WORDS

FIELDS = {
    "word": "word", "words": "word",
    "day": "day", "date": "day", "on": "day", "when": "day",
    "at": "at", "time": "at",
    "key": "key", "episode": "key",
    "entry": "entry", "id": "entry",
    "recorded": "recorded", "written": "recorded",
    "superseded": "superseded", "replaced": "superseded", "voided": "superseded",
    "corrects": "corrects", "replaces": "corrects",
    "from": "from", "begins": "from", "begin": "from", "start": "from",
    "to": "to", "ends": "to", "end": "to", "until": "to",
    "who": "who", "for": "who", "note": "note",
}  # fmt: skip
EPISODE_NAMES = {episode.name: episode for episode in EPISODES}
_ALWAYS_KNOWN = start_of(date(1900, 1, 1))


class Unreadable(ValueError):
    """A life file that cannot be read; the message is one sentence that says what to do."""


class Line(NamedTuple):
    """One item of a life file, with the word it is written under, if it is."""

    node: yaml.Node
    word: str

    def whom(self) -> list[str]:
        """The people it is said of; nobody named means everybody."""
        return [part for part in _fields(self).get("who", "").split(", ") if part]


@dataclass(slots=True)
class _Item:
    """One word as written, before what was left out is filled in."""

    word: str
    moment: date | datetime
    entry: str
    key: str
    recorded: datetime
    superseded: datetime | None
    corrects: str
    node: yaml.Node

    @property
    def day(self) -> date:
        return day_of(self.moment)

    def spoken(self) -> Spoken:
        at = self.moment if isinstance(self.moment, datetime) else None
        return Spoken(self.word, self.day, at, self.key, _number(self.entry), self.recorded, self.superseded)


def spoken_of(lines: Iterable[Line], start: int = 0) -> list[Spoken]:
    """Every word that lines say, with keys paired and moments filled in. Unreadable names the line that is wrong."""
    items = [item for line in lines for item in _items(line)]
    _correct(items)
    _pair([item for item in items if item.superseded is None])
    _pair([item for item in items if item.superseded is not None])
    for n, item in enumerate(items, start + 1):
        item.key = item.key or f"word {n}"
    return [item.spoken() for item in items]


def scalar(node: yaml.Node) -> str:
    """The text of a value; Unreadable when it is a list or more."""
    if not isinstance(node, yaml.ScalarNode):
        raise wrong(node, "one value is wanted here")
    return str(node.value).strip()


def wrong(node: yaml.Node, what: str) -> Unreadable:
    """The refusal of one line, as a sentence that names it."""
    return Unreadable(f"Line {line_of(node)}: {what}" + ("" if what.endswith("?") else "."))


def line_of(node: yaml.Node) -> int:
    """The line of the file a value stands on, from 1."""
    return node.start_mark.line + 1 if node.start_mark else 1


def _items(line: Line) -> Iterator[_Item]:
    fields = _fields(line)
    words = [part.strip() for part in fields.get("word", "").split(",") if part.strip()]
    if not words:
        raise wrong(line.node, "no word is said here; write, for example, '2026-11-05 visit.child_seen'")
    for name in words:
        if name in EPISODE_NAMES:
            yield from _episode(line, fields, name)
        else:
            yield _item(line, fields, _known(line.node, name), fields.get("day", ""))


def _episode(line: Line, fields: dict[str, str], name: str) -> Iterator[_Item]:
    """An episode written at once, with the day it began and perhaps the day it ended."""
    begins, ends = fields.get("from") or fields.get("day", ""), fields.get("to", "")
    fields = {**fields, "key": fields.get("key") or f"{name} from {begins}"}
    if begins:
        yield _item(line, fields, f"{name}.begins", begins)
    if ends:
        yield _item(line, fields, f"{name}.ends", ends)
    if not begins and not ends:
        raise wrong(line.node, f"'{name}' needs the day it began, as '{name}: {{from: 2026-01-05}}'")


def _item(line: Line, fields: dict[str, str], word: str, when: str) -> _Item:
    if not when:
        raise wrong(line.node, f"'{word}' needs a day, as 2026-11-05")
    moment = _moment(line.node, when)
    if "at" in fields:
        moment = _at(line.node, day_of(moment), fields["at"])
    usual = _ALWAYS_KNOWN if word in ("person.born", "person.expected") else _instant(moment)
    return _Item(
        word,
        moment,
        fields.get("entry") or f"line {line_of(line.node)}",
        fields.get("key", ""),
        _instant(_moment(line.node, fields["recorded"])) if fields.get("recorded") else usual,
        _instant(_moment(line.node, fields["superseded"])) if fields.get("superseded") else None,
        fields.get("corrects", ""),
        line.node,
    )


def _fields(line: Line) -> dict[str, str]:
    """What an item says, by field, whichever way it is written."""
    node = line.node
    if isinstance(node, yaml.ScalarNode):
        return _sentence(node, line.word)
    if isinstance(node, yaml.SequenceNode):
        return _from_to(node, line.word)
    said = {"word": line.word} if line.word else {}
    for key, value in node.value:
        name = scalar(key)
        if name in FIELDS:
            field = FIELDS[name]
            given = {field: ", ".join(scalar(v) for v in value.value) if _is_list(value) else scalar(value)}
        elif "word" not in said:
            given = _fields(Line(value, name))
        else:
            raise wrong(
                key,
                f"'{name}' is not understood beside a word; it may say {', '.join(dict.fromkeys(FIELDS.values()))}",
            )
        if twice := given.keys() & said.keys():
            raise wrong(key, f"'{min(twice)}' is said twice")
        said |= given
    return said


def _sentence(node: yaml.ScalarNode, word: str) -> dict[str, str]:
    """'2026-11-05 visit.child_seen', the other way round, or only the day where the word is already said."""
    text = str(node.value).strip()
    if word:
        return {"word": word, "day": text}
    parts = text.split()
    words = [part.rstrip(",:") for part in parts if "." in part and part[0].isalpha() or part in EPISODE_NAMES]
    rest = " ".join(part for part in parts if part.rstrip(",:") not in words)
    if not words and len(parts) > 1:
        candidates = [part for part in parts if part[0].isalpha()]
        words, rest = candidates[-1:], " ".join(part for part in parts if part not in candidates[-1:])
    return {"word": ",".join(words), "day": rest}


def _from_to(node: yaml.SequenceNode, word: str) -> dict[str, str]:
    if not word:
        raise wrong(node, "a list is no word; write, for example, '2026-11-05 visit.child_seen'")
    days = [scalar(child) for child in node.value]
    if word not in EPISODE_NAMES or len(days) not in (1, 2):
        raise wrong(node, f"'{word}' is followed by a list that is not the first and last day of an episode")
    return {"word": word, "from": days[0], **({"to": days[1]} if len(days) == 2 else {})}


def _is_list(node: yaml.Node) -> bool:
    return isinstance(node, yaml.SequenceNode)


def _known(node: yaml.Node, name: str) -> str:
    if name in WORDS:
        return name
    near = get_close_matches(name, [*WORDS, *EPISODE_NAMES], n=1, cutoff=0.4)
    raise wrong(
        node,
        f"there is no word '{name}'" + (f". Did you mean '{near[0]}'?" if near else "; docs/rules.md lists the words"),
    )


def _moment(node: yaml.Node, text: str) -> date | datetime:
    try:
        return read_moment(text)
    except NotADay as error:
        raise wrong(node, str(error).rstrip(".")) from error


def _at(node: yaml.Node, day: date, text: str) -> datetime:
    try:
        return datetime.combine(day, read_time(text), LONDON)
    except NotADay as error:
        raise wrong(node, str(error).rstrip(".")) from error


def _instant(moment: date | datetime) -> datetime:
    return moment if isinstance(moment, datetime) else start_of(moment)


def _number(entry: str) -> int | str:
    return int(entry) if entry.isdigit() else entry


def _correct(items: list[_Item]) -> None:
    """A correction replaces the entry it names from the moment it was recorded, and keeps its key."""
    for item in items:
        if not item.corrects:
            continue
        older = [other for other in items if other.entry == item.corrects and other is not item]
        if not older:
            raise wrong(item.node, f"it corrects entry {item.corrects}, and no line has that entry")
        for other in older:
            other.superseded = other.superseded or item.recorded
            if other.word == item.word:
                item.key = item.key or other.key
                other.key = item.key = item.key or f"entry {other.entry}"


def _pair(items: list[_Item]) -> None:
    """Keys for episodes written without: an end belongs to the earliest one still open, begun on an earlier day if any."""
    for name in EPISODE_NAMES:
        begins = sorted((i for i in items if i.word == f"{name}.begins"), key=lambda i: i.day)
        ends = sorted((i for i in items if i.word == f"{name}.ends"), key=lambda i: i.day)
        taken = {end.key for end in ends if end.key}
        for n, begin in enumerate(begins, 1):
            begin.key = begin.key or f"{name} {n}"
        for end in ends:
            if not end.key:
                still_open = [b for b in begins if b.key not in taken and b.day <= end.day]
                before = [b for b in still_open if b.day < end.day] or still_open
                if before:
                    end.key = before[0].key
                    taken.add(end.key)
