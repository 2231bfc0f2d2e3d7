"""The course of a duty as a small line: what opens it, how long it may take, what is then due, whether it comes again,
who is told when it is late. Drawn from the rule itself: as text in the rule book, as a picture on a page."""

from dataclasses import dataclass

from goldthread.clock.spans import Span
from goldthread.duties.sentence import until_says
from goldthread.duties.shape import Birthday, Duty, Local, Stage, birthdays, stages, triggers
from goldthread.duties.words import Episode


@dataclass(frozen=True, slots=True)
class Leg:
    """One interval: its length, what is said of it ('the first review'), and whether the number is local."""

    length: str
    says: str
    local: bool


@dataclass(frozen=True, slots=True)
class Course:
    """`opens` and `due` in words; `legs` in order; `again` where meeting it opens it anew; `back` where it is counted from an
    event backwards; `limits` what else sets the day; `climbs` who is told, each with when."""

    opens: str
    legs: tuple[Leg, ...]
    due: str
    again: bool
    back: bool
    without_a_gap: bool
    limits: tuple[str, ...]
    climbs: tuple[str, ...]


def course(duty: Duty) -> Course:
    """The course of a duty, in the fewest words that tell it."""
    back = duty.before is not None and duty.ahead is not None
    return Course(
        opens=_opens(duty),
        legs=tuple(_leg(step.within, step.says) for step in duty.steps),
        due=" / ".join(until_says(duty)[:2]) + (" …" if len(until_says(duty)) > 2 else ""),
        again=duty.every is not None,
        back=back,
        without_a_gap=duty.holds is not None,
        limits=tuple(_limits(duty)),
        climbs=tuple(str(rung) for rung in duty.climbs.rungs),
    )


def _leg(number: Span | Local, says: str) -> Leg:
    span = number.usual if isinstance(number, Local) else number
    return Leg(str(span), says, isinstance(number, Local))


def _opens(duty: Duty) -> str:
    said = [trigger.word.says for trigger in triggers(duty)] if duty.when else [_stage(stage) for stage in stages(duty)]
    ages = birthdays(duty)
    said += [Birthday(ages).says] if ages else []
    return " / ".join(said[:2]) + (" …" if len(said) > 2 else "")


def _stage(stage: Stage) -> str:
    return stage.begins.says if isinstance(stage, Episode) else stage.says


def _limits(duty: Duty) -> list[str]:
    said = []
    if duty.before:
        ahead = f"{str(duty.ahead).replace(', counted back', '')} before" if duty.ahead else "no later than"
        said.append(f"{ahead} {duty.before.says}")
    if duty.no_later:
        said.append(f"no later than {duty.no_later.reached.usual} of pregnancy")
    if duty.by_age is not None:
        said.append(f"before the birthday at {duty.by_age}")
    if duty.dated:
        said.append("or on the day set")
    return said


def as_text(duty: Duty) -> str:
    """The course in one line of plain characters: 'received |--1 working day--> decided'."""
    found = course(duty)
    again = " (again)" if found.again else ""
    limits = "".join(f"; {limit}" for limit in found.limits)
    if found.without_a_gap:
        return f"{found.opens} |=={found.due}, gap at most {found.legs[0].length}==>{limits}"
    legs = "".join(f"|--{_leg_text(leg)}--> " for leg in found.legs)
    return f"{found.opens} {legs}{found.due}{again}{limits}"


def _leg_text(leg: Leg) -> str:
    return leg.length + (f" ({leg.says})" if leg.says else "") + (" local" if leg.local else "")
