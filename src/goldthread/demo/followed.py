"""Families whom an inspection's recommendations are about, some in every month around it, so that a month is more than
chance: those who expect a baby, and young people in care who turn sixteen and a half.
"""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from random import Random

from goldthread.demo.city import tell_spell, tell_way
from goldthread.demo.course import YEAR, Spell, Stay, spells
from goldthread.demo.family import Family, awaited, people, theme_for
from goldthread.demo.figures import HUMAN, LEAVES_AFTER_CARE
from goldthread.demo.leaving import sixteen_and_a_half
from goldthread.demo.office import SAFEGUARDING, Beside, Office
from goldthread.demo.sentences import Pen
from goldthread.demo.telling import WORKING, Somebody, Story

FIRST, LAST = date(2025, 9, 1), date(2026, 11, 1)  # months
BABIES, YOUNG_PEOPLE = 9, 6  # a month
OPEN = Beside(110, 90, 90)  # on the evening of the pictures
LAST_START = 23  # so that an assessment begins in the month in which the family was referred


def families(office: Office, now: datetime, seed: int) -> Iterator[Story]:
    """Their stories, up to now."""
    month = FIRST
    while month <= min(LAST, now.date()):
        rng = Random(f"followed {seed}/{month}")
        for start in sorted(_working_day(rng, month, now) for _ in range(BABIES)):
            yield _expecting(rng, start, office, now)
        for half in sorted(month + timedelta(days=rng.randint(0, 27)) for _ in range(YOUNG_PEOPLE)):
            yield _growing_up(rng, half, office, now)
        month = (month + timedelta(days=31)).replace(day=1)


def _expecting(rng: Random, start: date, office: Office, now: datetime) -> Story:
    """A family who is referred on a day and expects a baby."""
    while True:
        origin, children, parents = people(rng, start, False)
        if any(c.born > start for c in children):
            break
    awaited(rng, office.deals, children, start)
    way = _way(rng, start, children)
    family = _family(rng, office, now, start, origin, children, parents)
    tell_way(family, [s for s in way if s.start <= family.today])
    return family.story


def _way(rng: Random, start: date, children: list[Somebody]) -> list[Spell]:
    while True:
        way = spells(rng, start, children, long=False)
        if way[0].way != "refused":
            return way


def _growing_up(rng: Random, half: date, office: Office, now: datetime) -> Story:
    """A young person who has been in care for some months or some years when they are sixteen and a half on a day."""
    start = WORKING.on_or_after(half - timedelta(days=rng.randint(150, 800)))
    origin, children, parents = people(rng, start, False)
    child = children[0]
    child.born = _born(half)
    begins = WORKING.add(start, rng.randint(1, 20))
    owed = child.birthday(18) + timedelta(days=round(rng.uniform(*LEAVES_AFTER_CARE) * YEAR))
    spell = Spell(start, "care", WORKING.add(start, rng.randint(20, 44)), child.birthday(18) + timedelta(days=14))
    spell.stays = [Stay(child, begins, child.birthday(18), "E8", WORKING.on_or_after(owed))]
    family = _family(rng, office, now, start, origin, [child], parents)
    tell_spell(family, spell)
    return family.story


def _born(half: date) -> date:
    """The birthday of somebody who is sixteen and a half on a day."""
    born = date(half.year - 16 - (half.month <= 6), (half.month + 5) % 12 + 1, half.day)
    assert sixteen_and_a_half(Somebody("", "", born)) == half
    return born


def _working_day(rng: Random, month: date, now: datetime) -> date:
    days = LAST_START if (month.year, month.month) != (now.year, now.month) else min(LAST_START, now.day)
    return WORKING.on_or_after(month + timedelta(days=rng.randrange(days)))


def _family(rng: Random, office: Office, now: datetime, start: date, origin, children: list[Somebody], parents: list[Somebody]) -> Family:
    theme = theme_for(rng, children, start)
    mum, dad, gran = parents
    pen = Pen(rng, theme, mum=mum.forename, dad=dad.forename)
    return Family(rng, now, HUMAN, office, office.one_of(rng, SAFEGUARDING), pen, origin, children, mum, dad, gran)
