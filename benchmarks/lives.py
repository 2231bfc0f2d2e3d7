"""Lives that could be, in words alone: a few thousand of them, from which a nation is made by moving them in time.

Days are counted from the life's own first day. What the chapters below do not speak of is spoken by the rules themselves:
for each duty written in other words, something that opens it and, mostly in time, something that meets it.
"""

from collections.abc import Callable, Iterable
from functools import cache
from random import Random

from benchmarks.life import Life
from goldthread.duties.rules import RULES
from goldthread.duties.shape import Duty, stages, triggers, until
from goldthread.duties.words import EPISODES, WORDS
from goldthread.duties.words.kinds import CHILD, Word

OTHERS = 0.05  # of the people are carers, adults, workers and homes, where there are words of them
YEARS = 9

Chapter = Callable[[Life, int, int], None]


def child(chance: Random) -> Life:
    """A child: some are known for a month, some for all of their years with us, and go through every service."""
    life = Life(chance)
    if life.one_in(30):
        life.say(20, "person.expected")
        life.say(life.days(150, 190), "person.born")
    else:
        life.say(-life.days(0, 17 * 365), "person.born")
        life.rows = [row._replace(recorded=600) for row in life.rows]  # written down when the child is first known
    day = 0
    while day < YEARS * 365:
        day = _need(life, day) + life.days(60, 900)
    if life.one_in(500):
        life.say(life.days(10, YEARS * 365), "person.died")
    _spoken_by_rules(life, CHILD)
    life.correct()
    return life


def other(chance: Random, about: str) -> Life:
    """A carer, an adult who works with children, a worker of the service or a home."""
    life = Life(chance)
    for _ in range(3):
        _spoken_by_rules(life, about)
    life.correct()
    return life


def _need(life: Life, day: int) -> int:
    """From a contact to the closing, with whatever comes between. Gives its last day."""
    contact = life.say(day, "contact.received", at=True)
    life.say(day + life.days(0, 2), "contact.decided", at=True, key=contact)
    if life.one_in(1.8):
        return day
    referral = life.say(day, "referral.received", at=True)
    decided = day + life.days(0, 3)
    life.say(decided, "referral.decided", at=True, key=referral)
    length = life.chance.choice((40, 70, 120, 200, 400, 700, 1200, 1900))
    over = decided + length
    life.episode("need", decided, over)
    _workers(life, decided, over, "social_worker")
    life.every(decided, over, 42, "oversight.recorded")
    assessed = decided + life.days(20, 60)
    life.episode("assessment", decided, assessed)
    life.say(decided + life.days(1, 12), "assessment.child_seen", "visit.made", "visit.child_seen")
    if length > 60:
        chapters: tuple[Chapter, ...] = (_need_plan, _protection, _care, _need_plan)
        life.chance.choice(chapters)(life, assessed, over)
    if life.one_in(3):
        warning = life.say(decided + life.days(1, length), "warning.raised", at=True)
        life.say(decided + life.days(1, length), "warning.answered", at=True, key=warning)
    return over


def _workers(life: Life, begins: int, ends: int, role: str) -> None:
    day = begins + life.days(0, 5)
    while day < ends:
        until_day = min(ends, day + life.days(100, 700))
        life.episode(role, day, until_day)
        day = until_day + life.chance.choice((0, 0, 0, 1, 4))


def _visits(life: Life, begins: int, ends: int, span: int) -> None:
    day = begins + life.days(1, span)
    while day <= ends:
        words = ["visit.made"] + ["visit.seen_unsaid" if life.one_in(25) else "visit.child_seen"] * (not life.one_in(12))
        if "visit.child_seen" in words:
            words += ["visit.alone_unsaid"] if life.one_in(20) else ["visit.seen_alone"] * (not life.one_in(2.5))
        key = life.say(day, *words, at=life.one_in(2))
        if not life.one_in(15):
            life.say(day + life.days(0, 3), "visit.written_up", at=True, key=key)
        day += max(1, round(span * life.chance.choice((0.7, 0.9, 1.0, 1.0, 1.3))))


def _need_plan(life: Life, begins: int, ends: int) -> None:
    life.episode("need_plan", begins, ends)
    life.every(begins, ends, 84, "need_plan.reviewed")
    _visits(life, begins, ends, 28)


def _protection(life: Life, begins: int, ends: int) -> None:
    life.say(begins, "strategy.held", "strategy.enquiry_agreed", at=True)
    life.episode("enquiry", begins, begins + life.days(10, 20))
    held = begins + life.days(9, 24)
    life.say(held - 2, "conference.report_shared")
    life.say(held, "conference.initial_held")
    life.episode("protection_plan", held, ends)
    life.every(held, ends, 28, "core_group.held")
    life.every(held, ends, 160, "conference.review_held")
    _visits(life, held, ends, 13)


def _care(life: Life, begins: int, ends: int) -> None:
    life.episode("looked_after", begins, ends)
    _homes(life, begins, ends)
    _workers(life, begins, ends, "reviewing_officer")
    life.episode("legal_status", begins, begins + 200 if ends > begins + 200 else ends)
    if ends > begins + 200:
        life.episode("legal_status", begins + 200, ends)
    life.say(begins + life.days(1, 14), "care_plan.made")
    life.every(begins, ends, 150, "review.held")
    life.say(begins + life.days(1, 9), "health.requested")
    life.every(begins, ends, 330, "health.assessed")
    life.every(begins, ends, 300, "health.teeth_checked")
    life.every(begins, ends, 180, "education_plan.made")
    if life.one_in(3):
        _missing(life, begins, ends)
    if life.one_in(4):
        _leaving(life, begins, ends)


def _homes(life: Life, begins: int, ends: int) -> None:
    """Placements one after the other, a few of them of a kind that has duties of its own."""
    day = begins
    while day < ends:
        until_day = min(ends, day + life.chance.choice((3, 20, 90, 300, 900)))
        key = life.episode("placement", day, until_day)
        life.say(day + life.days(0, 9), "placement.plan_made", key=key)
        life.say(day + life.days(0, 9), "placement.notified", key=key)
        if life.one_in(9):
            special = ("parents_placement", "care_order_at_home", "interim_order_at_home", "outside_approval", "temporary_approval")
            life.episode(life.chance.choice(special), day, until_day)
        if life.one_in(12):
            broken = life.say(day, "schooling.broken")
            life.say(day + life.days(5, 60), "schooling.found", key=broken)
        if until_day - day > 300:
            life.say(day + 250, "placement.permanence_agreed", key=key)
        _visits(life, day, until_day, 38)
        day = until_day


def _missing(life: Life, begins: int, ends: int) -> None:
    day = begins + life.days(5, 200)
    while day < ends and len(life.rows) < 900:
        found = day + life.days(0, 4)
        key = life.episode("missing", day, found, at=True)
        word = "return_interview.declined" if life.one_in(4) else "return_interview.held"
        life.say(found + life.days(0, 6), word, at=True, key=key)
        day = found + life.days(3, 150)


def _leaving(life: Life, begins: int, ends: int) -> None:
    life.say(begins + life.days(10, 120), "pathway.needs_assessed")
    life.say(begins + life.days(60, 180), "pathway_plan.made")
    life.every(begins + 180, ends + 700, 170, "pathway_plan.reviewed")
    life.episode("leaving_care", ends, ends + life.days(300, 1200))
    _workers(life, ends, ends + 700, "personal_adviser")
    life.every(ends, ends + 900, 50, "leaving_care.in_touch")


@cache
def _told() -> frozenset[str]:
    """Every word that the chapters say, found by telling many lives without what the rules add."""
    return frozenset(row.word for seed in range(300) for row in _chapters_only(Random(seed)).rows)


def _chapters_only(chance: Random) -> Life:
    life = Life(chance)
    life.say(0, "person.born", "person.expected", "person.died")
    for day in range(0, 3000, 1000):
        _need(life, day)
    return life


@cache
def _others_of(about: str) -> tuple[Duty, ...]:
    """The duties that speak of such people in words that no chapter says."""
    words = {name for name, word in WORDS.items() if word.about == about} - _told()
    return tuple(duty for duty in RULES if words & {word.name for word in _words_of(duty)})


def _words_of(duty: Duty) -> Iterable[Word]:
    yield from (trigger.word for trigger in triggers(duty) if hasattr(trigger, "word"))
    yield from until(duty)
    yield from (episode.begins for episode in _episodes(duty))
    yield from (word for word in (duty.before, duty.dated, *duty.unless, *duty.unsure) if word)


def _episodes(duty: Duty) -> list:
    return [getattr(stage, "episode", stage) for stage in stages(duty)]


def _spoken_by_rules(life: Life, about: str) -> None:
    """Some of the other duties, each opened on some day and mostly met."""
    duties = _others_of(about)
    for duty in life.chance.sample(duties, min(len(duties), 1 + len(duties) // 16)):
        _duty(life, duty, life.days(0, YEARS * 365))


def _duty(life: Life, duty: Duty, day: int) -> None:
    told, opens = _told(), [t.word.name for t in triggers(duty) if hasattr(t, "word")]
    ends = day + life.days(20, 700)
    dated, key = duty.dated, None
    for episode in _episodes(duty):
        if episode.begins.name not in told:
            key = life.episode(episode.name, day, ends if life.one_in(1.3) else None)
    for _ in range(max((getattr(trigger, "times", 1) for trigger in triggers(duty)), default=1)):
        if opens:
            key = life.say(day, life.chance.choice(opens), at=life.one_in(2))
            if dated and life.one_in(2):
                life.rows.append(life.rows[-1]._replace(word=dated.name, day=day + life.days(5, 60), at=-1))
        day += life.days(0, 20)
    instead = [word.name for word in (*duty.unless, *duty.unsure)]
    if instead and life.one_in(6):
        life.say(day + life.days(0, 40), life.chance.choice(instead), key=key)
    meets = [word.name for word in until(duty)]
    if duty.before and life.one_in(1.5):
        life.say(day + life.days(5, 60), duty.before.name)
    if meets and duty.every:
        life.every(day, ends, life.days(20, 120), life.chance.choice(meets))
    elif meets and not life.one_in(6):
        life.say(day + life.days(0, 30), life.chance.choice(meets), at=life.one_in(2), key=key)


ABOUT_OTHERS = sorted({word.about for word in WORDS.values()} - {CHILD})
assert {episode.begins.name for episode in EPISODES} <= WORDS.keys()
