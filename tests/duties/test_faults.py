"""What does not fit is reported in sentences, and never guessed at."""

from goldthread.duties import faults
from tests.duties.lives import life


def told(*said: str) -> list[str]:
    return [fault.says for fault in faults(life(*said))]


def test_words_that_fit_raise_nothing():
    assert told("2026-01-05 need.begins n", "2026-02-05 need.ends n", "2026-02-05 need.begins m") == []


def test_an_end_without_a_beginning():
    assert told("2026-03-06 placement.ends p") == [
        "The placement ended on Friday 6 March 2026, but nothing says when that one began: the ending is left out."
    ]


def test_an_end_before_its_beginning():
    assert told("2026-03-06 placement.begins p", "2026-03-02 placement.ends p") == [
        "The placement ended on Monday 2 March 2026 before it began on Friday 6 March 2026: the ending is left out."
    ]


def test_a_beginning_said_twice():
    [fault] = told("2026-03-06 placement.begins p", "2026-03-09 placement.begins p")
    assert "had already begun: only the first counts" in fault


def test_an_end_said_twice():
    [fault] = told("2026-03-06 placement.begins p", "2026-03-09 placement.ends p", "2026-03-10 placement.ends p")
    assert "had already ended: only the first counts" in fault


def test_one_that_begins_while_the_last_is_still_open():
    [fault] = told("2026-03-06 looked_after.begins a", "2026-03-09 looked_after.begins b")
    assert fault == (
        "The child began to be looked after on Monday 9 March 2026 while the one begun on Friday 6 March 2026 had not "
        "ended: both are counted."
    )


def test_two_workers_at_a_time_are_no_fault():
    assert told("2026-03-06 social_worker.begins a", "2026-03-09 social_worker.begins b") == []


def test_a_word_that_is_none():
    [fault] = faults([s._replace(word="visit.sene") for s in life("2026-03-06 visit.made")])
    assert fault.says == "'visit.sene', said on Friday 6 March 2026 is not a word that duties know."


def test_faults_come_in_the_order_of_their_days():
    found = faults(life("2026-03-06 placement.ends p", "2026-01-06 need.ends n"))
    assert [fault.day.month for fault in found] == [1, 3]
    assert found[0].entry == 2


def test_what_needs_a_living_child_does_not_fit_before_birth_or_after_death():
    assert told("2026-05-01 person.born", "2026-04-20 visit.child_seen", "2026-04-20 visit.made") == [
        "The child was seen on a visit on Monday 20 April 2026 before the child was born on Friday 1 May 2026."
    ]
    assert told("2026-05-01 person.died", "2026-05-04 placement.begins p", "2026-05-05 strategy.held") == [
        "A placement began on Monday 4 May 2026 after the child died on Friday 1 May 2026."
    ]


def test_work_before_a_birth_fits_unless_it_is_older_than_a_pregnancy():
    before = ("2026-03-01 protection_plan.begins p", "2025-10-01 referral.received", "2025-10-20 person.expected")
    assert told("2026-05-01 person.born", *before) == []
    [fault] = told("2026-05-01 person.born", "2020-01-06 referral.received")
    assert fault.endswith("before the child was born on Friday 1 May 2026.")
