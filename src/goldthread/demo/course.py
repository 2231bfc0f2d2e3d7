"""The way of one family through the service: only days, drawn before anything is written.

Drawing is cheap, so ways are drawn over a long past and only those that touch the years of the city are told.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from random import Random

from goldthread.demo import figures
from goldthread.demo.telling import WORKING, Somebody

YEAR = 365.25
THIRTEEN_WEEKS = timedelta(weeks=13)
EXPECTED_FOR = timedelta(weeks=26)  # how long before the birth a baby can be known of
SOON = 14


@dataclass(slots=True)
class Stay:
    """One child's time in care: how it ends, and until when leaving care services are then owed."""

    child: Somebody
    start: date
    until: date
    reason: str
    owed_until: date | None = None


@dataclass(slots=True)
class Spell:
    """One time that a family is open, from referral to closing."""

    start: date
    way: str
    assessed: date
    end: date
    enquiry: date | None = None
    conference: date | None = None
    protection: tuple[date, date] | None = None
    need: tuple[date, date] | None = None
    stays: list[Stay] = field(default_factory=list)

    @property
    def last(self) -> date:
        """The last day on which anything of it is open."""
        return max([self.end, *(s.owed_until or s.until for s in self.stays)])

    def stay(self, child: Somebody) -> Stay | None:
        return next((s for s in self.stays if s.child is child), None)

    def concerns(self, child: Somebody) -> bool:
        """Whether a child of the family was there, or on the way, and young enough."""
        return child.born - EXPECTED_FOR <= self.start < child.birthday(18) - timedelta(days=60)

    def ends(self, child: Somebody) -> date:
        """When the work with this child closes: for a child in care soon after care ends."""
        stay = self.stay(child)
        if stay:
            return min(self.end, max(stay.until, self.assessed) + timedelta(days=SOON))
        return self.need[1] + timedelta(days=SOON) if self.stays and self.need else self.end


def pick(rng: Random, weighted: Sequence[tuple]):
    """One of (thing, weight)."""
    return rng.choices([thing for thing, _ in weighted], [weight for _, weight in weighted])[0]


def years(rng: Random, shortest: float, longest: float) -> timedelta:
    return timedelta(days=round(rng.uniform(shortest, longest) * YEAR))


def spells(rng: Random, start: date, children: Sequence[Somebody], long: bool, alone: bool = False) -> list[Spell]:
    """All spells of a family first referred on a day, whatever day it is today."""
    found: list[Spell] = []
    while True:
        there = [c for c in children if Spell(start, "", start, start).concerns(c)]
        if not there:
            return found
        found.append(_spell(rng, start, there, long, alone))
        after = _back(rng, found[-1])
        if after is None:
            return found
        start, alone = max([after, *(c.born for c in children if c.born > found[0].start)]), False  # not twice in one pregnancy


def _back(rng: Random, spell: Spell) -> date | None:
    """When the family is referred again, if they are."""
    chance = rng.random()
    if chance < figures.BACK_WITHIN_A_YEAR:
        return spell.end + timedelta(days=rng.randint(8, 300))
    if chance < figures.BACK_WITHIN_A_YEAR + figures.BACK_LATER:
        return spell.end + timedelta(days=rng.randint(370, 1500))
    return None


def _spell(rng: Random, start: date, children: list[Somebody], long: bool, alone: bool) -> Spell:
    way = "care" if alone else _way(rng, start, children)
    in_time = rng.random() < figures.ASSESSMENT_IN_TIME
    length = min(45, round(rng.triangular(12, 52, 42))) if in_time else 46 + round(rng.expovariate(1 / 14))
    spell = Spell(start, way, WORKING.add(start, length), start)
    return {"refused": _refused, "assessed": _assessed, "need": _needed, "protection": _protected, "care": _cared}[way](
        rng, spell, children, long or alone
    )


def _way(rng: Random, start: date, children: list[Somebody]) -> str:
    """What comes of it; care comes more often to babies and to young people."""
    age = max(0, min((start - c.born).days for c in children) / YEAR)
    factor = next(f for below, f in figures.CARE_BY_AGE if age < below or below == 18)
    return pick(rng, [(way, w * factor if way == "care" else w) for way, w in figures.WAYS])


def _refused(rng: Random, spell: Spell, children, long: bool) -> Spell:
    return replace(spell, end=WORKING.add(spell.start, 1))


def _assessed(rng: Random, spell: Spell, children, long: bool) -> Spell:
    return _with_enquiry(rng, replace(spell, end=WORKING.add(spell.assessed, rng.randint(1, 4))))


def _with_enquiry(rng: Random, spell: Spell) -> Spell:
    if rng.random() < figures.ENQUIRY_WITHOUT_CONFERENCE:
        spell.enquiry = WORKING.add(spell.start, rng.randint(1, 8))
    elif rng.random() < figures.CONFERENCE_WITHOUT_PLAN:
        spell.enquiry = WORKING.add(spell.start, rng.randint(1, 8))
        spell.conference = _conference(rng, spell.enquiry)
    return spell


def _conference(rng: Random, enquiry: date) -> date:
    in_time = rng.random() < figures.CONFERENCE_IN_TIME
    return WORKING.add(enquiry, rng.randint(10, 15) if in_time else rng.randint(16, 30))


def _needed(rng: Random, spell: Spell, children, long: bool) -> Spell:
    lasts = years(rng, *figures.NEED_LONG) if long else timedelta(
        days=max(28, round(rng.lognormvariate(0, figures.NEED_SPREAD) * figures.NEED_MEDIAN * YEAR)))  # fmt: skip
    until = WORKING.on_or_after(spell.assessed + lasts)
    return _with_enquiry(rng, replace(spell, need=(spell.assessed, until), end=WORKING.add(until, rng.randint(1, 8))))


def _protected(rng: Random, spell: Spell, children, long: bool) -> Spell:
    enquiry = WORKING.add(spell.start, rng.randint(0, 15))
    begins = _conference(rng, enquiry)
    until = WORKING.on_or_after(begins + years(rng, *pick(rng, figures.PLAN_LENGTHS)))
    spell = replace(spell, enquiry=enquiry, conference=begins, protection=(begins, until), end=WORKING.add(until, 8))
    if rng.random() < figures.STEPS_DOWN:
        spell.need = (until, WORKING.on_or_after(until + years(rng, *figures.STEP_DOWN_LENGTH)))
        spell.end = WORKING.add(spell.need[1], rng.randint(1, 8))
    return spell


def _cared(rng: Random, spell: Spell, children: list[Somebody], alone: bool) -> Spell:
    if not alone and rng.random() < figures.CARE_AFTER_PLAN:
        spell = _protected(rng, spell, children, False)
        begins = WORKING.on_or_after(spell.protection[0] + (spell.protection[1] - spell.protection[0]) * rng.uniform(0.4, 0.9))
        spell = replace(spell, protection=(spell.protection[0], begins), need=None)
    else:
        begins = spell.start if alone else WORKING.on_or_after(spell.start + timedelta(days=rng.randint(0, 70)))
    first = rng.choice(children)
    for child in children:
        comes = child is first or rng.random() < figures.SIBLING_COMES_TOO
        if comes and child.born <= begins < child.birthday(18) - timedelta(days=30):
            spell.stays.append(_stay(rng, begins, child, alone))
    at_home = WORKING.on_or_after(max(begins, spell.assessed) + years(rng, *figures.STEP_DOWN_LENGTH))
    until = max([s.until for s in spell.stays] + [at_home])
    return replace(spell, need=(max(begins, spell.assessed), at_home), end=WORKING.add(max(until, spell.assessed), SOON))


def _stay(rng: Random, begins: date, child: Somebody, alone: bool) -> Stay:
    grown = child.birthday(18)
    ways = next(w for below, w in figures.WAYS_OUT if child.age(begins) < below)
    out = pick(rng, [(w, w.share) for w in ways])
    until = WORKING.on_or_after(begins + years(rng, out.shortest, out.longest))
    if alone or out.reason == figures.EIGHTEEN or until >= grown - timedelta(days=14):
        reason = rng.choice(("E5", "E5", "E17", "E8"))
        owed = WORKING.on_or_after(grown + years(rng, *figures.LEAVES_AFTER_CARE)) if grown - begins > THIRTEEN_WEEKS else None
        return Stay(child, begins, grown, reason, owed)
    return Stay(child, begins, until, out.reason)


def touches(found: Sequence[Spell], first: date, today: date) -> bool:
    """Whether any of it was open in the years of the city."""
    return any(s.start <= today and s.last >= first for s in found)
