"""Entries as a person reads them: with the type's questions and answers, who wrote them, when, and what was changed."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import Any

from django.db import models as db

from goldthread.duties import RULES, Occurrence, Settings, Spoken, occurrences
from goldthread.people.models import Team, Worker
from goldthread.record import models
from goldthread.record.asking import Question, among, ask
from goldthread.record.fields import Choice, Choices
from goldthread.record.lives import standing_then
from goldthread.record.local import inforce
from goldthread.record.register import EntryType, entry_type
from goldthread.record.rows import columns, made, rows
from goldthread.record.speak import HERE


@dataclass(slots=True)
class Written:
    """One version of one entry. `number` is the entry's, `version` counts from 1; `values` is a row of the type's table."""

    number: int
    version: int
    kind: type[EntryType]
    person: int
    day: date
    until: date | None
    at: datetime | None
    recorded_at: datetime
    entered_at: datetime
    by: Any
    why: str
    withdrawn: bool
    together: int | None
    origin: str | None
    superseded_at: datetime | None
    values: EntryType
    significant: bool = False

    def said(self) -> list[tuple[db.Field, Any, str]]:
        """(field, value, the answer in words) for each question that was answered, in the order of the form."""
        answers = ((f, getattr(self.values, f.name), say(self.values, f)) for f in self.kind.questions())
        return [(f, value, words) for f, value, words in answers if words != ""]

    def headline(self) -> str:
        """One line for the timeline, such as "Visit: at home"."""
        said = [say(self.values, self.kind._meta.get_field(name)) for name in self.kind.headline]
        return ": ".join([self.kind.called.capitalize(), ", ".join(s for s in said if s)]).rstrip(": ")

    def words(self) -> str:
        """Everything that was written in it, for a search in the text."""
        return " ".join([self.headline(), *(words for _, _, words in self.said())])


@dataclass(slots=True)
class Change:
    """A new version of an entry: the answers that differ as (question, before, after), and the duties that moved."""

    now: Written
    before: Written
    differs: list[tuple[str, str, str]]
    moved: list[tuple[Occurrence | None, Occurrence | None]]


def say(values: EntryType, field: db.Field) -> str:
    """An answer in words; "" where nothing was said."""
    value = getattr(values, field.name)
    if value is None or value == "" or value == []:
        return ""
    if isinstance(field, Choice | Choices):
        return field.say(value)
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if isinstance(value, datetime):
        return f"{value.astimezone(HERE):%-d %B %Y, %H:%M}"
    if isinstance(value, date):
        return f"{value:%A %-d %B %Y}"
    if isinstance(value, models.Person):
        standing = getattr(value, "standing", None)
        return (f"{standing.forename} {standing.surname}".strip() if standing else "") or value.reference
    return str(value)


def read_entries(person: int, known: datetime | None = None, kinds: Iterable[str] | None = None) -> list[Written]:
    """The entries of a person as they stand, or stood at `known`; newest first."""
    return read_entries_of([person], known, kinds)[person]


def read_entries_of(people: Sequence[int], known: datetime | None = None, kinds: Iterable[str] | None = None) -> dict[int, list[Written]]:
    """The same of several people, in as many questions as of one."""
    if not people:
        return {}
    some, argument = among(people)
    moment, arguments = [] if known is None else [known], [argument] if known is None else [argument, known, known]
    only, codes = ("", []) if kinds is None else (" AND v.type = ANY(%s::text[])", [list(kinds)])
    stood = f"v.person_id {some} AND {standing_then(known)} AND NOT v.withdrawn{only} ORDER BY v.day DESC, v.at DESC, v.entry DESC"
    versions, marks = ask(_versions(stood, [*arguments, *codes]), (_marks(some, known), [argument, *moment]))
    marked = {entry for entry, significant in dict(marks).items() if significant}
    found: dict[int, list[Written]] = {person: [] for person in people}
    for written in _written(versions):
        written.significant = written.number in marked
        found[written.person].append(written)
    return found


def read_entry(number: int) -> list[Written]:
    """All versions of one entry, newest first."""
    return _asked(_versions("v.entry = %s ORDER BY v.number DESC", [number]))


def read_versions(person: int) -> list[Written]:
    """Every version of every entry of a person, withdrawn ones too, in the order they happened and were written."""
    return _asked(_versions("v.person_id = %s ORDER BY v.day, v.entry, v.number", [person]))


def changes(person: int, known: datetime | None = None, most: int | None = None) -> list[Change]:
    """The corrections of this person's entries known by then, newest first; `most` of them, for what moved is worked out for each."""
    newest = list(corrections(person, known).order_by("-recorded_at", "-entry", "-number").values_list("entry", "number")[:most])
    if not newest:
        return []
    entries, spoken = ask(_versions("v.entry = ANY(%s::bigint[])", [list({entry for entry, _ in newest})]), (SPOKEN, [person]))
    versions, said = {(w.number, w.version): w for w in _written(entries)}, [Spoken(*row) for row in spoken]
    pairs, settled = ((versions[entry, number], versions[entry, number - 1]) for entry, number in newest), inforce.rows()
    return [Change(now, before, differences(before, now), _moved(said, now, inforce.in_force_at(settled, now.recorded_at))) for now, before in pairs]


def corrections(person: int, known: datetime | None = None) -> db.QuerySet:
    """The versions that took the place of another, as known by then."""
    newer = models.Version.objects.filter(person=person, number__gt=1)
    return newer if known is None else newer.filter(recorded_at__lte=known)


def differences(before: Written, now: Written) -> list[tuple[str, str, str]]:
    """(question, answer before, answer now) where they differ."""
    found = [(question, _plain(a), _plain(b)) for question, a, b in (
        (now.kind.day_question, before.day, now.day), (now.kind.until_question, before.until, now.until),
        ("At what time?", before.at, now.at), ("Does it count?", before.withdrawn, now.withdrawn),
    ) if _plain(a) != _plain(b)]  # fmt: skip
    for field in now.kind.questions():
        a, b = say(before.values, field), say(now.values, field)
        if a != b:
            found.append((field.question, a, b))
    return found


def _plain(value: Any) -> str:
    if isinstance(value, bool):
        return "No: withdrawn" if value else "Yes"
    if isinstance(value, datetime):
        return f"{value.astimezone(HERE):%H:%M}"
    return f"{value:%A %-d %B %Y}" if value else "not said"


def _moved(spoken: list[Spoken], now: Written, settings: Settings) -> list[tuple[Occurrence | None, Occurrence | None]]:
    """Occurrences before and after this change, where they differ in what is due, met or ended."""
    at = now.recorded_at
    before = [s._replace(superseded=None) for s in spoken if s.recorded < at and (s.superseded is None or s.superseded >= at)]
    after = [s._replace(superseded=None) for s in spoken if s.recorded <= at and (s.superseded is None or s.superseded > at)]
    if before == after:  # it says nothing that a duty understands
        return []
    return compare(occurrences(before, RULES, settings), occurrences(after, RULES, settings))


def compare(before: list[Occurrence], after: list[Occurrence]) -> list[tuple[Occurrence | None, Occurrence | None]]:
    """Pairs of occurrences of one duty that differ; None where there is nothing on that side."""
    a, b = ({(o.code, o.opened_by, o.opened, o.place): o for o in side} for side in (before, after))
    pairs = ((a.get(key), b.get(key)) for key in {**a, **b})
    return [(x, y) for x, y in pairs if x is None or y is None or (x.due, x.met, x.ended, x.lapses) != (y.due, y.met, y.ended, y.lapses)]


SPOKEN = "SELECT word, day, at, key, entry, recorded_at, superseded_at FROM record_spoken WHERE person_id = %s"


def _marks(some: str, known: datetime | None) -> str:
    """SQL for (entry, whether it is held to be significant), of which the last one of an entry stands."""
    by_then = "" if known is None else " AND at <= %s"
    return f"SELECT entry, significant FROM record_mark WHERE person_id {some}{by_then} ORDER BY at, id"


def _versions(which: str, arguments: Sequence[Any]) -> Question:
    """Versions, as rows for `_written`. `which` is what stands after WHERE, of versions called `v`."""
    return f"SELECT {columns(models.Version, 'v')} FROM record_version v WHERE {which}", arguments


def _asked(versions: Question) -> list[Written]:
    return _written(ask(versions)[0])


def _written(versions: Iterable[tuple]) -> list[Written]:
    """Versions with their answers, and the workers, teams and people whom these name, each read once."""
    found = [made(models.Version, row) for row in versions]
    details = _details(found)
    workers, teams, people = _named({v.by_id for v in found}, details.values())
    for values in details.values():
        _follow(values, {Worker: workers, Team: teams, models.Person: people})
    return [_one(v, workers.get(v.by_id), details[v.pk]) for v in found]


def _details(versions: Iterable[models.Version]) -> dict[int, EntryType]:
    """The answers of each version, by its number, from the tables of their types."""
    wanted: dict[str, list[int]] = defaultdict(list)
    for v in versions:
        wanted[v.type].append(v.pk)
    return {number: values for some in rows(*((entry_type(code), keys) for code, keys in wanted.items())) for number, values in some.items()}


def _named(authors: set[int | None], details: Iterable[EntryType]) -> tuple[dict[int, Worker], dict[int, Team], dict[int, models.Person]]:
    """Who wrote, and whom the answers name: people with where they stand."""
    wanted: dict[type, set[int | None]] = {Worker: authors, Team: set(), models.Person: set()}
    for values in details:
        for field in _keys(type(values)):
            wanted[field.related_model].add(getattr(values, field.attname))
    *found, standings = rows(*wanted.items(), (models.Standing, wanted[models.Person]))
    key = models.Standing._meta.get_field("person")
    for number, person in found[2].items():
        key.remote_field.set_cached_value(person, standings.get(number))
    return found[0], found[1], found[2]


def _follow(values: EntryType, found: dict[type, dict[int, Any]]) -> None:
    """Give the answers of an entry whom they name."""
    for field in _keys(type(values)):
        field.set_cached_value(values, found[field.related_model].get(getattr(values, field.attname)))


@cache
def _keys(kind: type[EntryType]) -> tuple[db.ForeignKey, ...]:
    return tuple(f for f in kind.questions() if isinstance(f, db.ForeignKey))


def _one(v: models.Version, by: Worker | None, values: EntryType) -> Written:
    return Written(v.entry, v.number, type(values), v.person_id, v.day, v.until, v.at, v.recorded_at, v.entered_at, by, v.why,
                   v.withdrawn, v.together, v.origin, v.superseded_at, values)  # fmt: skip
