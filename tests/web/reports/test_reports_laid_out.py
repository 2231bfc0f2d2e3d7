"""How a report is laid out beside its pages, and what its forms make of what is typed."""

from datetime import date

import pytest
from django.http import QueryDict

from goldthread.inspection import plan, reports
from goldthread.inspection.facts import NotSaid
from goldthread.web.reports import page
from goldthread.web.reports.asking import FactForm, typed
from tests.inspection import held
from tests.inspection.held import NOW


@pytest.fixture
def miriam(db):
    return held.office()["miriam"]


@pytest.fixture
def report(miriam):
    return held.kept(miriam)


def laid(report):
    return page.lay_out(reports.held(report))


def numbers(report):
    return [(tally.number, tally.words) for tally in page.tallies(reports.held(report))]


def test_doubtful_pages_come_first_and_what_stands_on_no_page_last(report):
    found = laid(report)
    assert [one.number for one in found.doubtful] == [1, page.NOWHERE]
    assert [one.number for one in found.rest] == [1, 2, 3]


def test_the_next_fact_is_the_next_on_the_page(report, miriam):
    order = laid(report).order
    assert [len(order), order[0]] == [10, held.fact(report, "judgement", 1).pk], "the doubtful grade is looked at first"
    reports.say(held.fact(report, "judgement", 1), held.fact(report, "judgement", 1).read, now=NOW, by=miriam)
    assert laid(report).order[0] == held.fact(report, "published").pk


def test_only_sure_facts_that_wait_are_confirmed_together(report, miriam):
    reports.say(held.fact(report, "authority"), "Wrenford", now=NOW, by=miriam)
    first = laid(report).rest[0]
    assert len(first.rows) == 6 and len(first.sure) == 5


def test_the_three_numbers_add_up(report, miriam):
    assert numbers(report) == [(10, "waiting for a person"), (2, "read with doubt"), (0, "confirmed")]
    held.all_confirmed(report, miriam)
    assert numbers(report) == [(0, "waiting for a person"), (0, "read with doubt"), (10, "confirmed")]


def test_a_box_is_drawn_a_little_wider_than_the_words_and_says_what_became_of_them(report, miriam):
    authority = held.fact(report, "authority")
    assert page.box(reports.held_fact(authority)) == page.Box(authority.pk, 9.3, 9.6, 71.4, 5.8, "waits")
    reports.say(authority, None, why="Not so.", now=NOW, by=miriam)
    assert page.box(reports.held_fact(authority)).kind == "out"


def test_words_are_not_said_twice(report):
    rows = {row.fact: row for one in laid(report).rest for row in one.rows}
    assert rows[held.fact(report, "improvement").pk].quote == ""
    assert rows[held.fact(report, "judgement").pk].quote == "", "the row of the table says what stands above it"
    assert rows[held.fact(report, "lead_inspector").pk].quote == "Lead inspector: Orla Pennywell"


def test_a_plan_is_offered_once_our_report_counts_and_then_opened(report, miriam):
    def offered(leads=True):
        return [way.label for way in page.ways_on(report, reports.confirmed(report), reports.counts(report)[0], leads)]

    assert offered() == []
    held.all_confirmed(report, miriam)
    assert offered() == ["Make the plan", "Where this stands in the history"]
    assert offered(leads=False) == ["Where this stands in the history"]
    plan.begin(report, NOW, miriam)
    assert offered() == ["The plan that answers it", "Where this stands in the history"]


def test_no_plan_is_offered_for_the_report_of_another_service(miriam):
    other = reports.keep_reading(held.reading(), held.pdf("other"), "other.pdf", now=NOW, by=miriam, ours=False)
    held.all_confirmed(other, miriam)
    assert [way.label for way in page.ways_on(other, reports.confirmed(other), True, True)] == ["Where this stands in the history"]


# Forms


def form(kind, base=None, missed=False, **words):
    said = QueryDict(mutable=True)
    said.update(words)
    return FactForm(kind, said, NOW, base, missed)


def test_a_form_opens_with_what_stands():
    assert typed("inspection_end", "2026-02-13")["value"] == "13/02/2026"
    assert typed("authority", None)["value"] == ""
    assert typed("judgement", {"label": "Help", "grade": "good"}).dict() == {"text": "", "section": "", "priority": "", "label": "Help", "grade": "good"}


@pytest.mark.parametrize("words", ["13/02/2026", "13 February 2026", "Friday 13th February 2026", "2026-02-13"])
def test_a_day_is_read_as_people_write_it(words):
    assert form("inspection_end", value=words).value() == date(2026, 2, 13).isoformat()


def test_what_the_form_does_not_ask_is_kept():
    base = {"text": "x", "heading": "Plans", "number": 12, "sub_items": ["a"], "section": "lscb", "priority": None}
    value = form("improvement", base, text="y", section="lscb", priority="").value()
    assert (value["text"], value["heading"], value["number"], value["sub_items"]) == ("y", "Plans", 12, ["a"])


def test_striking_out_needs_no_value_and_adding_cannot_strike_out():
    assert form("authority", do="strike", value="").value() is None
    with pytest.raises(NotSaid):
        form("authority", missed=True, do="strike", value="").value()


def test_each_problem_stands_beside_its_field():
    asked = form("judgement", missed=True, label="Care leavers", grade="splendid")
    assert [p.field for p in asked.problems()] == ["page", "area", "grade"]
    assert [q.name for q in asked.questions() if q.error] == ["page", "area", "grade"]
