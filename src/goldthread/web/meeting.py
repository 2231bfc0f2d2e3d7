"""Which entry meets a duty, on which page it is written or completed, and the verb on its button."""

from collections.abc import Iterable, Sequence

from django.urls import reverse
from django.utils.http import urlencode

from goldthread.duties import Occurrence, Spoken
from goldthread.duties import words as w
from goldthread.duties.shape import Duty, until
from goldthread.oversight.planned import SEEING
from goldthread.record.register import REGISTER, EntryType, Says

WIDE = 12  # letters of a type that fit on a button
HAND_MADE = {"visit": "visit_new", "contact": "contact_new", "note": "note_new"}


def meeting(of: Duty) -> tuple[type[EntryType], Says]:
    """The entry type that says the word by which a duty is met; a visit where a visit would do."""
    wanted = [word for word in until(of) if word in SEEING] or until(of)
    return next((kind, says) for word in wanted for kind in REGISTER.values() for says in kind.speaks if says.word == word)


def completing(entry: int | str) -> str:
    """Where an entry is completed that could not say everything when it was written."""
    return f"{reverse('entry_correct', args=[entry])}?{urlencode({'why': 'This was not written down before.'})}"


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


def writing(references: Sequence[str], of: Duty, kind: type[EntryType], says: Says) -> str:
    """The page of a new entry, with the answers already in it without which the word would not be said."""
    if kind.code in HAND_MADE:
        return f"{reverse(HAND_MADE[kind.code])}?{urlencode([('child', reference) for reference in references])}"
    if kind.code == "allocation" and of.holds == w.social_worker:
        return reverse("allocate", args=[references[0]])
    answers = {field: accepted[0] for field, accepted in says.when.items() if isinstance(accepted, tuple) and isinstance(accepted[0], str) and accepted[0]}
    page = reverse("entry_write", args=[references[0], kind.code])
    return f"{page}?{urlencode(answers)}" if answers else page


def verb(kind: type[EntryType]) -> str:
    special = {"allocation": "Allocate", "oversight": "Write it down", "visit": "Record the visit"}
    return special.get(kind.code, f"Record the {kind.called}" if len(kind.called) < WIDE else "Write it down")


def completed(kind: type[EntryType]) -> str:
    special = {"warning": "Answer", "contact": "Decide", "referral": "Decide", "assessment": "Continue", "placement": "Open the placement"}
    return special.get(kind.code, f"Complete the {kind.called}" if len(kind.called) < WIDE else "Complete it")
