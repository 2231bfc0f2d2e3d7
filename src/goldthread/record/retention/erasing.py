"""Erasing one record for good, after two people decided it. Their number, their tombstone and who looked stay; every word goes."""

from django.db import connection

from goldthread.record.acting import settling
from goldthread.record.asking import ask
from goldthread.record.derive import derive
from goldthread.record.models import DeletionAnswer
from goldthread.record.reach import Reach
from goldthread.record.store import TOUCH
from goldthread.record.trail import acts


def erase(reach: Reach, answered: DeletionAnswer) -> list[int]:
    """Take out of every table whomever this agreement is about, and whom only they mention; gives their numbers.

    It runs in the transaction of the agreement. The database refuses where a hold stands, the days have not passed or one person did both.
    """
    reach.did(acts.ERASE, "retention", answered.deletion_id, person=answered.deletion.person_id)
    with connection.cursor() as cursor:
        cursor.execute("SELECT record_erase(%s, %s)", [answered.deletion_id, reach.now])
        [(gone,)] = cursor.fetchall()
    with settling():
        ask((TOUCH, [gone]))
        derive(gone, reach.now, queue=None, by=None)
    return gone
