"""Lists 6 and 7: children in need and children on a protection plan, one row for each child."""

from datetime import date
from typing import Any, NamedTuple

from goldthread.exchange.annex_a_out import labels
from goldthread.exchange.annex_a_out.about import Cell, age, child_and_facts, disabled, held_by
from goldthread.exchange.annex_a_out.front import SINCE, Rows, decision
from goldthread.exchange.annex_a_out.known import Known
from goldthread.exchange.annex_a_out.told import told

ADULT = 18
SHORT_BREAKS = ("V1", "V3", "V4")
WORK = ("assessment", "enquiry", "need_plan", "protection_plan", "looked_after", "visit")
PLANS = ("need_plan", "protection_plan")
EMERGENCY = ("L1", "L2")


class Need(NamedTuple):
    """A time of being in need: the day it began, why as far as is said, and the closing that ended it, if it has ended."""

    day: date
    primary_need: str
    closing: Any = None

    @property
    def ended(self) -> date | None:
        return self.closing.day if self.closing else None


class Visit(NamedTuple):
    """A day on which somebody came to see the child, whether they did, and alone."""

    day: date
    child_seen: bool | None
    seen_alone: bool | None


def in_need(child: Known) -> Rows:
    need = _need(child)
    if need is None or _only_referred(child, need) or _leaving_care(child, need):
        return
    yield (
        *child_and_facts(child), disabled(child), need.day, labels.NEED.get(need.primary_need, labels.NEED[""]),
        _last_seen(child, need), need.ended, labels.CLOSURE.get(need.closing.reason) if need.closing else None,
        labels.STATUS[status(child, need)], *held_by(child),
    )  # fmt: skip


def _need(child: Known) -> Need | None:
    """The newest time in need that was open at the inspection, else the newest that had ended in the six months before."""
    closings = {closing.closes: closing for closing in child.of("closing")}
    times = [Need(r.day, r.primary_need, closings.get(r.entry)) for r in child.of("referral") if decision(child, r) == "accepted"]
    open_ones = [need for need in times if need.closing is None]
    since = child.asked.months_before(SINCE)
    lately = sorted((need for need in times if need.closing and need.ended >= since), key=lambda need: need.ended)
    return next(iter([*reversed(open_ones), *_without_referral(child), *reversed(lately)]), None)


def _without_referral(child: Known) -> list[Need]:
    """Care and plans that go on, where no referral is known that began them: in need from the first of them on. Closing ends plans, never care."""
    closed = max((closing.day for closing in child.of("closing")), default=date.min)
    care = [period for period in child.of("looked_after") if period.until is None]
    plans = [plan for kind in PLANS for plan in child.of(kind) if plan.until is None and plan.day >= closed]
    began = min((entry.day for entry in (*care, *plans)), default=None)
    return [Need(began, next((period.primary_need for period in care), ""))] if began else []


def _only_referred(child: Known, need: Need) -> bool:
    """Nothing has followed the referral yet: such children are in list 3 and not here."""
    began, last = need.day, need.ended or child.on
    followed = any(e.day <= last and (e.ends is None or e.ends >= began) if kind != "visit" else began <= e.day <= last
                   for kind in WORK for e in child.of(kind))  # fmt: skip
    return not followed and not _told_status(child)


def _leaving_care(child: Known, need: Need) -> bool:
    """A grown care leaver is in list 9 and not here, unless the work had been closed in the six months before."""
    years = age(child)
    return need.closing is None and years is not None and years >= ADULT and bool(child.of("leaving_care"))


def status(child: Known, need: Need) -> str:
    """The highest that applies, in the order of the list."""
    if need.closing:
        return "closed"
    if in_care_now(child) is not None:
        return "looked_after"
    if _goes_on(child, "protection_plan"):
        return "protection"
    if _goes_on(child, "need_plan"):
        return "need"
    said = _told_status(child)
    if said in ("need", "assessment"):
        return said
    return "assessment" if _goes_on(child, "assessment") else "need"


def _told_status(child: Known) -> str:
    answers = told(child)
    return answers.status if answers else ""


def _goes_on(child: Known, kind: str) -> bool:
    return any(entry.until is None for entry in child.of(kind))


def in_care_now(child: Known) -> Any:
    """The period of care that goes on, short breaks not counted; None where there is none."""
    return child.latest("looked_after", lambda period: period.until is None and not short_breaks(child, period))


def short_breaks(child: Known, care: Any) -> bool:
    """Whether a period of care is one of short breaks, by its newest legal status."""
    ruled = latest_in(child, "legal_status", care)
    return ruled is not None and ruled.status in SHORT_BREAKS


def latest_in(child: Known, kind: str, period: Any) -> Any:
    """The newest entry of a type that had begun in a period or before it, and not ended before it.

    What begins on the day that the period ended is no part of it, unless the period itself began on that day.
    """
    ended = period.until or date.max
    return child.latest(kind, lambda entry: (entry.day < ended or entry.day == period.day) and (entry.ends is None or entry.ends >= period.day))


def latest_day(child: Known, kind: str, period: Any, wanted: Any = lambda entry: True) -> date | None:
    """The newest day in a period on which such a thing happened."""
    last = period.until or child.on
    found = child.latest(kind, lambda entry: period.day <= entry.day <= last and wanted(entry))
    return found.day if found else None


def _last_seen(child: Known, need: Need) -> date | None:
    began, last = need.day, need.ended or child.on
    return max((visit.day for visit in visits_made(child) if visit.child_seen and began <= visit.day <= last), default=None)


def protection(child: Known) -> Rows:
    """The newest plan that was in force at the inspection or ended in the six months before."""
    since = child.asked.months_before(SINCE)
    plan = child.latest("protection_plan", lambda p: p.until is None or p.until >= since)
    if plan is None:
        return
    visit_day, alone = _statutory_visit(child, plan)
    yield (
        *child_and_facts(child), disabled(child), plan.day, labels.ABUSE.get(plan.initial_category),
        labels.ABUSE.get(plan.latest_category or plan.initial_category), visit_day, alone,
        latest_day(child, "conference", plan, lambda c: c.kind == "review"), plan.until,
        labels.yes_no_unknown(_emergency(child, since)), _plans_before(child, plan), *held_by(child),
    )  # fmt: skip


def _statutory_visit(child: Known, plan: Any) -> tuple[Cell, Cell]:
    """The day of the last visit in the plan, and whether the child was seen alone on it."""
    last = plan.until or child.on
    visits = [v for v in visits_made(child) if plan.day <= v.day <= last]
    if not visits:
        return None, None
    alone = False if visits[-1].child_seen is False else visits[-1].seen_alone
    return visits[-1].day, labels.yes_no_unknown(alone)


def visits_made(child: Known) -> list[Visit]:
    """Visits to the child, oldest first; a child who was seen in an assessment was visited on that day."""
    made = [Visit(v.day, v.child_seen, v.seen_alone) for v in child.of("visit") if v.made is not False]
    days = {visit.day for visit in made}
    seen = [Visit(a.seen_on, True, None) for a in child.of("assessment") if a.child_seen and a.seen_on and a.seen_on <= child.on]
    return sorted([*made, *(visit for visit in seen if visit.day not in days)], key=lambda visit: visit.day)


def _emergency(child: Known, since: date) -> bool:
    answers = told(child)
    ordered = any(s.status in EMERGENCY and (s.until is None or s.until >= since) for s in child.of("legal_status"))
    return ordered or bool(answers and answers.emergency)


def _plans_before(child: Known, plan: Any) -> int:
    return max(plan.previous_plans or 0, sum(other.day < plan.day for other in child.of("protection_plan")))
