"""The state of an occurrence on a day, as `goldthread.duties.state` says it, in SQL: the only place where it is said.

`o` is a row of the relation `occurrences`, whose `met_late` and `over` are worked out in `facts` from the same fields
that the reference reads. A test holds the two together on every occurrence of a city, on every day that can matter.
"""

from goldthread.duties.state import State

IN_TIME = (State.MET, State.OWED, State.ENDED)
LATE = (State.OVERDUE, State.MET_LATE, State.MISSED)


def state_on(day: str) -> str:
    """The word of the state at the end of a day."""
    return f"""CASE
    WHEN o.opened > {day} THEN '{State.NOT_YET}'
    WHEN o.met <= {day} THEN CASE
      WHEN NOT o.met_late THEN '{State.MET}'
      WHEN o.unsure <= o.due THEN '{State.UNKNOWN}'
      ELSE '{State.MET_LATE}' END
    WHEN o.over <= {day} THEN CASE
      WHEN o.over <= o.due THEN '{State.ENDED}'
      WHEN o.unsure IS NOT NULL THEN '{State.UNKNOWN}'
      ELSE '{State.MISSED}' END
    WHEN o.unsure <= {day} THEN '{State.UNKNOWN}'
    WHEN {day} > o.due THEN '{State.OVERDUE}'
    ELSE '{State.OWED}' END"""


def owed_on(day: str) -> str:
    """Whether it had opened and was neither met nor over by the end of a day."""
    return f"o.opened <= {day} AND o.closed > {day}"


def kept(state: str) -> str:
    """Yes, no or unknown: whether a promise was kept so far."""
    late, in_time = (", ".join(f"'{s}'" for s in states) for states in (LATE, IN_TIME))
    return f"CASE WHEN {state} IN ({in_time}) THEN TRUE WHEN {state} IN ({late}) THEN FALSE END"
