"""Warnings about the team's children that went past it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse

from goldthread.oversight.asked import Asked
from goldthread.people.models import Worker
from goldthread.web import naming, wording
from goldthread.web.meeting import answering
from goldthread.web.parts import Action
from goldthread.web.said import Sentence
from goldthread.web.today.asking import hour


@dataclass(frozen=True, slots=True)
class WentPast:
    """A warning that nobody of the team answered in time: whether and by whom it was answered, and what it was about."""

    heading: str
    state: str
    answered: str
    words: Sentence
    action: Action


def went_past(found: Sequence[Asked], actor: Worker, now: datetime) -> list[WentPast]:
    """One for each, open ones first."""
    return [_one(asked, actor, now) for asked in found]


def _one(asked: Asked, actor: Worker, now: datetime) -> WentPast:
    whom = "you" if asked.child.team and asked.child.team.manager_id == actor.pk else "the team"
    day = wording.ago(asked.raised, wording.as_day(now))
    when = day if day in ("today", "yesterday") else wording.long_day(asked.raised, wording.as_day(now))
    by = ", ".join(filter(None, (asked.raised_by, asked.works_for))) or "Somebody"
    said = f" “{asked.said}”" if asked.said else ""
    return WentPast(
        f"A warning went past {whom} {when if when in ('today', 'yesterday') else 'on ' + when}",
        "met" if asked.answered_at else "overdue", _answered(asked, now),
        (f"{by}, about ", naming.link(asked.child), f", {naming.age(asked.child, wording.as_day(now))}.{said}"),
        _action(asked),
    )  # fmt: skip


def _action(asked: Asked) -> Action:
    if asked.open:
        return Action("Answer", answering(asked.entry))
    return Action("Read it, and add what you know", reverse("entry", args=[asked.entry]))


def _answered(asked: Asked, now: datetime) -> str:
    if asked.answered_at is None:
        return hour(asked.answer_by, now)
    day = wording.as_day(asked.answered_at)
    when = wording.clock_time(asked.answered_at) + ("" if day == wording.as_day(now) else f", {wording.short_day(day)}")
    return f"Answered {when}{f' by {asked.answered_by.name}' if asked.answered_by else ''}"
