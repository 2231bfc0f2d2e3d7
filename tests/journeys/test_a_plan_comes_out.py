"""A plan comes out of a confirmed report on its pages, and six months later its thread is read from sentence to child."""

import pytest

from goldthread.inspection import evidence
from goldthread.inspection.models import Action, ActionStep, Issue, Plan, Tie
from goldthread.inspection.reports import confirmed
from goldthread.web.measures import asking
from tests.inspection.planning import READ, Improving
from tests.web.improving import SHARES, Said, agreed


@pytest.fixture
def improving(site, transactional_db):
    return Improving()


@pytest.fixture
def miriam(improving, visit):
    return visit(improving.miriam)


@pytest.fixture
def plan(improving, monkeypatch):
    """The plan six months on, its figures said by hand."""
    monkeypatch.setattr(asking, "figures", Said())
    monkeypatch.setattr(asking, "behind", lambda *given, **more: [])
    return agreed(improving)


def test_a_confirmed_report_becomes_a_plan_and_a_person_decides_every_part_of_it(miriam, improving):
    page = miriam.page
    miriam.goes_to("/")
    assert "No plan answers this report yet" in miriam.reads()
    miriam.follows("Make the plan")
    assert "shares “children”, “protection”, “plans”, “seen” and “on their own”" in miriam.reads()
    miriam.presses("Begin the plan")
    assert Plan.objects.get().begun_by == improving.miriam
    page.locator("details summary", has_text="Suggested").first.click()
    miriam.follows("Children on a protection plan seen alone")
    page.get_by_label("To which figure?").fill("85")
    miriam.presses("Tie it")
    assert (Tie.objects.get().measure, Tie.objects.get().target) == ("cp_seen_alone", 85)
    page.get_by_role("link", name="Agree an action").first.click()
    miriam.looks()
    page.get_by_label("What will be done?").fill("Name the cover for every absence of more than a day")
    page.get_by_label("Who owns it?").fill("Ngozi Millrace")
    page.get_by_label("By when?").fill("30/11/2026")
    page.get_by_text("Kept at 5:28").wait_for()
    miriam.presses("Agree the action")
    assert Action.objects.get().owner == improving.ngozi
    assert "Ngozi Millrace. Due 30 November, in 6 working days." in miriam.reads()


def test_what_became_of_an_action_is_asked_one_thing_at_a_time(miriam, plan):
    action = plan.actions.get(words__startswith="Bring every caseload")
    miriam.goes_to(f"/improvement/action/{action.pk}/")
    assert not miriam.page.get_by_label("How many are done by now?").is_visible()
    miriam.page.get_by_label("What became of it?").select_option("counted")
    miriam.page.get_by_label("How many are done by now?").fill("6")
    miriam.presses("Save what became of it")
    assert ActionStep.objects.order_by("-pk").first().counted == 6
    assert "6 of 7 teams" in miriam.reads()


def test_two_are_held_or_moving_one_is_not_and_the_page_says_why(miriam, plan, improving):
    miriam.goes_to("/improvement/")
    said = miriam.reads()
    assert "Held April to September" in said
    assert "Not moved 2 of 2 actions not begun" in said
    miriam.page.get_by_text("Why not green sooner").click()
    assert "at every month end of two whole quarters" in miriam.reads()
    miriam.follows("Children on plans seen often enough, and alone")
    for station in ("What the report says", "What we said we would do", "What should move", "The duties these measures count", "For which children is it better?"):
        assert miriam.page.get_by_role("heading", name=station).is_visible()
    assert miriam.page.locator("figure svg:visible").count() >= 1


def test_the_board_the_clocks_and_what_is_given_out_can_be_used_by_everybody(miriam, plan, improving):
    told = evidence.Told("young_people", READ.date(), "What 11 young people said", "She comes on her own now.", "yes", 11, None)
    evidence.give(confirmed(improving.report).recommendations[0].fact, told, now=READ, by=improving.miriam)
    meeting, milestone = plan.meetings.get().pk, improving.report.milestones.first().pk
    for address in (
        f"/improvement/plan/{plan.report_id}/", "/improvement/board/", "/improvement/board/new/", f"/improvement/board/{meeting}/", "/improvement/clocks/",
        "/improvement/clocks/new/", f"/improvement/clocks/{milestone}/withdraw/", "/improvement/self-evaluation/",
        "/improvement/self-evaluation/practice/", "/improvement/pack/", f"/improvement/tie/{plan.ties.first().pk}/end/",
        f"/improvement/{improving.facts[0].pk}/name/", f"/improvement/children/{plan.ties.first().pk}/",
    ):  # fmt: skip
        miriam.goes_to(address)


def test_a_pack_is_given_out_from_its_page_and_does_not_change(miriam, plan, monkeypatch):
    miriam.goes_to("/improvement/pack/")
    miriam.presses("Give it out")
    before = miriam.reads()
    monkeypatch.setitem(SHARES, "cp_seen_in_time", (50, [10] * 12))
    miriam.goes_to(f"/improvement/issued/{Issue.objects.get().pk}/")
    assert "86%" in before
    assert "86%" in miriam.reads()
