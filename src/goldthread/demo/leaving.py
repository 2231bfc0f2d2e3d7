"""From sixteen on: the needs assessment, the pathway plan, the personal adviser, and keeping in touch."""

from calendar import monthrange
from datetime import date, timedelta

from goldthread.demo.course import THIRTEEN_WEEKS, Stay
from goldthread.demo.family import Family
from goldthread.demo.office import LEAVING
from goldthread.demo.telling import WORKING, Member, Somebody

A_WEEK = timedelta(days=7)
ABOUT_18 = 20  # days before or after the birthday for which the return asks
ACTIVITIES = ("F2", "F2", "F5", "F5", "P5", "F4", "F1", "G5", "G5", "G4", "G6")
HOMES = ("U", "U", "D", "D", "Z", "E", "B", "K", "S", "X")


def leaving(f: Family, child: Somebody, stay: Stay) -> None:
    """What a young person is owed for having been in care past sixteen."""
    sixteen = max(child.birthday(16), stay.start + THIRTEEN_WEEKS)
    grown = child.birthday(18)
    if sixteen >= min(stay.until, grown) or sixteen > f.today:
        return
    named = _named_on(f, child, sixteen, stay.start)
    owed_until = stay.owed_until or stay.until
    adviser = _adviser(f, child, named, owed_until)
    _pathway(f, child, sixteen, owed_until, adviser)
    if stay.owed_until:
        _grown(f, child, grown, stay.owed_until, adviser)


def _named_on(f: Family, child: Somebody, sixteen: date, in_care: date) -> date:
    """The day from which the young person has an adviser: by sixteen and a half where that promise is kept.

    Somebody who came into care shortly before that day is given one without waiting for the thirteen weeks.
    """
    half = sixteen_and_a_half(child)
    first = sixteen if sixteen < half - A_WEEK else max(child.birthday(16), in_care)
    spare = (half - first).days - 1
    if spare >= 0 and f.office.deals.keeps("adviser", half):
        return WORKING.on_or_before(max(first + A_WEEK, first + timedelta(days=f.rng.randint(0, spare)))) if spare > 8 else first
    return WORKING.on_or_after(max(first, half) + timedelta(days=f.rng.randint(8, 150)))


def sixteen_and_a_half(child: Somebody) -> date:
    """Six whole months after the sixteenth birthday."""
    sixteen = child.birthday(16)
    year, month = sixteen.year + (sixteen.month > 6), (sixteen.month + 5) % 12 + 1
    return date(year, month, min(sixteen.day, monthrange(year, month)[1]))


def _adviser(f: Family, child: Somebody, day: date, until: date) -> Member:
    squad = f.office.one_of(f.rng, LEAVING)
    held = day <= f.today < until
    adviser = f.office.least_busy(squad, 1) if held else f.office.anybody(f.rng, squad)
    if day < until:
        told = f.tell(child, "allocation", day, f.office.manager(squad), works_as="personal_adviser", worker=adviser, team=squad)
        f.end(told, until, f.office.manager(squad))
    return adviser


def _pathway(f: Family, child: Somebody, sixteen: date, until: date, adviser: Member) -> None:
    assessed = WORKING.on_or_before(sixteen + timedelta(days=f.rng.randint(30, 88) + (60 if f.rng.random() < f.habits.late else 0)))
    agreed = WORKING.add(assessed, f.rng.randint(5, 30))
    stop = min(until - timedelta(days=1), f.today)
    kinds = [("assessment", assessed), ("plan", agreed), *(("review", d) for d in f.rounds(agreed, stop, 178))]
    for kind, day in kinds:
        if day <= stop:
            f.tell(child, "pathway_plan", day, adviser if child.age(day) >= 18 else None, kind=kind, said=f"“{f.write('pathway_said', child, day)}”",
                   plan=f.pen.write("pathway", child, child.age(day), worker=adviser.forename))  # fmt: skip


def _grown(f: Family, child: Somebody, grown: date, until: date, adviser: Member) -> None:
    """After eighteen: in touch every few weeks, with most of them."""
    told = f.tell(child, "leaving_care", grown, adviser, eligibility="former_relevant")
    f.end(told, until, adviser)
    stop, older = min(until - timedelta(days=1), f.today), child.birthday(21)
    often = [*f.rounds(grown, min(stop, older), 52)]
    about = WORKING.on_or_before(grown + timedelta(days=f.rng.randint(-ABOUT_18, ABOUT_18)))
    if about <= stop:
        _contact(f, child, about, adviser, birthday=18)
    for day in (*often, *(f.rounds(often[-1] if often else grown, stop, 78) if stop > older else ())):
        _contact(f, child, day, adviser)


def _contact(f: Family, child: Somebody, day: date, adviser: Member, birthday: int | None = None) -> None:
    """What the adviser learns; nothing where they could not be in touch. With `birthday` it is said for the return."""
    in_touch = f.rng.random() < 0.94 if f.habits.late else True
    f.tell(child, "leaving_care_contact", day, adviser, in_touch="YES" if in_touch else "NO", birthday=birthday,
           activity=f.rng.choice(ACTIVITIES) if in_touch else "", accommodation=f.rng.choice(HOMES) if in_touch else "",
           suitable=f.rng.random() < 0.9 if in_touch else None, said=f.write("adviser", child, day) if in_touch else "")  # fmt: skip
