"""Writing a line of the audit. Who, when and what are told by the server; the database chains it."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import connection

from goldthread.people.models import Worker
from goldthread.record.asking import ask
from goldthread.record.trail.acts import ERASE
from goldthread.record.trail.models import Look

LONGEST = 80
SAY = "SELECT record_say(%s::timestamptz, %s::bigint, %s::text, %s::bigint, %s::bigint[], %s::text, %s::text, %s::text, %s::boolean, %s::text)"


@dataclass
class Trail:
    """What was written down in the course of one request: `session` says in which sign-in or with which token.

    `known`: whose record was looked at where that had been written down within the hour, so that nothing more has to be.
    `unchanged`: what was sent changed nothing: its words were kept for later, or an earlier press had done it.
    """

    session: str = ""
    lines: list[Look] = field(default_factory=list)
    known: int | None = None
    unchanged: bool = False

    def has(self, act: str) -> bool:
        return any(line.act == act for line in self.lines)

    def begin_again(self) -> None:
        """What was written was undone with its transaction."""
        self.lines, self.known, self.unchanged = [], None, False


def line(actor: Worker | None, now: datetime, act: str, trail: Trail | None = None, **more: Any) -> Look:
    """A line not yet written. `more`: columns of Look (person or person_id, people, page, what, reason, refused)."""
    more["what"] = str(more.get("what", ""))[:LONGEST]
    return Look(at=now, worker=actor, act=act, session=trail.session if trail else "", **more)


def write(actor: Worker | None, now: datetime, act: str, trail: Trail | None = None, **more: Any) -> Look:
    """Write one line, in the transaction that is open. `actor` is None for the machine itself, or a stranger."""
    return write_lines([line(actor, now, act, trail, **more)], trail)[0]


def write_lines(lines: list[Look], trail: Trail | None = None) -> list[Look]:
    """Write several at once. The database itself adds them: whoever acts could not put one there in another's name."""
    told = ask(*((SAY, _columns(one)) for one in lines))
    for one, [(number,)] in zip(lines, told, strict=True):
        one.pk, one._state.adding = number, False
    if trail is not None:
        trail.lines += lines
    return lines


def _columns(one: Look) -> list[Any]:
    one.reason = one.reason.replace("\0", "")
    return [one.at, one.worker_id, one.act, one.person_id, one.people, one.page, one.what.replace("\0", ""), one.reason, one.refused, one.session]


def seal() -> None:
    """Bind the ends of all chains together as they are now."""
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO record_seal (id) VALUES (0)")  # the database numbers it and fills it


def forget(numbers: Iterable[int], actor: Worker | None, now: datetime, why: str = "", trail: Trail | None = None) -> int:
    """Take the typed words out of these lines, as an erasure asks. The chain stays whole: it never held them.

    That it was done is a line of its own. Needs a database role that may update; the application's may not.
    """
    found = Look.objects.filter(pk__in=list(numbers), salt__isnull=False)
    done = found.update(reason="", salt=None)
    write(actor, now, ERASE, trail, page="audit", what=f"{done} reasons", reason=why)
    return done
