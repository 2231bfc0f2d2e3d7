"""Entries as a person reads them: with the type's questions and answers, who wrote them, when, and what was changed."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import models as db
from django.db.models import Q

from goldthread.duties import Occurrence, Spoken, occurrences
from goldthread.record import models
from goldthread.record.fields import Choice, Choices
from goldthread.record.register import EntryType, entry_type
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
        return f"{standing.forename} {standing.surname}".strip() if standing else value.reference
    return str(value)


def read_entries(person: int, known: datetime | None = None, kinds: Iterable[str] | None = None) -> list[Written]:
    """The entries of a person as they stand, or stood at `known`; newest first."""
    versions = models.Version.objects.filter(_stood(known), person=person, withdrawn=False)
    if kinds is not None:
        versions = versions.filter(type__in=list(kinds))
    found = _written(versions.order_by("-day", "-at", "-entry"))
    marked = _significant(person, known)
    for written in found:
        written.significant = written.number in marked
    return found


def read_entry(number: int) -> list[Written]:
    """All versions of one entry, newest first."""
    return _written(models.Version.objects.filter(entry=number).order_by("-number"))


def changes(person: int, known: datetime | None = None, most: int | None = None) -> list[Change]:
    """The corrections of this person's entries known by then, newest first; `most` of them, for what moved is worked out for each."""
    newest = list(corrections(person, known).order_by("-recorded_at", "-entry", "-number").values_list("entry", "number")[:most])
    if not newest:
        return []
    entries = _written(models.Version.objects.filter(entry__in={entry for entry, _ in newest}))
    versions = {(w.number, w.version): w for w in entries}
    spoken = _all_spoken(person)
    pairs = ((versions[entry, number], versions[entry, number - 1]) for entry, number in newest)
    return [Change(now, before, differences(before, now), _moved(spoken, now)) for now, before in pairs]


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


def _moved(spoken: list[Spoken], now: Written) -> list[tuple[Occurrence | None, Occurrence | None]]:
    """Occurrences before and after this change, where they differ in what is due, met or ended."""
    at = now.recorded_at
    before = [s._replace(superseded=None) for s in spoken if s.recorded < at and (s.superseded is None or s.superseded >= at)]
    after = [s._replace(superseded=None) for s in spoken if s.recorded <= at and (s.superseded is None or s.superseded > at)]
    return compare(occurrences(before), occurrences(after))


def compare(before: list[Occurrence], after: list[Occurrence]) -> list[tuple[Occurrence | None, Occurrence | None]]:
    """Pairs of occurrences of one duty that differ; None where there is nothing on that side."""
    a, b = ({(o.code, o.opened_by, o.opened, o.place): o for o in side} for side in (before, after))
    pairs = ((a.get(key), b.get(key)) for key in {**a, **b})
    return [(x, y) for x, y in pairs if x is None or y is None or (x.due, x.met, x.ended, x.lapses) != (y.due, y.met, y.ended, y.lapses)]


def _all_spoken(person: int) -> list[Spoken]:
    rows = models.Spoken.objects.filter(person=person)
    return [Spoken(*row) for row in rows.values_list("word", "day", "at", "key", "entry", "recorded_at", "superseded_at")]


def _stood(known: datetime | None) -> Q:
    if known is None:
        return Q(superseded_at__isnull=True)
    return Q(recorded_at__lte=known) & (Q(superseded_at__isnull=True) | Q(superseded_at__gt=known))


def _written(versions: db.QuerySet) -> list[Written]:
    rows = list(versions.select_related("by"))
    wanted = defaultdict(list)
    for v in rows:
        wanted[v.type].append(v.pk)
    details = {}
    for code, keys in wanted.items():
        kind = entry_type(code)
        details.update(kind.objects.select_related(*_followed(kind)).in_bulk(keys))
    return [_one(v, details[v.pk]) for v in rows]


def _followed(kind: type[EntryType]) -> list[str]:
    keys = [f for f in kind.questions() if isinstance(f, db.ForeignKey)]
    return [f.name + "__standing" if f.related_model is models.Person else f.name for f in keys]


def _one(v: models.Version, values: EntryType) -> Written:
    return Written(v.entry, v.number, type(values), v.person_id, v.day, v.until, v.at, v.recorded_at, v.entered_at, v.by, v.why,
                   v.withdrawn, v.together, v.origin, v.superseded_at, values)  # fmt: skip


def _significant(person: int, known: datetime | None) -> set[int]:
    marks = models.Mark.objects.filter(person=person).order_by("at", "id")
    if known is not None:
        marks = marks.filter(at__lte=known)
    last = dict(marks.values_list("entry", "significant"))
    return {entry for entry, significant in last.items() if significant}
