"""The words of a life file, with the keys and moments that were left out."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

import yaml

from goldthread.clock.reading import NotADay, read_moment, read_time
from goldthread.clock.times import LONDON, day_of, start_of
from goldthread.duties.life import Spoken
from goldthread.duties.lifelines import Line, is_moment
from goldthread.duties.lifenames import EPISODE_NAMES, nearest, word_named
from goldthread.duties.lifeyaml import wrong

_ALWAYS_KNOWN = start_of(date(1900, 1, 1))


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
    superseded_by: str
    node: yaml.Node

    @property
    def day(self) -> date:
        return day_of(self.moment)

    def spoken(self) -> Spoken:
        at = self.moment if isinstance(self.moment, datetime) else None
        return Spoken(self.word, self.day, at, self.key, _number(self.entry), self.recorded, self.superseded)


def spoken_of(lines: Iterable[Line]) -> list[Spoken]:
    """Every word that lines say, with keys paired and moments filled in. Unreadable names the line that is wrong."""
    items = [item for line, entry in _with_entries(lines) for item in _items(line, entry)]
    _correct(items)
    _pair(items)
    for n, item in enumerate(items, 1):
        item.key = item.key or f"word {n}"
        if item.recorded == _ALWAYS_KNOWN:  # of two, the later one in the file holds
            item.recorded += timedelta(seconds=n)
    return [item.spoken() for item in items]


def _with_entries(lines: Iterable[Line]) -> Iterator[tuple[Line, str]]:
    """Each line with its entry: what it gives, or else where it stands in the file."""
    on_line: dict[int, int] = {}
    for line in lines:
        on_line[line.number] = nth = on_line.get(line.number, 0) + 1
        place = f"line {line.number}" + (f", item {nth}" if nth > 1 else "")
        yield line, line.fields.get("entry") or place


def _items(line: Line, entry: str) -> Iterator[_Item]:
    words = [part.strip() for text in line.several("word") for part in text.split(",") if part.strip()]
    if not words:
        raise wrong(line.node, "no word is said here; write, for example, '2026-11-05 visit.child_seen'")
    for written in words:
        name = word_named(written)
        if name in EPISODE_NAMES:
            yield from _episode(line, entry, name)
        elif name:
            for day in line.several("day") or line.several("from") or [""]:
                yield _item(line, entry, name, day)
        else:
            raise wrong(line.node, f"there is no word '{written}'" + nearest(written))


def _episode(line: Line, entry: str, name: str) -> Iterator[_Item]:
    """An episode written at once, with the day it began and perhaps the day it ended."""
    begins, ends = line.fields.get("from") or line.fields.get("day", ""), line.fields.get("to", "")
    if not begins and not ends:
        raise wrong(line.node, f"'{name}' needs the day it began, as '{name}: {{from: 2026-01-05}}'")
    if begins:
        line.fields.setdefault("key", f"{name} from {begins}")
        yield _item(line, entry, f"{name}.begins", begins)
    if ends:
        yield _item(line, entry, f"{name}.ends", ends)


def _item(line: Line, entry: str, word: str, when: str) -> _Item:
    fields = line.fields
    if not when:
        raise wrong(line.node, f"'{word}' needs a day, as 2026-11-05")
    moment = _moment(line.node, when)
    if "at" in fields:
        moment = _at(line.node, day_of(moment), fields["at"])
    always = word in ("person.born", "person.expected")
    usual = _ALWAYS_KNOWN if always else _instant(moment)
    corrects, superseded = fields.get("corrects", ""), fields.get("superseded")
    if corrects and not superseded and is_moment(corrects):
        corrects, superseded = "", corrects
    return _Item(
        word,
        moment,
        entry,
        fields.get("key", ""),
        _instant(_moment(line.node, fields["recorded"])) if "recorded" in fields else usual,
        _instant(_moment(line.node, superseded)) if superseded else None,
        corrects,
        fields.get("superseded_by", ""),
        line.node,
    )


def _moment(node: yaml.Node, text: str) -> date | datetime:
    try:
        return read_moment(text)
    except NotADay as error:
        raise wrong(node, str(error).rstrip(".")) from error


def _at(node: yaml.Node, day: date, text: str) -> datetime:
    """The hour on a day; a whole moment will do, if it is one of that day."""
    try:
        if is_moment(text):
            moment = read_moment(text)
            if isinstance(moment, datetime) and day_of(moment) == day:
                return moment
        return datetime.combine(day, read_time(text), LONDON)
    except NotADay as error:
        raise wrong(node, str(error).rstrip(".")) from error


def _instant(moment: date | datetime) -> datetime:
    return moment if isinstance(moment, datetime) else start_of(moment)


def _number(entry: str) -> int | str:
    return int(entry) if entry.isascii() and entry.isdigit() else entry


def _correct(items: list[_Item]) -> None:
    """A correction replaces the entry it names from the moment it was recorded, and keeps its key."""
    for item in items:
        for older in _named(items, item, item.corrects, "it corrects"):
            _replace(items, older, item)
        for newer in _named(items, item, item.superseded_by, "it is replaced by"):
            _replace(items, item, newer)
    for item in items:
        if item.superseded and item.word.endswith((".begins", ".ends")):
            for other in items:
                if _follows(item, item.superseded, other):
                    _replace(items, item, other)


def _follows(older: _Item, superseded: datetime, newer: _Item) -> bool:
    """Whether a line takes the place of another that does not say which does: the same word, recorded on that day."""
    same_day = day_of(newer.recorded) == day_of(superseded)
    return newer is not older and newer.word == older.word and same_day and not (newer.key and older.key)


def _named(items: list[_Item], item: _Item, entry: str, how: str) -> list[_Item]:
    found = [other for other in items if other.entry == entry and other.node is not item.node] if entry else []
    if entry and not found:
        raise wrong(item.node, f"{how} entry {entry}, and no line has that entry")
    return found


def _replace(items: list[_Item], older: _Item, newer: _Item) -> None:
    older.superseded = older.superseded or newer.recorded
    if older.word != newer.word:
        return
    before, key = older.key, newer.key or older.key or f"entry {older.entry}"
    older.key = newer.key = key
    for other in items:
        if before and other.entry == older.entry and other.key == before:
            other.key = key


def _pair(items: list[_Item]) -> None:
    """Keys for episodes written without: an end belongs to the earliest one still open, begun on an earlier day if any."""
    for name in EPISODE_NAMES:
        begins = sorted((i for i in items if i.word == f"{name}.begins"), key=lambda i: i.day)
        ends = sorted((i for i in items if i.word == f"{name}.ends"), key=lambda i: i.day)
        first_of = {begin.moment: n for n, begin in reversed(list(enumerate(begins, 1)))}
        for begin in begins:
            begin.key = begin.key or f"{name} {first_of[begin.moment]}"
        standing = [begin for begin in begins if begin.superseded is None]
        _end(standing, [end for end in ends if end.superseded is None])
        _end(begins, [end for end in ends if end.superseded is not None])


def _end(begins: list[_Item], ends: list[_Item]) -> None:
    taken = {end.key for end in ends if end.key}
    for end in ends:
        if not end.key:
            still_open = [b for b in begins if b.key not in taken and b.day <= end.day]
            before = [b for b in still_open if b.day < end.day] or still_open
            if before:
                end.key = before[0].key
                taken.add(end.key)
