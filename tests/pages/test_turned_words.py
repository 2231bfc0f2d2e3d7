"""No mark that somebody typed turns the order in which a page is read; and what was typed is kept as it was."""

import time
from datetime import date

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse

from goldthread.people.models import Team
from goldthread.record.models import Version
from goldthread.record.reach import Reach
from goldthread.web.turning import in_order
from tests.pages import one_service
from tests.pages.every_type import turned
from tests.pages.one_service import NOW
from tests.pages.who_may import RULES, Child, Page

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("half_past_five")]
HOSTILE = "Kofi\u202e\u2067\u202bTurned"
SHOWN = "KofiTurned"
ASKED = sorted(name for name, rule in RULES.items() if isinstance(rule, Child | Page) and not rule.only_posts and not getattr(rule, "dear", False))
NAMED_ON = {"child", "child_part", "chronology", "entry", "entry_print", "entry_correct", "search", "team_children", "my_children", "today", "people", "retained", "access"}
"""Pages on which the child, the worker or the team certainly stands."""


@pytest.mark.parametrize("mark", [chr(code) for code in (*range(0x202A, 0x202F), *range(0x2066, 0x206A))], ids=ascii)
def test_each_of_the_nine_marks_is_left_out_of_what_is_shown_and_stays_in_what_is_sent_back(mark):
    page = f'<p title="a{mark}">Kofi{mark} said</p><input value=\'b{mark} > c\'><textarea name="t">d{mark}<e</textarea>{mark}<TEXTAREA>f{mark}</TEXTAREA ><option>g{mark}</option>'
    shown = f'<p title="a{mark}">Kofi said</p><input value=\'b{mark} > c\'><textarea name="t">d{mark}<e</textarea><TEXTAREA>f{mark}</TEXTAREA ><option>g</option>'
    assert in_order(page.encode()).decode() == shown


@pytest.mark.parametrize("words", ["Ọmọ said “toast”", "النسيم 12", "שלום", "\u200e\u200f\u061c\u200b\u2060", "😀 – … ’ \u202f\u2065\u206a", "\u2029"])
def test_every_other_letter_is_left_where_it_is(words):
    page = f"<p>{words}\u202e</p>"
    assert in_order(page.encode()).decode() == f"<p>{words}</p>"


@pytest.mark.parametrize("page", ["<" * 50_000, '<a b="' * 20_000, "<textarea>" * 20_000, "<!--" * 30_000, "<a '\"" * 20_000], ids=["open", "quoted", "boxes", "comments", "quotes"])
def test_a_page_that_is_no_page_takes_no_longer_than_others(page):
    began = time.process_time()
    in_order(f"{page}\u202e".encode())
    assert time.process_time() - began < 2


def test_no_page_on_which_anybody_is_named_is_turned(half_past_five):
    """The child, the worker, the team, an address and a note have such names: every page for whoever sees most of it, asked once."""
    world = one_service.world()
    _named(world)
    turning, naming = {}, set()
    for name in ASKED:
        rule = RULES[name]
        actor = _reader(world, rule)
        client = Client()
        client.force_login(actor.worker)
        for args in [rule.args(world, "own")] if isinstance(rule, Child) else rule.args(world):
            with transaction.atomic():
                answer = client.get(f"{reverse(name, kwargs=args)}?{getattr(rule, 'query', '')}")
            if found := turned(answer):
                turning[name] = found
            if not answer.streaming and SHOWN in answer.content.decode(errors="replace"):
                naming.add(name)
    assert turning == {}
    assert naming >= NAMED_ON, "nobody is named there, so nothing is shown by it"


def _reader(world, rule):
    """Whoever may open it and sees most; a team's pages are for somebody in a team."""
    order = ("team_manager", "head_of_service", "social_worker", "quality_lead", "administrator", "inspector")
    actors = sorted(world.actors, key=lambda a: (order + (a.name,)).index(a.name))
    if isinstance(rule, Child):
        return next(a for a in actors if "own" in a.opens and a.may(rule.act))
    return next((a for a in actors if rule.may(a)), actors[0])


def _named(world):
    Team.objects.filter(name="East").update(name=f"{HOSTILE} East")
    for actor in world.actors:
        actor.worker.name = f"{HOSTILE} {actor.worker.name}"[:80]
        actor.worker.save(update_fields=["name"])
    writer = world.actor("team_manager").worker
    person = world.numbers["own"]["person"]
    with Reach(writer, NOW).act() as act:
        facts = Version.objects.get(person=person, type="person", superseded_at=None).entry
        act.correct(facts, 1, "As it is spelt", values={"forename": HOSTILE, "surname": "Larkfield", "born": date(2018, 3, 2)})
        act.write(person, "note", NOW.date(), {"title": HOSTILE})
    world.numbers["own"]["note"] = Version.objects.filter(type="note", person=person).latest("id").entry
    assert Reach(writer, NOW).entry(world.numbers["own"]["note"])[0].values.title == HOSTILE, "the record keeps what was typed"
