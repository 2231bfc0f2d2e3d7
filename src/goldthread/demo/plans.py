"""Child in need plans and protection plans, with the meetings that keep them going."""

from collections.abc import Sequence
from datetime import date, timedelta

from goldthread.demo import figures
from goldthread.demo.course import Spell, pick
from goldthread.demo.family import Family
from goldthread.demo.regular import hour
from goldthread.demo.telling import WORKING, Somebody, Told


def need_plan(f: Family, child: Somebody, spell: Spell, referral: Told) -> None:
    begins, until = spell.need
    begins = max(begins, child.born)
    if begins >= until:
        return
    told = f.tell(child, "need_plan", begins, must_change=f.write("must_change", child, begins), referral=referral,
                  **f.office.deals.actions(begins))  # fmt: skip
    f.end(told, until)
    first = WORKING.on_or_before(begins + timedelta(days=f.rng.randint(25, 40)))
    _need_review(f, child, first, until)
    for day in f.rounds(first, until, 88):
        _need_review(f, child, day, until)


def _need_review(f: Family, child: Somebody, day: date, until: date) -> None:
    if day <= until and f.rng.random() >= f.habits.forgotten:
        f.tell(child, "need_plan_review", day, took_part=f.write("took_part", child, day), discussed=f.write("need_review", child, day))


def conference(f: Family, child: Somebody, spell: Spell) -> None:
    """The initial conference."""
    if spell.conference is None or child.born > spell.conference:
        return
    chair, plan = f.rng.choice(f.office.playing("conference_chair")), spell.protection is not None
    f.tell(child, "conference", spell.conference, chair, at=hour(f, spell.conference), kind="initial", chair=chair, quorate=True,
           decision="plan" if plan else "no_plan", took_part=f.write("took_part", child, spell.conference), said=f.write("conference_said", child, spell.conference),
           decided=f.write("conference_plan" if plan else "conference_none", child, spell.conference))  # fmt: skip


def protection_plan(f: Family, child: Somebody, spell: Spell, referral: Told, earlier: int) -> None:
    begins, until = spell.protection
    if child.born > begins:
        return
    category = f.pen.theme["abuse"] if f.rng.random() > figures.CATEGORY_SPREAD else pick(f.rng, figures.CATEGORIES)
    told = f.tell(child, "protection_plan", begins, f.rng.choice(f.office.playing("conference_chair")), initial_category=category,
                  latest_category=category, previous_plans=earlier, must_change=f.write("must_change", child, begins), referral=referral,
                  **f.office.deals.actions(begins))  # fmt: skip
    chair = told.by if told else None
    part = f.tell(child, "allocation", begins, chair, works_as="conference_chair", worker=chair)
    f.end(told, until, chair)
    f.end(part, until, chair)
    _reviews(f, child, told, begins, until, into_care=spell.stay(child) is not None)


def _reviews(f: Family, child: Somebody, plan: Told | None, begins: date, until: date, into_care: bool) -> None:
    """Review conferences; the last one ends the plan, unless the child came into care."""
    first = WORKING.on_or_before(begins + timedelta(days=f.rng.randint(76, 88) + (20 if f.rng.random() < f.habits.late else 0)))
    days = [first, *f.rounds(first, until, 178)]
    for day in [d for d in days if d < until - timedelta(days=20)] + ([] if into_care else [until]):
        _review_conference(f, child, plan, day, ends=day == until)


def _review_conference(f: Family, child: Somebody, plan: Told | None, day: date, ends: bool) -> None:
    f.tell(child, "conference", day, plan and plan.by, at=hour(f, day), kind="review", chair=plan and plan.by, plan=plan,
           decision="end" if ends else "continue", participation=_part(f, child, day), took_part=f.write("took_part", child, day),
           quorate=f.rng.random() > 0.05, said=f.write("conference_said", child, day),
           decided=f.write("conference_end" if ends else "conference_continue", child, day))  # fmt: skip


def _part(f: Family, child: Somebody, day: date) -> str:
    return "PN0" if child.age(day) < 4 else f.rng.choice(("PN1", "PN2", "PN5", "PN6", "PN6", "PN7"))


def core_groups(f: Family, children: Sequence[Somebody], begins: date, until: date) -> None:
    """The core group: within ten working days of the conference, then every four weeks, for all the children at once."""
    first = WORKING.on_or_before(begins + timedelta(days=f.rng.randint(6, 13) + (7 if f.rng.random() < f.habits.late else 0)))
    stop = until - timedelta(days=1)
    days = [d for d in (first, *f.rounds(first, stop, 28)) if d <= stop]
    for day in days:
        _core_group(f, [c for c in children if c.born <= begins], day)


def _core_group(f: Family, children: Sequence[Somebody], day: date) -> None:
    at, first = hour(f, day), None
    for child in children:
        told = f.tell(child, "core_group", day, at=at, slow=len(children) == 1, took_part=f.write("took_part", child, day),
                      discussed=f.write("core_group", child, day))  # fmt: skip
        first = first or told
        if told is not None and len(children) > 1:
            told.together = first
    if len(children) == 1:
        f.misdate(first)
