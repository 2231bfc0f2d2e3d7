"""Somebody new among the people we work with: begun once, and nothing that was typed is lost."""

import re
from urllib.parse import urlencode

import pytest
from django.test import Client
from django.urls import reverse

from goldthread.duties.words.kinds import CARER, HOME, WORKER
from goldthread.people.models import Worker
from goldthread.record.models import Standing
from goldthread.web.drafts.models import Draft
from tests.web.one_child import signed_in, text

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("half_past_five")]


def new(client, **given):
    return client.post("/people/new/", given)


def test_somebody_new_is_written_down_with_who_holds_them(people, kofi):
    ngozi = people["ngozi"]
    saved = new(signed_in(ngozi), about=CARER, forename="Wilf", surname="Tarn", team=ngozi.team_id, holder=people["priya"].pk)
    assert saved.status_code == 302
    wilf = Standing.objects.get(forename="Wilf")
    assert (wilf.about, wilf.worker, wilf.team, wilf.is_child) == (CARER, people["priya"], ngozi.team, False)
    assert saved.url == reverse("child", args=[wilf.reference])


def test_a_worker_who_signs_in_is_tied_to_their_record(people, kofi):
    ngozi, priya = people["ngozi"], people["priya"]
    new(signed_in(ngozi), about=WORKER, account=priya.pk, team=ngozi.team_id, holder=ngozi.pk)
    priya.refresh_from_db()
    record = Standing.objects.get(pk=priya.person_id)
    assert f"{record.forename} {record.surname}" == priya.name and record.about == WORKER
    assert signed_in(priya).get(f"/children/{record.reference}/").status_code == 200
    assert signed_in(people["ana"]).get(f"/children/{record.reference}/").status_code == 403


def test_only_those_who_manage_begin_a_workers_record(people, kofi):
    priya = people["priya"]
    saved = new(signed_in(priya), about=WORKER, account=people["nora"].pk, team=priya.team_id)
    assert saved.status_code == 422 and not Worker.objects.exclude(person=None).exists()


@pytest.mark.parametrize(("given", "says"), [
    ({}, "Say what they are to us"), ({"about": CARER, "forename": "Wilf"}, "Say which team holds them"),
    ({"about": CARER, "team": "own"}, "Write a name"), ({"about": CARER, "team": "own", "account": "priya", "forename": "W"}, "Only a worker signs in"),
])  # fmt: skip
def test_what_is_missing_is_asked_for_and_what_was_typed_stays(people, kofi, given, says):
    ngozi = people["ngozi"]
    given = {**given, **({"team": ngozi.team_id} if "team" in given else {}), **({"account": people["priya"].pk} if "account" in given else {})}
    answer = new(signed_in(ngozi), **given)
    assert answer.status_code == 422 and says in text(answer)
    assert not given.get("forename") or f'value="{given["forename"]}"' in answer.content.decode()


def test_the_same_name_twice_is_asked_about(people, others):
    ngozi = people["ngozi"]
    again = {"about": CARER, "forename": "marian", "surname": "Oakfield", "team": ngozi.team_id}
    answer = new(signed_in(ngozi), **again)
    assert answer.status_code == 422 and "Marian Oakfield is in the list already" in text(answer).replace("marian", "Marian")
    assert new(signed_in(ngozi), **again, another="on").status_code == 302


def test_somebody_half_written_waits_on_today_and_comes_back_as_it_was(people, kofi):
    ngozi = signed_in(people["ngozi"])
    sent = {"about": HOME, "surname": "Larch Hou", "holder": people["priya"].pk, "sheet": ngozi.get("/people/new/").context["sheet"].token}
    new(ngozi, **sent, do="later")
    assert "Somebody new" in text(ngozi.get("/today/")) and not Standing.objects.filter(about=HOME).exists()
    again = ngozi.get(f"/drafts/{Draft.objects.get().pk}/", follow=True).content.decode()
    assert 'value="Larch Hou"' in again and re.search(rf'value="{HOME}"\s+selected', again)
    assert re.search(rf'value="{people["priya"].pk}"\s+selected', again)


def test_a_sign_in_that_lapses_half_way_loses_nothing(people, kofi):
    ngozi = signed_in(people["ngozi"])
    sent = {"about": HOME, "surname": "Larch House", "team": people["ngozi"].team_id, "sheet": ngozi.get("/people/new/").context["sheet"].token}
    asked = Client().post("/people/new/", urlencode(sent), content_type="application/x-www-form-urlencoded")
    assert "/accounts/login/" in asked.url and not Standing.objects.filter(about=HOME).exists()
    assert 'value="Larch House"' in ngozi.get(f"/drafts/{Draft.objects.get().pk}/", follow=True).content.decode()


def test_pressing_save_twice_writes_one_person(people, kofi):
    ngozi = signed_in(people["ngozi"])
    sent = {"about": HOME, "surname": "Larch House", "team": people["ngozi"].team_id, "sheet": ngozi.get("/people/new/").context["sheet"].token}
    first, second = new(ngozi, **sent), new(ngozi, **sent)
    assert first.status_code == second.status_code == 302 and first.url == second.url
    assert Standing.objects.filter(about=HOME, surname="Larch House").count() == 1
