"""What is booked and has not happened, and what was asked of others and has not come."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from goldthread.duties import words
from goldthread.record import models
from goldthread.record.models import Standing
from goldthread.record.register import entry_type

SEEING = frozenset({words.visit_child_seen, words.visit_seen_alone})
BOOKED_FOR = {
    words.review_conference_held.name: "review_conference", words.initial_conference_held.name: "initial_conference",
    words.core_group_held.name: "core_group", words.review_held.name: "review", words.visit_child_seen.name: "visit",
    words.visit_seen_alone.name: "visit",
}  # fmt: skip
ANSWERS = {words.health_requested: words.health_assessed}  # what is asked of others, and the word that says it came


@dataclass(slots=True)
class Booked:
    """Something planned for a child. `what` is a code of the booking type."""

    entry: int
    what: str
    day: date
    at: datetime | None


@dataclass(slots=True)
class Awaited:
    """Something that was asked of somebody else on a day and has not come."""

    child: Standing
    entry: int
    what: str
    asked: date


def bookings(people: Iterable[int], today: date) -> dict[int, list[Booked]]:
    """Bookings from today on by person, the nearest first; those called off are left out."""
    rows = (
        models.Booking.objects.filter(version__superseded_at=None, version__withdrawn=False, version__type="booking", called_off="",
                                      version__person__among=people, version__day__gte=today)
        .select_related("version").order_by("version__day", "version__at")
    )  # fmt: skip
    found: dict[int, list[Booked]] = defaultdict(list)
    for b in rows:
        found[b.version.person_id].append(Booked(b.version.entry, b.what, b.version.day, b.version.at))
    return found


def awaited(standings: Iterable[Standing], today: date) -> list[Awaited]:
    """What was asked of others for these children and has not come, the longest waited for first."""
    children = {s.person_id: s for s in standings}
    names = [w.name for pair in ANSWERS.items() for w in pair]
    rows = models.Spoken.objects.filter(person__among=children, word__in=names, superseded_at=None, day__lte=today)
    last: dict[tuple[int, str], tuple[date, int]] = {}
    for person, word, day, entry in rows.values_list("person", "word", "day", "entry"):
        last[person, word] = max((day, entry), last.get((person, word), (date.min, 0)))
    found = [_awaited(children[person], asked, last, person) for asked in ANSWERS for person in children if _waits(last, person, asked)]
    return sorted(found, key=lambda a: a.asked)


def _waits(last: dict[tuple[int, str], tuple[date, int]], person: int, asked: words.Word) -> bool:
    came = last.get((person, ANSWERS[asked].name), (date.min, 0))
    return (person, asked.name) in last and last[person, asked.name][0] > came[0]


def _awaited(child: Standing, asked: words.Word, last: dict[tuple[int, str], tuple[date, int]], person: int) -> Awaited:
    day, entry = last[person, asked.name]
    return Awaited(child, entry, entry_type("health_assessment").called, day)
