"""One box for finding a child, and what it found with the reason for each."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.core.paginator import Page, Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.http import urlencode

from goldthread.people.roles import WRITE
from goldthread.record.families import brothers_and_sisters
from goldthread.record.models import Standing
from goldthread.record.reach import Reach
from goldthread.record.search import Found, Sought, search
from goldthread.record.standing import SAY_KIND
from goldthread.record.trail.acts import SEARCH
from goldthread.web import naming, wording
from goldthread.web.others import listing
from goldthread.web.reaching import with_reach

ON_A_PAGE = 20
OTHERS_SHOWN = 10
LONGEST = 200
BECAUSE = {
    "same name": "the same name", "begins so": "begins like “{}”", "sounds the same": "sounds the same as “{}”",
    "nearly the same spelling": "spelt nearly like “{}”",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Result:
    """A child who was found, as a line of the list."""

    child: Standing
    name: str
    age: str
    because: str
    holder: str
    kind: str
    since: str
    due: str
    overdue: str
    family: str


@with_reach
def find(request: HttpRequest, reach: Reach) -> HttpResponse:
    """Search, a page of results at a time. What was asked and the page are in the address."""
    asked = " ".join(request.GET.get("q", "").replace("\0", "").split())[:LONGEST]
    sought = Sought(reach, asked)
    found = search(reach, sought) if asked else []
    page = Paginator(found, ON_A_PAGE).get_page(request.GET.get("page"))
    beside = others(reach, sought) if asked else []
    if asked:
        reach.looked_at("search", asked, SEARCH, [f.standing.person_id for f in page.object_list] + [one.person_id for one in beside])
    context = {
        "asked": asked,
        "searched": asked,
        "number": len(found),
        "showing": showing(page, len(found)),
        "results": results(reach, page.object_list, asked),
        "page": page,
        "before": _address(asked, page.previous_page_number()) if page.has_previous() else "",
        "after": _address(asked, page.next_page_number()) if page.has_next() else "",
        "others": listing.lines(reach, beside),
        "everybody": reach.sees_service,
        "may_write": reach.actor.may(WRITE),
    }
    return render(request, "goldthread/finding/search.html", context)


def others(reach: Reach, sought: Sought) -> list[Standing]:
    """Carers, workers, adults and homes who match, a few of them; they are named apart, so that nobody takes one for a child."""
    return [f.standing for f in search(reach, sought, reach.others())[:OTHERS_SHOWN]]


def results(reach: Reach, found: Sequence[Found], asked: str) -> list[Result]:
    """The lines of one page, with brothers and sisters asked for in one question."""
    family = brothers_and_sisters(reach, (f.standing.person_id for f in found))
    return [_result(f, family.get(f.standing.person_id, []), asked, reach.today) for f in found]


def _result(found: Found, family: Sequence[Standing], asked: str, today: date) -> Result:
    child = found.standing
    return Result(
        child=child,
        name=naming.full(child),
        age=wording.old(child.born, today, child.expected),
        because=BECAUSE.get(found.because, found.because).format(asked),
        holder=holder(child),
        kind=SAY_KIND[child.kind] if child.open else "not open",
        since=f"since {wording.plain_day(child.kind_since)}" if child.open and child.kind_since else "",
        due=wording.short_day(child.next_due, today) if child.open else "",
        overdue=f"overdue since {wording.short_day(child.next_due, today)}" if is_late(child, today) else "",
        family=wording.listed(f"{naming.first(s)}, {naming.age(s, today)}" for s in family),
    )


def is_late(child: Standing, today: date) -> bool:
    """Whether something is overdue for an open child."""
    return bool(child.open and child.next_due and child.next_due < today)


def holder(child: Standing) -> str:
    """Who holds the child, in words."""
    if child.worker:
        return f"{child.worker.name}{f', {child.team}' if child.team else ''}"
    if not child.open or not child.team:
        return "nobody, the work ended"
    manager = child.team.manager
    return f"waits for a worker, with {manager.name}, {child.team}" if manager else f"waits for a worker in {child.team}"


def showing(page: Page, number: int) -> str:
    """'Showing 20 of 143', and which of them on later pages."""
    if page.paginator.num_pages == 1:
        return wording.count(number, "child", "children")
    return f"Showing {page.start_index()} to {page.end_index()} of {number:,}"


def _address(asked: str, page: int) -> str:
    return f"?{urlencode({'q': asked, 'page': page})}"
