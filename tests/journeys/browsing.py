"""Somebody at a browser: signed in, at one width, keeping note of everything that went wrong on the way."""

import re
import shutil
import threading
from contextlib import contextmanager

from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from django.core.signals import request_finished, request_started
from django.test import Client
from playwright.sync_api import sync_playwright

CHROMIUM = shutil.which("chromium")
WITHOUT = "no browser test without Chromium: install Debian's package `chromium`"
SIZES = {1280: {"width": 1280, "height": 900}, 390: {"width": 390, "height": 844}}
CHECKED = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "rules": {"target-size": {"enabled": True}},
    "resultTypes": ["violations"],
}
OPEN_ALL = "window.shut = [...document.querySelectorAll('details:not([open])')]; shut.forEach((fold) => { fold.open = true; })"
SHUT_AGAIN = "shut.forEach((fold) => { fold.open = false; })"
TOO_WIDE = "Math.max(0, document.documentElement.scrollWidth - window.innerWidth)"
STICKS_OUT = """[...document.querySelectorAll('body *')].filter(
    (part) => part.getBoundingClientRect().right > window.innerWidth + 1 && !part.closest('svg, nav, .govuk-visually-hidden')
).slice(0, 3).map((part) => part.outerHTML.slice(0, 120))"""
# What the browser itself remarks on a refusal, a conflict, an answer to put right, and a request left behind with its page.
EXPECTED = re.compile(r"status of (401|403|409|422) |^htmx:(sendAbort|afterRequest)|^Response Status Error Code 401")
AXE = Axe()
CLEAN: set[int] = set()


@contextmanager
def chromium():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


class Traffic:
    """How many requests are being answered, so that nobody empties the tables under one of them."""

    def __init__(self):
        self.under_way = 0
        self.changed = threading.Condition()

    def begins(self, **_):
        self._count(1)

    def ends(self, **_):
        self._count(-1)

    def _count(self, more):
        with self.changed:
            self.under_way += more
            self.changed.notify_all()

    def settles(self, seconds=20):
        """Wait until nothing has been asked for a moment: a page that closes still sends what was typed."""
        with self.changed:
            while self.changed.wait(0.25) or self.under_way > 0:
                seconds -= 0.25
                if seconds < 0:
                    return


@contextmanager
def traffic():
    counted = Traffic()
    request_started.connect(counted.begins)
    request_finished.connect(counted.ends)
    yield counted
    counted.settles()
    request_started.disconnect(counted.begins)
    request_finished.disconnect(counted.ends)


class Visitor:
    """One person at one browser window. `worker` None is somebody who has not signed in."""

    def __init__(self, browser, site, worker=None, width=1280, **options):
        self.site, self.worker, self.width = site, worker, width
        self.window = browser.new_context(
            viewport=SIZES[width], locale="en-GB", timezone_id="Europe/London", base_url=site, **options
        )
        self.window.set_default_timeout(15_000)
        self.trouble: list[str] = []
        self.page = self._opened()
        if worker:
            self.window.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": session_of(worker), "url": site}])

    def _opened(self):
        page = self.window.new_page()
        page.on("console", lambda said: self._notes(said) and self.trouble.append(f"{page.url}: {said.text}"))
        page.on("pageerror", lambda error: self.trouble.append(f"{page.url}: {error}"))
        return page

    def _notes(self, said):
        return said.type == "error" and not EXPECTED.search(said.text)

    def goes_to(self, address):
        """Open an address and look at it as the checks do. Returns what the server answered."""
        answer = self.page.goto(address)
        self.looks()
        return answer

    def looks(self):
        """What every page must be: readable by everybody with all its parts opened, and no wider than the window."""
        problems = [*self.barriers(), *self.sideways()]
        assert not problems, f"{self.page.url} at {self.width}:\n" + "\n".join(problems)

    def barriers(self):
        """What axe finds, with the page as it is and then with every fold opened; each as a line."""
        found = set(self._axe())
        if self.page.locator("details:not([open])").count():
            self.page.evaluate(OPEN_ALL)
            found.update(self._axe())
            self.page.evaluate(SHUT_AGAIN)
        return sorted(found)

    def _axe(self):
        """Nothing for a page that was found clean before, but for its numbers, at this width."""
        seen = hash((self.width, re.sub(r'value="[^"]*"|\d+', "", self.page.content())))
        if seen in CLEAN:
            return []
        found = list(self._violations())
        if not found:
            CLEAN.add(seen)
        return found

    def _violations(self):
        for violation in AXE.run(self.page, options=CHECKED).response["violations"]:
            for node in violation["nodes"]:
                yield f"{violation['id']}: {violation['help']}: {node['html'][:160]} {node['failureSummary'][:200]}"

    def sideways(self):
        """How far the page has to be scrolled sideways, and what sticks out."""
        over = self.page.evaluate(TOO_WIDE)
        return [f"{over} pixels too wide: {self.page.evaluate(STICKS_OUT)}"] if over else []

    def reads(self, selector="main"):
        """The words somebody sees there, with single spaces."""
        return " ".join(self.page.locator(selector).first.inner_text().split())

    def answers(self, question, choice):
        """Press what is drawn for an answer, as a hand would."""
        self.question(question).locator("label").filter(has_text=re.compile(rf"^\s*{choice}")).click()

    def question(self, question):
        return self.page.get_by_role("group", name=question, exact=True)

    def follows(self, words):
        """Press a link by its words, and look at the page it opens."""
        with self.page.expect_navigation():
            self.page.get_by_role("link", name=words, exact=True).first.click()
        self.looks()

    def presses(self, words):
        """Press a button by its words, and look at the page that comes."""
        with self.page.expect_navigation():
            self.page.get_by_role("button", name=words, exact=True).first.click()
        self.looks()

    def leaves(self):
        self.window.close()

    def went_well(self):
        assert not self.trouble, "\n".join(self.trouble)


def session_of(worker):
    """The key of a session in which a worker is signed in."""
    client = Client()
    client.force_login(worker)
    return client.session.session_key
