"""Entries that earlier loads made and that stand now, to compare with what a return tells."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import connection

from goldthread.record.register import REGISTER
from goldthread.record.store import Stands, columns

HEADER = ("id", "entry", "number", "person_id", "day", "until", "withdrawn", "why", "entered_at", "origin")


@dataclass(frozen=True, slots=True)
class Kept:
    """The version of an entry that stands."""

    version: int
    entry: int
    number: int
    person: int
    day: date
    until: date | None
    withdrawn: bool
    why: str
    entered_at: datetime
    kind: str
    values: dict[str, Any]

    def stands(self, *, withdraw: bool = False) -> Stands:
        return Stands(self.version, self.entry, self.number, self.entered_at, withdraw)


def kept_for(people: Sequence[int]) -> dict[str, Kept]:
    """Standing entries of these people that came from files, by origin."""
    found: dict[str, Kept] = {}
    for kind, versions in _by_kind(people).items():
        names = [name for _, name, _ in columns(kind)]
        wanted = ", ".join(f'"{column}"' for column, _, _ in columns(kind))
        table = REGISTER[kind]._meta.db_table
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT version_id{', ' if wanted else ''}{wanted} FROM {table} WHERE version_id = ANY(%s)", [list(versions)])
            for version, *values in cursor:
                row = versions[version]
                found[row[9]] = Kept(*row[:9], kind, dict(zip(names, values, strict=True)))
    return found


def _by_kind(people: Sequence[int]) -> dict[str, dict[int, tuple[Any, ...]]]:
    kinds: dict[str, dict[int, tuple[Any, ...]]] = defaultdict(dict)
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT type, {', '.join(HEADER)} FROM record_version "
            "WHERE person_id = ANY(%s) AND superseded_at IS NULL AND origin IS NOT NULL",
            [list(people)],
        )  # fmt: skip
        for kind, *row in cursor:
            kinds[kind][row[0]] = tuple(row)
    return kinds
