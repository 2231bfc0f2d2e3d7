"""Beside the list: birthdays, what others owe us, what is done, and what a quiet quarter of an hour is good for."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.urls import reverse

from goldthread.clock.ages import age_on, reaches
from goldthread.clock.spans import working_days
from goldthread.duties import Occurrence
from goldthread.duties.explain import duty_of
from goldthread.inspection.tasks import Task
from goldthread.oversight.done import Did, Done
from goldthread.oversight.planned import Awaited
from goldthread.oversight.stale import Stale
from goldthread.record.models import Standing
from goldthread.record.register import entry_type
from goldthread.web import naming, wording
from goldthread.web.said import Link, Sentence, Strong


@dataclass(frozen=True, slots=True)
class Line:
    """A line with a small line under it."""

    words: Sentence
    small: Sentence = ""


def birthdays(children: Iterable[Standing], today: date) -> tuple[Line, ...]:
    """Children whose birthday comes before the next working day is over."""
    days = [today + timedelta(days=n) for n in range(1, (working_days(1).due(today) - today).days + 1)]
    found = ((day, child) for day in days for child in children if child.born and child.died is None and _birthday(child.born, day))
    return tuple(Line((naming.link(child), f" is {age_on(child.born, day)} {_on(day, today)}.")) for day, child in found)


def _birthday(born: date, day: date) -> bool:
    return born < day and reaches(born, age_on(born, day)) == day


def _on(day: date, today: date) -> str:
    return "tomorrow" if (day - today).days == 1 else f"on {day:%A}"


def waiting_for(found: Iterable[Awaited], today: date) -> tuple[Line, ...]:
    """'Health assessment for Tomasz Birchwater', asked Fri 13 Nov, 5 working days ago."""
    return tuple(Line((f"{wording_first(a.what)} for ", naming.link(a.child)), _asked(a, today)) for a in found)


def of_the_plan(found: Iterable[Task], today: date) -> tuple[Line, ...]:
    """'Read two plans of each worker with them', due Monday 30 November: what somebody owes to the improvement plan."""
    return tuple(Line((Link(task.words, reverse("action", args=[task.action.pk])),), _owed(task, today)) for task in found)


def _owed(task: Task, today: date) -> Sentence:
    days = (today - task.due).days
    return (Strong(f"{wording.count(days, 'day')} over"),) if days > 0 else f"due {wording.long_day(task.due, today)}"


def wording_first(text: str) -> str:
    return text[:1].upper() + text[1:]


def _asked(a: Awaited, today: date) -> Sentence:
    return (Link(f"asked {wording.short_day(a.asked, today)}", reverse("entry", args=[a.entry])), f", {wording.ago(a.asked, today)}")


def done_lines(acts: Iterable[Did], today: date) -> tuple[Line, ...]:
    """'Visit to Ama and Esi Larkfield', and what it met."""
    return tuple(Line(_act(act), _met(act, today)) for act in acts)


def _act(act: Did) -> Sentence:
    called, entry = act.title or wording_first(entry_type(act.type).called), reverse("entry", args=[act.entries[0]])
    if act.title and all(naming.first(child) in act.title for child in act.children):
        return (Link(called, entry),)
    joined = {"visit": "to", "note": "about"}.get(act.type, "for")
    return (Link(called, entry), f"{':' if act.title else ' ' + joined} {naming.listed(act.children)}")


def _met(act: Did, today: date) -> str:
    day = "" if act.day == act.written else f"{wording.long_day(act.day, today)}. "
    late = sum(o.met > o.due for o in act.met)
    met = f"Met {wording.count(len(act.met), 'duty', 'duties')}{f', {late} late' if late else ''}." if act.met else ""
    return f"{day}{met}".strip()


def this_week(done: Done) -> tuple[Line, ...]:
    """'saw 14 children, 11 of them alone', 'met 19 duties, all in time'; each number opens its list."""
    week = reverse("today_done")
    lines = []
    if done.seen:
        alone = (", ", Link(str(len(done.alone)), f"{week}?of=alone"), " of them alone") if done.alone else ()
        lines.append(Line(("saw ", Link(wording.count(len(done.seen), "child", "children"), f"{week}?of=seen"), *alone)))
    if done.met:
        late = (", ", Link(f"{len(done.late)} late", f"{week}?of=late")) if done.late else (", all in time",)
        lines.append(Line(("met ", Link(wording.count(len(done.met), "duty", "duties"), f"{week}?of=met"), *late)))
    return tuple(lines)


def ten_minutes(found: Iterable[Stale], today: date) -> tuple[Line, ...]:
    """Facts about the people around a child that nobody has confirmed for long."""
    return tuple(
        Line((f"What {wording.possessive(naming.first(old.child))} {old.relation} may be told was last confirmed ",
              Link(wording.ago(old.confirmed, today), reverse("child_part", args=[old.child.reference, "people"]))))
        for old in found
    )  # fmt: skip


def met_line(child: Standing, o: Occurrence, today: date) -> Line:
    """A duty that was met: for whom, on what day, and the day it was due."""
    asks = duty_of(o).asks or duty_of(o).says
    return Line((naming.link(child), f": {asks[:1].lower()}{asks[1:]}"), f"done {wording.short_day(o.met, today)}, due {wording.short_day(o.due, today)}")
