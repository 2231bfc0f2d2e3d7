"""When the rules change, what was worked out from the old ones is worked out again, once, before anything is served."""

import hashlib
from datetime import datetime
from functools import cache

from django.db import connection, transaction

from goldthread.duties.rules import RULES
from goldthread.record.derive import AT_ONCE, derive
from goldthread.record.models import Person, WorkedOut

FORM = 1  # raise it when what is derived changes its form for another reason than the rules

NEWEST_AND_WRITERS = """
    SELECT coalesce((SELECT max(id) FROM record_version), 0), (
      SELECT string_agg(virtualtransaction, ' ' ORDER BY virtualtransaction) FROM pg_locks
      WHERE relation = 'record_version'::regclass AND mode = 'RowExclusiveLock' AND pid <> pg_backend_pid()
        AND database = (SELECT oid FROM pg_database WHERE datname = current_database()))"""


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
    """Names the record as it is: as long as it is the same, nothing was written and nothing worked out anew.

    Whoever takes a number holds its table until all they wrote is seen (see store.take_entry_numbers), so who is writing
    is part of the name: what is then seen with a lower number than the newest changes it too.
    """
    with connection.cursor() as cursor:
        cursor.execute(NEWEST_AND_WRITERS)
        newest, writers = cursor.fetchone()
    return f"{newest}-{hashlib.sha256(writers.encode()).hexdigest()[:8] if writers else ''}-{fingerprint()[:8]}"
