"""List 8: children in care at the inspection or in the six months before it."""

from datetime import date
from typing import Any

from goldthread.exchange.annex_a_out import labels
from goldthread.exchange.annex_a_out.about import Cell, child_and_facts, disabled, facts, held_by, holders
from goldthread.exchange.annex_a_out.front import SINCE, YEAR, Rows
from goldthread.exchange.annex_a_out.known import Known
from goldthread.exchange.annex_a_out.need import latest_day, latest_in, short_breaks, visits_made
from goldthread.exchange.annex_a_out.told import at_least, told
from goldthread.exchange.authorities import name_of

IN, OUT = "a) In", "b) Out"
CONFIDENTIAL = "CON"
SAME_CARER = ("T", "U")
CAME = ("PN1", "PN2", "PN3", "PN4")  # to the review, which the officer chairs


def in_care(child: Known) -> Rows:
    care = _care(child)
    if care is None:
        return
    yield (
        *child_and_facts(child), labels.YES if alone_lately(child) else labels.NO, disabled(child), care.day,
        labels.NEED.get(care.primary_need or _need(child)), labels.yes_no(_again(child, care)), *_legal(child, care),
        latest_day(child, "review", care), _visited(child, care), _permanence(child),
        _officer_in_touch(child, care),
        latest_day(child, "health_assessment", care, lambda h: h.kind in ("initial", "review")),
        latest_day(child, "health_assessment", care, lambda h: h.kind == "dental"),
        _placements(child), care.until, labels.CEASED.get(care.end_reason) if care.until else None, *_home(child, care),
        *_missing(child), *held_by(child),
    )  # fmt: skip


def _care(child: Known) -> Any:
    """The newest period of care that went on at the inspection or ended in the six months before; short breaks are not in this list."""
    since = child.asked.months_before(SINCE)
    return child.latest("looked_after", lambda period: (period.until is None or period.until >= since) and not short_breaks(child, period))


def alone_lately(child: Known) -> bool:
    """Whether the child sought asylum alone, and that was so at some time in the 12 months before."""
    known = facts(child)
    if known is None or not known.unaccompanied:
        return False
    return known.unaccompanied_ended is None or known.unaccompanied_ended >= child.asked.months_before(YEAR)


def _need(child: Known) -> str:
    referral = child.latest("referral", lambda r: r.decision == "accepted")
    return referral.primary_need if referral else ""


def _again(child: Known, care: Any) -> bool:
    year, answers = child.asked.months_before(YEAR), told(child)
    earlier = (other for other in child.of("looked_after") if other.day < care.day and not short_breaks(child, other))
    before = any(other.until and other.until >= year for other in earlier)
    return before or bool(answers and answers.care_again)


def _legal(child: Known, care: Any) -> tuple[Cell, Cell]:
    ruled = latest_in(child, "legal_status", care)
    return (ruled.day, labels.LEGAL.get(ruled.status)) if ruled else (None, None)


def _visited(child: Known, care: Any) -> date | None:
    last = care.until or child.on
    return max((visit.day for visit in visits_made(child) if care.day <= visit.day <= last), default=None)


def _permanence(child: Known) -> Cell:
    plan, answers = child.latest("care_plan", lambda p: p.aim), told(child)
    aim = plan.aim if plan else answers.permanence if answers else ""
    return labels.PERMANENCE.get(aim)


def _officer_in_touch(child: Known, care: Any) -> date | None:
    """A visit or note by a reviewing officer of the child, a review the child came to, or the day that an earlier list told."""
    officers = {a.worker for a in holders(child, "reviewing_officer") if a.worker}
    days = [e.day for kind in ("visit", "note") for e in child.of(kind) if e.wrote in officers and e.day >= care.day]
    days += [review.day for review in child.of("review") if review.participation in CAME and review.day >= care.day]
    answers = told(child)
    if answers and (said := child.past(answers.officer_in_touch)):
        days.append(said)
    return max(days, default=None)


def _lasting(child: Known) -> list[Any]:
    return [p for p in child.of("placement") if not (p.kind or "").startswith("T")]


def _placements(child: Known) -> int:
    """Placements in the 12 months before, with the one that the child was in when they began.

    Temporary moves are none, nor is another placement with the same carer.
    """
    year, answers = child.asked.months_before(YEAR), told(child)
    recent = [p for p in _lasting(child) if p.until is None or p.until >= year]
    found = [p for p in recent if p is recent[0] or p.start_reason not in SAME_CARER]
    return at_least(child, "placements", len(found), sum(p.day > answers.day for p in found) if answers else None)


def _home(child: Known, care: Any) -> tuple[Cell, ...]:
    """Beginning, kind, provider, postcode, Ofsted number, in or out of the area, and authority of the newest placement."""
    last = care.until or child.on
    in_time = [p for p in child.of("placement") if p.day <= last and (p.ends is None or p.ends >= care.day)]
    lasting = [p for p in in_time if not (p.kind or "").startswith("T")]
    home = next(iter(reversed(lasting or in_time)), None)
    if home is None:
        return (None,) * 7
    postcode = None if home.location == CONFIDENTIAL else home.postcode or None
    return (
        home.day, labels.PLACEMENT.get(home.kind), labels.PROVIDER.get(home.provider), postcode, home.urn or None,
        _where(home), labels.ELSEWHERE.get(home.location) or name_of(home.location) or None,
    )  # fmt: skip


def _where(home: Any) -> Cell:
    outside = home.outside_area if home.outside_area is not None else {"IN": False, "OUT": True}.get(home.location)
    return None if outside is None else OUT if outside else IN


def _missing(child: Known) -> tuple[Cell, ...]:
    """Times missing and times away in the 12 months before; whether an interview was offered after the last time missing, and accepted."""
    year, answers = child.asked.months_before(YEAR), told(child)
    lately = [m for m in child.of("missing") if m.day > year]
    gone, away = ([m for m in lately if (m.kind == "A") is is_away] for is_away in (False, True))
    last = gone[-1] if gone else None
    talk = child.latest("return_interview", lambda r: last is not None and r.episode == last.entry)
    offered, accepted = (talk.offered, talk.accepted) if talk else (None, None)
    if last is None and answers is not None:
        offered, accepted = answers.interview_offered, answers.interview_accepted
    since = (sum(m.day > answers.day for m in kind) for kind in (gone, away)) if answers else (None, None)
    counts = zip(("missing", "away"), (gone, away), since, strict=True)
    return *(at_least(child, name, len(found), new) for name, found, new in counts), labels.yes_no(offered), labels.yes_no(accepted)
