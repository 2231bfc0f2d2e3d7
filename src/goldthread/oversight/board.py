"""A team as its manager sees it: who waits, who was not seen, who carries what. Every number opens its children."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from django.db.models import F, Q, QuerySet

from goldthread.clock.counting import day_number
from goldthread.clock.spans import working_days
from goldthread.duties import Occurrence, State, state, words
from goldthread.duties.rules import RULES
from goldthread.duties.words import Word
from goldthread.oversight.owners import with_holders
from goldthread.oversight.planned import SEEING
from goldthread.oversight.weights import BY_KIND
from goldthread.oversight.worklist import Owed, not_done, owed_to
from goldthread.people.models import Leave, Team, Worker
from goldthread.record.models import Occurrence as Stored
from goldthread.record.models import Spoken, Standing
from goldthread.record.reach import Reach
from goldthread.record.speak import HERE

NOBODY_OVER = Decimal("0.5")  # room below this is not room for a child


def seeing_codes() -> list[str]:
    """The codes of duties that only seeing the child can meet."""
    return [code for duty in RULES if SEEING & set(_words(duty.until)) for code in duty.codes]


def _words(until: Word | Iterable[Word]) -> Iterable[Word]:
    return (until,) if isinstance(until, Word) else until


@dataclass(slots=True)
class Waiting:
    """Brothers and sisters who wait for a worker, since when, and how many working days that is."""

    children: list[Standing]
    since: date
    days: int


@dataclass(slots=True)
class NotSeen:
    """A child whose seeing is overdue, by how many working days, and the last attempt if it came after the last time seen."""

    child: Standing
    row: Owed
    late_by: int
    tried: date | None
    tries: int = 0


@dataclass(slots=True)
class Load:
    """What one worker carries."""

    worker: Worker
    kinds: Counter = field(default_factory=Counter)
    overdue: int = 0
    away: Leave | None = None
    covers: list[Worker] = field(default_factory=list)

    @property
    def children(self) -> int:
        return self.kinds.total()

    @property
    def weight(self) -> Decimal:
        return sum((BY_KIND[kind].each * n for kind, n in self.kinds.items()), Decimal(0))

    @property
    def room(self) -> Decimal:
        """How much more the agreed limit allows; below nought it is how much they are over."""
        return self.worker.agreed_limit - self.weight


@dataclass(slots=True)
class Counts:
    """How many children were not seen in time on one day, and duties overdue, open, and of which one fact is missing."""

    not_seen: int
    overdue: int
    open: int
    unknown: int


@dataclass(slots=True)
class Board:
    """Everything on a team's page."""

    team: Team
    today: date
    children: list[Standing]
    waiting: list[Waiting]
    not_seen: list[NotSeen]
    owed: list[Owed]
    loads: list[Load]
    now: Counts
    last_friday: Counts
    friday: date
    kept_in_time: int
    kept_late: int
    seen: int
    seen_alone: int

    @property
    def overdue(self) -> list[Owed]:
        return [row for row in self.owed if row.verdict.state == State.OVERDUE]

    @property
    def unknown(self) -> list[Owed]:
        return [row for row in self.owed if row.verdict.state == State.UNKNOWN]

    @property
    def others(self) -> list[tuple[Worker, int]]:
        """Overdue duties of whoever carries none of the team's children, such as its manager or a chair, most first."""
        carrying = {load.worker.pk for load in self.loads}
        found = Counter(row.owner for row in self.overdue if row.owner and row.owner.pk not in carrying)
        return found.most_common()


def board(reach: Reach, team: Team) -> Board:
    """A team's page at the moment of the reach."""
    children = with_holders(reach.standings().filter(team=team, open=True))
    owed, codes, today = owed_to(reach, children), seeing_codes(), reach.today
    not_seen = _not_seen(owed, codes, today)
    _count_tries(not_seen)
    seen, alone = seen_this_week(children, today)
    kept = _kept(reach.occurrences_of(children), today)
    return Board(
        team=team, today=today, children=children, waiting=_waiting(children, today), not_seen=not_seen, owed=owed,
        loads=_loads(team, children, owed, today), now=_counts(((r.children[0].person_id, r.code, r.verdict.state) for r in owed), codes),
        last_friday=_then(reach, children, codes, last_friday(today)), friday=last_friday(today),
        kept_in_time=kept[False], kept_late=kept[True], seen=len(seen), seen_alone=len(alone),
    )  # fmt: skip


def last_friday(today: date) -> date:
    """The Friday of the week before."""
    return today - timedelta(days=today.weekday() + 3)


def _monday(today: date) -> date:
    return today - timedelta(days=today.weekday())


def _waiting(children: Iterable[Standing], today: date) -> list[Waiting]:
    families: dict[object, list[Standing]] = defaultdict(list)
    for child in children:
        if child.worker_id is None and child.adviser_id is None:
            families[child.person.family or ("one", child.person_id), child.held_since].append(child)
    rows = [Waiting(sorted(group, key=lambda c: c.born or date.max), since or today, day_number(working_days(1), since or today, today))
            for (_, since), group in families.items()]  # fmt: skip
    return sorted(rows, key=lambda w: w.since)


def _not_seen(owed: Iterable[Owed], codes: list[str], today: date) -> list[NotSeen]:
    worst: dict[int, NotSeen] = {}
    for row in owed:
        if row.code in codes and row.verdict.state == State.OVERDUE:
            child = row.children[0]
            tried = child.last_tried if child.last_tried and child.last_tried > (child.last_seen or date.min) else None
            found = NotSeen(child, row, day_number(working_days(1), row.due, today), tried)
            if child.person_id not in worst or worst[child.person_id].late_by < found.late_by:
                worst[child.person_id] = found
    return sorted(worst.values(), key=lambda n: -n.late_by)


def _count_tries(found: Sequence[NotSeen]) -> None:
    """How often somebody went there since each child was last seen."""
    since = {n.child.person_id: n.child.last_seen or date.min for n in found if n.tried}
    made = Spoken.objects.filter(person__among=since, word=words.visit_made.name, superseded_at=None).values_list("person", "day")
    tries = Counter(person for person, day in made if day > since[person])
    for n in found:
        n.tries = tries[n.child.person_id]


def _loads(team: Team, children: Iterable[Standing], owed: Iterable[Owed], today: date) -> list[Load]:
    workers = Worker.objects.at_work().filter(team=team).exclude(pk=team.manager_id)
    loads = {w.pk: Load(w) for w in workers if w.role in ("social_worker", "personal_adviser")}
    for child in children:
        holder = child.worker_id or child.adviser_id
        if holder in loads:
            loads[holder].kinds[child.kind] += 1
    for row in owed:
        if row.verdict.state == State.OVERDUE and row.owner and row.owner.pk in loads:
            loads[row.owner.pk].overdue += 1
    for leave in Leave.objects.filter(worker__in=list(loads), day__lte=today).filter(Q(until=None) | Q(until__gte=today)).select_related("covered_by"):
        loads[leave.worker_id].away = leave
        if leave.covered_by_id in loads:
            loads[leave.covered_by_id].covers.append(loads[leave.worker_id].worker)
    return sorted(loads.values(), key=lambda load: load.room)


def _counts(owed: Iterable[tuple[int, str, State]], codes: list[str]) -> Counts:
    """From person, code and state of each duty."""
    found: Counter[State] = Counter()
    not_seen = set()
    for person, code, is_ in owed:
        found[is_] += is_.is_open
        if is_ == State.OVERDUE and code in codes:
            not_seen.add(person)
    return Counts(len(not_seen), found[State.OVERDUE], found.total(), found[State.UNKNOWN])


def _then(reach: Reach, children: Iterable[Standing], codes: list[str], day: date) -> Counts:
    when = datetime.combine(day, time(23, 59), HERE)
    rows = not_done(reach.occurrences_of(children), day).values_list("person", *Occurrence._fields)
    occurrences = ((person, Occurrence(*row)) for person, *row in rows)
    return _counts(((person, o.code, state(o, when).state) for person, o in occurrences), codes)


def _this_week(occurrences: QuerySet[Stored], today: date) -> QuerySet[Stored]:
    """Duties met this week. What its own entry met, such as a visit written up at once, was owed by nobody."""
    return occurrences.filter(met__gte=_monday(today), met__lte=today).exclude(opened_by=F("met_by"))


def _kept(occurrences: QuerySet[Stored], today: date) -> dict[bool, int]:
    """How many duties were met this week, by whether they were late."""
    late = Counter(met > due for met, due in _this_week(occurrences, today).values_list("met", "due"))
    return {False: late[False], True: late[True]}


def kept_rows(reach: Reach, standings: Iterable[Standing], *, late: bool) -> list[tuple[Standing, Occurrence]]:
    """The duties behind that number, each with its child, the last met first."""
    children = {s.person_id: s for s in standings}
    rows = _this_week(reach.occurrences_of(children.values()), reach.today).order_by("-met", "person", "code")
    found = ((children[person], Occurrence(*values)) for person, *values in rows.values_list("person", *Occurrence._fields))
    return [(child, o) for child, o in found if o.met is not None and (o.met > o.due) == late]


def seen_this_week(children: Iterable[Standing], today: date) -> tuple[set[int], set[int]]:
    """Which of these children somebody saw this week, and saw alone."""
    said = Spoken.objects.filter(person__among=[c.person_id for c in children], word__in=[w.name for w in SEEING], superseded_at=None)
    pairs = set(said.filter(day__gte=_monday(today), day__lte=today).values_list("person", "word"))
    return {p for p, word in pairs if word == words.visit_child_seen.name}, {p for p, word in pairs if word == words.visit_seen_alone.name}


def suggestions(loads: Iterable[Load], child: Standing, knew: Mapping[int, int]) -> list[tuple[Load, str]]:
    """Workers who have room for a child, most room first, each with the reason in words. Nobody is ranked by a number.

    `knew` are workers of the family in earlier times, with the year they last were.
    """
    need = BY_KIND[child.kind].each if child.kind else NOBODY_OVER
    able = sorted((load for load in loads if load.room >= need and load.away is None), key=lambda load: (-load.room, load.worker.pk not in knew))
    return [(load, _reason(load, place == 0, knew.get(load.worker.pk))) for place, load in enumerate(able)]


def _reason(load: Load, first: bool, year: int | None) -> str:
    room = f"has most room ({load.room.normalize():f})" if first else f"has room for {load.room.normalize():f}"
    return f"{room} and knew the family in {year}" if year else room

