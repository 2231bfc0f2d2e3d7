"""Every measure is specified by examples counted by hand, and gives the figure that each example says."""

from datetime import date

import pytest

from goldthread.measures import MEASURES
from goldthread.measures.cohort import those
from goldthread.measures.examples import Example, Expected, _line, by_measure, read_examples
from goldthread.measures.figures import children, figures
from goldthread.measures.sources import Postgres
from tests.measures.telling import keep

pytestmark = pytest.mark.django_db
EXAMPLES = read_examples()


@pytest.fixture(scope="module")
def told(django_db_setup, django_db_blocker):
    """The people of every example, written down once: (example, their numbers)."""
    from django.db import transaction

    with django_db_blocker.unblock():
        atomic = transaction.atomic()
        atomic.__enter__()
        yield {example.says: keep(example) for example in EXAMPLES}
        transaction.set_rollback(True)
        atomic.__exit__(None, None, None)


def figure(example: Example, expected: Expected, people: list[int]):
    return figures(Postgres(10_000), [expected.measure], [expected.day], cohort=those(example.says, people))[0]


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.says)
def test_the_figure_is_what_the_example_says(told, example):
    for expected in example.expect:
        found = figure(example, expected, told[example.says])
        if expected.value is not None:
            assert found.value == pytest.approx(expected.value), expected
        if expected.counted is not None:
            assert (found.numerator, found.unknown) == (expected.counted, expected.unknown), (expected, found)
        if expected.of is not None:
            assert found.denominator == expected.of, (expected, found)


def test_the_rows_behind_each_number_are_as_many_as_it_says(told):
    for example, expected in ((e, x) for e in EXAMPLES for x in e.expect):
        found = figure(example, expected, told[example.says])
        rows = children(Postgres(10_000), expected.measure, expected.day, cohort=those(example.says, told[example.says]))
        if MEASURES[expected.measure].kind == "share":
            assert (sum(b.counted is True for b in rows), len(rows)) == (found.numerator, found.denominator)
            assert sum(b.counted is None for b in rows) == found.unknown
        assert {b.person for b in rows} <= set(told[example.says])


@pytest.mark.parametrize("code", MEASURES)
def test_every_measure_has_an_example(code):
    assert code in by_measure(), f"write an example for {code} in tests/specs/measures"


def test_no_example_expects_a_measure_that_is_not_there():
    assert set(by_measure()) - set(MEASURES) == set()


def test_a_line_without_a_day_is_refused_in_a_sentence():
    with pytest.raises(ValueError, match="is not an entry"):
        _line("visit child_seen=yes")


def test_a_line_is_read_word_by_word():
    line = _line("referral 2026-03-02 .. 2026-03-05 decision=accepted source=2A as first")
    assert (line.type, line.day, line.until, line.name) == ("referral", date(2026, 3, 2), date(2026, 3, 5), "first")
    assert line.values == {"decision": "accepted", "source": "2A"}
