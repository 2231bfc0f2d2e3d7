"""What was known of people at one moment, up to one day: only the versions that stood then, batch by batch."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cache
from typing import Any, NamedTuple

from django.db import connection
from django.db.models import TextField

from goldthread.clock.ages import add_months
from goldthread.people.models import Team, Worker
from goldthread.record.acting import counting
from goldthread.record.lives import standing_then
from goldthread.record.register import REGISTER, entry_type

AT_ONCE = 1_000  # people in memory together

EVENTS = ("contact", "referral", "assessment", "enquiry", "conference", "closing")
SPANS = ("assessment", "enquiry", "protection_plan", "need_plan", "allocation")
ALWAYS = ("early_help", "adoption_decision", "adopter", "leaving_care", "looked_after")
READ = (
    "person", "contact", "early_help", "referral", "assessment", "enquiry", "conference", "closing", "visit", "need_plan", "protection_plan",
    "looked_after", "legal_status", "placement", "care_plan", "review", "health_assessment", "missing", "return_interview", "leaving_care",
    "leaving_care_contact", "pathway_plan", "adoption_decision", "adopter", "allocation", "list_answers", "note",
)  # fmt: skip


class Asked(NamedTuple):
    """The day of the inspection and the moment whose knowledge counts."""

    on: date
    known: datetime

    def months_before(self, number: int) -> date:
        return add_months(self.on, -number)


@dataclass(slots=True)
class Known:
    """One person. `told` has their entries by type, oldest first, as they stood; nothing in it happened after the day.

    An entry has its number `entry`, `day`, `until` (None: it went on at the day asked about), `ends` (its end, even
    if that came later), `wrote` (who wrote the version, if it came in no file) and the fields of its type.
    """

    person: int
    reference: str
    family: int | None
    asked: Asked
    names: "Names"
    told: Mapping[str, list[Any]] = field(default_factory=lambda: defaultdict(list))

    def of(self, kind: str) -> list[Any]:
        return self.told.get(kind, [])

    def latest(self, kind: str, wanted: Callable[[Any], bool] = lambda entry: True) -> Any:
        """The newest entry of a type that is wanted, or None."""
        return next((entry for entry in reversed(self.of(kind)) if wanted(entry)), None)

    @property
    def on(self) -> date:
        return self.asked.on

    def past(self, day: date | None) -> date | None:
        """A day that had come by the inspection; later ones are not told."""
        return day if day is not None and day <= self.on else None


class Names(NamedTuple):
    """Workers and teams by number, and the numbers by which adopters are known elsewhere. They are as they are now."""

    workers: dict[int, tuple[str, int | None]]
    teams: dict[int, str]
    adopters: dict[int, str]

    @classmethod
    def read(cls) -> "Names":
        workers = {pk: (name, team) for pk, name, team in Worker.objects.values_list("pk", "name", "team")}
        with connection.cursor() as cursor:
            cursor.execute("SELECT person_id, value FROM record_identifier WHERE scheme = 'adopter id' ORDER BY id DESC")
            return cls(workers, dict(Team.objects.values_list("pk", "name")), dict(cursor.fetchall()))

    def team(self, number: int | None) -> str:
        return self.teams.get(number, "") if number else ""

    def worker(self, number: int | None) -> str:
        return self.workers[number][0] if number in self.workers else ""

    def team_of(self, worker: int | None) -> str:
        return self.team(self.workers[worker][1]) if worker in self.workers else ""


def everybody(asked: Asked) -> Iterator[Known]:
    """Everybody who may stand in some list, in the order of their references."""
    with counting():  # closed records are counted too: annex_a_out.lists tells of them only that there are some
        people, names = _candidates(asked), Names.read()
    for start in range(0, len(people), AT_ONCE):
        some = people[start : start + AT_ONCE]
        found = {person: Known(person, reference, family, asked, names) for person, reference, family in some}
        with counting():
            for person, kind, entry in _told(list(found), asked):
                found[person].told[kind].append(entry)
        yield from found.values()


def _candidates(asked: Asked) -> list[tuple[int, str, int | None]]:
    known, year = asked.known, asked.months_before(12)
    sql = f"""
        SELECT p.id, p.reference, p.family FROM record_person p WHERE p.id IN (
          SELECT v.person_id FROM record_version v
          WHERE {standing_then(known)} AND NOT v.withdrawn AND v.day <= %s AND (
            (v.type = ANY(%s) AND v.day >= %s) OR (v.type = ANY(%s) AND (v.until IS NULL OR v.until >= %s)) OR v.type = ANY(%s))
          UNION
          SELECT v.person_id FROM record_version v JOIN record_referral r ON r.version_id = v.id
          WHERE {standing_then(known)} AND NOT v.withdrawn AND v.type = 'referral' AND v.day <= %s AND r.decision = 'accepted'
            AND NOT EXISTS (
              SELECT 1 FROM record_version c JOIN record_closing d ON d.version_id = c.id
              WHERE c.person_id = v.person_id AND c.type = 'closing' AND {standing_then(known, "c")} AND NOT c.withdrawn
                AND c.day <= %s AND d.closes = v.entry)
        ) ORDER BY p.reference"""
    with connection.cursor() as cursor:
        cursor.execute(sql, [known, known, asked.on, list(EVENTS), year, list(SPANS), year, list(ALWAYS),
                             known, known, asked.on, known, known, asked.on])  # fmt: skip
        return cursor.fetchall()


def _told(people: Sequence[int], asked: Asked) -> Iterator[tuple[int, str, Any]]:
    """(person, type, entry), oldest first. All versions are found at once and then, type by type, what they say."""
    versions = list(_versions(people, asked))
    by_kind: dict[str, list[int]] = defaultdict(list)
    for version, kind, *_ in versions:
        by_kind[kind].append(version)
    says = {kind: _says(kind, wanted) for kind, wanted in by_kind.items()}
    for version, kind, person, *row in versions:
        yield person, kind, _made(kind)(*row, *says[kind][version])


def _versions(people: Sequence[int], asked: Asked) -> Iterator[tuple[Any, ...]]:
    """Those that stood at the moment. Facts about the person themselves count whenever they were told, the rest if it had happened."""
    sql = f"""SELECT v.id, v.type, v.person_id, v.entry, v.day, CASE WHEN v.until <= %s THEN v.until END, v.until,
                     CASE WHEN v.origin IS NULL THEN v.by_id END
              FROM record_version v
              WHERE v.person_id = ANY(%s) AND v.type = ANY(%s) AND NOT v.withdrawn AND {standing_then(asked.known)}
                AND (v.day <= %s OR v.type = 'person')
              ORDER BY v.person_id, v.day, v.entry"""
    return _binary(sql, [asked.on, list(people), list(READ), asked.known, asked.known, asked.on])


def _says(kind: str, versions: list[int]) -> dict[int, Sequence[Any]]:
    """What versions of one type say, by their number."""
    fields = "".join(f', "{column}"' for column, _ in _columns(kind))
    table = REGISTER[kind]._meta.db_table
    return {version: row for version, *row in _binary(f"SELECT version_id{fields} FROM {table} WHERE version_id = ANY(%s)", [versions])}


def _binary(sql: str, given: list[Any]) -> Iterator[tuple[Any, ...]]:
    """Rows read in binary, as in record.lives."""
    connection.ensure_connection()
    with connection.wrap_database_errors, connection.connection.cursor(binary=True) as cursor:
        yield from cursor.execute(sql, given)


@cache
def _columns(kind: str) -> tuple[tuple[str, str], ...]:
    """(column, name) of the fields of a type, without what was written in words: no list has any."""
    return tuple((f.column, f.name) for f in entry_type(kind).questions() if not isinstance(f, TextField))


@cache
def _made(kind: str) -> type:
    """A row of this type as a tuple with names."""
    return NamedTuple(kind, [(name, Any) for name in ("entry", "day", "until", "ends", "wrote", *(n for _, n in _columns(kind)))])  # type: ignore[misc]
