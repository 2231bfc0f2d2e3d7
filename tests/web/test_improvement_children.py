"""The children behind a recommendation: named to those who may see them, counted to everybody else."""

import re
from datetime import date, timedelta

import pytest

from goldthread.measures.figures import Behind
from goldthread.people.models import Team, Worker
from goldthread.record.reach import Reach
from goldthread.web.measures import asking
from tests.inspection.planning import at
from tests.web.improving import page, signed_in

BEGAN = date(2025, 8, 4)


def text(html):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html))


def child(improving, forename, team, gaps):
    """A child on a protection plan since August, seen every so many days before the inspection and after it."""
    worker = Worker.objects.filter(team=team, role="social_worker").first()
    with Reach(improving.colin, at(BEGAN)).act() as act:
        person = act.new_person()
        act.write(person, "person", BEGAN, {"forename": forename, "surname": "Larkfield", "born": date(2018, 3, 2)})
        act.write(person, "referral", BEGAN, {"decision": "accepted", "decided": BEGAN})
        act.write(person, "allocation", BEGAN, {"works_as": "social_worker", "worker": worker.pk, "team": team.pk})
        act.write(person, "protection_plan", BEGAN, {"latest_category": "NEG"})
    day, (before, after) = BEGAN, gaps
    while (day := day + timedelta(days=before if day < date(2026, 2, 13) else after)) <= date(2026, 10, 30):
        with Reach(improving.colin, at(day)).act() as act:
            act.write(person, "visit", day, {"made": True, "child_seen": True, "by": worker.pk, "place": "home"})
    return person


@pytest.fixture
def known(improving, plan, monkeypatch):
    """Kofi of East and Nia of North are seen less often than before, Ama of East more often."""
    east, north = Team.objects.get(name="East"), Team.objects.create(name="North")
    Worker.objects.create_user("nora", None, name="Nora Pellgate", role="social_worker", team=north)
    people = [child(improving, "Kofi", east, (7, 21)), child(improving, "Nia", north, (7, 28)), child(improving, "Ama", east, (28, 7))]
    rows = [Behind(person, True, None, None, date(2026, 10, 31), "", None, None, None) for person in people]
    monkeypatch.setattr(asking, "behind", lambda *given, **more: rows)
    return people


def test_who_answers_for_the_service_sees_for_whom_it_is_worse_the_worst_first(lead, improving, known):
    said = text(page(lead, f"/improvement/{improving.facts[0].pk}/"))
    assert "Of the 3 children counted in February who still are:" in said
    assert re.search(r"seen more often\s+1\s+about the same\s+0\s+seen less often\s+2", said)
    assert "The 2 seen less often" in said
    assert said.index("Nia Larkfield") < said.index("Kofi Larkfield")
    assert "Nia Larkfield , 8 every 18 working days, was 5. 10 visits do not say whether they were alone." in said


def test_a_worker_sees_their_own_teams_children_and_how_many_others_there_are(reader, improving, known):
    said = text(page(reader, f"/improvement/{improving.facts[0].pk}/"))
    assert "Kofi Larkfield" in said
    assert "Nia" not in said
    assert "and 1 whom you may not see" in said


def test_the_list_behind_a_number_keeps_to_the_same_rule(reader, lead, plan, known):
    address = f"/improvement/children/{plan.ties.first().pk}/?change=worse"
    assert "Nia Larkfield" in page(lead, address)
    said = text(page(reader, address))
    assert "2 children seen less often" in said
    assert "Nia" not in said
    assert "and 1 whom you may not see" in said


def test_an_administrator_sees_numbers_and_no_child(improving, known):
    ivy = Worker.objects.create_user("ivy", None, name="Ivy", role="administrator")
    said = text(page(signed_in(ivy), f"/improvement/{improving.facts[0].pk}/"))
    assert "Larkfield" not in said
    assert "and 2 whom you may not see" in said


def test_the_pack_counts_them_and_names_nobody(lead, known):
    html = page(lead, "/improvement/pack/?small=shown")
    assert "Larkfield" not in html
    assert re.search(r"seen less often\s+2", text(html))
