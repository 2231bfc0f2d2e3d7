"""A clock that is set back while people work on pages: nothing is lost or written twice, nothing is opened by it, and it goes on when the clock is right."""

import re

import pytest
from django.db import connection

from goldthread.record import checked
from goldthread.record.models import Look, Person, Version
from goldthread.record.trail.verify import verify
from goldthread.web.api import hooks
from goldthread.web.api.deliver import deliver
from goldthread.web.api.models import Delivery
from goldthread.web.drafts.models import Draft
from goldthread.web.presses.models import Press
from tests.api.calling import NOW, calls, integration, visit
from tests.web.one_child import REFERENCE, signed_in

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("half_past_five")]
RIGHT, BACK, AGAIN = "2026-11-20T17:28", "2026-11-17T09:00", "2026-11-20T17:40"
NOTE, ENTRIES = f"/write/{REFERENCE}/note/", f"/children/{REFERENCE}/entries"


@pytest.fixture
def at(settings):
    def set_to(moment):
        settings.GOLDTHREAD_NOW = moment

    return set_to


def hidden(client, address):
    return dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', client.get(address).content.decode()))


def notes():
    return list(Version.objects.filter(type="note", person__reference=REFERENCE).order_by("pk").values_list("number", flat=True))


def test_a_form_opened_before_and_sent_twice_after_is_written_once(priya, kofi, at):
    before = len(notes())
    words = {**hidden(priya, NOTE), "day": "17/11/2026", "note": "Rang the school.", "do": "save"}
    at(BACK)
    answers = [priya.post(NOTE, words).status_code for _ in range(2)]
    at(AGAIN)
    answers.append(priya.post(NOTE, words).status_code)
    assert answers == [302, 302, 302] and len(notes()) == before + 1 and Press.objects.count() == 1


def test_the_audit_is_whole_and_the_duties_follow_from_what_stands(priya, kofi, at):
    for moment in (RIGHT, BACK, AGAIN, BACK):
        at(moment)
        assert priya.get(f"/children/{REFERENCE}/").status_code == 200
        words = {**hidden(priya, NOTE), "day": "17/11/2026", "note": f"At {moment}.", "do": "save"}
        assert priya.post(NOTE, words).status_code == 302
    assert verify(connection.connection).whole
    looks = list(Look.objects.filter(page="child").order_by("pk").values_list("at", flat=True))
    assert len(looks) >= 4 and looks != sorted(looks)
    assert checked.half_there() == [] and checked.not_following(Person.objects.values_list("pk", flat=True)) == []


def test_what_was_kept_for_later_by_the_right_clock_is_found_and_saved_by_the_wrong_one(priya, kofi, at):
    words = hidden(priya, NOTE)
    priya.post(NOTE, {**words, "day": "17/11/2026", "note": "Half a", "do": "later"})
    at(BACK)
    draft = Draft.objects.get()
    assert "Half a" in priya.get(f"{NOTE}?draft={draft.pk}").content.decode()
    assert priya.post(NOTE, {**words, "once": "another", "day": "17/11/2026", "note": "Half a sentence.", "do": "save"}).status_code == 302
    draft.refresh_from_db()
    assert draft.saved_at is not None and len(notes()) > 0


def test_a_record_that_was_opened_for_a_while_is_not_open_before_that(people, kofi, at):
    nora = signed_in(people["nora"])
    page = f"/children/{REFERENCE}/"
    nora.post(f"/records/{REFERENCE}/open/", {"reason": "Her sister rang the night team", "next": page})
    assert nora.get(page).status_code == 200
    at(BACK)
    assert nora.get(page).status_code == 403
    at(AGAIN)
    assert nora.get(page).status_code == 200


def test_a_call_sent_again_by_its_key_is_done_once_and_is_counted(people, kofi, at):
    caller = calls(integration(people), most=3)
    written = Version.objects.filter(type="visit", number=1)
    before, key = written.count(), {"Idempotency-Key": "the-visit-of-today"}
    first = caller.post(ENTRIES, visit(), **key)
    at(BACK)
    again = caller.post(ENTRIES, visit(), **key)
    assert (first.status_code, again.status_code) == (201, 201) and first.said == again.said
    assert written.count() == before + 1
    assert [caller.get(f"/children/{REFERENCE}").status_code for _ in range(3)] == [200, 200, 429]


def test_what_waits_for_a_webhook_waits_until_the_clock_is_right_and_is_not_lost(people, kofi, priya):
    hooks.make(integration(people), "https://partner.invalid/told", hooks.EVENTS, NOW)
    priya.post(NOTE, {**hidden(priya, NOTE), "day": "17/11/2026", "note": "Rang.", "do": "save"})
    early = Delivery.objects.get().next_at.replace(day=17)
    assert deliver(early) == (0, 0) and Delivery.objects.get().tries == 0
    assert sum(deliver(Delivery.objects.get().next_at)) == 1
