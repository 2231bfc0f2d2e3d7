"""A made-up family: who they are, where they live and who is around the children; and how things are told of them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from random import Random

from goldthread.demo import figures, names
from goldthread.demo.course import YEAR, pick
from goldthread.demo.deals import Deals
from goldthread.demo.figures import Habits
from goldthread.demo.office import Office
from goldthread.demo.sentences import Pen, schools, themes
from goldthread.demo.telling import WORKING, Change, Member, Somebody, Squad, Story, Told, after, moment

BY_20_WEEKS, AFTER_20_WEEKS = (156, 175), (25, 125)  # days before the birth, well clear of the 140 that count
Holding = list[tuple[date, Member | None]]  # who works with a child, from which day


@dataclass(slots=True)
class Family:
    """A family and all that telling their story needs. Nothing is told that happens after `now`."""

    rng: Random
    now: datetime
    habits: Habits
    office: Office
    patch: Squad
    pen: Pen
    origin: names.Origin
    children: list[Somebody]
    mum: Somebody
    dad: Somebody
    gran: Somebody
    alone: bool = False
    home: str = ""  # a street and number that the story fixes
    visits_until: date | None = None  # the last day of regular visits; what comes after is told one by one
    placed: str = ""  # the kind of every placement, if the story fixes it
    moves: list[date] | None = None  # when a child in care changed homes, if the story fixes it
    quiet_until: date | None = None  # nothing regular falls due up to this day
    story: Story = field(default_factory=Story)
    held: dict[int, Holding] = field(default_factory=dict)

    @property
    def today(self) -> date:
        return self.now.date()

    def worker(self, child: Somebody, day: date) -> Member:
        """Who worked with the child on a day; the team's manager while nobody did."""
        there = None
        for begins, member in self.held.get(id(child), ()):
            if begins <= day:
                there = member
        return there or self.office.manager(self.patch)

    def tell(self, child: Somebody, type: str, day: date, writer: Member | None = None, *, at: datetime | None = None,
             recorded: datetime | None = None, slow: bool = False, **values) -> Told | None:  # fmt: skip
        """Tell an entry if it has happened by now. `slow` ones may be written up days later."""
        if day > self.today or (at is not None and at > self.now):
            return None
        written = recorded or after(day, at)
        if slow and self.rng.random() < self.habits.slow:
            later = WORKING.add(day, self.rng.randint(2, 8))
            written = moment(later, self.rng.randint(9, 17)) if later <= self.today else written
        writer = writer or self.worker(child, day)
        return self.story.tell(child, type, day, writer, at=at, recorded=min(written, self.now), **values)

    def end(self, told: Told | None, day: date, by: Member | None = None, **values) -> None:
        """Something that lasted is over, if it is by now."""
        if told is not None and day <= self.today:
            day = max(day, told.day)
            told.end(day, by or self.worker(told.about, day), min(after(day), self.now), **values)

    def misdate(self, told: Told | None) -> None:
        """Sometimes the day was typed wrong at first and put right within the week."""
        if told is None or self.rng.random() >= self.habits.wrong:
            return
        put_right = moment(WORKING.add(told.recorded.date(), self.rng.randint(1, 6)), 9, self.rng.randint(0, 59))
        wrong = told.day - timedelta(days=1)
        if put_right > self.now or (told.about.born and wrong < told.about.born):
            return
        right, right_at = told.day, told.at
        told.day, told.at = wrong, right_at and right_at - timedelta(days=1)
        told.changes.append(Change(put_right, told.by, self.write("corrected", told.about, told.day), right, right_at))

    def rounds(self, start: date, stop: date, days: int, late: float | None = None) -> list[date]:
        """What comes round every so many days, up to a day or to now."""
        found = list(rounds(self.rng, start, min(stop, self.today), days, self.habits.late if late is None else late))
        last = found[-1] if found else start
        if self.quiet_until and stop >= self.today and last + timedelta(days=days) <= self.quiet_until:
            found.append(self._lately(max(last, self.quiet_until - timedelta(days=days)) + timedelta(days=1)))
        return found

    def _lately(self, first: date) -> date:
        """A working day between one day and yesterday, or yesterday."""
        span = max(0, (self.today - first).days - 1)
        return min(WORKING.on_or_after(first + timedelta(days=self.rng.randint(0, span))), WORKING.on_or_before(self.today - timedelta(days=1)))

    def school(self, child: Somebody, day: date) -> str:
        """Where the child goes on a day: to a nursery, a school or an academy, the same for the same years."""
        there = schools()["nursery" if child.age(day) < 4 else "primary" if child.age(day) < 11 else "secondary"]
        return there[(child.born.toordinal() * 7 + len(child.forename)) % len(there)]

    def write(self, name: str, child: Somebody, day: date) -> str:
        return self.marked(name, child, day)[1]

    def marked(self, name: str, child: Somebody, day: date) -> tuple[str, str]:
        """A sentence that fits the child on a day, and what it carries besides."""
        return self.pen.marked(name, child, child.age(day), school=self.school(child, day), worker=self.worker(child, day).forename)


def rounds(rng: Random, start: date, stop: date, days: int, late: float) -> Iterator[date]:
    """Working days after `start` up to `stop`, at most so many days apart unless one is late."""
    day = start
    while True:
        step = days * (rng.uniform(1.15, 2.0) if rng.random() < late else rng.uniform(0.62, 0.98))
        day = max(WORKING.on_or_before(day + timedelta(days=round(step))), WORKING.add(day, 1))
        if day > stop:
            return
        yield day


def people(rng: Random, start: date, alone: bool) -> tuple[names.Origin, list[Somebody], list[Somebody]]:
    """An origin, the children (eldest first) and mother, father and grandmother of a family first referred on a day."""
    origin = names.origin(rng)
    if alone:
        origin = origin._replace(group="O", code="OOTH", surname=rng.choice(names.HERITAGE["O"]))
    mother_name = origin.surname if rng.random() < 0.7 else names.surname(rng)
    mum = Somebody(names.given(rng, origin.group, "F"), mother_name, sex="F")
    dad = Somebody(names.given(rng, origin.group, "M"), origin.surname if rng.random() < 0.6 else names.surname(rng), sex="M")
    children = list(_children(rng, start, origin, alone))
    first = min(c.born for c in children)
    for parent, youngest in ((mum, 17), (dad, 19)):
        parent.born = first - timedelta(days=round(rng.triangular(youngest, 41, 25) * YEAR))
    gran = Somebody(names.given(rng, origin.group, "F"), mum.surname, mum.born - timedelta(days=round(rng.uniform(18, 34) * YEAR)), "F")
    return origin, children, [mum, dad, gran]


def _children(rng: Random, start: date, origin: names.Origin, alone: bool) -> Iterator[Somebody]:
    """Brothers and sisters, spaced by one to five years; sometimes the youngest is not born when the story begins."""
    low, high = (15.2, 17.3) if alone else pick(rng, figures.AGES_AT_REFERRAL)
    number = 1 if alone else pick(rng, figures.CHILDREN_IN_FAMILY)
    youngest = round(rng.uniform(low, high) * YEAR) if rng.random() > 0.04 or alone else -rng.randint(20, 160)
    born, used = start - timedelta(days=youngest), set()
    for _ in range(number):
        sex = rng.choice("MMMMF") if alone else rng.choice("FM")
        forename = next(n for n in iter(lambda s=sex: names.given(rng, origin.group, s), None) if n not in used)
        used.add(forename)
        if start - born < timedelta(days=17.6 * YEAR):
            yield Somebody(forename, origin.surname, born, sex)
        born -= timedelta(days=rng.randint(400, 1700))


def awaited(rng: Random, deals: Deals, children: Iterable[Somebody], start: date) -> None:
    """A baby who is not born when the family is referred is heard of before week 20, or later, as was usual in that month."""
    for baby in (c for c in children if c.born > start):
        baby.born = start + timedelta(days=rng.randint(*(BY_20_WEEKS if deals.keeps("before_birth", start) else AFTER_20_WEEKS)))


def theme_for(rng: Random, children: Iterable[Somebody], start: date) -> dict:
    """A story that fits the ages of the children."""
    ages = [max(0, c.age(start)) for c in children]
    fitting = [t for t in themes().values() if any(t["ages"][0] <= a <= t["ages"][1] for a in ages)]
    theme = rng.choices(fitting, [t["share"] for t in fitting])[0]
    return {**theme, "need": rng.choice(theme["need"])}
