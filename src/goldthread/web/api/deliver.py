"""`goldthread deliver`: what waits for webhooks is told, again and again until it is answered or has waited a day.

A row is held while it is told. Where this process is killed before the answer is written down, the row waits as before and is told
again, under the same id: at least once.
"""

import argparse
import json
import signal
import threading
from datetime import datetime, timedelta
from ipaddress import ip_network

from django.conf import settings
from django.db import transaction

from goldthread.web import clockwork
from goldthread.web.api import hooks
from goldthread.web.api.models import Delivery
from goldthread.web.api.sending import Network, Sent, send

WAITS = tuple(timedelta(minutes=m) for m in (1, 5, 15, 60, 180, 480, 1440))  # between tries; after the last it is parked
LOOK_EVERY = 5  # seconds
KEPT_FOR = timedelta(days=90)


def main(argv: list[str], *, now: datetime) -> int:
    """Tell what is due, once or until it is stopped."""
    parser = argparse.ArgumentParser(prog="goldthread deliver", description="Tell webhooks what was written.")
    parser.add_argument("--once", action="store_true", help="tell what is due now, and end")
    given = parser.parse_args(argv)
    if given.once:
        told, failed = deliver(now)
        print(f"Told {told}, could not tell {failed}.")
        return 0
    stop = threading.Event()
    signal.signal(signal.SIGTERM, lambda *_: stop.set())
    while not stop.is_set():
        deliver(clockwork.now())
        stop.wait(LOOK_EVERY)
    return 0


def deliver(now: datetime) -> tuple[int, int]:
    """Everything that is due; how many were told, and how many could not be."""
    _forget(now)
    counts = [0, 0]
    while (outcome := _next(now)) is not None:
        counts[not outcome] += 1
    return counts[0], counts[1]


def _forget(now: datetime) -> None:
    """What was told long ago is forgotten; what was parked stays until its webhook is ended."""
    Delivery.objects.filter(state=Delivery.DELIVERED, at__lt=now - KEPT_FOR).delete()


def _next(now: datetime) -> bool | None:
    """Tell one that is due, and whether it was; None where nothing is due that no other process holds."""
    with transaction.atomic():
        due = Delivery.objects.filter(state=Delivery.WAITING, next_at__lte=now).order_by("next_at", "pk")
        one = due.select_for_update(skip_locked=True, of=("self",)).select_related("hook__integration__worker", "hook__integration__owner").first()
        if one is None:
            return None
        sent = _tell(one, now)
        _note(one, sent, now)
    return sent.delivered


def _tell(one: Delivery, now: datetime) -> Sent:
    if one.hook.ended_at or not one.hook.integration.works:
        return Sent(None, ENDED)
    body = body_of(one)
    headers = {
        "Content-Type": "application/json", "User-Agent": "Goldthread", "Goldthread-Delivery": str(one.pk), "Goldthread-Event": one.event,
        "Goldthread-Signature": hooks.signature(one.hook, body, now),
    }  # fmt: skip
    return send(one.hook.address, body, headers, allowed())


ENDED = "The webhook, or its integration, has been ended."


def body_of(one: Delivery) -> bytes:
    """What is told: which entry, by its number, and where to read it with a token. No name, no reference, no word."""
    told = {"id": str(one.pk), "event": one.event, "entry": one.entry, "version": one.version, "at": one.at.isoformat(),
            "href": f"/api/v1/entries/{one.entry}"}  # fmt: skip
    return json.dumps(told).encode()


def allowed() -> list[Network]:
    """Private networks whose addresses may be told, from the settings."""
    return [ip_network(network) for network in settings.GOLDTHREAD_HOOKS_INSIDE]


def _note(one: Delivery, sent: Sent, now: datetime) -> None:
    one.tries += 1
    one.status, one.trouble = sent.status, sent.trouble[:200]
    if sent.delivered:
        one.state, one.delivered_at = Delivery.DELIVERED, now
    elif sent.trouble == ENDED or one.tries > len(WAITS):
        one.state = Delivery.PARKED
    else:
        one.next_at = now + WAITS[one.tries - 1]
    one.save()
