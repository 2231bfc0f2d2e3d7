"""Claims and histories for tests, as short as they can be said; random ones from a seed."""

import random
from datetime import date, timedelta

from goldthread.inspection.facts import FRAMEWORKS
from goldthread.inspection.history import History, doubts, gathering
from goldthread.inspection.history.scales import OVERALL, SCALES, scale_of
from goldthread.inspection.history.values import (
    DAY,
    EVENT,
    JUDGEMENT,
    MEASURES,
    MONTH,
    RAN,
    REPORT,
    SINCE,
    UNREAD,
    YEAR,
    Claim,
    Source,
    When,
)

TODAY = date(2026, 11, 20)
FORMS = {  # what each form judges
    "sif": (OVERALL, "help_and_protection", "in_care", "adoption", "care_leavers", "leaders_impact"),
    "ilacs_2018": (OVERALL, "leaders_impact", "help_and_protection", "in_care_and_care_leavers"),
    "ilacs_2023": (OVERALL, "leaders_impact", "help_and_protection", "in_care", "care_leavers"),
    "ilacs_2026": ("leaders_impact", "help_and_protection", "in_care", "care_leavers"),
    "lac_2013": (OVERALL, "capacity_to_improve", "outcomes", "quality_of_provision", "leaders_impact"),
    "lscb": ("lscb",),
}
USED = {  # the days on which each form was used
    "lac_2013": (date(2009, 5, 1), date(2013, 10, 1)), "sif": (date(2013, 11, 20), date(2017, 12, 20)), "lscb": (date(2013, 11, 20), date(2017, 12, 20)),
    "ilacs_2018": (date(2018, 1, 20), date(2022, 12, 20)), "ilacs_2023": (date(2023, 1, 9), date(2026, 3, 20)),
    "ilacs_2026": (date(2026, 4, 13), date(2026, 11, 6)),
}  # fmt: skip


def on(*day):
    return When(date(*day))


def year(first, until=None):
    return When(date(first, 1, 1), date(until, 12, 31) if until else None, YEAR)


def source(name="BBC", told=None, kind="press"):
    return Source(name, told, kind)


def judged(scale, when, grade="good", area=OVERALL, published=None, by="Ofsted report"):
    told = Source(by, When(published) if published else None, REPORT)
    return Claim(JUDGEMENT, when, scale=scale, area=area, grade=grade, sources=(told,), published=published)


def report(scale, when, published=None, by="Ofsted report", **grades):
    """The judgements of one inspection; `overall` for that of the whole."""
    return [judged(scale, when, grade, OVERALL if area == "overall" else area, published, by) for area, grade in grades.items()]


def since(first, *names, grade="inadequate"):
    return Claim(SINCE, year(first), grade=grade, sources=tuple(source(name) for name in names))


def event(when, words, short=""):
    return Claim(EVENT, when, words, short, sources=(source(),))


def history(claims, columns=(), name="Wrenford"):
    """A history as the page makes it, without a database."""
    found = gathering.settled(claims)
    judged = gathering.inspections(found)
    return History(name, name.lower(), found, tuple(judged), tuple(columns), tuple(doubts.disagreements(found, judged, columns)),
                   tuple(doubts.unknowns(found, judged, columns)), tuple(doubts.comparing(judged)))  # fmt: skip


def at_random(seed):
    """A history that could be: some forms, some old scales, claims, events and measures, as many as chance will have."""
    chance = random.Random(seed)
    claims = []
    for form in chance.sample(list(FORMS), chance.randint(0, 4)):
        for _ in range(chance.choice((1, 1, 2, 3, 9))):
            claims += _inspection(form, chance)
    if chance.random() < 0.5:
        claims += _before(chance)
    if chance.random() < 0.4:
        claims += [since(chance.randint(2005, 2019), *chance.sample(["BBC", "ITV", "the council’s own history of itself"], chance.randint(1, 3))) for _ in range(3)]
    if chance.random() < 0.3:
        claims += [Claim(JUDGEMENT, _day(chance, date(2006, 1, 1), TODAY), "listed", grade=UNREAD, sources=(source(),)) for _ in range(chance.randint(1, 2))]
    claims += [_event(chance) for _ in range(chance.choice((0, 0, 1, 4, 12)))]
    claims += [_measure(chance) for _ in range(chance.choice((0, 0, 1, 2)))]
    claims += _ran(chance)
    return claims


def _day(chance, first, last):
    day = first + timedelta(days=chance.randint(0, (last - first).days))
    return When(day, day + timedelta(days=chance.choice((4, 11))))


def _inspection(form, chance):
    when, scale = _day(chance, *USED[form]), scale_of(form)
    return [judged(form, when, chance.choice(scale.grades)[0], area) for area in FORMS[form]]


def _before(chance):
    for _ in range(chance.randint(1, 6)):
        scale = chance.choice(("serving", "capacity", "stars", "words"))
        when = year(chance.randint(1998, 2008))
        grade = chance.choice(SCALES[scale].grades)[0] if SCALES[scale].grades else ""
        yield Claim(JUDGEMENT, when, chance.choice(("in words", "serious weaknesses in the whole of the service and in every part of it")), scale=scale, grade=grade, sources=(source(),))


def _event(chance):
    words = chance.choice(("a trust takes over", "monitoring visit", "a commissioner is appointed by the government and reports in three months",
                           "a very long sentence about what a council did, how it went about it, who was asked, and what came of it in the end"))  # fmt: skip
    day = date(2000, 1, 1) + timedelta(days=chance.randint(0, 26 * 365))
    return event(When(min(day, TODAY), exact=chance.choice((DAY, MONTH, YEAR))), words)


def _measure(chance):
    first = chance.randint(1999, 2026)
    return Claim(MEASURES, year(first, chance.choice((None, first + 2))), chance.choice(("special measures", "a direction")), sources=(source(),))


def _ran(chance):
    years = sorted(chance.sample(range(1999, 2026), chance.choice((0, 1, 2, 3))))
    return [Claim(RAN, year(first), f"Whoever ran it from {first}", "Somebody", sources=(source(),)) for first in years]


assert set(FORMS) - {"sif", "lscb", "ilacs_2026"} <= set(FRAMEWORKS)
