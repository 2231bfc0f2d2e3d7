"""A recommendation is green only if every measure it is tied to is; and each verdict carries its figures and its sentence."""

from datetime import date

import pytest

from goldthread.inspection import plan as plans
from goldthread.inspection import progress as p
from goldthread.inspection.aims import Outcome
from goldthread.measures.figures import Figure, month_ends
from tests.inspection.planning import ENDED, READ, Improving, at

NOVEMBER = date(2026, 11, 20)
MONTHS = [day for day in month_ends(date(2026, 10, 31), 12) if day > ENDED]
HELD = [40, 45, 96, 97, 96, 98, 97, 96, 97]
MOVING = [71, 72, 74, 78, 81, 82, 80, 84, 86]
STILL = [55, 55, 55, 56, 55, 56, 55, 56, 57]


class Figures:
    """Stands where the measures are asked: says what it was told, and keeps what it was asked."""

    def __init__(self):
        self.said, self.asked = {}, []

    def say(self, code, then, values, of=200, unknown=0, then_unknown=0):
        points = [(ENDED, then, then_unknown), *((day, value, unknown) for day, value in zip(MONTHS, values, strict=True))]
        self.said[code] = {
            day: Figure(code, day, "", 0 if value is None else round(of * value / 100), of, u, value) for day, value, u in points
        }

    def __call__(self, source, codes, days):
        self.asked.append((tuple(codes), tuple(days)))
        none = dict.fromkeys(days)
        return [(self.said.get(c, none).get(day) or Figure(c, day, "", 0, 0, 0, None)) for c in codes for day in days]


@pytest.fixture
def measured(monkeypatch):
    found = Figures()
    monkeypatch.setattr(p, "figures", found)
    return found


@pytest.fixture
def improving(db):
    return Improving()


@pytest.fixture
def plan(improving):
    return improving.begun()


def tie(improving, plan, code, target=95, fact=0):
    return plans.tie(plan, improving.facts[fact], code, target, now=READ, by=improving.miriam)


def first(plan, on=NOVEMBER):
    return p.progress(plan, None, on)[0]


def test_every_recommendation_has_a_line_in_the_order_of_the_report(plan, measured):
    found = p.progress(plan, None, NOVEMBER)
    assert [one.recommendation.number for one in found] == [1, 2, 3]
    assert {one.outcome for one in found} == {Outcome.CANNOT_TELL}
    assert found[0].short == "no measure tied to it yet"
    assert measured.asked == []


def test_one_measure_that_held_makes_it_green(improving, plan, measured):
    measured.say("cp_seen_in_time", 71, HELD)
    tie(improving, plan, "cp_seen_in_time")
    found = first(plan)
    assert found.outcome is Outcome.HELD
    assert found.short == "April to September"
    assert found.ties[0].then.value == 71
    assert found.ties[0].now.value == 97


def test_of_two_measures_one_that_only_moves_keeps_it_from_green(improving, plan, measured):
    measured.say("cp_seen_in_time", 71, HELD)
    measured.say("cp_seen_alone", 71, MOVING)
    tie(improving, plan, "cp_seen_in_time")
    tie(improving, plan, "cp_seen_alone")
    found = first(plan)
    assert found.outcome is Outcome.MOVING
    assert found.short == "1 of 2 measures held"
    assert "seen in time: It moved" in found.why
    assert "seen alone: It moved from 71% to 86%" in found.why


def test_the_figures_are_asked_for_once_with_the_inspections_last_day_among_them(improving, plan, measured):
    tie(improving, plan, "cp_seen_in_time")
    tie(improving, plan, "prebirth_by_20_weeks", fact=1)
    p.progress(plan, None, NOVEMBER)
    [(codes, days)] = measured.asked
    assert codes == ("cp_seen_in_time", "prebirth_by_20_weeks")
    assert ENDED in days
    assert days[-1] == date(2026, 10, 31)
    assert len(days) == 13


def test_two_years_on_every_month_since_the_inspection_is_asked_for():
    assert len(p.days_asked(ENDED, date(2028, 2, 29))) == 26


def test_a_month_counts_once_it_is_over():
    assert p.last_figures_day(date(2026, 11, 1)) == date(2026, 10, 31)
    assert p.last_figures_day(date(2026, 11, 29)) == date(2026, 10, 31)
    assert p.last_figures_day(date(2026, 11, 30)) == date(2026, 11, 30)


def test_where_nothing_moved_the_actions_not_begun_are_said(improving, plan, measured):
    measured.say("plan_actions_named", 55, STILL)
    tie(improving, plan, "plan_actions_named", 90)
    for words in ("One", "Two", "Three", "Four"):
        action = improving.action(plan, words)
        if words in ("One", "Two"):
            plans.step(action, plans.BEGUN, date(2026, 5, 1), now=at(date(2026, 5, 1)), by=improving.miriam)
    found = first(plan)
    assert found.outcome is Outcome.NOT_MOVED
    assert found.short == "2 of 4 actions not begun"


def test_a_share_of_which_no_row_is_known_is_not_known(improving, plan, measured):
    measured.say("cp_seen_in_time", 0, [0] * 7 + [60, 64], then_unknown=200)
    found = measured.said["cp_seen_in_time"]
    for day in MONTHS[:7]:
        found[day] = found[day]._replace(unknown=200)
    tie(improving, plan, "cp_seen_in_time")
    assert first(plan).short == "written down only since September"


def test_where_less_is_better_what_is_not_known_counts_among_the_bad(improving, plan, measured):
    measured.say("rereferrals", 30, [19] * 9, of=100, unknown=5)
    tie(improving, plan, "rereferrals", 20)
    found = first(plan)
    assert found.ties[0].moved.now.value == 24
    assert found.outcome is Outcome.MOVING


def test_a_measure_over_a_year_says_what_is_still_in_it(improving, plan, measured):
    measured.say("assessments_in_45", 38, MOVING)
    tie(improving, plan, "assessments_in_45", 95)
    assert "before the inspection is still in it" in first(plan).ties[0].moved.notes[-1]


def test_a_measure_that_is_no_longer_counted_cannot_tell_anything(improving, plan, measured, monkeypatch):
    measured.say("cp_seen_in_time", 55, STILL)
    tie(improving, plan, "cp_seen_in_time")
    monkeypatch.setattr(p, "MEASURES", {})
    assert "no longer counts" in first(plan).why


def test_without_a_confirmed_last_day_nothing_can_be_compared(improving, plan, measured):
    from goldthread.inspection.models import Confirmed

    end = improving.report.facts.get(kind="inspection_end")
    Confirmed.objects.create(fact=end, value=None, why="Not that day.", by=improving.miriam, at=at(NOVEMBER))
    tie(improving, plan, "cp_seen_in_time")
    assert first(plan).short == "inspection day not confirmed"


def test_an_ended_tie_counts_no_more(improving, plan, measured):
    measured.say("cp_seen_in_time", 71, HELD)
    plans.untie(tie(improving, plan, "cp_seen_in_time"), "Another one says more.", now=READ, by=improving.miriam)
    assert first(plan).ties == ()


def test_a_recommendation_is_called_as_people_call_it_and_else_by_its_own_beginning(improving, plan, measured):
    assert first(plan).title == "Children on protection plans are not always seen as often as their…"
    plans.call(plan, improving.facts[0], "Seen often enough", now=READ, by=improving.miriam)
    plans.call(plan, improving.facts[0], "Children on plans seen often enough, and alone", now=at(NOVEMBER), by=improving.miriam)
    assert first(plan).title == "Children on plans seen often enough, and alone"


@pytest.mark.parametrize(
    "outcomes, one",
    [
        ([], Outcome.CANNOT_TELL),
        ([Outcome.HELD, Outcome.HELD], Outcome.HELD),
        ([Outcome.HELD, Outcome.MOVING], Outcome.MOVING),
        ([Outcome.HELD, Outcome.NOT_MOVED], Outcome.MOVING),
        ([Outcome.HELD, Outcome.CANNOT_TELL], Outcome.MOVING),
        ([Outcome.HELD, Outcome.WORSE], Outcome.WORSE),
        ([Outcome.MOVING, Outcome.WORSE], Outcome.WORSE),
        ([Outcome.NOT_MOVED, Outcome.CANNOT_TELL], Outcome.NOT_MOVED),
        ([Outcome.CANNOT_TELL, Outcome.CANNOT_TELL], Outcome.CANNOT_TELL),
        ([Outcome.MOVING, Outcome.NOT_MOVED], Outcome.MOVING),
    ],
)
def test_several_measures_make_one_verdict(outcomes, one):
    assert p.together(outcomes) is one


def test_a_rate_without_people_to_divide_by_is_not_known_rather_than_nobody():
    rate = next(m for m in p.MEASURES.values() if m.kind == "rate")
    point = p.point(Figure(rate.code, ENDED, "", 12, 0, 0, None), rate)
    assert (point.value, point.of) == (None, 1)


def test_a_number_that_should_fall_to_nothing_is_not_nothing_while_some_cannot_be_told():
    overdue = p.MEASURES["cp_reviews_overdue"]
    assert p.point(Figure(overdue.code, ENDED, "", 0, 0, 3, 0.0), overdue).value == 3


@pytest.mark.parametrize(("known", "unknown", "value"), [(90, 10, 12.5), (89, 11, None), (2, 40, None), (40, 0, 12.5), (0, 5, None)])
def test_a_median_of_which_more_than_a_tenth_is_not_known_is_not_known(known, unknown, value):
    days = p.MEASURES["assessment_days"]
    point = p.point(Figure(days.code, ENDED, "", known, known, unknown, 12.5 if known else None), days)
    assert point.value == value
    assert point.of > 0


def test_a_mean_by_head_is_looked_at_by_what_is_divided_and_not_by_how_many_heads():
    load = next(m for m in p.MEASURES.values() if m.per)
    assert p.point(Figure(load.code, ENDED, "", 160, 10, 16, 16.0), load).value == 16.0
    assert p.point(Figure(load.code, ENDED, "", 160, 10, 20, 16.0), load).value is None
    assert p.point(Figure(load.code, ENDED, "", 0, 0, 0, None), load).of == 0


def test_a_median_that_rests_on_few_of_many_is_not_held(improving, plan, measured):
    days = next(m for m in p.MEASURES.values() if m.kind == "median" and m.polarity == "lower")
    measured.say(days.code, 60, [30] * 9, of=100, unknown=40)
    tie(improving, plan, days.code, 45)
    assert first(plan).outcome is Outcome.CANNOT_TELL
    measured.say(days.code, 60, [30] * 9, of=100, unknown=4)
    assert first(plan).outcome is Outcome.HELD
