"""Numbers of the whole service for whoever looks after the machine. Nobody is among them by name, and nobody may be: no Reach."""

from collections import Counter
from datetime import datetime

from django.db.models import Q

from goldthread.duties import State, state
from goldthread.duties.occurrence import Occurrence
from goldthread.record.models import Occurrence as Stored
from goldthread.record.models import Standing


def open_children() -> int:
    return Standing.objects.filter(is_child=True, open=True).count()


def overdue(now: datetime) -> Counter[str]:
    """How many times each duty is overdue at a moment, by its code: the one definition, asked of whatever may be late."""
    day = now.date()
    late = Stored.objects.filter(Q(met=None) | Q(met__gt=day), due__lte=day).values_list(*Occurrence._fields).iterator(chunk_size=5000)
    owed = (Occurrence(*row) for row in late)
    return Counter(o.code for o in owed if state(o, now).state == State.OVERDUE)
