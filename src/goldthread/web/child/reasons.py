"""Why a duty is in the state it is in, in sentences, and the days counted one by one."""

import re
from datetime import date, timedelta

from goldthread.clock.counting import CountedDay
from goldthread.clock.spans import Unit
from goldthread.duties import State
from goldthread.duties.explain import Explanation, count_of, explain, span_of
from goldthread.web import wording
from goldthread.web.child.opening import Opened
from goldthread.web.child.owed import Owing, rule
from goldthread.web.parts import DayCell, Weeks, Why
from goldthread.web.said import Sentence

WEEK = timedelta(days=7)
MOST_WEEKS = 13


def explained(owing: Owing, opened: Opened) -> Explanation:
    """The explanation of an occurrence at the moment of the page, with the child's name in it."""
    found = opened.explanations.get(owing.occurrence)
    if found is None:
        found = explain(owing.occurrence, opened.child.life.spoken, opened.when, opened.first)
        opened.explanations[owing.occurrence] = found
    return found


def because(owing: Owing, opened: Opened) -> str:
    """'Last seen Thursday 5 November. Today is day 11 of 10. It was due Thursday 19 November.'"""
    sentence = explained(owing, opened).sentence
    if opened.past:
        sentence = in_the_past(sentence)
    if owing.state in (State.OVERDUE, State.OWED) and "due by" not in sentence:
        late = owing.state == State.OVERDUE or opened.past
        return f"{sentence} It {'was' if late else 'is'} due {wording.long_day(owing.occurrence.due, opened.day)}."
    return sentence


def in_the_past(sentence: str) -> str:
    """An explanation read on a later day: "Today is day 3 of 10" was true then."""
    told = sentence.replace("Today is day", "It was day").replace("It is due", "It was due").replace("will be due", "was to be due")
    return re.sub(r", (?:in \d+ days?|today)\.", ".", told)


def why(owing: Owing, opened: Opened, is_open: bool = False) -> Why:
    """What opens under a duty: its promise, its source, what meets it, who is told next, and the days counted."""
    said, told = explained(owing, opened), "; ".join(map(str, owing.duty.climbs.rungs))
    facts: list[tuple[str, Sentence]] = [("The promise", said.rule), ("It comes from", rule(owing))]
    facts.append(("In law owed by", said.owed_by))
    facts.append(("What meets it", said.would_meet.removeprefix("What meets it: ")))
    notes = " ".join(filter(None, (owing.duty.note, *said.cautions)))
    if notes:
        facts.append(("To know", notes))
    if owing.state.is_open and told:
        facts.append(("Told if it is late", f"{told[:1].upper()}{told[1:]}."))
    return Why(tuple(facts), weeks(owing, opened), is_open)


def weeks(owing: Owing, opened: Opened) -> Weeks | None:
    """The working days from the day it is counted from to the due day, and what of the next two weeks has gone by."""
    o = owing.occurrence
    last = min(max(o.due, opened.day), o.due + 2 * WEEK)
    counted = {c.day: c for c in count_of(o, opened.day) if c.day <= last} if span_of(o.span).unit == Unit.WORKING_DAY else {}
    monday = o.counted_from - timedelta(days=o.counted_from.weekday())
    if not counted or max(counted) - monday > MOST_WEEKS * WEEK or o.due <= o.counted_from:
        return None
    rows = [monday + week * WEEK for week in range((max(counted) - monday).days // 7 + 1)]
    cells = [tuple(_cell(first + timedelta(days=n), counted, owing, opened) for n in range(5)) for first in rows]
    named = [f"{first.day} {first:%b}" for first in rows]
    caption = f"The working days, counted from {wording.long_day(o.counted_from, opened.day)}"
    return Weeks(caption, tuple(zip(named, cells, strict=True)))


def _cell(day: date, counted: dict[date, CountedDay], owing: Owing, opened: Opened) -> DayCell:
    o, found = owing.occurrence, counted.get(day)
    if found is None:
        return DayCell(kind="out")
    if day == o.counted_from:
        return DayCell(day.day, "from here", "seen")
    if found.ordinal is None:
        return DayCell(day.day, "no count", "out")
    if day == o.met:
        return DayCell(day.day, "done", "over" if day > o.due else "seen")
    if day == o.due:
        return DayCell(day.day, "due", "due")
    today = day == opened.day and not opened.past
    return DayCell(day.day, "today" if today else "over" if day > o.due else f"day {found.ordinal}", "over" if day > o.due else "")
