"""The state of an occurrence on a day, as `goldthread.duties.state` says it, in SQL: the only place where it is said.

`o` is a row with the fields of `Occurrence`. Where a relation keeps whether it was met late and when it was over as columns
of its own, worked out by these same expressions, their names are handed in. Tests hold this and the reference together on
every day that can matter.
"""

from goldthread.duties.state import State

IN_TIME = (State.MET, State.OWED, State.ENDED)
LATE = (State.OVERDUE, State.MET_LATE, State.MISSED)

MET_LATE = "CASE WHEN due_at IS NOT NULL AND met_at IS NOT NULL THEN met_at > due_at ELSE met > due END"
"""Whether it was met after it was due, to the minute where both are known."""

OVER = "coalesce(lapses, ended)"
"""The day it ended undone."""


def state_on(day: str, met_late: str = MET_LATE, over: str = OVER) -> str:
    """The word of the state at the end of a day."""
    return f"""CASE
    WHEN o.opened > {day} THEN '{State.NOT_YET}'
    WHEN o.met <= {day} THEN CASE
      WHEN NOT ({met_late}) THEN '{State.MET}'
      WHEN o.unsure <= o.due THEN '{State.UNKNOWN}'
      ELSE '{State.MET_LATE}' END
    WHEN {over} <= {day} THEN CASE
      WHEN {over} <= o.due THEN '{State.ENDED}'
      WHEN o.unsure IS NOT NULL THEN '{State.UNKNOWN}'
      ELSE '{State.MISSED}' END
    WHEN o.unsure <= {day} THEN '{State.UNKNOWN}'
    WHEN {day} > o.due THEN '{State.OVERDUE}'
    ELSE '{State.OWED}' END"""


def owed_on(day: str, over: str = OVER) -> str:
    """Whether it had opened and was neither met nor over by the end of a day."""
    return f"o.opened <= {day} AND (o.met IS NULL OR o.met > {day}) AND ({over} IS NULL OR {over} > {day})"


def kept(state: str) -> str:
    """Yes, no or unknown: whether a promise was kept so far."""
    late, in_time = (", ".join(f"'{s}'" for s in states) for states in (LATE, IN_TIME))
    return f"CASE WHEN {state} IN ({in_time}) THEN TRUE WHEN {state} IN ({late}) THEN FALSE END"
