"""Integrations on their page: set up by one, agreed to by another, tokens shown once, everything taken back at once."""

import re
from datetime import timedelta

import pytest

from goldthread.people.models import Worker
from goldthread.web.api import hooks, tokens
from goldthread.web.api.models import Delivery, Integration, Token
from tests.api.calling import NOW, Calls, integration, token
from tests.web.one_child import REFERENCE, signed_in, text

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("half_past_five")]


@pytest.fixture
def adam(people):
    return signed_in(people["adam"])


@pytest.fixture
def school(people):
    return integration(people, people["east"])


def set_up(people, client, **given):
    asked = {"name": "School register", "what_for": "Visits.", "team": people["east"].pk, "owner": people["ngozi"].pk}
    return client.post("/integrations/", {**asked, **given})


def make_token(client, of, **given):
    asked = {"name": "nightly load", "scopes": ["children:read"], "expires": "18/02/2027", "most": "300"}
    return client.post(f"/integrations/{of.pk}/token/", {**asked, **given})


def test_one_sets_up_another_agrees_and_only_then_a_token_opens_anything(people, kofi, adam):
    answer = set_up(people, adam)
    made = Integration.objects.get()
    assert answer.status_code == 302 and made.worker.role == "team_integration" and not made.worker.has_usable_password()
    shown = make_token(adam, made)
    [secret] = re.findall(r"gt_[0-9a-f]{8}_[\w-]{43}", shown.content.decode())
    assert Calls(secret).get(f"/children/{REFERENCE}").status_code == 401
    assert "Waits for Ngozi Millrace to agree" in text(adam.get(f"/integrations/{made.pk}/"))
    assert adam.post(f"/integrations/{made.pk}/agree/").status_code == 403
    ngozi = signed_in(people["ngozi"])
    assert "I agree, and answer for it" in text(ngozi.get(f"/integrations/{made.pk}/"))
    assert ngozi.post(f"/integrations/{made.pk}/agree/").status_code == 302
    assert Calls(secret).get(f"/children/{REFERENCE}").status_code == 200
    page = adam.get(f"/integrations/{made.pk}/").content.decode()
    assert secret not in page and f"gt_{Token.objects.get().prefix}" in page and "Last used" in page


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"owner": "adam"}, "Choose somebody else"), ({"owner": "priya", "team": ""}, "does not see the whole service"),
        ({"owner": "nora"}, "does not see East"), ({"owner": ""}, "Choose who answers for it"), ({"name": ""}, "Enter the name"), ({"what_for": "\0"}, "Null characters"),
    ],
)  # fmt: skip
def test_an_owner_is_somebody_else_who_sees_as_much(people, adam, given, words):
    given = {k: people[v].pk if v in people else v for k, v in given.items()}
    answer = set_up(people, adam, **given)
    assert answer.status_code == 422 and words in text(answer) and not Integration.objects.exists()


@pytest.mark.parametrize(
    ("given", "words"),
    [({"scopes": []}, "Choose at least one"), ({"scopes": ["all"]}, "not one of"), ({"expires": "18/02/2028"}, "a year away"), ({"expires": "1/1/2020"}, "after today"),
     ({"expires": "soon"}, "not a day"), ({"expires": "31/12/9999"}, ""), ({"most": "0"}, "from 1 to"), ({"name": ""}, "Say where")],
)  # fmt: skip
def test_a_token_is_for_something_and_for_a_while(people, adam, school, given, words):
    answer = make_token(adam, school, **given)
    assert answer.status_code == 422 and words in text(answer) and not Token.objects.exists()


def test_a_token_is_taken_back_at_once(people, kofi, adam, school):
    made, secret = token(school)
    assert Calls(secret).get("/workers").status_code == 200
    adam.post(f"/integrations/{school.pk}/tokens/{made.pk}/take-back/")
    assert Calls(secret).get("/workers").status_code == 401
    assert "Taken back" in text(adam.get(f"/integrations/{school.pk}/"))


def test_an_integration_is_ended_with_a_reason_and_nothing_of_it_works(people, adam, school):
    _, secret = token(school)
    hook, _ = hooks.make(school, "https://partner.example/", hooks.EVENTS, NOW)
    assert adam.post(f"/integrations/{school.pk}/end/", {"why": " "}).status_code == 422
    assert adam.post(f"/integrations/{school.pk}/end/", {"why": "The contract ended."}).status_code == 302
    hook.refresh_from_db()
    assert Calls(secret).get("/workers").status_code == 401 and hook.ended_at and not Worker.objects.get(pk=school.worker_id).is_active
    assert "The contract ended." in text(adam.get(f"/integrations/{school.pk}/"))
    assert make_token(adam, school).status_code == 404


def test_what_was_given_up_is_shown_and_told_again_when_asked(people, adam, school):
    hook, _ = hooks.make(school, "https://partner.example/", hooks.EVENTS, NOW)
    told = Delivery.objects.create(hook=hook, event="entry.written", entry=1, version=1, at=NOW, next_at=NOW, state=Delivery.PARKED, tries=8, trouble="It answered with 500.")
    page = text(adam.get(f"/integrations/{school.pk}/"))
    assert "Given up after 8 tries" in page and "It answered with 500." in page and "https://partner.example/" in page
    adam.post(f"/integrations/{school.pk}/deliveries/{told.pk}/again/")
    told.refresh_from_db()
    assert told.state == Delivery.WAITING and told.tries == 0
    adam.post(f"/integrations/{school.pk}/webhooks/{hook.pk}/end/")
    hook.refresh_from_db()
    assert hook.ended_at == NOW


PATHS = ("", "{0}/", "{0}/agree/", "{0}/end/", "{0}/token/", "{0}/tokens/{1}/take-back/", "{0}/webhooks/{2}/end/", "{0}/deliveries/{3}/again/")


@pytest.mark.parametrize("name", ["priya", "ngozi", "ana", "rhys", "hal"])
def test_nobody_else_opens_any_of_these_pages(people, school, name):
    made, _ = token(school)
    hook, _ = hooks.make(school, "https://partner.example/", hooks.EVENTS, NOW)
    told = Delivery.objects.create(hook=hook, event="entry.written", entry=1, version=1, at=NOW, next_at=NOW)
    client = signed_in(people[name])
    for path in PATHS:
        address = "/integrations/" + path.format(school.pk, made.pk, hook.pk, told.pk)
        assert client.post(address, {"why": "w"}).status_code == 403, path
        assert client.get(address).status_code in (403, 405), path
    made.refresh_from_db()
    assert made.ended_at is None and Integration.objects.get().ended_at is None


def test_whoever_answers_for_one_sees_that_one_ends_it_and_makes_no_tokens(people, school):
    integration(people, people["north"], name="Another")
    Integration.objects.filter(pk=school.pk).update(owner=people["ngozi"])
    client = signed_in(people["ngozi"])
    page = text(client.get("/integrations/"))
    assert "School register" in page and "Another" not in page and "Set up an integration" not in page
    assert make_token(client, school).status_code == 403
    assert client.post(f"/integrations/{school.pk}/end/", {"why": "No longer needed."}).status_code == 302


def test_an_integration_is_nobody_to_choose_and_cannot_sign_in(people, kofi, adam, school):
    signed = signed_in(people["priya"])
    assert "School register" not in signed.get(f"/write/{REFERENCE}/strategy_discussion/").content.decode()
    assert adam.post("/accounts/login/", {"login": school.worker.username, "password": ""}).status_code in (200, 302)
    assert not school.worker.check_password("")


def test_a_look_by_token_stands_on_the_childs_page(people, kofi, school):
    Calls(token(school)[1]).get(f"/children/{REFERENCE}")
    assert "School register" in text(signed_in(people["priya"]).get(f"/children/{REFERENCE}/history/"))


def test_tokens_end_by_themselves(school):
    made, _ = token(school, lasts=timedelta(hours=1))
    assert made.stands(NOW) and not made.stands(NOW + timedelta(hours=1)) and tokens.find("gt_" + "0" * 8 + "_x") is None
