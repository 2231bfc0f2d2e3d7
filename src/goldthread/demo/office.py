"""The people who work for a generated city: as many as its children need, in teams, with managers and leavers."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from random import Random
from typing import NamedTuple

from goldthread.demo import figures
from goldthread.demo.deals import ALL_KEPT, Deals, wrenford_shares
from goldthread.demo.names import given, origin
from goldthread.demo.telling import Member, Squad

SAFEGUARDING, IN_CARE, LEAVING = "safeguarding", "Children in care", "Leaving care"
PATCHES = ("North", "West", "South", "Central", "Riverside", "Moorside", "Hill", "Harbour", "Minster", "Quarry")


@dataclass(slots=True)
class Office:
    """Workers by team, and who holds how many open children, so that the next child goes where there is most room."""

    rng: Random
    squads: dict[str, Squad] = field(default_factory=dict)
    members: list[Member] = field(default_factory=list)
    holds: Counter = field(default_factory=Counter)
    deals: Deals = field(default_factory=lambda: Deals(ALL_KEPT, 0))
    _found: dict[str, list[Member]] = field(default_factory=dict)

    def team(self, kind: str, workers: int, role: str, manager_role: str = "team_manager", told_next: str = "") -> Squad:
        """A team of so many with a manager, and a few who have left."""
        manager = self._name()
        squad = self.squads[kind] = Squad(kind, _username(manager), told_next)
        self._hire(manager, manager_role, squad)
        for _ in range(max(1, workers)):
            self._hire(self._name(), role, squad)
        for _ in range(max(1, workers // 4)):
            self._hire(self._name(), role, squad, active=False)
        return squad

    def some(self, role: str, number: int) -> None:
        """Workers of a role who are in no team."""
        for _ in range(max(1, number)):
            self._hire(self._name(), role, None)

    def manager(self, squad: Squad) -> Member:
        return self._those(f"manager of {squad.name}", lambda m: m.username == squad.manager)[0]

    def playing(self, role: str) -> list[Member]:
        return self._those(f"active {role}", lambda m: m.role == role and m.active)

    def one_of(self, rng: Random, kind: str) -> Squad:
        """One of the teams of a kind, such as "Children in care"."""
        there = [squad for name, squad in self.squads.items() if name.startswith(kind) or name.endswith(kind)]
        return there[0] if len(there) == 1 else rng.choice(there)

    def least_busy(self, squad: Squad, children: int) -> Member:
        """Whoever in the team holds fewest, who then holds these children too."""
        worker = min((m for m in self._of(squad) if m.active), key=lambda m: (self.holds[m.username], m.username))
        self.holds[worker.username] += children
        return worker

    def anybody(self, rng: Random, squad: Squad, but: Member | None = None) -> Member:
        """Somebody who works or worked in the team."""
        there = self._of(squad)
        return rng.choice([m for m in there if m is not but] or there)

    def _of(self, squad: Squad) -> list[Member]:
        return self._those(f"in {squad.name}", lambda m: m.squad is squad and m.role in ("social_worker", "personal_adviser"))

    def _those(self, name: str, wanted: Callable[[Member], bool]) -> list[Member]:
        """Those members, looked up once: nobody is hired after the first family is told."""
        if name not in self._found:
            self._found[name] = [m for m in self.members if wanted(m)]
        return self._found[name]

    def _hire(self, name: str, role: str, squad: Squad | None, active: bool = True) -> None:
        telephone = f"01632 960 {self.rng.randint(200, 999)}"
        self.members.append(Member(_username(name), name, role, squad, telephone, active=active))

    def _name(self) -> str:
        taken = {m.name for m in self.members}
        while True:
            o = origin(self.rng)
            name = f"{given(self.rng, o.group, self.rng.choice('FFFM'))} {o.surname}"
            if name not in taken:
                return name


def _called(kind: str, number: int) -> str:
    """The first team of a kind has a plain name, each patch of the city its safeguarding team, and later ones a number."""
    if kind == SAFEGUARDING:
        again = number // len(PATCHES)
        return f"{PATCHES[number % len(PATCHES)]} {f'{again + 1} ' if again else ''}{kind}"
    return f"{kind} {number + 1}" if number else kind


def _username(name: str) -> str:
    return name.lower().replace(" ", ".").replace("’", "")


class Beside(NamedTuple):
    """About how many more there are on one day, whom the city does not count among its own."""

    at_home: int = 0
    in_care: int = 0
    grown: int = 0


NOBODY = Beside()


def staff(children: int, years: float, seed: int, told_next: str = "", beside: Beside = NOBODY) -> Office:
    """An office for a city of so many children over so many years, and for those beside them."""
    office = Office(Random(f"office of {seed}"), deals=Deals(wrenford_shares(), seed))
    open_now = children * OPEN_AT_A_DAY / (OPEN_AT_A_DAY + newly_known(years))
    at_home, in_care, grown = open_now * 0.79 + beside.at_home, open_now * 0.21 + beside.in_care, open_now * 0.17 + beside.grown
    for kind, role, workers in (
        (SAFEGUARDING, "social_worker", at_home / figures.CHILDREN_A_WORKER),
        (IN_CARE, "social_worker", in_care / 15),
        (LEAVING, "personal_adviser", grown / 20),
    ):
        teams = max(1, round(workers / figures.WORKERS_A_TEAM))
        for number in range(teams):
            office.team(_called(kind, number), round(workers / teams), role, told_next=told_next)
    office.some("reviewing_officer", round(in_care / 65))
    office.some("conference_chair", round(open_now * 0.12 / 50))
    office.some("front_door", round(children / years / 600))
    return office


OPEN_AT_A_DAY = 333


def newly_known(years: float) -> float:
    """Children who first become known in so many years, for every 333 who are open on one day."""
    return 370 * years


def on_leave(office: Office, today: date) -> list[tuple]:
    """About one in twelve is away, with somebody of their team to cover: (username, from, until, cover)."""
    rng = Random(f"{office.members[0].username} {today}")
    away = []
    for m in office.members:
        team = [o for o in office.members if o.squad is m.squad and o is not m and o.active and o.role == m.role]
        if m.active and m.squad and team and rng.random() < 0.08:
            first = today.fromordinal(today.toordinal() - rng.randint(0, 6))
            away.append((m.username, first, today.fromordinal(today.toordinal() + rng.randint(2, 9)), rng.choice(team).username))
    return away
