"""What saving would do: the duties of one person as they are, and as they would be with entries not yet written.

Worked out by the same engine from the same words, so that what a form promises is what the record will say.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from goldthread.duties import RULES, Occurrence, Spoken, occurrences, state
from goldthread.duties import words as w
from goldthread.duties.shape import until
from goldthread.duties.words import Word
from goldthread.record.local.inforce import in_force
from goldthread.record.speak import NewEntry, speak


def met_by_word(word: Word) -> frozenset[str]:
    """Codes of the duties that this word meets."""
    return frozenset(code for duty in RULES if word in until(duty) for code in duty.codes)


SEEING = met_by_word(w.visit_child_seen)
ALONE = met_by_word(w.visit_seen_alone)


@dataclass(frozen=True, slots=True)
class Foreseen:
    """Every occurrence without and with the entries; `new` are the identities the entries would have."""

    before: Sequence[Occurrence]
    after: Sequence[Occurrence]
    new: frozenset[str]
    now: datetime

    @property
    def met(self) -> list[Occurrence]:
        """What the entries would meet that was owed before them."""
        return [o for o in self.after if o.met_by in self.new and o.opened_by not in self.new]

    @property
    def opened(self) -> list[Occurrence]:
        """What the entries would newly ask for, beginning with what is due first."""
        fresh = [o for o in self.after if o.opened_by in self.new and o.met_by not in self.new]
        return sorted(fresh, key=lambda o: o.due)

    def owed(self, codes: frozenset[str]) -> list[Occurrence]:
        """What would still be owed of these duties, earliest due first."""
        return still_owed(self.after, codes, self.now)

    def owed_before(self, codes: frozenset[str]) -> list[Occurrence]:
        """What is owed of these duties now, earliest due first."""
        return still_owed(self.before, codes, self.now)


def foresee(
    spoken: Iterable[Spoken], entries: Iterable[NewEntry], now: datetime, before: Sequence[Occurrence] | None = None
) -> Foreseen:
    """The duties of one person with and without some entries, were these written down now.

    `before` is what is owed without them, where that was worked out already.
    """
    said = list(spoken)
    added = [s for n, entry in enumerate(entries) for s in _as_spoken(entry, f"unsaved {n}", now)]
    settings = in_force()
    without = occurrences(said, RULES, settings) if before is None else before
    after = occurrences([*said, *added], RULES, settings) if added else without
    return Foreseen(without, after, frozenset(s.entry for s in added), now)


def still_owed(found: Iterable[Occurrence], codes: frozenset[str], now: datetime) -> list[Occurrence]:
    """Of these duties what somebody still has to do, earliest due first."""
    return sorted((o for o in found if o.code in codes and state(o, now).state.is_open), key=lambda o: o.due)


def _as_spoken(entry: NewEntry, name: str, now: datetime) -> list[Spoken]:
    return [Spoken(row.word, row.day, row.at, row.key or name, name, now) for row in speak(entry, now)]
