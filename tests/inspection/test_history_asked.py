"""Promises of what came back: themes are suggested by words and decided by people, and nothing else makes one sure."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.db import DatabaseError, connection, transaction
from django.test.utils import CaptureQueriesContext

from goldthread.inspection import reports
from goldthread.inspection.history import history
from goldthread.inspection.history.asked import (
    BELONGS,
    BOTH_DIFFER,
    SUGGESTED,
    TAKEN_OFF,
    Column,
    columns,
    decide,
    rows,
    times,
)
from goldthread.inspection.history.held import reports as held_reports
from goldthread.inspection.history.values import Asked, When
from goldthread.inspection.history.vocabulary import BY_CODE
from goldthread.inspection.models import Fact, Theme
from goldthread.people.sight import NotAllowed
from tests.inspection import held
from tests.inspection.told import TODAY, on, source

BIRTH = BY_CODE["before_birth"]
SPELL = When(date(2026, 2, 2), date(2026, 2, 13))


@pytest.fixture
def read(report, miriam):
    return held.all_confirmed(report, miriam)


def column(asked=()) -> Column:
    found = columns(asked, held_reports("wrenford"))
    assert len(found) == 1
    return found[0]


def thing(theme=BIRTH):
    return next(one for one in column().things if one.mark(theme))


def say(one, belongs, by, theme=BIRTH, later=0):
    return decide(Fact.objects.get(pk=one.fact), theme, belongs, now=held.NOW + timedelta(minutes=later), by=by)


def test_a_report_nobody_confirmed_has_no_column_of_an_authority(report):
    assert columns((), held_reports("wrenford")) == []


def test_only_things_a_person_confirmed_stand_in_the_table(report, miriam):
    for one in reports.held(report):
        if one.fact.kind != "improvement":
            reports.say(one.fact, one.fact.read, now=held.NOW, by=miriam)
    found = column()
    assert found.things == () and found.waiting == 2 and found.cells == []


def test_words_only_suggest(read):
    cell = column().cell(BIRTH)
    assert cell.state == SUGGESTED and cell.pages == (3,)
    assert thing().mark(BIRTH).shares == ("before birth",)


def test_a_person_confirms_a_theme_and_is_named(read, miriam):
    say(thing(), True, miriam)
    mark = thing().mark(BIRTH)
    assert column().cell(BIRTH).state == BELONGS and (mark.by, mark.at) == ("Miriam Tarnbrook", held.NOW)


def test_a_person_takes_a_suggestion_off(read, miriam):
    say(thing(), False, miriam)
    assert column().cell(BIRTH) is None and thing().mark(BIRTH).state == TAKEN_OFF


def test_the_newest_word_stands(read, miriam, people):
    one = thing()
    say(one, True, miriam)
    say(one, False, people["colin"], later=1)
    assert thing().mark(BIRTH).by == "Colin Wintergate" and column().cell(BIRTH) is None
    say(one, True, miriam, later=2)
    assert column().cell(BIRTH).state == BELONGS and Theme.objects.count() == 3


def test_a_person_adds_a_theme_that_no_word_suggests(read, miriam):
    say(thing(), True, miriam, BY_CODE["housing"])
    cell = column().cell(BY_CODE["housing"])
    assert cell.state == BELONGS and cell.things[0].mark(BY_CODE["housing"]).shares == ()


def test_whoever_does_not_lead_improvement_decides_nothing(read, people):
    with pytest.raises(NotAllowed, match="lead improvement"):
        say(thing(), True, people["priya"])
    assert not Theme.objects.exists()


def test_what_a_person_said_of_a_theme_cannot_be_changed_or_removed(read, miriam):
    row = say(thing(), True, miriam)
    for change in (lambda: Theme.objects.filter(pk=row.pk).update(belongs=False), row.delete):
        with pytest.raises(DatabaseError), transaction.atomic():
            change()


BUILT_IN = Asked(SPELL, source("Ofsted report"), {"local_authority": 9}, {"before_birth": (3,), "courts": (2,)})


def test_a_built_in_reading_and_the_held_report_are_one_column_with_both_sources(read):
    found = column([BUILT_IN])
    assert [one.words for one in found.sources] == ["Ofsted report", "the report held here"]
    assert found.number == 2  # the report's own list counts
    assert found.cell(BIRTH).state == BELONGS and found.cell(BY_CODE["courts"]).pages == (2,)


def test_a_built_in_reading_that_a_person_took_off_is_shown_as_a_difference(read, miriam):
    say(thing(), False, miriam)
    cell = column([BUILT_IN]).cell(BIRTH)
    assert cell.state == BOTH_DIFFER and times([cell]) == 0


def test_another_inspection_of_the_same_year_has_its_own_column(read):
    other = replace(BUILT_IN, when=on(2026, 9, 4))
    assert [one.report is None for one in columns([other], held_reports("wrenford"))] == [False, True]


def test_what_came_back_most_often_stands_first():
    twice = [Asked(on(2014, 4, 9), source(), {}, {"courts": (1,), "homes": (2,)}), Asked(on(2016, 4, 9), source(), {}, {"homes": (3,)})]
    table = rows(columns(twice, []))
    assert [(theme.code, times(cells)) for theme, cells in table] == [("homes", 2), ("courts", 1)]


def test_the_history_of_an_authority_has_its_reports_grades_and_things(read):
    told = history("Wrenford", "wrenford", TODAY)
    assert [(claim.area, claim.grade, claim.scale) for claim in told.claims] == [
        ("help_and_protection", "good", "ilacs_2026"), ("in_care", "requires_improvement", "ilacs_2026"),
    ]  # fmt: skip
    assert told.inspections[0].when == SPELL and told.columns[0].number == 2


def test_a_grade_that_a_person_struck_is_no_claim(read, miriam):
    reports.say(held.fact(read, "judgement"), None, why="It is of another authority", now=held.NOW + timedelta(minutes=1), by=miriam)
    assert [claim.area for claim in history("Wrenford", "wrenford", TODAY).claims] == ["in_care"]


def test_a_report_is_found_under_the_name_that_a_person_corrected(read, miriam):
    reports.say(held.fact(read, "authority"), "Wrenford City Council", why="as printed", now=held.NOW + timedelta(minutes=1), by=miriam)
    assert len(held_reports("wrenford")) == 1
    reports.say(held.fact(read, "authority"), "Otterby", why="misread", now=held.NOW + timedelta(minutes=2), by=miriam)
    assert held_reports("wrenford") == [] and len(held_reports("otterby")) == 1


def test_many_reports_are_asked_for_in_as_many_questions_as_one(read, miriam):
    with CaptureQueriesContext(connection) as one:
        held_reports("wrenford")
    for n in range(3):
        more = reports.keep_reading(held.reading(), held.pdf(f"another {n}"), f"{n}.pdf", now=held.NOW, by=miriam)
        held.all_confirmed(more, miriam)
    with CaptureQueriesContext(connection) as many:
        assert len(held_reports("wrenford")) == 4
    assert len(many) == len(one)
