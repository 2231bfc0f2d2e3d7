"""Measures: what they are, and their figures."""

from typing import Annotated, Any

from django.http import HttpRequest
from ninja import Path, Query

from goldthread.measures.figures import Figure
from goldthread.measures.groups import GROUPS
from goldthread.measures.shape import Measure
from goldthread.measures.suppress import HIDDEN, shown
from goldthread.web.api.problems import Problem, nothing_there
from goldthread.web.api.scopes import READ_MEASURES
from goldthread.web.api.shapes import PLAIN, FiguresOut, MeasureOut
from goldthread.web.api.site import operation
from goldthread.web.measures import asking
from goldthread.web.measures.one import definition
from goldthread.web.said import plain

Code = Annotated[str, Path(..., max_length=40, pattern=PLAIN)]
Month = Annotated[str, Query("", pattern=r"^(\d{4}-\d{2})?$", description="The last month, such as 2026-10; without it the newest whole one.")]
Months = Annotated[int, Query(13, ge=1, le=61)]
By = Annotated[str, Query("", max_length=40, pattern="^[a-z_]*$", description=f"Divide the newest figure by one of: {', '.join(GROUPS)}.")]


@operation("GET", "/measures", READ_MEASURES, list[MeasureOut], summary="List measures", operation_id="list_measures")
def measures(request: HttpRequest):
    """Every measure with its definition."""
    return [_measure(m) for m in asking.every()]


@operation("GET", "/measures/{code}", READ_MEASURES, FiguresOut, summary="Read a measure", operation_id="read_measure")
def measure(request: HttpRequest, code: Code, month: Month = "", months: Months = 13, by: By = ""):
    """The figures of a measure: how many, of how many, and of how many it cannot be told. `by` divides the last of them."""
    if code not in {m.code for m in asking.every()}:
        raise nothing_there()
    if by and by not in GROUPS:
        raise Problem("not-valid", "Put right what is named in errors, and ask again.", [("by", f"Choose one of: {', '.join(GROUPS)}.")])
    last = asking.asked_month(month, request.auth.reach.today)
    days = [last] if by else asking.months(last, months)
    found = asking.figures([code], days, by)[code]
    return {**_measure(asking.one(code)), "figures": _figures(found, request.auth.reach.sees_service)}


def _measure(found: Measure) -> dict[str, Any]:
    return {"code": found.code, "title": found.title, "kind": found.kind, "definition": [[name, plain(words)] for name, words in definition(found)]}


def _figures(found: list[Figure], everything: bool) -> list[dict[str, Any]]:
    closed = [False] * len(found) if everything else [HIDDEN in (f.numerator, f.denominator, f.unknown, f.value) for f in shown(found)]
    return [_figure(f, hidden) for f, hidden in zip(found, closed, strict=True)]


def _figure(f: Figure, hidden: bool) -> dict[str, Any]:
    numbers = dict.fromkeys(("numerator", "denominator", "unknown", "value"))
    if not hidden:
        numbers = {"numerator": f.numerator, "denominator": f.denominator, "unknown": f.unknown, "value": f.value}
    return {"day": f.day, "group": f.group, "kept": f.kept, "hidden": hidden, **numbers}


