"""A limit on a form: the sentence with its law, and nothing kept without a reason."""

from datetime import date

import pytest

from goldthread.law.sources import care_planning_2010
from goldthread.record import limits
from goldthread.record.models import Version
from goldthread.record.reach import Reach
from tests.web.one_child import NOW, REFERENCE, signed_in, text

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("half_past_five")]
CITED = care_planning_2010.regulation("27A")


@pytest.fixture
def no_placement_under_16(monkeypatch):
    """A limit on a word that the record has always had."""
    limit = limits.NotUnder("X1", "No child under 16 is placed there.", "Find a home.", date(2010, 1, 1), CITED, episode="placement", age=16)
    monkeypatch.setattr(limits, "LIMITS", (limit,))
    limits.limits_of.cache_clear()
    yield limit
    limits.limits_of.cache_clear()


@pytest.fixture
def never_taken_back(monkeypatch):
    limit = limits.NeverTakenBack("X2", "What was agreed cannot be taken back.", "Agree anew.", date(2010, 1, 1), CITED, word="placement.plan_made")
    monkeypatch.setattr(limits, "LIMITS", (limit,))
    limits.limits_of.cache_clear()
    yield limit
    limits.limits_of.cache_clear()


def post(client, address, **given):
    form = client.get(address)
    return client.post(address, {"sheet": form.context["sheet"].token, "do": "save", **given})


PLACED = {"day": "02/11/2026", "kind": "U1"}
WRITE = f"/write/{REFERENCE}/placement/"


def placed(people, kofi, **values):
    with Reach(people["priya"], NOW).act() as act:
        return act.write(kofi["person"], "placement", date(2026, 11, 2), {"kind": "U1", **values})


def test_what_goes_past_a_limit_is_not_kept_without_a_reason(people, kofi, no_placement_under_16):
    answer = post(signed_in(people["priya"]), WRITE, **PLACED)
    page = text(answer)
    assert answer.status_code == 422 and not Version.objects.filter(type="placement").exists()
    for words in ("A limit of the law", no_placement_under_16.says, str(CITED), no_placement_under_16.do, "It is so all the same, because"):
        assert words in page
    assert 'value="02/11/2026"' in answer.content.decode()


def test_with_a_reason_it_is_kept_and_the_reason_stays_with_it(people, kofi, no_placement_under_16):
    answer = post(signed_in(people["priya"]), WRITE, **PLACED, all_the_same="the court ordered it.")
    assert answer.status_code == 302
    entry = Version.objects.get(type="placement")
    assert entry.why == "It is so all the same, because the court ordered it."
    assert "because the court ordered it" in text(signed_in(people["priya"]).get(f"/entries/{entry.entry}/"))


def test_a_form_that_goes_past_no_limit_does_not_speak_of_any(people, kofi, no_placement_under_16):
    answer = post(signed_in(people["priya"]), WRITE, **{**PLACED, "day": "not a day"})
    assert answer.status_code == 422 and "limit of the law" not in text(answer)
    assert "limit of the law" not in text(signed_in(people["priya"]).get(WRITE))


def test_a_reason_that_nothing_needs_is_not_kept(people, kofi):
    post(signed_in(people["priya"]), WRITE, **PLACED, all_the_same="just so")
    assert Version.objects.get(type="placement").why == ""


def test_a_correction_that_goes_past_a_limit_asks_too(people, kofi, monkeypatch, no_placement_under_16):
    old = limits.NotUnder("X1", "No child under 16 is placed there.", "Find a home.", date(2026, 11, 5), CITED, episode="placement", age=16)
    monkeypatch.setattr(limits, "LIMITS", (old,))
    limits.limits_of.cache_clear()
    with Reach(people["priya"], NOW).act() as act:
        number = act.write(kofi["person"], "placement", date(2026, 11, 2), {"kind": "U1"}, until=date(2026, 11, 3))
    address, given = f"/entries/{number}/correct/", {"day": "02/11/2026", "kind": "U1", "why": "It went on.", "read": "1", "until": "09/11/2026"}
    assert post(signed_in(people["priya"]), address, **given).status_code == 422
    assert post(signed_in(people["priya"]), address, **given, all_the_same="nobody knew.").status_code == 302
    assert Version.objects.get(entry=number, superseded_at=None).why == "It went on. It is so all the same, because nobody knew."


def test_a_correction_of_something_else_does_not_ask_again(people, kofi, no_placement_under_16):
    number = placed(people, kofi)
    given = {"day": "02/11/2026", "kind": "U1", "carer": "Mrs Tarn", "why": "Her name.", "read": "1"}
    assert post(signed_in(people["priya"]), f"/entries/{number}/correct/", **given).status_code == 302


def test_what_cannot_be_taken_back_is_withdrawn_with_a_reason_only(people, kofi, never_taken_back):
    number = placed(people, kofi, plan_agreed=date(2026, 11, 2))
    client, address = signed_in(people["priya"]), f"/entries/{number}/withdraw/"
    assert never_taken_back.says in text(client.get(address))
    refused = client.post(address, {"read": "1", "why": "Another child."})
    assert refused.status_code == 422 and "say why it is so all the same" in text(refused)
    assert client.post(address, {"read": "1", "why": "Another child.", "all_the_same": "it was never about this child."}).status_code == 302
    assert Version.objects.get(entry=number, superseded_at=None).why.endswith("because it was never about this child.")


def test_a_correction_that_takes_it_back_asks_too(people, kofi, never_taken_back):
    number = placed(people, kofi, plan_agreed=date(2026, 11, 2))
    given = {"day": "02/11/2026", "kind": "U1", "plan_agreed": "", "why": "Not agreed.", "read": "1"}
    answer = post(signed_in(people["priya"]), f"/entries/{number}/correct/", **given)
    assert answer.status_code == 422 and never_taken_back.says in text(answer)


def test_what_says_no_such_word_is_withdrawn_as_ever(people, kofi, never_taken_back):
    number = placed(people, kofi)
    client = signed_in(people["priya"])
    assert client.post(f"/entries/{number}/withdraw/", {"read": "1", "why": "Another child."}).status_code == 302
