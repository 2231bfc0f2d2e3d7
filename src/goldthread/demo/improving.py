"""What slips before an inspection and less afterwards: visits to children on protection plans, and how private they are."""

from datetime import date, timedelta

from goldthread.demo.family import Family
from goldthread.demo.telling import Told

FORTNIGHT = 14


def let_slip(f: Family, until: date) -> None:
    """Visits to children on protection plans, up to a day, become as regular and as private as they were in their month."""
    for begins, ends in _on_plans(f):
        acts = _acts(f, begins, min(ends, until))
        gone = {id(told) for act in _left_out(f, acts) for told in act}
        f.story.told = [told for told in f.story.told if id(told) not in gone]
        for told in (t for act in acts for t in act if id(t) not in gone):
            _as_it_was(f, told)


def _on_plans(f: Family) -> list[tuple[date, date]]:
    """The days between which children of the family were on a plan, brothers and sisters together."""
    return sorted({(told.day, told.ended or f.today) for told in f.story.told if told.type == "protection_plan"})


def _acts(f: Family, begins: date, until: date) -> list[list[Told]]:
    """The visits between two days, each with its entries about one child after another."""
    found: dict[int, list[Told]] = {}
    for told in f.story.told:
        if told.type == "visit" and begins < told.day <= until:
            found.setdefault(id(told.together or told), []).append(told)
    return list(found.values())


def _left_out(f: Family, acts: list[list[Told]]) -> list[list[Told]]:
    """Those of the fortnights in which nobody went; each family counts its fortnights from a day of its own."""
    deals, fortnights = f.office.deals, {}
    first = deals.rng.randrange(FORTNIGHT)
    for act in acts:
        last = act[0].day + timedelta(days=FORTNIGHT - 1 - (act[0].day.toordinal() - first) % FORTNIGHT)
        fortnights.setdefault(last, []).append(act)
    return [act for last, there in sorted(fortnights.items()) if not deals.keeps("visited", last, len(there[0]), weekly=True) for act in there]


def _as_it_was(f: Family, told: Told) -> None:
    """Whether the child was seen, and seen alone, on a visit that was made."""
    deals, said = f.office.deals, told.values
    if not said["child_seen"]:
        return
    if "visit_unsaid" in deals.shares and deals.keeps("visit_unsaid", told.day):
        told.values = {**said, "child_seen": None, "seen_alone": None}
    elif said["seen_alone"] is not None and not deals.keeps("alone", told.day):
        told.values = {**said, "seen_alone": False, "why_not_alone": said.get("why_not_alone") or f.write("not_alone", told.about, told.day)}
    elif said["seen_alone"] is not None:
        told.values = {**said, "seen_alone": True, "why_not_alone": ""}
