"""People met in a record of an earlier day, by the names they were known by then."""

from collections.abc import Iterable
from datetime import datetime

from goldthread.record.lives import read_lives
from goldthread.record.models import Standing
from goldthread.record.reading import Written
from goldthread.record.standing import stand

THEN = ("forename", "surname", "other_names", "sex", "ethnicity", "born", "expected", "died", "postcode", "is_child")


def as_known_then(entries: Iterable[Written], known: datetime) -> None:
    """Give the people whom these relationships name the standing they had at `known`, so that no later name is shown."""
    named = [w.values.other for w in entries if w.kind.code == "relationship" and w.values.other_id]
    lives = read_lives(sorted({person.pk for person in named}), known) if named else {}
    for person in named:
        then = stand(lives[person.pk], None)
        person.standing = Standing(as_of=known, reference=person.reference, **{column: then[column] for column in THEN})
