"""People at work, for locust: each signed in as somebody, with some ten seconds of thought between pages.

    python -m locust -f benchmarks/visitors.py --headless …

benchmarks/load.py starts it. PEOPLE names a JSON file: [{"cookie", "role", "children": [reference, …], "names": [name, …]}, …].
"""

import itertools
import json
import os
import random
import re
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import quote

from locust import FastHttpUser, between, task

PEOPLE = json.loads(Path(os.environ["PEOPLE"]).read_text(encoding="utf-8"))
THOUGHT = float(os.environ.get("THOUGHT", "10"))
FAILED = os.environ.get("FAILED", "")
_next = itertools.count()
_FILLED = re.compile(r'<input[^>]*(?:type="hidden"|\bchecked\b)[^>]*>')
_NAME, _VALUE = re.compile(r'name="([^"]*)"'), re.compile(r'value="([^"]*)"')


class Person(FastHttpUser):
    """One of the people of the file, in turn."""

    wait_time = between(THOUGHT / 2, THOUGHT * 1.5)
    connection_timeout = network_timeout = 60

    def on_start(self) -> None:
        number = next(_next)
        self.who = PEOPLE[number % len(PEOPLE)]
        self.chance = random.Random(number)
        self.headers = {"Cookie": f"sessionid={self.who['cookie']}"}

    def see(self, path: str, name: str):
        """Opens a page; anything but the page itself is an error."""
        with self.client.get(path, name=name, headers=self.headers, allow_redirects=False, catch_response=True) as answer:
            if answer.status_code != 200:
                _failed(answer, name, (answer.headers or {}).get("Location", ""))
            return answer

    def child(self) -> str:
        return self.chance.choice(self.who["children"])

    @task(6)
    def today(self) -> None:
        self.see("/team/" if self.who["role"] == "team_manager" and self.chance.random() < 0.3 else "/today/", "Today or Team")

    @task(6)
    def one_child(self) -> None:
        self.see(f"/children/{self.child()}/", "A child's page")

    @task(2)
    def search(self) -> None:
        self.see(f"/search/?q={quote(self.chance.choice(self.who['names']))}", "Search")

    @task(2)
    def own_children(self) -> None:
        self.see("/my-children/", "My children")

    @task(2)
    def duties(self) -> None:
        self.see(f"/children/{self.child()}/duties/", "A child's duties")

    @task(2)
    def note(self) -> None:
        """Opens the form and sends a note, as a browser would: what is hidden or ticked in the form goes with it."""
        path = f"/notes/new/?child={self.child()}"
        opened = self.see(path, "A note: the form")
        page = opened.text or ""
        form = {}
        for filled in _FILLED.findall(page):
            name, value = _NAME.search(filled), _VALUE.search(filled)
            if name and value:
                form[name[1]] = value[1]
        token = (opened.headers.get("Set-Cookie") or "").partition("csrftoken=")[2].partition(";")[0]
        form |= {"day": f"{datetime.now(UTC) - timedelta(days=1):%d/%m/%Y}", "time": "10:15", "kind": "call", "title": "Rang about the week", "note": "All well at home. " * 12}
        headers = {**self.headers, "Cookie": f"{self.headers['Cookie']}; csrftoken={token}", "Referer": self.host + path}
        with self.client.post(path, data=form, name="A note: saved", headers=headers, allow_redirects=False, catch_response=True) as answer:
            if answer.status_code != 302:
                _failed(answer, "A note: saved", _problem(answer.text or ""))


def _failed(answer, name: str, why: str) -> None:
    answer.failure(f"{answer.status_code} {why}")
    print(f"{FAILED}{name}: {answer.status_code} {why}", flush=True)


def _problem(page: str) -> str:
    found = re.search(r'class="[^"]*error-(?:message|summary)[^"]*"[^>]*>(.{0,300})', page, re.S)
    return re.sub(r"<[^>]*>|\s+", " ", found[1]).strip() if found else ""
