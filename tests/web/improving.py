"""A report with a plan on the web: Miriam signed in, figures said by hand, so that a page is tested and not the counting."""

from datetime import date

import pytest
from django.test import Client

from goldthread.inspection import governance
from goldthread.inspection import plan as plans
from goldthread.measures.figures import Figure
from goldthread.web.measures import asking
from tests.inspection.planning import ENDED, READ, Improving, at

FIXED = "2026-11-20T17:28"
SHARES = {
    "cp_seen_in_time": (71, [73, 70, 72, 71, 72, 74, 78, 81, 82, 80, 84, 86]),
    "prebirth_by_20_weeks": (38, [36, 37, 38, 40, 45, 82, 83, 82, 84, 82, 83, 84]),
    "plan_actions_named": (55, [55, 54, 55, 55, 56, 55, 56, 55, 56, 55, 56, 57]),
}


class Said:
    """Answers for figures as `asking.figures` would: by code, for the days that are asked."""

    def __init__(self):
        self.asked = 0

    def __call__(self, codes, days, by="", cohort=None):
        self.asked += 1
        return {code: [self.figure(code, day, place, len(days)) for place, day in enumerate(sorted(days))] for code in codes}

    @staticmethod
    def figure(code, day, place, number):
        then, months = SHARES.get(code, (None, [None] * 12))
        value = then if day == ENDED else months[max(-12, _back(day))]
        if value is None:
            return Figure(code, day, "", 0, 0, 0, None)
        return Figure(code, day, "", round(2.19 * value), 219, 6 if code == "cp_seen_in_time" else 0, float(value))


def _back(day):
    """Which of the twelve months to October 2026 a day lies in, from the end."""
    return -1 - (2026 - day.year) * 12 - (10 - day.month)


@pytest.fixture
def said(monkeypatch):
    found = Said()
    monkeypatch.setattr(asking, "figures", found)
    monkeypatch.setattr(asking, "behind", lambda *given, **more: [])
    return found


@pytest.fixture
def improving(db, settings, said):
    settings.GOLDTHREAD_NOW = FIXED
    return Improving()


@pytest.fixture
def plan(improving):
    return agreed(improving)


def agreed(improving):
    """A plan with three ties, actions in every state, a board that met, and milestones."""
    plan = improving.begun()
    who = {"now": READ, "by": improving.miriam}
    for place, (code, target) in enumerate((("cp_seen_in_time", 95), ("prebirth_by_20_weeks", 80), ("plan_actions_named", 90))):
        plans.tie(plan, improving.facts[place], code, target, shares=["plans", "seen"], **who)
    plans.call(plan, improving.facts[0], "Children on plans seen often enough, and alone", **who)
    visit = improving.action(plan, "Record a visit child by child, so that a missed sister shows", date(2026, 6, 30), owner=improving.colin)
    plans.step(visit, plans.DONE, date(2026, 6, 1), now=at(date(2026, 6, 1)), by=improving.colin)
    cover = improving.action(plan, "Name the cover for every absence of more than a day")
    plans.step(cover, plans.DONE, date(2026, 10, 2), now=at(date(2026, 10, 2)), by=improving.ngozi)
    load = improving.action(plan, "Bring every caseload under its agreed limit", date(2026, 12, 31), owner=improving.helen, counted_of=7, counted_unit="teams")
    plans.step(load, plans.COUNTED, date(2026, 10, 30), counted=4, now=at(date(2026, 10, 30)), by=improving.helen)
    for words in ("Agree one form for a plan", "Read ten plans a month"):
        improving.action(plan, words, date(2026, 10, 30), fact=2)
    governance.meet(plan, date(2026, 9, 16), "Improvement board", now=at(date(2026, 9, 17)), by=improving.miriam,
                    decisions=[(improving.facts[0], "See the teams one by one."), (None, "Meet again in six weeks.")])  # fmt: skip
    for word, day in (("inspection.report_received", date(2026, 3, 24)), ("statement.sent", date(2026, 7, 3)), ("inspection.draft_received", date(2026, 3, 2))):
        governance.milestone(improving.report, word, day, now=at(day), by=improving.miriam)
    return plan


def signed_in(worker):
    client = Client()
    client.force_login(worker)
    return client


@pytest.fixture
def lead(improving):
    return signed_in(improving.miriam)


@pytest.fixture
def reader(improving):
    return signed_in(improving.priya)


def page(client, address, status=200, **more):
    answer = client.get(address, **more)
    assert answer.status_code == status, answer.content.decode()[:2000]
    return answer.content.decode()
