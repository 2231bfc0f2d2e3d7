"""Who a child is, who is around them, where they live and who works with them."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from goldthread.demo import names
from goldthread.demo.course import Stay
from goldthread.demo.family import Family, Holding
from goldthread.demo.figures import WORKER_STAYS
from goldthread.demo.telling import WORKING, Change, Somebody, Squad, Told, after

Home = tuple[str, str]  # a street and number, and a postcode
AWAY_FROM_HOME = ("E11", "E46", "E47", "E13")  # adopted, with guardians or with relatives: where is theirs to tell
DISABLED = {"N2": ("LD", "AUT", "MOB", "COMM")}


def introduce(f: Family, day: date) -> None:
    """Write down the people of the family as they were told on the day of the first call."""
    grown = [] if f.alone else [f.mum, f.dad, f.gran]
    clerk = f.rng.choice(f.office.playing("front_door"))
    for person in [*f.children, *grown]:
        f.story.add(person)
    for person in grown:
        f.tell(person, "person", day, clerk, forename=person.forename, surname=person.surname, sex=person.sex,
               born=person.born, ethnicity=f.origin.code, mother=True if person is f.mum else None)  # fmt: skip
    for child in f.children:
        _child(f, child, day, clerk)
    for child in f.children:
        _family_of(f, child, max(day, child.born), clerk)


def _child(f: Family, child: Somebody, day: date, clerk) -> None:
    facts = {"sex": child.sex, "ethnicity": f.origin.code, "language": _language(f)}
    facts["disabilities"] = [f.rng.choice(DISABLED["N2"])] if f.pen.theme["need"] == "N2" else []
    facts["unaccompanied"] = True if f.alone else None
    if child.born <= day:
        f.tell(child, "person", day, clerk, forename=child.forename, surname=child.surname, born=child.born, **facts)
        return
    child.expected = child.born + timedelta(days=f.rng.randint(-9, 12))
    told_on = max(day, child.born - timedelta(weeks=26))
    told = f.tell(child, "person", told_on, clerk, forename="Baby of", surname=f.mum.name, expected=child.expected)
    birth = {"forename": child.forename, "surname": child.surname, "born": child.born, **facts}
    if told and child.born + timedelta(days=1) <= f.today:
        told.changes.append(Change(after(child.born + timedelta(days=1)), clerk, "The baby is born.", values=birth))


def _language(f: Family) -> str:
    return {"A": "Urdu and English", "B": "English", "O": "Arabic and English"}.get(f.origin.group, "English") if f.rng.random() < 0.6 else "English"


def _family_of(f: Family, child: Somebody, day: date, clerk) -> None:
    if f.alone:
        return
    together = f.rng.random() < 0.45
    for other, relation, lives in ((f.mum, "mother", True), (f.dad, "father", together), (f.gran, "grandparent", False)):
        f.tell(child, "relationship", day, clerk, other=other, relation=relation, lives_with=lives,
               responsibility=relation != "grandparent" and (relation == "mother" or f.rng.random() < 0.8),
               telephone=f"01632 960 {f.rng.randint(100, 999)}", may_be_told="" if lives else "ask his or her mother first")  # fmt: skip
    for other in f.children:
        if other is not child and other.born <= day:
            f.tell(child, "relationship", day, clerk, other=other, relation="sibling", lives_with=True)


def homes(f: Family, day: date, stays: Sequence[Stay]) -> None:
    """The home on the day of the first call, sometimes a move later, and for those in care where they went afterwards."""
    line, postcode = names.address(f.rng)
    here = (f.home or line, postcode)
    moved_in = day - timedelta(days=f.rng.randint(60, 2200))
    moves = day + timedelta(days=f.rng.randint(90, 900)) if f.rng.random() < 0.25 and not f.home else None
    there = names.address(f.rng)
    for child in f.children:
        since = max(moved_in, child.born)
        lived = [(since, here), (moves, there)] if moves and moves > since else [(since, here)]
        for begins, until, home in _lived(lived, [s for s in stays if s.child is child], names.address(f.rng)):
            told = _at(f, child, begins, day, *home)
            if until is not None:
                f.end(told, max(until, day))


def _lived(homes: Sequence[tuple[date, Home]], stays: Sequence[Stay], own: Home) -> Iterator[tuple[date, date | None, Home]]:
    """(from, until, home) with the times in care left out; whoever came of age in care has a home of their own after it."""
    cuts = sorted([(s.start, s.until, s) for s in stays], key=lambda cut: cut[0])
    changes = [*homes, *((until, own if s.owed_until else None) for _, until, s in cuts)]
    days = sorted({*(day for day, _ in changes), *(start for start, _, _ in cuts)})
    for begins, until in zip(days, [*days[1:], None], strict=True):
        if not any(start <= begins < ends for start, ends, _ in cuts):
            known = [home for day, home in sorted(changes, key=lambda c: c[0]) if day <= begins and home]
            adopted = any(s.reason in AWAY_FROM_HOME and s.until <= begins for s in stays)
            if known and not adopted:
                yield begins, until, known[-1]


def _at(f: Family, child: Somebody, since: date, told_on: date, line: str, postcode: str) -> Told | None:
    recorded = after(max(since, told_on))
    return f.tell(child, "address", since, recorded=recorded, line=line, postcode=postcode, kind="home") if recorded <= f.now else None


def apart(f: Family, stay: Stay) -> None:
    """While a child is in care their family does not live with them; afterwards, if they went home, it does again."""
    for told in list(f.story.of(stay.child, "relationship")):
        if told.values.get("lives_with"):
            for day, together in ((stay.start, False), (stay.until, True)):
                home_again = stay.reason in ("E4A", "E4B")
                if told.day <= day <= f.today and (home_again or not together):
                    written = max(after(day), [told.recorded, *(c.recorded for c in told.changes)][-1] + timedelta(minutes=1))
                    told.changes.append(Change(min(written, f.now), f.worker(stay.child, day), "", values={"lives_with": together}))


def hold(f: Family, children: Sequence[Somebody], squad: Squad, start: date, end: date, waits: bool = True) -> None:
    """Give the children to a team and its workers from a day to a day: first perhaps the queue, later perhaps handovers."""
    holding = _turns(f, squad, start, end, len(children), waits)
    for child in children:
        f.held.setdefault(id(child), []).extend(holding)
        begins = [day for day, _ in holding]
        for (day, worker), before, until in zip(holding, [None, *(w for _, w in holding)], [*begins[1:], end], strict=False):
            told = f.tell(child, "allocation", day, f.office.manager(squad), works_as="social_worker", worker=worker, team=squad,
                          reason=f.write("handover", child, day) if before else "" if waits or worker is None else "Into the children in care team")  # fmt: skip
            f.end(told, until, f.office.manager(squad))


def _turns(f: Family, squad: Squad, start: date, end: date, children: int, waits: bool) -> Holding:
    first = WORKING.add(start, f.rng.randint(12, 25) if f.rng.random() < f.habits.waits else f.rng.randint(1, 2)) if waits else start
    turns: Holding = [(start, None)] if first > start else []
    day, worker = min(first, end), None
    while day < end:
        stays = timedelta(days=round(60 + f.rng.expovariate(1 / (WORKER_STAYS * 365))))
        leaves = WORKING.on_or_after(day + stays)
        now = day <= f.today < min(leaves, end)
        worker = f.office.least_busy(squad, children) if now else f.office.anybody(f.rng, squad, worker)
        if not turns or turns[-1][1] is not worker:
            turns.append((day, worker))
        day = leaves
    return turns
