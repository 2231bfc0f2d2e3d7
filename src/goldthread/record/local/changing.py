"""Settling something: a row is added, and what follows from it for children is worked out again.

Few children are worked out in the same transaction, more in the background in slices, each kept by itself. While
somebody settles something nobody writes, so that no entry is worked out from settings that were just replaced.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from django.db import OperationalError, connection, transaction

from goldthread.people.models import Worker
from goldthread.people.roles import CHANGE_SETTINGS
from goldthread.people.sight import check_may
from goldthread.record import fresh
from goldthread.record.acting import settling
from goldthread.record.asking import ask
from goldthread.record.derive import derive
from goldthread.record.local import inforce, touched
from goldthread.record.local.checks import Choice, Nonsense, check
from goldthread.record.local.holding import hold
from goldthread.record.local.models import DONE, KEPT, LocalSetting, SettingsRun
from goldthread.record.local.words import NOT_YET
from goldthread.record.models import Person
from goldthread.record.store import TOUCH
from goldthread.record.trail.acts import SETTLE
from goldthread.record.trail.writing import Trail, write

AT_ONCE = 300  # children worked out while somebody waits for the page
PATIENCE = "5s"
BUSY = "Somebody is loading files or writing just now. Nothing was changed: try again in a moment."


class Settled(NamedTuple):
    """The row that was added, how many children it touched, and the run that works them out, where they are many."""

    setting: LocalSetting
    children: int
    run: SettingsRun | None


def settle(actor: Worker, now: datetime, choice: Choice, trail: Trail | None = None) -> Settled:
    """Add a choice. Raises Nonsense where it cannot be meant, and NotAllowed for somebody who may not."""
    check_may(actor, CHANGE_SETTINGS)
    check(choice, now.date())
    since = None if choice.what == KEPT and choice.value == NOT_YET else choice.since
    return _add(actor, now, LocalSetting(what=choice.what, name=choice.name, value=choice.value.strip(), since=since, why=choice.why.strip()), trail)


def take_back(actor: Worker, now: datetime, number: int, why: str, trail: Trail | None = None) -> Settled:
    """Say that a choice should not be there. It stays readable, and what was chosen before it holds again."""
    check_may(actor, CHANGE_SETTINGS)
    if not why.strip():
        raise Nonsense("why", "Say why it should not be there.")
    row = next((row for row in inforce.standing() if row.number == number), None)
    if row is None:
        raise Nonsense("why", "This has been taken back already.")
    return _add(actor, now, LocalSetting(what=row.what, name=row.name, value=row.value, since=row.since, why=why.strip(), withdraws_id=number), trail)


def _add(actor: Worker, now: datetime, row: LocalSetting, trail: Trail | None) -> Settled:
    row.by, row.at = actor, now
    with settling(), transaction.atomic():
        _alone()
        was_fresh = fresh.is_fresh()
        row.save()
        write(actor, now, SETTLE, trail, page=row.what, what=row.pk)
        people = touched.people(row.what, row.name, row.since)
        if len(people) > AT_ONCE:
            return Settled(row, len(people), SettingsRun.objects.create(setting=row, of=len(people), begun_at=now))
        ask((TOUCH, [people]))
        derive(people, now, queue=None, by=None)
        if was_fresh:
            fresh.now_fresh(now)
    return Settled(row, len(people), None)


def _alone() -> None:
    """Until the end of the transaction nobody else settles or writes anything."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('lock_timeout', %s, true)", [PATIENCE])
        try:
            with transaction.atomic():
                hold(alone=True)
        except OperationalError as busy:
            raise Nonsense("value", BUSY) from busy
        cursor.execute("SELECT set_config('lock_timeout', '0', true)")


def work_out_again(people: Sequence[int], now: datetime) -> None:
    """One slice of a run: nobody writes about these people meanwhile."""
    with transaction.atomic():
        hold()
        list(Person.objects.select_for_update().filter(pk__in=people).order_by("pk").values_list("pk"))
        derive(people, now, queue=None, by=None)


def on_the_way(run: SettingsRun) -> list[int]:
    """Everybody whom a run has to work out."""
    return touched.people(run.setting.what, run.setting.name, run.setting.since)


def finished(now: datetime) -> None:
    """What is stored follows from the settings in force, unless another run still has to say so."""
    if not SettingsRun.objects.exclude(status=DONE).exists():
        fresh.now_fresh(now)

