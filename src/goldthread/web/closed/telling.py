"""Openings of records in words: for whoever holds the record, for its history, and for managers."""

from collections.abc import Iterable
from dataclasses import dataclass

from goldthread.people.models import Opening
from goldthread.record.openings import of_record, to_answer
from goldthread.record.reach import Reach
from goldthread.web import naming, wording
from goldthread.web.said import Sentence

UNNAMED = "A record that is closed to you"


@dataclass(frozen=True, slots=True)
class Line:
    """One opening: whose record (a link where the reader may open it), by whom, when, until when, why, and who has answered."""

    number: int
    whose: Sentence
    who: str
    when: str
    until: str
    reason: str
    answered: str


def lines(reach: Reach, found: Iterable[Opening]) -> list[Line]:
    """Openings as a reader may know them: nothing of a record that is closed to them but that it was opened."""
    some = list(found)
    if not some:
        return []
    names = {s.person_id: naming.link(s) for s in reach.everybody().select_related(None).filter(person__among=[one.person_id for one in some])}
    return [_line(one, (names[one.person_id],) if one.person_id in names else UNNAMED, _answers_for(reach, one)) for one in some]


def _answers_for(reach: Reach, one: Opening) -> bool:
    return one.worker.team is not None and one.worker.team.manager_id == reach.actor.pk


def _line(one: Opening, name: Sentence, is_manager: bool = False) -> Line:
    return Line(
        one.pk, name, f"{one.worker.name}, {one.worker.plays.name.lower()}", wording.moment_words(one.at), wording.moment_words(one.until),
        one.reason if is_manager or name != UNNAMED else "", f"{one.seen_by.name}, {wording.moment_words(one.seen_at)}" if one.seen_by and one.seen_at else "",
    )  # fmt: skip


def notices(reach: Reach) -> list[Line]:
    """What waits on Today for the acting person's answer."""
    return lines(reach, to_answer(reach))


def history(reach: Reach, person: int) -> list[Line]:
    """Who opened this record, for its history."""
    return [_line(one, "") for one in of_record(reach, person)]
