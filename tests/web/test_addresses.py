"""Addresses that show nothing by themselves say so in words; one that is put together from its parts is the one that Django gives."""

import pytest
from django.test import Client
from django.urls import NoReverseMatch, reverse

from goldthread.people.models import Worker
from goldthread.web.addresses import address_of
from tests.web.one_child import signed_in, text

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("half_past_five")]


@pytest.fixture
def miriam():
    return signed_in(Worker.objects.create_user("miriam", None, name="Miriam Tarnbrook", role="quality_lead"))


@pytest.mark.parametrize("address", ["/improvement/pack/issue/", "/reports/1/confirm/", "/inspector/sample/", "/drafts/keep/"])
def test_an_address_that_only_takes_forms_says_so_when_it_is_opened(miriam, address):
    answer = miriam.get(address)
    assert answer.status_code == 405 and "It takes what is sent from a form. Nothing has been changed." in text(answer)


@pytest.mark.parametrize("name, named", [
    ("search", ()), ("entry", (7,)), ("entry", (9081726354,)), ("child", ("WR-00 7'~é",)), ("child_part", ("WR-1", "life")), ("entry_write", ("8172635409", "note")),
])  # fmt: skip
def test_an_address_that_was_put_together_is_the_one_that_django_gives(name, named):
    assert address_of(name, *named) == reverse(name, args=named)


def test_a_page_that_there_is_not_has_no_address():
    with pytest.raises(NoReverseMatch):
        address_of("nowhere")


def test_accounts_are_given_and_nobody_adds_addresses_of_their_own(miriam):
    assert miriam.get("/accounts/email/").status_code == 404


def test_what_may_not_be_done_is_not_called_seeing(people):
    refused = signed_in(people["priya"]).post("/reports/add/")
    assert refused.status_code == 403 and "You may not do this" in text(refused)


def test_a_stranger_is_asked_to_sign_in():
    assert "/accounts/login/" in Client().get("/improvement/").url
