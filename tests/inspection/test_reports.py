"""A report goes in, a person reads it beside its pages, and only what they said counts."""

from datetime import date, timedelta

import pytest
from django.db import DatabaseError, transaction

from goldthread.inspection import files, reports
from goldthread.inspection.facts import NotSaid
from goldthread.inspection.models import Confirmed, Fact, File, Report
from goldthread.people.sight import NotAllowed
from tests.inspection.held import NOW, all_confirmed, fact, kept, pdf, reading

LATER = NOW + timedelta(minutes=5)
BETTER = {"text": "Assessments before birth start earlier.", "section": "local_authority"}


def state(report, kind, place=0):
    return [one for one in reports.held(report) if one.fact.kind == kind][place]


# Keeping


def test_a_report_is_kept_with_every_fact_its_page_and_the_words_it_rests_on(report):
    held = reports.held(report)
    assert [one.fact.kind for one in held] == [
        "authority", "framework", "inspection_start", "inspection_end", "published", "lead_inspector", "judgement", "judgement",
        "improvement", "improvement",
    ]  # fmt: skip
    assert {one.state for one in held} == {reports.WAITING}
    grade = held[6]
    assert (grade.fact.area, grade.value["grade"], grade.fact.page, grade.fact.words) == ("help_and_protection", "good", 1, "Help and protection Good")
    assert grade.fact.box == [0.1, 0.5, 0.9, 0.55]


def test_a_doubtful_fact_keeps_its_doubt(report):
    doubtful = [one.fact for one in reports.held(report) if not one.fact.sure]
    assert [f.doubt for f in doubtful] == ["It is not printed; this is the day in the file’s name.", "The heading on page 5 says “good”."]


def test_what_was_not_found_makes_no_fact(miriam):
    report = kept(miriam, lead_inspector=None, published=None, judgements=())
    assert {one.fact.kind for one in reports.held(report)} == {"authority", "framework", "inspection_start", "inspection_end", "improvement"}


def test_a_file_sent_twice_is_one_report(report, miriam):
    assert kept(miriam) == report
    assert (Report.objects.count(), File.objects.count()) == (1, 1)
    assert reports.held_already(pdf()) == report


def test_a_file_of_which_no_page_opens_is_refused_in_its_own_words_and_nothing_is_kept(miriam):
    with pytest.raises(files.NotKept, match="It needs a password"):
        reports.keep_reading(reading(pages=0, problem="It needs a password."), pdf(), "locked.pdf", now=NOW, by=miriam)
    assert not File.objects.exists()


def test_a_file_that_is_no_pdf_is_refused_whatever_its_name(miriam):
    with pytest.raises(files.NotKept, match="page.pdf"):
        reports.keep_reading(reading(), b"<html>Report not found</html>", "page.pdf", now=NOW, by=miriam)


def test_a_pdf_in_which_nothing_could_be_read_is_kept_so_that_a_person_can_read_it(miriam):
    nothing = {"authority": None, "framework": None, "inspection_start": None, "inspection_end": None, "published": None, "lead_inspector": None}
    report = kept(miriam, **nothing, judgements=(), improvements=(), problem="It has no text: it was scanned.")
    assert (report.problem, reports.held(report)) == ("It has no text: it was scanned.", [])
    assert reports.counts(report) == (
        False, "This report does not count yet: the authority, the form of inspection and the last day of the inspection are missing and can be added."
    )  # fmt: skip


def test_who_does_not_lead_improvement_keeps_no_report(people):
    with pytest.raises(NotAllowed):
        kept(people["priya"])


# Saying


def test_nothing_of_a_report_counts_before_a_person_said_so(report):
    assert reports.confirmed(report) == reports.Said()
    assert reports.counts(report) == (False, "This report does not count yet: 7 facts wait for a person to confirm them beside the page.")


def test_a_confirmed_report_says_what_was_confirmed_by_whom_and_when(report, miriam):
    said = reports.confirmed(all_confirmed(report, miriam))
    assert (said.authority, said.framework, said.inspector) == ("Wrenford", "ilacs_2026_no_overall", "Orla Pennywell")
    assert (said.start, said.end, said.published) == (date(2026, 2, 2), date(2026, 2, 13), date(2026, 3, 24))
    assert [(j.area, j.grade) for j in said.judgements] == [("help_and_protection", "good"), ("in_care", "requires_improvement")]
    first, second = said.recommendations
    assert (first.number, first.page, first.printed, first.said_by, first.said_at) == (1, 2, None, "Miriam Tarnbrook", NOW)
    assert (second.number, second.printed, second.text) == (2, 2, "Assessments before birth start too late.")
    assert reports.counts(report) == (True, "Everything that counts has been confirmed by a person.")


def test_a_report_counts_without_its_publication_day_or_inspector(report, miriam):
    for one in reports.held(report):
        if one.fact.kind not in ("published", "lead_inspector"):
            reports.say(one.fact, one.value, now=NOW, by=miriam)
    assert reports.counts(report)[0]
    assert reports.confirmed(report).published is None


def test_a_correction_stands_beside_what_was_read(report, miriam):
    reports.say(fact(report, "improvement", 1), BETTER, why="A word was misread.", now=NOW, by=miriam)
    one = state(report, "improvement", 1)
    assert (one.state, one.value["text"], one.fact.read["text"]) == (
        reports.CORRECTED, "Assessments before birth start earlier.", "Assessments before birth start too late."
    )  # fmt: skip
    assert (one.said.why, one.said.by) == ("A word was misread.", miriam)


@pytest.mark.parametrize("value", [BETTER, None], ids=["corrected", "struck out"])
def test_nothing_is_corrected_or_struck_out_without_a_reason(report, miriam, value):
    with pytest.raises(NotSaid, match="Say why"):
        reports.say(fact(report, "improvement"), value, why="  ", now=NOW, by=miriam)
    assert not Confirmed.objects.exists()


def test_what_was_struck_out_counts_for_nothing_and_waits_for_nobody(report, miriam):
    reports.say(fact(report, "improvement"), None, why="A line of the summary, not a thing to improve.", now=NOW, by=miriam)
    assert state(report, "improvement").state == reports.STRUCK
    for one in reports.held(report):
        if one.state == reports.WAITING:
            reports.say(one.fact, one.value, now=NOW, by=miriam)
    assert [r.text for r in reports.confirmed(report).recommendations] == ["Assessments before birth start too late."]
    assert reports.counts(report)[0]


def test_without_its_authority_a_report_does_not_count(report, miriam):
    all_confirmed(report, miriam)
    reports.say(fact(report, "authority"), None, why="It is the partnership’s.", now=LATER, by=miriam)
    assert reports.counts(report) == (False, "This report does not count yet: the authority is missing and can be added.")


def test_two_people_who_say_different_things_both_stand_and_the_newest_wins(report, people):
    authority = fact(report, "authority")
    reports.say(authority, "Wrenford", now=NOW, by=people["miriam"])
    reports.say(authority, "Wrenford City", why="As printed.", now=NOW, by=people["colin"])
    one = state(report, "authority")
    assert (one.value, one.said.by, [e.by for e in one.earlier]) == ("Wrenford City", people["colin"], [people["miriam"]])


def test_all_that_is_sure_is_confirmed_at_once_and_what_somebody_said_meanwhile_is_left(report, people):
    seen = [one for one in reports.held(report) if one.fact.page == 1]
    reports.say(fact(report, "authority"), "Wrenford City", why="As printed.", now=NOW, by=people["colin"])
    assert reports.confirm_all(seen, now=LATER, by=people["miriam"]) == 5
    assert state(report, "authority").value == "Wrenford City"
    assert state(report, "judgement", 1).state == reports.WAITING, "a doubtful fact is never confirmed in a row with others"


def test_what_was_read_and_what_was_said_is_never_changed(report, miriam):
    said = reports.say(fact(report, "authority"), "Wrenford", now=NOW, by=miriam)
    for row in (Report.objects.filter(pk=report.pk).update, Confirmed.objects.filter(pk=said.pk).update):
        with pytest.raises(DatabaseError, match="never overwritten"), transaction.atomic():
            row(**({"ours": False} if row.__self__.model is Report else {"why": "x"}))
    with pytest.raises(DatabaseError, match="never overwritten"), transaction.atomic():
        Fact.objects.filter(report=report)._raw_delete("default")


def test_who_does_not_lead_improvement_says_nothing(report, people):
    with pytest.raises(NotAllowed, match="does not lead improvement"):
        reports.say(fact(report, "authority"), "Wrenford", now=NOW, by=people["priya"])
    with pytest.raises(NotAllowed):
        reports.add(report, "improvement", BETTER, 2, now=NOW, by=people["priya"])
    with pytest.raises(NotAllowed):
        reports.confirm_all(reports.held(report), now=NOW, by=people["priya"])


@pytest.mark.parametrize(
    "kind, value, sentence",
    [
        ("inspection_end", "31 February", "Choose a day"),
        ("framework", "made_up", "Choose the form"),
        ("authority", " \0 ", "Write the authority"),
        ("authority", "x" * 201, "longer than 200"),
        ("judgement", {"label": "Help", "grade": "splendid"}, "Choose the grade"),
        ("judgement", {"label": "", "grade": "good"}, "Write what was judged"),
        ("improvement", {"text": " "}, "own words"),
        ("improvement", {"text": "x", "section": "elsewhere"}, "who is asked"),
        ("improvement", {"text": "x", "priority": "tomorrow"}, "how soon"),
        ("improvement", "only words", "own words"),
    ],
)
def test_what_cannot_be_the_fact_is_refused_in_a_sentence(report, miriam, kind, value, sentence):
    with pytest.raises(NotSaid, match=sentence):
        reports.say(fact(report, kind), value, why="As printed.", now=NOW, by=miriam)


# Adding


def test_a_missed_thing_to_improve_is_added_with_its_page(report, miriam):
    added = reports.add(report, "improvement", {"text": "Earlier personal advisers."}, 3, why="Over the page.", now=NOW, by=miriam)
    one = state(report, "improvement", 2)
    assert (one.fact, one.state, one.fact.page, one.fact.read) == (added, reports.ADDED, 3, None)
    assert reports.confirmed(report).recommendations[-1].text == "Earlier personal advisers."


def test_an_added_fact_can_be_struck_out_again_with_a_reason(report, miriam):
    added = reports.add(report, "improvement", {"text": "Earlier personal advisers."}, 3, now=NOW, by=miriam)
    with pytest.raises(NotSaid):
        reports.say(added, None, now=LATER, by=miriam)
    reports.say(added, None, why="It was there already.", now=LATER, by=miriam)
    assert state(report, "improvement", 2).state == reports.STRUCK


def test_a_missed_grade_is_added_with_what_was_judged(report, miriam):
    reports.add(report, "judgement", {"label": "Care leavers", "grade": "good"}, 1, area="care_leavers", now=NOW, by=miriam)
    judged = reports.confirmed(report).judgements[-1]
    assert (judged.area, judged.grade, judged.grade_label, judged.page) == ("care_leavers", "good", "Good", 1)


@pytest.mark.parametrize(
    "kind, value, page, area, sentence",
    [
        ("improvement", {"text": "x"}, 4, "", "pages 1 to 3"),
        ("improvement", {"text": "x"}, 0, "", "pages 1 to 3"),
        ("judgement", {"label": "x", "grade": "good"}, 1, "kitchens", "which part of the service"),
        ("authority", "Wrenford", 1, "", "stands already"),
        ("weather", "fine", 1, "", "what kind of fact"),
    ],
)
def test_what_cannot_be_added_is_refused_in_a_sentence(report, miriam, kind, value, page, area, sentence):
    with pytest.raises(NotSaid, match=sentence):
        reports.add(report, kind, value, page, area=area, now=NOW, by=miriam)


def test_a_struck_out_authority_can_be_added_anew(report, miriam):
    reports.say(fact(report, "authority"), None, why="It is a name of a partnership.", now=NOW, by=miriam)
    reports.add(report, "authority", "Wrenford", 1, now=LATER, by=miriam)
    assert reports.confirmed(report).authority == "Wrenford"


def test_many_reports_are_asked_in_as_many_questions_as_one(report, miriam, django_assert_num_queries):
    other = reports.keep_reading(reading(), pdf("Another"), "other.pdf", now=NOW, by=miriam)
    with django_assert_num_queries(2):
        found = reports.held_of([report, other])
    assert [len(found[r.pk]) for r in (report, other)] == [10, 10]
