"""Setting up webhooks, and reading what became of what they were told. Each token has those of its own integration."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.http import HttpRequest
from ninja import Status

from goldthread.record.trail.acts import CHANGE
from goldthread.web.api import hooks
from goldthread.web.api.models import Delivery, Hook
from goldthread.web.api.paging import a_page
from goldthread.web.api.problems import Problem, nothing_there
from goldthread.web.api.scopes import HOOKS
from goldthread.web.api.shapes import DeliveriesOut, HookIn, HookMade, HookOut, Number, OnAPage, PageNumber
from goldthread.web.api.site import operation
from goldthread.web.api.tokens import Refused


@operation("GET", "/webhooks", HOOKS, list[HookOut], summary="List webhooks", operation_id="list_webhooks")
def listed(request: HttpRequest):
    """The addresses that are told."""
    return [_hook(hook) for hook in _own(request).order_by("pk")]


@operation("POST", "/webhooks", HOOKS, HookMade, status=201, summary="Set up a webhook", operation_id="make_webhook")
def make(request: HttpRequest, body: HookIn):
    """An address to be told of entries that are written, corrected or withdrawn. The secret with which it is signed is shown this once."""
    try:
        with transaction.atomic():
            hook, secret = hooks.make(request.auth.integration, body.address, body.events, request.auth.now)
            _say(request, hook)
    except Refused as refusal:
        raise Problem("not-valid", str(refusal), [(refusal.field, str(refusal))]) from refusal
    return Status(201, {**_hook(hook), "secret": secret})


@operation("POST", "/webhooks/{number}/secret", HOOKS, HookMade, summary="Make a new secret", operation_id="rotate_webhook")
def rotate(request: HttpRequest, number: Number):
    """A new secret. For a week everything is signed with the old one too."""
    hook = _one(request, number)
    with transaction.atomic():
        secret = hooks.rotate(hook, request.auth.now)
        _say(request, hook)
    return {**_hook(hook), "secret": secret}


@operation("DELETE", "/webhooks/{number}", HOOKS, None, status=204, summary="End a webhook", operation_id="end_webhook")
def end(request: HttpRequest, number: Number):
    """Nothing more is told to this address; what waits is not delivered."""
    hook = _one(request, number)
    hook.ended_at = request.auth.now
    with transaction.atomic():
        hook.save(update_fields=["ended_at"])
        _say(request, hook)
    return Status(204, None)


@operation("GET", "/webhooks/{number}/deliveries", HOOKS, DeliveriesOut, summary="Read deliveries", operation_id="read_deliveries")
def deliveries(request: HttpRequest, number: Number, page: PageNumber = 1, size: OnAPage = 50):
    """What was told, or is to be, the newest first."""
    found = _one(request, number).deliveries.order_by("-at", "-pk")
    return a_page(found, page, size, _delivery, found.count())


def _say(request: HttpRequest, hook: Hook) -> None:
    """The line of the audit, in the transaction of what was changed."""
    request.auth.reach.did(CHANGE, request.resolver_match.url_name, hook.pk)


def _own(request: HttpRequest):
    return Hook.objects.filter(integration=request.auth.integration, ended_at=None)


def _one(request: HttpRequest, number: int) -> Hook:
    hook = _own(request).filter(pk=number).first()
    if hook is None:
        raise nothing_there()
    return hook


def _hook(hook: Hook) -> dict[str, Any]:
    return {"number": hook.pk, "address": hook.address, "events": hook.events, "at": hook.at}


def _delivery(d: Delivery) -> dict[str, Any]:
    waits: datetime | None = d.next_at if d.state == Delivery.WAITING else None
    return {
        "id": str(d.pk), "event": d.event, "entry": d.entry, "version": d.version, "at": d.at, "state": d.state, "tries": d.tries, "status": d.status,
        "trouble": d.trouble, "next_at": waits, "delivered_at": d.delivered_at,
    }  # fmt: skip
