"""Promises of the built-in history of Birmingham: its facts with their sources, and no sentence taken from a report."""

import json
import re
from collections import Counter

import pytest

from goldthread.inspection import reports
from goldthread.inspection.history import History, birmingham, history
from goldthread.inspection.history.asked import BELONGS
from goldthread.inspection.history.gathering import inspections, settled
from goldthread.inspection.history.values import EVENT, MEASURES, RAN, SINCE, UNREAD
from goldthread.inspection.history.vocabulary import BY_CODE
from tests.inspection import held
from tests.inspection.told import TODAY
from tests.real.shared import DATA, needs_data

OFSTED = DATA / "ofsted"
RUN = 8  # so many words in a row of a report would be a copy


def test_every_built_in_claim_has_a_source_that_says_it_is_built_in():
    assert all(claim.sources and all(source.built_in for source in claim.sources) for claim in birmingham.CLAIMS)


def test_grades_stand_as_the_four_reports_give_them():
    found = {one.when.words: Counter(claim.grade for claim in one.graded) for one in inspections(settled(birmingham.CLAIMS)) if one.box in ("sif", "ilacs")}
    assert found == {
        "18 Mar to 9 Apr 2014": {"inadequate": 7},
        "12 Sep to 6 Oct 2016": {"inadequate": 3, "requires_improvement": 3},
        "3 to 14 Dec 2018": {"requires_improvement": 4},
        "20 Feb to 3 Mar 2023": {"good": 5},
    }


def test_what_sources_say_differently_is_kept_differently():
    assert [claim.when.words for claim in birmingham.CLAIMS if claim.kind == SINCE] == ["2008", "2009", "2010"]


def test_who_ran_it_what_was_done_and_what_could_not_be_read_are_all_there():
    kinds = Counter(claim.kind for claim in birmingham.CLAIMS)
    assert kinds[RAN] == 3 and kinds[MEASURES] == 1 and kinds[EVENT] >= 10
    assert [claim.when.words for claim in birmingham.CLAIMS if claim.grade == UNREAD] == ["19 Oct 2012"]


def test_as_many_things_to_improve_are_counted_as_the_reports_list():
    assert [sum(asked.listed.values()) for asked in birmingham.ASKED] == [0, 28, 17, 6, 4]


@needs_data
def test_no_run_of_words_is_taken_from_a_report():
    theirs = set()
    for report in json.loads((OFSTED / "truth.json").read_text()):
        for thing in report["improvements"]:
            theirs |= runs(thing["text"])
    ours = {run for claim in birmingham.CLAIMS for run in runs(f"{claim.words} {claim.short}")}
    assert not ours & theirs


def runs(text):
    words = re.findall(r"\w+", text.lower())
    return {" ".join(words[n : n + RUN]) for n in range(len(words) - RUN + 1)}


@needs_data
def test_grades_days_and_pages_agree_with_what_was_read_by_eye():
    truth = {report["published"]: report for report in json.loads((OFSTED / "truth.json").read_text()) if "birmingham" in report["file"] and report["readable"]}
    found = {one.claims[0].published.isoformat(): one for one in inspections(settled(birmingham.CLAIMS)) if one.box in ("sif", "ilacs")}
    assert truth.keys() == found.keys()
    for day, report in truth.items():
        assert {claim.area: claim.grade for claim in found[day].graded} == {one["area"]: one["grade"] for one in report["judgements"]}
        assert (found[day].when.day.isoformat(), found[day].when.last.isoformat()) == (report["inspection_start"], report["inspection_end"])
        assert {claim.inspector for claim in found[day].claims} == {report["lead_inspector"]}
    for asked in birmingham.ASKED[1:]:
        report = next(one for one in truth.values() if one["inspection_end"] == asked.when.last.isoformat())
        assert {page for pages in asked.themes.values() for page in pages} <= {thing["page"] for thing in report["improvements"]}
        assert asked.listed == Counter(thing["section"] for thing in report["improvements"])


@pytest.fixture
def whole(people, miriam) -> History:
    """Birmingham with its own reports held and every fact of them confirmed."""
    for file in sorted(OFSTED.glob("*birmingham*.pdf")):
        try:
            report = reports.keep(file.read_bytes(), file.name, now=held.NOW, by=miriam)
        except reports.files.NotKept:
            continue  # the one of 2012 is not a report
        held.all_confirmed(report, miriam)
    return history("Birmingham", "birmingham", TODAY)


@needs_data
def test_reports_that_are_held_join_the_built_in_facts_and_change_none(whole):
    assert [column.number for column in whole.columns] == [0, 28, 17, 6, 4]
    assert len([one for one in whole.inspections if one.box in ("sif", "ilacs")]) == 4
    assert [one.question for one in whole.disagree] == ["“Inadequate since” when?"]
    graded = [claim for one in whole.inspections if one.box in ("sif", "ilacs") for claim in one.graded]
    assert all({source.built_in for source in claim.sources} == {True, False} for claim in graded)


@needs_data
def test_the_built_in_themes_stand_on_the_pages_on_which_the_words_suggest_them(whole):
    """A reading is not only words, so a few may differ; most must agree, or one of the two is wrong."""
    pairs = [(column.key, code, page, page in {thing.page for thing in column.things if thing.mark(BY_CODE[code])})
             for column in whole.columns[1:] for code, pages in column.built_in.themes.items() for page in pages]  # fmt: skip
    assert len(pairs) > 45 and [pair[:3] for pair in pairs if not pair[3]] == []


@needs_data
def test_every_built_in_theme_is_a_full_mark(whole):
    for column in whole.columns:
        for code in column.built_in.themes:
            assert column.cell(BY_CODE[code]).state == BELONGS
