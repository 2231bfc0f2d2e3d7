"""Whether somebody may write an entry of a type. The button and the refusal ask the same question."""

from goldthread.duties.words.kinds import CHILD
from goldthread.people.models import Worker
from goldthread.people.roles import ALLOCATE, WRITE
from goldthread.people.sight import NotAllowed, check_may
from goldthread.record.register import EntryType


def check_may_write_kind(actor: Worker, kind: type[EntryType]) -> None:
    """Raise NotAllowed, in a sentence, where this person's role does not write this type."""
    check_may(actor, ALLOCATE if kind.code == "allocation" else WRITE)
    if kind.writers is not None and actor.role not in kind.writers:
        raise NotAllowed(f"The role of {actor.plays.name.lower()} does not write {kind.called}. Ask somebody whose role does.")


def is_about(kind: type[EntryType], whom: str) -> bool:
    """Whether a type is written about such a person; about one of whom nothing is known yet, any type is."""
    return not whom or whom in kind.written_about()


def check_is_about(kind: type[EntryType], whom: str) -> None:
    """Raise NotAllowed, in a sentence, where a type is not written about such a person."""
    if not is_about(kind, whom):
        wanted = " or ".join(sorted(kind.written_about()))
        raise NotAllowed(f"This record is about a {whom}, and {kind.called} is written about a {wanted}. It does not belong here.")


def is_offered(kind: type[EntryType], whom: str) -> bool:
    """Whether it is among what may be written about such a person; somebody who is only mentioned may become a child."""
    return kind.by_hand and is_about(kind, whom or CHILD)


def may_write_kind(actor: Worker, kind: type[EntryType]) -> bool:
    try:
        check_may_write_kind(actor, kind)
    except NotAllowed:
        return False
    return True
