"""What may be erased is proposed by one and agreed by another; a hold, a missing fact or a later last day stops it, with a sentence."""

from datetime import date

import pytest
from django.db import ProgrammingError, transaction

from goldthread.people.roles import DISPOSE
from goldthread.record.derive import derive
from goldthread.record.models import Deletion, DeletionAnswer, Hold, Look, Restriction
from goldthread.record.reach import Reach
from tests.web.one_child import NOW, REFERENCE, signed_in, text, worker
from tests.web.saying import said_why

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("half_past_five")]
OLD = "WR-00017"
HELD = {"why": "inquiry", "words": "The national inquiry asked that nothing be destroyed."}


@pytest.fixture
def mabel(people):
    """Mabel was in need in 2008 and 2009, and nothing happened since; she is kept until 2 March 2015."""
    with Reach(people["ngozi"], NOW).act() as act:
        person = act.new_person(reference=OLD, family=77)
        act.write(person, "person", date(2008, 5, 6), {"forename": "Mabel", "surname": "Thistlewood", "born": date(1998, 3, 2)})
        referral = act.write(person, "referral", date(2008, 5, 6), {"source": "2A", "decision": "accepted", "decided": date(2008, 5, 6)})
        act.write(person, "allocation", date(2008, 5, 6), {"works_as": "social_worker", "team": people["east"].pk}, until=date(2009, 3, 2))
        act.write(person, "closing", date(2009, 3, 2), {"closes": referral, "reason": "RC1"})
    return person


@pytest.fixture
def hal(people):
    return signed_in(people["hal"])


@pytest.fixture
def dina(people, mabel):
    said_why(people["dina"], NOW, mabel)
    return signed_in(people["dina"])


def propose(client, words="Read by the archivist: nobody needs it."):
    return client.post(f"/children/{OLD}/retention/", {"do": "propose", "words": words})


def answer(client, do="agree", why=""):
    return client.post(f"/retention/proposals/{Deletion.objects.latest('pk').pk}/", {"do": do, "why": why})


def test_what_is_past_its_last_day_is_listed_with_the_reason_and_nothing_else_is(hal, mabel, kofi):
    page = text(hal.get("/retention/"))
    assert "Past their last day (1)" in page and "Mabel Thistlewood" in page and "2 March 2015" in page and "Larkfield" not in page
    assert Look.objects.filter(page="retention", person=None).exists()


def test_the_page_of_one_record_still_says_who_is_signed_in_and_as_what(hal):
    head = text(hal.get(f"/children/{OLD}/retention/")).split("How long the record")[0]
    assert "Hal" in head and "head_of_service" not in text(hal.get(f"/children/{OLD}/retention/"))


def test_one_proposes_and_another_agrees_and_both_stay_readable(hal, dina, mabel):
    assert propose(hal).status_code == 302
    assert "Proposed, waiting for somebody else (1)" in text(dina.get("/retention/"))
    assert answer(dina).status_code == 302
    row = DeletionAnswer.objects.select_related("deletion").get()
    assert (row.agreed, row.by.username, row.deletion.by.username, row.deletion.until, set(row.deletion.categories)) == (True, "dina", "hal", date(2015, 3, 2), {"need", "record"})


def test_nobody_agrees_with_themselves(hal, mabel):
    propose(hal)
    refused = answer(hal)
    assert refused.status_code == 422 and "You proposed it yourself" in text(refused) and not DeletionAnswer.objects.exists()


def test_not_agreeing_needs_a_reason_and_ends_the_proposal(hal, dina, mabel):
    propose(hal)
    assert answer(dina, "no").status_code == 422
    assert answer(dina, "no", "Her brother asks about her.").status_code == 302
    assert answer(dina).status_code == 422 and DeletionAnswer.objects.get().agreed is False
    assert propose(hal).status_code == 302, "it may be proposed again"


@pytest.mark.parametrize("over", ["person", "family", "service"])
def test_a_hold_stops_a_proposal_and_an_agreement_until_it_is_lifted_with_a_reason(hal, dina, mabel, over):
    propose(hal)
    place = "/retention/hold/" if over == "service" else f"/children/{OLD}/retention/"
    assert hal.post(place, {**HELD, "do": "hold", "over": over}).status_code == 302
    refused = answer(dina)
    assert refused.status_code == 422 and "It is held: an inquiry. The national inquiry asked" in text(refused)
    hold = Hold.objects.get().pk
    assert dina.post(f"/retention/holds/{hold}/lift/", {"why": " "}).status_code == 422
    assert dina.post(f"/retention/holds/{hold}/lift/", {"why": "The inquiry ended."}).status_code == 302
    assert dina.post(f"/retention/holds/{hold}/lift/", {"why": "Again"}).status_code == 422
    assert answer(dina).status_code == 302


def test_a_hold_over_another_family_or_person_holds_nobody_else(hal, dina, mabel, kofi, people):
    assert hal.post(f"/children/{REFERENCE}/retention/", {**HELD, "do": "hold", "over": "person"}).status_code == 302
    no_family = hal.post(f"/children/{REFERENCE}/retention/", {**HELD, "do": "hold", "over": "family"})
    assert no_family.status_code == 422 and "No family is written down" in text(no_family)
    assert propose(hal).status_code == 302 and answer(dina).status_code == 302


@pytest.mark.parametrize("sent", [{"why": "inquiry", "words": ""}, {"why": "because", "words": "x"}, {}])
def test_a_hold_says_why_and_about_what(hal, mabel, sent):
    assert hal.post("/retention/hold/", sent).status_code == 422 and not Hold.objects.exists()


def test_what_is_not_due_cannot_be_proposed_and_says_what_keeps_it(hal, mabel, kofi, people):
    for_kofi = hal.post(f"/children/{REFERENCE}/retention/", {"do": "propose", "words": "x"})
    assert for_kofi.status_code == 422 and "It goes on:" in text(for_kofi)
    with Reach(people["hal"], NOW).act() as act:
        act.write(mabel, "note", date(2026, 11, 3), {"title": "She rang"})
    later = propose(hal)
    assert later.status_code == 422 and "It is kept until 3 November 2032." in text(later)


def test_what_is_unknown_cannot_be_proposed(hal, mabel, people):
    with Reach(people["hal"], NOW).act() as act:
        act.write(mabel, "missing", date(2008, 7, 1), {}, until=date(2008, 7, 2))
        details = next(w for w in Reach(people["hal"], NOW).entries(Reach(people["hal"], NOW).child(OLD), ["person"]))
        act.correct(details.number, 1, "not her birthday", values={"born": None})
    refused = propose(hal)
    assert refused.status_code == 422 and "The date of birth is not known." in text(refused)


def test_what_was_written_between_the_two_is_asked_again(hal, dina, mabel, people):
    propose(hal)
    with Reach(people["hal"], NOW).act() as act:
        act.write(mabel, "access_request", date(2026, 11, 3), {"who": "Mabel"})
    refused = answer(dina)
    assert refused.status_code == 422 and "own information is open" in text(refused) and not DeletionAnswer.objects.exists()


@pytest.mark.parametrize("name", ["priya", "nora", "ngozi", "rhys", "ana", "dina", "hal", "adam"])
def test_only_those_who_decide_open_any_of_it(people, mabel, name):
    client, allowed = signed_in(people[name]), name in {"hal", "dina"}
    assert people[name].may(DISPOSE) == allowed
    if allowed:
        said_why(people[name], NOW, mabel)
    for address in ("/retention/", f"/children/{OLD}/retention/"):
        assert client.get(address).status_code == (200 if allowed else 403), address
    assert client.post("/retention/hold/", HELD).status_code == (302 if allowed else 403)
    assert Hold.objects.exists() == allowed
    assert propose(client).status_code == (422 if allowed else 403), "it is held for the one, and closed to the other"


def test_a_restricted_record_is_listed_held_and_decided_by_those_named_only(hal, dina, mabel, people):
    propose(hal)
    Restriction.objects.create(person_id=mabel, worker=people["hal"], why="A colleague")
    derive([mabel], NOW, None, None)
    page = text(dina.get("/retention/"))
    assert "Mabel" not in page and OLD not in page
    assert answer(dina).status_code == 403 and not DeletionAnswer.objects.exists()


def test_a_quality_lead_may_be_the_second(hal, mabel, people):
    propose(hal)
    miriam = worker("miriam", "quality_lead")
    assert answer(signed_in(miriam)).status_code == 403, "she has not said why she opens the record"
    said_why(miriam, NOW, mabel)
    assert answer(signed_in(miriam)).status_code == 302


def test_holds_and_decisions_are_never_overwritten(hal, mabel):
    hal.post("/retention/hold/", HELD)
    for change in (lambda: Hold.objects.update(words="x"), lambda: Hold.objects.all().delete()):
        with pytest.raises(ProgrammingError, match="never overwritten"), transaction.atomic():
            change()
