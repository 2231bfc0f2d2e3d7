"""For every entry type: answers to every one of its questions, as a browser would post them."""

import re
from html.parser import HTMLParser

from django.db.models import TextField

from goldthread.record import fields
from goldthread.record.register import REGISTER

TURNS = re.compile("[\u202a-\u202e\u2066-\u2069]")
WORDS = "Ọmọ \u202esaid\u2066 “toast & jam” <b>twice</b>; {{ 7*7 }}"
SHOWN = TURNS.sub("", WORDS)
"""The words as a page shows them: no mark in them turns the order in which anything is read."""
HAND_MADE = {"allocation"}  # has a page of its own
KINDS = sorted(set(REGISTER) - HAND_MADE)


class _Read(HTMLParser):
    """What a page shows between its tags, and what stands in its boxes."""

    def __init__(self):
        super().__init__()
        self.shown, self.boxes, self._in_box = [], [], False

    def handle_starttag(self, tag, attrs):
        self._in_box = self._in_box or tag in ("textarea", "script", "style")
        self.boxes += [value for name, value in attrs if tag == "input" and name == "value" and value]

    def handle_endtag(self, tag):
        self._in_box = self._in_box and tag not in ("textarea", "script", "style")

    def handle_data(self, data):
        (self.boxes if self._in_box else self.shown).append(data)


def read(page):
    """(everything that a page shows between its tags, everything that stands in its boxes), as a browser reads it."""
    reader = _Read()
    reader.feed(page)
    reader.close()
    return "".join(reader.shown), "\n".join(reader.boxes)


def turned(answer):
    """What a page shows that turns the order in which it is read, with what stands around it."""
    if answer.streaming or not answer.get("Content-Type", "").startswith("text/html"):
        return []
    shown = read(answer.content.decode())[0]
    return [shown[max(0, found.start() - 40) : found.end() + 40] for found in TURNS.finditer(shown)]


def full_answers(kind, around, worker, referral):
    """Every question answered; `around` is somebody already related to the child."""
    answers = {"day": "18/11/2026", "time": "4:15pm"}
    if kind.lasts:
        answers["until"] = "19/11/2026"
    for field in kind.questions():
        answers |= _answer(field, around, worker, referral)
    return answers


def _answer(field, around, worker, referral):
    name = field.name
    match field:
        case fields.Choices():
            return {name: list(field.codes)[:2]}
        case fields.Choice():
            return {name: next(iter(field.codes))}
        case fields.YesNo():
            return {name: "yes"}
        case fields.Day():
            return {name: "17 November 2026"}
        case fields.Moment():
            return {name: "17/11/2026", f"{name}_time": "09:30"}
        case fields.Whole():
            return {name: "12"}
        case fields.EntryNumber():
            return {name: str(referral)}
        case fields.ToPerson():
            return {name: str(around)}
        case fields.ToWorker():
            return {name: str(worker.pk)}
        case fields.ToTeam():
            return {name: str(worker.team_id)}
    return {name: WORDS if isinstance(field, TextField) else WORDS[: field.max_length]}
