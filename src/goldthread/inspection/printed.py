"""Figures that were printed are kept as they were printed, whatever is written down later."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import NamedTuple

from django.db import transaction
from django.db.models import Count

from goldthread.inspection.files import keep_file
from goldthread.inspection.models import MonthlyReport, PrintedFigure
from goldthread.measures.figures import Figure
from goldthread.people.models import Worker
from goldthread.record.acting import counting
from goldthread.record.models import Version


class Printed(NamedTuple):
    """A figure and the words that stood for it on the paper."""

    figure: Figure
    said: str


def keep(paper: bytes, figures: Sequence[Printed], title: str, day: date, *, publishing: bool, now: datetime, by: Worker) -> MonthlyReport:
    """Keep a report as it is printed, the paper and its newest figures. `publishing`: small numbers were hidden in it."""
    with transaction.atomic():
        file = keep_file(paper, f"{title}.pdf", now=now, by=by)
        asked = {"codes": [one.figure.code for one in figures]}
        report = MonthlyReport.objects.create(day=day, title=title, asked=asked, publishing=publishing, file=file, by=by, at=now)
        PrintedFigure.objects.bulk_create(_row(report, one) for one in figures)
    return report


def _row(report: MonthlyReport, one: Printed) -> PrintedFigure:
    f = one.figure
    value = None if f.value is None else round(f.value, 3)
    return PrintedFigure(report=report, measure=f.code, day=f.day, numerator=f.numerator, denominator=f.denominator,
                         unknown=f.unknown, value=value, said=one.said[:24])  # fmt: skip


def figure(kept: PrintedFigure) -> Figure:
    """The figure as it was when it was printed."""
    value = None if kept.value is None else float(kept.value)
    return Figure(kept.measure, kept.day, "", kept.numerator, kept.denominator, kept.unknown, value)


def of_measure(code: str, most: int) -> list[PrintedFigure]:
    """The last times a measure was printed, the newest first."""
    return list(PrintedFigure.objects.filter(measure=code).select_related("report__by").order_by("-pk")[:most])


def of_report(report: MonthlyReport) -> list[PrintedFigure]:
    """What stood in a report, in its order."""
    return list(report.figures.select_related("report__by").order_by("pk"))


def reports(most: int) -> list[MonthlyReport]:
    """The last reports that were printed, the newest first."""
    return list(MonthlyReport.objects.select_related("by").order_by("-pk")[:most])


def written_after(first: date, last: date, moment: datetime) -> Counter[str]:
    """How many entries, of each type, tell of these days and were first written down after a moment."""
    later = Version.objects.filter(number=1, day__gte=first, day__lte=last, entered_at__gt=moment, superseded_at=None, withdrawn=False)
    with counting():
        return Counter(dict(later.order_by().values_list("type").annotate(times=Count("entry"))))


def written_later(people: Iterable[int], kept: PrintedFigure) -> Counter[str]:
    """How many entries about these people, of each type, tell of days up to the figure's and were written or corrected since."""
    later = Version.objects.filter(person__in=list(people), recorded_at__gt=kept.report.at, day__lte=kept.day)
    with counting():
        return Counter(dict(later.order_by().values_list("type").annotate(times=Count("entry", distinct=True))))
