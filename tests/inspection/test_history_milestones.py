"""Promises of what the plan's clocks were told: it stands in the history too, and nothing booked is shown as done."""

from datetime import date, timedelta

import pytest

from goldthread.duties import service
from goldthread.inspection import governance
from goldthread.inspection.history import history
from goldthread.inspection.history.milestones import SHORT, TOLD
from tests.inspection import held
from tests.inspection.told import TODAY


@pytest.fixture
def read(report, miriam):
    return held.all_confirmed(report, miriam)


def told(read, miriam, word, day, words="", report=True):
    return governance.milestone(read if report else None, word.name, day, now=held.NOW, by=miriam, words=words)


def events(ours=False):
    return [claim for claim in history("Wrenford", "wrenford", TODAY, ours).claims if claim.kind != "judgement"]


def test_a_monitoring_visit_that_was_written_down_is_an_event_with_who_wrote_it(read, miriam):
    told(read, miriam, service.monitoring_visited, date(2026, 9, 1), "front door")
    (visit,) = events()
    assert (visit.words, visit.short, visit.sources[0].said) == (
        "Inspectors made a monitoring visit: front door", "monitoring visit", "written down here by Miriam Tarnbrook",
    )  # fmt: skip


def test_a_direction_is_a_stretch_that_ends_when_it_is_lifted(read, miriam):
    told(read, miriam, service.direction.begins, date(2026, 3, 30))
    assert events()[0].when.until is None
    told(read, miriam, service.direction.ends, date(2026, 10, 30))
    (direction,) = events()
    assert (direction.kind, direction.when.day, direction.when.until) == ("measures", date(2026, 3, 30), date(2026, 10, 30))


def test_what_is_booked_for_a_day_to_come_is_not_history(read, miriam):
    told(read, miriam, service.commissioner_reported, TODAY + timedelta(days=1))
    assert events() == []


def test_what_was_withdrawn_is_gone(read, miriam):
    wrong = told(read, miriam, service.monitoring_visited, date(2026, 9, 1))
    governance.withdraw(wrong, "It was another authority", now=held.NOW, by=miriam)
    assert events() == []


def test_what_belongs_to_no_report_is_ours_only(read, miriam):
    told(read, miriam, service.commissioner_named, date(2026, 4, 1), report=False)
    assert events(ours=False) == [] and [claim.short for claim in events(ours=True)] == ["commissioner named"]


def test_the_office_work_of_an_inspection_is_no_history(read, miriam):
    told(read, miriam, service.draft_received, date(2026, 3, 2))
    assert events() == []


def test_every_day_that_is_told_has_short_words_for_the_picture():
    assert TOLD.keys() == SHORT.keys() <= service.SERVICE_WORDS.keys()
