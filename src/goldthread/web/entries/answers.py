"""An entry's questions and answers in words, for reading and printing."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Field, TextField
from django.urls import reverse

from goldthread.record.fields import EntryNumber
from goldthread.record.reading import Written
from goldthread.record.register import EntryType
from goldthread.web import wording
from goldthread.web.child.titles import title
from goldthread.web.said import Link, Sentence


@dataclass(frozen=True, slots=True)
class Answer:
    """One question with its answer; `long` answers have a line of their own."""

    question: str
    words: Sentence
    long: bool = False


def answers(entry: Written, today: date, around: Iterable[Written] = (), known: str = "") -> tuple[Answer, ...]:
    """Everything that was said, the day first, in the order of the form. `around` are the entries it may speak of."""
    named = {w.number: f"{title(w)}, {wording.plain_day(w.day)}" for w in around}
    return (*days(entry, today), *(_answer(field, value, words, named, known) for field, value, words in entry.said()))


def days(entry: Written, today: date) -> tuple[Answer, ...]:
    """When it was, and how long it lasted."""
    at = f", {wording.clock_time(entry.at)}" if entry.at else ""
    found = [Answer(entry.kind.day_question, f"{wording.full_day(entry.day)}{at}")]
    if entry.kind.lasts:
        goes_on = "It has not ended." if entry.day <= today else "It has not begun."
        found.append(Answer(entry.kind.until_question, wording.full_day(entry.until) if entry.until else goes_on))
    return tuple(found)


def _answer(field: Field, value: Any, words: str, named: dict[int, str], known: str) -> Answer:
    if isinstance(field, EntryNumber):
        if value not in named:
            return Answer(question_of(field), f"Entry {value}")
        return Answer(question_of(field), (Link(named[value], reverse("entry", args=[value]) + known),))
    return Answer(question_of(field), words, isinstance(field, TextField))


def question_of(field: Field) -> str:
    """The question a person was asked; never empty."""
    return field.question or field.verbose_name.capitalize()


def unanswered(entry: Written) -> list[str]:
    """The questions nobody answered, as short words: a missing answer is never a no."""
    said = {field.name for field, _, _ in entry.said()}
    return [question_of(f) for f in entry.kind.asked() if f.name not in said]


def called(kind: type[EntryType]) -> str:
    """What a type is called at the beginning of a sentence."""
    return f"{kind.called[:1].upper()}{kind.called[1:]}"


def a_called(kind: type[EntryType]) -> str:
    """'a visit', 'an assessment', 'details of the person'."""
    if kind.called.startswith(("details", "leaving")):
        return kind.called
    return f"{'an' if kind.called[0] in 'aeio' else 'a'} {kind.called}"
