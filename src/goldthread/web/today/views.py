"""Today: the page, its lists, and what was done."""

from datetime import date, timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from goldthread.inspection.tasks import owned
from goldthread.oversight import asked, planned, stale
from goldthread.oversight.asked import Asked
from goldthread.oversight.done import Done, done
from goldthread.oversight.owners import with_holders
from goldthread.oversight.worklist import Worklist, near, own, own_of, worklist
from goldthread.people.roles import INVITED, NOBODY, WRITE
from goldthread.people.sight import NotAllowed
from goldthread.record.models import Standing
from goldthread.record.reach import Reach
from goldthread.web import naming, wording
from goldthread.web.closed.telling import notices
from goldthread.web.drafts.waiting import Waiting, drafts_of
from goldthread.web.entries.judging import few
from goldthread.web.paging import paged
from goldthread.web.parts import Action, DutyGroup
from goldthread.web.reaching import with_reach
from goldthread.web.today import aside, asking, page, ways
from goldthread.web.today.rows import rows
from goldthread.web.today.telling import telling

NEXT = 3  # rows of a day on which nothing is owed
NO_CHILDREN = "The role of {} works with no children, so nothing is owed on its own page."


@with_reach
def home(request: HttpRequest, reach: Reach) -> HttpResponse:
    """Where this person's day opens."""
    return redirect(reverse(reach.actor.plays.opens_on))


@with_reach
def today(request: HttpRequest, reach: Reach) -> HttpResponse:
    """What is owed by the acting person, in one order."""
    check_has_a_day(reach)
    whose = near(reach, reach.actor)
    found, warnings, drafts = page.list_of(worklist(reach, whose=whose)), asked.waiting(reach.actor, whose), drafts_of(reach)
    children = own_of(whose, reach.actor)
    request.counts = {"today": len(found.shown) or None, "my_children": len(children)}
    context = {"number": len(found.shown), "actions": _actions(reach), "asks": _asks(reach, warnings, children), "drafts": _drafts(drafts, reach.today), "notices": notices(reach), "approvals": few(reach), **_beside(reach, children)}
    if not (found.overdue or found.today or found.unknown or warnings):
        return _caught_up(request, reach, found, drafts, children, context)
    by_child = request.GET.get("by") == "child"
    told = telling(reach, page.shown(found), drafts)
    context |= {
        "lede": page.lede(found, reach.today, by_child),
        "by_child": by_child,
        "groups": page.by_child(page.shown(found), told) if by_child else page.groups(found, told),
        "more": page.more(found, reach.today),
        "coming": page.coming(found, reach.today),
    }
    return render(request, "goldthread/today/today.html", context)


def check_has_a_day(reach: Reach) -> None:
    """Raise NotAllowed for whoever sees no child's record."""
    if reach.actor.plays.sees in (NOBODY, INVITED):
        raise NotAllowed(NO_CHILDREN.format(reach.actor.plays.name.lower()))


def _actions(reach: Reach) -> list[Action]:
    if not reach.actor.may(WRITE):
        return []
    pages = (("Record a visit", "visit_new"), ("Add a note", "note_new"), ("Raise a warning", "warning_new"))
    return [Action(label, reverse(name)) for label, name in pages]


def _asks(reach: Reach, warnings: list[Asked], children: list[Standing]) -> dict[str, object]:
    if not warnings:
        return {}
    family = warnings[0].child.person.family
    related = [c for c in children if c.pk == warnings[0].child.pk or (family and c.person.family == family)]
    first = asking.asking(warnings[0], asked.undecided(related), reach.actor, reach.now)
    return {"first": first, "others": [asking.one_line(w, reach.now) for w in warnings[1:]]}


def _drafts(drafts: list[Waiting], day: date) -> list[dict[str, str]]:
    return [{"title": d.title, "href": d.href, "kept": _kept(d, day)} for d in drafts]


def _kept(draft: Waiting, day: date) -> str:
    kept = wording.as_day(draft.kept)
    when = f"{wording.clock_time(draft.kept)} today" if kept == day else wording.long_day(kept, day)
    told = f"Kept {when}, {draft.device}." if draft.device else f"Kept {when}."
    return f"{told} {draft.note}".rstrip()


def _beside(reach: Reach, children: list[Standing]) -> dict[str, object]:
    day = reach.today
    did = done(reach, reach.actor, children, day)
    return {
        "birthdays": aside.birthdays(children, day),
        "waiting_for": aside.waiting_for(planned.awaited(children, day), day),
        "of_the_plan": aside.of_the_plan(owned(reach.actor, day), day),
        "done": aside.done_lines(did.acts, day),
        "done_href": f"{reverse('today_done')}?since=today",
    }


def _caught_up(
    request: HttpRequest, reach: Reach, found: Worklist, drafts: list[Waiting], children: list[Standing], context: dict[str, object]
) -> HttpResponse:  # fmt: skip
    coming = found.everything[:NEXT]
    week = done(reach, reach.actor, children, reach.today - timedelta(days=reach.today.weekday()))
    context |= {
        "children": len(children),
        "first": wording.long_day(coming[0].due, reach.today) if coming else "",
        "half_written": len(drafts),
        "goodbye": page.goodbye(reach.today, reach.now.astimezone(wording.ENGLAND).hour),
        "next": (DutyGroup("", rows(coming, telling(reach, coming, drafts))),) if coming else (),
        "all": len(found.everything) if len(found.everything) > NEXT else 0,
        "all_href": ways.listed(),
        "week": aside.this_week(week),
        "ten_minutes": aside.ten_minutes(stale.unconfirmed(children, reach.today), reach.today),
    }
    return render(request, "goldthread/today/caught_up.html", context)


# The lists behind the numbers


@with_reach
def listed(request: HttpRequest, reach: Reach) -> HttpResponse:
    """What is owed, filtered by the address: a group, or a day; for printing, all of it."""
    check_has_a_day(reach)
    found = page.list_of(worklist(reach))
    heading, some = _chosen(found, request.GET.get("group", ""), request.GET.get("day", ""), reach.today)
    printing = request.GET.get("print") == "1"
    shown = paged(some, request.GET, max(len(some), 1) if printing else 20)
    request.here, request.counts = "today", {"today": len(found.shown) or None}
    group = DutyGroup("", rows(shown.rows, telling(reach, shown.rows, drafts_of(reach))))
    context = {"heading": heading, "number": len(some), "groups": (group,) if some else (), "shown": shown, "printing": printing}
    return render(request, "goldthread/today/list.html", context)


def _chosen(found: Worklist, group: str, day: str, now: date) -> tuple[str, list]:
    if group in ways.GROUPS:
        return ways.GROUPS[group], getattr(found, group)
    try:
        asked_day = date.fromisoformat(day)
    except ValueError:
        return "Everything owed, in order", found.everything
    return f"Due {wording.long_day(asked_day, now)}", page.due_on(found, asked_day)


@with_reach
def did(request: HttpRequest, reach: Reach) -> HttpResponse:
    """What the acting person did today or this week, with the children behind each number."""
    check_has_a_day(reach)
    children = with_holders(own(reach, reach.actor))
    only_today = request.GET.get("since") == "today"
    since = reach.today if only_today else reach.today - timedelta(days=reach.today.weekday())
    found = done(reach, reach.actor, children, since)
    request.here = "today"
    context = {"heading": "Done today" if only_today else "Done this week", "since": since, **_which(found, request.GET.get("of", ""), reach.today)}
    return render(request, "goldthread/today/done.html", context)


def _which(found: Done, of: str, day: date) -> dict[str, object]:
    if of in ("seen", "alone"):
        some = found.seen if of == "seen" else found.alone
        return {"what": "Children seen" if of == "seen" else "Children seen alone", "lines": [aside.Line((naming.link(c),)) for c in some]}
    if of in ("met", "late"):
        pairs = found.met if of == "met" else found.late
        return {"what": "Duties met" if of == "met" else "Duties met late", "lines": [aside.met_line(c, o, day) for c, o in pairs]}
    return {"what": "", "lines": aside.done_lines(found.acts, day)}
