"""The people around a child: a family map from the relationships that are recorded, and who may be told what."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.urls import reverse

from goldthread.record.reading import Written
from goldthread.web import wording
from goldthread.web.child.facts import relative_name
from goldthread.web.child.opening import Opened
from goldthread.web.child.others import HOLDER
from goldthread.web.pictures.family import FEMALE, MALE, OTHER, Couple, Family, Relative
from goldthread.web.said import Link, Sentence, Strong

SEX = {"F": FEMALE, "M": MALE}
FAMILY_RANK = {
    "mother": -1, "father": -1, "parent": -1, "step_parent": -1, "aunt_uncle": -1, "guardian": -1, "partner": 0, "sibling": 0,
    "half_sibling": 0, "step_sibling": 0, "cousin": 0, "grandparent": -2, "child": 1,
}  # fmt: skip
SEXED = {
    "sibling": ("sister", "brother"), "half_sibling": ("half-sister", "half-brother"), "step_sibling": ("step-sister", "step-brother"),
    "grandparent": ("grandmother", "grandfather"), "aunt_uncle": ("aunt", "uncle"), "child": ("daughter", "son"),
    "parent": ("mother", "father"), "step_parent": ("step-mother", "step-father"),
}  # fmt: skip
PARENTS = ("mother", "father", "parent")
ONE_DAY = timedelta(days=1)
OLD_DAYS = 183  # a relationship nobody has confirmed for longer is amber


@dataclass(frozen=True, slots=True)
class PersonRow:
    """One person of the table."""

    name: Sentence
    relation: str
    lives: str
    told: str
    confirmed: str
    old: bool
    entry: str


@dataclass(frozen=True, slots=True)
class Around:
    """Somebody who is not family: who, in what part, and how fresh that is."""

    who: Sentence
    fresh: str


@dataclass(frozen=True, slots=True)
class People:
    """What the page prints about the people around a child."""

    family: Family
    rows: list[PersonRow]
    around: list[Around]
    confirmed: date | None

    @property
    def number(self) -> int:
        return len(self.rows) + len(self.around)


def people(opened: Opened) -> People:
    """Family as a map and a table, and everybody else around the child."""
    current = [r for r in opened.current("relationship") if r.values.other_id]
    family = [r for r in current if r.values.relation in FAMILY_RANK]
    others = [r for r in current if r.values.relation not in FAMILY_RANK]
    seen = _pages(opened, current)
    return People(
        _map(opened, family), [_row(r, opened, seen) for r in sorted(family, key=_order)], [*_workers(opened), *(_around(r, opened) for r in others)],
        max((r.day for r in family), default=None),
    )  # fmt: skip


def _pages(opened: Opened, current: Iterable[Written]) -> dict[int, str]:
    """References of those around the child who are children here and whom the reader may open."""
    found = opened.reach.standings().filter(person__in=[r.values.other_id for r in current])
    return dict(found.values_list("person", "reference"))


def _order(r: Written) -> tuple:
    standing = standing_of(r.values.other)
    return FAMILY_RANK[r.values.relation], list(FAMILY_RANK).index(r.values.relation), standing.born if standing and standing.born else date.max


def standing_of(person: Any) -> Any:
    """Where a person stands, or None where nothing was ever written about them."""
    return getattr(person, "standing", None)


# The table


def _row(r: Written, opened: Opened, seen: dict[int, str]) -> PersonRow:
    said, name = r.values, relative_name(r)
    place = f"?known={opened.day}" if opened.past else ""
    link = Link(name, reverse("child", args=[seen[said.other_id]]) + place) if said.other_id in seen else Strong(name)
    days = (opened.day - r.day).days
    return PersonRow(
        name=(link, _aged(r, opened)), relation=relation(r), lives=_where(r, opened), told=said.may_be_told or "not said",
        confirmed=f"{wording.short_day(r.day, opened.day)}{f', {wording.ago(r.day, opened.day)}' if days > OLD_DAYS and not opened.past else ''}",
        old=days > OLD_DAYS, entry=opened.entry_address(r.number),
    )  # fmt: skip


def _aged(r: Written, opened: Opened) -> str:
    standing = standing_of(r.values.other)
    if standing is None or (standing.born is None and standing.expected is None):
        return ""
    if standing.died and standing.died <= opened.day:
        return f", died {standing.died.year}"
    return f", {wording.age(standing.born, opened.day, standing.expected)}{f' ({soon})' if (soon := birthday(standing.born, opened.day)) else ''}"


def birthday(born: date | None, day: date) -> str:
    """'11 tomorrow' on the day before a birthday; otherwise nothing."""
    tomorrow = day + ONE_DAY
    if born is None or born > day or wording.years_old(born, tomorrow) == wording.years_old(born, day):
        return ""
    return f"{wording.years_old(born, tomorrow)} tomorrow"


def relation(r: Written) -> str:
    """'grandmother; cared for him in 2021', 'father, parental responsibility'."""
    standing = standing_of(r.values.other)
    female, male = SEXED.get(r.values.relation, ("", ""))
    plain = r.kind._meta.get_field("relation").say(r.values.relation).lower()
    word = {"F": female, "M": male}.get(standing.sex if standing else "") or plain
    responsible = ", parental responsibility" if r.values.responsibility else ""
    detail = r.values.detail.strip()
    if detail.lower().startswith(word):
        return f"{detail}{responsible}"
    return f"{word}{responsible}{f'; {detail}' if detail else ''}"


def _where(r: Written, opened: Opened) -> str:
    if r.values.lives_with:
        return f"with {opened.first}"
    return r.values.where or ("elsewhere" if r.values.lives_with is False else "not said")


# Those who are not family


def _workers(opened: Opened) -> list[Around]:
    parts = (("worker", HOLDER.get(opened.about, "social worker")), ("adviser", "personal adviser"), ("chair", "chair of conferences and reviews"))
    held = [(opened.workers.get(opened.standing[part]), words) for part, words in parts]
    return [Around((Strong(w.name), f", {words}"), _since(w.pk, opened)) for w, words in held if w]


def _since(worker: int, opened: Opened) -> str:
    held = [a for a in opened.current("allocation") if a.values.worker_id == worker]
    return f"since {wording.long_day(held[-1].day, opened.day)}" if held else ""


def _around(r: Written, opened: Opened) -> Around:
    detail = r.values.detail or r.kind._meta.get_field("relation").say(r.values.relation).lower()
    reached = ", ".join(filter(None, (r.values.where, r.values.telephone)))
    told = f". May be told: {r.values.may_be_told}" if r.values.may_be_told else ""
    return Around((Strong(relative_name(r)), f", {detail}{f', {reached}' if reached else ''}{told}"), f"confirmed {wording.long_day(r.day, opened.day)}")


# The map


def _map(opened: Opened, family: list[Written]) -> Family:
    me = str(opened.child.person)
    relatives = [_relative(r, opened) for r in family]
    home = frozenset([me, *(str(r.values.other_id) for r in family if r.values.lives_with)])
    child = Relative(me, opened.first, _note(opened.standing["born"], opened.standing["died"], opened, opened.standing["expected"]),
                     SEX.get(opened.standing["sex"], OTHER), short=opened.first)  # fmt: skip
    if len(home) < 2:
        home = frozenset()
    return Family(me, (child, *relatives), tuple(_couples(opened, family)), home, "At home together" if home else "")


def _relative(r: Written, opened: Opened) -> Relative:
    """The child's generation by first name and age; older people by their whole name, their age and what they are."""
    standing, name, rank = standing_of(r.values.other), relative_name(r), FAMILY_RANK[r.values.relation]
    died = bool(standing and standing.died and standing.died <= opened.day)
    lived = _note(standing.born, standing.died, opened, standing.expected) if standing else ""
    first = (standing.forename if standing else "") or name.split(" ")[0]
    sex = {"mother": "F", "father": "M"}.get(r.values.relation) or (standing.sex if standing else "")
    shown = f"{name}{f', {lived}' if lived and not died else ''}" if rank < 0 else first
    note = (lived if died else _role(r)) if rank < 0 else lived
    return Relative(str(r.values.other_id), shown, note, SEX.get(sex, OTHER), died, first, rank)


def _role(r: Written) -> str:
    return relation(r).split(",")[0].split(";")[0]


def _note(born: date | None, died: date | None, opened: Opened, expected: date | None) -> str:
    if died and died <= opened.day:
        return f"died {died.year}"
    return birthday(born, opened.day) or (wording.age(born, opened.day, expected) if born or expected else "")


def _couples(opened: Opened, family: list[Written]) -> list[Couple]:
    """Parents as the records of the child and of their brothers and sisters name them; nothing is guessed."""
    me = opened.child.person
    siblings = [r.values.other_id for r in family if r.values.relation in ("sibling", "half_sibling")]
    theirs = opened.reach.relationships(opened.child, siblings) if siblings else {}
    shown = {r.values.other_id for r in family} | {me}
    parents = {me: _parents(family, shown)}
    for r in family:
        if r.values.relation in ("sibling", "half_sibling"):
            own = _parents(theirs.get(r.values.other_id, ()), shown)
            parents[r.values.other_id] = own or (parents[me] if r.values.relation == "sibling" else frozenset())
    children: dict[frozenset[int], list[int]] = defaultdict(list)
    for child, known in parents.items():
        if known:
            children[known].append(child)
    apart = _apart(family)
    return [Couple(tuple(map(str, sorted(pair))), tuple(map(str, sorted(born))), ended=bool(apart & pair), together=not apart & pair)
            for pair, born in children.items()]  # fmt: skip


def _parents(relationships: Iterable[Written], shown: set[int]) -> frozenset[int]:
    return frozenset(r.values.other_id for r in relationships if r.values.relation in PARENTS and r.until is None and r.values.other_id in shown)


def _apart(family: list[Written]) -> frozenset[int]:
    """Parents said to live elsewhere while another parent lives with the child."""
    parents = [r for r in family if r.values.relation in PARENTS]
    if not any(r.values.lives_with for r in parents):
        return frozenset()
    return frozenset(r.values.other_id for r in parents if r.values.lives_with is False)
