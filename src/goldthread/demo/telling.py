"""Lives as plain values, before they are in any database: who there is, and what was written about them, when, by whom.

Whatever makes lives (the generator, the families of Wrenford) makes these; `keeping` puts them in the record.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from goldthread.clock.calendars import working_days_in_england

HERE = ZoneInfo("Europe/London")
WORKING = working_days_in_england()


@dataclass(frozen=True, slots=True)
class Squad:
    """A team, and by username the manager who owns every child waiting in it and the person who is told next."""

    name: str
    manager: str = ""
    told_next: str = ""


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody who works for the service."""

    username: str
    name: str
    role: str
    squad: Squad | None = None
    telephone: str = ""
    agreed_limit: float = 20
    pattern: str = ""
    active: bool = True

    @property
    def forename(self) -> str:
        return self.name.split()[0]


@dataclass(eq=False, slots=True)
class Somebody:
    """A person of a life. The reference is given only where a story fixes it."""

    forename: str
    surname: str
    born: date | None = None
    sex: str = ""
    reference: str | None = None
    expected: date | None = None

    @property
    def name(self) -> str:
        return f"{self.forename} {self.surname}"

    def age(self, day: date) -> int:
        """Whole years on that day; 0 for a child not born yet."""
        if self.born is None or self.born > day:
            return 0
        return day.year - self.born.year - ((day.month, day.day) < (self.born.month, self.born.day))

    def birthday(self, age: int) -> date:
        """The day this age is reached; 28 February for one born on a leap day."""
        born = self.born or self.expected
        try:
            return born.replace(year=born.year + age)
        except ValueError:
            return born.replace(year=born.year + age, day=28)


@dataclass(frozen=True, slots=True)
class Change:
    """A later version of an entry: what is different, when it was written down, by whom and why."""

    recorded: datetime
    by: Member | None = None
    why: str = ""
    day: date | None = None
    at: datetime | None = None
    until: date | None = None
    values: Mapping[str, Any] = field(default_factory=dict)


@dataclass(eq=False, slots=True)
class Told:
    """One entry about one person. In `values` workers, teams, people and other entries stand as themselves."""

    about: Somebody
    type: str
    day: date
    values: dict[str, Any]
    recorded: datetime
    by: Member | None = None
    at: datetime | None = None
    until: date | None = None
    together: "Told | None" = None
    significant: bool = False
    changes: list[Change] = field(default_factory=list)

    def end(self, day: date, by: Member | None = None, recorded: datetime | None = None, why: str = "", **values) -> None:
        """It lasted until this day, as was written down then."""
        self.changes.append(Change(recorded or after(day), by or self.by, why, until=day, values=values))

    def last(self, name: str) -> Any:
        """What the newest version says."""
        said = self.values.get(name)
        for change in self.changes:
            said = change.values.get(name, said)
        return said

    @property
    def ended(self) -> date | None:
        return next((c.until for c in reversed(self.changes) if c.until), self.until)


@dataclass(eq=False, slots=True)
class Look:
    """Somebody opened a child's page."""

    about: Somebody
    by: Member
    at: datetime
    reason: str = ""


@dataclass(eq=False, slots=True)
class Story:
    """A family: its people, what was told about them and who looked."""

    people: list[Somebody] = field(default_factory=list)
    told: list[Told] = field(default_factory=list)
    looks: list[Look] = field(default_factory=list)

    def add(self, person: Somebody) -> Somebody:
        self.people.append(person)
        return person

    def tell(self, about: Somebody, type: str, day: date, writer: Member | None = None, *, at: datetime | None = None,
             until: date | None = None, recorded: datetime | None = None, together: Told | None = None, **values) -> Told:  # fmt: skip
        """Add an entry; written down on the day itself unless `recorded` says otherwise."""
        told = Told(about, type, day, values, recorded or after(day, at), writer, at, until, together)
        self.told.append(told)
        return told

    def of(self, about: Somebody, *types: str) -> Iterator[Told]:
        """The entries of one person, in the order they were told."""
        return (t for t in self.told if t.about is about and (not types or t.type in types))


def moment(day: date, hour: int, minute: int = 0) -> datetime:
    """A time of day here."""
    return datetime.combine(day, time(hour, minute), HERE)


def after(day: date, at: datetime | None = None) -> datetime:
    """When something of that day is usually written down: an hour and a half later, or at the end of the afternoon."""
    return at + timedelta(minutes=90) if at else moment(day, 16, 40)


def working_day(day: date) -> date:
    """The day itself, or the last working day before it."""
    return WORKING.on_or_before(day)
