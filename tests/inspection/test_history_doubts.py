"""Promises of what stands against what, of what nobody knows, and of what to read before comparing: all from the claims."""

from dataclasses import replace
from datetime import date

import pytest

from goldthread.inspection.history import birmingham
from goldthread.inspection.history.asked import Column
from goldthread.inspection.history.values import JUDGEMENT, MEASURES, UNREAD, Claim
from tests.inspection.told import event, history, judged, on, report, since, source, year


def questions(*claims):
    return [one.question for one in history(claims).disagree]


def unknown(*claims, columns=()):
    return [one.words for one in history(claims, columns).unknown]


def test_since_when_is_asked_with_every_answer_and_who_gives_it():
    (one,) = history([since(2008, "BBC"), since(2009, "trade press"), since(2008, "The Times")]).disagree
    assert one.question == "“Inadequate since” when?"
    assert [(answer, [source.words for source in sources]) for answer, sources in one.answers] == [("2008", ["BBC", "The Times"]), ("2009", ["trade press"])]


def test_sources_that_agree_are_no_disagreement():
    assert questions(since(2008, "BBC"), since(2008, "ITV")) == []


def test_two_grades_of_one_area_are_a_disagreement():
    assert questions(judged("sif", on(2014, 4, 9), "good"), judged("sif", on(2014, 4, 9), "inadequate", by="a list")) == ["Overall, 9 Apr 2014: which grade?"]


def test_two_days_of_publication_are_a_disagreement_and_the_days_are_said():
    (one,) = history([judged("sif", on(2014, 4, 9), published=date(2014, 5, 23)), judged("sif", on(2014, 4, 9), published=date(2014, 5, 27), by="a list")]).disagree
    assert one.question == "The inspection of 9 Apr 2014: published when?" and [answer for answer, _ in one.answers] == ["23 May 2014", "27 May 2014"]


def test_grades_of_two_inspections_or_two_areas_are_no_disagreement():
    assert questions(*report("sif", on(2014, 4, 9), overall="inadequate", adoption="good"), *report("sif", on(2016, 10, 6), overall="good")) == []


def test_measures_without_an_end_leave_it_open():
    special = Claim(MEASURES, year(2000), "Special measures", sources=(source(),))
    assert "When the special measures of 2000 ended" in unknown(special)
    assert not any("measures" in words for words in unknown(replace(special, when=year(2000, 2002))))


def test_a_report_that_cannot_be_read_is_named_with_its_day():
    found = unknown(Claim(JUDGEMENT, on(2012, 10, 19), grade=UNREAD, sources=(source(),)))
    assert found[0] == "What the report listed for 19 Oct 2012 says: it cannot be read"


def test_years_without_days_are_named_together():
    claims = [Claim(JUDGEMENT, year(n), scale="serving", grade="no", sources=(source(),)) for n in (2001, 2003, 2004)]
    assert "The exact days of the 2001, 2003 and 2004 inspections" in unknown(*claims)


def test_an_inspection_whose_report_is_not_held_leaves_open_what_it_asked_for():
    grades = report("ilacs_2023", on(2024, 7, 12), overall="good")
    assert any(words.startswith("What the inspection of 12 Jul 2024 asked to improve") for words in unknown(*grades))
    held = Column(on(2024, 7, 12), (), {"local_authority": 3}, report=1)
    assert not any("asked to improve" in words for words in unknown(*grades, columns=[held]))


def test_facts_that_wait_for_a_person_are_said_and_lead_to_the_report():
    (one,) = [one for one in history([event(year(2000), "x")], [Column(on(2024, 7, 12), (), {}, report=7, waiting=2)]).unknown if one.report]
    assert one.words == "All that the report of 2024 says: 2 facts wait for a person to confirm" and one.report == 7


def test_what_a_list_doubts_itself_is_passed_on():
    noted = replace(judged("ilacs_2023", on(2024, 7, 12)), words="not checked against the report")
    assert "Whether the grades of 12 Jul 2024 are as listed: not checked against the report" in unknown(noted)


def test_years_before_the_first_source_are_not_passed_over_in_silence():
    assert "Anything before July 2024: no report or source of earlier years is held here" in unknown(judged("ilacs_2023", on(2024, 7, 12)))
    assert not any("Anything before" in words for words in unknown(event(year(1999), "it began")))


def test_nothing_known_leaves_nothing_to_say():
    told = history([])
    assert (told.disagree, told.unknown, told.comparing) == ((), (), ())


@pytest.mark.parametrize(
    "claims, says",
    [
        (birmingham.CLAIMS, "A “good” of 2023 and a “serving children well: some” of 2005 are answers to different questions."),
        (report("sif", on(2015, 6, 3), overall="inadequate") + report("ilacs_2023", on(2024, 7, 12), overall="good"),
         "A “good” of 2024 and an “inadequate” of 2015 are answers to different questions."),
        (report("ilacs_2023", on(2024, 7, 12), overall="good"), "All grades here are of one form (Today’s framework (ILACS))"),
        (report("ilacs_2026", on(2026, 6, 12), in_care="good"), "Since April 2026 there is no overall grade. Goldthread makes none from the others."),
        (report("lac_2013", on(2013, 8, 23), overall="adequate"), "“Adequate” was a grade before the single framework."),
        (report("ilacs_2018", on(2019, 8, 23), overall="good") + report("ilacs_2023", on(2024, 8, 23), overall="good"), "so neither continues it"),
    ],
    ids=["birmingham", "two forms", "one form", "no overall", "adequate", "four and five"],
)  # fmt: skip
def test_what_to_read_before_comparing_names_the_grades_that_stand_there(claims, says):
    assert any(says in sentence for sentence in history(claims).comparing)
