"""What the demo city has settled is settled by the same act as on the page, once, and by somebody who may."""

from datetime import date, datetime

import pytest

from goldthread.demo import reading, wrenford
from goldthread.demo.telling import HERE
from goldthread.demo.wrenford import settled
from goldthread.duties.rules import RULES
from goldthread.record.local.inforce import in_force, standing
from goldthread.record.local.models import LocalSetting
from goldthread.record.local.words import NUMBERS

pytestmark = pytest.mark.django_db
NOW = wrenford.TOLD_UNTIL


@pytest.fixture(autouse=True)
def staff(db):
    wrenford.hire()


def test_a_practice_lead_settles_it_once():
    settled.keep(NOW)
    number = LocalSetting.objects.count()
    settled.keep(NOW)
    assert number == LocalSetting.objects.count() > 0
    assert {row.by for row in standing()} == {"Sunita Alderwick"}
    assert ("Practice lead", "sunita", wrenford.PASSWORD) in wrenford.logins()


def test_what_is_settled_later_than_the_city_has_not_been_settled_yet():
    settled.keep(datetime(2026, 11, 1, tzinfo=HERE))
    assert not [row for row in standing() if row.what == "number"]


def test_duties_that_are_not_kept_were_never_kept_as_far_back_as_anybody_asks(monkeypatch):
    monkeypatch.setattr(settled, "read", lambda *_: {"by": "sunita", "numbers": [], "begun": [], "not_kept": [{"code": "CP06", "why": "No life speaks of it."}]})
    settled.keep(NOW)
    for known in (None, datetime(2005, 1, 1, tzinfo=HERE)):
        assert in_force(known).kept_from("CP06").year == 9999
        assert in_force(known).kept_from("CP01").year == 1


def test_a_duty_that_is_kept_from_a_day_on_was_not_kept_before(monkeypatch):
    begun = {"code": "WF11", "before": "Not yet.", "since": date(2026, 9, 1), "settled": datetime(2026, 8, 24, 11), "why": "New."}
    monkeypatch.setattr(settled, "read", lambda *_: {"by": "sunita", "numbers": [], "not_kept": [], "begun": [begun]})
    settled.keep(NOW)
    assert in_force().kept_from("WF11") == date(2026, 9, 1)
    assert in_force(datetime(2026, 8, 1, tzinfo=HERE)).kept_from("WF11").year == 9999


def test_everything_in_the_file_is_in_the_rules():
    said = reading.read("settled.yaml", "wrenford")
    assert {one["name"] for one in said["numbers"]} <= set(NUMBERS)
    assert {one["code"] for one in (*said["not_kept"], *said["begun"])} <= {duty.code for duty in RULES}
    assert all(one["why"] for one in (*said["numbers"], *said["not_kept"], *said["begun"]))
