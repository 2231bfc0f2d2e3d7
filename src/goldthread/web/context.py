"""What every template can say without being told: the time, the authority, who is signed in, and the way round."""

from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest
from django.urls import NoReverseMatch

from goldthread.people.models import Worker
from goldthread.people.roles import (
    ACCOUNTS,
    ALLOCATE,
    CHANGE_SETTINGS,
    IMPROVE,
    INTEGRATE,
    INVITED,
    LOAD,
    NOBODY,
    READ_AUDIT,
)
from goldthread.web import clockwork, wording
from goldthread.web.addresses import address_of
from goldthread.web.single.views import name as single_sign_on


@dataclass(frozen=True, slots=True)
class NavItem:
    """One entry of the main navigation. `count` stands in brackets after the label; None shows no number."""

    label: str
    href: str
    count: int | None = None
    current: bool = False


@dataclass(frozen=True, slots=True)
class Me:
    """Who is signed in, in the header; `leave` is the address of the way out."""

    name: str
    role: str
    leave: str


def page(request: HttpRequest) -> dict[str, object]:
    """The template context of every page."""
    now = getattr(request, "now", None) or clockwork.now()
    worker = getattr(request, "user", None)
    signed_in = isinstance(worker, Worker)
    return {
        "now": now,
        "today": wording.as_day(now),
        "authority": settings.GOLDTHREAD_AUTHORITY,
        "clock": f"As recorded at {wording.moment_words(now)}",
        "me": me(worker) if signed_in else None,
        "nav": navigation(worker, request) if signed_in else (),
        "single": single_sign_on(),
    }


def me(worker: Worker) -> Me:
    """Name, role and team, and the way out."""
    place = f"{worker.plays.name}, {worker.team}" if worker.team else worker.plays.name
    return Me(worker.name, place, address_of("account_logout"))


def navigation(worker: Worker, request: HttpRequest) -> tuple[NavItem, ...]:
    """The pages this role works with, the one they are on marked. A view puts numbers on `request.counts` by URL name."""
    counts = getattr(request, "counts", {})
    current = getattr(request, "here", None) or getattr(request.resolver_match, "url_name", None)
    wanted = [(name, label) for name, label, shown in _entries(worker) if shown]
    wanted.sort(key=lambda entry: entry[0] != worker.plays.opens_on)  # first the page a day starts with
    places = [(name, label, _address(name)) for name, label in wanted]
    return tuple(NavItem(label, href, counts.get(name), name == current) for name, label, href in places if href)


def _entries(worker: Worker) -> tuple[tuple[str, str, bool], ...]:
    """What there is for this role: the whole service first for those who lead it, their own work first for everybody else."""
    sees_children, manages, leads = worker.plays.sees not in (NOBODY, INVITED), worker.may(ALLOCATE), worker.may(IMPROVE)
    own = (
        ("today", "Today", sees_children),
        ("my_children", "My children", sees_children),
        ("team", "Team" if manages else "My team", sees_children and bool(worker.team_id or manages)),
        ("people", "People", sees_children),
        ("load", "Load files", worker.may(LOAD)),
        ("settings", "Local promises", worker.may(CHANGE_SETTINGS) and not leads),
        ("workers", "Accounts", worker.may(ACCOUNTS)),
        ("integrations", "Integrations", worker.may(INTEGRATE)),
        ("inspector_room", "Inspector’s room", worker.plays.sees == INVITED),
        ("audit", "Who did what", worker.may(READ_AUDIT)),
    )
    whole = (
        ("service", "Service", leads),
        ("measures", "Measures", True),
        ("improvement", "Improvement", True),
        ("inspections", "Inspections", True),
    )
    return (*whole, *own) if leads else (*own, *whole)


def _address(name: str) -> str:
    try:
        return address_of(name)
    except NoReverseMatch:
        return ""
