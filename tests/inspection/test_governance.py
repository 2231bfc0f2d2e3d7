"""Boards read the plan and decide; the days of an inspection are written down with their letters."""

from datetime import UTC, date, datetime

import pytest

from goldthread.inspection import governance
from goldthread.inspection.models import File, MeetingDecision, Milestone
from goldthread.inspection.plan import Refused
from goldthread.people.sight import NotAllowed
from tests.inspection.planning import READ, Improving, at

SEPTEMBER = date(2026, 9, 16)


@pytest.fixture
def improving(db):
    return Improving()


@pytest.fixture
def plan(improving):
    return improving.begun()


def met(improving, plan, day=SEPTEMBER, by=None, **more):
    return governance.meet(plan, day, "Improvement board", now=at(date(2026, 9, 20)), by=by or improving.miriam, **more)


def test_a_board_that_met_decided_about_one_recommendation_or_about_all(improving, plan):
    decisions = [(improving.facts[0], "See the teams one by one."), (None, "Meet again in six weeks."), (None, "  ")]
    meeting = met(improving, plan, present="Lead member, director", chaired_by="Ada Quill", decisions=decisions)
    assert [(d.recommendation_id, d.words) for d in meeting.decisions.order_by("pk")] == [
        (improving.facts[0].pk, "See the teams one by one."),
        (None, "Meet again in six weeks."),
    ]


def test_a_meeting_is_written_down_once_it_has_met(improving, plan):
    with pytest.raises(Refused, match="still to come"):
        met(improving, plan, day=date(2026, 12, 1))
    with pytest.raises(Refused, match="more than a year before the plan"):
        met(improving, plan, day=date(1926, 9, 1))


def test_a_board_that_met_on_a_summer_night_met_on_the_english_day(improving, plan):
    after_midnight = datetime(2026, 8, 31, 23, 30, tzinfo=UTC)
    meeting = governance.meet(plan, date(2026, 9, 1), "Improvement board", now=after_midnight, by=improving.miriam)
    assert meeting.day == date(2026, 9, 1)


def test_a_meeting_needs_the_name_of_its_board(improving, plan):
    with pytest.raises(Refused, match="which board"):
        governance.meet(plan, SEPTEMBER, " ", now=at(SEPTEMBER), by=improving.miriam)


def test_nothing_of_a_meeting_is_kept_if_one_decision_cannot_stand(improving, plan):
    other = improving.report.facts.get(kind="published")
    with pytest.raises(Refused, match="another plan"):
        met(improving, plan, decisions=[(None, "Go on."), (other, "Not ours.")])
    assert plan.meetings.count() == MeetingDecision.objects.count() == 0


def test_a_decision_needs_words(improving, plan):
    with pytest.raises(Refused, match="what was decided"):
        governance.decide(met(improving, plan), " ", now=READ, by=improving.miriam)


def test_only_who_leads_improvement_writes_down_what_a_board_decided(improving, plan):
    with pytest.raises(NotAllowed):
        met(improving, plan, by=improving.priya)
    with pytest.raises(NotAllowed):
        governance.milestone(improving.report, "monitoring.visited", SEPTEMBER, now=READ, by=improving.priya)


def test_a_milestone_is_one_of_the_services_words_and_may_have_a_letter(improving):
    letter = File.objects.create(name="letter.pdf", media="application/pdf", sha256="1" * 64, content=b"", added_at=READ)
    said = {"now": READ, "by": improving.miriam}
    governance.milestone(improving.report, "direction.begins", SEPTEMBER, words="An improvement notice.", file=letter, **said)
    assert Milestone.objects.get().file == letter
    with pytest.raises(Refused, match="Choose what happened"):
        governance.milestone(improving.report, "visit.made", SEPTEMBER, **said)


@pytest.mark.parametrize("word", ["year.ended", "report.fostering_unsaid"])
def test_what_the_calendar_says_is_not_for_a_person_to_say(improving, word):
    with pytest.raises(Refused):
        governance.milestone(None, word, SEPTEMBER, now=READ, by=improving.miriam)
