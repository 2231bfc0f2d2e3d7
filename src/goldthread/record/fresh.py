"""When the rules change, what was worked out from the old ones is worked out again, once, before anything is served."""

import hashlib
from datetime import datetime
from functools import cache

from django.db import transaction
from django.db.models import Max

from goldthread.duties.rules import RULES
from goldthread.record.derive import AT_ONCE, derive
from goldthread.record.models import Person, Version, WorkedOut

FORM = 1  # raise it when what is derived changes its form for another reason than the rules


@cache
def fingerprint() -> str:
    """Of the rules as they are in this version: another one means that what is stored may differ."""
    return hashlib.sha256(f"{FORM} {RULES!r}".encode()).hexdigest()


def bring_up_to_date(now: datetime) -> int:
    """Work everything out again if the rules are not those it was worked out from. Returns how many people that was.

    Done in slices, each kept by itself: if it is broken off, the next start begins again.
    """
    last = WorkedOut.objects.first()
    if last and last.fingerprint == fingerprint():
        return 0
    people = list(Person.objects.order_by("pk").values_list("pk", flat=True))
    for start in range(0, len(people), AT_ONCE):
        with transaction.atomic():
            derive(people[start : start + AT_ONCE], now, queue=None, by=None)
    WorkedOut.objects.update_or_create(pk=1, defaults={"fingerprint": fingerprint(), "at": now})
    return len(people)


def last_written() -> str:
    """Names the record as it is: as long as it is the same, nothing was written and nothing worked out anew."""
    return f"{Version.objects.aggregate(newest=Max('pk'))['newest'] or 0}-{fingerprint()[:8]}"
