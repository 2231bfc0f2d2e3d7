"""The pages of accounts: who opens them, what a form may change, and a leaver whose children are handed over in the same step."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from goldthread.people.models import AccountAct, Team, Worker
from goldthread.people.roles import INTEGRATIONS, ROLES
from goldthread.record.models import Standing
from tests.web import family
from tests.web.one_child import text

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("half_past_five")]
LIST = "/accounts/workers/"


@pytest.fixture
def office():
    return {**family.office(), "ivy": family.worker("ivy", "administrator")}


@pytest.fixture
def ivy(office):
    return family.signed_in(office["ivy"])


def says(worker, **other):
    return {"name": worker.name, "role": worker.role, "team": worker.team_id or "", "email": worker.email, "telephone": "", "registration": "", **other}


@pytest.mark.parametrize("role", sorted(set(ROLES) - {"administrator", "inspector"}))
def test_nobody_but_an_administrator_opens_them(office, role):
    client = family.signed_in(family.worker("somebody", role))
    number = office["priya"].pk
    for address in (LIST, f"{LIST}new/", f"{LIST}{number}/"):
        assert client.get(address).status_code == 403
    assert client.post(f"{LIST}new/", {"username": "me2", "name": "Me", "role": "director"}).status_code == 403
    for act in ("close", "reopen", "password", "factor", "sign-out", "teams"):
        assert client.post(f"{LIST}{number}/{act}/", {"why": "So."}).status_code == 403, act
    assert not AccountAct.objects.exists() and not Worker.objects.filter(username="me2").exists()


def test_without_a_sign_in_they_ask_for_one(office):
    for address in (LIST, f"{LIST}new/", f"{LIST}1/", f"{LIST}1/leaving/", f"{LIST}leaving/", "/accounts/mine/"):
        assert "/accounts/login/" in Client().get(address).headers["Location"]


def test_the_list_is_found_in_by_a_part_of_a_name(ivy, office):
    assert "Priya" in text(ivy.get(LIST)) and "Accounts" in text(ivy.get("/about/marks/"))
    found = text(ivy.get(f"{LIST}?q=riy"))
    assert "Priya" in found and "Marcus" not in found
    assert "Nobody." in text(ivy.get(f"{LIST}?closed=1"))
    assert ivy.get(f"{LIST}?q=%00").status_code == 200


def test_what_another_system_acts_as_is_no_account_of_somebody(ivy, office):
    system = family.worker("case system", sorted(INTEGRATIONS)[0])
    assert "case system" not in text(ivy.get(LIST))
    assert ivy.get(f"{LIST}{system.pk}/").status_code == 404 and ivy.post(f"{LIST}{system.pk}/password/").status_code == 404


def test_a_new_account_shows_its_password_this_once_and_it_signs_in(ivy, office):
    page = ivy.post(f"{LIST}new/", {"username": "Tom", "name": "Tom Hale", "role": "social_worker", "team": office["east"].pk})
    password = re.search(r"(?:[a-z2-9]{4}-){3}[a-z2-9]{4}", text(page))[0]
    assert password not in text(ivy.get(f"{LIST}{Worker.objects.get(username='tom').pk}/"))
    tom = Client()
    tom.post("/accounts/login/", {"login": "tom", "password": password})
    assert tom.get("/today/").headers["Location"].startswith("/accounts/password/change/")


@pytest.mark.parametrize("wrong, told", [({"username": ""}, "Enter the name they will sign in with"), ({"username": "PRIYA"}, "already"), ({"role": "inspector"}, "Choose their role"), ({"email": "no"}, "Enter an address")])
def test_a_wrong_answer_is_told_beside_its_question(ivy, office, wrong, told):
    page = ivy.post(f"{LIST}new/", {"username": "tom", "name": "Tom Hale", "role": "social_worker", **wrong})
    assert page.status_code == 422 and told in text(page) and not Worker.objects.filter(username="tom").exists()


def test_only_what_a_form_asks_is_changed_whatever_is_sent(ivy, office):
    priya = office["priya"]
    extra = {"username": "boss", "password": "x", "is_active": "", "cut": 99, "password_given": "1", "person": 1, "agreed_limit": 0, "id": 1}
    ivy.post(f"{LIST}{priya.pk}/", says(priya, telephone="01632 960 142", **extra))
    now = Worker.objects.get(pk=priya.pk)
    assert now.telephone == "01632 960 142"
    for column in ("username", "password", "is_active", "cut", "password_given", "person_id", "agreed_limit"):
        assert getattr(now, column) == getattr(priya, column), column


def test_nobody_changes_their_own_role(ivy, office):
    own = office["ivy"]
    assert "your own account" in text(ivy.get(f"{LIST}{own.pk}/"))
    assert ivy.post(f"{LIST}{own.pk}/", says(own, role="director")).status_code == 403
    for act in ("close", "password", "factor", "sign-out", "lift"):
        assert ivy.post(f"{LIST}{own.pk}/{act}/", {"why": "So."}).status_code == 403
    assert Worker.objects.get(pk=own.pk).role == "administrator"


def test_a_changed_role_ends_the_sign_in_and_shows_what_was_done(ivy, office):
    marcus = family.signed_in(office["marcus"])
    ivy.post(f"{LIST}{office['marcus'].pk}/", says(office["marcus"], role="team_manager"))
    assert marcus.get("/today/").status_code == 302
    assert "role: Social worker → Team manager" in text(ivy.get(f"{LIST}{office['marcus'].pk}/"))


def test_acts_are_done_by_buttons_and_not_by_opening_an_address(ivy, office):
    number = office["marcus"].pk
    assert ivy.get(f"{LIST}{number}/close/").status_code == 405 and ivy.post(f"{LIST}{number}/promote/").status_code == 404
    assert Worker.objects.get(pk=number).is_active


def test_closing_opening_and_giving_a_password(ivy, office):
    number = office["marcus"].pk
    assert "Say why" in text(ivy.post(f"{LIST}{number}/close/"))
    assert "is closed" in text(ivy.post(f"{LIST}{number}/close/", {"why": "Moved."}, follow=True))
    assert "Marcus" in text(ivy.get(f"{LIST}?closed=1"))
    assert "A password for Marcus" in text(ivy.post(f"{LIST}{number}/reopen/", {"why": "Back."}))
    assert "A password for Marcus" in text(ivy.post(f"{LIST}{number}/password/"))
    assert "signed out everywhere" in text(ivy.post(f"{LIST}{number}/sign-out/", follow=True))
    assert [a.act for a in AccountAct.objects.order_by("pk")] == ["closed", "opened again", "password given", "signed out"]


def test_a_team_is_handed_over_before_its_manager_leaves(ivy, office):
    number, hal = office["ngozi"].pk, family.worker("hal", "head_of_service")
    assert "answers for East" in text(ivy.post(f"{LIST}{number}/close/", {"why": "Moved."}))
    assert "Choose who answers" in text(ivy.post(f"{LIST}{number}/teams/", {"to": "nobody"}))
    ivy.post(f"{LIST}{number}/teams/", {"to": hal.pk})
    assert Team.objects.get(name="East").manager == hal


def test_a_leaver_with_children_is_closed_by_no_administrator_and_no_child_is_named(ivy, office):
    family.larkfields(office["priya"])
    page = text(ivy.post(f"{LIST}{office['priya'].pk}/close/", {"why": "Moved."}))
    assert "3 open records" in page and "Larkfield" not in page
    assert Worker.objects.get(pk=office["priya"].pk).is_active
    refused = ivy.post(f"{LIST}{office['priya'].pk}/leaving/", {"why": "Moved.", "to_social_worker": "queue"})
    assert refused.status_code in (403, 422) and Worker.objects.get(pk=office["priya"].pk).is_active


def test_a_manager_hands_over_and_closes_in_one_step_and_the_leaver_is_out(office):
    family.larkfields(office["priya"])
    priya, ngozi = family.signed_in(office["priya"]), family.signed_in(office["ngozi"])
    assert "Somebody is leaving" in text(ngozi.get(reverse("team_away")))
    address = f"{LIST}{office['priya'].pk}/leaving/"
    assert "3 open records" in text(ngozi.get(address))
    for sent in ({"why": "Moved."}, {"to_social_worker": str(office["marcus"].pk)}, {"why": "Moved.", "to_social_worker": str(office["ana"].pk)}):
        assert ngozi.post(address, sent).status_code == 422
    assert priya.get("/today/").status_code == 200
    done = ngozi.post(address, {"why": "Moved.", "to_social_worker": str(office["marcus"].pk)}, follow=True)
    assert "nobody is left over" in text(done)
    assert priya.get("/today/").status_code == 302
    assert Standing.objects.filter(worker=office["marcus"], is_child=True).count() == 3


def test_a_worker_hands_nobody_over_and_a_manager_only_in_the_own_team(office):
    for who, whom in (("priya", "marcus"), ("marcus", "marcus"), ("ngozi", "nora")):
        client = family.signed_in(office[who])
        assert client.get(f"{LIST}{office[whom].pk}/leaving/").status_code == 403
    assert family.signed_in(office["priya"]).get(f"{LIST}leaving/").status_code == 403


def test_one_looks_at_ones_own_account_in_every_role(office):
    for who in ("priya", "ngozi", "ana", "ivy"):
        page = text(family.signed_in(office[who]).get("/accounts/mine/"))
        assert "Change your password" in page and "Where you are signed in" in page
