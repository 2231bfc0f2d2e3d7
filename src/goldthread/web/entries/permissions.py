"""Whether somebody may write an entry of a type. The button and the refusal ask the same question."""

from goldthread.people.models import Worker
from goldthread.people.roles import ALLOCATE, WRITE
from goldthread.people.sight import NotAllowed, check_may
from goldthread.record.register import EntryType


def check_may_write_kind(actor: Worker, kind: type[EntryType]) -> None:
    """Raise NotAllowed, in a sentence, where this person's role does not write this type."""
    check_may(actor, ALLOCATE if kind.code == "allocation" else WRITE)
    if kind.writers is not None and actor.role not in kind.writers:
        raise NotAllowed(f"The role of {actor.plays.name.lower()} does not write {kind.called}. Ask somebody whose role does.")


def may_write_kind(actor: Worker, kind: type[EntryType]) -> bool:
    try:
        check_may_write_kind(actor, kind)
    except NotAllowed:
        return False
    return True
