"""Who waits for an answer: the first thing on the page."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse

from goldthread.oversight.asked import Asked, Undecided
from goldthread.people.models import Worker
from goldthread.web import naming, wording
from goldthread.web.meeting import answering
from goldthread.web.parts import Action
from goldthread.web.said import Link, Sentence


@dataclass(frozen=True, slots=True)
class Asking:
    """A person who waits: the heading, the hour, their words, who they are, and what happens if nobody answers."""

    heading: str
    state: str
    by: str
    said: str
    who: Sentence
    also: Sentence
    action: Action
    otherwise: str


def asking(asked: Asked, also: Iterable[Undecided], actor: Worker, now: datetime) -> Asking:
    """One warning, as it stands at the top of the page."""
    late = asked.late(now)
    return Asking(
        heading=f"{_somebody(asked)} is waiting for your answer",
        state="overdue" if late else "soon",
        by=hour(asked.answer_by, now),
        said=asked.said,
        who=(f"{_signed(asked)}, about ", naming.link(asked.child), f", {naming.age(asked.child, wording.as_day(now))}. Received {_when(asked.raised, now)}."),
        also=_also(also, now),
        action=Action(f"Answer {_first(asked)}", answering(asked.entry), primary=True),
        otherwise=_otherwise(asked, actor, now),
    )  # fmt: skip


def one_line(asked: Asked, now: datetime) -> Sentence:
    """Another warning, in one sentence."""
    about = (f"{_somebody(asked)} about ", naming.link(asked.child), f": {hour(asked.answer_by, now)}. ")
    return (*about, Link("Answer", answering(asked.entry)))


def hour(by: datetime, now: datetime) -> str:
    """'Answer by 6:05pm, in 37 minutes'; 'The answer was due at 4:42pm, 46 minutes ago'."""
    day = "" if wording.as_day(by) == wording.as_day(now) else f" on {wording.short_day(by)}"
    minutes = round(abs((by - now).total_seconds()) / 60)
    if by < now:
        return f"An answer was due by {wording.clock_time(by)}{day}, {span(minutes)} ago"
    return f"Answer by {wording.clock_time(by)}{day}, in {span(minutes)}"


def span(minutes: int) -> str:
    """'37 minutes', '2 hours', '3 days'."""
    if minutes < 90:
        return wording.count(minutes, "minute")
    return wording.count(round(minutes / 60), "hour") if minutes < 48 * 60 else wording.count(round(minutes / 1440), "day")


def _somebody(asked: Asked) -> str:
    """'A health visitor', or the name where their work is not said."""
    work = asked.works_for.strip()
    if work and len(work.split()) <= 4:
        return f"{'An' if work[0].lower() in 'aeiou' else 'A'} {work[0].lower()}{work[1:]}"
    return asked.raised_by.strip() or "Somebody"


def _signed(asked: Asked) -> str:
    return ", ".join(filter(None, (asked.raised_by.strip(), asked.works_for.strip()))) or "Somebody"


def _first(asked: Asked) -> str:
    return asked.raised_by.strip().split(" ")[0] if asked.raised_by.strip() else "them"


def _when(moment: datetime, now: datetime) -> str:
    day = wording.as_day(moment)
    near = wording.ago(day, wording.as_day(now))
    said = near if near in ("today", "yesterday") else wording.long_day(day, wording.as_day(now))
    return f"{said}, {wording.clock_time(moment)}"


def _otherwise(asked: Asked, actor: Worker, now: datetime) -> str:
    if asked.next is None or asked.next == actor:
        return ""
    if asked.late(now):
        return f"{asked.next.name} is to be told."
    return f"If nobody has answered by {wording.clock_time(asked.answer_by)} it goes to {asked.next.name}."


def _also(found: Iterable[Undecided], now: datetime) -> Sentence:
    first = next(iter(found), None)
    if first is None:
        return ""
    decide = f"must be decided by {wording.clock_time(first.decide_by)}" if first.decide_by else "is not decided yet"
    about = f"{first.who or first.source or 'Somebody'}, about {naming.first(first.child)}, {_when(first.came, now)}. What follows "
    return (about, Link(decide, reverse("entry", args=[first.entry])), ".")
