"""A sign-in ends an hour after the last request, and requests at the same time do not undo each other's words."""

from datetime import timedelta

import pytest
from django.conf import settings
from django.contrib.sessions.models import Session
from django.http import HttpResponse
from django.test import RequestFactory

from goldthread.web.middleware import stay_signed_in
from goldthread.web.sessions import SessionStore
from tests.web import family

pytestmark = pytest.mark.django_db


@pytest.fixture
def key():
    store = SessionStore()
    store["worker"] = 7
    store.save()
    return store.session_key


def answered(key, status=200, meanwhile=lambda: None):
    """A request in that session is answered; `meanwhile` happens while it is."""
    request = RequestFactory().get("/")
    request.session = SessionStore(key)
    assert request.session["worker"] == 7

    def view(_):
        meanwhile()
        return HttpResponse(status=status)

    return stay_signed_in(view)(request)


def nearly_over(key):
    ends = Session.objects.get(pk=key).expire_date - timedelta(minutes=50)
    Session.objects.filter(pk=key).update(expire_date=ends)
    return ends


def test_what_another_request_put_into_the_session_meanwhile_stays(key):
    def saved_elsewhere():
        other = SessionStore(key)
        other["message"] = "The visit to Kofi is saved."
        other.save()

    answered(key, meanwhile=saved_elsewhere)
    assert SessionStore(key)["message"] == "The visit to Kofi is saved."


def test_every_request_puts_off_the_end(key):
    ends = nearly_over(key)
    answered(key)
    assert Session.objects.get(pk=key).expire_date > ends + timedelta(minutes=40)


def test_a_request_within_a_minute_of_another_writes_nothing(key):
    ends = Session.objects.get(pk=key).expire_date - timedelta(seconds=50)
    Session.objects.filter(pk=key).update(expire_date=ends)
    answered(key)
    assert Session.objects.get(pk=key).expire_date == ends


def test_a_request_that_failed_does_not(key):
    ends = nearly_over(key)
    answered(key, status=503)
    assert Session.objects.get(pk=key).expire_date == ends


def test_a_page_that_was_asked_for_puts_off_the_end_of_the_sign_in():
    client = family.signed_in(family.office()["priya"])
    key = client.cookies[settings.SESSION_COOKIE_NAME].value
    ends = nearly_over(key)
    client.get("/about/marks/")
    assert Session.objects.get(pk=key).expire_date > ends + timedelta(minutes=40)
