"""Promises of what people add: every claim has a source, nothing is changed, and what was a mistake is taken back in writing."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import DatabaseError, transaction

from goldthread.inspection import models, neighbours
from goldthread.inspection.history import history
from goldthread.inspection.history.adding import NotAdded, NotTaken, Wanted, add_claim, take_claim_back
from goldthread.inspection.history.known import addresses, everybody
from goldthread.inspection.history.reading import when_of
from goldthread.people.sight import NotAllowed
from tests.inspection import held
from tests.inspection.told import TODAY
from tests.real.shared import DATA, needs_data

EVENT = Wanted("Otterby", "event", when_of("May 2014"), None, "", "", "", "A commissioner is appointed", "Otterby Echo", when_of("3 June 2014"))
SINCE = replace(EVENT, kind="since", grade="inadequate", scale="sif", words="", when=when_of("2013"))
GRADE = replace(EVENT, kind="judgement", grade="good", scale="ilacs_2018", area="overall_effectiveness", words="", when=when_of("14 December 2018"))


def add(wanted, by):
    return add_claim(wanted, now=held.NOW, by=by)


def test_what_is_added_stands_in_the_history_with_its_source_and_as_exactly_as_it_was_said(miriam):
    add(EVENT, miriam)
    (claim,) = history("Otterby", "otterby", TODAY).claims
    assert (claim.kind, claim.when.words, claim.words, claim.sources[0].said) == ("event", "May 2014", "A commissioner is appointed", "Otterby Echo, 3 Jun 2014")


def test_a_grade_keeps_its_scale_and_a_since_claim_has_none(miriam):
    add(GRADE, miriam)
    add(SINCE, miriam)
    found = {claim.kind: claim for claim in history("Otterby", "otterby", TODAY).claims}
    assert (found["judgement"].scale, found["judgement"].grade) == ("ilacs_2018", "good") and found["since"].scale == ""


@pytest.mark.parametrize(
    "wanted, field",
    [
        (replace(EVENT, source="  "), "source"),
        (replace(EVENT, words=" "), "words"),
        (replace(GRADE, scale="", grade=""), "grade"),
        (replace(SINCE, grade=""), "grade"),
        (replace(EVENT, when=when_of("2027")), "when"),
        (replace(EVENT, until=when_of("2010")), "until"),
        (replace(GRADE, scale="words", grade=""), "words"),
    ],
)
def test_what_cannot_stand_is_refused_with_what_to_do(miriam, wanted, field):
    with pytest.raises(NotAdded) as refusal:
        add(wanted, miriam)
    assert refusal.value.field == field and str(refusal.value).endswith(".")
    assert not models.Claim.objects.exists()


def test_what_happened_after_midnight_in_england_has_happened(miriam):
    today = replace(EVENT, when=when_of("1 September 2026"))
    assert add_claim(today, now=datetime(2026, 8, 31, 23, 30, tzinfo=UTC), by=miriam).day == date(2026, 9, 1)


def test_a_source_known_only_to_the_month_says_so_in_its_words(miriam):
    add(replace(EVENT, source_day=when_of("June 2014")), miriam)
    assert history("Otterby", "otterby", TODAY).claims[0].sources[0].said == "Otterby Echo, June 2014"


def test_an_inspection_whose_report_cannot_be_read_needs_no_scale(miriam):
    add(replace(GRADE, scale="", grade="unread"), miriam)
    assert history("Otterby", "otterby", TODAY).inspections[0].graded == []


def test_whoever_does_not_lead_improvement_adds_and_takes_back_nothing(miriam, people):
    row = add(EVENT, miriam)
    with pytest.raises(NotAllowed):
        add(EVENT, people["priya"])
    with pytest.raises(NotAllowed):
        take_claim_back(row, "wrong", now=held.NOW, by=people["priya"])


def test_a_claim_added_by_mistake_is_no_longer_shown_and_stays_with_the_reason(miriam):
    row = add(EVENT, miriam)
    take_claim_back(row, "It was another council", now=held.NOW + timedelta(minutes=3), by=miriam)
    assert history("Otterby", "otterby", TODAY).claims == ()
    assert list(models.Claim.objects.order_by("pk").values_list("words", flat=True)) == ["A commissioner is appointed", "It was another council"]


def test_taking_back_needs_a_reason_and_happens_once(miriam):
    row = add(EVENT, miriam)
    with pytest.raises(NotTaken, match="why"):
        take_claim_back(row, " ", now=held.NOW, by=miriam)
    take_claim_back(row, "wrong", now=held.NOW, by=miriam)
    with pytest.raises(NotTaken, match="already"):
        take_claim_back(row, "wrong again", now=held.NOW, by=miriam)


def test_a_claim_cannot_be_changed_or_removed(miriam):
    row = add(EVENT, miriam)
    for change in (lambda: models.Claim.objects.filter(pk=row.pk).update(words="better"), row.delete):
        with pytest.raises(DatabaseError), transaction.atomic():
            change()


# Every authority


def test_our_authority_stands_first_and_the_rest_by_name(miriam):
    add(EVENT, miriam)
    assert [one.name for one in everybody("Wrenford children’s services")] == ["Wrenford", "Birmingham", "Otterby"]
    assert list(addresses("Wrenford children’s services").items())[0] == ("wrenford", "Wrenford")


def test_one_authority_written_two_ways_is_one(miriam):
    add(EVENT, miriam)
    add(replace(GRADE, authority="Otterby City Council"), miriam)
    (otterby,) = [one for one in everybody() if one.slug == "otterby"]
    assert otterby.inspections == 1 and len(history("Otterby", "otterby", TODAY).claims) == 2


def test_a_held_report_makes_its_authority_known(report, miriam):
    assert "wrenford" not in addresses()
    held.all_confirmed(report, miriam)
    (wrenford,) = [one for one in everybody() if one.slug == "wrenford"]
    assert (wrenford.reports, wrenford.inspections) == (1, 1)


@needs_data
def test_the_published_judgements_of_every_authority_have_a_history_each(miriam, django_assert_max_num_queries):
    neighbours.keep((DATA / "ofsted" / "outcomes.csv").read_bytes(), "outcomes.csv", now=held.NOW, by=miriam)
    with django_assert_max_num_queries(12):
        known = everybody("Wrenford")
    assert len(known) > 140 and len({one.slug for one in known}) == len(known)
    told = [history(one.name, one.slug, TODAY) for one in known[1:20]]
    assert all(one.inspections and one.unknown and one.comparing for one in told)


@needs_data
def test_a_published_judgement_of_birmingham_joins_the_built_in_one(miriam):
    neighbours.keep((DATA / "ofsted" / "outcomes.csv").read_bytes(), "outcomes.csv", now=held.NOW, by=miriam)
    told = history("Birmingham", "birmingham", TODAY)
    newest = [one for one in told.inspections if one.box == "ilacs"][-1]
    assert newest.when.words == "20 Feb to 3 Mar 2023"
    assert all(len(claim.sources) == 2 for claim in newest.graded if claim.area != "in_care_and_care_leavers")
    assert [one.question for one in told.disagree] == ["“Inadequate since” when?"]
