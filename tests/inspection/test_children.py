"""For which children it is better: the same children then and now, by the measure's own occurrences."""

from datetime import UTC, date, datetime, timedelta

import pytest

from goldthread.duties import Settings, Spoken, occurrences
from goldthread.duties import words as w
from goldthread.inspection import children as c
from goldthread.inspection.children import Change, by_count, by_gap, compare, mean_gap, repeating
from goldthread.measures.definitions import MEASURES
from goldthread.measures.figures import Behind
from goldthread.record.lives import Life

SINCE, ON = date(2026, 2, 13), date(2026, 10, 31)
SEEN = MEASURES["cp_seen_in_time"]
WRITTEN = datetime(2026, 1, 1, tzinfo=UTC)


@pytest.fixture(autouse=True)
def nothing_settled(monkeypatch):
    """These promises are about lives that no database holds."""
    monkeypatch.setattr(c, "in_force", Settings)


def said(word, day, entry):
    return Spoken(word, day, None, f"{entry}", entry, WRITTEN)


def life(*visits, plan=date(2025, 8, 1), also=()):
    """A child on a protection plan, seen on these days."""
    spoken = [Spoken(w.protection_plan.begins.name, plan, None, "plan", 1, WRITTEN)]
    for n, day in enumerate(visits, 10):
        spoken += [said(w.visit_made.name, day, n), said(w.visit_child_seen.name, day, n)]
    return Life(7, spoken + [said(word, day, 500 + n) for n, (word, day) in enumerate(also)])


def every(days, start, end):
    found = []
    while start <= end:
        found.append(start)
        start += timedelta(days=days)
    return found


def row(person, counted):
    return Behind(person, counted, None, None, ON, "", None, None, None)


def test_a_child_seen_every_other_week_where_it_was_every_fourth_is_seen_more_often():
    found = compare(life(*every(28, date(2025, 8, 15), SINCE), *every(14, date(2026, 2, 20), ON)), repeating(SEEN), False, True, SINCE, ON)
    assert found.change is Change.BETTER
    assert round(found.then) == 18
    assert round(found.now) == 10


def test_a_child_seen_more_rarely_than_before_is_among_the_worse():
    found = compare(life(*every(7, date(2025, 8, 15), SINCE), *every(21, date(2026, 2, 20), ON)), repeating(SEEN), True, False, SINCE, ON)
    assert found.change is Change.WORSE


def test_a_visit_that_is_long_overdue_counts_as_the_gap_it_has_become():
    rule = repeating(SEEN)
    owed = occurrences(life(*every(14, date(2025, 8, 15), date(2026, 3, 1))).spoken, (rule,))
    assert mean_gap(owed, rule, SINCE, ON) > 80


def test_a_child_never_seen_before_the_inspection_cannot_be_compared():
    found = compare(life(*every(14, date(2026, 2, 20), ON), plan=date(2026, 2, 12)), repeating(SEEN), None, True, SINCE, ON)
    assert found.change is Change.CANNOT_TELL


@pytest.mark.parametrize(
    "then, now, change",
    [(9.6, 10.4, Change.SAME), (9.4, 10.6, Change.WORSE), (12, 9, Change.BETTER), (None, 9, Change.CANNOT_TELL), (9, None, Change.CANNOT_TELL)],
)
def test_what_rounds_to_the_same_day_is_the_same(then, now, change):
    assert by_gap(then, now) is change


@pytest.mark.parametrize(
    "then, now, change",
    [(False, True, Change.BETTER), (True, False, Change.WORSE), (True, True, Change.SAME), (None, True, Change.CANNOT_TELL)],
)
def test_where_nothing_repeats_being_counted_is_compared(then, now, change):
    assert by_count(then, now) is change


def test_what_else_happened_is_said_beside_it_and_not_called_a_cause():
    also = [
        (w.social_worker.begins.name, date(2026, 4, 1)), (w.social_worker.begins.name, date(2026, 6, 1)),
        (w.visit_made.name, date(2026, 5, 1)), (w.missing.begins.name, date(2026, 7, 1)), (w.placement.begins.name, date(2025, 9, 1)),
        (w.visit_alone_unsaid.name, date(2026, 7, 1)), (w.visit_alone_unsaid.name, date(2026, 8, 1)),
    ]  # fmt: skip
    found = compare(life(*every(14, date(2025, 8, 15), ON), also=also), repeating(SEEN), True, True, SINCE, ON)
    assert found.beside == (
        "not seen on one visit", "the worker changed twice", "went missing once", "2 visits do not say whether they were alone",
    )  # fmt: skip


def test_only_the_children_there_were_then_and_still_are_are_compared(monkeypatch):
    monkeypatch.setattr(c, "read_lives", lambda people: {p: Life(p, life(*every(14, date(2025, 8, 15), ON)).spoken) for p in people})
    found = c.children(SEEN, [row(1, True), row(2, False), row(3, True)], [row(2, True), row(3, True), row(9, True)], SINCE, ON)
    assert [one.person for one in found.compared] == [2, 3]
    assert found.gone == 1
    assert found.unit == "working days"
    assert found.those(Change.SAME) == list(found.compared)


def test_where_every_month_brings_other_children_nobody_is_compared():
    found = c.children(MEASURES["prebirth_by_20_weeks"], [row(1, True)], [row(1, True)], SINCE, ON)
    assert found.compared == ()
    assert "other children" in found.why


def test_where_nobody_of_then_is_left_that_is_said():
    found = c.children(SEEN, [row(1, True)], [row(2, True)], SINCE, ON)
    assert (found.gone, found.why) == (1, "None of the children there were then is there now.")


def test_a_child_of_several_rows_counts_only_if_all_of_them_do(monkeypatch):
    monkeypatch.setattr(c, "read_lives", lambda people: {p: Life(p) for p in people})
    measure = MEASURES["plan_actions_named"]
    found = c.children(measure, [row(1, True), row(1, False)], [row(1, True), row(1, None)], SINCE, ON)
    assert found.compared[0].change is Change.CANNOT_TELL
    assert found.unit == ""


def test_where_less_is_better_a_child_who_is_newly_counted_is_worse_off(monkeypatch):
    monkeypatch.setattr(c, "read_lives", lambda people: {p: Life(p) for p in people})
    then, now = [row(1, False), row(2, True), row(3, None)], [row(1, True), row(2, False), row(3, True)]
    found = c.children(MEASURES["three_placements"], then, now, SINCE, ON)
    assert {one.person: one.change for one in found.compared} == {1: Change.WORSE, 2: Change.BETTER, 3: Change.CANNOT_TELL}


def test_where_less_is_better_one_bad_row_of_several_is_enough(monkeypatch):
    monkeypatch.setattr(c, "read_lives", lambda people: {p: Life(p) for p in people})
    found = c.children(MEASURES["assessments_open_late"], [row(1, False), row(1, False)], [row(1, True), row(1, False)], SINCE, ON)
    assert found.those(Change.WORSE) == list(found.compared)
