"""What shows that something changed: added, withdrawn with a reason, never altered."""

from datetime import date, timedelta

import pytest

from goldthread.inspection import evidence, files
from goldthread.inspection.evidence import AUDIT, DOCUMENT, FAMILIES, STAFF, YOUNG_PEOPLE, NotEvidence, Told
from goldthread.inspection.models import Evidence, File
from goldthread.people.roles import NOBODY, SERVICE, TEAM
from goldthread.people.sight import NotAllowed
from tests.inspection.held import NOW, fact, pdf

LATER = NOW + timedelta(minutes=5)
SEPTEMBER = date(2026, 9, 16)


@pytest.fixture
def asked(report):
    return fact(report, "improvement")


def audit(**more):
    return Told(**{"kind": AUDIT, "day": SEPTEMBER, "title": "Audit of 20 records", "number": 18, "of_number": 20, "agrees": "yes", **more})


def said(**more):
    return Told(**{"kind": YOUNG_PEOPLE, "day": date(2026, 10, 3), "title": "What 11 young people said", "words": "“She comes.”", "number": 11, **more})


def test_evidence_is_told_newest_first_with_what_it_shows(asked, miriam):
    evidence.give(asked, audit(), now=NOW, by=miriam)
    evidence.give(asked, said(), now=LATER, by=miriam)
    pieces = evidence.for_recommendation(asked.pk)
    assert [p.row.title for p in pieces] == ["What 11 young people said", "Audit of 20 records"]
    assert [evidence.in_words(p.row) for p in pieces] == ["11 people", "18 of 20 records agreed with the measure"]
    assert (pieces[1].row.by, pieces[1].row.agrees, pieces[1].stands) == (miriam, "yes", True)


def test_evidence_for_one_recommendation_says_nothing_about_another(asked, report, miriam):
    evidence.give(asked, audit(), now=NOW, by=miriam)
    assert evidence.for_recommendation(fact(report, "improvement", 1).pk) == []


def test_an_attached_file_is_kept_and_told_without_being_fetched(asked, miriam, django_assert_num_queries):
    evidence.give(asked, audit(), file=(pdf(), "../audit.pdf"), now=NOW, by=miriam)
    with django_assert_num_queries(1):
        (piece,) = evidence.for_recommendation(asked.pk)
        assert piece.row.file.name == "audit.pdf"


def test_with_a_file_that_is_refused_nothing_is_kept(asked, miriam):
    with pytest.raises(files.NotKept, match="a web page"):
        evidence.give(asked, audit(), file=(b"<html>", "audit.pdf"), now=NOW, by=miriam)
    assert (Evidence.objects.count(), File.objects.count()) == (0, 1), "only the report is kept"


def test_withdrawn_evidence_stays_readable_with_the_reason(asked, miriam):
    row = evidence.give(asked, audit(), now=NOW, by=miriam)
    evidence.withdraw(row, "Two records were counted twice.", now=LATER, by=miriam)
    assert evidence.for_recommendation(asked.pk) == []
    (piece,) = evidence.for_recommendation(asked.pk, withdrawn=True)
    assert (piece.stands, piece.withdrawn.words, piece.withdrawn.by) == (False, "Two records were counted twice.", miriam)


def test_two_people_who_withdraw_the_same_piece_withdraw_it_once(asked, people):
    row = evidence.give(asked, audit(), now=NOW, by=people["miriam"])
    first = evidence.withdraw(row, "Counted twice.", now=LATER, by=people["miriam"])
    assert evidence.withdraw(row, "Wrong month.", now=LATER, by=people["colin"]) == first


def test_a_withdrawal_gives_its_reason_and_cannot_be_withdrawn(asked, miriam):
    row = evidence.give(asked, audit(), now=NOW, by=miriam)
    with pytest.raises(NotEvidence, match="Say why"):
        evidence.withdraw(row, " ", now=LATER, by=miriam)
    ended = evidence.withdraw(row, "Counted twice.", now=LATER, by=miriam)
    with pytest.raises(NotEvidence, match="withdrawal already"):
        evidence.withdraw(ended, "No.", now=LATER, by=miriam)


@pytest.mark.parametrize(
    "told, field, sentence",
    [
        (audit(kind="rumour"), "kind", "what kind"),
        (audit(day=None), "day", "today or before"),
        (audit(day=date(2026, 11, 21)), "day", "today or before"),
        (audit(day=date(1850, 1, 1)), "day", "more than ten years ago"),
        (audit(title=" \0"), "title", "short name"),
        (audit(title="x" * 161), "title", "160 characters"),
        (audit(agrees="maybe"), "agrees", "leave that open"),
        (audit(of_number=None), "of_number", "how many records"),
        (audit(of_number=0), "of_number", "how many records"),
        (audit(number=21), "number", "of the 20 agreed"),
        (audit(number=-1), "number", "of the 20 agreed"),
        (audit(number=None), "number", "of the 20 agreed"),
        (audit(kind=DOCUMENT), "words", "Attach the document"),
        (said(words=" "), "words", "in their own words"),
        (said(number=0), "number", "how many people"),
    ],
)
def test_what_is_missing_is_asked_for_in_a_sentence_beside_its_field(asked, miriam, told, field, sentence):
    with pytest.raises(NotEvidence, match=sentence) as refused:
        evidence.give(asked, told, now=NOW, by=miriam)
    assert refused.value.field == field


@pytest.mark.parametrize("kind", [STAFF, FAMILIES, YOUNG_PEOPLE])
def test_what_people_say_needs_no_number(asked, miriam, kind):
    row = evidence.give(asked, said(kind=kind, number=None), now=NOW, by=miriam)
    assert evidence.in_words(row) == ""


def test_evidence_belongs_to_something_to_improve(report, miriam):
    with pytest.raises(NotEvidence, match="asks to improve"):
        evidence.give(fact(report, "authority"), audit(), now=NOW, by=miriam)


def test_who_does_not_lead_improvement_adds_and_withdraws_nothing(asked, people):
    with pytest.raises(NotAllowed):
        evidence.give(asked, audit(), now=NOW, by=people["priya"])
    row = evidence.give(asked, audit(), now=NOW, by=people["miriam"])
    with pytest.raises(NotAllowed):
        evidence.withdraw(row, "No.", now=NOW, by=people["priya"])


def test_an_attached_file_opens_for_those_who_answer_for_the_service_and_for_its_sender(asked, people):
    row = evidence.give(asked, audit(), file=(pdf(), "audit.pdf"), now=NOW, by=people["miriam"])
    assert files.may_open(row.file, people["colin"], SERVICE)
    assert files.may_open(row.file, people["miriam"], TEAM)
    assert not files.may_open(row.file, people["priya"], TEAM)


def test_the_file_of_a_report_opens_for_everybody(report, people):
    assert files.may_open(report.file, people["priya"], NOBODY)
