"""Figures counted a second way, in Python, from the stored occurrences and `goldthread.duties.state` alone."""

from collections import defaultdict
from datetime import date, timedelta

import pytest

from goldthread.duties import Occurrence, state
from goldthread.duties.state import State
from goldthread.measures import MEASURES
from goldthread.measures.figures import children, figures, month_ends
from goldthread.measures.lines import start_of
from goldthread.measures.shape import FellDue, Owed
from goldthread.record import models

pytestmark = pytest.mark.django_db
DAYS = month_ends(date(2026, 11, 20), 14)
KEPT = (State.MET, State.OWED, State.ENDED)
FELL_DUE = [m.code for m in MEASURES.values() if isinstance(m.rows, FellDue)]
OWED = [m.code for m in MEASURES.values() if any(isinstance(what, Owed) for _, what in m.beside) and m.counts == "o.kept"]


@pytest.fixture(scope="module")
def owed(record):
    """Every occurrence of the city, by code: (person, occurrence)."""
    found = defaultdict(list)
    for row in models.Occurrence.objects.order_by("pk").values_list("person_id", *Occurrence._fields).iterator():
        found[row[1]].append((row[0], Occurrence(*row[1:])))
    return found


@pytest.mark.parametrize("code", FELL_DUE)
def test_duties_that_fell_due_are_counted_as_their_states_say(record, owed, code):
    measure = MEASURES[code]
    for figure in figures(record, [code], DAYS):
        first = start_of(measure.period, figure.day) - timedelta(days=1)
        due = [o for duty in measure.rows.codes for _, o in owed[duty] if first <= o.due < figure.day]
        states = [verdict for o in due if (verdict := state(o, figure.day).state) not in (State.NOT_YET, State.ENDED)]
        assert figure.denominator == len(states)
        assert figure.numerator == sum(verdict in KEPT for verdict in states)
        assert figure.unknown == sum(verdict is State.UNKNOWN for verdict in states)


@pytest.mark.parametrize("code", OWED)
def test_children_are_counted_by_the_states_of_what_is_owed_to_them(record, owed, code):
    codes = [duty for _, what in MEASURES[code].beside if isinstance(what, Owed) for duty in what.codes]
    for day in DAYS[-3:]:
        for row in children(record, code, day):
            states = [state(o, day).state for duty in codes for person, o in owed[duty] if person == row.person and o.owed_on(day)]
            assert row.counted is worst(states), (row, states)


def worst(states: list[State]) -> bool | None:
    """A promise that is broken, else one that cannot be told, else kept; without any it cannot be told."""
    if State.OVERDUE in states:
        return False
    return None if State.UNKNOWN in states or not states else True


def test_nothing_that_fell_due_is_counted_in_two_months_or_in_none(record, owed):
    days = month_ends(date(2026, 10, 31), 12)
    counted = [row.entry for day in days for row in children(record, "contact_decided_in_time", day)]
    first = start_of(MEASURES["contact_decided_in_time"].period, days[0]) - timedelta(days=1)
    due = [o for _, o in owed["FD02"] if first <= o.due < days[-1] and state(o, days[-1]).state is not State.ENDED]
    assert sorted(counted) == sorted(int(o.opened_by) for o in due)
