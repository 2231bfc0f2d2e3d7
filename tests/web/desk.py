"""A small office with children, pages asked of it, and what they say without their marks: for the tests of Today and Team."""

import re
from datetime import UTC, date, datetime
from html import unescape

from django.test import Client

from goldthread.record.models import Standing
from tests.oversight.conftest import Office

TODAY = date(2026, 11, 20)
FIXED = "2026-11-20T17:28"
ON_PLAN = ("protection_plan", date(2026, 11, 2), {"latest_category": "NEG"})
CORE_GROUP = ("core_group", date(2026, 11, 10), {})
SEEN_ALL = {"made": True, "child_seen": True, "seen_alone": True}
OUT = {"made": True, "child_seen": False}


def nov(day: int) -> date:
    return date(2026, 11, day)


def at(hour: int, minute: int = 0, day: int = 20) -> datetime:
    return datetime(2026, 11, day, hour, minute, tzinfo=UTC)


def visit(day: date, **values):
    return ("visit", day, {**SEEN_ALL, **values})


def warning(answer_by: datetime, **values):
    said = {"raised_by": "Grace Oatridge", "works_for": "health visitor", "said": "Please see him before Monday.", "answer_by": answer_by}
    return ("warning", TODAY, {**said, **values})


def on_plan(office: Office, forename: str, *visits, **more):
    """A child on a protection plan, whose core group has met, with these visits."""
    worker = more.pop("worker", office.priya)
    return office.child(forename, worker, entries=[ON_PLAN, CORE_GROUP, *visits], **more)


class Page:
    """An answer, by what it says: `text` of its main part, `links` as {words: address}, `html` of all of it."""

    def __init__(self, answer):
        self.status, self.html, self.context = answer.status_code, answer.content.decode(), answer.context
        self.main = self.html[self.html.index("<main") : self.html.index("</main>")] if "<main" in self.html else self.html
        self.text = plain(self.main)
        self.links = {plain(words): address.replace("&amp;", "&") for address, words in re.findall(r'<a [^>]*?href="([^"]*)"[^>]*>(.*?)</a>', self.main, re.S)}

    def row(self, what: str) -> str:
        """The row of the list that says this."""
        rows = (plain(r) for r in re.findall(r'<li class="gt-duty">(.*?)</li>', self.main, re.S))
        return next(r for r in rows if what in r)

    def section(self, heading: str) -> str:
        """What stands from a heading to the next one of its kind."""
        return self.text.split(heading, 1)[1]


def plain(html: str) -> str:
    return re.sub(r"\s+([,.?):’])", r"\1", re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", html)))).strip().replace("( ", "(")


def ask(worker, address: str = "/today/") -> Page:
    client = Client()
    client.force_login(worker)
    return Page(client.get(address))


def reference(person: int) -> str:
    return Standing.objects.get(pk=person).reference
