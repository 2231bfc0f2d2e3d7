"""Everybody's accounts, for whoever looks after them; and a worker who leaves, for whoever hands over what they hold."""

from allauth.mfa.utils import is_mfa_enabled
from django.contrib import messages
from django.db import IntegrityError
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from goldthread.oversight import leaving as leaves
from goldthread.people import accounts
from goldthread.people.given import Refused
from goldthread.people.models import Worker
from goldthread.people.roles import ALLOCATE, INTEGRATIONS
from goldthread.people.sight import NotAllowed
from goldthread.record.reach import Reach
from goldthread.record.types.people import WORKS_AS
from goldthread.web import lockout
from goldthread.web.accounts.forms import AccountForm, NewForm
from goldthread.web.entries.allocating import ROLES_OF
from goldthread.web.factors import FACTORS
from goldthread.web.paging import paged
from goldthread.web.parts import Problem, Problems
from goldthread.web.reaching import with_reach

AT_ONCE = 100
QUEUE = "queue"
NOT_YOURS = "A worker’s account is closed by whoever manages their team, by a head of service, or by an administrator. Ask one of them."


def people() -> QuerySet[Worker]:
    """Everybody's accounts. What other systems act as has pages of its own."""
    return Worker.objects.exclude(role__in=list(INTEGRATIONS)).select_related("team")


@with_reach
def workers(request: HttpRequest, reach: Reach) -> HttpResponse:
    """Every account, by name; found by a part of the name, and closed ones where they are asked for."""
    accounts.check_may_do(reach.actor)
    asked, closed = request.GET.get("q", "").replace("\0", "").strip(), request.GET.get("closed") == "1"
    found = people().filter(is_active=not closed).order_by("name")
    if asked:
        found = found.filter(Q(name__icontains=asked) | Q(username__icontains=asked) | Q(email__icontains=asked))
    everybody = list(found)
    words = {"shown": paged(everybody, request.GET, AT_ONCE), "number": len(everybody), "asked": asked, "closed": closed}
    return render(request, "goldthread/accounts/workers.html", words)


@with_reach
def new(request: HttpRequest, reach: Reach) -> HttpResponse:
    """Make an account. The password it begins with is shown this once."""
    accounts.check_may_do(reach.actor)
    request.here = "workers"
    form = NewForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            worker, password = accounts.open_account(form.cleaned_data["username"], form.given(), by=reach.actor, now=reach.now)
        except Refused as refusal:
            form.add_error(refusal.field or None, str(refusal))
        else:
            return render(request, "goldthread/accounts/given.html", {"worker": worker, "password": password})
    return render(request, "goldthread/accounts/new.html", {"form": form}, status=422 if form.errors else 200)


@with_reach
def one(request: HttpRequest, reach: Reach, number: int) -> HttpResponse:
    """One account: what it says, what may be done to it, and what was done."""
    accounts.check_may_do(reach.actor)
    worker = get_object_or_404(people(), pk=number)
    form = AccountForm(request.POST or None, worker=worker)
    if request.method == "POST" and form.is_valid():
        try:
            said = accounts.change(worker, form.given(), by=reach.actor, now=reach.now)
        except Refused as refusal:
            form.add_error(refusal.field or None, str(refusal))
        else:
            messages.success(request, f"Changed: {said}." if said else "Nothing was different.")
            return redirect("worker", number=number)
    return show(request, reach, worker, form, 422 if form.errors else 200)


def show(request: HttpRequest, reach: Reach, worker: Worker, form: AccountForm | None = None, status: int = 200, trouble: str = "") -> HttpResponse:
    """The page of one account; `trouble` is why something was not done."""
    request.here = "workers"
    words = {
        "worker": worker, "form": form or AccountForm(worker=worker), "own": worker.pk == reach.actor.pk, "left": accounts.left_with(worker),
        "factor": is_mfa_enabled(worker, FACTORS), "waits": lockout.waits(request, worker.username), "teams": accounts.teams_of(worker),
        "takers": _takers(worker), "done": worker.account_acts.select_related("by").order_by("-pk")[:50],
        "problems": Problems((Problem(trouble, "acts"),)) if trouble else None,
    }  # fmt: skip
    return render(request, "goldthread/accounts/worker.html", words, status=status)


def _takers(worker: Worker) -> list[Worker]:
    return [w for w in Worker.objects.at_work().exclude(pk=worker.pk).order_by("name") if w.may(ALLOCATE)]


@with_reach
def leaving_whom(request: HttpRequest, reach: Reach) -> HttpResponse:
    """Those whose accounts the acting person may close, handing over what they hold."""
    request.here = "team"
    found = list(_closable(reach.actor).select_related("team").order_by("name"))
    if not found:
        raise NotAllowed(NOT_YOURS)
    return render(request, "goldthread/accounts/leaving_whom.html", {"shown": paged(found, request.GET, AT_ONCE)})


def _closable(actor: Worker) -> QuerySet[Worker]:
    others = Worker.objects.at_work().exclude(pk=actor.pk)
    return others if accounts.leads(actor) else others.filter(team__manager=actor)


@with_reach
def leaving(request: HttpRequest, reach: Reach, number: int) -> HttpResponse:
    """Hand over whoever a worker holds and close the account, in one step or not at all."""
    request.here = "team"
    worker = get_object_or_404(people(), pk=number)
    accounts.check_may_close(reach.actor, worker)
    held, problems = leaves.parts(worker), []
    chosen = {part: request.POST.get(f"to_{part}", "") for part in held}
    if request.method == "POST":
        try:
            leaves.close(worker, request.POST.get("why", ""), _takers_of(chosen), reach)
        except (Refused, NotAllowed, IntegrityError) as refusal:
            problems.append(Problem(_says(refusal), getattr(refusal, "field", "") or "why"))
        else:
            messages.success(request, f"The account of {worker.name} is closed, and nobody is left over.")
            return redirect("leaving_whom" if _closable(reach.actor).exists() else "/")
    words = {
        "worker": worker, "asked": [(part, WORKS_AS[part], held[part], _who(part, worker), chosen[part]) for part in held], "why": request.POST.get("why", ""),
        "problems": Problems(tuple(problems)) if problems else None,
    }  # fmt: skip
    return render(request, "goldthread/accounts/leaving.html", words, status=422 if problems else 200)


def _says(refusal: Exception) -> str:
    if isinstance(refusal, IntegrityError):
        return "Somebody of theirs has another worker in this part already. Look at who they hold, and hand over one by one first."
    return str(refusal)


def _who(part: str, leaver: Worker) -> list[tuple[str, str]]:
    """(value, words) of those who could take this part over; where somebody may wait, the team's queue first."""
    others = Worker.objects.at_work().filter(role__in=ROLES_OF[part]).exclude(pk=leaver.pk).select_related("team").order_by("name")
    named = [(str(w.pk), f"{w.name}, {w.team or 'no team'}") for w in others]
    return [(QUEUE, "The team’s queue: its manager holds them by name"), *named] if part == leaves.WAITS else named


def _takers_of(chosen: dict[str, str]) -> dict[str, Worker | None]:
    """Part to who takes it over; a part for which nobody was chosen is left out, and refused."""
    numbers = [int(n) for n in chosen.values() if n.isascii() and n.isdigit() and len(n) < 18]
    found = {str(w.pk): w for w in Worker.objects.at_work().filter(pk__in=numbers)}
    taken: dict[str, Worker | None] = {part: found[n] for part, n in chosen.items() if n in found and found[n].role in ROLES_OF[part]}
    return taken | {part: None for part, n in chosen.items() if n == QUEUE}
