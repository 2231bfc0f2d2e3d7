"""What is done to one account by a button: each its own function in people.accounts, and none by opening an address."""

from collections.abc import Callable

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from goldthread.people import accounts
from goldthread.people.given import Refused
from goldthread.people.models import Worker
from goldthread.people.roles import ACCOUNTS
from goldthread.record.reach import Reach
from goldthread.web import lockout
from goldthread.web.accounts.views import people, show
from goldthread.web.reaching import with_reach

Act = Callable[[HttpRequest, Reach, Worker], str]


@require_POST
@with_reach
def do(request: HttpRequest, reach: Reach, number: int, act: str) -> HttpResponse:
    """Do it, and say what was done; a password is shown this once."""
    if act not in ACTS:
        raise Http404
    worker = get_object_or_404(people(), pk=number)
    words, shows_password = ACTS[act][1], ACTS[act][2]
    try:
        password = ACTS[act][0](request, reach, worker)
    except Refused as refusal:
        accounts.check_may_do(reach.actor)
        return show(request, reach, worker, status=422, trouble=str(refusal))
    if shows_password:
        return render(request, "goldthread/accounts/given.html", {"worker": worker, "password": password})
    messages.success(request, words.format(name=worker.name))
    return redirect("worker", number=number) if reach.actor.may(ACCOUNTS) else redirect("leaving_whom")


def _why(request: HttpRequest) -> str:
    return request.POST.get("why", "")


def _close(request: HttpRequest, reach: Reach, worker: Worker) -> str:
    accounts.check_may_do(reach.actor, worker)
    accounts.close(worker, _why(request), by=reach.actor, now=reach.now)
    return ""


def _reopen(request: HttpRequest, reach: Reach, worker: Worker) -> str:
    return accounts.reopen(worker, _why(request), by=reach.actor, now=reach.now)


def _password(request: HttpRequest, reach: Reach, worker: Worker) -> str:
    return accounts.give_password(worker, by=reach.actor, now=reach.now)


def _factor(request: HttpRequest, reach: Reach, worker: Worker) -> str:
    accounts.reset_factor(worker, _why(request), by=reach.actor, now=reach.now)
    return ""


def _sign_out(request: HttpRequest, reach: Reach, worker: Worker) -> str:
    accounts.sign_out(worker, by=reach.actor, now=reach.now)
    return ""


def _lift(request: HttpRequest, reach: Reach, worker: Worker) -> str:
    accounts.lift(worker, by=reach.actor, now=reach.now)
    lockout.lift(request, worker.username)
    return ""


def _teams(request: HttpRequest, reach: Reach, worker: Worker) -> str:
    chosen = request.POST.get("to", "")
    to = Worker.objects.at_work().filter(pk=int(chosen)).first() if chosen.isascii() and chosen.isdigit() and len(chosen) < 18 else None
    accounts.check_may_do(reach.actor, worker)
    if to is None:
        raise Refused("Choose who answers for the teams from now.", "to")
    accounts.hand_teams(worker, to, by=reach.actor, now=reach.now)
    return ""


ACTS: dict[str, tuple[Act, str, bool]] = {
    "close": (_close, "The account of {name} is closed. Every sign-in of theirs has ended.", False),
    "reopen": (_reopen, "", True),
    "password": (_password, "", True),
    "factor": (_factor, "{name} sets up a new second factor at the next sign-in. Every sign-in of theirs has ended.", False),
    "sign-out": (_sign_out, "{name} is signed out everywhere.", False),
    "lift": (_lift, "{name} may try to sign in again.", False),
    "teams": (_teams, "The teams of {name} have somebody else to answer for them.", False),
}
"""By the name in the address: what is done, what is said then, and whether it gives a password to show."""
