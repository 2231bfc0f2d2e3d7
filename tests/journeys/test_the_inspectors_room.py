"""Helen invites an inspector, who finds a room, draws a sample, reads a child as it was known, and writes back."""

from datetime import date, datetime

import pytest

from goldthread.clock.times import LONDON
from goldthread.inspection.room import Asked, invite
from goldthread.web import clockwork
from tests.journeys.city import worker


@pytest.fixture
def helen(half_past_five, city):
    city.larkfields()
    return worker("helen", "Helen Applecroft", "director")


@pytest.fixture
def room(helen):
    known = datetime(2026, 11, 16, 9, tzinfo=LONDON)
    asked = Asked("Lee Ashgrove", "lee@example.gov.uk", date(2026, 11, 16), date(2026, 11, 27), date(2026, 11, 16), known, "A focused visit")
    return invite(asked, by=helen, now=clockwork.now())[0]


def test_helen_invites_and_the_password_is_shown_once(visit, helen):
    somebody = visit(helen)
    somebody.goes_to("/inspections/")
    somebody.follows("Inviting inspectors")
    somebody.looks()
    answers = {
        "The inspector’s name": "Lee Ashgrove", "Their work email address": "lee@example.gov.uk", "First day they may read": "20/11/2026",
        "Last day they may read": "27/11/2026", "Inspection day of the child-level lists": "20/11/2026",
    }  # fmt: skip
    for label, words in answers.items():
        somebody.page.get_by_label(label).fill(words)
    somebody.page.get_by_role("button", name="Invite").click()
    somebody.looks()
    assert "Lee Ashgrove is invited" in somebody.reads("h1") and "shown this once" in somebody.reads()


def test_an_inspector_draws_a_sample_reads_a_story_and_writes_back(visit, helen, room):
    lee = visit(room.invitation.inspector)
    lee.goes_to("/")
    lee.looks()
    assert lee.reads("h1") == "Inspector’s room"
    lee.page.get_by_label("Draw from list").select_option("7")
    lee.page.get_by_role("button", name="Draw").click()
    lee.looks()
    lee.page.get_by_role("link", name="Kofi Larkfield").first.click()
    lee.looks()
    assert lee.page.get_by_role("link", name="Record a visit").count() == 0, "an inspector is offered nothing that writes"
    lee.goes_to("/inspector/lists/7/")
    lee.looks()
    lee.goes_to("/inspector/")
    lee.page.get_by_label("A note back").fill("Kofi’s plan has no review booked.")
    lee.page.get_by_role("button", name="Send the note").click()
    assert "Kofi’s plan has no review booked." in lee.reads()
    somebody = visit(helen)
    somebody.goes_to(f"/inspections/invitations/{room.pk}/")
    somebody.looks()
    assert "Kofi Larkfield" in somebody.reads() and "no review booked" in somebody.reads()
