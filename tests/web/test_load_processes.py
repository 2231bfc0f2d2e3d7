"""A load goes on in a process of its own: seen while it lasts, told when it died."""

import os
import signal
import time
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connections

from goldthread.record.models import Standing
from goldthread.web.loading import keeping, telling, work
from goldthread.web.loading.models import BROKEN, DONE, RUNNING, WAITING, LoadRun
from tests.running_elsewhere import told_of_the_database
from tests.web import family
from tests.web.family import NOW
from tests.web.loads import REVIEWS, begun


@pytest.fixture(autouse=True)
def the_clock(settings):
    settings.GOLDTHREAD_NOW = "2026-11-20T17:28"


@pytest.fixture
def for_other_processes(transactional_db, monkeypatch, settings, tmp_path):
    """The tests' database, as a process of its own is told of it. Loads of another run of tests bear the same numbers: a home of its own keeps them apart."""
    told_of_the_database(monkeypatch, settings, tmp_path)
    return family.office()


def wait_until(true, seconds=30):
    ends = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < ends, "it took too long"
        time.sleep(0.1)


def test_a_load_goes_on_in_a_process_of_its_own(for_other_processes):
    run = begun(for_other_processes["ana"])
    work.start(run)
    wait_until(lambda: LoadRun.objects.get(pk=run.pk).is_over)
    run.refresh_from_db()
    assert (run.status, run.trouble) == (DONE, "") and run.report["children"] == 2 and run.progress["what"]
    assert Standing.objects.count() == 2


def test_a_load_whose_process_was_killed_is_shown_as_stopped_and_nothing_is_kept(for_other_processes):
    run = begun(for_other_processes["ana"])
    child = os.fork()
    if child == 0:  # pragma: no cover
        _be_killed_while_loading(run.pk)
    wait_until(lambda: LoadRun.objects.get(pk=run.pk).status == RUNNING)
    assert work.looked_after(LoadRun.objects.get(pk=run.pk), NOW).status == RUNNING
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    wait_until(lambda: not telling.is_at_it(run.pk))
    stopped = work.looked_after(LoadRun.objects.get(pk=run.pk), NOW)
    assert stopped.status == BROKEN and "Send the files again" in stopped.trouble
    assert not Standing.objects.exists() and not keeping.folder_of(run.pk).exists()


def _be_killed_while_loading(number):
    for inherited in connections.all():
        inherited.connection = None  # it belongs to the process that was forked
    with telling.Telling(number):
        time.sleep(60)
    os._exit(0)


def test_a_second_load_waits_for_the_first_and_is_known_to_be_there(for_other_processes):
    first, second = begun(for_other_processes["ana"]), begun(for_other_processes["ana"])
    with telling.Telling(first.pk):
        work.start(second)
        wait_until(lambda: telling.is_at_it(second.pk))
        assert LoadRun.objects.get(pk=second.pk).status == WAITING
        assert work.looked_after(LoadRun.objects.get(pk=second.pk), NOW + work.TIME_TO_START * 2).status == WAITING
    wait_until(lambda: LoadRun.objects.get(pk=second.pk).status == DONE)
    keeping.remove(first.pk)


def test_progress_is_seen_while_the_load_is_still_open(for_other_processes):
    run = begun(for_other_processes["ana"])
    with telling.Telling(run.pk) as told:
        assert telling.is_at_it(run.pk)
        told.say("rows", 5000)
    run.refresh_from_db()
    assert run.progress == {"what": "rows", "done": 5000} and not telling.is_at_it(run.pk)
    keeping.remove(run.pk)


def test_a_file_is_written_as_it_was_sent(db):
    keeping.keep(2, [(SimpleUploadedFile("a.csv", BytesIO(REVIEWS).read()), "a.csv")])
    assert (keeping.folder_of(2) / "a.csv").read_bytes() == REVIEWS
    keeping.remove(2)
