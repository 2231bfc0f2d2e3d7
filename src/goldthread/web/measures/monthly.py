"""The monthly report: some measures with their charts, their tables and what is not known, on a page and on paper."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from django.http import QueryDict

from goldthread.clock.times import end_of
from goldthread.inspection import printed as keeping
from goldthread.measures.figures import Figure
from goldthread.measures.shape import Measure
from goldthread.record.register import REGISTER
from goldthread.web import wording
from goldthread.web.measures import asking, publishing, saying
from goldthread.web.measures.printed import nouns
from goldthread.web.pictures import trend as trends
from goldthread.web.pictures.trend import Point, Trend
from goldthread.web.pictures.trendline import WIDE, trendline
from goldthread.web.printing import Heading, Note, Pair, Picture, Table, Together, Words
from goldthread.web.printing.blocks import Block

SHOWN_TYPES = 4
MAIN = frozenset({
    "contact_decided_in_time", "rereferrals", "assessments_in_45_of_referral", "conference_in_15", "cp_seen_in_time", "cp_seen_alone",
    "cp_reviews_in_time", "care_visits_in_time", "care_reviews_in_time", "health_up_to_date", "adviser_by_16_half", "named_worker",
    "caseload",
})  # fmt: skip
"""What a director looks at first: from the first call to leaving care, one or two for each part."""

CHANGES = "The figures count it; whatever is written down later will change them."
HIDES = f"Numbers from 1 to 5, and what would give them away, are hidden as “{publishing.HIDDEN}”."


@dataclass(frozen=True, slots=True)
class Part:
    """One measure of a report: its figures by month, as they are shown in it."""

    measure: Measure
    figures: tuple[Figure, ...]
    trend: Trend
    value: str
    rests_on: str
    target: str
    state: str
    towards: str
    note: str


@dataclass(frozen=True, slots=True)
class Report:
    """A report about one month."""

    day: date
    parts: tuple[Part, ...]
    publish: bool
    late: str

    @property
    def title(self) -> str:
        return f"Measures, {self.day:%B %Y}"

    @property
    def under(self) -> str:
        return f"Thirteen months to {wording.plain_day(self.day)}."


def chosen(asked: QueryDict) -> list[Measure]:
    """The measures that were ticked; without any, the main ones."""
    ticked = set(asked.getlist("code"))
    return [measure for measure in asking.every() if measure.code in ticked] or main()


def main() -> list[Measure]:
    """The measures that are watched first."""
    return [measure for measure in asking.every() if measure.code in MAIN]


def report(measures: Sequence[Measure], day: date, publish: bool) -> Report:
    """The report about the month that ends on a day."""
    found = asking.figures([m.code for m in measures], asking.months(day, asking.YEAR))
    inspected = asking.inspected()
    upright = (inspected, "inspection") if inspected else None
    parts = (_part(measure, found[measure.code], publish, upright) for measure in measures)
    return Report(day, tuple(parts), publish, late(day, publish))


def _part(measure: Measure, found: Sequence[Figure], publish: bool, upright: tuple[date, str] | None) -> Part:
    now = found[-1]
    shown = publishing.one_hidden(now, measure) if publish else publishing.shown(now, measure)
    state, towards = ("", "") if shown.secret else saying.towards(now, measure)
    return Part(
        measure, tuple(found), published_line(measure, found) if publish else saying.line(measure, found, "", upright), shown.value,
        _rests_on(now, measure, shown, publish), saying.target(measure), state, towards, _unknown(now, publish),
    )  # fmt: skip


def published_line(measure: Measure, found: Sequence[Figure]) -> Trend:
    """A measure over time without the months whose numbers are too small to publish."""
    points = tuple(
        Point(f.day, None, publishing.HIDDEN) if s.secret else Point(f.day, saying.known(f, measure), saying.rests_on_published(f, measure))
        for f, s in ((f, publishing.one_hidden(f, measure)) for f in found)
    )
    return Trend(measure.title, "", points, measure.target, None, saying.unit(measure), saying.WHICH_WAY[measure.polarity])


def _rests_on(now: Figure, measure: Measure, shown: publishing.Shown, publish: bool) -> str:
    if shown.secret:
        return ""
    return (saying.rests_on_published if publish else saying.rests_on)(now, measure)


def _unknown(now: Figure, publish: bool) -> str:
    if not now.unknown or (publish and now.unknown in publishing.SMALL):
        return ""
    return f"Of {now.unknown:,} we cannot tell, because one entry does not say. They are never counted as done."


def late(day: date, publish: bool = False) -> str:
    """What was written down about the month after it was over, which is why its figures may still change."""
    counts = keeping.written_after(day.replace(day=1), day, end_of(day))
    if not counts:
        return f"Nothing about {day:%B %Y} has been written down since it ended."
    if publish:
        return f"Some of what happened in {day:%B %Y} was written down after it ended. {CHANGES}"
    said = [wording.count(n, *nouns(kind)) for kind, n in counts.most_common() if kind in REGISTER][:SHOWN_TYPES]
    entries = f"{wording.count(counts.total(), 'entry', 'entries')} about {day:%B %Y} {'was' if counts.total() == 1 else 'were'}"
    return f"{entries} written down after it ended, most of all {wording.listed(said)}. {CHANGES}"


# On paper


def blocks(told: Report) -> Iterator[Block]:
    """The report as it is printed: the figures in one table, then each measure with its chart and the table under it."""
    yield Note(f"{HIDES} {told.late}" if told.publish else told.late)
    yield Heading("All figures")
    rows = [(part.measure.title, part.value, part.rests_on, part.target, part.towards or "–") for part in told.parts]
    yield Table(("Measure", "Figure", "Rests on", "Target", "Beside the target"), rows, right=(1, 3), widths=(5, 1.4, 3, 1.3, 2.4))
    section = ""
    for part in told.parts:
        if part.measure.section != section:
            section = part.measure.section
            yield Heading(section)
        yield Together(tuple(_measure(part)))


def _measure(part: Part) -> Iterator[Block]:
    yield Heading(part.measure.title, 2)
    yield Words(part.measure.sentence)
    source = f"{part.measure.source}. Clock: {part.measure.clock}." if part.measure.clock else f"{part.measure.source}."
    rests_on = f" ({part.rests_on})" if part.rests_on else ""
    yield Words(f"{part.value}{rests_on}. Target {part.target}{f': {part.towards}' if part.state in ('soon', 'unsure') else ''}.", strong=True)
    yield Note(source)
    rows = [(row.month, row.of, publishing.HIDDEN if row.of == publishing.HIDDEN else row.figure) for row in trends.rows(part.trend)]
    table = Table(("Month", "Rests on", "Figure"), rows, right=(1, 2), widths=(1.7, 3.3, 1.1))
    drawn = trendline(part.trend, WIDE)
    yield Pair(Picture(drawn, part.trend.says()), table) if drawn else table
    if part.note:
        yield Note(part.note)
