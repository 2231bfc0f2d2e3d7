"""On which days an inspector may read, and what they are told on the others."""

from datetime import date

from goldthread.clock.times import plain_day
from goldthread.people.models import Invitation, Worker
from goldthread.people.roles import INVITED, NOBODY, SERVICE
from goldthread.people.sight import NotAllowed


def standing(worker: Worker, day: date) -> Invitation | None:
    """The invitation by which this worker may read on that day, the newest where there are several."""
    return Invitation.objects.filter(inspector=worker, day__lte=day, until__gte=day, end=None).order_by("-at").first()


def scope(worker: Worker, day: date) -> str:
    """What the worker sees on that day: the scope of their role, and for an inspector the service or nobody."""
    if worker.plays.sees != INVITED:
        return worker.plays.sees
    return SERVICE if standing(worker, day) else NOBODY


def check_invited(worker: Worker, day: date) -> Invitation:
    """The invitation that stands on that day. Raises NotAllowed with the days it was, or will be, for."""
    found = standing(worker, day)
    if found is None:
        raise NotAllowed(_not_now(worker, day))
    return found


def _not_now(worker: Worker, day: date) -> str:
    ask = "Ask the person at the authority who invited you."
    nearest = Invitation.objects.filter(inspector=worker, end=None).order_by("-until").first()
    if nearest is None:
        return f"You are not invited to read here. {ask}"
    days = f"from {plain_day(nearest.day)} to {plain_day(nearest.until)}"
    return f"Your invitation {'is' if nearest.day > day else 'was'} {days}. {ask}"
