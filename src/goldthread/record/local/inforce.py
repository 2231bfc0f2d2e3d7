"""The settings in force, now or as they were known at a moment. Read anew only when something was added."""

import hashlib
from datetime import date, datetime
from functools import lru_cache
from typing import NamedTuple

from goldthread.duties import DEFAULTS, Settings
from goldthread.record.asking import Question, ask
from goldthread.record.local.models import LocalSetting
from goldthread.record.local.words import made_of


class Row(NamedTuple):
    """One row of LocalSetting as a value; `by` is the worker's name."""

    number: int
    what: str
    name: str
    value: str
    since: date | None
    by: str
    at: datetime
    why: str
    withdraws: int | None


NEWEST: Question = ("SELECT max(id) FROM record_localsetting", ())


def rows() -> tuple[Row, ...]:
    """Everything that was ever settled, in the order it was written."""
    [[(newest,)]] = ask(NEWEST)
    return _rows(newest) if newest else ()


@lru_cache(maxsize=8)
def _rows(newest: int) -> tuple[Row, ...]:
    """Those up to a number. Whoever adds one keeps everybody else from adding, so none with a lower number comes later."""
    found = LocalSetting.objects.filter(pk__lte=newest).order_by("pk")
    columns = ("pk", "what", "name", "value", "since", "by__name", "at", "why", "withdraws_id")
    return tuple(Row(*row) for row in found.values_list(*columns))


def standing(known: datetime | None = None) -> tuple[Row, ...]:
    """The choices that nobody has taken back, now or as known at a moment, in the order they were written."""
    return _standing(rows(), known)


@lru_cache(maxsize=256)
def _standing(every: tuple[Row, ...], known: datetime | None) -> tuple[Row, ...]:
    said = [row for row in every if known is None or row.at <= known]
    gone = {row.withdraws for row in said}
    return tuple(row for row in said if row.withdraws is None and row.number not in gone)


def in_force(known: datetime | None = None) -> Settings:
    """The authority's settings, now or as they were known at a moment. The same object as long as nothing was added."""
    return _made_of(standing(known))


@lru_cache(maxsize=64)
def _made_of(stood: tuple[Row, ...]) -> Settings:
    return made_of((row.what, row.name, row.value, row.since, row.by or "", row.why) for row in stood) if stood else DEFAULTS


def in_force_at(every: tuple[Row, ...], known: datetime) -> Settings:
    """The settings as they were known at a moment, from everything that was ever settled: for whoever asks about several moments."""
    return _made_of(_standing(every, known))


def in_force_with(newest: int | None) -> Settings:
    """The settings now, by the newest number of what was settled: what NEWEST answers."""
    return _made_of(_standing(_rows(newest), None)) if newest else DEFAULTS


def fingerprint() -> str:
    """Of the choices in force: another one means that what is stored may differ."""
    told = [(row.what, row.name, row.value, row.since) for row in standing()]
    return hashlib.sha256(repr(told).encode()).hexdigest()
