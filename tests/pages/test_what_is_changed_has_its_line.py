"""Every address of the site, from the URL configuration: what is sent there and its line in the audit are kept together or not at all."""

from functools import wraps

import pytest
from django.db import OperationalError
from django.http import HttpResponseRedirect
from django.test import Client
from django.urls import resolve, reverse

from goldthread.people.models import Team
from goldthread.record.models import Look
from goldthread.record.reach import Reach
from goldthread.record.trail import acts, writing
from goldthread.web.presses.once import COUNTS_ATTEMPTS
from goldthread.web.recording import ABOUT_NOBODY, ASKS, PAPER, SAID_BY_A_LOOK
from tests.pages.test_every_page_leaves_a_line import address, patterns
from tests.pages.who_may import addresses
from tests.web.one_child import REFERENCE, signed_in

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("half_past_five")]
BY_THEMSELVES = {"load", "setting", "setting_take_back", "settings_go_on"} | COUNTS_ATTEMPTS
"""Those that begin a process: see tests/web/test_changed_together.py. And those whose counts others must see at once."""
NO_LINE = ABOUT_NOBODY | ASKS | SAID_BY_A_LOOK | PAPER


@pytest.fixture
def no_line(monkeypatch):
    """Whatever is written in the audit fails, from when this is called."""

    def fails(*asked):
        raise OperationalError("no line can be written")

    return lambda: monkeypatch.setattr(writing, "ask", fails)


@pytest.fixture
def every_view(monkeypatch):
    """In place of every view, with its marks, one that changes something and then does what it is told."""

    def like(callback, then):
        @wraps(callback)
        def view(request, *args, **kwargs):
            Team.objects.create(name="Changed")
            return then(request)

        return view

    def instead(then):
        for pattern in addresses().values():
            monkeypatch.setattr(pattern, "callback", like(pattern.callback, then))

    return instead


@pytest.fixture
def hal(people):
    """Signed in; what fails is answered."""
    client = Client(raise_request_exception=False)
    client.force_login(people["hal"])
    return client


def sent(client, kofi, but=frozenset()):
    """Sends something to every address: {name: (changes that are kept, the lines that were left)}."""
    found = {}
    for name, parts in dict(patterns()).items():
        place = address(name, parts, kofi)
        if place and name not in but and resolve(place).url_name == name:  # what is closed here has no name
            Team.objects.filter(name="Changed").delete()
            before = Look.objects.latest("pk").pk
            client.post(place)
            found[name] = (Team.objects.filter(name="Changed").count(), list(Look.objects.filter(pk__gt=before)))
    assert len(found) > 120
    return found


def away(request):
    return HttpResponseRedirect("/about/marks/")


def test_what_is_changed_has_one_line_that_says_so(every_view, hal, people, kofi):
    every_view(away)
    found = sent(hal, kofi)
    assert {name for name, (kept, _) in found.items() if kept != 1} == set()
    left = {name: [(line.act, line.page, line.worker_id, line.refused) for line in lines] for name, (_, lines) in found.items()}
    assert {name: left[name] for name in left.keys() - NO_LINE if left[name] != [(acts.CHANGE, name, people["hal"].pk, False)]} == {}


def test_where_no_line_can_be_written_nothing_is_changed(every_view, hal, kofi, no_line):
    every_view(away)
    no_line()
    found = sent(hal, kofi, but=BY_THEMSELVES)
    assert {name for name, (kept, _) in found.items() if kept} - NO_LINE == set()
    assert not any(lines for _, lines in found.values())


def test_what_fails_is_not_said_to_have_been_done(every_view, hal, kofi):
    def then(request):
        raise ZeroDivisionError

    every_view(then)
    found = sent(hal, kofi)
    assert {name for name, (kept, _) in found.items() if kept} == BY_THEMSELVES
    assert not any(lines for _, lines in found.values())


def test_a_change_beside_a_record_that_was_open_already_has_its_line_with_whose_it_was(every_view, people, kofi):
    def looked(request):
        reach = Reach(request.user, request.now, request.trail)
        reach.child(REFERENCE, "access", again=True)
        return away(request)

    every_view(looked)
    client = signed_in(people["hal"])
    for _ in range(2):
        Team.objects.filter(name="Changed").delete()
        client.post(reverse("interests"))
    assert list(Look.objects.filter(act=acts.CHANGE).values_list("page", "person")) == [("interests", kofi["person"])] * 2


def test_words_that_are_only_kept_and_forms_that_are_shown_again_change_nothing(every_view, people, kofi):
    def kept(request):
        request.trail.unchanged = True
        return away(request)

    every_view(kept)
    signed_in(people["hal"]).post(reverse("interests"))
    assert [line.act for line in Look.objects.filter(page="interests")] == [acts.LIST]
