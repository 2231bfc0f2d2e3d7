"""What was printed stays as it was printed: the figures of each report, and what has become of them since."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from goldthread.inspection import printed as keeping
from goldthread.inspection.models import MonthlyReport, PrintedFigure
from goldthread.inspection.printed import Printed
from goldthread.measures.figures import Figure
from goldthread.measures.shape import Measure
from goldthread.people.models import Worker
from goldthread.record.register import REGISTER
from goldthread.web import wording
from goldthread.web.measures import asking, publishing, saying

SHOWN = 6


@dataclass(frozen=True, slots=True)
class Since:
    """A figure as it was printed, and what it is now. `why` says what was written down since, where it differs."""

    report: int
    title: str
    at: datetime
    by: str
    day: date
    was: str
    now: str
    why: str

    @property
    def differs(self) -> bool:
        return self.was != self.now


def keep(paper: bytes, figures: Sequence[Figure], title: str, day: date, publish: bool, *, now: datetime, by: Worker) -> MonthlyReport:
    """Keep a report as it is printed: the paper, and its newest figures word for word."""
    said = [Printed(figure, _said(figure, publish)) for figure in figures]
    return keeping.keep(paper, said, title, day, publishing=publish, now=now, by=by)


def _said(figure: Figure, publish: bool) -> str:
    measure = asking.one(figure.code)
    return (publishing.one_hidden(figure, measure) if publish else publishing.shown(figure, measure)).value


def since(measure: Measure) -> list[Since]:
    """The last times a measure was printed, the newest first, each beside what the same day counts now."""
    return [_since(one, measure) for one in keeping.of_measure(measure.code, SHOWN)]


def of_report(report: MonthlyReport) -> list[tuple[Measure, Since]]:
    """Every figure of a report that is still counted, in its order."""
    kept = keeping.of_report(report)
    known = {measure.code: measure for measure in asking.every()}
    return [(known[one.measure], _since(one, known[one.measure])) for one in kept if one.measure in known]


def _since(kept: PrintedFigure, measure: Measure) -> Since:
    figure = asking.figures([measure.code], [kept.day])[measure.code][0]
    now = _said(figure, kept.report.publishing)
    by = kept.report.by.name if kept.report.by else ""
    why = _why(kept, measure) if now != kept.said else ""
    return Since(kept.report_id, kept.report.title, kept.report.at, by, kept.day, kept.said, now, why)


def _why(kept: PrintedFigure, measure: Measure) -> str:
    """'4 visits and 1 assessment about these children were written down or corrected later.'"""
    counts = keeping.written_later({row.person for row in asking.behind(measure.code, kept.day)}, kept)
    said = [wording.count(number, *nouns(kind)) for kind, number in counts.most_common()]
    if not said:
        return f"It was {saying.rests_on(keeping.figure(kept), measure)}; what is counted has been worked out again since."
    return f"{wording.listed(said)} about these children {'was' if counts.total() == 1 else 'were'} written down or corrected later."


def nouns(kind: str) -> tuple[str, str]:
    """'visit', 'visits': what an entry type is called, in one and in many."""
    one = REGISTER[kind].called
    return one, f"{one[:-1]}ies" if one.endswith("y") and one[-2] not in "aeiou" else f"{one}s"
