"""The engine beside a plodder who walks through a life day by day, or hour by hour, and keeps no intervals at all."""

from datetime import UTC, date, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from goldthread.clock.times import LONDON
from goldthread.duties import occurrences
from tests.duties.lives import life, rules

START = date(2026, 1, 1)
DAY = timedelta(days=1)
thorough = settings(derandomize=True, deadline=None, max_examples=120)
offsets = st.integers(0, 120)
stays = st.lists(st.tuples(offsets, st.integers(0, 40)), max_size=5)


def _said(name: str, stretches: list[tuple[date, date]]) -> list[str]:
    return [
        line
        for n, (first, last) in enumerate(stretches)
        for line in (f"{first} {name}.begins {name}{n}", f"{last} {name}.ends {name}{n}")
    ]


def _days(stretches: list[tuple[date, date]]) -> set[date]:
    return {first + DAY * n for first, last in stretches for n in range((last - first).days + 1)}


def _stretches(drawn: list[tuple[int, int]]) -> list[tuple[date, date]]:
    return [(START + DAY * first, START + DAY * (first + length)) for first, length in drawn]


@thorough
@given(offsets, st.integers(1, 150), stays)
def test_time_without_a_social_worker(begin: int, length: int, held: list[tuple[int, int]]) -> None:
    first, last = START + DAY * begin, START + DAY * (begin + length)
    workers = _stretches(held)
    covered = _days(workers)
    expected, without = [], None
    for day in sorted(_days([(first, last)])):
        if day in covered and (day == first or without):
            expected.append((without or first, day))
            without = None
        elif day not in covered and without is None:
            without = day - DAY if day > first else first
    expected += [(without, None)] if without else []
    found = occurrences(life(*_said("need", [(first, last)]), *_said("social_worker", workers)), rules("WF08"))
    assert [(o.opened, o.met) for o in found] == expected
    assert all(o.met or o.ended == last for o in found)


@thorough
@given(st.integers(-300, 900), st.lists(st.tuples(st.integers(0, 900), st.integers(0, 120)), max_size=4))
def test_the_day_leaving_care_planning_is_owed(birthday: int, drawn: list[tuple[int, int]]) -> None:
    """Sixteen or over and in care that day, with the ninety-first day in care since fourteen behind or on it."""
    born = date(2010, 1, 1) + DAY * birthday
    care, edge = [], date(2024, 1, 1)
    for gap, length in drawn:
        edge += DAY * (gap + 1)
        care.append((edge, edge + DAY * length))
        edge += DAY * length
    fourteen, sixteen, eighteen = (date(born.year + age, *_month_and_day(born, age)) for age in (14, 16, 18))
    in_care = sorted(day for day in _days(care) if day >= fourteen)
    owed = next((day for n, day in enumerate(in_care, 1) if n >= 91 and sixteen <= day < eighteen), None)
    said = life(f"{born} person.born", *_said("looked_after", care))
    found = [o.opened for o in occurrences(said, rules("LC01"))]
    assert found == ([owed] if owed else [])


def _month_and_day(born: date, age: int) -> tuple[int, int]:
    leap = (born.month, born.day) == (2, 29) and (born.year + age) % 4
    return (3, 1) if leap else (born.month, born.day)


@thorough
@given(st.integers(0, 364 * 24 * 4), st.integers(0, 6 * 24 * 4))
def test_seventy_two_hours_by_the_quarter_of_an_hour(found_at: int, later: int) -> None:
    found = datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=15 * found_at)
    held = found + timedelta(minutes=15 * later)
    said = life(
        "2025-12-20 missing.begins m",
        f"{found.astimezone(LONDON):%Y-%m-%dT%H:%M%z} missing.ends m",
        f"{held.astimezone(LONDON):%Y-%m-%dT%H:%M%z} return_interview.held m",
    )
    [o] = occurrences(said, rules("MI03"))
    assert o.due_at is not None
    assert o.met_at is not None
    assert o.due_at.astimezone(UTC) == found + timedelta(hours=72)
    assert (o.met_at > o.due_at) == (later > 72 * 4)


@thorough
@given(st.lists(st.integers(0, 60), min_size=1, max_size=4), st.lists(st.integers(0, 200), max_size=12))
def test_visits_start_again_with_each_placement(moves: list[int], visits: list[int]) -> None:
    """A week after each move, six weeks after each visit; a visit on the day of a move counts for both homes."""
    starts = [START + DAY * sum(moves[:n]) for n in range(len(moves) + 1)]
    homes = [(first, last) for first, last in zip(starts, starts[1:], strict=False) if first < last]
    seen = sorted({START + DAY * visit for visit in visits})
    expected = []
    for first, last in homes:
        opened, within = first, 7
        for day in [day for day in seen if first <= day <= last]:
            expected.append((opened, opened + DAY * within, day))
            opened, within = day, 42
        expected.append((opened, opened + DAY * within, None))
    said = life(*_said("placement", homes), *(f"{day} visit.child_seen" for day in seen))
    found = occurrences(said, rules("LV01"))
    assert [(o.opened, o.due, o.met) for o in found] == expected
