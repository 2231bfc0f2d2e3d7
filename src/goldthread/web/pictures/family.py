"""A family as values, and where each person stands on its map."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

FEMALE, MALE, OTHER = "female", "male", "not known"


@dataclass(frozen=True, slots=True)
class Relative:
    """One person on the map. `rank` places somebody tied to nobody else: 0 with the child, -1 parents' age, -2 grandparents'."""

    key: str
    name: str
    note: str = ""
    sex: str = OTHER
    died: bool = False
    short: str = ""
    rank: int = 0


@dataclass(frozen=True, slots=True)
class Couple:
    """Two people, or one where the other parent is not known, and the children they have together."""

    parents: tuple[str, ...]
    children: tuple[str, ...] = ()
    ended: bool = False
    together: bool = True


@dataclass(frozen=True, slots=True)
class Family:
    """Everyone on the map. `child` is the key of the child whose page it is; `home` the keys of those who live together."""

    child: str
    people: tuple[Relative, ...]
    couples: tuple[Couple, ...] = ()
    home: frozenset[str] = frozenset()
    home_words: str = ""


@dataclass
class Placed:
    """Where people stand: a rank (0 is the top row) and a place in it, in steps of one person."""

    rank: dict[str, int] = field(default_factory=dict)
    at: dict[str, float] = field(default_factory=dict)

    def rows(self) -> list[list[str]]:
        """The keys of each row, from left to right."""
        rows: dict[int, list[str]] = defaultdict(list)
        for key in sorted(self.at, key=self.at.__getitem__):
            rows[self.rank[key]].append(key)
        return [rows[rank] for rank in sorted(rows)]


def place(family: Family) -> Placed:
    """Generations as rows, children under their parents, partners side by side, nobody on top of another."""
    ranks = _ranks(family)
    order = _order(family, ranks)
    placed = Placed(ranks, {})
    for row in order.values():
        placed.at.update({key: float(position) for position, key in enumerate(row)})
    for _ in range(8):
        for rank in sorted(order, reverse=True):
            _settle(order[rank], _pulls(family, placed, order[rank]), placed)
        for rank in sorted(order):
            _settle(order[rank], _pulls(family, placed, order[rank]), placed)
    return _from_nought(placed)


def _ranks(family: Family) -> dict[str, int]:
    """Each person's generation; parents stand one row above their children, partners on one row."""
    ranks = {family.child: 0}
    for _ in range(len(family.people) + 1):
        before = dict(ranks)
        for couple in family.couples:
            _spread(couple, ranks)
        if ranks == before:
            break
    for person in family.people:
        ranks.setdefault(person.key, person.rank)
    return {person.key: ranks[person.key] for person in family.people}


def _spread(couple: Couple, ranks: dict[str, int]) -> None:
    known = [ranks[key] for key in couple.parents if key in ranks]
    known += [ranks[key] - 1 for key in couple.children if key in ranks]
    if known:
        for key in couple.parents:
            ranks.setdefault(key, known[0])
        for key in couple.children:
            ranks.setdefault(key, known[0] + 1)


def _order(family: Family, ranks: dict[str, int]) -> dict[int, list[str]]:
    """The order within each row: walked down from the oldest couples, so that brothers and sisters stay together."""
    order: dict[int, list[str]] = defaultdict(list)
    seen: set[str] = set()
    walked: set[str] = set()

    def stand(key: str) -> None:
        if key in ranks and key not in seen:
            seen.add(key)
            order[ranks[key]].append(key)

    def walk(key: str) -> None:
        if key in walked:  # a record may have made somebody their own grandparent
            return
        walked.add(key)
        mine = [couple for couple in family.couples if key in couple.parents]
        for position, couple in enumerate(mine):
            if position == 0:
                _stand_first(couple, key, len(mine), stand)
            stand(key)
            for other in couple.parents:
                stand(other)
            for child in couple.children:
                walk(child)
        stand(key)

    for key in sorted(ranks, key=lambda key: ranks[key]):
        if key not in seen and not _is_child(key, family, seen):
            walk(key)
    for key in ranks:
        walk(key)
    return order


def _stand_first(couple: Couple, key: str, partners: int, stand: Callable[[str], None]) -> None:
    """A couple stands as it was given; where there are more partners the first stands to the left of the one they share."""
    for other in couple.parents:
        if partners == 1 or other != key:
            stand(other)


def _is_child(key: str, family: Family, seen: set[str]) -> bool:
    """Whether somebody will be reached from a parent, or from a partner with parents on the map."""
    children = {child for couple in family.couples for child in couple.children}
    partners = {other for couple in family.couples if key in couple.parents for other in couple.parents}
    return key in children or bool(partners & children)


def _pulls(family: Family, placed: Placed, row: Iterable[str]) -> dict[str, float]:
    """Where each person of a row would like to stand: parents over their children, children under their parents.

    Somebody tied to nobody leans to the left, against the next person, but never beyond the edge of the family.
    """
    wishes: dict[str, list[float]] = defaultdict(list)
    for couple in family.couples:
        parents = [key for key in couple.parents if key in placed.at]
        children = [key for key in couple.children if key in placed.at]
        if parents and children:
            shift = _middle(placed, children) - _middle(placed, parents)
            for key in parents:
                wishes[key].append(placed.at[key] + shift)
            for key in children:
                wishes[key].append(placed.at[key] - shift)
    edge = min((placed.at[key] for key in wishes), default=0.0) - any(key in wishes for key in row)
    return {key: sum(wishes[key]) / len(wishes[key]) if key in wishes else max(placed.at[key] - 1, edge) for key in row}


def _middle(placed: Placed, keys: list[str]) -> float:
    return (min(placed.at[key] for key in keys) + max(placed.at[key] for key in keys)) / 2


def _settle(row: list[str], wishes: dict[str, float], placed: Placed) -> None:
    """Moves a row towards its wishes, keeping its order and one step between neighbours."""
    left = [0.0] * len(row)
    right = [0.0] * len(row)
    for index, key in enumerate(row):
        left[index] = max(wishes[key], left[index - 1] + 1) if index else wishes[key]
    for index in reversed(range(len(row))):
        right[index] = min(wishes[row[index]], right[index + 1] - 1) if index + 1 < len(row) else wishes[row[index]]
    for index, key in enumerate(row):
        placed.at[key] = (left[index] + right[index]) / 2


def _from_nought(placed: Placed) -> Placed:
    lowest, top = min(placed.at.values(), default=0), min(placed.rank.values(), default=0)
    return Placed(
        {key: rank - top for key, rank in placed.rank.items()}, {key: at - lowest for key, at in placed.at.items()}
    )
