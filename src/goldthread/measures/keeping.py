"""The calendar table in the record's database, as this version of the code counts it."""

from django.db import connection, transaction

from goldthread.measures import calendar
from goldthread.measures.models import Calendar, MadeFrom
from goldthread.record.copying import copy_rows

WHAT = "calendar"
_known: set[str] = set()


def keep_calendar() -> None:
    """Make sure that the table is this version's; once that is committed, each process asks no more."""
    if WHAT in _known:
        return
    made = MadeFrom.objects.filter(what=WHAT).values_list("fingerprint", flat=True).first()
    if made != calendar.fingerprint():
        write_calendar()
    transaction.on_commit(lambda: _known.add(WHAT))


def write_calendar() -> None:
    """Write the table anew; two processes that want to do so come one after the other."""
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(hashtext('goldthread: calendar'))")
        Calendar.objects.all().delete()
        copy_rows(Calendar._meta.db_table, calendar.COLUMNS, calendar.rows())
        MadeFrom.objects.update_or_create(what=WHAT, defaults={"fingerprint": calendar.fingerprint()})
