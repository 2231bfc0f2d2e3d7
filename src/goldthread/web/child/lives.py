"""A child's entries as a life on one line: bars, marks, gaps and quiet stretches."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import pairwise, zip_longest

from goldthread.record.reading import Written
from goldthread.web import wording
from goldthread.web.child.opening import Opened
from goldthread.web.child.titles import title
from goldthread.web.pictures import life
from goldthread.web.pictures.life import Bar, Gap, Life, Mark, Quiet

LONG_WITHOUT_VISIT = 56  # days between two visits that are drawn as a quiet stretch
LEAST_GAP = 1
BARS = {  # entry type: lane, tone
    "address": ("home", "e1"), "placement": ("home", "e5"), "looked_after": ("care", "e4"), "legal_status": ("legal", "e2"),
    "need_plan": ("plan", "e2"), "protection_plan": ("plan", "e3"), "assessment": ("plan", life.ASSESSED),
    "enquiry": ("plan", life.ASSESSED), "leaving_care": ("plan", "e1"), "schooling": ("school", "e5"), "missing": ("missing", "e4"),
}  # fmt: skip
SHORT = {"need_plan": "Child in need", "protection_plan": "Protection", "assessment": "assessed", "enquiry": "enquiry",
         "leaving_care": "Leaving care", "looked_after": "In care"}  # fmt: skip
MEETINGS = ("strategy_discussion", "conference", "core_group", "review", "need_plan_review")
EVENTS = ("health_assessment", "education_plan", "sdq", "pathway_plan", "return_interview", "adoption_decision")
LED_TO_WORK = ("referral", "open")


def on_one_line(opened: Opened, since: date | None = None) -> Life:
    """The whole life, or what of it touches the time since a day."""
    bars = [*_bars(opened), *_workers(opened)]
    marks, gaps = [*_marks(opened)], [*_home_gaps(bars), *_worker_gaps(opened, bars)]
    quiets = list(_quiets(opened))
    if since:
        bars = [b for b in bars if b.ends is None or b.ends >= since]
        bars = [Bar(b.lane, b.label, max(b.starts, since), b.ends, b.tone, b.short, b.source, b.href) for b in bars]
        marks = [m for m in marks if m.day >= since]
        gaps, quiets = ([g for g in some if g.starts >= since] for some in (gaps, quiets))
    born = opened.standing["born"] if since is None else since
    return Life(opened.first, opened.day, lanes(opened.first), born, tuple(bars), tuple(marks), tuple(gaps), tuple(quiets), opened.past)


def lanes(first: str) -> tuple[tuple[str, str], ...]:
    return (
        ("home", "Lives with"), ("care", "In care"), ("legal", "Legal status"), ("plan", "Plan"), ("worker", "Social worker"),
        ("school", "School"), ("missing", "Missing"), ("calls", f"Calls about {first}" if len(first) < 8 else "Calls"), ("visits", "Visits"),
        ("meetings", "Meetings"), ("events", "Health, school"),
    )  # fmt: skip


# What lasted


def _bars(opened: Opened) -> Iterator[Bar]:
    for kind in BARS:
        entries = sorted((w for w in opened.of(kind) if w.day <= opened.day), key=lambda w: w.day)
        for entry, following in zip_longest(entries, entries[1:]):
            if not (kind == "address" and entry.values.kind == "none"):
                yield _bar(entry, following, opened)


def _bar(entry: Written, following: Written | None, opened: Opened) -> Bar:
    """A bar ends where its entry says, or where the next home begins; an end still to come is no end yet."""
    lane, tone = BARS[entry.kind.code]
    ends = entry.until
    if ends is None and following and entry.kind.code in ("address", "schooling"):
        ends = following.day
    return Bar(lane, _label(entry), entry.day, ends if ends and ends <= opened.day else None, tone, SHORT.get(entry.kind.code, ""),
               source(entry), opened.entry_address(entry.number))  # fmt: skip


def _label(entry: Written) -> str:
    said, code = entry.values, entry.kind.code
    if code == "address":
        return said.lives_with or said.line or said.postcode or "address"
    if code == "placement":
        return said.carer or entry.kind._meta.get_field("kind").say(said.kind) or "placement"
    if code in SHORT:
        return SHORT[code]
    return entry.headline().partition(": ")[2] or entry.kind.called


def source(entry: Written) -> str:
    """Where a fact comes from: who wrote it down, or that it came in a file."""
    return "from a file" if entry.origin else str(entry.by or "Goldthread")


def _workers(opened: Opened) -> Iterator[Bar]:
    for entry in opened.of("allocation"):
        said = entry.values
        if said.worker_id and said.works_as == "social_worker" and entry.day <= opened.day:
            name = opened.workers[said.worker_id].name if said.worker_id in opened.workers else "a social worker"
            ends = entry.until if entry.until and entry.until <= opened.day else None
            yield Bar("worker", name, entry.day, ends, "e1", _initialled(name), source(entry), opened.entry_address(entry.number))


def _initialled(name: str) -> str:
    """'P Fenwater'."""
    first, _, rest = name.partition(" ")
    return f"{first[0]} {rest}" if rest else name


# What happened


def _marks(opened: Opened) -> Iterator[Mark]:
    for entry in opened.entries:
        kind, lane = _mark(entry, opened.day)
        if kind and (entry.day <= opened.day or kind == life.BOOKED):
            yield Mark(lane, title(entry), entry.day, kind, source(entry), opened.entry_address(entry.number))


def _mark(entry: Written, day: date) -> tuple[str, str]:
    said, code = entry.values, entry.kind.code
    if code == "contact":
        return (life.CALL if said.outcome in LED_TO_WORK else life.CALL_NOTHING), "calls"
    if code == "referral":
        return (life.CALL if said.decision == "accepted" else life.CALL_NOTHING), "calls"
    if code == "visit":
        return _visit_mark(entry), "visits"
    if code == "booking" and entry.day >= day and not said.called_off:
        return life.BOOKED, "meetings"
    if code in MEETINGS:
        return life.MEETING, "meetings"
    return (life.EVENT, "events") if code in EVENTS else ("", "")


def _visit_mark(entry: Written) -> str:
    if entry.values.child_seen:
        return life.SEEN_ALONE if entry.values.seen_alone else life.SEEN
    return life.NOT_SEEN


# What is missing


def _home_gaps(bars: Iterable[Bar]) -> Iterator[Gap]:
    """Stretches between two homes in which nobody has said where the child lived."""
    for ends, starts in _between([b for b in bars if b.lane == "home"]):
        yield Gap("home", "No address known", ends, starts)


def _between(bars: Iterable[Bar]) -> Iterator[tuple[date, date]]:
    """(end, next start) wherever bars of one lane leave a stretch uncovered."""
    covered: date | None = None
    for bar in sorted(bars, key=lambda b: b.starts):
        if covered is not None and (bar.starts - covered).days > LEAST_GAP:
            yield covered, bar.starts
        covered = date.max if bar.ends is None else max(covered or date.min, bar.ends)


def _worker_gaps(opened: Opened, bars: Iterable[Bar]) -> Iterator[Gap]:
    """Stretches in which the child was open to us and had no named worker."""
    held = sorted((b.starts, b.ends or date.max) for b in bars if b.lane == "worker")
    for begins, ends in open_stretches(opened):
        covered = begins
        for starts, stops in [*held, (ends, ends)]:
            if covered < min(starts, ends) and (min(starts, ends) - covered).days > LEAST_GAP and stops > begins:
                yield Gap("worker", "No named worker", covered, min(starts, ends))
            covered = max(covered, min(stops, ends))


def open_stretches(opened: Opened) -> list[tuple[date, date]]:
    """When the child was open to us, oldest first: from an accepted referral to its closing, or to the day of the page."""
    closed = {w.values.closes: w.day for w in opened.of("closing")}
    taken = sorted((w.day, w.number) for w in opened.of("referral") if w.values.decision == "accepted" and w.day <= opened.day)
    return [(day, min(closed.get(number, opened.day), opened.day)) for day, number in taken]


def _quiets(opened: Opened) -> Iterator[Quiet]:
    """Long stretches between two visits while the child was open to us."""
    visits = sorted({v.day for v in opened.of("visit") if v.values.made is not False and v.day <= opened.day})
    stretches = open_stretches(opened)
    for before, after in pairwise(visits):
        if (after - before).days > LONG_WITHOUT_VISIT and any(begins <= before and after <= ends for begins, ends in stretches):
            yield Quiet("visits", "no visit", before, after)


def stands_out(opened: Opened) -> tuple[str, ...]:
    """Facts that are easily missed in a long life, each a sentence. Nothing is weighed or scored."""
    found = []
    again = len(open_stretches(opened)) - 1
    if again > 0:
        found.append(f"help has ended and come back {_times(again)}")
    calls = [w for w in opened.of("contact") if w.day.year == opened.day.year and w.values.outcome not in LED_TO_WORK]
    if len(calls) > 1:
        found.append(f"somebody got in touch {_times(len(calls))} this year without work following")
    return tuple(found)


def _times(number: int) -> str:
    return {1: "once", 2: "twice"}.get(number, wording.count(number, "time"))
