"""The child's page, each of its parts at its own address, and the same as known on an earlier day."""

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from goldthread.record.reach import NotFound, Reach
from goldthread.record.register import REGISTER
from goldthread.record.trail.reading import lines_of
from goldthread.web import wording
from goldthread.web.child import above, facts, filters, history, known, lives, others, people, plans, timeline
from goldthread.web.child.duties import counts, shown
from goldthread.web.child.opening import Opened, open_child
from goldthread.web.child.owed import Owing, owings
from goldthread.web.entries.kinds import ways_to_write, write_address
from goldthread.web.parts import Chip
from goldthread.web.reaching import with_reach
from goldthread.web.trails.lines import shown as shown_lines

NOW = "now"
PARTS = ("life", "timeline", "people", "duties", "plan", "history", "later")
OF_CHILDREN = {"life", "plan"}
LINES_ON_THE_FIRST_PAGE = 8
CHANGES_ON_THE_FIRST_PAGE = 3
CHANGES_SHOWN = 100
WRITTEN_SHOWN = 50
LINES_SHOWN = 200
YEAR = timedelta(days=365)
MONTH = 30


@with_reach
def child(request: HttpRequest, reach: Reach, reference: str) -> HttpResponse:
    """Everything about one child, the most important first."""
    opened, owed = _open(request, reach, reference, "child")
    parts = {**_duties(opened, owed, request), **_timeline(opened, request), **_people(opened), **_history(opened, request)}
    if opened.of_a_child:
        parts |= _life(opened, request)
    return _page(request, opened, owed, NOW, parts)


@with_reach
def part(request: HttpRequest, reach: Reach, reference: str, part: str) -> HttpResponse:
    """One part of the page, in full."""
    if part not in PARTS:
        raise NotFound(f"A child’s page has no part called {part}.")
    opened, owed = _open(request, reach, reference, part)
    if part in OF_CHILDREN and not opened.of_a_child:
        raise NotFound(f"The page of a {opened.about} has no part called {part}.")
    build = {
        "life": lambda: _life(opened, request), "timeline": lambda: _timeline(opened, request), "people": lambda: _people(opened),
        "duties": lambda: _duties(opened, owed, request), "plan": lambda: {"plans": plans.plans(opened)},
        "history": lambda: _history(opened, request, whole=True), "later": lambda: _later(opened),
    }  # fmt: skip
    return _page(request, opened, owed, part, build[part]())


@with_reach
def chronology(request: HttpRequest, reach: Reach, reference: str) -> HttpResponse:
    """The significant lines on paper, the oldest first, readable by the family."""
    opened, _ = _open(request, reach, reference, "chronology")
    lines = [replace(timeline.item(opened, w), star=None) for w in reversed(opened.entries) if w.significant]
    words = {"opened": opened, "items": lines, "line": line(opened)}
    return render(request, "goldthread/child/chronology.html", words)


def _open(request: HttpRequest, reach: Reach, reference: str, page: str) -> tuple[Opened, list[Owing]]:
    asked, problem = request.GET.get("known", ""), ""
    moment = None
    try:
        moment = known.known_on(asked, reach.today)
    except known.NotThatDay as wrong:
        problem = str(wrong)
    opened = open_child(reach, reference, page, moment)
    opened.known_text = asked if problem else f"{opened.day:%d/%m/%Y}"
    opened.known_problem = problem
    return opened, owings(opened)


def _page(request: HttpRequest, opened: Opened, owed: list[Owing], part: str, words: dict[str, Any]) -> HttpResponse:
    common = {
        "opened": opened, "part": part, "whole": part == NOW, "line": line(opened), "also": facts.also(opened),
        "keeps": above.keeps(opened), "facts": facts.facts(opened) if opened.of_a_child else others.facts_of(opened), "nexts": above.nexts(opened, owed), "subnav": _subnav(opened, owed, part),
        "history_href": opened.address("history"), **_ways(opened), **_past(opened, part),
    }  # fmt: skip
    request.here = opened.here
    return render(request, "goldthread/child/page.html", {**common, **words})


def line(opened: Opened) -> str:
    """Under the name: a child's age, or what somebody else is to the service."""
    return facts.line(opened) if opened.of_a_child else others.line(opened)


def _ways(opened: Opened) -> dict[str, Any]:
    """What this person may write here, for a child the two most common first."""
    if not opened.may_write:
        return {}
    if not opened.of_a_child:
        return {"ways": ways_to_write(opened.reach.actor, opened.reference, opened.about), "write_note": reverse("entry_write", args=[opened.reference, "note"])}
    places = {f"write_{code}": write_address(REGISTER[code], opened.reference) for code in ("visit", "note")}
    return {"ways": ways_to_write(opened.reach.actor, opened.reference), **places}


def _past(opened: Opened, part: str) -> dict[str, Any]:
    if opened.child.known is None:
        return {}
    place = reverse("child", args=[opened.reference]) if part == NOW else reverse("child_part", args=[opened.reference, part])
    history_now = reverse("child_part", args=[opened.reference, "history"])
    band = known.band(opened.child.known, opened.reach.today, place, opened.reach.recorded_since(opened.child), history_now)
    return {"past": band, "clock": f"As known {wording.short_day_with_year(opened.day)}"}


def _subnav(opened: Opened, owed: list[Owing], part: str) -> list[tuple[str, str, bool]]:
    around = len(opened.current("relationship")) + sum(opened.standing[part] is not None for part in ("worker", "adviser", "chair"))
    duties = sum(o.state.is_open for o in owed)
    labels = [
        (NOW, "Then" if opened.past else "Now"), ("life", "Life"), ("timeline", f"Timeline ({len(opened.entries)})"), ("people", f"People ({around})"),
        ("duties", f"Duties ({duties})"), ("plan", "Plan"), ("history", "Who had looked" if opened.past else "History"),
    ]  # fmt: skip
    return [(label, opened.address("" if key == NOW else key), key == part) for key, label in labels if opened.of_a_child or key not in OF_CHILDREN]


def _life(opened: Opened, request: HttpRequest) -> dict[str, Any]:
    recent = request.GET.get("years") == "1"
    since: date | None = opened.day - YEAR if recent else None
    return {"life": lives.on_one_line(opened, since), "recent": recent, "stands_out": lives.stands_out(opened),
            "whole_life": opened.address("life"), "last_year": opened.address("life", years=1)}  # fmt: skip


def _duties(opened: Opened, owed: list[Owing], request: HttpRequest) -> dict[str, Any]:
    which = request.GET.get("state", "")
    return {"duties": shown(opened, owed, which), "duty_counts": counts(opened, owed, which), "which": which, "all_duties": opened.address("duties")}


def _timeline(opened: Opened, request: HttpRequest) -> dict[str, Any]:
    asked = filters.read(request.GET)
    if "timeline" not in request.path:
        asked = filters.Asked(most=LINES_ON_THE_FIRST_PAGE)
    return {"timeline": timeline.timeline(opened, asked)}


def _people(opened: Opened) -> dict[str, Any]:
    return {"people": people.people(opened)}


def _history(opened: Opened, request: HttpRequest, whole: bool = False) -> dict[str, Any]:
    lines, number = history.changes(opened, CHANGES_SHOWN if whole else CHANGES_ON_THE_FIRST_PAGE)
    days = YEAR.days if whole else MONTH
    looks = history.looks(opened, days)
    found = {"changes": lines, "change_number": number, "looks": looks, "look_days": days, "look_people": len({look.who for look in looks})}
    return {**found, "written": history.written(opened, WRITTEN_SHOWN), "openings": history.openings(opened), **_trail(opened, request.GET.get("by", ""))} if whole else found


def _trail(opened: Opened, by: str) -> dict[str, Any]:
    """Every line of the audit about this record within a year, of everybody or of one worker."""
    of = (opened.child.person, opened.when - YEAR, opened.when)
    rows = list(lines_of(*of)[:LINES_SHOWN])
    chosen = list(lines_of(*of, by)[:LINES_SHOWN]) if by else rows
    who = Counter((row["worker__name"], row["worker__username"]) for row in rows if row["worker"])
    chips = [Chip("Everybody", len(rows), f"{opened.address('history')}#trail", not by)]
    chips += [Chip(name, number, f"{opened.address('history', by=username)}#trail", by == username) for (name, username), number in sorted(who.items())]
    return {"lines": shown_lines(opened.reach, chosen), "trail_chips": chips, "lines_most": LINES_SHOWN if len(chosen) == LINES_SHOWN else 0}


def _later(opened: Opened) -> dict[str, Any]:
    return {"later": [timeline.item(opened, w) for w in opened.reach.not_yet_written(opened.child)]}
