"""Being looked after: legal status, homes, visits, reviews, health, school, and times missing."""

from datetime import date, timedelta
from itertools import pairwise

from goldthread.demo import figures, names
from goldthread.demo.course import YEAR, Stay, pick
from goldthread.demo.family import Family
from goldthread.demo.regular import hour, visits
from goldthread.demo.telling import WORKING, Change, Somebody, after, moment

ADOPTED, GUARDIANS = "E11", ("E46", "E47")


def in_care(f: Family, child: Somebody, stay: Stay) -> None:
    """One time in care, from the first day to the last or to now."""
    told = f.tell(child, "looked_after", stay.start, because=f.write("care_because", child, stay.start) if not f.alone else "Alone in this country.",
                  primary_need="N8" if f.alone else f.pen.theme["need"])  # fmt: skip
    f.end(told, stay.until, end_reason=stay.reason)
    _legal(f, child, stay)
    _homes(f, child, stay)
    _officer(f, child, stay)
    _plan_and_reviews(f, child, stay)
    _health(f, child, stay)
    _school(f, child, stay)
    _missing(f, child, stay)
    if stay.reason == ADOPTED:
        _adoption(f, child, stay)


def _legal(f: Family, child: Somebody, stay: Stay) -> None:
    """The statuses one after the other, each for its time."""
    agreed = f.alone or f.rng.random() < figures.AGREEMENT_FIRST
    length = (stay.until - stay.start).days
    first = ("V2", length) if agreed and (f.alone or f.rng.random() < 0.25) else ("V2", f.rng.randint(20, 160)) if agreed else ("C1", 0)
    steps = [first] if first[1] else []
    if sum(days for _, days in steps) < length:
        steps += [("C1", f.rng.randint(200, 400)), ("C2", length)]
    if stay.reason == ADOPTED:
        steps = [("C1", round(length * 0.35)), ("C2", round(length * 0.05)), ("E1", length)]
    day = stay.start
    for status, days in steps:
        until = min(day + timedelta(days=days), stay.until)
        if day < until:
            told = f.tell(child, "legal_status", day, status=status, court="" if status == "V2" else "Wrenford Family Court")
            f.end(told, until)
            day = until


def _homes(f: Family, child: Somebody, stay: Stay) -> None:
    """One home after another, each with its plan and its visits."""
    days = [stay.start, *(_moves(f, stay) if f.moves is None else f.moves), stay.until]
    for number, (day, until) in enumerate(pairwise(days)):
        _home(f, child, day, until, first=number == 0)


def _moves(f: Family, stay: Stay) -> list[date]:
    """When the child moves from one home to the next."""
    found, day = [], stay.start
    while True:
        day = WORKING.on_or_after(day + timedelta(days=round(7 + f.rng.expovariate(figures.MOVES_A_YEAR) * YEAR)))
        if day > min(stay.until - timedelta(days=45), f.today):
            return found
        found.append(day)


def _home(f: Family, child: Somebody, day: date, until: date, first: bool) -> None:
    kinds = figures.HOMES_FROM_16 if child.age(day) >= 16 else figures.HOMES_UNDER_16
    kind = f.placed or pick(f.rng, [(k, w) for k, w in kinds if k[0] != "K" or child.age(day) >= 9])
    forgotten = f.rng.random() < f.habits.forgotten
    agreed = WORKING.add(day, f.rng.randint(1, 5) if f.rng.random() > f.habits.late else f.rng.randint(6, 14))
    told = f.tell(child, "placement", day, kind=kind, carer=_carer(f, child, kind), provider="PR4" if kind[0] == "K" else "PR1",
                  postcode=names.postcode(f.rng), start_reason="S" if first else "P")  # fmt: skip
    if told and not forgotten and agreed <= min(until, f.today):
        told.changes.append(Change(after(agreed), f.worker(child, agreed), "", values={"plan_agreed": agreed, "notified": min(agreed, WORKING.add(day, 4))}))
    if kind in ("U4", "U1") and told and (until - day).days > 400 and day + timedelta(days=300) < f.today:
        settled = WORKING.on_or_after(day + timedelta(days=280))
        told.changes.append(Change(after(settled), f.worker(child, settled), "", values={"permanence_agreed": settled}))
    f.end(told, until, change_reason="" if until > f.today else f.rng.choice(("CARPL", "CREQB", "CREQO", "LAREQ", "CHILD")))
    visits(f, [child], day, until - timedelta(days=1), 41, first=6, place="placement")


def _carer(f: Family, child: Somebody, kind: str) -> str:
    if kind == "P1":
        return f.mum.name
    if kind[0] == "K":
        return f"{f.rng.choice(names.BEGINNINGS)} House"
    if kind in ("U1", "U3"):
        return f.rng.choice((f.gran.name, f"{names.given(f.rng, f.origin.group, 'F')} {f.mum.surname}, aunt"))
    return f"{names.given(f.rng, f.rng.choice('WAB'), 'F')} and {names.given(f.rng, f.rng.choice('WAB'), 'M')} {names.surname(f.rng)}"


def _officer(f: Family, child: Somebody, stay: Stay) -> None:
    """The reviewing officer, usually one for the whole time."""
    day = stay.start + timedelta(days=f.rng.randint(1, 6))
    change = WORKING.on_or_after(day + timedelta(days=round(f.rng.expovariate(1 / 4) * YEAR) + 90))
    first = f.rng.choice(f.office.playing("reviewing_officer"))
    told = f.tell(child, "allocation", day, first, works_as="reviewing_officer", worker=first)
    f.end(told, min(change, stay.until), first)
    if change < stay.until:
        second = f.rng.choice(f.office.playing("reviewing_officer"))
        told = f.tell(child, "allocation", change, second, works_as="reviewing_officer", worker=second)
        f.end(told, stay.until, second)


def _plan_and_reviews(f: Family, child: Somebody, stay: Stay) -> None:
    aim = "adoption" if stay.reason == ADOPTED else "sgo" if stay.reason in GUARDIANS else f.rng.choice(("home", "fostering", "fostering"))
    made = WORKING.add(stay.start, f.rng.randint(2, 10) if f.rng.random() > f.habits.late else f.rng.randint(11, 25))
    if made < stay.until:
        f.tell(child, "care_plan", made, aim=aim, plan=f.write("care_plan", child, made))
    first = WORKING.add(stay.start, f.rng.randint(14, 20) if f.rng.random() > f.habits.late else f.rng.randint(21, 30))
    second = first + timedelta(days=f.rng.randint(74, 90) + (12 if f.rng.random() < f.habits.late else 0))
    stop = min(stay.until - timedelta(days=1), f.today)
    for day in (first, WORKING.on_or_before(second), *f.rounds(second, stop, 181)):
        if day <= stop:
            f.tell(child, "review", day, _chair(f, child, day), at=hour(f, day), decided=f.write("review", child, day), said=_said(f, child, day),
                   participation="PN0" if child.age(day) < 4 else f.rng.choice(("PN1", "PN1", "PN2", "PN3", "PN6", "PN7")))  # fmt: skip


def _said(f: Family, child: Somebody, day: date) -> str:
    return "" if child.age(day) < 4 else f.write("review_said", child, day)


def _chair(f: Family, child: Somebody, day: date):
    there = [t for t in f.story.of(child, "allocation") if t.values["works_as"] == "reviewing_officer" and t.day <= day]
    return there[-1].values["worker"] if there else f.rng.choice(f.office.playing("reviewing_officer"))


def _health(f: Family, child: Somebody, stay: Stay) -> None:
    """Asked for, assessed, then once or twice a year; teeth in between; a questionnaire each spring."""
    asked = WORKING.add(stay.start, f.rng.randint(1, 5) if f.rng.random() > f.habits.late else f.rng.randint(6, 12))
    first = WORKING.add(stay.start, f.rng.randint(9, 19) if f.rng.random() > 2 * f.habits.late else f.rng.randint(21, 50))
    stop = min(stay.until - timedelta(days=1), f.today)
    if asked <= stop:
        f.tell(child, "health_assessment", asked, kind="requested")
    if first <= stop and f.rng.random() >= f.habits.forgotten:
        f.tell(child, "health_assessment", first, kind="initial", by="Dr " + names.surname(f.rng), found=f.write("health", child, first))
        for day in _health_reviews(f, child, first, stop):
            f.tell(child, "health_assessment", day, kind="review", by="Nurse for children in care", found=f.write("health", child, day))
    _teeth(f, child, stay.start, stop)
    _questionnaires(f, child, stay.start, stop)


def _teeth(f: Family, child: Somebody, start: date, stop: date) -> None:
    """A first check within half a year, then one a year."""
    first = WORKING.on_or_before(start + timedelta(days=f.rng.randint(50, 175) + (60 if f.rng.random() < f.habits.late else 0)))
    for day in (first, *f.rounds(first, stop, 355)):
        if day <= stop:
            f.tell(child, "health_assessment", day, kind="dental", by="Community dentist")


def _questionnaires(f: Family, child: Somebody, start: date, stop: date) -> None:
    """Strengths and difficulties, each spring, for three in four."""
    for year in range(start.year + 1, stop.year + 1):
        day = date(year, 3, 12)
        if start + timedelta(days=365) < day <= stop and child.age(day) >= 4 and f.rng.random() < 0.77:
            f.tell(child, "sdq", day, score=min(40, max(0, round(f.rng.gauss(14, 6)))))


def _health_reviews(f: Family, child: Somebody, first: date, stop: date) -> list[date]:
    """Twice a year before the fifth birthday, then once."""
    five = child.birthday(5)
    often = f.rounds(first, min(stop, five), 178) if first < five else []
    if stop <= five:
        return often
    bridge = [WORKING.on_or_before((often[-1] if often else first) + timedelta(days=172))] if first < five else []
    later = f.rounds(bridge[0], stop, 355) if bridge else f.rounds(first, stop, 355)
    return [day for day in (*often, *bridge, *later) if day <= stop]


def _school(f: Family, child: Somebody, stay: Stay) -> None:
    stop = min(stay.until - timedelta(days=1), f.today)
    first = max(WORKING.add(stay.start, f.rng.randint(4, 10)), child.birthday(3) + timedelta(days=8))
    for day in (first, *f.rounds(first, stop, 150)):
        if day <= stop and child.age(day) >= 3:
            f.tell(child, "education_plan", WORKING.on_or_before(day), school=f.school(child, day), attendance=f.rng.randint(78, 100),
                   plan=f.write("education", child, day))  # fmt: skip


def _missing(f: Family, child: Somebody, stay: Stay) -> None:
    """Some of the older ones are missing now and then; afterwards somebody talks with them, or offers to."""
    for year in range(max(0, min(stay.until, f.today).year - stay.start.year) + 1):
        if f.rng.random() > figures.MISSING_IN_CARE * (2.2 if child.age(stay.start) >= 12 else 0.1):
            continue
        for _ in range(f.rng.choice((1, 1, 2, 3))):
            _away(f, child, stay, stay.start + timedelta(days=365 * year + f.rng.randint(10, 360)))


def _away(f: Family, child: Somebody, stay: Stay, day: date) -> None:
    gone, hours = moment(day, f.rng.randint(15, 22), 30), f.rng.choice((3, 5, 9, 14, 26, 50))
    found = gone + timedelta(hours=hours)
    talked = found + timedelta(hours=f.rng.choice((14, 20, 40, 66, 90)))
    if not stay.start < day < min(stay.until, f.today) - timedelta(days=8) or talked > f.now or child.age(day) < 8:
        return
    told = f.tell(child, "missing", day, at=gone, until=None, recorded=gone + timedelta(hours=1), kind="M",
                  told="Police, parents and the night team, within the hour")  # fmt: skip
    if told is None:
        return
    told.end(found.date(), told.by, found + timedelta(minutes=50), found_at=found, where=f.write("found_safe", child, day))
    accepted = f.rng.random() < 0.7
    f.tell(child, "return_interview", talked.date(), at=talked, episode=told, offered=True, accepted=accepted, by="Return interview service",
           said=f"“{f.write('return_said', child, day)}”" if accepted else "", recorded=talked + timedelta(hours=1))  # fmt: skip


def _adoption(f: Family, child: Somebody, stay: Stay) -> None:
    length = (stay.until - stay.start).days
    decided, ordered, placed = (stay.start + timedelta(days=round(length * part)) for part in (0.3, 0.4, 0.7))
    told = f.tell(child, "adoption_decision", decided)
    if told is None:
        return
    for day, said in ((ordered, {"placement_order": ordered}), (placed, {"matched": placed - timedelta(days=30), "placed": placed}),
                      (stay.until, {"adopted": stay.until, "adopters": 2})):  # fmt: skip
        if day <= f.today:
            told.changes.append(Change(min(after(day), f.now), f.worker(child, day), "", values=said))

