"""What is written down without any view asking for it: signing in and out, refusals, writing, searching, files."""

from datetime import date

import pytest
from django.core.cache import cache
from django.db import connection, transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from goldthread.people.models import Worker
from goldthread.record.local.changing import settle
from goldthread.record.local.checks import Choice
from goldthread.record.local.models import NUMBER, LocalSetting
from goldthread.record.models import Look
from goldthread.record.reach import Reach
from goldthread.record.trail import acts
from goldthread.record.trail.verify import verify
from goldthread.web.recording import audited, session_of
from tests.web.one_child import NOW, REFERENCE, signed_in

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("half_past_five")]
PASSWORD = "a long enough one"


def lines(*columns, **which):
    return list(Look.objects.filter(**which).order_by("pk").values_list(*columns))


def sign_in(client, name, password):
    return client.post("/accounts/login/", {"login": name, "password": password})


@pytest.fixture
def odile():
    cache.clear()
    return Worker.objects.create_user("odile", PASSWORD, name="Odile", role="social_worker")


def test_signing_in_and_out_are_written_down(odile):
    client = Client()
    sign_in(client, "odile", PASSWORD)
    client.post("/accounts/logout/")
    found = lines("act", "worker", "refused")
    assert found == [("sign in", odile.pk, False), ("sign out", odile.pk, False)]
    [session] = {line.session for line in Look.objects.all()}
    assert len(session) == 16


def test_two_sign_ins_of_one_worker_can_be_told_apart_and_neither_key_can_be_had(odile):
    clients = [signed_in(odile), signed_in(odile)]
    sessions = set(Look.objects.values_list("session", flat=True))
    assert len(sessions) == 2
    assert not any(client.session.session_key in session for client in clients for session in sessions)


def test_a_wrong_password_is_written_down_and_what_was_typed_is_not(odile):
    sign_in(Client(), "odile", "not it")
    sign_in(Client(), "my secret password", "odile")
    assert lines("act", "worker", "what", "reason", "refused") == [
        ("failed", odile.pk, "", "", True), ("failed", None, "no such account", "", True),
    ]  # fmt: skip


def test_being_locked_out_is_written_down(odile):
    for _ in range(12):
        sign_in(Client(), "odile", "not it")
    found = [act for (act,) in lines("act", worker=odile)]
    assert "locked" in found and found == sorted(found)


def test_a_refusal_of_any_view_is_one_line(people, kofi):
    nora, adam = signed_in(people["nora"]), signed_in(people["adam"])
    assert nora.get(f"/children/{REFERENCE}/").status_code == 403
    assert adam.get("/load/").status_code == 403
    assert adam.post("/reports/add/").status_code == 403
    assert lines("worker", "act", "person", "page", refused=True) == [
        (people["nora"].pk, "read", kofi["person"], "child"), (people["adam"].pk, "read", None, "load"), (people["adam"].pk, "change", None, "report_add"),
    ]  # fmt: skip


def test_a_refusal_that_was_rolled_back_with_its_transaction_is_written_again(people, kofi, rf):
    """The line of the view is gone with what it had begun; the middleware's is not."""

    def view(request):
        with transaction.atomic():
            Reach(people["nora"], NOW, request.trail).trail.lines.append(Look.objects.create(at=NOW, worker=people["nora"], page="child", refused=True))
            transaction.set_rollback(True)
        return HttpResponse(status=403)

    request = rf.get("/")
    request.session, request.user, request.now, request.resolver_match = Client().session, people["nora"], NOW, None
    audited(view)(request)
    assert lines("worker", refused=True) == [(people["nora"].pk,)]


def test_writing_leaves_a_line_for_each_entry_and_none_where_it_failed(people, kofi):
    before = Look.objects.latest("pk").pk
    with Reach(people["priya"], NOW).act() as act:
        note = act.write(kofi["person"], "note", NOW.date(), {"title": "Rang the school"})
        act.correct(note, 1, "Wrong school.", values={"title": "Rang the nursery"})
        act.withdraw(note, 2, "Another child.")
    with pytest.raises(ZeroDivisionError), Reach(people["priya"], NOW).act() as act:
        act.write(kofi["person"], "note", NOW.date(), {"title": "Never"})
        raise ZeroDivisionError
    assert lines("act", "page", "what", "person", pk__gt=before) == [
        (act, "note", str(note), kofi["person"]) for act in ("write", "correct", "withdraw")
    ]


def test_a_mark_is_written_down(people, kofi):
    Reach(people["priya"], NOW).mark(kofi["school"], True)
    assert lines("act", "what", act="mark") == [("mark", str(kofi["school"]))]


def test_a_search_says_what_was_asked_and_who_was_shown(people, kofi):
    client = signed_in(people["priya"])
    client.get("/search/", {"q": "Koffi Larkfeild"})
    client.get("/search/", {"q": "Nobody at all"})
    found = lines("reason", "people", act=acts.SEARCH)
    assert [reason for reason, _ in found] == ["Koffi Larkfeild", "Nobody at all"]
    assert kofi["person"] in found[0][1] and found[1][1] == []


def test_a_setting_is_written_down_in_the_same_transaction(people):
    settle(people["hal"], NOW, Choice(NUMBER, "protection visit", "5 working days", date(2026, 12, 1), "Agreed."))
    assert lines("act", "worker", "what") == [("settle", people["hal"].pk, str(LocalSetting.objects.get().pk))]


def test_the_machine_says_so_where_nobody_is_signed_in(people, kofi):
    answer = Client(enforce_csrf_checks=True).post("/accounts/login/", {"login": "priya"})
    assert answer.status_code == 403
    assert lines("worker", "page", "refused", refused=True) == [(None, "account_login", True)]


def test_all_of_this_is_one_whole_audit(people, kofi):
    client = signed_in(people["priya"])
    for address in (f"/children/{REFERENCE}/", reverse("today"), reverse("entry", args=[kofi["school"]])):
        assert client.get(address).status_code == 200
    assert verify(connection.connection).whole


def test_a_stranger_has_no_session_to_name(rf):
    request = rf.get("/")
    request.session = Client().session
    assert session_of(request) == "" or len(session_of(request)) == 16


def test_what_is_changed_outside_the_records_leaves_a_line_too(people):
    client = signed_in(people["hal"])
    given = {"name": "Lee Ashgrove", "email": "lee@example.gov.uk", "day": "2026-11-23", "until": "2026-11-27", "lists_on": "2026-11-23", "known": "", "why": "Inspection"}
    assert client.post("/inspections/invitations/", {**given, "name": ""}).status_code == 422
    assert lines("act", worker=people["hal"])[1:] == [("list",)]
    answer = client.post("/inspections/invitations/", given)
    assert answer.status_code == 200, answer.content
    inspector = Worker.objects.get(role="inspector")
    assert lines("act", "what", worker=people["hal"])[2:] == [("account", f"worker {inspector.pk}")]
    room = inspector.invitations.get().room.pk
    assert client.post(f"/inspections/invitations/{room}/take-back/", {"why": "Called off."}).status_code == 302
    assert lines("act", "page", "what", worker=people["hal"])[-1] == ("change", "inspector_take_back", str(room))
