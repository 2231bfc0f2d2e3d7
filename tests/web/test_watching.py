"""What watchers of the machine are told: health, numbers and lines of a log, and nothing about anybody."""

import io
import json
import logging
import re
from datetime import timedelta

import psycopg
import pytest
from django.db import OperationalError
from django.test import Client

from goldthread.record.reach import Reach
from goldthread.record.trail import acts
from goldthread.record.trail import writing as trail
from goldthread.record.trail.command import main as verify_audit
from goldthread.running.logs import Lines, configuration
from goldthread.web import clockwork, metrics, watching
from goldthread.web.api import hooks
from goldthread.web.api.models import Delivery, Hook
from tests.api.calling import integration
from tests.web import family
from tests.web.family import NOW, signed_in

pytestmark = pytest.mark.django_db
HOSTILE = "Zebedee O'Quill; DROP TABLE record_person --"


@pytest.fixture(autouse=True)
def the_clock(settings):
    settings.GOLDTHREAD_NOW = "2026-11-20T17:34"


@pytest.fixture
def office(db):
    made = family.office()
    family.larkfields(made["priya"])
    return made


# Health


@pytest.mark.parametrize("address", ["/health/live", "/health/live/", "/health/ready"])
def test_health_needs_no_sign_in_and_is_kept_by_nobody(address):
    answer = Client().get(address, headers={"host": "10.0.0.7"})
    assert answer.status_code == 200 and answer.headers["Cache-Control"] == "no-store"
    assert "set-cookie" not in answer.headers


def test_it_lives_without_a_database(monkeypatch):
    monkeypatch.setattr(watching.connection, "cursor", away)
    assert Client().get("/health/live").status_code == 200


def away(*args, **kwargs):
    raise OperationalError("no such host: db-of-child.example")


def test_without_its_database_it_is_not_ready_and_says_no_more_than_that(monkeypatch):
    monkeypatch.setattr(watching.connection, "cursor", away)
    answer = Client().get("/health/ready")
    assert answer.status_code == 503
    assert answer.json() == {"ready": False, "database": "away", "tables": "unknown", "disk": "ok"}


def test_with_tables_of_an_older_version_it_is_not_ready(monkeypatch):
    monkeypatch.setattr(watching, "_applied", False)
    monkeypatch.setattr(watching.MigrationExecutor, "migration_plan", lambda self, leaves: ["one to do"])
    assert Client().get("/health/ready").json()["tables"] == "behind"


def test_with_a_full_disk_it_is_not_ready(monkeypatch):
    monkeypatch.setattr(watching, "ROOM", 10**18)
    answer = Client().get("/health/ready")
    assert (answer.status_code, answer.json()["disk"]) == (503, "full")


# Metrics


def test_metrics_are_off_until_they_are_asked_for(settings):
    settings.GOLDTHREAD_METRICS = ""
    assert Client().get("/metrics").status_code == 404


def test_metrics_are_for_this_machine_or_for_a_token(settings):
    settings.GOLDTHREAD_METRICS = "loopback"
    assert Client().get("/metrics").status_code == 200
    assert Client(REMOTE_ADDR="10.0.0.7").get("/metrics").status_code == 404
    assert Client().get("/metrics", headers={"x-forwarded-for": "10.0.0.7"}).status_code == 404
    settings.GOLDTHREAD_METRICS = "a-long-token"
    assert Client().get("/metrics").status_code == 404
    assert Client().get("/metrics", headers={"authorization": "Bearer another"}).status_code == 404
    assert Client(REMOTE_ADDR="10.0.0.7").get("/metrics", headers={"authorization": "Bearer a-long-token"}).status_code == 200


def test_pages_and_the_record_are_counted_without_a_name_or_an_address(settings, office, monkeypatch):
    settings.GOLDTHREAD_METRICS = "loopback"
    monkeypatch.setattr(metrics, "_counted", (0.0, []))
    signed_in(office["priya"]).get("/children/LK-KOFI/")
    (settings.GOLDTHREAD_HOME / metrics.LAST_BACKUP).touch()
    said = Client().get("/metrics").content.decode()
    assert "goldthread_open_children 3.0" in said
    assert re.search(r'goldthread_overdue\{duty="[A-Z0-9-]+"\} \d', said)
    assert "goldthread_last_backup_age_seconds" in said
    assert not re.search("Kofi|Larkfield|LK-|Priya", said, re.IGNORECASE)


def said_to(client):
    """The numbers that stand by themselves, by name."""
    return dict(re.findall(r"^(goldthread_\w+) (\S+)$", client.get("/metrics").content.decode(), re.M))


def test_what_webhooks_have_still_to_be_told_is_counted_with_the_oldest(settings, office, monkeypatch):
    settings.GOLDTHREAD_METRICS = "loopback"
    monkeypatch.setattr(metrics, "KEPT_SECONDS", -1)
    now, at = clockwork.now(), timedelta(minutes=7)
    assert [said_to(Client())[f"goldthread_{name}"] for name in ("deliveries_waiting", "oldest_delivery_age_seconds")] == ["0.0", "0.0"]
    works = integration({"dina": office["nora"], "adam": office["ngozi"]})
    hook, ended = (hooks.make(works, "https://partner.example/told", hooks.EVENTS, now)[0] for _ in range(2))
    Hook.objects.filter(pk=ended.pk).update(ended_at=now)
    for to, state, waited in ((hook, Delivery.WAITING, at), (hook, Delivery.WAITING, at / 2), (hook, Delivery.PARKED, 9 * at), (hook, Delivery.DELIVERED, 9 * at), (ended, Delivery.WAITING, 9 * at)):
        Delivery.objects.create(hook=to, event="entry.written", entry=1, version=1, at=now - waited, next_at=now, state=state)
    found = said_to(Client())
    assert [found[f"goldthread_{name}"] for name in ("deliveries_waiting", "deliveries_parked", "oldest_delivery_age_seconds")] == ["2.0", "1.0", "420.0"]


def test_when_the_audit_was_last_verified_and_what_was_found_is_told(settings, office):
    settings.GOLDTHREAD_METRICS = "loopback"
    assert not any("verification" in name for name in said_to(Client()))
    for ago, what in ((timedelta(days=2), "whole"), (timedelta(hours=1), "broken")):
        trail.write(None, clockwork.now() - ago, acts.VERIFY, page="audit", what=what, reason="in words")
    found = said_to(Client())
    assert (found["goldthread_last_verification_age_seconds"], found["goldthread_last_verification_whole"]) == ("3600.0", "0.0")
    assert verify_audit([], now=clockwork.now()) == 0
    found = said_to(Client())
    assert (found["goldthread_last_verification_age_seconds"], found["goldthread_last_verification_whole"]) == ("0.0", "1.0")


def test_overdue_is_what_every_list_calls_overdue(office):
    from goldthread.duties import State, state
    from goldthread.oversight import tally

    reach = Reach(office["ngozi"], NOW)
    late = [o for s in reach.standings() for o in reach.child(s.reference).owed if state(o, NOW).state == State.OVERDUE]
    assert tally.overdue(NOW).total() == len(late) > 0


# Logs


@pytest.fixture
def told(monkeypatch):
    """Everything that is logged, by everybody, as JSON lines."""
    monkeypatch.setenv("GOLDTHREAD_LOG", "json")
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(Lines())
    loggers = [logging.getLogger(name) for name in ("", *configuration()["loggers"])]
    before = [(logger, logger.level, list(logger.handlers)) for logger in loggers]
    for logger in loggers:
        logger.handlers = [handler]
        logger.setLevel(logging.INFO)
    yield lambda: [json.loads(line) for line in stream.getvalue().splitlines()]
    for logger, level, handlers in before:
        logger.handlers = handlers
        logger.setLevel(level)


def test_a_page_is_a_line_with_its_name_and_never_its_address(told, office):
    answer = signed_in(office["priya"]).get("/children/LK-KOFI/?known=2026-11-12", headers={"x-request-id": "of-the-proxy-1"})
    [line] = [line for line in told() if line["from"] == "goldthread.pages"]
    assert line["route"] == "child" and line["status"] == 200 and line["ms"] >= 0 and line["method"] == "GET"
    assert line["request"] == answer.headers["X-Request-ID"] == "of-the-proxy-1"
    assert re.fullmatch("[0-9a-f]{12}", line["worker"])
    assert "LK-KOFI" not in json.dumps(told()) and "known" not in json.dumps(told())


def test_hostile_names_sent_everywhere_are_in_no_line(told, office, monkeypatch):
    """In addresses, questions, forms and headers; on pages that are there, are not, are refused, and break."""
    client = signed_in(office["priya"])
    client.raise_request_exception = False
    for address in ("/children/{}/", "/search/?q={}", "/{}/", "/write/{}/note/", "/entries/1/?{}", "/rules/{}/", "/accounts/login/?next={}"):
        client.get(address.format(HOSTILE))
        client.post(address.format(HOSTILE), {"q": HOSTILE, "why": HOSTILE, "sheet": HOSTILE, "once": HOSTILE}, headers={"x-request-id": HOSTILE, "user-agent": HOSTILE})
    monkeypatch.setattr(Reach, "child", broken_with_a_name)
    assert client.get("/children/LK-KOFI/").status_code == 500
    lines = told()
    assert len(lines) > 14
    assert not re.search("Zebedee|Quill|DROP TABLE|LK-", json.dumps(lines), re.IGNORECASE)


def broken_with_a_name(*args, **kwargs):
    raise ValueError(f"{HOSTILE} has no birth date")


def test_an_error_is_told_by_its_type_and_our_places_alone(told, office, monkeypatch):
    monkeypatch.setattr(Reach, "child", broken_with_a_name)
    client = signed_in(office["priya"])
    client.raise_request_exception = False
    client.get("/children/LK-KOFI/")
    [line] = [line for line in told() if "error" in line]
    assert line["error"] == ["builtins.ValueError"]
    assert any(place.startswith("web/child/") for place in line["in"])
    assert line["level"] == "error" and line["request"]


def test_an_error_of_the_database_is_told_by_its_five_letters(told, office, monkeypatch):
    def clash(*args, **kwargs):
        raise OperationalError(f"deadlock while writing {HOSTILE}") from psycopg.errors.DeadlockDetected(HOSTILE)

    monkeypatch.setattr(Reach, "child", clash)
    assert signed_in(office["priya"]).get("/children/LK-KOFI/").status_code == 503
    [line] = [line for line in told() if "error" in line]
    assert "psycopg.errors.DeadlockDetected 40P01" in line["error"] and "Zebedee" not in json.dumps(line)


def test_plain_lines_say_no_more(monkeypatch):
    monkeypatch.setenv("GOLDTHREAD_LOG", "plain")
    record = logging.LogRecord("other.library", logging.ERROR, "", 1, f"could not write {HOSTILE}", (), None)
    assert "Zebedee" not in Lines().format(record)
    record = logging.LogRecord("other.library", logging.ERROR, "", 1, "could not write %s", (HOSTILE,), None)
    assert Lines().format(record).endswith("could not write %s") or "says=could not write %s" in Lines().format(record)
