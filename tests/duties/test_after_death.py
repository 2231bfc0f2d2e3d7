"""What is owed about a death is owed after it; everything else ends with the person."""

from dataclasses import replace
from datetime import UTC, date, datetime

from goldthread.clock.spans import months, working_days
from goldthread.duties import Occurrence, Spoken, occurrences
from goldthread.duties.rules import RULES
from goldthread.duties.shape import Duty
from goldthread.duties.words import children as w
from goldthread.duties.words import incidents as i

DIED, KNOWN = date(2026, 3, 2), date(2026, 3, 4)


def said(word: str, day: date) -> Spoken:
    return Spoken(word, day, None, word, word, datetime(day.year, day.month, day.day, tzinfo=UTC))


LIFE = [said(w.born.name, date(2009, 1, 5)), said(w.died.name, DIED), said(i.death_known.name, KNOWN)]
REVIEW = next(duty for duty in RULES if duty.code == "SI07A")


def of(duty: Duty, *more: Spoken) -> list[Occurrence]:
    return occurrences([*LIFE, *more], (duty,))


def test_it_opens_and_is_due_after_the_death() -> None:
    [owed] = of(REVIEW)
    assert (owed.opened, owed.due, owed.ended, owed.lapses) == (KNOWN, date(2026, 6, 4), None, None)


def test_it_may_be_met_after_the_birthday_the_child_did_not_reach() -> None:
    [owed] = of(replace(REVIEW, within=months(12)), said(i.death_reviewed.name, date(2027, 2, 1)))
    assert owed.met == date(2027, 2, 1)


def test_without_it_nothing_is_opened_after_the_death() -> None:
    assert of(replace(REVIEW, after_death=False)) == []


def test_what_opened_before_the_death_goes_on_where_it_outlives_the_person() -> None:
    complaint = next(duty for duty in RULES if duty.code == "IN01")
    received = said("complaint.begins", date(2026, 3, 2))
    [owed] = occurrences([said(w.died.name, date(2026, 3, 3)), received], (complaint,))
    assert (owed.due, owed.ended) == (date(2026, 3, 16), None)
    [ended] = occurrences([said(w.died.name, date(2026, 3, 3)), received], (replace(complaint, after_death=False),))
    assert ended.ended == date(2026, 3, 3)


def test_what_is_owed_to_the_living_ends_with_them() -> None:
    outliving = {duty.code for duty in RULES if duty.after_death}
    assert outliving == {code for code in outliving if code[:2] in ("SI", "IN", "WF")}
    assert not any(duty.after_death for duty in RULES if duty.owner.name == "personal_adviser")
    assert working_days(5) == next(duty for duty in RULES if duty.code == "SI01").within
