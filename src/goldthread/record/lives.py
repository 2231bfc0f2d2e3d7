"""Reading what is known of people, now or as it was known at some moment, in as few questions as it takes."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from goldthread.duties import Spoken
from goldthread.duties.life import make
from goldthread.record.asking import Question, among, ask

FACTS = ("person", "address", "allocation", "protection_plan", "legal_status")  # what a standing is made from, besides words

COLUMNS = {
    "person": "forename, surname, other_names, sex, ethnicity, born, expected, died, upn",
    "address": "postcode, kind",
    "allocation": "works_as, worker_id, team_id",
    "protection_plan": "latest_category",
    "legal_status": "status",
}
NAMES = {kind: ("entry", "day", "until", "recorded_at", *columns.split(", ")) for kind, columns in COLUMNS.items()}
OF_ALL = [(kind, column) for kind in FACTS for column in COLUMNS[kind].split(", ")]
PLACES = {kind: slice(OF_ALL.index((kind, names[4])), OF_ALL.index((kind, names[-1])) + 1) for kind, names in NAMES.items()}
TABLES = {"person": "record_persondetails", "address": "record_address", "allocation": "record_allocation",
          "protection_plan": "record_protectionplan", "legal_status": "record_legalstatus"}  # fmt: skip


@dataclass(slots=True)
class Life:
    """What is known of one person: the words, and the standing versions of the few entry types in FACTS."""

    person: int
    spoken: list[Spoken] = field(default_factory=list)
    facts: dict[str, list[dict[str, Any]]] = field(default_factory=lambda: defaultdict(list))

    def latest(self, kind: str) -> dict[str, Any]:
        """The facts of the newest entry of this type, or none."""
        return max(self.facts[kind], key=lambda f: (f["day"], f["recorded_at"]), default={})

    def current(self, kind: str) -> list[dict[str, Any]]:
        """Those that have not ended, oldest first."""
        return sorted((f for f in self.facts[kind] if f["until"] is None), key=lambda f: f["day"])


def read_lives(people: Sequence[int], known: datetime | None = None) -> dict[int, Life]:
    """Lives by person, as they stand, or as they were known at `known`."""
    return lives_of(people, *ask(*questions(people, known)))


def read_words(person: int) -> list[Spoken]:
    """Every word of one person as it stands: what an engine needs, and nothing else."""
    [spoken] = ask(questions([person])[0])
    return [Spoken(*row[1:]) for row in spoken]


def questions(people: Sequence[int], known: datetime | None = None) -> list[Question]:
    """What to ask to know these lives: the words, and the facts."""
    some, argument = among(people)
    arguments = [argument] if known is None else [argument, known, known]
    return [(_spoken_sql(some, known), arguments), (_facts_sql(some, known), arguments)]


def lives_of(people: Sequence[int], spoken: Sequence[tuple], facts: Sequence[tuple]) -> dict[int, Life]:
    """Lives by person from the answers to `questions`."""
    lives = {person: Life(person) for person in people}
    say = {person: life.spoken.append for person, life in lives.items()}
    for row in spoken:
        say[row[0]](make(Spoken, row[1:]))
    for person, kind, entry, day, until, recorded, *values in facts:
        said = (entry, day, until, recorded, *values[PLACES[kind]])
        lives[person].facts[kind].append(dict(zip(NAMES[kind], said, strict=True)))
    return lives


def standing_then(known: datetime | None, table: str = "v") -> str:
    """SQL that keeps the versions that stood: now, or at the moment given twice as an argument."""
    if known is None:
        return f"{table}.superseded_at IS NULL"
    return f"{table}.recorded_at <= %s AND ({table}.superseded_at IS NULL OR {table}.superseded_at > %s)"


def _spoken_sql(some: str, known: datetime | None) -> str:
    superseded = "superseded_at" if known is None else "NULL::timestamptz"  # what stood then had not been replaced yet
    return f"""SELECT person_id, word, day, at, key, entry, recorded_at, {superseded}
               FROM record_spoken v WHERE person_id {some} AND {standing_then(known)}"""


def _facts_sql(some: str, known: datetime | None) -> str:
    """One look at a person's versions for all kinds: each has its row in one of the tables."""
    columns = ", ".join(f"{kind}.{column}" for kind, column in OF_ALL)
    kinds = ", ".join(f"'{kind}'" for kind in FACTS)
    tables = " ".join(f"LEFT JOIN {TABLES[kind]} {kind} ON {kind}.version_id = v.id AND v.type = '{kind}'" for kind in FACTS)
    return f"""SELECT v.person_id, v.type, v.entry, v.day, v.until, v.recorded_at, {columns} FROM record_version v {tables}
               WHERE v.person_id {some} AND v.type IN ({kinds}) AND NOT v.withdrawn AND {standing_then(known)}"""
