"""Inspection reports that are held: read, then confirmed by people fact by fact. Nothing counts before it is confirmed.

What was read and what people said of it stand side by side and are never changed. The newest word on a fact stands.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.db.models import Max, Prefetch

from goldthread.inspection import facts, files, reading
from goldthread.inspection.models import Confirmed, Fact, Report
from goldthread.inspection.models.reports import (
    AUTHORITY,
    ENDED,
    FRAMEWORK,
    IMPROVEMENT,
    INSPECTOR,
    JUDGEMENT,
    PUBLISHED,
    STARTED,
)
from goldthread.inspection.reading.values import Reading
from goldthread.people.models import Worker
from goldthread.people.roles import IMPROVE
from goldthread.people.sight import check_may

WAITING, CONFIRMED, CORRECTED, STRUCK, ADDED = "waiting", "confirmed", "corrected", "struck", "added"
DECIDES = (*facts.NEEDED, *facts.MANY)
"""What must be looked at before a report counts. The other facts may wait."""


@dataclass(frozen=True, slots=True)
class Held:
    """A fact and what people made of it. `value` is what stands; `said` the newest word, `earlier` those before it."""

    fact: Fact
    value: object
    state: str
    said: Confirmed | None = None
    earlier: tuple[Confirmed, ...] = ()

    @property
    def stands(self) -> bool:
        """Whether somebody said that it is a fact."""
        return self.state in (CONFIRMED, CORRECTED, ADDED)


@dataclass(frozen=True, slots=True)
class SaidJudgement:
    """A confirmed grade. `grade` is a key, `label` the area as printed."""

    area: str
    label: str
    grade: str
    grade_label: str
    page: int | None
    fact: Fact


@dataclass(frozen=True, slots=True)
class Recommendation:
    """A confirmed thing to improve. `number` counts those of this report from 1; `printed` is the report's own number."""

    fact: Fact
    number: int
    text: str
    page: int | None
    heading: str
    section: str
    priority: str
    printed: int | None
    said_by: str
    said_at: datetime


@dataclass(frozen=True, slots=True)
class Said:
    """A report as far as people confirmed it. What nobody confirmed yet is empty or None."""

    authority: str = ""
    framework: str = ""
    start: date | None = None
    end: date | None = None
    published: date | None = None
    inspector: str = ""
    judgements: tuple[SaidJudgement, ...] = ()
    recommendations: tuple[Recommendation, ...] = ()


def keep(data: bytes, name: str, *, now: datetime, by: Worker | None, ours: bool = False) -> Report:
    """Read a report and keep it with every fact found in it, none of them confirmed.

    A file that is held already is not kept again: its report is given. Raises NotKept where not one page can be opened.
    """
    files.check_size(len(data), name)
    return keep_reading(reading.read(data, name), data, name, now=now, by=by, ours=ours)


def keep_reading(found: Reading, data: bytes, name: str, *, now: datetime, by: Worker | None, ours: bool = False) -> Report:
    """Keep a report that was read already: see `keep`."""
    if by is not None:
        check_may(by, IMPROVE)
    if not files.is_pdf(data) or not found.pages:
        raise files.NotKept(found.problem or f"No page of “{files.safe_name(name)}” can be opened. Fetch it again where it came from.")
    with transaction.atomic():
        files.one_at_a_time(files.fingerprint(data))
        held_before = held_already(data)
        if held_before is not None:
            return held_before
        kept = files.keep_file(data, name, now=now, by=by)
        report = Report.objects.create(
            file=kept, pages=found.pages, problem=found.problem, notes=list(found.notes), ours=ours, added_at=now, added_by=by
        )
        Fact.objects.bulk_create(_of(report, facts.read_as_facts(found)))
    return report


def _of(report: Report, found: Iterable[Fact]) -> list[Fact]:
    rows = list(found)
    for fact in rows:
        fact.report = report
    return rows


def held_already(data: bytes) -> Report | None:
    """The report whose file has exactly this content."""
    return Report.objects.filter(file__sha256=files.fingerprint(data)).order_by("pk").first()


def held(report: Report) -> list[Held]:
    """Every fact of a report in its order, with what people said of it."""
    return held_of([report]).get(report.pk, [])


def held_of(reports: Iterable[Report | int], kinds: Iterable[str] = facts.HEADINGS) -> dict[int, list[Held]]:
    """The same for many reports by their number, in as many questions to the database as for one; facts of some kinds only."""
    said = Prefetch("said", Confirmed.objects.select_related("by").order_by("at", "pk"))
    found: dict[int, list[Held]] = {}
    wanted = Fact.objects.filter(report__in=list(reports), kind__in=list(kinds))
    for fact in wanted.order_by("report", "place", "pk").prefetch_related(said):
        found.setdefault(fact.report_id, []).append(_held(fact, list(fact.said.all())))
    return found


def held_fact(fact: Fact) -> Held:
    """One fact with what people said of it."""
    return _held(fact, list(fact.said.select_related("by").order_by("at", "pk")))


def _held(fact: Fact, words: list[Confirmed]) -> Held:
    *earlier, newest = words or [None]
    value = fact.read if newest is None else newest.value
    return Held(fact, value, _state(fact, newest), newest, tuple(reversed(earlier)))


def _state(fact: Fact, said: Confirmed | None) -> str:
    if said is None:
        return WAITING
    if said.value is None:
        return STRUCK
    if fact.read is None:
        return ADDED
    return CONFIRMED if said.value == fact.read else CORRECTED


def confirmed(report: Report) -> Said:
    """What people confirmed of a report, and nothing else."""
    return said_of(held(report))


def said_of(known: Iterable[Held]) -> Said:
    """The same from facts that were asked for already."""
    standing = [one for one in known if one.stands]
    single = {one.fact.kind: one.value for one in standing if one.fact.kind not in facts.MANY}
    asked = [one for one in standing if one.fact.kind == IMPROVEMENT]
    return Said(
        str(single.get(AUTHORITY, "")), str(single.get(FRAMEWORK, "")),
        *(day_or_none(single.get(kind)) for kind in (STARTED, ENDED, PUBLISHED)),
        str(single.get(INSPECTOR, "")),
        tuple(_judgement(one) for one in standing if one.fact.kind == JUDGEMENT),
        tuple(_recommendation(number, one) for number, one in enumerate(asked, start=1)),
    )  # fmt: skip


def day_or_none(value: object) -> date | None:
    """The day that stands in a fact, or None where it has none."""
    return date.fromisoformat(str(value)) if value else None


def _judgement(one: Held) -> SaidJudgement:
    value = one.value
    return SaidJudgement(one.fact.area, value["label"], value["grade"], value["grade_label"], one.fact.page, one.fact)


def _recommendation(number: int, one: Held) -> Recommendation:
    value, said = one.value, one.said
    return Recommendation(
        one.fact, number, value["text"], one.fact.page, value.get("heading") or "", value.get("section") or "", value.get("priority") or "",
        value.get("number"), said.by.name if said.by else "", said.at,
    )  # fmt: skip


def counts(report: Report) -> tuple[bool, str]:
    """Whether a report counts, and a sentence that says why, or what still waits."""
    return counts_of(held(report))


def counts_of(known: Iterable[Held]) -> tuple[bool, str]:
    """The same from facts that were asked for already."""
    known = list(known)
    missing = [facts.HEADINGS[kind].lower() for kind in facts.NEEDED if not any(one.fact.kind == kind and one.state != STRUCK for one in known)]
    waits = [one for one in known if one.state == WAITING and one.fact.kind in DECIDES]
    if not missing and not waits:
        return True, "Everything that counts has been confirmed by a person."
    parts = [f"{_number(len(waits))} for a person to confirm {'it' if len(waits) == 1 else 'them'} beside the page"] if waits else []
    parts += [f"{_listed(f'the {one}' for one in missing)} {'is' if len(missing) == 1 else 'are'} missing and can be added"] if missing else []
    said = ", and ".join(parts)
    return False, f"This report does not count yet: {said}."


def _listed(names: Iterable[str]) -> str:
    *firsts, last = names
    return f"{', '.join(firsts)} and {last}" if firsts else last


def _number(waits: int) -> str:
    return "one fact waits" if waits == 1 else f"{waits} facts wait"


def say(fact: Fact, value: object, *, why: str = "", now: datetime, by: Worker) -> Confirmed:
    """Say what a fact is: as read, corrected, or None for no fact at all. Anything but a confirmation needs a reason.

    Raises NotSaid where the value cannot be this fact, NotAllowed where the role does not lead improvement.
    """
    check_may(by, IMPROVE)
    kept = None if value is None else value if value == fact.read else facts.checked(fact.kind, value)
    reason = why.replace("\0", "").strip()
    if (kept is None or kept != fact.read) and not reason:
        raise facts.NotSaid("Say why: whoever reads this later will ask. The page of the report is reason enough.")
    return Confirmed.objects.create(fact=fact, value=kept, why=reason, by=by, at=now)


def confirm_all(waiting: Iterable[Held], *, now: datetime, by: Worker) -> int:
    """Confirm, as they were read, those of these facts that nobody has said anything about meanwhile; how many."""
    check_may(by, IMPROVE)
    with transaction.atomic():
        wanted = Fact.objects.select_for_update().filter(pk__in=[one.fact.pk for one in waiting], sure=True, read__isnull=False)
        still = [fact for fact in wanted.order_by("pk") if not fact.said.exists()]
        Confirmed.objects.bulk_create(Confirmed(fact=fact, value=fact.read, by=by, at=now) for fact in still)
    return len(still)


def add(report: Report, kind: str, value: object, page: int | None, *, why: str = "", area: str = "", now: datetime, by: Worker) -> Fact:
    """Add a fact that the reading missed, with its page; it is confirmed by whoever adds it. Raises NotSaid, NotAllowed."""
    check_may(by, IMPROVE)
    if kind not in facts.HEADINGS:
        raise facts.NotSaid("Choose what kind of fact it is.")
    if page is not None and not 1 <= page <= report.pages:
        raise facts.NotSaid(f"This report has pages 1 to {report.pages}: say on which of them it stands.")
    if kind == JUDGEMENT and area not in facts.AREAS:
        raise facts.NotSaid("Choose which part of the service was judged.")
    kept = facts.checked(kind, value)
    with transaction.atomic():
        Report.objects.select_for_update().get(pk=report.pk)
        _check_room(report, kind)
        last = report.facts.aggregate(last=Max("place"))["last"]
        place = 0 if last is None else last + 1
        fact = Fact.objects.create(report=report, kind=kind, area=area if kind == JUDGEMENT else "", place=place, page=page, sure=True)
        Confirmed.objects.create(fact=fact, value=kept, why=why.strip(), by=by, at=now)
    return fact


def _check_room(report: Report, kind: str) -> None:
    """A report has one authority, one form and one of each day: another is a correction of the first."""
    if kind not in facts.MANY and any(one.fact.kind == kind and one.state != STRUCK for one in held(report)):
        raise facts.NotSaid(f"“{facts.HEADINGS[kind]}” stands already. If it is wrong, correct that one.")
