"""Duties: the words they are written in, their shape, the rules, and the engine that answers them.

occurrences(spoken)              every time a duty was owed to one person, independent of today
state(occurrence, on)            what is true of one on a day
explain(occurrence, spoken, on)  why, in sentences and in parts
faults(as_known(spoken))         what does not fit in the words themselves
"""

from goldthread.duties.engine import occurrences
from goldthread.duties.explain import Explanation, Fact, count_of, duty_of, explain
from goldthread.duties.faults import Fault, faults
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
    "Explanation",
    "Fact",
    "Fault",
    "Occurrence",
    "Settings",
    "Spoken",
    "State",
    "Verdict",
    "as_known",
    "count_of",
    "duty_of",
    "explain",
    "faults",
    "occurrences",
    "state",
]
