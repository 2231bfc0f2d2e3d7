"""People named in somebody else's record: by the names they were known by then, and not at all where their own record is closed."""

from collections.abc import Iterable
from datetime import datetime

from goldthread.record.asking import ask
from goldthread.record.lives import read_lives
from goldthread.record.models import Standing
from goldthread.record.reading import Written
from goldthread.record.seeing import Besides
from goldthread.record.standing import stand

THEN = ("forename", "surname", "other_names", "sex", "ethnicity", "born", "expected", "died", "postcode", "about", "is_child")

RESTRICTED = "SELECT person_id, bool_or(worker_id = %s) FROM record_named WHERE person_id = ANY(%s::bigint[]) GROUP BY 1"


def as_known_then(entries: Iterable[Written], known: datetime) -> None:
    """Give the people whom these relationships name the standing they had at `known`, so that no later name is shown."""
    named = [w.values.other for w in entries if w.kind.code == "relationship" and w.values.other_id]
    lives = read_lives(sorted({person.pk for person in named}), known) if named else {}
    for person in named:
        then, restricted = stand(lives[person.pk], None), getattr(getattr(person, "standing", None), "restricted", False)
        columns = {column: then[column] for column in THEN}
        person.standing = Standing(as_of=known, reference=person.reference, restricted=restricted, **columns)


def without_closed(entries: Iterable[Written], worker: int, now: datetime, but: Besides) -> None:
    """Leave out the names of people whose records are closed to the reader: their own family, and records open to others only."""
    named = [w.values.other for w in entries if w.kind.code == "relationship" and w.values.other_id]
    if not named:
        return
    [found] = ask((RESTRICTED, [worker, [person.pk for person in named]]))
    restricted = {person for person, open_to_reader in found if not open_to_reader} - but.opened
    for person in named:
        if person.pk in restricted | but.closed:
            person.reference = ""
            person.standing = Standing(as_of=now, forename="Somebody", surname="whose record is restricted", restricted=True)
