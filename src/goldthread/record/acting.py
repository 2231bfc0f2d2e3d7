"""Who acts, told to the database: its row security shows what this person may see, and nothing to nobody.

A page acts for whoever is signed in. A command that works for nobody in particular tells nothing, and is what it signed in as.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

APPLICATION = "goldthread_app"  # the role that pages act in: it owns nothing and passes by no policy
COUNTING, SETTLING = "counting", "settling"  # work on everybody's record: see rowsecurity.scope for who may


@dataclass(frozen=True, slots=True)
class Acting:
    """A worker's number (None: nobody is signed in) and the moment. `work` is one of the two above, or nothing."""

    worker: int | None
    now: datetime
    work: str = ""


current: ContextVar[Acting | None] = ContextVar("acting", default=None)


@contextmanager
def acting(who: Acting | None) -> Iterator[None]:
    """Whatever is asked of the database inside is asked by this person; None: by whoever signed in to it."""
    before = current.set(who)
    try:
        yield
    finally:
        current.reset(before)


def acts_from_here(worker: int, now: datetime) -> None:
    """Who acts has become known in the middle of a request: by signing in, or by a token. Outside of a request it changes nothing."""
    if current.get() is not None:
        current.set(Acting(worker, now))


@contextmanager
def acting_as(worker: int) -> Iterator[None]:
    """What is done inside is this worker's, as something proves that was signed for them while nobody is signed in, or somebody else."""
    who = current.get()
    with acting(who and replace(who, worker=worker)):
        yield


@contextmanager
def counting() -> Iterator[None]:
    """Everybody is counted inside, also those whose records are closed to the acting person. No name may be shown that is had here but
    by whoever asks Reach whose may be: see record.around."""
    with acting(_at_work(COUNTING)):
        yield


@contextmanager
def settling() -> Iterator[None]:
    """What follows from the authority's settings is worked out for everybody inside, by somebody whose role changes settings."""
    with acting(_at_work(SETTLING)):
        yield


def _at_work(work: str) -> Acting | None:
    who = current.get()
    return who and replace(who, work=work)


TELL = "SELECT set_config('role', %s::text, %s::bool), gt_tell(%s::text, %s::text, %s::text, %s::bool)"


def telling(who: Acting | None, here: bool) -> tuple[str, list[Any]]:
    """What tells a connection who acts: for the transaction that is open (`here`), or until it is told otherwise."""
    told = [APPLICATION, str(who.worker or ""), who.now.isoformat(), who.work] if who else ["none", "", "", ""]
    return TELL, [told[0], here, *told[1:], here]


def forget(connection: Any) -> None:
    """Before a connection goes back to the pool: it no longer acts for anybody."""
    if getattr(connection, "goldthread_told", None) is not None:
        connection.rollback()
        connection.execute(*telling(None, here=False))
        connection.commit()
        connection.goldthread_told = None
