"""People named in somebody else's record: by the names they were known by then, and not at all where their own record is closed."""

from collections.abc import Iterable
from datetime import datetime

from goldthread.record.lives import read_lives
from goldthread.record.models import Restriction, Standing
from goldthread.record.reading import Written
from goldthread.record.standing import stand

THEN = ("forename", "surname", "other_names", "sex", "ethnicity", "born", "expected", "died", "postcode", "is_child")


def as_known_then(entries: Iterable[Written], known: datetime) -> None:
    """Give the people whom these relationships name the standing they had at `known`, so that no later name is shown."""
    named = [w.values.other for w in entries if w.kind.code == "relationship" and w.values.other_id]
    lives = read_lives(sorted({person.pk for person in named}), known) if named else {}
    for person in named:
        then, restricted = stand(lives[person.pk], None), getattr(getattr(person, "standing", None), "restricted", False)
        columns = {column: then[column] for column in THEN}
        person.standing = Standing(as_of=known, reference=person.reference, restricted=restricted, **columns)


def without_closed(entries: Iterable[Written], worker: int, now: datetime) -> None:
    """Leave out the names of people whose records are open to named people only, of whom the reader is none."""
    named = [w.values.other for w in entries if w.kind.code == "relationship" and w.values.other_id]
    closed = [person for person in named if (standing := getattr(person, "standing", None)) and standing.restricted]
    if not closed:
        return
    open_to = set(Restriction.objects.filter(worker=worker, person__in=closed).values_list("person", flat=True))
    for person in closed:
        if person.pk not in open_to:
            person.reference = ""
            person.standing = Standing(as_of=now, forename="Somebody", surname="whose record is restricted", restricted=True)
