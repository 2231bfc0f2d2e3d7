"""Whether each recommendation of a plan was answered: its measures since the inspection, its actions, and the verdict.

The verdict on one measure is in `moved`. A recommendation is held only where every measure it is tied to is held.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from goldthread.inspection.aims import Aim, Outcome, Point
from goldthread.inspection.models import Called, Plan, Tie
from goldthread.inspection.moved import Moved, moved
from goldthread.inspection.reports import Recommendation, Said, confirmed
from goldthread.inspection.tasks import Task, tasks
from goldthread.measures.definitions import MEASURES
from goldthread.measures.figures import Figure, figures, month_ends
from goldthread.measures.lines import start_of
from goldthread.measures.shape import Measure, Period
from goldthread.measures.sources import Source

ONE_DAY = timedelta(days=1)
SHOWN = 12  # months of the small picture
LOOKS_BACK = {Period.SIX_MONTHS: "six months", Period.YEAR: "twelve months", Period.THREE_YEARS: "three years"}
LONGEST_TITLE = 70
MOST_UNKNOWN = 0.1  # of what a mean or a median rests on
Ask = Callable[[list[str], list[date]], dict[str, list[Figure]]]
"""Gives the figures of each measure on some days; pages have one that keeps what was counted."""


@dataclass(frozen=True, slots=True)
class Tied:
    """One measure a recommendation is tied to, with its figures: the inspection's last day, and month ends since and before."""

    tie: Tie
    measure: Measure | None
    then: Figure | None
    months: tuple[Figure, ...]
    moved: Moved

    @property
    def now(self) -> Figure | None:
        return self.months[-1] if self.months else None

    @property
    def target(self) -> float:
        return float(self.tie.target)


@dataclass(frozen=True, slots=True)
class Progress:
    """One recommendation as it stands. `short` fits beside its mark; `why` is the whole reason, in sentences."""

    recommendation: Recommendation
    title: str
    ties: tuple[Tied, ...]
    tasks: tuple[Task, ...]
    outcome: Outcome
    short: str
    why: str


def last_figures_day(on: date) -> date:
    """The last month end no later than a day: what is measured of a month is told once it is over."""
    return on if (on + ONE_DAY).day == 1 else on.replace(day=1) - ONE_DAY


def progress(plan: Plan, source: Source | None, on: date, *, said: Said | None = None, ask: Ask | None = None) -> list[Progress]:
    """Every recommendation of a plan as it stood on a day, in the order of the report.

    Figures come from `source`, or from `ask` where it is given.
    """
    said = said or confirmed(plan.report)
    ties = standing_ties(plan)
    measured = _figures(ask or _from(source), ties, said.end, last_figures_day(on))
    done = tasks(plan, on)
    names = called(plan)
    return [
        _progress(
            one,
            names.get(one.fact.pk) or short_title(one),
            tuple(_tied(tie, said.end, measured) for tie in ties if tie.recommendation_id == one.fact.pk),
            tuple(task for task in done if task.recommendation == one.fact.pk),
            on,
        )
        for one in said.recommendations
    ]


def _from(source: Source) -> Ask:
    def ask(codes: list[str], days: list[date]) -> dict[str, list[Figure]]:
        found: dict[str, list[Figure]] = {code: [] for code in codes}
        for figure in figures(source, codes, days):
            found[figure.code].append(figure)
        return found

    return ask


def standing_ties(plan: Plan) -> list[Tie]:
    """The ties that stand, in the order they were made."""
    return list(Tie.objects.filter(plan=plan, end=None).select_related("by").order_by("at", "pk"))


def called(plan: Plan) -> dict[int, str]:
    """The short names people gave, by recommendation; the newest stands."""
    return dict(Called.objects.filter(plan=plan).order_by("at", "pk").values_list("recommendation", "words"))


def short_title(one: Recommendation) -> str:
    """What a recommendation is called where nobody gave it a name: its heading, or its beginning."""
    text = one.heading.strip() or one.text.strip().rstrip(".")
    if len(text) <= LONGEST_TITLE:
        return text
    return text[:LONGEST_TITLE].rsplit(" ", 1)[0].rstrip(",;:") + "…"


# Figures


def days_asked(since: date, last: date) -> list[date]:
    """The inspection's last day, and month ends from then or from twelve months back, whichever is earlier."""
    months = (last.year - since.year) * 12 + last.month - since.month + 1
    return sorted({since, *month_ends(last, max(SHOWN, months))})


def _figures(ask: Ask, ties: Iterable[Tie], since: date | None, last: date) -> dict[str, list[Figure]]:
    codes = list(dict.fromkeys(tie.measure for tie in ties if tie.measure in MEASURES))
    return ask(codes, days_asked(since, last)) if codes and since else {}


def _tied(tie: Tie, since: date | None, measured: dict[str, list[Figure]]) -> Tied:
    measure, found = MEASURES.get(tie.measure), measured.get(tie.measure, [])
    if measure is None or since is None:
        why = "Goldthread no longer counts this measure." if since else "The inspection's last day is not confirmed, so nothing can be compared with it."
        verdict = Moved(Outcome.CANNOT_TELL, "not counted" if since else "inspection day not confirmed", why, None, None)
        return Tied(tie, measure, None, (), verdict)
    then = next((f for f in found if f.day == since), None)
    verdict = moved(aim(tie, measure, since), then and point(then, measure), [point(f, measure) for f in found if f.day > since])
    months = tuple(f for f in found if f.day != since)
    return Tied(tie, measure, then, months, _looking_back(verdict, measure, since, months))


def aim(tie: Tie, measure: Measure, since: date) -> Aim:
    """What a tie asks of its measure."""
    path = tuple((date.fromisoformat(day), float(number)) for day, number in tie.trajectory)
    return Aim(since, float(tie.target), measure.polarity != "lower", measure.kind == "share", path)


def point(figure: Figure, measure: Measure) -> Point:
    """A figure as the verdict reads it. A share of which no row is known has no value; a rate needs people to divide by.

    Where fewer is better, what is not known counts among the bad ones. A mean or a median of which more than a tenth is not
    known has no value: it may be that of a few.
    """
    if measure.kind == "rate":
        return Point(figure.day, figure.value, max(figure.denominator, 1))
    if measure.kind == "count" and measure.polarity == "lower":
        return Point(figure.day, float(figure.numerator + figure.unknown))
    if measure.kind != "share":
        return _middle(figure, measure)
    known = figure.value is not None and figure.unknown < figure.denominator
    return Point(figure.day, _cautious(figure, measure) if known else None, figure.denominator, figure.unknown)


def _middle(figure: Figure, measure: Measure) -> Point:
    """A mean or a median, or a plain number. Those looked at are the rows whose number is known (not what they are divided by) and the rest."""
    known = figure.numerator if measure.per else figure.denominator
    few = measure.kind in ("mean", "median") and figure.unknown > MOST_UNKNOWN * (known + figure.unknown)
    return Point(figure.day, None if few else figure.value, max(figure.denominator, 1) if few else figure.denominator)


def _cautious(figure: Figure, measure: Measure) -> float | None:
    """Where less is better, what is not known counts among the bad ones, as elsewhere it never counts among the good."""
    if measure.polarity != "lower" or not figure.unknown:
        return figure.value
    return 100 * (figure.numerator + figure.unknown) / figure.denominator


def _looking_back(verdict: Moved, measure: Measure, since: date, months: Sequence[Figure]) -> Moved:
    """A measure over a long period still holds what happened before the inspection, and says so."""
    if measure.period not in LOOKS_BACK or not months or start_of(measure.period, months[-1].day) > since:
        return verdict
    words = f"It looks back {LOOKS_BACK[measure.period]}, so what happened before the inspection is still in it."
    return Moved(
        verdict.outcome, verdict.short, verdict.why, verdict.then, verdict.now, verdict.held_since, verdict.soonest,
        verdict.pace, (*verdict.notes, words),
    )  # fmt: skip


# The verdict on a recommendation


def _progress(one: Recommendation, title: str, ties: tuple[Tied, ...], done: tuple[Task, ...], on: date) -> Progress:
    outcome = together([tied.moved.outcome for tied in ties])
    short, why = _said(outcome, ties, done, on)
    return Progress(one, title, ties, done, outcome, short, why)


def together(outcomes: Sequence[Outcome]) -> Outcome:
    """One verdict of several: worse if any is, held only if all are, moving if any moves or holds."""
    for outcome in (Outcome.WORSE, Outcome.CANNOT_TELL, Outcome.NOT_MOVED, Outcome.HELD):
        if outcomes and (outcome is Outcome.WORSE and outcome in outcomes or set(outcomes) == {outcome}):
            return outcome
    if Outcome.MOVING in outcomes or Outcome.HELD in outcomes:
        return Outcome.MOVING
    return Outcome.NOT_MOVED if Outcome.NOT_MOVED in outcomes else Outcome.CANNOT_TELL


def _said(outcome: Outcome, ties: tuple[Tied, ...], done: tuple[Task, ...], on: date) -> tuple[str, str]:
    if not ties:
        return "no measure tied to it yet", "No measure is tied to it, so nothing can show whether it was answered. Tie one in the plan."
    first = next((t for t in ties if t.moved.outcome is outcome), ties[0])
    why = first.moved.why if len(ties) == 1 else " ".join(f"{t.measure.title if t.measure else t.tie.measure}: {t.moved.why}" for t in ties)
    waiting = [task for task in done if task.not_begun(on)]
    if outcome is Outcome.NOT_MOVED and waiting:
        short = f"{len(waiting)} of {len(done)} actions not begun"
        return short, f"{why} {short}."
    if outcome is Outcome.MOVING and len(ties) > 1:
        held = sum(t.moved.outcome is Outcome.HELD for t in ties)
        return (f"{held} of {len(ties)} measures held" if held else first.moved.short), why
    return first.moved.short, why

