"""A duty as English sentences: the same on the page, in the rule book and in an inspection pack."""

import re
from collections.abc import Iterable, Iterator

from goldthread.clock.spans import Span, Unit
from goldthread.duties.shape import Birthday, Duty, Local, Stage, Step, Trigger, birthdays, stages, triggers, until
from goldthread.duties.words import Episode

_GENERAL = re.compile(r"\b[Tt]he (child|young person|baby)\b(?! in need)")


def sentence(duty: Duty) -> str:
    """The duty in one sentence: what to do, by when, counted from what."""
    return f"{duty.says}: {_when(duty)}."


def account(duty: Duty) -> list[str]:
    """The duty in full: the sentence, what meets it, what does not, what ends it, who answers for it."""
    said = [sentence(duty), f"What meets it: {either(until_says(duty))}."]
    if duty.partly:
        said.append(f"Not enough by itself: {either(word.says for word in duty.partly)}.")
    if duty.unless:
        said.append(f"No longer owed once {either(word.says for word in duty.unless)}.")
    said.append(f"Owed by {duty.owed_by}. {sentence_case(duty.owner.says)} answers for it.")
    if duty.note:
        said.append(duty.note)
    return said


def until_says(duty: Duty) -> list[str]:
    return [word.says for word in until(duty)]


def either(parts: Iterable[str]) -> str:
    """'a, b or c'."""
    listed = list(dict.fromkeys(parts))
    return listed[0] if len(listed) == 1 else ", ".join(listed[:-1]) + f" or {listed[-1]}"


def sentence_case(text: str) -> str:
    """The text with a capital letter first."""
    return text[:1].upper() + text[1:]


def named(text: str, name: str) -> str:
    """The text about one person by name, where it says 'the child'."""
    return _GENERAL.sub(lambda _: name, text) if name else text


def _when(duty: Duty) -> str:
    if duty.holds:
        number = duty.steps[0].within
        allowed = isinstance(number, Local) or number.number
        return f"{_while(duty)}, " + (f"with no gap of more than {number}" if allowed else "without a gap")
    if duty.every is not None:
        return _repeating(duty)
    counted_from = "the day it first began" if duty.from_start else f"the day {_opens(duty)}"
    where = f"{_while(duty)}, " if duty.when and stages(duty) else ""
    return where + _within(duty.steps[0], counted_from, duty) + "".join(_limits(duty))


def _within(step: Step, counted_from: str, duty: Duty) -> str:
    """'within 10 working days of the day …'; a yearly day is one by which, not a length within which."""
    span = step.within.usual if isinstance(step.within, Local) else step.within
    if span.unit is Unit.YEARLY:
        return f"by {str(step.within).removeprefix('until ')} after {counted_from}"
    in_total = f" in total in any {duty.in_any}" if duty.in_any else ""
    return f"within {_span(step)}{in_total} of {counted_from}"


def _limits(duty: Duty) -> Iterator[str]:
    """What makes it due on another day than its span does."""
    if duty.before and duty.ahead:
        yield f", or, where one is booked, {_length(duty.ahead)} before the day {duty.before.says}"
    elif duty.before:
        yield f", and no later than the day {duty.before.says}"
    if duty.no_later:
        yield f", and no later than {duty.no_later}"
    if duty.by_age is not None:
        yield f", and no later than the day before the birthday at {duty.by_age}"
    if duty.dated:
        yield f", or on the day {duty.dated.says}, where one was set"


def _length(number: Span | Local) -> str:
    return str(number).replace(", counted back", "")


def _repeating(duty: Duty) -> str:
    where = f"{_while(duty)}, " if stages(duty) else ""
    again = f"each time {either(until_says(duty))}"
    start = _start(duty)
    counted_from = (
        again if {t.word for t in triggers(duty)} <= set(until(duty)) and duty.when else f"{start}, then of {again}"
    )
    if len(duty.steps) == 1:
        return where + _within(duty.steps[0], counted_from, duty) + "".join(_limits(duty))
    spans = "; ".join(f"{_span(step)} ({step.says})" if step.says else _span(step) for step in duty.steps)
    return f"{where}within so long of {counted_from}: {spans}" + "".join(_limits(duty))


def _span(step: Step) -> str:
    said = str(step.within)
    return f"{said}," if "," in said else said


def _start(duty: Duty) -> str:
    return f"the day {_opens(duty)}" if duty.when else "its beginning"


def _while(duty: Duty) -> str:
    said = f"while {either(stage.says for stage in stages(duty))}"
    if duty.outside:
        said += f", except while {either(episode.says for episode in duty.outside)}"
    return said


def _opens(duty: Duty) -> str:
    if duty.when:
        said = [_trigger_says(t) for t in triggers(duty)]
        ages = birthdays(duty)
        return either([*said, Birthday(ages).says] if ages else said)
    return either(_begins(stage) for stage in stages(duty))


_NTH = {2: "second", 3: "third", 4: "fourth", 5: "fifth"}


def _trigger_says(trigger: Trigger) -> str:
    said = trigger.word.says
    if trigger.times > 1 and trigger.in_last:
        said = f"{said} for the {_NTH.get(trigger.times, f'{trigger.times}th')} time in {trigger.in_last}"
    return f"{said} (unless {trigger.unless.says} already)" if trigger.unless else said


def _begins(stage: Stage) -> str:
    return stage.begins.says if isinstance(stage, Episode) else stage.says
