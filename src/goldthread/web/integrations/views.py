"""Integrations: setting one up, agreeing to it, its tokens, its webhooks and what they were told."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from goldthread.people.roles import INTEGRATE
from goldthread.people.sight import check_may
from goldthread.record.reach import Reach
from goldthread.web.api import setting_up, tokens
from goldthread.web.api.models import Delivery, Hook, Integration, Token
from goldthread.web.api.scopes import SCOPES
from goldthread.web.api.tokens import Refused
from goldthread.web.integrations.asking import SetUpForm, TokenForm, usual_last_day
from goldthread.web.paging import paged
from goldthread.web.reaching import with_reach

WITH = ("worker__team", "owner", "by", "ended_by")


@with_reach
def integrations(request: HttpRequest, reach: Reach) -> HttpResponse:
    """Every integration, or those that somebody answers for; and the form that sets one up."""
    found, looks_after = Integration.objects.select_related(*WITH).order_by("ended_at", "-pk"), reach.actor.may(INTEGRATE)
    if not looks_after:
        found = found.filter(owner=reach.actor)
        if request.method == "POST" or not found:
            check_may(reach.actor, INTEGRATE)
    form = SetUpForm(request.POST or None)
    if request.method == "POST" and form.is_valid() and (made := _set_up(form, reach)):
        return redirect("integration", number=made.pk)
    lines = [(one, state(one)) for one in found]
    return render(request, "goldthread/integrations/integrations.html", {"form": form, "lines": lines, "looks_after": looks_after}, status=422 if form.errors else 200)


def _set_up(form: SetUpForm, reach: Reach) -> Integration | None:
    given = form.cleaned_data
    try:
        return setting_up.set_up(given["name"], given["what_for"], given["owner"], given["team"], by=reach.actor, now=reach.now)
    except Refused as refusal:
        form.add_error(refusal.field, str(refusal))
        return None


def state(integration: Integration) -> str:
    """In words, whether it works, and what it waits for."""
    if integration.ended_at:
        return "ended"
    if not integration.agreed_at:
        return f"waits for {integration.owner.name} to agree"
    return "works" if integration.works else f"stopped: {integration.owner.name} no longer works here"


@with_reach
def one(request: HttpRequest, reach: Reach, number: int) -> HttpResponse:
    """One integration: its tokens, webhooks and deliveries."""
    return _page(request, reach, _opened(reach, number))


def _opened(reach: Reach, number: int) -> Integration:
    found = get_object_or_404(Integration.objects.select_related(*WITH), pk=number)
    setting_up.check_may_open(found, reach.actor)
    return found


def _page(request: HttpRequest, reach: Reach, shown: Integration, status: int = 200, **more: object) -> HttpResponse:
    request.here = "integrations"
    context = {
        "one": shown, "state": state(shown), "tokens": [(t, token_state(t, reach), [SCOPES[s] for s in t.scopes], t.entries.count()) for t in shown.tokens.order_by("-pk")],
        "hooks": shown.hooks.order_by("-pk"), "deliveries": paged(Delivery.objects.filter(hook__integration=shown).select_related("hook").order_by("-at", "-pk"), request.GET, 20),
        "form": TokenForm(initial={"expires": f"{usual_last_day(reach.today):%d/%m/%Y}"}), "looks_after": reach.actor.may(INTEGRATE),
        "may_agree": shown.owner_id == reach.actor.pk and not (shown.agreed_at or shown.ended_at), **more,
    }  # fmt: skip
    return render(request, "goldthread/integrations/one.html", context, status=status)


def token_state(token: Token, reach: Reach) -> str:
    if token.ended_at:
        return "taken back"
    return "works" if token.stands(reach.now) else "its last day has passed"


@require_POST
@with_reach
def agree(request: HttpRequest, reach: Reach, number: int) -> HttpResponse:
    """The owner agrees: from now on its tokens work."""
    setting_up.agree(_opened(reach, number), by=reach.actor, now=reach.now)
    return redirect("integration", number=number)


@require_POST
@with_reach
def end(request: HttpRequest, reach: Reach, number: int) -> HttpResponse:
    """Nothing of it works any more."""
    shown = _opened(reach, number)
    try:
        setting_up.end(shown, request.POST.get("why", "").replace("\0", ""), by=reach.actor, now=reach.now)
    except Refused as refusal:
        return _page(request, reach, shown, 422, problem=str(refusal))
    return redirect("integration", number=number)


@require_POST
@with_reach
def new_token(request: HttpRequest, reach: Reach, number: int) -> HttpResponse:
    """A new token, shown this once."""
    check_may(reach.actor, INTEGRATE)
    shown, form = _opened(reach, number), TokenForm(request.POST)
    if shown.ended_at:
        raise Http404
    if form.is_valid():
        given = form.cleaned_data
        try:
            made, text = tokens.make(shown, given["name"], given["scopes"], form.until(), by=reach.actor.pk, now=reach.now, most=given["most"])
            return render(request, "goldthread/integrations/token.html", {"one": shown, "token": made, "text": text})
        except Refused as refusal:
            form.add_error(refusal.field, str(refusal))
    return _page(request, reach, shown, 422, form=form)


@require_POST
@with_reach
def take_back(request: HttpRequest, reach: Reach, number: int, token: int) -> HttpResponse:
    """The token opens nothing from now on."""
    tokens.take_back(get_object_or_404(_opened(reach, number).tokens, pk=token), reach.actor.pk, reach.now)
    return redirect("integration", number=number)


@require_POST
@with_reach
def end_hook(request: HttpRequest, reach: Reach, number: int, hook: int) -> HttpResponse:
    """Nothing more is told to this address."""
    Hook.objects.filter(integration=_opened(reach, number), pk=hook, ended_at=None).update(ended_at=reach.now)
    return redirect("integration", number=number)


@require_POST
@with_reach
def again(request: HttpRequest, reach: Reach, number: int, delivery) -> HttpResponse:
    """Tell once more what was parked."""
    setting_up.tell_again(get_object_or_404(Delivery, hook__integration=_opened(reach, number), pk=delivery), reach.now)
    return redirect("integration", number=number)
