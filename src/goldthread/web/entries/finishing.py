"""Finishing an entry: answering what was left open. Only where something said before becomes another is it a correction."""

from dataclasses import replace

from django.http import QueryDict

from goldthread.record.fields import YesNo
from goldthread.record.reading import Written
from goldthread.web import wording
from goldthread.web.entries.answers import question_of
from goldthread.web.entries.conflicts import said
from goldthread.web.entries.opening import Sheet
from goldthread.web.entries.questions import Question, as_typed, questions
from goldthread.web.parts import Pick

CANNOT_SAY = "unknown"
FINISHED = "Finished."
NOT_BEFORE = "This was not written down before."
ASKED_AGAIN = "Asked again, and it cannot be said."
CHOOSE = "Choose Yes, No or I cannot say."
NOTHING_YET = "Nothing is answered yet. Answer what you know, or leave it for later."
CHANGED = "You changed what was said before: {}. Say why in a few words: they stay beside the change."
ONE_FACT = {"child_seen": "Was {} seen on {}?", "seen_alone": "Was {} seen alone on {}?"}
ABOUT = frozenset({"contact", "referral", "warning", "note"})


def heading(entry: Sheet) -> str:
    """'Finish the assessment of Yusuf'."""
    kind, first = entry.shown.kind, entry.opened.first
    if kind.called.startswith(("details", "leaving")):
        return f"Finish {kind.called}"
    return f"Finish the {kind.called} {'about' if kind.code in ABOUT else 'of'} {first}"


def open_fact(entry: Written, name: str) -> str:
    """The yes-or-no question an address asks for, where the entry leaves it open; "" otherwise."""
    asked = (f for f in entry.kind.questions() if f.name == name and isinstance(f, YesNo))
    return next((f.name for f in asked if getattr(entry.values, f.name) is None), "")


def one_fact(entry: Sheet, name: str) -> str:
    """'Was Rosa seen alone on Tuesday 3 November?'."""
    if name in ONE_FACT:
        return ONE_FACT[name].format(entry.opened.first, wording.long_day(entry.shown.day, entry.opened.day))
    return question_of(entry.shown.kind._meta.get_field(name))


def apart(entry: Sheet, words: QueryDict) -> tuple[list[str], list[str]]:
    """The questions that were open and now have an answer, and those whose answer became another."""
    sides = (questions(entry.shown.kind, entry.opened, typed) for typed in (as_typed(entry.shown), words))
    differ = [(now.label, said(before)) for before, now in zip(*sides, strict=True) if said(before) != said(now)]
    return [label for label, before in differ if not before], [label for label, before in differ if before]


def fold(entry: Sheet, asked: list[Question], fact: str) -> tuple[list[Question], list[Question]]:
    """The questions that stand on the page, and those folded under them: what was said before, or all but one fact."""
    first = {q.name for q in asked if q.name == fact or q.only_if.startswith(f"{fact}=")} if fact else _open(entry)
    on_page = [_as_a_fact(q, one_fact(entry, fact)) if q.name == fact else q for q in asked if q.name in first]
    return on_page, [q for q in asked if q.name not in first]


def _open(entry: Sheet) -> set[str]:
    return {q.name for q in questions(entry.shown.kind, entry.opened, as_typed(entry.shown)) if not said(q)}


def _as_a_fact(asked: Question, question: str) -> Question:
    """Yes, no, or that one cannot say: the heading of the page asks it, so its own words are for whoever does not see the page."""
    given = asked.text
    choices = tuple(replace(p, checked=p.value == given) for p in asked.picks.choices if p.value)
    cannot = Pick(CANNOT_SAY, "I cannot say", "", given == CANNOT_SAY)
    return replace(asked, label=question, picks=replace(asked.picks, legend=question, choices=(*choices, cannot), hide_legend=True))
