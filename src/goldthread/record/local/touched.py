"""Whose duties a change of a setting touches."""

from collections.abc import Iterable
from datetime import date

from django.db import connection
from django.db.models import QuerySet

from goldthread.clock.calendars import working_days_in_england
from goldthread.duties import RULES, Settings
from goldthread.duties.lower import lower
from goldthread.duties.shape import Duty
from goldthread.record.acting import settling
from goldthread.record.local.models import KEPT, NUMBER
from goldthread.record.local.words import using
from goldthread.record.models import Occurrence, Person

WITHOUT_ANOTHER_DATE = """
    SELECT count(*) FROM record_standing s WHERE s.open AND s.next_due IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM record_occurrence o WHERE o.person_id = s.person_id AND o.met IS NULL AND o.ended IS NULL
                    AND coalesce(o.lapses, 'infinity') > %s AND NOT o.code = ANY(%s))"""


def duties(what: str, name: str) -> tuple[Duty, ...]:
    """The children's duties that a setting has a say in; all of them for policies and school terms."""
    if what == NUMBER:
        return tuple(duty for duty in using(name) if duty in RULES)
    if what == KEPT:
        return tuple(duty for duty in RULES if duty.code == name)
    return RULES


def people(what: str, name: str, since: date | None) -> list[int]:
    """Those whose occurrences may change: of a number, whoever was owed one of its duties from that day on; of a duty
    that is kept or no longer, whoever could be owed it; of what all duties are counted by, everybody."""
    touched = duties(what, name)
    if what == NUMBER:
        return sorted(set(_owed(touched, since).values_list("person", flat=True)))
    if what == KEPT:
        return _speaking(starters(touched))
    return list(Person.objects.order_by("pk").values_list("pk", flat=True))


def _owed(touched: Iterable[Duty], since: date | None) -> QuerySet[Occurrence]:
    found = Occurrence.objects.filter(code__in={code for duty in touched for code in duty.codes})
    return found.filter(opened__gte=since) if since else found


def starters(touched: Iterable[Duty]) -> list[str]:
    """The words without which none of these duties opens."""
    forms = (lower(duty, Settings(), working_days_in_england()) for duty in touched)
    return sorted({word for form in forms for word in form.starters})


def _speaking(words: list[str]) -> list[int]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT DISTINCT person_id FROM record_spoken WHERE word = ANY(%s) AND superseded_at IS NULL ORDER BY 1", [words])
        return [person for (person,) in cursor.fetchall()]


@settling()
def left_without_a_date(code: str, today: date) -> int:
    """Open children who would have no next date at all, were this duty no longer kept."""
    codes = [found for duty in RULES if duty.code == code for found in duty.codes]
    with connection.cursor() as cursor:
        cursor.execute(WITHOUT_ANOTHER_DATE, [today, codes])
        return cursor.fetchone()[0]
