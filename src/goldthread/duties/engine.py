"""The reference engine: one person's words in, every occurrence of every duty out."""

from collections.abc import Iterable

from goldthread.clock.spans import working_days
from goldthread.duties.life import Spoken, as_known
from goldthread.duties.occurrence import Occurrence


def occurrences(spoken: Iterable[Spoken]) -> list[Occurrence]:
    """Every occurrence, independent of today."""
    known = as_known(spoken)
    decided = {s.key: s for s in known if s.word == "referral.decided"}
    found = []
    for s in known:
        if s.word == "referral.received":
            due = working_days(1).due(s.day)
            met = decided.get(s.key)
            found.append(Occurrence("FD01", s.day, s.day, s.at, due, None, due, met and met.day, met and met.at, None,
                                    None, None, s.entry, met and met.entry, "front_door_manager", s.day, None, 0, ""))
    return found
