"""Who is let in: by a token that stands and was made for it, and by nothing else."""

import logging
from datetime import timedelta

import pytest
from django.test import Client

from goldthread.web.api import tokens
from goldthread.web.api.caller import Bearer
from goldthread.web.api.models import Token
from goldthread.web.api.scopes import SCOPES
from goldthread.web.api.site import api
from tests.api.calling import NOW, ROOT, Calls, calls, integration, token
from tests.web.one_child import REFERENCE

CHILD = f"/children/{REFERENCE}"


def operations():
    return [(path, operation) for _, router in api._routers for path, view in router.path_operations.items() for operation in view.operations]


def test_every_operation_names_its_scope_and_no_other_way_in():
    found = operations()
    assert len(found) >= 16
    for path, operation in found:
        assert [type(way) for way in operation.auth_callbacks] == [Bearer], path
        assert operation.auth_callbacks[0].scope in SCOPES, path
        assert operation.openapi_extra["x-scope"] == operation.auth_callbacks[0].scope


def test_an_operation_that_forgot_its_scope_is_closed(kofi, call):
    from ninja import NinjaAPI

    from goldthread.web.api.caller import Nobody

    assert all(isinstance(way, Nobody) for way in api.auth) and isinstance(api, NinjaAPI)
    assert Nobody()(type("Request", (), {"headers": {"Authorization": f"Bearer {call.text}"}})()) is None


def test_only_the_hash_of_a_token_is_kept(school):
    made, text = token(school)
    row = Token.objects.values().get(pk=made.pk)
    assert text.startswith(f"gt_{made.prefix}_") and len(made.prefix) == 8 and len(text) >= 43 + 12
    assert text not in str(row) and text[12:] not in str(row)


@pytest.mark.parametrize("header", ["", "Bearer", "Bearer nonsense", "Basic YTpi", "Bearer gt_00000000_x", "Bearer gt_\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9_x"])
def test_without_a_token_nothing_is_answered(kofi, header):
    answer = Calls("").get(CHILD, **({"Authorization": header} if header else {}))
    assert answer.status_code == 401 and answer["WWW-Authenticate"].startswith("Bearer") and "Bearer" in answer.said["detail"]


def test_a_sign_in_is_no_token(kofi, people):
    client = Client()
    client.force_login(people["dina"])
    assert Calls("", client).get(CHILD).status_code == 401
    assert Calls("", client).post("/children/find", {"q": "Kofi"}).status_code == 401


def test_a_token_signs_nobody_in(call, kofi):
    assert call.client.get(f"/children/{REFERENCE}/", headers={"Authorization": f"Bearer {call.text}"}).status_code == 302
    assert not call.get(CHILD).cookies


def test_a_token_is_good_for_its_scopes_only(school, kofi):
    narrow = calls(school, "measures:read")
    answer = narrow.get(CHILD)
    assert answer.status_code == 403 and "children:read" in answer.said["detail"]
    assert narrow.get("/measures").status_code == 200


def test_a_token_ends_with_its_day_when_taken_back_and_with_its_owner(school, kofi, people, settings):
    made, text = token(school, lasts=timedelta(days=2))
    call = Calls(text)
    assert call.get(CHILD).status_code == 200
    settings.GOLDTHREAD_NOW = (NOW + timedelta(days=2)).isoformat()
    assert call.get(CHILD).status_code == 401
    settings.GOLDTHREAD_NOW = NOW.isoformat()
    people["dina"].is_active = False
    people["dina"].save()
    assert call.get(CHILD).status_code == 401
    people["dina"].is_active = True
    people["dina"].save()
    tokens.take_back(made, people["adam"].pk, NOW)
    assert call.get(CHILD).status_code == 401


def test_before_its_owner_has_agreed_an_integration_opens_nothing(people, kofi):
    assert calls(integration(people, people["east"], agreed=False)).get(CHILD).status_code == 401


@pytest.mark.parametrize(
    ("more", "field"),
    [({"scopes": ["everything"]}, "scopes"), ({"lasts": timedelta(days=400)}, "expires"), ({"lasts": timedelta(0)}, "expires"), ({"most": 0}, "most")],
)
def test_a_token_that_is_for_nothing_or_for_ever_is_not_made(school, more, field):
    with pytest.raises(tokens.Refused) as refused:
        tokens.make(school, "t", more.get("scopes", SCOPES), NOW + more.get("lasts", timedelta(1)), by=school.by_id, now=NOW, most=more.get("most", 5))
    assert refused.value.field == field


def test_calls_are_counted_by_the_minute_and_each_is_told_how_many_are_left(school, kofi, settings):
    call = calls(school, most=3)
    answers = [call.get("/measures") for _ in range(4)]
    assert [a.status_code for a in answers] == [200, 200, 200, 429]
    assert [a["RateLimit-Remaining"] for a in answers] == ["2", "1", "0", "0"] and answers[0]["RateLimit-Limit"] == "3"
    assert 1 <= int(answers[3]["Retry-After"]) <= 60 and "Wait" in answers[3].said["detail"]
    settings.GOLDTHREAD_NOW = (NOW + timedelta(seconds=61)).isoformat()
    assert call.get("/measures").status_code == 200


def test_a_refused_call_counts_too_and_a_last_use_is_kept(school, kofi):
    call = calls(school, "measures:read", most=1)
    assert [call.get(CHILD).status_code for _ in range(2)] == [403, 429]
    assert school.tokens.get().last_used == NOW


@pytest.mark.parametrize(
    ("method", "path", "body", "headers", "status"),
    [
        ("POST", "/children/find", b"{", {}, 400),
        ("POST", "/children/find", b"\xff\xfe", {}, 400),
        ("POST", "/children/find", b"[" * 100_000, {}, 400),
        ("POST", "/children/find", b'{"q": "a", "page": ' + b"9" * 5000 + b"}", {}, 400),
        ("POST", "/children/find", b'{"q": NaN}', {}, 400),
        ("POST", "/children/find", b'{"q": "\\ud800"}', {}, 422),
        ("POST", "/children/find", b'{"q": "a", "page": 100001}', {}, 422),
        ("POST", "/children/find", b'{"q": "a"}', {"Content-Type": "text/plain"}, 415),
        ("POST", "/children/find", b"x" * 3_000_000, {}, 413),
        ("GET", "/children/%00", None, {}, 422),
        ("GET", f"/entries/{2**70}", None, {}, 422),
        ("GET", f"/entries/{2**63 - 1}", None, {}, 404),
        ("GET", "/measures/x?months=99999999999999999999", None, {}, 422),
        ("GET", "/measures/x?month=0000-99", None, {}, 404),
        ("GET", f"{CHILD}?known=99999999-1-1", None, {}, 422),
        ("PUT", CHILD, b"{}", {}, 405),
        ("GET", "/nothing/here", None, {}, 404),
    ],
)
def test_whatever_is_sent_the_answer_is_a_problem_in_words(call, kofi, caplog, method, path, body, headers, status):
    caplog.set_level(logging.CRITICAL, "django.request")
    sent = {**({"content_type": headers["Content-Type"]} if headers else {"content_type": "application/json"})}
    answer = call.client.generic(method, ROOT + path, body or b"", headers={"Authorization": f"Bearer {call.text}"}, **sent)
    assert answer.status_code == status and answer["Content-Type"] == "application/problem+json"
    problem = answer.json()
    assert problem["status"] == status and problem["detail"].endswith(".") and problem["type"] and problem["title"]


def test_a_record_that_cannot_be_asked_is_no_child_that_is_not_there(call, kofi, monkeypatch):
    from django.db import OperationalError

    from goldthread.web.api import children

    def gone(*_):
        raise OperationalError("gone")

    monkeypatch.setattr(children, "search", gone)
    answer = call.post("/children/find", {"q": "Kofi"})
    assert answer.status_code == 503 and "does not mean that a child is not known" in answer.said["detail"]
