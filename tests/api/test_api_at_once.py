"""Calls that come at the same moment: a key is used once, an entry is corrected once, and calls are counted together."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from goldthread.record.models import Version
from tests.api.calling import VISIT, Calls, calls, token
from tests.web.one_child import REFERENCE

pytestmark = pytest.mark.django_db(transaction=True)
TOGETHER = 4


def together(text, ask):
    def one(number):
        try:
            return ask(Calls(text), number)
        finally:
            connection.close()

    with ThreadPoolExecutor(TOGETHER) as threads:
        return list(threads.map(one, range(TOGETHER)))


def test_calls_at_once_under_one_key_write_once_correct_once_and_are_all_counted(people, kofi, school):
    made, text = token(school)
    path = f"/children/{REFERENCE}/entries"
    answers = together(text, lambda call, _: call.post(path, VISIT, **{"Idempotency-Key": "once"}))
    assert [a.status_code for a in answers] == [201] * TOGETHER and len({a.said["entry"] for a in answers}) == 1
    assert Version.objects.filter(by=school.worker).count() == 1
    body = {"type": "visit", "read": 1, "why": "w"}
    corrected = together(text, lambda call, n: call.patch(answers[0].said["href"], {**body, "answers": {"said": f"Word {n}."}}))
    assert sorted(a.status_code for a in corrected) == [200] + [409] * (TOGETHER - 1)
    made.refresh_from_db()
    assert made.used == 2 * TOGETHER
    assert calls(school).get(answers[0].said["href"]).said["version"] == 2
