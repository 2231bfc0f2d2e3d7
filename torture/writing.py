"""Clients that write over HTTP as a browser does, and send the same form again until they are answered."""

import http.client
import random
import re
import threading
import time
from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple
from urllib.parse import urlencode

HIDDEN = re.compile(r'<input type="hidden" name="([^"]+)" value="([^"]*)"')
WAIT = (0.05, 0.3)  # seconds before the same form is sent again
ANSWER_SECONDS = 60
COOKIE = re.compile(r"csrftoken=([^;]+)")
HEADING = re.compile(r"<h1[^>]*>\s*([^<]+?)\s*<")


class Signed(NamedTuple):
    """Somebody signed in: what the cookie of their session says, and the children they write about as {reference: number}."""

    worker: int
    cookie: str
    children: dict[str, int]


@dataclass(frozen=True, slots=True)
class Wrote:
    """What one form asked: `kind` is "note", "visit", "correct" or "allocate"; `mark` stands in the words and nowhere else."""

    kind: str
    mark: str
    references: tuple[str, ...]


@dataclass
class Ledger:
    """What all clients know. `asked` is everything that was sent, `acknowledged` what they were told is saved.

    `failures`, by status and heading, are answers of 500 and more, and none at all: after them the same was sent again.
    """

    asked: list[Wrote] = field(default_factory=list)
    acknowledged: list[Wrote] = field(default_factory=list)
    answers: Counter = field(default_factory=Counter)
    failures: Counter = field(default_factory=Counter)
    sent_again: int = 0
    in_flight: int = 0
    odd: list[str] = field(default_factory=list)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def count(self, **by: int) -> None:
        with self.lock:
            for name, number in by.items():
                setattr(self, name, getattr(self, name) + number)


class Client(threading.Thread):
    """One person at one browser, writing without rest until `end` is set and the last answer is there."""

    def __init__(self, who: Signed, others: list[int], port: int, day: date, ledger: Ledger, seed: str):
        super().__init__(name=seed, daemon=True)
        self.who, self.others, self.port, self.day, self.ledger = who, others, port, day, ledger
        self.random, self.end, self.made = random.Random(seed), threading.Event(), 0
        self.csrf, self.notes = "", []

    def run(self) -> None:
        kinds = ["allocate", "allocate", "note"] if self.others else ["note", "note", "visit", "correct"]
        while not self.end.is_set():
            getattr(self, self.random.choice(kinds))()

    def note(self, *references: str) -> None:
        wrote = self._mark("note", 1, references)
        if self._write(wrote, f"/notes/new/?child={wrote.references[0]}", {"child": wrote.references, "note": wrote.mark, "do": "save"}):
            self.notes.append(wrote)

    def visit(self) -> None:
        """One act about two children: both have it, or neither."""
        wrote = self._mark("visit", 2)
        words = {"child": wrote.references, "place": "home", "known": "yes", "at_home": wrote.mark, "do": "save"}
        for reference in wrote.references:
            words[f"seen-{self.who.children[reference]}"] = "alone"
        self._write(wrote, f"/visits/new/?{urlencode({'child': wrote.references}, doseq=True)}", words)

    def correct(self) -> None:
        """Another version of one of the last notes, found by looking at the child's page as a person does."""
        if not self.notes:
            return
        before = self.random.choice(self.notes[-5:])
        page = self._get(f"/children/{before.references[0]}/")
        found = re.findall(r"/entries/(\d+)/", page.partition(before.mark)[0])
        if not found:
            return
        wrote = self._mark("correct", 1, before.references)
        day = self.day.strftime("%d/%m/%Y")
        self._write(wrote, f"/entries/{found[-1]}/correct/", {"day": day, "kind": "", "note": f"{before.mark} {wrote.mark}", "why": wrote.mark, "do": "save"})

    def allocate(self) -> None:
        """Over to another worker: the one before ends and the next begins in one act."""
        wrote = self._mark("allocate", 1)
        words = {"save": "1", "works_as": "social_worker", "team": "every", "worker": self.random.choice(self.others),
                 "day": self.day.strftime("%d/%m/%Y"), "reason": wrote.mark}  # fmt: skip
        self._write(wrote, f"/write/{wrote.references[0]}/allocation/", words)

    def _mark(self, kind: str, children: int, references: tuple[str, ...] = ()) -> Wrote:
        self.made += 1
        return Wrote(kind, f"{self.name}x{self.made}x", references or tuple(self.random.sample(sorted(self.who.children), children)))

    def _write(self, wrote: Wrote, address: str, words: dict[str, object]) -> bool:
        """Open the form, send it until there is an answer. True where it was acknowledged."""
        form = self._get(address)
        body = urlencode({**dict(HIDDEN.findall(form)), **words}, doseq=True)
        self.ledger.asked.append(wrote)
        self.ledger.count(in_flight=1)
        try:
            status, answer = self._until_answered("POST", address, body)
        finally:
            self.ledger.count(in_flight=-1)
        with self.ledger.lock:
            self.ledger.answers[f"{wrote.kind} {status}"] += 1
            if status == 302:
                self.ledger.acknowledged.append(wrote)
            elif status not in (409, 422):
                self.ledger.odd.append(f"{wrote} was answered {status}: {answer[:200]!r}")
        return status == 302

    def _get(self, address: str) -> str:
        return self._until_answered("GET", address, None)[1]

    def _until_answered(self, method: str, address: str, body: str | None) -> tuple[int, str]:
        while True:
            try:
                status, text = self.ask(method, address, body)
                if status < 500:
                    return status, text
                heading = HEADING.search(text)
                self._failed(f"{status} {heading[1] if heading else text[:200]}")
            except (OSError, http.client.HTTPException) as trouble:
                self._failed(f"no answer: {type(trouble).__name__}")
            self.ledger.count(sent_again=method == "POST")
            time.sleep(self.random.uniform(*WAIT))

    def _failed(self, how: str) -> None:
        with self.ledger.lock:
            self.ledger.failures[how] += 1

    def ask(self, method: str, address: str, body: str | None) -> tuple[int, str]:
        asked = http.client.HTTPConnection("127.0.0.1", self.port, timeout=ANSWER_SECONDS)
        headers = {"Cookie": f"sessionid={self.who.cookie}; csrftoken={self.csrf}", "Content-Type": "application/x-www-form-urlencoded"}
        try:
            asked.request(method, address, body, headers)
            answer = asked.getresponse()
            text = answer.read().decode("utf-8", "replace")
        finally:
            asked.close()
        for said in answer.headers.get_all("Set-Cookie", []):
            if given := COOKIE.match(said):
                self.csrf = given[1]
        return answer.status, text
