"""Real forms and calls whose line cannot be written: nothing of what they asked is done. And what the line of an account says."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import OperationalError
from django.test import Client

from goldthread.inspection.models import Milestone
from goldthread.people.models import AccountAct, Worker
from goldthread.record.local import changing
from goldthread.record.local.models import BROKEN, LocalSetting, SettingsRun
from goldthread.record.models import Look
from goldthread.record.trail import writing
from goldthread.web.api.models import Hook
from goldthread.web.loading import views as loads
from goldthread.web.loading.models import LoadRun
from goldthread.web.settling import work
from tests.api.calling import Calls, integration, token
from tests.web import some_factor
from tests.web.one_child import signed_in

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("half_past_five")]
VISITS = "/settings/number/protection-visit/"
ASKED = {"value": "5 working days", "since": "01/11/2026", "why": "Agreed by the board.", "do": "save"}
NOTICE = {"word": "direction.begins", "day": "2/11/2026", "words": "An improvement notice."}
HOOK = {"address": "https://partner.example/told", "events": ["entry.written"]}


def fails(*asked):
    raise OperationalError("no line can be written")


@pytest.fixture
def no_line(monkeypatch):
    """From now on nothing can be written in the audit."""
    monkeypatch.setattr(writing, "ask", fails)


def client_of(worker):
    client = signed_in(worker)
    client.raise_request_exception = False
    return client


@pytest.fixture
def sunita(people):
    return client_of(Worker.objects.create_user("sunita", None, name="Sunita Alderwick", role="practice_lead"))


@pytest.fixture
def adam(people):
    return client_of(people["adam"])


@pytest.fixture
def begun(monkeypatch):
    """Numbers of what would have been begun in the background."""
    found = []
    monkeypatch.setattr(work, "start", lambda run: found.append(run.pk))
    monkeypatch.setattr(loads, "start", lambda run: found.append(run.pk))
    return found


def test_a_setting_has_one_line(sunita):
    sunita.post(VISITS, ASKED)
    assert list(Look.objects.filter(worker__username="sunita").exclude(act="sign in").values_list("act", "page")) == [("settle", "number")]


def test_a_setting_without_its_line_is_not_settled(sunita, begun, no_line):
    assert sunita.post(VISITS, ASKED).status_code == 503
    assert not LocalSetting.objects.exists() and not begun


def test_a_run_without_its_line_does_not_go_on(sunita, kofi, begun, monkeypatch, request):
    monkeypatch.setattr(changing, "AT_ONCE", 0)
    sunita.post(VISITS, ASKED)
    SettingsRun.objects.update(status=BROKEN)
    begun.clear()
    request.getfixturevalue("no_line")
    assert sunita.post(f"/settings/runs/{SettingsRun.objects.get().pk}/go-on/").status_code == 503
    assert SettingsRun.objects.get().status == BROKEN and not begun


def test_a_load_without_its_line_is_not_begun_and_its_files_are_gone(people, begun, settings, tmp_path, request):
    settings.MEDIA_ROOT = tmp_path
    ana = client_of(people["ana"])
    request.getfixturevalue("no_line")
    assert ana.post("/load/", {"files": [SimpleUploadedFile("header_2020.csv", b"CHILD\n1\n")]}).status_code == 503
    assert not LoadRun.objects.exists() and not begun and list(tmp_path.iterdir()) == []


def test_a_load_that_is_begun_has_one_line_with_its_number(people, begun, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    client_of(people["ana"]).post("/load/", {"files": [SimpleUploadedFile("header_2020.csv", b"CHILD\n1\n")]})
    assert begun == [LoadRun.objects.get().pk]
    assert list(Look.objects.filter(page="load").values_list("act", "what")) == [("change", str(begun[0]))]


def test_an_account_is_not_closed_without_its_line(adam, people, request):
    request.getfixturevalue("no_line")
    assert adam.post(f"/accounts/workers/{people['ana'].pk}/close/", {"why": "She has left."}).status_code == 503
    assert Worker.objects.get(pk=people["ana"].pk).is_active and not AccountAct.objects.exists()


def test_the_line_of_an_account_says_what_was_done_and_why(adam, people):
    ana = people["ana"].pk
    adam.post(f"/accounts/workers/{ana}/close/", {"why": "She has left."})
    found = Look.objects.filter(worker=people["adam"]).exclude(act="sign in")
    assert list(found.values_list("act", "page", "what", "reason")) == [("account", "account", f"worker {ana} closed", "She has left.")]
    assert found.get().session == Look.objects.get(act="sign in", worker=people["adam"]).session


def test_ones_own_password_is_not_changed_without_its_line(monkeypatch):
    priya, new = some_factor.priya(), "saltmarsh kettle umbrella"
    client = Client(raise_request_exception=False)
    some_factor.sign_in(client)
    words = {"oldpassword": some_factor.PASSWORD, "password1": new, "password2": new}
    with monkeypatch.context() as broken:
        broken.setattr(writing, "ask", fails)
        assert client.post("/accounts/password/change/", words).status_code == 503
    assert Worker.objects.get(pk=priya.pk).check_password(some_factor.PASSWORD)
    assert client.post("/accounts/password/change/", words).status_code == 302
    assert list(Look.objects.filter(worker=priya).order_by("pk").values_list("act", "what")) == [("sign in", ""), ("account", f"worker {priya.pk} password chosen")]


def test_a_milestone_of_a_plan_is_not_written_without_its_line(lead, plan, improving, request):
    lead.raise_request_exception, before = False, Milestone.objects.count()
    request.getfixturevalue("no_line")
    assert lead.post("/improvement/clocks/new/", NOTICE).status_code == 503
    assert Milestone.objects.count() == before


def test_a_milestone_has_one_line(lead, plan, improving):
    before = Look.objects.latest("pk").pk
    assert lead.post("/improvement/clocks/new/", NOTICE).status_code == 302
    assert [(line.act, line.page) for line in Look.objects.filter(pk__gt=before)] == [("change", "milestone_add")]


def test_a_webhook_is_neither_made_nor_ended_without_its_line(people, request):
    calls = Calls(token(integration(people))[1], Client(raise_request_exception=False))
    made = calls.post("/webhooks", HOOK).said["number"]
    request.getfixturevalue("no_line")
    salt = Hook.objects.get().salt
    for method, path, body in (("POST", "/webhooks", HOOK), ("POST", f"/webhooks/{made}/secret", None), ("DELETE", f"/webhooks/{made}", None)):
        assert calls.ask(method, path, body).status_code == 503, path
    assert [(hook.ended_at, hook.salt) for hook in Hook.objects.all()] == [(None, salt)]
