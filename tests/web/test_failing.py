"""A database that fails under a page is told as that, everywhere: never as nobody found, none owed or nothing there."""

import psycopg
import pytest
from django.db import OperationalError, connection

from goldthread.record.models import Person
from goldthread.web import middleware
from tests.web import family
from tests.web.family import signed_in

pytestmark = pytest.mark.django_db
PAGES = ("/search/?q=Kofi", "/today/", "/team/", "/my-children/", "/children/LK-KOFI/", "/measures/", "/rules/P1/", "/settings/")


@pytest.fixture
def client(db, settings):
    settings.GOLDTHREAD_NOW = "2026-11-20T17:34"
    office = family.office()
    family.larkfields(office["priya"])
    return signed_in(office["ngozi"])


def breaking(cause):
    def fails(execute, sql, params, many, context):
        if any(table in sql for table in ("record_", "measures_", "figures_kept")):
            error = OperationalError("the words of the database")
            error.__cause__ = cause()
            raise error
        return execute(sql, params, many, context)

    return fails


@pytest.mark.parametrize("address", PAGES)
def test_a_page_whose_question_fails_says_so(client, address):
    whole = client.get(address)
    with connection.execute_wrapper(breaking(psycopg.errors.IoError)):
        answer = client.get(address)
    words = answer.content.decode()
    if whole.status_code == 200:
        assert answer.status_code == 503 and "This does not mean that a child is not known" in words
    assert "the words of the database" not in words and "nobody" not in words.lower()


def test_where_it_cannot_be_asked_who_is_signed_in_that_is_told_too(client):
    def fails(execute, sql, params, many, context):
        raise OperationalError("the words of the database")

    with connection.execute_wrapper(fails):
        answer = client.get("/today/")
    assert answer.status_code == 503 and "This does not mean that a child is not known" in answer.content.decode()


def test_a_full_disk_keeps_reading_and_tells_whoever_writes(client):
    """There is room for the line that says who looked, and for nothing else: without that line no record is opened."""

    def no_room(execute, sql, params, many, context):
        if sql.startswith(("INSERT", "UPDATE")) and not any(table in sql for table in ("record_look", "django_session")):
            error = OperationalError("could not extend file")
            error.__cause__ = psycopg.errors.DiskFull()
            raise error
        return execute(sql, params, many, context)

    with connection.execute_wrapper(no_room):
        assert client.get("/search/?q=Kofi").status_code == 200
        answer = client.post("/notes/new/", {"child": "LK-KOFI", "note": "Toast.", "do": "save"})
    assert answer.status_code == 503
    assert "no room left" in answer.content.decode() and "kept in this browser" in answer.content.decode()
    assert Person.objects.filter(reference="LK-KOFI").exists()


def test_a_page_that_was_read_is_shown_also_where_its_sign_in_cannot_be_put_off(client, monkeypatch):
    def no_room(**given):
        raise OperationalError("could not extend file")

    monkeypatch.setattr(middleware.Session.objects, "filter", no_room)
    assert client.get("/search/?q=Kofi").status_code == 200
