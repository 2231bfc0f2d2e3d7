"""When a sign-in is over: after twelve hours, when its worker leaves, changes or is signed out; and what was typed is there afterwards."""

import re
import time
from urllib.parse import unquote, urlencode

import pytest
from django.conf import settings as configured
from django.contrib.sessions.models import Session
from django.test import Client

from goldthread.people import accounts
from goldthread.people.given import Given
from goldthread.people.models import Worker
from goldthread.web.drafts.models import Draft
from tests.web import family
from tests.web import some_factor as some
from tests.web.one_child import text

pytestmark = pytest.mark.django_db
NOW = family.NOW


@pytest.fixture
def priya():
    return some.priya()


@pytest.fixture
def ivy():
    return Worker.objects.create_user("ivy", None, name="Ivy", role="administrator")


@pytest.fixture
def client(priya):
    client = Client()
    some.sign_in(client)
    assert open_still(client)
    return client


def open_still(client):
    return client.get("/accounts/mine/").status_code == 200


def test_the_key_of_the_session_is_a_new_one_after_signing_in(priya):
    client = Client()
    session = client.session
    session["before"] = True
    session.save()
    client.cookies[configured.SESSION_COOKIE_NAME] = session.session_key
    some.sign_in(client)
    assert client.session.session_key != session.session_key
    assert not Session.objects.filter(pk=session.session_key).exists()


def test_after_twelve_hours_everybody_signs_in_again_however_busy(client, monkeypatch):
    began, real = time.time(), time.time
    for hours in (0.9, 6, 11.9):
        _later(monkeypatch, real, hours)
        Session.objects.update(expire_date=_at(began + hours * 3600 + 600))
        assert open_still(client)
    _later(monkeypatch, real, 12.01)
    assert max(s.expire_date.timestamp() for s in Session.objects.all()) <= began + 12 * 3600 + 60
    assert client.session.get_expiry_age() == 0


def _later(monkeypatch, real, hours):
    monkeypatch.setattr(time, "time", lambda: real() + hours * 3600)


def _at(seconds):
    from datetime import UTC, datetime

    return datetime.fromtimestamp(seconds, UTC)


ENDS = {
    "closed": lambda w, by: accounts.close(w, "She has left.", by=by, now=NOW),
    "role": lambda w, by: accounts.change(w, Given("Priya", "analyst"), by=by, now=NOW),
    "password": lambda w, by: accounts.give_password(w, by=by, now=NOW),
    "factor": lambda w, by: accounts.reset_factor(w, "Called back.", by=by, now=NOW),
    "signed out": lambda w, by: accounts.sign_out(w, by=by, now=NOW),
}


@pytest.mark.parametrize("what", ENDS)
def test_somebody_who_is_signed_in_is_out_at_the_next_click(client, priya, ivy, what):
    other = Client()
    other.force_login(priya)
    ENDS[what](priya, ivy)
    assert not open_still(client) and not open_still(other)


def test_a_closed_account_signs_in_no_more(client, priya, ivy):
    ENDS["closed"](priya, ivy)
    again = Client()
    assert "closed" in text(some.sign_in(again)) or "/accounts/inactive/" in some.sign_in(again).headers.get("Location", "")
    assert not open_still(again)


def test_a_password_that_was_changed_leaves_one_signed_in_here_and_nowhere_else(client, priya):
    other = Client()
    some.sign_in(other)
    new = "three clouds over Wrenford"
    client.post("/accounts/password/change/", {"oldpassword": some.PASSWORD, "password1": new, "password2": new})
    assert open_still(client) and not open_still(other)
    assert priya.account_acts.get().act == "password chosen"


def test_one_sees_where_one_is_signed_in_and_signs_out_everywhere_else(client, priya):
    other = Client(headers={"user-agent": "A telephone"})
    some.sign_in(other)
    assert "A telephone" in text(client.get("/accounts/sessions/"))
    client.post("/accounts/sessions/")
    assert open_still(client) and not open_still(other)


def test_signing_out_everywhere_ends_this_one_too(client, priya):
    other = Client()
    some.sign_in(other)
    client.post("/accounts/mine/sign-out-everywhere/")
    assert not open_still(client) and not open_still(other)


def test_signing_out_needs_a_press_and_not_an_address(client):
    client.get("/accounts/logout/")
    assert open_still(client)
    client.post("/accounts/logout/")
    assert not open_still(client)


def test_words_outlive_a_sign_in_that_lapsed_and_come_back_after_both_factors(settings):
    settings.GOLDTHREAD_NOW, settings.GOLDTHREAD_SECOND_FACTOR = "2026-11-20T17:28", "required"
    office = family.office()
    people = family.larkfields(office["priya"])
    worker = office["priya"]
    worker.set_password(some.PASSWORD)
    worker.save()
    secret, client = some.with_app(worker), Client()
    some.sign_in(client)
    some.enters(client, some.code_of(secret))
    kofi = family.reference(people["Kofi"])
    sheet = re.search(r'name="sheet" value="([^"]*)"', client.get(f"/visits/new/?child={kofi}").content.decode())[1]
    Session.objects.all().delete()
    words = urlencode({"sheet": sheet, "child": kofi, "at_home": "He drew a dog.", "save": "1"})
    sent = client.post("/visits/new/", words, content_type="application/x-www-form-urlencoded")
    assert "/accounts/login/?next=" in sent.headers["Location"]
    back = unquote(sent.headers["Location"].split("next=")[1])
    assert some.sign_in(client, to=back).headers["Location"].startswith("/accounts/second-factor/authenticate/")
    assert client.get(back).status_code == 404
    _next_code(client, worker, secret)
    restored = client.get(back, follow=True)
    assert Draft.objects.filter(worker=worker).count() == 1 and "He drew a dog." in restored.content.decode()


def _next_code(client, worker, secret):
    """The code of the first sign-in counts no more: forget that it was used, as half a minute would."""
    from django.core.cache import cache

    cache.clear()
    assert some.enters(client, some.code_of(secret)).status_code == 302
