"""Webhooks: what is written is told to whoever may know of it, signed, and again until it is answered."""

import hmac
import json
import os
import subprocess
import sys
import time
from datetime import timedelta
from hashlib import sha256

import pytest
from django.db import connection, transaction

from goldthread.people.sight import NotAllowed
from goldthread.record.models import Restriction, Standing, Version
from goldthread.record.reach import Reach
from goldthread.web.api import deliver, hooks
from goldthread.web.api.deliver import WAITS
from goldthread.web.api.models import Delivery
from tests.api.calling import NOW, VISIT, calls, integration
from tests.api.receiving import Receiver
from tests.web.one_child import REFERENCE, write

ENTRIES = f"/children/{REFERENCE}/entries"


@pytest.fixture(autouse=True)
def inside(settings, monkeypatch):
    settings.GOLDTHREAD_HOOKS_INSIDE = ["127.0.0.0/8"]
    monkeypatch.setattr(deliver, "send", lambda *given: sending(*given))


def sending(address, body, headers, allowed):
    from goldthread.web.api.sending import send

    return send(address, body, headers, allowed, 0.4)


@pytest.fixture
def hook(school):
    def made(receiver, *events):
        return hooks.make(school, receiver.address + "/told", events or hooks.EVENTS, NOW)

    return made


def visit(people, kofi, worker="priya"):
    return write(people[worker], kofi["person"], "visit", NOW.date(), {"made": True, "child_seen": True}, recorded=NOW)


def test_what_is_written_is_told_signed_and_without_a_word_of_the_child(people, kofi, hook):
    with Receiver() as receiver:
        made, secret = hook(receiver)
        entry = visit(people, kofi)
        assert deliver.deliver(NOW) == (1, 0)
    [(headers, body, path)] = receiver.told
    told = json.loads(body)
    assert path == "/told" and told == {"id": headers["Goldthread-Delivery"], "event": "entry.written", "entry": entry, "version": 1,
                                        "at": NOW.isoformat(), "href": f"/api/v1/entries/{entry}"}  # fmt: skip
    assert REFERENCE not in body.decode() and "Kofi" not in body.decode() and str(kofi["person"]) not in (told["id"], told["href"])
    at, signed = (part.split("=")[1] for part in headers["Goldthread-Signature"].split(","))
    assert signed == hmac.new(secret.encode(), f"{at}.".encode() + body, sha256).hexdigest() and int(at) == int(NOW.timestamp())
    assert secret not in str(list(made.__class__.objects.values()))


def test_corrections_and_withdrawals_are_told_to_whoever_asked_for_them(people, kofi, hook):
    with Receiver() as receiver:
        hook(receiver, "entry.corrected", "entry.withdrawn")
        entry = visit(people, kofi)
        with Reach(people["priya"], NOW).act() as act:
            act.correct(entry, 1, "Alone.", values={"seen_alone": True})
        with Reach(people["priya"], NOW).act() as act:
            act.withdraw(entry, 2, "Wrong child.")
    assert list(Delivery.objects.order_by("version").values_list("event", "version")) == [("entry.corrected", 2), ("entry.withdrawn", 3)]


def test_an_act_that_is_refused_tells_nothing(people, kofi, hook):
    with Receiver() as receiver:
        hook(receiver)
        with pytest.raises(NotAllowed), transaction.atomic():
            visit(people, kofi, worker="nora")
        with pytest.raises(RuntimeError), transaction.atomic(), Reach(people["priya"], NOW).act() as act:
            act.write(kofi["person"], "visit", NOW.date(), {"made": True})
            raise RuntimeError
    assert not Delivery.objects.exists()


def test_only_who_may_see_the_child_is_told(people, kofi, hook, school):
    other = integration(people, people["north"], name="North’s system")
    with Receiver() as receiver:
        hook(receiver)
        hooks.make(other, receiver.address, hooks.EVENTS, NOW)
        visit(people, kofi)
        assert set(Delivery.objects.values_list("hook__integration", flat=True)) == {school.pk}
        Restriction.objects.create(person_id=kofi["person"], worker=people["priya"], why="A colleague’s family.")
        Standing.objects.filter(person=kofi["person"]).update(restricted=True)
        before = Delivery.objects.count()
        visit(people, kofi)
        assert Delivery.objects.count() == before and Version.objects.filter(type="visit", recorded_at=NOW).count() == 2


@pytest.mark.parametrize(
    ("answer", "status", "words"),
    [
        (500, 500, "answered with 500"), ("slow", None, "did not answer within"), ("drip", None, "did not answer within"),
        ("reset", None, "could not be reached"), ("elsewhere", 302, "elsewhere"), (404, 404, "answered with 404"),
    ],
)  # fmt: skip
def test_what_is_not_taken_is_told_again_later_under_the_same_id(people, kofi, hook, answer, status, words):
    with Receiver(answer, 204) as receiver:
        hook(receiver)
        visit(people, kofi)
        assert deliver.deliver(NOW) == (0, 1) and deliver.deliver(NOW) == (0, 0)
        waiting = Delivery.objects.get()
        assert waiting.state == Delivery.WAITING and waiting.status == status and words in waiting.trouble and waiting.next_at == NOW + WAITS[0]
        assert deliver.deliver(NOW + WAITS[0]) == (1, 0)
    assert len({headers["Goldthread-Delivery"] for headers, _, _ in receiver.told}) == 1 and len(receiver.told) == 2
    assert all(path == "/told" for *_, path in receiver.told)
    assert Delivery.objects.get().state == Delivery.DELIVERED


def test_waits_grow_up_to_a_day_and_then_it_is_parked_and_shown(people, kofi, hook, school):
    with Receiver(503) as receiver:
        made, _ = hook(receiver)
        visit(people, kofi)
        moment = NOW
        for wait in (*WAITS, timedelta(0)):
            deliver.deliver(moment)
            moment += wait
        deliver.deliver(moment + timedelta(days=9))
    assert len(receiver.told) == len(WAITS) + 1 and list(WAITS) == sorted(WAITS) and WAITS[-1] == timedelta(days=1)
    [shown] = calls(school).get(f"/webhooks/{made.pk}/deliveries").said["items"]
    assert shown["state"] == "parked" and shown["status"] == 503 and shown["tries"] == len(WAITS) + 1


def test_whoever_is_stopped_between_telling_and_noting_it_tells_it_again(people, kofi, hook, monkeypatch):
    with Receiver() as receiver:
        hook(receiver)
        visit(people, kofi)

        def stopped(*given):
            sending(*given)
            raise KeyboardInterrupt

        with monkeypatch.context() as once:
            once.setattr(deliver, "send", stopped)
            with pytest.raises(KeyboardInterrupt):
                deliver.deliver(NOW)
        assert Delivery.objects.get().tries == 0
        assert deliver.deliver(NOW) == (1, 0)
    assert len(receiver.told) == 2 and len({h["Goldthread-Delivery"] for h, _, _ in receiver.told}) == 1


def test_a_new_secret_signs_beside_the_old_one_for_a_week(people, kofi, hook):
    with Receiver() as receiver:
        made, old = hook(receiver)
        new = hooks.rotate(made, NOW)
        visit(people, kofi)
        deliver.deliver(NOW)
        [(headers, body, _)] = receiver.told
        at, *signed = headers["Goldthread-Signature"].split(",")
        expected = [hmac.new(s.encode(), f"{at[2:]}.".encode() + body, sha256).hexdigest() for s in (new, old)]
        assert signed == [f"v1={e}" for e in expected] and old != new
        assert hooks.signature(made, body, NOW + timedelta(days=7)).count("v1=") == 1


def test_what_waits_for_a_webhook_that_was_ended_is_not_told(people, kofi, hook, school):
    with Receiver() as receiver:
        made, _ = hook(receiver)
        visit(people, kofi)
        assert calls(school).ask("DELETE", f"/webhooks/{made.pk}").status_code == 204
        assert deliver.deliver(NOW) == (0, 1)
    assert not receiver.told and Delivery.objects.get().state == Delivery.PARKED


def test_a_token_sets_up_sees_and_ends_webhooks_of_its_own_integration_only(people, call, school):
    made = call.post("/webhooks", {"address": "https://partner.example/told", "events": ["entry.written"]})
    assert made.status_code == 201 and made.said["secret"].startswith("whsec_")
    assert call.get("/webhooks").said == [{k: v for k, v in made.said.items() if k != "secret"}]
    assert call.post(f"/webhooks/{made.said['number']}/secret").said["secret"] != made.said["secret"]
    other = calls(integration(people, people["north"], name="Other"))
    assert other.get("/webhooks").said == []
    for method, path in (("GET", "/deliveries"), ("POST", "/secret"), ("DELETE", "")):
        assert other.ask(method, f"/webhooks/{made.said['number']}{path}").status_code == 404
    assert call.post(ENTRIES, VISIT).status_code == 404  # nobody here


@pytest.mark.parametrize(
    "address",
    ["http://partner.example/", "ftp://partner.example/", "https://", "https://a:b@partner.example/", "https://partner.example:99999/", "javascript:alert(1)",
     "https://partner.example/#x", "https://par tner.example/", "//partner.example/", "https://[::1", "https://pärtner.example/"],
)  # fmt: skip
def test_an_address_that_may_never_be_told_is_refused_in_words(call, address):
    answer = call.post("/webhooks", {"address": address, "events": ["entry.written"]})
    assert answer.status_code == 422 and answer.said["errors"][0]["field"] == "address"


def _deliver_elsewhere():
    """`goldthread deliver --once` as another process, on the database of this test."""
    at = connection.settings_dict
    url = f"postgresql://{at['USER']}@/{at['NAME']}?host={at['HOST']}&port={at['PORT']}" if at["HOST"].startswith("/") else os.environ["DATABASE_URL"]
    program = f"import django; django.setup(); from datetime import datetime; from goldthread.web.api.deliver import deliver; deliver(datetime.fromisoformat('{NOW}'))"
    env = {**os.environ, "DATABASE_URL": url, "DJANGO_SETTINGS_MODULE": "tests.settings", "PYTHONPATH": os.pathsep.join(sys.path),
           "GOLDTHREAD_HOOKS_INSIDE": "127.0.0.0/8"}  # fmt: skip
    return subprocess.Popen([sys.executable, "-c", program], env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


@pytest.mark.django_db(transaction=True)
def test_a_process_that_is_killed_while_it_tells_loses_nothing(people, school):
    with Receiver("hang", 204) as receiver:
        made, _ = hooks.make(school, receiver.address, hooks.EVENTS, NOW)
        waiting = Delivery.objects.create(hook=made, event="entry.written", entry=1, version=1, at=NOW, next_at=NOW)
        process = _deliver_elsewhere()
        began = time.monotonic()
        while not receiver.told and time.monotonic() - began < 60:
            time.sleep(0.05)
        assert deliver.deliver(NOW) == (0, 0)  # the other process holds it
        process.kill()
        process.wait()
        began = time.monotonic()
        while deliver.deliver(NOW) == (0, 0) and time.monotonic() - began < 30:
            time.sleep(0.1)
    waiting.refresh_from_db()
    assert waiting.state == Delivery.DELIVERED and [h["Goldthread-Delivery"] for h, _, _ in receiver.told] == [str(waiting.pk)] * 2


def test_the_command_tells_once_and_says_how_many(people, kofi, hook, capsys):
    with Receiver(204, 500) as receiver:
        hook(receiver)
        visit(people, kofi)
        visit(people, kofi)
        assert deliver.main(["--once"], now=NOW) == 0
    assert capsys.readouterr().out == "Told 1, could not tell 1.\n"
