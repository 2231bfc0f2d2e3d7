"""A city that does not exist, told family by family and never all in memory: the same for the same seed."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from random import Random

from goldthread.demo import figures
from goldthread.demo.around import apart, hold, homes, introduce
from goldthread.demo.care import in_care
from goldthread.demo.course import Spell, spells, touches
from goldthread.demo.family import Family, awaited, people, theme_for
from goldthread.demo.figures import HUMAN, Habits
from goldthread.demo.front import assess, close, contacts, enquire, refer, warn
from goldthread.demo.helping import help_early
from goldthread.demo.improving import let_slip
from goldthread.demo.leaving import leaving
from goldthread.demo.office import IN_CARE, SAFEGUARDING, Office
from goldthread.demo.plans import conference, core_groups, need_plan, protection_plan
from goldthread.demo.regular import looks, notes, visits
from goldthread.demo.sentences import Pen
from goldthread.demo.telling import Somebody, Story, Told

FURTHEST_BACK = timedelta(days=round(25 * 365.25))  # somebody who came into care as a baby may still be owed leaving care
CLOSED_BECAUSE = {"refused": "RC8", "assessed": "RC8", "need": "RC7", "protection": "RC7", "care": "RC7"}
AFTER_CARE = {"E11": "RC1", "E46": "RC4", "E47": "RC4"}


def stories(children: int, years: float, seed: int, office: Office, now: datetime, habits: Habits = HUMAN) -> Iterator[Story]:
    """Stories of families with about so many children who were known to the service in the last so many years."""
    told, number = 0, 0
    while told < children:
        number += 1
        story = _story(Random(f"{seed}/{number}"), years, office, now, habits)
        if story is not None:
            told += sum(1 for p in story.people if any(t.about is p and t.type == "referral" for t in story.told))
            yield story


def _story(rng: Random, years: float, office: Office, now: datetime, habits: Habits) -> Story | None:
    """One family, or nothing if the way drawn for them lies outside the years of the city."""
    today = now.date()
    first = today - timedelta(days=round(years * 365.25))
    start = today - timedelta(days=rng.randint(0, (today - first + FURTHEST_BACK).days))
    alone = rng.random() < figures.UNACCOMPANIED / 100
    origin, children, (mum, dad, gran) = people(rng, start, alone)
    awaited(rng, office.deals, children, start)
    theme = theme_for(rng, children, start)
    way = spells(rng, start, children, bool(theme.get("long")), alone)
    if not touches(way, first, today):
        return None
    squad = office.one_of(rng, SAFEGUARDING)
    pen = Pen(rng, theme, mum=mum.forename, dad=dad.forename)
    family = Family(rng, now, habits, office, squad, pen, origin, children, mum, dad, gran, alone)
    tell_way(family, [s for s in way if s.start <= today])
    return family.story


def tell_spell(f: Family, spell: Spell) -> None:
    """A family with one spell of work, told from the first call."""
    tell_way(f, [spell])


def tell_way(f: Family, way: list[Spell]) -> None:
    """A family with all its spells of work, the first first."""
    f.children = [c for c in f.children if any(s.concerns(c) for s in way)]
    introduce(f, way[0].start)
    homes(f, way[0].start, [stay for spell in way for stay in spell.stays])
    before: date | None = None
    for spell, following in zip(way, [*(s.start for s in way[1:]), date.max], strict=True):
        _drift(f, spell, following)
        _spell(f, spell, [c for c in f.children if spell.concerns(c)], before)
        before = spell.end
    if f.habits.late:
        let_slip(f, f.today)
    help_early(f)


def _drift(f: Family, spell: Spell, following: date) -> None:
    """Sometimes the work is done and nobody closes it."""
    longer = spell.end + timedelta(days=f.rng.randint(60, 200))
    if spell.end <= f.today and longer < following and not spell.stays and f.rng.random() < f.habits.drift:
        spell.end = longer


def _spell(f: Family, spell: Spell, children: list[Somebody], before: date | None) -> None:
    for child in children:
        contacts(f, child, spell, before)
    referrals = [(child, refer(f, child, spell)) for child in children]
    if spell.way != "refused":
        _held(f, spell, children)
        for child, referral in referrals:
            if referral is not None:
                _child(f, spell, child, referral)
        _together(f, spell, children)


def _held(f: Family, spell: Spell, children: list[Somebody]) -> None:
    """Children at home stay with the patch; a child in care goes to the children in care team after half a year."""
    at_home = [c for c in children if spell.stay(c) is None]
    if at_home:
        hold(f, at_home, f.patch, spell.start, spell.ends(at_home[0]))
    for stay in spell.stays:
        ends = spell.ends(stay.child)
        moves = min(stay.start + timedelta(days=180), ends)
        hold(f, [stay.child], f.patch, spell.start, moves)
        if moves < ends:
            hold(f, [stay.child], f.office.one_of(f.rng, IN_CARE), moves, ends, waits=False)


def _child(f: Family, spell: Spell, child: Somebody, referral: Told) -> None:
    stay, ends = spell.stay(child), spell.ends(child)
    assess(f, child, spell, referral, [str(factor) for factor in f.pen.theme["factors"]])
    enquire(f, child, spell, referral)
    conference(f, child, spell)
    if spell.protection:
        protection_plan(f, child, spell, referral, sum(1 for _ in f.story.of(child, "protection_plan")))
    if spell.need and stay is None:
        need_plan(f, child, spell, referral)
    if stay is not None:
        apart(f, stay)
        in_care(f, child, stay)
        leaving(f, child, stay)
    looks(f, child, spell.start, (stay and stay.owed_until) or ends, 27 if spell.protection else 41 if stay else 55)
    notes(f, child, spell.start, ends, 75)
    warn(f, child, spell.start, ends)
    close(f, child, ends, referral, spell, AFTER_CARE.get(stay.reason, "RC7") if stay else CLOSED_BECAUSE[spell.way])


def _together(f: Family, spell: Spell, children: list[Somebody]) -> None:
    """Visits and core groups for brothers and sisters who are at home at once."""
    at_home = [c for c in children if spell.stay(c) is None]
    begun = min([spell.assessed, spell.ends(children[0]), *(s.start for s in spell.stays), *(p[0] for p in (spell.protection,) if p)])
    visits(f, children, spell.start, begun, 24, first=9)
    if spell.protection:
        visits(f, children, spell.protection[0], spell.protection[1], 14)
        core_groups(f, children, *spell.protection)
    if spell.need and at_home:
        visits(f, at_home, spell.need[0], spell.need[1], 28)
