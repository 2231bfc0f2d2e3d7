"""What is already known around the children of a form: homes, family, plan, last visit. Read from records that were opened."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from goldthread.record.models import Standing
from goldthread.record.reading import Written
from goldthread.record.types.people import RELATION
from goldthread.web import wording
from goldthread.web.child.opening import Opened
from goldthread.web.said import Sentence, Strong

A_WEEK = 7
FEW = 2
NOT_FAMILY = ("professional",)
NUMBERED = re.compile(r"(?:^|\s)(\d{1,2})[.)]\s+")
CLOSENESS = {relation: place for place, relation in enumerate(RELATION)}
SHARED_HOME = ("home", "")
SAID_BEFORE_A_NAME = {
    "coach", "doctor", "dr", "father", "imam", "miss", "mr", "mrs", "ms", "mx", "nurse", "pastor", "prof", "professor", "rabbi", "rev", "reverend", "sister",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class PlanPoint:
    """One thing a plan says must change, and which plan says it."""

    words: str
    fresh: str


def age_soon(born: date | None, today: date, expected: date | None = None) -> str:
    """'8', and near a birthday '10, 11 tomorrow'."""
    age = wording.age(born, today, expected)
    birthday = next((day for day in (today + timedelta(days=n) for n in range(A_WEEK)) if _is_birthday(born, day)), None)
    if birthday is None or not age.isdigit():
        return age
    if birthday == today:
        return f"{age} today"
    return f"{age}, {int(age) + 1} {'tomorrow' if (birthday - today).days == 1 else f'on {birthday:%A}'}"


def _is_birthday(born: date | None, day: date) -> bool:
    return born is not None and born < day and wording.years_old(born, day) > wording.years_old(born, day - timedelta(days=1))


def places(children: Sequence[Opened], codes: dict[str, str]) -> list[tuple[str, str, str]]:
    """Where a visit may have been, with the place itself where it is known. A placement only for a child who has one."""
    known = {"home": _named(map(_home, children)), "placement": _named(map(_carer, children)), "school": _named(map(_school, children)), "elsewhere": "say where"}
    offered = [code for code in codes if code != "placement" or any(child.current("placement") for child in children)]
    return [(code, codes[code], known.get(code, "")) for code in offered]


def _named(found: Iterator[str]) -> str:
    """What is known of them, each thing once; nothing where there are too many to choose between."""
    different = dict.fromkeys(words for words in found if words)
    return ", ".join(different) if len(different) <= FEW else ""


def _home(child: Opened) -> str:
    homes = [w for w in child.current("address") if w.values.kind in SHARED_HOME and w.values.line]
    return homes[0].values.line if homes else ""


def _carer(child: Opened) -> str:
    return next((w.values.carer for w in child.current("placement")), "")


def _school(child: Opened) -> str:
    return next((w.values.school for w in child.current("schooling")), "")


def relatives(children: Sequence[Opened]) -> list[str]:
    """The family around these children by their short names, each once: the household first, then the closest.

    Those on the form itself are not among them, nor those who have died.
    """
    here = {child.child.person for child in children}
    found: dict[str, tuple[bool, int]] = {}
    for child in children:
        ties = {w.values.other_id: w.values for w in child.current("relationship") if w.values.other_id not in here and w.values.relation not in NOT_FAMILY}
        for person, standing in child.reach.standings_of(ties).items():
            if standing.forename and not (standing.died and standing.died <= child.day):
                name, place = _short(standing), (not ties[person].lives_with, CLOSENESS.get(ties[person].relation, len(CLOSENESS)))
                found[name] = min(place, found.get(name, place))
    return sorted(found, key=lambda name: (*found[name], name))


def _short(standing: Standing) -> str:
    """The first name; with the last name where the first is only what people say before it: 'Coach Ray'."""
    called = standing.forename.rstrip(".").casefold() in SAID_BEFORE_A_NAME
    return f"{standing.forename} {standing.surname}".strip() if called else standing.forename


def must_not_be_told(children: Sequence[Opened], present: Sequence[str]) -> list[tuple[str, str]]:
    """(who was there, whose address must be kept from them): to be asked about at once."""
    guarded = ((child.first, w.values.private_from) for child in children for w in child.current("address") if w.values.private_from)
    return [(name, first) for first, private_from in guarded for name in present if name.casefold() in private_from.casefold()]


def plan_points(children: Sequence[Opened], most: int = 5) -> list[PlanPoint]:
    """What the plans in force say must change, each point once."""
    plans = [w for child in children for w in child.current("protection_plan", "need_plan")]
    points: dict[str, PlanPoint] = {}
    for plan in plans:
        for number, words in _points(plan.values.must_change):
            outcome = f"outcome {number}, " if number else ""
            points.setdefault(words, PlanPoint(words, f"{outcome}{plan.kind.called} of {wording.plain_day(plan.day)}"))
    return list(points.values())[:most]


def _points(text: str) -> Iterator[tuple[str, str]]:
    """(number, words) of each point: a line, or what follows a number."""
    for line in text.splitlines():
        first, *numbered = NUMBERED.split(line)
        found = (("", first), *zip(numbered[::2], numbered[1::2], strict=True))
        yield from ((number, plain) for number, words in found if (plain := words.strip(" -•\t")))


def last_visit(child: Opened) -> tuple[Sentence, str]:
    """The last visit in a few words, and when the child was last seen, or seen alone, where that was another day."""
    visits = [w for w in child.of("visit") if w.day <= child.day]
    if not visits:
        return "No visit is recorded", ""
    last = visits[0]
    return f"{wording.short_day(last.day, child.day)}: {_outcome(last)}", _earlier(last, visits, child.day)


def _outcome(visit: Written) -> str:
    v = visit.values
    if v.child_seen is None:
        return "not said whether seen"
    if not v.child_seen:
        return "not seen"
    return {True: "seen alone", False: "seen, not alone", None: "seen"}[v.seen_alone]


def _earlier(last: Written, visits: Sequence[Written], today: date) -> str:
    seen = next((w for w in visits if w.values.child_seen), None)
    alone = next((w for w in visits if w.values.seen_alone), None)
    if seen is None:
        return "not seen on any visit recorded"
    if seen is not last:
        return f"last seen {wording.short_day(seen.day, today)}{', alone' if seen.values.seen_alone else ''}{_at(seen)}"
    if alone is None:
        return "not seen alone on any visit recorded"
    return f"last alone {wording.short_day(alone.day, today)}{_at(alone)}" if alone is not last else ""


def _at(visit: Written) -> str:
    place, where = visit.values.place, visit.values.where
    return {"school": ", at school", "home": ", at home", "placement": ", where they are placed"}.get(place, f", at {where}" if where else "")


def bold_day(day: date, today: date, before: str = "") -> Strong:
    """A day that matters most in its sentence."""
    return Strong(f"{before}{wording.long_day(day, today)}")
