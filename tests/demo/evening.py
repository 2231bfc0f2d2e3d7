"""Wrenford as somebody who works there reads it on its evening."""

from datetime import date

from goldthread.people.models import Worker
from goldthread.record.reach import Reach
from tests.demo.conftest import NOW


def reach(username, now=NOW):
    return Reach(Worker.objects.get(username=username), now)


def day(said):
    return date.fromisoformat(said)
