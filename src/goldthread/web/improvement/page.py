"""All recommendations on one page, as values: how we know, then, now, the target, twelve months, and has it moved."""

from collections.abc import Sequence
from dataclasses import dataclass

from goldthread.inspection.aims import Outcome
from goldthread.inspection.progress import Progress, Tied
from goldthread.web import wording
from goldthread.web.improvement.opening import Ours, address
from goldthread.web.measures import saying
from goldthread.web.pictures import trend
from goldthread.web.pictures.trend import Spark, Trend

MARKS = {
    Outcome.HELD: ("met", "Held"), Outcome.MOVING: ("soon", "Moving"), Outcome.NOT_MOVED: ("ended", "Not moved"),
    Outcome.WORSE: ("warning", "Worse"), Outcome.CANNOT_TELL: ("unsure", "We cannot tell"),
}  # fmt: skip
SHOWN = 12


@dataclass(frozen=True, slots=True)
class MeasureLine:
    """One tied measure in words: its figures then and now, its target, its small picture, its own verdict."""

    title: str
    measure_href: str
    then: str
    now: str
    now_href: str
    target: str
    spark: Spark | None
    state: str
    word: str
    short: str
    why: str
    notes: tuple[str, ...]

    @property
    def small(self) -> bool:
        """Whether it counts so few that one more or fewer makes much of it."""
        return any(note.startswith("Small numbers") for note in self.notes)


@dataclass(frozen=True, slots=True)
class Row:
    """One recommendation in the table of all."""

    number: int
    title: str
    href: str
    where: str
    first: MeasureLine | None
    more: tuple[MeasureLine, ...]
    state: str
    word: str
    short: str
    why: str


def rows(one: Ours, stands: Sequence[Progress]) -> list[Row]:
    """Each recommendation; before there is a plan, with nothing to show yet."""
    found = {p.recommendation.fact.pk: p for p in stands}
    return [_row(found[r.fact.pk]) for r in one.said.recommendations if r.fact.pk in found]


def _row(p: Progress) -> Row:
    lines = tuple(line(tied) for tied in p.ties)
    state, word = MARKS[p.outcome]
    where = f"report, page {p.recommendation.page}" if p.recommendation.page else "added by a person"
    return Row(
        p.recommendation.number, p.title, address("recommendation", p.recommendation.fact.pk), where,
        lines[0] if lines else None, lines[1:], state, word, p.short, p.why,
    )  # fmt: skip


def line(tied: Tied) -> MeasureLine:
    """A tied measure as it is shown in the table, on its own page and on paper."""
    state, word = MARKS[tied.moved.outcome]
    title = tied.measure.title if tied.measure else tied.tie.measure
    return MeasureLine(
        title, address("measure", tied.tie.measure), known(tied, tied.moved.then), known(tied, tied.moved.now), children_of(tied),
        target(tied), spark(tied), state, word, tied.moved.short, tied.moved.why, tied.moved.notes,
    )  # fmt: skip


def known(tied: Tied, point: object) -> str:
    """'71%'; 'not known' where the verdict counts it as not known."""
    value = getattr(point, "value", None)
    return trend.figure(value, saying.unit(tied.measure)) if tied.measure else wording.NOT_KNOWN


def target(tied: Tied) -> str:
    return trend.figure(tied.target, saying.unit(tied.measure)) if tied.measure else f"{tied.target:g}"


def children_of(tied: Tied, counted: str = "") -> str:
    """Opens the children behind the newest figure; "" where nobody was counted."""
    if tied.now is None or not (tied.now.denominator or tied.now.numerator):
        return ""
    return address("measure_children", tied.tie.measure, more=f"?day={tied.now.day.isoformat()}{f'&counted={counted}' if counted else ''}")


def spark(tied: Tied) -> Spark | None:
    if tied.measure is None or not tied.months:
        return None
    dots = tuple((f.day, saying.known(f, tied.measure)) for f in tied.months[-SHOWN:])
    return Spark(dots, tied.target, tied.then.day if tied.then else None)


def picture(tied: Tied) -> Trend | None:
    """The measure over time with its target and the inspection day."""
    if tied.measure is None or not tied.months:
        return None
    last, measure = tied.months[-1], tied.measure
    href = address("measure_children", measure.code, more="?day=")
    dots = saying.points(tied.months, measure, href)
    note = f"{saying.rests_on(last, measure)} on {wording.plain_day(last.day)}. {measure.clock[:1].upper()}{measure.clock[1:]}{'.' if measure.clock else ''}"
    upright = (tied.then.day, f"inspection: {known(tied, tied.moved.then)}") if tied.then else None
    return Trend(measure.title, note.strip(), dots, tied.target, upright, saying.unit(measure), saying.WHICH_WAY[measure.polarity])
