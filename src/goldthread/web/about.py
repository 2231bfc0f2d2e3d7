"""The pages behind the links in every footer. They are about nobody, so anybody may read them."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from goldthread.people.models import Worker
from goldthread.people.roles import (
    ACCOUNTS,
    ALLOCATE,
    ANSWER,
    APPROVE,
    CHANGE_SETTINGS,
    DISPOSE,
    EVERY_ROLE,
    IMPROVE,
    INTEGRATE,
    INVITE,
    INVITED,
    LOAD,
    OPEN,
    READ_AUDIT,
    SERVICE,
    WRITE,
)
from goldthread.web.pictures import life
from goldthread.web.pictures.bars import DayCount

STATES = (
    ("owed", "There is time. The day it is due is written beside it."),
    ("soon", "Today, or close to it. Amber comes early, so that red is rare."),
    ("overdue", "The day has passed. Red is used for this and for nothing else."),
    ("met", "Done in time."),
    ("metlate", "Done, after the day. It stays visible as late."),
    ("ended", "The reason for it ended first: a plan closed, a child moved."),
    ("unsure", "One fact is missing, and we name it. Never counted as met."),
)
COUNTS = (
    (DayCount(4, 10), "day 4 of 10. The upright is the day it is due."),
    (DayCount(10, 10, soon=True), "due today"),
    (DayCount(12, 10), "day 12 of 10: two over"),
)
MARKS = (
    (life.CALL, "a call about the child that led to work"),
    (life.CALL_NOTHING, "a call, no further action"),
    (life.SEEN_ALONE, "seen alone"),
    (life.SEEN, "seen"),
    (life.NOT_SEEN, "visited, not seen (drawn above the line)"),
    (life.MEETING, "a meeting held"),
    (life.BOOKED, "a meeting booked"),
    (life.EVENT, "something else that happened"),
)
ACTS = {
    WRITE: "write in the record", ALLOCATE: "give a child a worker", APPROVE: "check and approve", LOAD: "load returns",
    CHANGE_SETTINGS: "change settings", ACCOUNTS: "look after accounts", INTEGRATE: "look after integrations", IMPROVE: "lead improvement", INVITE: "invite inspectors",
    OPEN: "open other records for a while, with a reason",
    ANSWER: "give somebody the information about them", DISPOSE: "decide, two of them together, that a record is erased",
    READ_AUDIT: "read who did what",
}  # fmt: skip


def marks(request: HttpRequest) -> HttpResponse:
    """What the marks mean."""
    return render(request, "goldthread/about/marks.html", {"states": STATES, "counts": COUNTS, "marks": MARKS})


def accessibility(request: HttpRequest) -> HttpResponse:
    """The accessibility statement."""
    return render(request, "goldthread/about/accessibility.html")


def who_sees(request: HttpRequest) -> HttpResponse:
    """Who can see what, printed from the roles themselves."""
    roles = [(role, [words for act, words in ACTS.items() if act in role.may]) for role in EVERY_ROLE.values()]
    worker = request.user if isinstance(request.user, Worker) else None
    manages = worker is not None and (worker.may(ALLOCATE) or worker.plays.sees == SERVICE)
    return render(request, "goldthread/about/who_sees.html", {"roles": roles, "manages": manages, "works_here": worker is not None and worker.plays.sees != INVITED})
