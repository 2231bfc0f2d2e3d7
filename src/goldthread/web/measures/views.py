"""Measures: all of them, one of them, the children behind it, and the same for publishing."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from goldthread.record.reach import Reach
from goldthread.web.measures import asking, behind, beside, dividing, listing, monthly, one, printed, publishing, saying
from goldthread.web.mine.listing import address
from goldthread.web.reaching import with_reach


@with_reach
def measures(request: HttpRequest, reach: Reach) -> HttpResponse:
    """All measures, found by words or by section, and what cannot be answered."""
    last = asking.asked_month(request.GET.get("month", ""), reach.today)
    chosen, missing = listing.chosen(request.GET), listing.cannot(request.GET)
    if request.GET.get("again") == "1":
        listing.counted(chosen, last, request.now, again=True)
        return redirect(f"{request.path}{address(request.GET, again='')}")
    found = listing.counted(chosen, last, request.now)
    whole = len(chosen) == len(asking.every())
    context = {
        "last": last, "first": listing.lines(monthly.main(), found) if whole else [], "sections": listing.sections(chosen, found), "counted": found, "again": address(request.GET, again="1"), "number": len(chosen), "of": len(asking.every()),
        "chips": listing.chips(request.GET), "asked": request.GET.get("q", ""), "section": request.GET.get("section", ""), "cannot": missing,
    }  # fmt: skip
    return render(request, "goldthread/measures/measures.html", context)


@with_reach
def measure(request: HttpRequest, reach: Reach, code: str) -> HttpResponse:
    """One measure."""
    shown, asked = asking.one(code), request.GET
    last = asking.asked_month(asked.get("month", ""), reach.today)
    cohort, publish = dividing.cohort(asked, reach.today), asked.get("publish") == "1"
    found, to = one.figures(shown, last, asked, cohort), one.href(shown, asked)
    state, towards = saying.towards(found[-1], shown)
    request.here = "measures"
    asked_then = asked.get("then") == "1" and not publish and cohort is None
    context = {
        "then": one.known_then(shown, found[-asking.YEAR :]) if asked_then else None, "asked_then": asked_then, "to_then": address(asked, then="1"),
        "measure": shown, "last": last, "cohort": cohort, "publish": publish, "state": state, "towards": towards,
        "tallies": one.tallies(found[-1], shown, to, publish), "trend": monthly.published_line(shown, found) if publish else saying.line(shown, found, to, one.upright(shown, cohort)),
        "spans": one.spans(asked), "definition": list(one.definition(shown)),
        "divided": dividing.divided(shown, last, asked, cohort, f"{to}{last.isoformat()}", publish),
        "who": dividing.choices(asked), "on": dividing.day_asked(asked.get("on", ""), reach.today) or dividing.usual_day(reach.today), "to_publish": address(asked, publish="" if publish else "1"),
        "beside": None if publish else beside.beside(shown, found[-1]), "printed": [] if publish else printed.since(shown), "may_liken": beside.may_liken(reach),
    }  # fmt: skip
    return render(request, "goldthread/measures/measure.html", context)


@with_reach
def children(request: HttpRequest, reach: Reach, code: str) -> HttpResponse:
    """The children behind one figure."""
    shown = asking.one(code)
    day = dividing.day_asked(request.GET.get("day", ""), reach.today) or asking.last_month(reach.today)
    found = behind.page(reach, shown, day, request.GET)
    reach.looked_at("measure_children", f"{shown.code}, {day.isoformat()}")
    request.here = "measures"
    return render(request, "goldthread/measures/children.html", {"measure": shown, "day": day, "page": found})


@with_reach
def figures(request: HttpRequest, reach: Reach, code: str) -> HttpResponse:
    """The measure by one division as a table for publishing, small numbers hidden."""
    shown, asked = asking.one(code), request.GET
    last = asking.asked_month(asked.get("month", ""), reach.today)
    divided = dividing.divided(shown, last, asked, dividing.cohort(asked, reach.today), "", True)
    rows = [(shown.title, last.isoformat(), line.name, line.counted, line.of, line.unsure, line.value) for line in divided.lines]
    data = publishing.as_csv(("Measure", "Day", divided.title, "Counted", "Out of", "Cannot tell", "Figure"), rows)
    answer = HttpResponse(data, content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{shown.code}-by-{divided.by}-{last.isoformat()}.csv"'
    return answer
