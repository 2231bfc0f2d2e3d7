"""When the rules or the settings change, what was worked out from the old ones is worked out again, once, before anything is served."""

import hashlib
from datetime import datetime
from functools import cache

from django.db import connection, transaction

from goldthread.duties.rules import RULES
from goldthread.record.derive import AT_ONCE, derive
from goldthread.record.local import inforce
from goldthread.record.local.models import DONE, SettingsRun
from goldthread.record.models import Person, WorkedOut

FORM = 3  # raise it when what is derived changes its form for another reason than the rules

NEWEST_AND_WRITERS = """
    SELECT record_newest(),
      (SELECT coalesce(max(id), 0) FROM record_localsetting) || '.' || (SELECT coalesce(sum(done), 0) FROM record_settingsrun), (
      SELECT string_agg(virtualtransaction, ' ' ORDER BY virtualtransaction) FROM pg_locks
      WHERE relation = 'record_version'::regclass AND mode = 'RowExclusiveLock' AND pid <> pg_backend_pid()
        AND database = (SELECT oid FROM pg_database WHERE datname = current_database()))"""


@cache
def fingerprint() -> str:
    """Of the rules as they are in this version: another one means that what is stored may differ."""
    return hashlib.sha256(f"{FORM} {RULES!r}".encode()).hexdigest()


def made_from() -> str:
    """Of the rules and of the settings in force."""
    return hashlib.sha256(f"{fingerprint()} {inforce.fingerprint()}".encode()).hexdigest()


def is_fresh() -> bool:
    """Whether what is stored follows from the rules and settings in force."""
    return WorkedOut.objects.filter(fingerprint=made_from()).exists()


def now_fresh(now: datetime) -> None:
    """Say that it does."""
    WorkedOut.objects.update_or_create(pk=1, defaults={"fingerprint": made_from(), "at": now})


def bring_up_to_date(now: datetime) -> int:
    """Work everything out again if the rules or settings are not those it was worked out from. Returns how many people that was.

    Done in slices, each kept by itself: if it is broken off, the next start begins again.
    """
    if is_fresh():
        return 0
    people = list(Person.objects.order_by("pk").values_list("pk", flat=True))
    for start in range(0, len(people), AT_ONCE):
        with transaction.atomic():
            derive(people[start : start + AT_ONCE], now, queue=None, by=None)
    now_fresh(now)
    SettingsRun.objects.exclude(status=DONE).update(status=DONE, ended_at=now)
    return len(people)


def last_written() -> str:
    """Names the record as it is: as long as it is the same, nothing was written and nothing worked out anew.

    Whoever takes a number holds its table until all they wrote is seen (see store.take_entry_numbers), so who is writing
    is part of the name: what is then seen with a lower number than the newest changes it too.
    """
    with connection.cursor() as cursor:
        cursor.execute(NEWEST_AND_WRITERS)
        newest, settled, writers = cursor.fetchone()
    return f"{newest}-{settled}-{hashlib.sha256(writers.encode()).hexdigest()[:8] if writers else ''}-{fingerprint()[:8]}"
