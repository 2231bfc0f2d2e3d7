"""Carrying out a load that was asked for on a page, in a process of its own, so that it goes on when the page is left."""

import logging
import subprocess
import sys
import threading
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings

from goldthread.exchange.loading import Stopped, load
from goldthread.exchange.report import Report
from goldthread.web.loading import keeping
from goldthread.web.loading.models import BROKEN, DONE, REFUSED, RUNNING, WAITING, LoadRun
from goldthread.web.loading.telling import Telling, is_at_it

TIME_TO_START = timedelta(minutes=2)
BROKE = "Something went wrong while the files were being loaded. Nothing of them was kept: the record is as it was. "
TELL = "Tell your support team the number of this load; its log is on the server."
STOPPED = "The load was stopped before it was done. Nothing of it was kept: the record is as it was. Send the files again."
NEVER_BEGAN = "The load could not be started. Nothing was kept. Send the files again, and if it happens again tell your support team."
log = logging.getLogger(__name__)


def start(run: LoadRun) -> None:
    """Begin a load in the background."""
    with (settings.LOGS / f"load-{run.pk}.log").open("wb") as output:
        command = [sys.executable, "-m", "goldthread.commands", "manage", "run_load", str(run.pk)]
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.STDOUT)
    threading.Thread(target=process.wait, daemon=True).start()  # so that no dead process is left lying


def carry_out(number: int, clock: Callable[[], datetime]) -> None:
    """Load what was sent, and write down what became of it. Never raises: what goes wrong is told on the page."""
    run = LoadRun.objects.get(pk=number)
    with Telling(number) as telling:
        try:
            report = load([keeping.folder_of(number)], clock(), by=run.worker_id, strict=run.strict, progress=telling.say)
        except Stopped as stopped:
            _finish(run, REFUSED, clock(), stopped.report, str(stopped))
        except Exception:
            log.exception("load %s", number)
            _finish(run, BROKEN, clock(), None, BROKE + TELL)
        else:
            _finish(run, DONE, clock(), report)


def _finish(run: LoadRun, status: str, ended: datetime, report: Report | None, trouble: str = "") -> None:
    told = {"report": storable(report.as_dict()), "words": storable("\n".join(report.lines()))} if report else {}
    LoadRun.objects.filter(pk=run.pk).update(status=status, ended_at=ended, trouble=trouble, **told)
    keeping.remove(run.pk)


def storable(value: Any) -> Any:
    """A report's values as the database can hold them, whatever was in the files: no noughts in words, no halves of characters."""
    match value:
        case str():
            return value.replace("\0", "").encode("utf-8", "replace").decode("utf-8")
        case dict():
            return {storable(key): storable(found) for key, found in value.items()}
        case list():
            return [storable(found) for found in value]
    return value


def looked_after(run: LoadRun, now: datetime) -> LoadRun:
    """The run as it is: one whose process has died is called broken, and its files are removed."""
    if run.is_over or is_at_it(run.pk):
        return run
    run.refresh_from_db()
    if run.status == RUNNING:
        _finish(run, BROKEN, now, None, STOPPED)
    elif run.status == WAITING and now - run.begun_at > TIME_TO_START:
        _finish(run, BROKEN, now, None, NEVER_BEGAN)
    run.refresh_from_db()
    return run
