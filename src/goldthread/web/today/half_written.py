"""What a line of the list knows of a form that was left half-written."""

from collections.abc import Iterable

from goldthread.duties import words as w
from goldthread.duties.shape import until
from goldthread.oversight.planned import SEEING
from goldthread.oversight.worklist import Owed
from goldthread.record.models import Standing
from goldthread.record.register import EntryType
from goldthread.web import naming, wording
from goldthread.web.drafts.waiting import Waiting
from goldthread.web.today.telling import Telling, duty

SEEN, ALONE, NOT_SEEN = ("alone", "with"), ("alone",), "no"  # answers of the visit form


def draft_for(row: Owed, kind: type[EntryType], drafts: Iterable[Waiting]) -> Waiting | None:
    """A form of the type that meets this row, about one of its children, that does not already say it will not meet it."""
    references = {child.reference for child in row.children}
    kinds = (kind.code, f"correct-{kind.code}", f"end-{kind.code}")
    about = (d for d in drafts if d.kind in kinds and references & set(d.children))
    return next((d for d in about if not _is_about_seeing(row) or _open(row, d)), None)


def words(row: Owed, draft: Waiting, telling: Telling) -> str:
    """'Your draft from 5:09pm today would meet this for Ama.'"""
    day = wording.as_day(draft.kept)
    when = "today" if day == telling.today else f"on {wording.long_day(day, telling.today)}"
    yours = f"Your draft from {wording.clock_time(draft.kept)} {when}"
    meets = _met(row, draft) if _is_about_seeing(row) else []
    if not meets:
        return f"{yours} is about this."
    for_whom = "" if len(meets) == len(row.children) else f" for {wording.listed(map(naming.first, meets))}"
    return f"{yours} would meet this{for_whom}."


def _is_about_seeing(row: Owed) -> bool:
    return bool(SEEING & set(until(duty(row))))


def _met(row: Owed, draft: Waiting) -> list[Standing]:
    """Of which children the draft says what would meet the duty."""
    enough = SEEN if w.visit_child_seen in until(duty(row)) else ALONE
    return [child for child in row.children if draft.said(f"seen-{child.person_id}") in enough]


def _open(row: Owed, draft: Waiting) -> bool:
    """Whether it meets the duty of a child, or does not say yet."""
    about = [child for child in row.children if child.reference in draft.children]
    return bool(_met(row, draft)) or any(not draft.said(f"seen-{child.person_id}") for child in about)
