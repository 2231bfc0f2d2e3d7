"""Supervision: a manager's workers with what is due, or one's own."""

from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode

from goldthread.duties import State
from goldthread.duties.words import workforce
from goldthread.duties.words.kinds import WORKER
from goldthread.oversight.supervised import Supervised, managed, supervised
from goldthread.people.models import Worker
from goldthread.people.roles import APPROVE
from goldthread.record.reach import Reach
from goldthread.record.register import REGISTER, EntryType, Says
from goldthread.web import naming, wording
from goldthread.web.entries.permissions import may_write_kind
from goldthread.web.parts import Action
from goldthread.web.reaching import with_reach
from goldthread.web.said import Link, Sentence
from goldthread.web.today.rows import mark

CHANGED_SHOWN = 3
NOT_BEGUN = "–"


@dataclass(frozen=True, slots=True)
class Line:
    """One worker of the list."""

    name: Link | None
    text: str
    plays: str
    last: str
    ago: str
    state: str
    due: str
    changed: Sentence
    action: Action | None


@with_reach
def supervision(request: HttpRequest, reach: Reach) -> HttpResponse:
    """Those one manages; and one's own supervision, for whoever has a record."""
    request.here = "people"
    me = Worker.objects.get(pk=reach.actor.pk)
    own = supervised(reach, [me]) if me.person_id else []
    lines = [line(one, reach) for one in managed(reach)]
    context = {"lines": lines, "own": [line(one, reach) for one in own], "manages": bool(lines) or reach.actor.may(APPROVE)}
    return render(request, "goldthread/others/supervision.html", context)


def line(one: Supervised, reach: Reach) -> Line:
    """A worker with the last supervision, the next, and the children changed since."""
    today = reach.today
    return Line(
        name=naming.link(one.record) if one.record else None, text=one.worker.name, plays=one.worker.plays.name,
        last=wording.short_day(one.last, today) if one.last else "none written down", ago=wording.ago(one.last, today) if one.last else "",
        state=mark(one.due, today) if one.due else "", due=due_words(one, today), changed=changed(one), action=action(one, reach),
    )  # fmt: skip


def due_words(one: Supervised, today: date) -> str:
    if one.due is None:
        return "nothing is owed" if one.record else NOT_BEGUN
    late = "overdue since " if one.due.verdict.state is State.OVERDUE else ""
    return f"{late}{wording.short_day(one.due.due, today)}"


def changed(one: Supervised) -> Sentence:
    """'4 children: Kofi, Ama, Esi and one more', each opening their page."""
    if not one.changed:
        return "nobody" if one.last else NOT_BEGUN
    parts: list = [f"{wording.count(len(one.changed), 'child', 'children')}: "]
    for place, child in enumerate(one.changed[:CHANGED_SHOWN]):
        parts += [", " if place else "", naming.link(child)]
    more = len(one.changed) - CHANGED_SHOWN
    return (*(p for p in parts if p), f" and {more} more" if more > 0 else "")


def action(one: Supervised, reach: Reach) -> Action | None:
    """Writing a supervision down; or first the record it is written in."""
    if one.record is None:
        return Action("Begin their record", f"{reverse('person_new')}?{urlencode({'kind': WORKER, 'account': one.worker.pk})}") if reach.actor.may(APPROVE) else None
    kind, says = written_as()
    if not may_write_kind(reach.actor, kind) or one.worker == reach.actor:
        return None
    late = one.due is not None and one.due.verdict.state is State.OVERDUE
    answers = {field: accepted[0] for field, accepted in says.when.items()}
    page = reverse("entry_write", args=[one.record.reference, kind.code])
    return Action("Write it down", f"{page}?{urlencode(answers)}" if answers else page, primary=late)


def written_as() -> tuple[type[EntryType], Says]:
    """The entry type by which supervision is written down, and the answers with which it is one."""
    return next((kind, says) for kind in REGISTER.values() for says in kind.speaks if says.word == workforce.supervised)
