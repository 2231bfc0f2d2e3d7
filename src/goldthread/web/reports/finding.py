"""Reports, facts and files by the number in an address; what is not there is a page that says so."""

from django.http import Http404

from goldthread.inspection.models import Evidence, Fact, File, Report
from goldthread.inspection.models.reports import IMPROVEMENT

LARGEST = 2**63


def report_of(number: int) -> Report:
    """A report without the content of its file."""
    return _one(Report.objects.select_related("file", "added_by").defer("file__content"), number)


def fact_of(number: int) -> Fact:
    return _one(Fact.objects.select_related("report__file").defer("report__file__content"), number)


def recommendation_of(number: int) -> Fact:
    return _one(Fact.objects.filter(kind=IMPROVEMENT).select_related("report__file").defer("report__file__content"), number)


def file_of(number: int) -> File:
    return _one(File.objects.all(), number)


def evidence_of(number: int) -> Evidence:
    return _one(Evidence.objects.filter(withdraws=None, recommendation__isnull=False).select_related("recommendation__report__file", "by").defer("recommendation__report__file__content"), number)


def _one(rows, number: int):
    found = rows.filter(pk=number).first() if number < LARGEST else None
    if found is None:
        raise Http404
    return found
