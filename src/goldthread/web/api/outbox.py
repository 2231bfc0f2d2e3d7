"""What webhooks are to be told, written down in the transaction of the act it tells of: with it or not at all."""

from datetime import datetime

from django.db.models import Count, Min, QuerySet

from goldthread.people.sight import NotAllowed
from goldthread.record.act import TOLD, Act, Done
from goldthread.record.asking import Question, ask
from goldthread.record.reach import Reach
from goldthread.web.api.models import Delivery, Hook

# Asked by every act there is, and answered by nearly every authority that there are none.
LIVE: Question = ("SELECT h.id FROM web_hook h JOIN web_integration i ON i.id = h.integration_id WHERE h.ended_at IS NULL AND i.ended_at IS NULL", ())


def listen() -> None:
    """From now on every act of this process is told. Said once, when the pages begin."""
    if tell not in TOLD:
        TOLD.append(tell)


def tell(act: Act) -> None:
    """One row for each entry of the act and each webhook whose integration may see the person it is about."""
    if not act.done:
        return
    [live] = ask(LIVE)
    if not live:
        return
    hooks = Hook.objects.filter(pk__in=[hook for (hook,) in live]).select_related("integration__worker__team", "integration__owner")
    Delivery.objects.bulk_create([_delivery(hook, done, act) for hook in hooks for done in act.done if _told(hook, done, act)])


def waiting() -> tuple[int, datetime | None]:
    """How many deliveries wait, and since when the oldest of them does."""
    found = _of_live_hooks(Delivery.WAITING).aggregate(number=Count("pk"), oldest=Min("at"))
    return found["number"], found["oldest"]


def parked() -> int:
    """How many deliveries were given up, and nobody has sent again."""
    return _of_live_hooks(Delivery.PARKED).count()


def _of_live_hooks(state: str) -> QuerySet[Delivery]:
    return Delivery.objects.filter(state=state, hook__ended_at=None)


def _told(hook: Hook, done: Done, act: Act) -> bool:
    if done.what not in hook.events or not hook.integration.works:
        return False
    try:
        Reach(hook.integration.worker, act.now).check(done.person)
    except NotAllowed:
        return False
    return True


def _delivery(hook: Hook, done: Done, act: Act) -> Delivery:
    return Delivery(hook=hook, event=done.what, entry=done.entry, version=done.version, at=act.now, next_at=act.now)
