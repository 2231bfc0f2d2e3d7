"""What a form asks is done once, however often it arrives, and tried again only where that is safe."""

import re
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier
from types import SimpleNamespace

import psycopg
import pytest
from django.contrib.sessions.backends.base import UpdateError
from django.contrib.sessions.backends.db import SessionStore
from django.db import OperationalError, connection, connections
from django.http import HttpResponse
from django.shortcuts import redirect
from django.test import RequestFactory

from goldthread.record.models import Look, Version
from goldthread.record.trail.writing import Trail
from goldthread.web import clockwork, errors
from goldthread.web.presses import once
from goldthread.web.presses.models import Press
from tests.web import family
from tests.web.family import signed_in

pytestmark = pytest.mark.django_db
ALLOCATE = "/write/LK-KOFI/allocation/"
NUMBER = re.compile(r'name="once" value="([^"]+)"')


@pytest.fixture(autouse=True)
def the_clock(settings):
    settings.GOLDTHREAD_NOW = "2026-11-20T17:34"


@pytest.fixture
def office(db):
    made = family.office()
    family.larkfields(made["priya"])
    return made


@pytest.fixture
def ngozi(office):
    return signed_in(office["ngozi"])


def form(client, address=ALLOCATE):
    return NUMBER.search(client.get(address).content.decode())[1]


def allocations():
    return Version.objects.filter(type="allocation", person__reference="LK-KOFI", number=1).count()


def sent(office, number, **more):
    return {"once": number, "save": "1", "works_as": "social_worker", "worker": str(office["marcus"].pk), "day": "20/11/2026", "reason": "Priya moves", **more}


# Once


def test_every_form_on_every_page_carries_a_number_of_its_own(ngozi):
    page = ngozi.get("/write/LK-KOFI/note/").content.decode()
    assert page.count('name="once"') == page.count('name="csrfmiddlewaretoken"') >= 1
    assert form(ngozi) != form(ngozi)


def test_the_same_press_again_answers_what_the_first_did_and_writes_nothing(ngozi, office):
    words = sent(office, form(ngozi))
    first, before, again = ngozi.post(ALLOCATE, words), Look.objects.latest("pk").pk, ngozi.post(ALLOCATE, words)
    assert [line.act for line in Look.objects.filter(pk__gt=before)] == ["list"]
    assert (first.status_code, first.url) == (again.status_code, again.url) == (302, "/children/LK-KOFI/")
    assert allocations() == 2
    assert "Nothing was written twice" in ngozi.get("/children/LK-KOFI/").content.decode()


def test_without_a_number_the_second_press_is_told_that_it_was_done_already(ngozi, office):
    """As from a page of before the numbers: the form's own checks are all there is."""
    words = sent(office, "")
    assert ngozi.post(ALLOCATE, words).status_code == 302
    assert ngozi.post(ALLOCATE, words).status_code == 422
    assert not Press.objects.exists()


def test_other_words_under_the_same_number_are_something_new(ngozi, office):
    """Whoever goes back, writes something else and saves has not pressed twice."""
    number = form(ngozi)
    ngozi.post(ALLOCATE, sent(office, number))
    assert ngozi.post(ALLOCATE, sent(office, number, worker=str(office["priya"].pk))).status_code == 302
    assert allocations() == 3


def test_the_number_of_another_worker_opens_nothing(ngozi, office):
    words = sent(office, form(ngozi))
    ngozi.post(ALLOCATE, words)
    answer = signed_in(office["marcus"]).post(ALLOCATE, words)
    assert answer.status_code == 403


def test_a_form_with_a_mistake_in_it_is_not_done_and_may_be_sent_again(ngozi, office):
    number = form(ngozi)
    assert ngozi.post(ALLOCATE, sent(office, number, worker="")).status_code == 422
    assert not Press.objects.exists()
    assert ngozi.post(ALLOCATE, sent(office, number)).status_code == 302


def test_a_press_is_kept_with_what_it_did_or_not_at_all(ngozi, office, monkeypatch):
    def full(*args, **kwargs):
        raise OperationalError("gone")

    monkeypatch.setattr(once.Press.objects, "create", full)
    monkeypatch.setattr(once, "TRIES", 1)
    words = sent(office, form(ngozi))
    assert ngozi.post(ALLOCATE, words).status_code == 503
    monkeypatch.undo()
    assert allocations() == 1
    assert ngozi.post(ALLOCATE, words).status_code == 302


def test_presses_are_forgotten_after_a_month(ngozi, office):
    ngozi.post(ALLOCATE, sent(office, form(ngozi)))
    now = clockwork.now()
    assert once.forget_old(now + timedelta(days=29)) == 0
    assert once.forget_old(now + timedelta(days=31)) == 1


@pytest.mark.django_db(transaction=True)
def test_two_presses_at_the_same_moment_write_once(office):
    client = signed_in(office["ngozi"])
    words, at_once = sent(office, form(client)), Barrier(2)

    def press(_):
        tab = signed_in(office["ngozi"])
        at_once.wait()
        answer = tab.post(ALLOCATE, words)
        connections.close_all()
        return answer.status_code, answer.url

    with ThreadPoolExecutor(2) as both:
        assert set(both.map(press, [1, 2])) == {(302, "/children/LK-KOFI/")}
    assert allocations() == 2


# Tried again


def failed(kind):
    error = OperationalError("said by the database")
    error.__cause__ = kind
    return error


class Fails:
    """A view that fails so many times before it answers."""

    __module__ = "goldthread.web.anything"

    def __init__(self, *kinds):
        self.kinds, self.asked = list(kinds), 0

    def __call__(self, request):
        self.asked += 1
        if self.kinds:
            raise failed(self.kinds.pop(0))
        return redirect("/done/") if request.method == "POST" else HttpResponse("read")


def ask(view, method="get", number="7f", worker=None):
    request = getattr(RequestFactory(), method)("/anything/", {"once": number})
    request.user, request.session, request.now, request.trail = worker, {}, clockwork.now(), Trail()
    return once._view(request, view, (), {})


GONE = psycopg.errors.AdminShutdown
SILENT = psycopg.OperationalError


@pytest.fixture
def no_test_transaction(monkeypatch):
    """Tests stand in a transaction, in which nothing could be tried again; and their connection is to stay."""
    monkeypatch.setattr(once, "WAIT", 0)
    monkeypatch.setattr(once, "connection", SimpleNamespace(in_atomic_block=False, close=lambda: None))


@pytest.mark.parametrize("kind", [GONE(), SILENT(), psycopg.errors.CannotConnectNow(), psycopg.errors.ReadOnlySqlTransaction()])
def test_a_read_is_asked_once_more_on_a_new_connection(no_test_transaction, kind):
    view = Fails(kind)
    assert ask(view).content == b"read"
    assert view.asked == 2


def test_a_read_that_fails_twice_is_told_as_a_failure(no_test_transaction):
    view = Fails(GONE(), GONE(), GONE())
    answer = ask(view)
    assert answer.status_code == 503 and view.asked == 2
    assert "This does not mean that a child is not known" in answer.content.decode()


def test_a_question_that_took_too_long_is_not_asked_again_and_told_in_words(no_test_transaction):
    view = Fails(psycopg.errors.QueryCanceled())
    answer = ask(view)
    assert answer.status_code == 503 and view.asked == 1
    assert "took too long" in answer.content.decode()


def test_a_full_disk_is_told_in_words(no_test_transaction):
    answer = ask(Fails(psycopg.errors.DiskFull()))
    assert answer.status_code == 503
    assert "no room left" in answer.content.decode() and "kept in this browser" in answer.content.decode()


@pytest.mark.parametrize("kind", [GONE, psycopg.errors.DeadlockDetected, psycopg.errors.SerializationFailure])
def test_a_write_with_its_number_is_tried_again_with_a_limit(no_test_transaction, kind):
    asked = []

    def answer():
        asked.append(1)
        raise failed(kind())

    with pytest.raises(OperationalError):
        once._tried(answer, again=lambda error: once.lost(error) or once.met(error), tries=once.TRIES)
    assert len(asked) == once.TRIES


def test_a_write_without_a_number_is_never_tried_again(office):
    view = Fails(GONE())
    assert ask(view, "post", number="", worker=office["priya"]).status_code == 503
    assert view.asked == 1


def test_a_lost_database_anywhere_on_the_way_to_a_page_is_503_and_in_words(rf):
    try:
        raise failed(GONE())
    except OperationalError:
        answer = errors.broken(rf.get("/search/"))
    assert answer.status_code == 503
    assert "cannot reach its records" in answer.content.decode()


def test_a_session_that_could_not_be_kept_is_no_fault_of_what_the_browser_sent(ngozi, office, monkeypatch):
    """The press is done; only its answer was lost with the session. It is told as a failure, and sending it again is safe."""
    def gone(self, *args, **kwargs):
        raise UpdateError from failed(GONE())

    words = sent(office, form(ngozi))
    with monkeypatch.context() as broken:
        broken.setattr(SessionStore, "save", gone)
        answer = ngozi.post(ALLOCATE, words)
    assert answer.status_code == 503 and "Nothing has been changed" not in answer.content.decode()
    assert ngozi.post(ALLOCATE, words).status_code == 302 and allocations() == 2


@pytest.mark.django_db(transaction=True)
def test_a_write_whose_connection_is_killed_under_it_is_done_once(office, monkeypatch):
    """The database ends the connection in the middle of the act: the press is done on another one, and its sender sees nothing of it."""
    client = signed_in(office["ngozi"])
    words, killed = sent(office, form(client)), []
    create = Press.objects.create

    def killed_first(**given):
        if not killed:
            killed.append(connection.connection.info.backend_pid)
            with psycopg.connect(connection.connection.info.dsn, autocommit=True) as other:
                other.execute("SELECT pg_terminate_backend(%s)", killed)
            time.sleep(0.1)
        return create(**given)

    monkeypatch.setattr(Press.objects, "create", killed_first)
    before = Look.objects.latest("pk").pk
    assert client.post(ALLOCATE, words).status_code == 302
    assert killed and allocations() == 2
    written = Look.objects.filter(pk__gt=before).exclude(act="read")
    assert list(written.order_by("act").values_list("act", "page")) == [("correct", "allocation"), ("write", "allocation")]
