"""Working many children out again after a change, in a process of its own; whether anybody is still at it."""

import logging
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta

from django.conf import settings
from django.db import connection

from goldthread.record.local import changing
from goldthread.record.local.models import BROKEN, DONE, RUNNING, WAITING, SettingsRun

LOCK = 1195592774  # the space of these locks, next to those of loads and of the settings
ONE_AT_A_TIME = 0  # no run has this number
SLICE = 200  # people kept together: a second or so, in which nobody else writes about them
TIME_TO_START = timedelta(minutes=2)
log = logging.getLogger(__name__)


def start(run: SettingsRun) -> None:
    """Begin a run in the background."""
    with (settings.LOGS / f"settings-{run.pk}.log").open("wb") as output:
        command = [sys.executable, "-m", "goldthread.commands", "manage", "run_settings", str(run.pk)]
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.STDOUT)
    threading.Thread(target=process.wait, daemon=True).start()  # so that no dead process is left lying


def carry_out(number: int, clock: Callable[[], datetime]) -> None:
    """Work out everybody whom the run is about, and write down how far it is. Never raises: what goes wrong is told on the page."""
    with _held(number):
        run = SettingsRun.objects.select_related("setting").get(pk=number)
        try:
            _work(run, clock)
        except Exception:
            log.exception("settings run %s", number)
            _say(run, status=BROKEN, ended_at=clock())


def _work(run: SettingsRun, clock: Callable[[], datetime]) -> None:
    people = changing.on_the_way(run)
    _say(run, status=RUNNING, done=0, of=len(people))
    for start in range(0, len(people), SLICE):
        changing.work_out_again(people[start : start + SLICE], clock())
        _say(run, done=min(start + SLICE, len(people)))
    _say(run, status=DONE, ended_at=clock())
    changing.finished(clock())


def _say(run: SettingsRun, **changed: object) -> None:
    SettingsRun.objects.filter(pk=run.pk).update(**changed)


@contextmanager
def _held(number: int) -> Iterator[None]:
    """This run's lock, so that it is known to be at work, then the one that lets one run work at a time."""
    with connection.cursor() as cursor:
        for lock in (number, ONE_AT_A_TIME):
            cursor.execute("SELECT pg_advisory_lock(%s::int, %s::int)", [LOCK, lock])
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            for lock in (number, ONE_AT_A_TIME):
                cursor.execute("SELECT pg_advisory_unlock(%s::int, %s::int)", [LOCK, lock])


def is_at_it(number: int) -> bool:
    """Whether a process is working on this run."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT EXISTS (SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND granted AND classid = %s AND objid = %s "
            "AND database = (SELECT oid FROM pg_database WHERE datname = current_database()))",
            [LOCK, number],
        )
        return bool(cursor.fetchone()[0])


def looked_after(run: SettingsRun, now: datetime) -> SettingsRun:
    """The run as it is: one whose process has died, or never came to life, is called broken."""
    if run.is_over or is_at_it(run.pk):
        return run
    run.refresh_from_db()
    if run.status == RUNNING or (run.status == WAITING and now - run.begun_at > TIME_TO_START):
        _say(run, status=BROKEN, ended_at=now)
        run.refresh_from_db()
    return run


def unfinished(now: datetime) -> list[SettingsRun]:
    """Runs that are not done, the oldest first."""
    found = SettingsRun.objects.exclude(status=DONE).select_related("setting").order_by("pk")
    return [run for run in (looked_after(run, now) for run in found) if run.status != DONE]


def go_on(run: SettingsRun, now: datetime) -> bool:
    """Let a broken run wait again, to be started once that is kept. False where it is not broken."""
    if looked_after(run, now).status != BROKEN:
        return False
    _say(run, status=WAITING, begun_at=now, ended_at=None)
    return True
