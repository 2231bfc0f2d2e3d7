"""One line of a list of duties: the mark, the day, what to do for whom, why, and the next click."""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from goldthread.clock.calendars import working_days_in_england
from goldthread.clock.spans import Unit
from goldthread.duties import Occurrence, State
from goldthread.duties import words as w
from goldthread.duties.explain import Explanation
from goldthread.duties.telling import span_of
from goldthread.oversight.worklist import Owed
from goldthread.record.models import Standing
from goldthread.web import naming, wording
from goldthread.web.parts import DutyRow
from goldthread.web.pictures.bars import DayCount
from goldthread.web.said import Part, Sentence, Strong, Tag
from goldthread.web.today import actions, half_written
from goldthread.web.today.telling import Telling, duty
from goldthread.web.today.why import curly, source, why

GENERAL = ("the child", "the young person", "the baby")
NOT_CHILDREN = ("the foster carer", "the carer", "the adopter", "the newly qualified social worker", "the social worker", "the agency worker",
                "the worker", "the children's home", "the home", "the adult")  # fmt: skip
NOT_BEGUN = re.compile(r" Today is day 0 of \d+\.")
NOT_ENOUGH = ", and that is not enough."
COUNTED = re.compile(r"(Today is day (\d+) of (\d+)\.)")
QUESTIONS = {w.visit_seen_unsaid.name: "seen", w.visit_alone_unsaid.name: "seen alone"}


def row(owed: Owed, telling: Telling, opened: bool | None = None) -> DutyRow:
    """A row; with `opened` it can be opened to say why this day, and is or is not open."""
    told = [telling.explained(child, o) for child, o in zip(owed.children, owed.occurrences, strict=True)]
    when, small = when_words(owed, telling)
    return DutyRow(
        state=mark(owed, telling.today), when=when, small=small, count=day_count(owed, told[0], telling.today),
        what=question(owed, telling) if owed.verdict.state == State.UNKNOWN else what(owed, telling.today),
        why=reason(owed, told, telling), action=None if telling.past else actions.action(owed, telling),
        opened=None if opened is None else why(owed, told[0], telling, opened),
    )  # fmt: skip


def mark(owed: Owed, today: date) -> str:
    """The mark of its state; amber from the last working day on which it can be done."""
    if owed.verdict.state == State.OVERDUE:
        return "overdue"
    if owed.verdict.state == State.UNKNOWN:
        return "unsure"
    return "soon" if owed.occurrences[0].plan_by <= today else "owed"


def what(owed: Owed, today: date) -> Sentence:
    """'See Kofi Larkfield, 8': the duty as something to do, each child opening their page."""
    asks, names = duty(owed).asks or duty(owed).says, naming.with_ages(owed.children, today)
    for general in GENERAL if naming.of_a_child(owed.children[0]) else NOT_CHILDREN:
        before, found, after = asks.partition(general)
        if found and after.startswith("'s"):
            return (before, *naming.links(owed.children), f"’s{after[2:]}")
        if found:
            return (before, *names, f",{after}" if after[:1] == " " else after)
    return (f"{asks} for ", *names)


def question(owed: Owed, telling: Telling) -> Sentence:
    """The missing fact as its question: 'Was Rosa Dewhollow, 10, seen alone?'"""
    child, doubt = owed.children[0], owed.occurrences[0].unsure_by
    open_facts = {word.name for word in duty(owed).unsure} & QUESTIONS.keys()
    said = [s.word for s in telling.spoken(child) if s.entry == doubt and s.word in open_facts]
    if not said:
        return what(owed, telling.today)
    return ("Was ", *naming.with_ages([child], telling.today), f", {QUESTIONS[said[0]]}?")


# When


def when_words(owed: Owed, telling: Telling) -> tuple[str, str]:
    """What stands beside the mark, and under it."""
    o, today, state = owed.occurrences[0], telling.today, owed.verdict.state
    if state == State.UNKNOWN:
        return "One fact missing", f"{'would have been' if o.due < today else 'would be'} due {wording.short_day(o.due, today)}"
    if state == State.OVERDUE:
        return over_words(o, telling), f"due {_due(o, today)}"
    if o.due <= today:
        return (f"Today by {wording.clock_time(o.due_at)}" if o.due_at else "Today"), _counted(o, today) or "due today"
    return wording.short_day(o.due, today), _counted(o, today) or _ahead(o.due, today)


def over_words(o: Occurrence, telling: Telling) -> str:
    """'1 day over', '3 hours over': working days where those are counted."""
    if o.due_at and (telling.now - o.due_at).days < 3:
        return f"{wording.count(max(1, int((telling.now - o.due_at).total_seconds() // 3600)), 'hour')} over"
    given = span_of(o.span)
    days = working_days_in_england().between(o.due, telling.today) if given.by_calendar else (telling.today - o.due).days
    return f"{wording.count(max(1, days), 'day')} over" if days <= 60 else f"{wording.length((telling.today - o.due).days)} over"


def _due(o: Occurrence, today: date) -> str:
    day = wording.short_day(o.due, today)
    return f"{day}, {wording.clock_time(o.due_at)}" if o.due_at else day


def _counted(o: Occurrence, today: date) -> str:
    """'day 4 of 7', 'week 4 of 4' where the days or weeks of it are counted."""
    given, passed = span_of(o.span), (today - o.counted_from).days
    if given.unit is Unit.WEEK and given.number > 1 and passed > 0:
        return f"week {min((passed - 1) // 7 + 1, given.number)} of {given.number}"
    count = _days(o, today)
    return f"day {count.day} of {count.of}" if count else ""


def _ahead(due: date, today: date) -> str:
    left = working_days_in_england().between(today, due)
    return f"in {wording.count(left, 'working day')}" if 0 < left <= 20 else wording.ago(due, today)


def day_count(owed: Owed, told: Explanation, today: date) -> DayCount | None:
    """The bar beside the words."""
    if owed.verdict.state == State.UNKNOWN:
        return None
    count = _days(owed.occurrences[0], today)
    soon = mark(owed, today) == "soon"
    return DayCount(count.day, count.of, soon) if count else None


def _days(o: Occurrence, today: date) -> DayCount | None:
    """How many of its days have passed, where it is counted in days or weeks and has begun to run."""
    given = span_of(o.span)
    if given.unit in (Unit.HOUR, Unit.MONTH) or given.number == 0 or today < o.counted_from:
        return None
    if given.by_calendar:
        passed, of = working_days_in_england().between(o.counted_from, today), working_days_in_england().between(o.counted_from, o.due)
    else:
        passed, of = (today - o.counted_from).days, (o.due - o.counted_from).days
    return DayCount(passed, of) if of > 1 else None


# Why


def reason(owed: Owed, told: list[Explanation], telling: Telling) -> Sentence:
    """The facts that put it there, what is booked or half-written for it, and where it comes from."""
    if owed.verdict.state == State.UNKNOWN:
        return _missing(owed, told[0], telling)
    said = _of_all(owed, told)
    parts: list[Part] = _with_weight(said) if owed.verdict.state == State.OVERDUE else [said]
    booked, draft = telling.booking(owed), half_written.draft_for(owed, actions.meeting(duty(owed))[0], telling.drafts)
    if booked:
        at = f", {wording.clock_time(booked.at)}" if booked.at else ""
        parts.append(f" Booked for {wording.long_day(booked.day, telling.today)}{at}.")
    if draft:
        parts.append(f" {half_written.words(owed, draft, telling)}")
    return (*parts, " ", Tag(source(duty(owed), owed.code)))


def _missing(owed: Owed, told: Explanation, telling: Telling) -> Sentence:
    day = told.unsure.day if told.unsure else owed.occurrences[0].unsure
    whose = "The visit" if told.unsure and "visit" in told.unsure.says else "An entry"
    return f"{whose} of {wording.long_day(day, telling.today)} does not say. Until it does, this counts as neither met nor missed."


def _of_all(owed: Owed, told: list[Explanation]) -> str:
    """The reason, said once for brothers and sisters of whom it is the same, with what did not meet it for each of them."""
    pairs = [_said(child, t) for child, t in zip(owed.children, told, strict=True)]
    mains, tried = list(dict.fromkeys(main for main, _ in pairs)), list(dict.fromkeys(t for _, t in pairs if t))
    if len(mains) > 1:
        return " ".join(f"{naming.first(child)}: {main} {t}".strip() for child, (main, t) in zip(owed.children, pairs, strict=True))
    both = {1: "Last", 2: "Both last"}.get(len(told), "All last")
    main = mains[0].replace("Last", both, 1) if mains[0].startswith("Last") else mains[0]
    return " ".join([main, *tried])


def _said(child: Standing, told: Explanation) -> tuple[str, str]:
    """What it is counted from and how far it has come; and of a visit that did not meet it, why not."""
    main, found, _ = NOT_BEGUN.sub("", curly(told.sentence)).partition(NOT_ENOUGH)
    if not found:
        return main, ""
    main, _, tried = main.rpartition(". ")
    says = told.partly[-1].says if told.partly else ""
    if "visit" not in says:
        return f"{main}.", f"{tried}{NOT_ENOUGH}"
    return f"{main}.", f"{tried}, but not alone." if "was seen" in says else f"{tried}, but {naming.first(child)} was not seen."


def _with_weight(said: str) -> list[Part]:
    """The count of an overdue duty in bold, where the day is past the last one."""
    found = COUNTED.search(said)
    if not found or int(found[2]) <= int(found[3]):
        return [said]
    return [said[: found.start()], Strong(found[1]), said[found.end() :]]


def rows(found: Iterable[Owed], telling: Telling) -> tuple[DutyRow, ...]:
    """Rows that are not opened."""
    return one_first(row(owed, telling) for owed in found)


def one_first(made: Iterable[DutyRow]) -> tuple[DutyRow, ...]:
    """The same rows, of whose buttons only the first that stands out goes on standing out."""
    found = list(made)
    out = [place for place, one in enumerate(found) if one.action and one.action.primary]
    for place in out[1:]:
        found[place] = replace(found[place], action=replace(found[place].action, primary=False))
    return tuple(found)
