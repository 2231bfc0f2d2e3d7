"""Somebody at a browser: signed in, at one width, keeping note of everything that went wrong on the way."""

import re
import shutil
import threading
import time
from contextlib import contextmanager

from django.conf import settings
from django.core.signals import request_finished, request_started
from django.test import Client
from playwright.sync_api import sync_playwright

from tests.journeys.barriers import barriers, sideways

CHROMIUM = shutil.which("chromium")
WITHOUT = "no browser test without Chromium: install Debian's package `chromium`"
PATIENCE = 120_000  # milliseconds: what never comes is found as well a little later, and a busy machine is no fault of a page
SIZES = {390: {"width": 390, "height": 844}, 1280: {"width": 1280, "height": 900}}
# What the browser itself remarks on a refusal, a conflict, an answer to put right, and a request left behind with its page.
EXPECTED = re.compile(r"status of (401|403|409|422) |^htmx:(sendAbort|afterRequest)|^Response Status Error Code 401")


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

    def settles(self, seconds=120):
        """Wait until nothing has been asked for a moment: a page that closes still sends what was typed.

        A request that is not answered by then fails the test here, rather than the next one by what it would still write.
        """
        ends = time.monotonic() + seconds
        with self.changed:
            while self.changed.wait(0.25) or self.under_way > 0:
                assert time.monotonic() < ends, f"{self.under_way} requests were not answered within {seconds} s"


@contextmanager
def traffic():
    counted = Traffic()
    request_started.connect(counted.begins)
    request_finished.connect(counted.ends)
    try:
        yield counted
        counted.settles()
    finally:
        request_started.disconnect(counted.begins)
        request_finished.disconnect(counted.ends)


class Visitor:
    """One person at one browser window. `worker` None is somebody who has not signed in."""

    def __init__(self, browser, site, worker=None, width=1280, **options):
        self.site, self.worker, self.width = site, worker, width
        self.window = browser.new_context(
            viewport=SIZES[width], locale="en-GB", timezone_id="Europe/London", base_url=site, **options
        )
        self.window.set_default_timeout(PATIENCE)
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
        """What every page must be: readable by everybody with all its parts opened, and no wider than the window.

        Who sits at a desk looks at the narrow page too; who holds a phone sees that alone.
        """
        problems = [f"{width}: {problem}" for width in SIZES if width <= self.width for problem in self.problems(width)]
        assert not problems, f"{self.page.url}:\n" + "\n".join(problems)

    def problems(self, width):
        """What is wrong with the page at one width; the window stays as wide as that."""
        if self.page.viewport_size != SIZES[width]:
            self.page.set_viewport_size(SIZES[width])
        return [*sideways(self.page), *barriers(self.page, width)]

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
