"""What must be so at the end: everything acknowledged is there exactly once, nothing is there by halves or twice."""

from collections import Counter

from django.db import connection

from goldthread import whole
from goldthread.record import checked
from goldthread.record.models import Person
from goldthread.record.register import entry_type
from torture.writing import Ledger, Wrote

FIRST = "SELECT p.reference, d.{words} FROM {table} d JOIN record_version v ON v.id = d.version_id JOIN record_person p ON p.id = v.person_id WHERE v.number = 1"
AGAIN = "SELECT p.reference, v.why FROM record_version v JOIN record_person p ON p.id = v.person_id WHERE v.number > 1"
WHERE = {"note": ("note", "note"), "visit": ("visit", "at_home"), "allocate": ("allocation", "reason")}


def faults(ledger: Ledger) -> list[str]:
    """Every promise that was broken, in a sentence; none where all were kept."""
    there = _there()
    found = [f"acknowledged, and there {times} times: {wrote}" for wrote in ledger.acknowledged for times in _times(there, wrote) if times != 1]
    told = set(ledger.acknowledged)
    for wrote in ledger.asked:
        if wrote not in told and max(_times(there, wrote)) > 1:
            found.append(f"there more than once: {wrote}")
        if len(set(_times(there, wrote))) > 1:
            found.append(f"there for one child and not for the other: {wrote}")
    found += ledger.odd + checked.half_there() + checked.not_following(Person.objects.values_list("pk", flat=True))
    connection.ensure_connection()
    chain = whole.broken_chain(connection.connection)
    return found + ([chain] if chain else [])


def _there() -> Counter:
    """How often each mark is there, by kind and child."""
    found: Counter = Counter()
    for kind, (code, words) in WHERE.items():
        for reference, said in _rows(FIRST.format(words=words, table=entry_type(code)._meta.db_table)):
            found[kind, said, reference] += 1
    for reference, why in _rows(AGAIN):
        found["correct", why, reference] += 1
    return found


def _rows(sql: str) -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return cursor.fetchall()


def _times(there: Counter, wrote: Wrote) -> list[int]:
    return [there[wrote.kind, wrote.mark, reference] for reference in wrote.references]
