"""Duties: the words they are written in, their shape, the rules and the reference engine."""

from goldthread.duties.engine import occurrences
from goldthread.duties.life import Spoken, as_known
from goldthread.duties.occurrence import Occurrence
from goldthread.duties.rules import RULES
from goldthread.duties.settings import DEFAULTS, Settings
from goldthread.duties.shape import Duty
from goldthread.duties.state import State, Verdict, state

__all__ = [
    "DEFAULTS",
    "RULES",
    "Duty",
    "Occurrence",
    "Settings",
    "Spoken",
    "State",
    "Verdict",
    "as_known",
    "occurrences",
    "state",
]
