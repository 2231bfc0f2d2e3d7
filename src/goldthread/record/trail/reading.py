"""Reading the audit: what one worker did, what was done with one record, what went out, what was refused."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Max, Q, QuerySet

from goldthread.people.models import Worker
from goldthread.people.roles import READ_AUDIT
from goldthread.people.sight import check_may
from goldthread.record.asking import ask
from goldthread.record.trail.acts import LIST, LOOKING, OUT, VERIFY
from goldthread.record.trail.models import Look

COLUMNS = ("pk", "at", "worker", "worker__name", "worker__username", "act", "person", "people", "page", "what", "reason", "refused", "session", "salt", "said")
A_PAGE = 50


@dataclass(frozen=True, slots=True)
class Asked:
    """Which lines: None and "" ask for all. `start` is included, `end` is not. `act` may be "out": whatever left the house.

    `below` and `above` are line numbers between which a page of the list lies.
    """

    worker: int | None = None
    person: int | None = None
    act: str = ""
    refused: bool = False
    start: datetime | None = None
    end: datetime | None = None
    below: int | None = None


def lines(actor: Worker, asked: Asked) -> QuerySet:
    """Lines as dicts of COLUMNS, the newest written first. Raises NotAllowed for somebody whose role does not read the audit."""
    check_may(actor, READ_AUDIT)
    return _values(Look.objects.filter(_which(asked)))


def lines_of(person: int, start: datetime, end: datetime, worker: str = "") -> QuerySet:
    """What was done with one record from `start` to `end`: for whoever has opened it. `worker` signs in so; "" is everybody."""
    by = {"worker__username": worker} if worker else {}
    return _values(Look.objects.filter(about(person), at__gte=start, at__lte=end, **by))


def looks(person: int, start: datetime, end: datetime) -> list[dict]:
    """Who looked at a record from `start` to `end`: worker, times, last, reason, refused. For whoever has opened it."""
    found = Look.objects.filter(person=person, act__in=LOOKING, at__gte=start, at__lte=end)
    by = found.values("worker__name", "worker__role", "worker__team__name", "reason", "refused")
    return list(by.annotate(times=Count("id"), last=Max("at")).order_by("-last"))


def looks_of(worker: int, start: datetime, end: datetime) -> list[dict]:
    """What an inspector read, searched, listed and took out from `start` until before `end`, newest first, for whoever invited them."""
    found = Look.objects.filter(worker=worker, act__in=(*LOOKING, LIST), at__gte=start, at__lt=end).order_by("-at", "-pk")
    return list(found.values("at", "person", "page", "reason", "refused"))


def stands(lines: Iterable[Look]) -> bool:
    """Whether one of these lines was not undone with the transaction that wrote it."""
    numbers = [line.pk for line in lines]
    return bool(numbers) and Look.objects.filter(pk__in=numbers).exists()


def called(reference: str) -> tuple[int, str] | None:
    """Whose record has this reference, in large or small letters, and how it is written; also where the record was erased."""
    if not reference:
        return None
    [found] = ask(("SELECT id, reference FROM record_family WHERE upper(reference) = upper(%s) ORDER BY id LIMIT 1", [reference]))
    return found[0] if found else None


def references(people: Iterable[int]) -> dict[int, str]:
    """The references of these people, whether or not anybody may open their records."""
    wanted = list(people)
    return dict(ask(("SELECT id, reference FROM record_family WHERE id = ANY(%s)", [wanted]))[0]) if wanted else {}


def about(person: int) -> Q:
    """Lines about somebody's record, and lists and searches in which they were shown."""
    return Q(person=person) | Q(people__contains=[person])


def _which(asked: Asked) -> Q:
    parts: Iterable[tuple[object, Q]] = (
        (asked.worker, Q(worker=asked.worker)), (asked.person, about(asked.person or 0)), (asked.refused, Q(refused=True)),
        (asked.act, Q(act__in=OUT) if asked.act == "out" else Q(act=asked.act)), (asked.start, Q(at__gte=asked.start)),
        (asked.end, Q(at__lt=asked.end)), (asked.below, Q(pk__lt=asked.below)),
    )  # fmt: skip
    which = Q()
    for given, part in parts:
        if given:
            which &= part
    return which


def _values(found: QuerySet) -> QuerySet:
    return found.order_by("-pk").values(*COLUMNS)


def last_verified(actor: Worker) -> dict | None:
    """The newest verification: at, what ("whole" or "broken"), reason (in words)."""
    check_may(actor, READ_AUDIT)
    return verified()


def verified() -> dict | None:
    """The same for whoever looks after the machine: it tells nothing of anybody."""
    return Look.objects.filter(act=VERIFY).order_by("-pk").values("at", "what", "reason").first()
