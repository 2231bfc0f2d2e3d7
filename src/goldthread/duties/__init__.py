"""Duties: the words they are written in, their shape, the rules and the reference engine."""

from goldthread.duties.engine import occurrences
from goldthread.duties.life import Spoken, as_known
from goldthread.duties.occurrence import Occurrence
from goldthread.duties.state import State, state

__all__ = ["Occurrence", "Spoken", "State", "as_known", "occurrences", "state"]
