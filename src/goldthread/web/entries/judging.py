"""Approving what somebody else wrote, or returning it with a comment; and what waits for either."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from goldthread.people.roles import INVITED, NOBODY
from goldthread.people.sight import NotAllowed
from goldthread.record import verdicts
from goldthread.record.act import Conflict
from goldthread.record.models import Version
from goldthread.record.reach import Reach
from goldthread.record.register import REGISTER
from goldthread.record.verdicts import APPROVED, RETURNED, WAITING, SayWhat
from goldthread.web import naming, wording
from goldthread.web.entries.opening import Sheet, open_entry
from goldthread.web.paging import paged
from goldthread.web.reaching import with_reach
from goldthread.web.said import Link

FEW, MOST = 5, 200
DO = {"approve": True, "return": False}
SAYS = {WAITING: ("soon", "waits to be approved"), APPROVED: ("met", "approved"), RETURNED: ("overdue", "returned")}
CHANGED = "Somebody changed this entry while you were reading. Look at it again before you say anything about it."


@dataclass(frozen=True, slots=True)
class Line:
    """One entry that waits or was returned: what, about whom, by whom and when; and what was said when it was returned."""

    what: Link
    whose: Link
    who: str
    said: str


@dataclass(frozen=True, slots=True)
class Lists:
    """What waits for the reader and what was returned, a few of each, with their numbers."""

    waiting: tuple[Line, ...]
    returned: tuple[Line, ...]
    waiting_number: str
    returned_number: str


def section(sheet: Sheet) -> dict[str, object]:
    """For the page of an entry: where it stands, what was said, and whether the reader may say something."""
    opened = sheet.opened
    found = verdicts.of_entry(sheet.versions, opened.child.known)
    if found is None:
        return {}
    state, word = SAYS[found.state]
    said = [found.verdict, *found.before] if found.verdict else found.before
    may = not opened.past and found.state == WAITING and verdicts.may_judge(opened.reach.actor, sheet.versions)
    return {"judged": {"state": state, "word": word, "said": [_said(v) for v in said], "may": may, "version": sheet.shown.version}}


def _said(one: object) -> tuple[str, str]:
    did = "approved" if one.approved else "returned"
    return f"{one.by.name} {did} version {one.number} on {wording.moment_words(one.at)}", one.comment


@with_reach
@require_POST
def verdict(request: HttpRequest, reach: Reach, number: int) -> HttpResponse:
    """Approve an entry or return it. Who says so is who is signed in; nothing else that is sent counts."""
    read, comment = request.POST.get("read", ""), request.POST.get("comment", "").replace("\0", "")[:4000]
    asked = request.POST.get("do", "")
    try:
        verdicts.judge(reach, number, int(read) if read.isascii() and read.isdigit() and len(read) < 5 else 0, DO.get(asked), comment)
    except Conflict:
        return _again(request, reach, number, CHANGED, comment)
    except SayWhat as problem:
        return _again(request, reach, number, str(problem), comment)
    messages.success(request, "Approved." if asked == "approve" else "Returned. It waits with whoever wrote it.")
    return redirect("entry", number=number)


def _again(request: HttpRequest, reach: Reach, number: int, problem: str, comment: str) -> HttpResponse:
    from goldthread.web.entries.views import words_of

    sheet = open_entry(request, reach, number, "entry")
    return render(request, "goldthread/entries/read.html", {**words_of(sheet), "problem": problem, "comment": comment}, status=422)


@with_reach
def approvals(request: HttpRequest, reach: Reach) -> HttpResponse:
    """Everything that waits for the reader, and everything that was returned to them or in their team."""
    if reach.sees == NOBODY or reach.actor.plays.sees == INVITED:
        raise NotAllowed(f"The role of {reach.actor.plays.name.lower()} approves nothing and writes nothing that is approved.")
    request.here = "team"
    shown = paged(list(verdicts.waiting(reach)), request.GET)
    context = {"waiting": lines(reach, shown.rows), "shown": shown, "returned": lines(reach, verdicts.returned(reach)[:100])}
    return render(request, "goldthread/entries/approvals.html", context)


def few(reach: Reach) -> Lists:
    """For Today and the team's page: as many questions however long the lists are."""
    waiting, returned = (list(found.values_list("pk", flat=True)[:MOST]) for found in (verdicts.waiting(reach), verdicts.returned(reach)))
    numbers = [f"{len(found)}{' or more' if len(found) == MOST else ''}" for found in (waiting, returned)]
    return Lists(*(tuple(lines(reach, verdicts.versions(found[:FEW]))) for found in (waiting, returned)), *numbers)


def lines(reach: Reach, found: Iterable[Version]) -> list[Line]:
    some = list(found)
    if not some:
        return []
    said, whose = verdicts.comments(v.entry for v in some), reach.to_name(v.person_id for v in some)
    return [_line(v, naming.link(whose[v.person_id]), said.get(v.entry), reach) for v in some if v.person_id in whose]


def _line(v: Version, whose: Link, said: object | None, reach: Reach) -> Line:
    called = REGISTER[v.type].called
    returned = said is not None and not said.approved and said.number == v.number
    return Line(
        Link(f"{called[:1].upper()}{called[1:]}, {wording.short_day(v.day, reach.today)}", reverse("entry", args=[v.entry])), whose,
        str(v.by or "Goldthread"), f"{said.by.name}: {said.comment}" if returned else "",
    )  # fmt: skip


