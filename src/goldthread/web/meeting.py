"""Which entry meets a duty, on which page it is written or completed, and the verb on its button."""

from collections.abc import Iterable, Sequence
from datetime import date
from functools import cache

from django.urls import reverse
from django.utils.http import urlencode

from goldthread.duties import Occurrence, Spoken
from goldthread.duties import words as w
from goldthread.duties.shape import Duty, until
from goldthread.duties.words import Word
from goldthread.oversight.planned import SEEING
from goldthread.record.register import REGISTER, EntryType, Says

WRITE = "Write it down"
WIDE = 12  # letters of a type that fit on a button
HAND_MADE = {"visit": "visit_new", "contact": "contact_new", "note": "note_new"}


def meeting(of: Duty) -> tuple[type[EntryType], Says]:
    """The entry type that says the word by which a duty is met; a visit where a visit would do."""
    wanted = [word for word in until(of) if word in SEEING] or until(of)
    return next(_by_word()[word] for word in wanted if word in _by_word())


@cache
def _by_word() -> dict[Word, tuple[type[EntryType], Says]]:
    """The first type of the register that says each word, and how."""
    return {says.word: (kind, says) for kind in reversed(REGISTER.values()) for says in reversed(kind.speaks)}


def completing(entry: int | str, kind: type[EntryType]) -> str:
    """Where an entry is completed that could not say everything when it was written."""
    return answering(entry) if kind.code == "warning" else f"{reverse('entry_correct', args=[entry])}?finish=1"


def answering(entry: int | str) -> str:
    """Where a warning is answered."""
    return reverse("warning_answer", args=[entry])


def settling(entry: int | str, of: Duty, spoken: Iterable[Spoken]) -> str:
    """Where the one fact is asked that an entry left open, and without which nobody can tell whether a duty is met."""
    unsaid = {s.word for s in spoken if s.entry == entry} & {word.name for word in of.unsure}
    says = (says for kind in REGISTER.values() for says in kind.speaks if says.word.name in unsaid)
    fact = next((field for one in says for field, accepted in one.when.items() if accepted == (None,)), "")
    return f"{reverse('entry_correct', args=[entry])}?{f'ask={fact}' if fact else 'finish=1'}"


def begun(o: Occurrence, kind: type[EntryType], says: Says, spoken: Iterable[Spoken]) -> int | str | None:
    """The entry that only has to be completed, where the word is said by a later answer in it, such as the day it ended."""
    if says.on in ("day", "entered") or says.on == ("day",):
        return None
    others = {s.word.name for s in kind.speaks} - {says.word.name}
    said = list(spoken)
    complete = {s.entry for s in said if s.word == says.word.name}
    open_ones = [s for s in said if s.word in others and s.entry not in complete and s.day >= min(o.opened, o.counted_from)]
    own = [s for s in open_ones if s.entry == o.opened_by]
    return max(own or open_ones, key=lambda s: s.day).entry if open_ones else None


def writing(references: Sequence[str], of: Duty, kind: type[EntryType], says: Says, today: date | None = None) -> str:
    """The page of a new entry, with the answers already in it without which the word would not be said.

    With `today`, what happens at one point in time and is written down as it happens begins with that day.
    """
    if kind.code in HAND_MADE:
        return f"{reverse(HAND_MADE[kind.code])}?{urlencode([('child', reference) for reference in references])}"
    if kind.code == "allocation" and of.holds == w.social_worker:
        return reverse("allocate", args=[references[0]])
    answers = {field: accepted[0] for field, accepted in says.when.items() if isinstance(accepted, tuple) and isinstance(accepted[0], str) and accepted[0]}
    if today and verb(kind) == WRITE and not kind.lasts:
        answers["day"] = today.isoformat()
    page = reverse("entry_write", args=[references[0], kind.code])
    return f"{page}?{urlencode(answers)}" if answers else page


def verb(kind: type[EntryType]) -> str:
    special = {"allocation": "Allocate", "oversight": WRITE, "visit": "Record the visit"}
    return special.get(kind.code, f"Record the {kind.called}" if len(kind.called) < WIDE else WRITE)


def completed(kind: type[EntryType]) -> str:
    special = {"warning": "Answer", "contact": "Decide", "referral": "Decide", "assessment": "Continue", "placement": "Open the placement"}
    return special.get(kind.code, f"Complete the {kind.called}" if len(kind.called) < WIDE else "Complete it")
