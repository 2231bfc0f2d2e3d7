"""Families whose promises are kept: what the pictures count, without a life told line by line.

The regular part of a life (the referral, the plan, its visits and meetings) is told by the same tellers as the rest of
the city, with habits that let nothing slip; what does slip in the pictures is written in the family's file.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from typing import Any

from goldthread.demo.city import tell_spell
from goldthread.demo.course import Spell, Stay
from goldthread.demo.deals import Deals
from goldthread.demo.family import Family, people
from goldthread.demo.figures import TIDY
from goldthread.demo.improving import let_slip
from goldthread.demo.names import Origin
from goldthread.demo.office import Office
from goldthread.demo.regular import visit
from goldthread.demo.sentences import Pen, themes
from goldthread.demo.telling import WORKING, Somebody
from goldthread.demo.wrenford import EAST, TOLD_UNTIL, members, office, squads

TODAY = TOLD_UNTIL.date()
MONDAY = TODAY - timedelta(days=TODAY.weekday())
THE_EVENING_BEFORE = TOLD_UNTIL - timedelta(days=1)  # what happened on the day itself is told one by one
SOMETIMES_ALONE = TIDY._replace(alone=0.55)  # nobody asks how often a child in need is seen alone
PICTURED_FROM = date(2026, 10, 24)  # from here on the pictures count every visit
FAR = date(2028, 6, 1)  # nothing of it has ended
KINDS = ("protection", "care", "need", "assessment")


@dataclass(slots=True)
class Kept:
    """One family as its file describes it. What is left out is drawn."""

    kind: str
    worker: str
    seed: str
    children: list[dict[str, Any]] = field(default_factory=list)
    how_many: int = 1
    referred: date | None = None
    plan: date | None = None
    theme: str = ""
    parents: dict[str, str] = field(default_factory=dict)
    home: str = ""
    visits_until: date | None = None
    quiet_until: date = TODAY
    moves: list[date] | None = None
    unsaid: bool = False  # the last two visits do not say whether the child was seen alone
    without: dict[str, date] = field(default_factory=dict)  # types of entry that are told only up to a day


def families(said: dict[str, Any], deals: Deals) -> Iterator[Family]:
    """The families of one entry of a file: one, or `groups` of brothers and sisters of given sizes."""
    known = {name: said[name] for name in Kept.__dataclass_fields__ if name in said}
    for place, how_many in enumerate(said.get("groups", [len(said.get("children", "x"))])):
        seed = said.get("seed") or "/".join([said["worker"], said["kept"], *(c["forename"] for c in said.get("children", ()))])
        yield told(Kept(**{**known, "kind": said["kept"], "how_many": how_many, "seed": f"{seed}/{place}"}), deals)


def told(k: Kept, deals: Deals) -> Family:
    """The family, with the regular part of its story told."""
    rng = Random(k.seed)
    spell = _spell(rng, k)
    origin, children, (mum, dad, gran) = _people(rng, k, spell.start)
    if k.kind == "care":
        spell.stays = [Stay(child, k.plan or spell.start + timedelta(days=4), FAR, "") for child in children]
    theme = themes()[k.theme or rng.choice(("neglect", "neglect", "domestic", "mind", "drink", "hurt", "strain"))]
    pen = Pen(rng, {**theme, "need": theme["need"][0]}, mum=mum.forename, dad=dad.forename)
    habits = TIDY if k.kind == "protection" else SOMETIMES_ALONE
    family = Family(rng, THE_EVENING_BEFORE, habits, _office(k.worker, deals), squads()[EAST], pen, origin, children, mum, dad, gran,
                    home=k.home, visits_until=k.visits_until, quiet_until=k.quiet_until, placed="U6", moves=_moves(rng, k) if k.kind == "care" else None)  # fmt: skip
    tell_spell(family, spell)
    _see_this_week(family, k)
    _slip(family, k)
    if k.kind == "protection" and not k.children:
        let_slip(family, PICTURED_FROM)
    return family


def _see_this_week(f: Family, k: Kept) -> None:
    """A team sees about two children in three in a week, with those told one by one."""
    day = MONDAY + timedelta(days=f.rng.randint(0, 3))
    if k.visits_until is None and f.rng.random() < 0.75 and all(t.day < MONDAY for t in f.story.told if t.type == "visit"):
        visit(f, f.children, day, "placement" if k.kind == "care" else "home")


def _moves(rng: Random, k: Kept) -> list[date]:
    """The days the story fixes, or up to two moves some time ago."""
    long = (TODAY - k.plan).days - 180
    if k.moves is not None or long < 0:
        return k.moves or []
    return sorted({WORKING.on_or_before(k.plan + timedelta(days=60 + rng.randint(0, long))) for _ in range(rng.choice((0, 1, 1, 2)))})


def _slip(f: Family, k: Kept) -> None:
    """Take out what was not done, and what was not said."""
    f.story.told = [t for t in f.story.told if t.type not in k.without or t.day <= k.without[t.type]]
    if k.unsaid:
        for child in f.children:
            for visit in sorted(f.story.of(child, "visit"), key=lambda t: t.day)[-2:]:
                visit.values["seen_alone"] = None


def _office(worker: str, deals: Deals) -> Office:
    """East's office with only this worker in it, so that the children come to them."""
    whole = office(deals)
    whole.members = [m for m in members().values() if m.role not in ("social_worker",) or m.username == worker]
    return whole


def _spell(rng: Random, k: Kept) -> Spell:
    plan = k.plan or WORKING.on_or_before(TODAY - timedelta(days=rng.randint(*PLANNED[k.kind])))
    k.plan = plan
    if k.kind == "assessment":
        referred = k.referred or WORKING.on_or_before(TODAY - timedelta(days=rng.randint(9, 40)))
        return Spell(referred, "need", FAR, FAR)
    referred = k.referred or WORKING.on_or_before(plan - timedelta(days=rng.randint(24, 40)))
    assessed = min(WORKING.add(referred, rng.randint(30, 44)), max(plan, WORKING.add(referred, 20)))
    spell = Spell(referred, k.kind, assessed, FAR)
    if k.kind == "protection":
        spell.enquiry, spell.conference, spell.protection = max(referred, WORKING.on_or_before(plan - timedelta(days=17))), plan, (plan, FAR)
    elif k.kind == "need":
        spell.need = (plan, FAR)
    return spell


PLANNED = {"protection": (70, 330), "care": (200, 1500), "need": (50, 330), "assessment": (0, 0)}


def _people(rng: Random, k: Kept, start: date) -> tuple[Origin, list[Somebody], list[Somebody]]:
    """The children that are named, or as many as asked for; young enough that nobody leaves care soon."""
    while True:
        origin, children, parents = people(rng, start, False)
        if k.children:
            children = [Somebody(**{"surname": k.children[0].get("surname"), **c}) for c in k.children]
            origin = origin._replace(surname=children[0].surname)
            break
        if len(children) >= k.how_many and all(c.born < start and c.age(TODAY) < 14 for c in children[: k.how_many]):
            children = children[: k.how_many]
            break
    mum, dad, gran = parents
    first = min(c.born for c in children)
    mum.born, dad.born, gran.born = (first - timedelta(days=round(age * 365.25)) for age in (24.3, 27.1, 49.6))
    for parent, name in ((mum, k.parents.get("mum")), (dad, k.parents.get("dad")), (gran, k.parents.get("gran"))):
        if name:
            parent.forename, parent.surname = name.split(" ", 1)
    return origin, children, parents
