"""Whether something was in time is said once: the SQL says of every occurrence, on every day that can matter, what the duties say."""

from datetime import date, datetime, timedelta
from random import Random

import pytest

from goldthread.clock.times import LONDON, day_of
from goldthread.duties import Occurrence, state
from goldthread.duties.sql import states
from goldthread.duties.state import State
from goldthread.measures.sources import Postgres
from goldthread.measures.sql import OWED, STATE
from goldthread.record.copying import copy_rows

pytestmark = pytest.mark.django_db
FIRST = date(2026, 3, 23)  # the clocks change on 29 March
COLUMNS = ("person_id", *Occurrence._fields)


def chance_day(chance: Random, never: float = 0.3) -> date | None:
    return None if chance.random() < never else FIRST + timedelta(days=chance.randint(0, 12))


def chance_moment(chance: Random, day: date | None) -> datetime | None:
    if day is None or chance.random() < 0.5:
        return None
    return datetime(day.year, day.month, day.day, chance.randint(0, 23), chance.choice((0, 30)), tzinfo=LONDON)


def occurrence(chance: Random) -> Occurrence:
    opened, due, met = FIRST + timedelta(days=chance.randint(0, 6)), FIRST + timedelta(days=chance.randint(2, 10)), chance_day(chance, 0.4)
    return Occurrence(
        "XX01", FIRST, opened, None, due, chance_moment(chance, due), due, met, chance_moment(chance, met), chance_day(chance, 0.6), None,
        chance_day(chance, 0.6), "1", None, "owner", opened, None, 0, "a week", chance_day(chance, 0.8),
    )  # fmt: skip


@pytest.fixture
def many():
    """Occurrences of every shape, each of a person of its own."""
    chance = Random(20260323)
    made = {person: occurrence(chance) for person in range(1, 1501)}
    copy_rows("record_occurrence", COLUMNS, ((person, *o) for person, o in made.items()))
    return made


def said(what: str, day: date) -> dict[int, object]:
    from goldthread.measures import facts

    text = f"q AS (SELECT o.person, {what.replace('[day]', f'DATE {chr(39)}{day}{chr(39)}')} AS said FROM occurrences o) SELECT person, said FROM q"
    return dict(Postgres().rows(text, facts.needed(["occurrences"]), None))


@pytest.mark.parametrize("day", [FIRST + timedelta(days=n) for n in range(-1, 15)], ids=str)
def test_the_state_in_sql_is_the_state_of_the_duties(many, day):
    in_sql = said(STATE.replace("d.day", "[day]"), day)
    assert in_sql == {person: str(state(o, day).state) for person, o in many.items()}


@pytest.mark.parametrize("day", [FIRST + timedelta(days=n) for n in range(-1, 15)], ids=str)
def test_what_is_owed_in_sql_is_what_is_owed(many, day):
    assert said(OWED.replace("d.day", "[day]"), day) == {person: o.owed_on(day) for person, o in many.items()}


def test_every_state_is_met_among_them(many):
    days = [FIRST + timedelta(days=n) for n in range(-1, 15)]
    assert {state(o, day).state for o in many.values() for day in days} == set(State)


def test_in_time_late_and_unknown_are_all_there_is():
    assert set(states.IN_TIME) | set(states.LATE) | {State.UNKNOWN, State.NOT_YET} == set(State)
    assert not set(states.IN_TIME) & set(states.LATE)


def test_a_broken_promise_is_never_counted_as_kept(many):
    for day in (FIRST + timedelta(days=n) for n in (5, 9, 14)):
        kept = said(states.kept(f"({STATE.replace('d.day', '[day]')})"), day)
        for person, o in many.items():
            verdict = state(o, day)
            if verdict.state is State.UNKNOWN:
                assert kept[person] is None
            elif verdict.breach:
                assert kept[person] is False


def test_an_hour_late_on_the_same_day_is_late():
    due, met = datetime(2026, 3, 27, 9, tzinfo=LONDON), datetime(2026, 3, 27, 10, tzinfo=LONDON)
    late = Occurrence("XX01", FIRST, FIRST, None, day_of(due), due, day_of(due), day_of(met), met, None, None, None, "1", None, "", FIRST, None, 0, "")
    copy_rows("record_occurrence", COLUMNS, [(7, *late)])
    assert said(STATE.replace("d.day", "[day]"), date(2026, 3, 31)) == {7: State.MET_LATE.value}
