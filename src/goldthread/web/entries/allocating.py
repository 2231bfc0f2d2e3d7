"""Who works with the child: a new worker, and the hand-over from the one before, in one step."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib import messages
from django.db import IntegrityError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from goldthread.oversight.board import Load, suggestions
from goldthread.oversight.loads import loads_of
from goldthread.people.models import Team, Worker
from goldthread.people.roles import ALLOCATE
from goldthread.people.sight import check_may
from goldthread.record.reach import Reach
from goldthread.record.reading import Written
from goldthread.record.standing import CHILD, HOLDS, MARKS
from goldthread.record.types.people import WORKS_AS
from goldthread.web import wording
from goldthread.web.child.opening import Opened
from goldthread.web.entries.questions import day_text
from goldthread.web.forms.answers import Answers, day_from
from goldthread.web.parts import Pick, Picks, Problems
from goldthread.web.reaching import with_reach

ROLES_OF = {
    "social_worker": ("social_worker",), "personal_adviser": ("personal_adviser",), "reviewing_officer": ("reviewing_officer",),
    "conference_chair": ("conference_chair",), "supervising_social_worker": ("social_worker",), "manager": ("team_manager", "head_of_service", "director"),
    "registered_manager": ("team_manager",), "designated_officer": ("quality_lead", "head_of_service", "team_manager"),
}  # fmt: skip
IN_TEAMS = {"social_worker", "personal_adviser", "supervising_social_worker"}
EVERY_TEAM = "every"


@dataclass(frozen=True, slots=True)
class Room:
    """One worker who could work with the child, and how much room they have, in words."""

    worker: Worker
    words: str
    small: str


@with_reach
def allocate(request: HttpRequest, reach: Reach, reference: str) -> HttpResponse:
    """Choose who works with the child from a day on. Whoever did before is ended on that day."""
    check_may(reach.actor, ALLOCATE)
    child = reach.child(reference, "allocate", again=request.method == "POST")
    opened = Opened(reach, child, reach.entries(child))
    answers = Answers(request.POST if request.method == "POST" else request.GET, request.now)
    request.here = opened.here
    part = answers.choice("works_as", parts_of(opened.about)) or HOLDS[opened.about or CHILD]
    rooms = rooms_for(opened, part, _team(opened, answers, part))
    if request.method == "POST" and "save" in request.POST:
        done = _save(opened, answers, part, rooms)
        if done:
            messages.success(request, done)
            still_mine = reach.everybody().filter(person=child.person).exists()
            return redirect("child", reference=reference) if still_mine else redirect("today")
    return _page(request, opened, answers, part, rooms)


def parts_of(about: str) -> dict[str, str]:
    """The parts somebody may play: for a carer, a worker, an adult or a home only that of whoever holds them."""
    if about in ("", CHILD):
        return {part: says for part, says in WORKS_AS.items() if part not in MARKS}
    return {HOLDS[about]: WORKS_AS[HOLDS[about]]}


def _team(opened: Opened, answers: Answers, part: str) -> int | None:
    """Whose workers are looked at: the team that was asked for, at first the child's own. None is every team."""
    asked = answers.text("team")
    if asked == EVERY_TEAM or part not in IN_TEAMS:
        return None
    return int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 10 else opened.standing["team"]


def rooms_for(opened: Opened, part: str, team: int | None) -> list[Room]:
    """Who could, of one team or of all: those with room in the child's own team first, each with the reason in words."""
    only = {"team": team} if team else {}
    workers = list(Worker.objects.filter(is_active=True, role__in=ROLES_OF[part], **only).select_related("team").order_by("name"))
    loads = {load.worker.pk: load for load in loads_of(workers, opened.day)}
    reasons = {load.worker.pk: words for load, words in suggestions(loads.values(), _standing(opened), _knew(opened))} if part == "social_worker" else {}
    rooms = [Room(w, reasons.get(w.pk) or _room(loads[w.pk]), _carries(loads[w.pk])) for w in workers]
    own = opened.standing["team"]
    return sorted(rooms, key=lambda r: (r.worker.team_id != own, r.worker.pk not in reasons, -loads[r.worker.pk].room, r.worker.name))


def _standing(opened: Opened) -> Any:
    return opened.reach.standings_of([opened.child.person])[opened.child.person]


def _knew(opened: Opened) -> dict[int, int]:
    """Who worked with the child in earlier times, and the year they last did."""
    return {a.values.worker_id: a.until.year for a in reversed(opened.of("allocation")) if a.values.worker_id and a.until}


def _room(load: Load) -> str:
    return f"{-load.room.normalize():f} over what was agreed" if load.room < 0 else f"room for {load.room.normalize():f}"


def _carries(load: Load) -> str:
    away = f", away from {wording.short_day(load.away.day)}" if load.away else ""
    return f"{load.worker.team or 'no team'}, works with {wording.count(load.children, 'child', 'children')}{away}"


def _current(opened: Opened, part: str) -> Written | None:
    return next((a for a in opened.of("allocation") if a.values.works_as == part and a.until is None), None)


def _save(opened: Opened, answers: Answers, part: str, rooms: list[Room]) -> str:
    """What was done, in a sentence; "" where something must be put right first."""
    chosen = next((r.worker for r in rooms if str(r.worker.pk) == answers.text("worker")), None)
    day, before = _day(answers), _current(opened, part)
    if chosen is None:
        answers.trouble("Choose who will work with the child.", "worker")
    if before and chosen and before.values.worker_id == chosen.pk:
        answers.trouble(f"{chosen.name} works with {opened.first} already.", "worker")
    if before and day and day < before.day:
        answers.trouble(f"The one before began on {wording.plain_day(before.day)}. Choose that day or a later one.", "day")
    if answers.problems or chosen is None or day is None:
        return ""
    try:
        _hand_over(opened, answers, part, chosen, day, before)
    except IntegrityError:
        answers.trouble("Somebody works with the child in this part in that time already. Look at the timeline, and choose another day.", "day")
        return ""
    return f"{chosen.name} is {opened.first}’s {WORKS_AS[part].lower()} from {wording.long_day(day, answers.today)}."


def _day(answers: Answers) -> date | None:
    text = answers.text("day")
    day = day_from(text, answers.today, ahead=True) if text else answers.today
    if day is None:
        answers.trouble(f"“{text}” is not a day we can read. Write it as 12/11/2026.", "day")
    return day


def _hand_over(opened: Opened, answers: Answers, part: str, worker: Worker, day: date, before: Written | None) -> None:
    reason = answers.line("reason", 200, "Why the change?")
    team = worker.team_id or opened.standing["team"]
    with opened.reach.act(team) as act:
        if before:
            act.correct(before.number, before.version, f"Handed over to {worker.name}.", until=day)
        act.write(opened.child.person, "allocation", day, {"works_as": part, "worker": worker.pk, "team": team, "reason": reason})


def _teams(opened: Opened, answers: Answers, part: str) -> list[tuple[str, str, bool]]:
    """(value, name, whether it is chosen) of the teams to choose from; none where the part is not played in teams."""
    if part not in IN_TEAMS:
        return []
    chosen = _team(opened, answers, part)
    named = [(str(t.pk), t.name, t.pk == chosen) for t in Team.objects.filter(workers__role__in=ROLES_OF[part]).distinct().order_by("name")]
    return [*named, (EVERY_TEAM, "Every team", chosen is None)]


def _page(request: HttpRequest, opened: Opened, answers: Answers, part: str, rooms: list[Room]) -> HttpResponse:
    errors = {p.field: p.words for p in answers.problems}
    chosen, before = answers.text("worker"), _current(opened, part)
    holder = Worker.objects.filter(pk=before.values.worker_id).first() if before else None
    picks = tuple(Pick(str(r.worker.pk), f"{r.worker.name}: {r.words}", r.small, str(r.worker.pk) == chosen) for r in rooms if r.worker != holder)
    words = {
        "opened": opened, "part": part, "teams": _teams(opened, answers, part), "parts": [(code, label, code == part) for code, label in parts_of(opened.about).items()], "errors": errors,
        "workers": Picks("worker", "Who has room", picks, error=errors.get("worker", "")), "before": before, "holder": holder,
        "day": answers.text("day") or day_text(answers.today), "reason": answers.text("reason"), "part_words": WORKS_AS[part].lower(),
        "problems": Problems(tuple(answers.problems)) if answers.problems else None, "team": Team.objects.filter(pk=opened.standing["team"]).first(),
    }  # fmt: skip
    return render(request, "goldthread/entries/allocate.html", words, status=422 if answers.problems else 200)
