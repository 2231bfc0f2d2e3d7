"""Until when a record is kept: the longest row wins, what goes on is not counted, and what is unknown is never due."""

from datetime import UTC, date, datetime

import pytest

from goldthread.duties import Spoken
from goldthread.duties.words import WORDS
from goldthread.record.lives import Life
from goldthread.record.retention.kept import ONLY_MENTIONED, kept
from goldthread.record.retention.schedule import BY_CODE, SCHEDULE, From

BORN = date(2000, 2, 29)
AT = datetime(2020, 1, 1, tzinfo=UTC)


def life(*said, born=BORN, died=None):
    """A life from (word, day) or (word, day, key)."""
    found = Life(1, [Spoken(word, day, None, (key or ["1"])[0], 1, AT, None) for word, day, *key in said])
    found.facts["person"].append({"day": BORN, "recorded_at": AT, "born": born, "died": died})
    return found


def spell(name, begins=date(2010, 1, 4), ends=date(2012, 5, 1)):
    return [(f"{name}.begins", begins), *([(f"{name}.ends", ends)] if ends else [])]


def until(found, last=date(2012, 5, 1)):
    return kept(found, last).until


@pytest.mark.parametrize(
    "said, day",
    [
        (spell("looked_after"), date(2075, 3, 1)),  # born on 29 February
        ([*spell("looked_after"), ("adoption.adopted", date(2012, 5, 1))], date(2112, 5, 1)),
        (spell("protection_plan"), date(2025, 3, 1)),
        (spell("need"), date(2018, 5, 1)),
        (spell("missing"), date(2025, 3, 1)),
        (spell("fostering.approved"), date(2022, 5, 1)),
        ([("fostering.withdrawn", date(2012, 5, 1))], date(2018, 5, 1)),
        (spell("allegation"), date(2068, 2, 29)),
        (spell("in_post"), date(2018, 5, 1)),
        (spell("home"), date(2027, 5, 1)),
    ],
)
def test_the_longest_row_wins(said, day):
    assert until(life(*said)) == day


def test_a_child_in_care_who_died_before_eighteen_is_kept_for_fifteen_years_from_the_death():
    assert until(life(*spell("looked_after"), died=date(2012, 5, 1))) == date(2027, 5, 1)
    assert until(life(*spell("looked_after"), died=date(2018, 2, 28))) == date(2033, 2, 28)
    assert until(life(*spell("looked_after"), died=date(2018, 3, 1))) == date(2075, 3, 1), "they were eighteen"


def test_six_years_from_the_last_day_hold_of_every_record_and_a_late_entry_puts_the_end_off():
    assert until(life(*spell("protection_plan")), last=date(2024, 6, 1)) == date(2030, 6, 1)


def test_while_anything_goes_on_there_is_no_last_day():
    found = kept(life(*spell("looked_after"), *spell("complaint", date(2020, 1, 1), None)), date(2020, 1, 1))
    assert found.until is None and not found.due(date(2200, 1, 1)) and found.goes_on == ("It goes on: a complaint is open.",)


@pytest.mark.parametrize("missing", [{"born": None}, {"born": None, "died": date(2012, 5, 1)}])
def test_without_a_date_of_birth_it_is_unknown_and_never_due(missing):
    found = kept(life(*spell("looked_after"), **missing), date(2012, 5, 1))
    assert found.until is None and not found.due(date(9000, 1, 1)) and "The date of birth is not known." in found.unknown[0]


def test_an_unknown_row_keeps_the_record_though_another_row_has_passed():
    found = kept(life(*spell("need"), *spell("missing"), born=None), date(2012, 5, 1))
    assert {r.category.code for r in found.reasons if r.until} == {"need", "record"} and not found.due(date(9000, 1, 1))


def test_without_a_last_day_it_is_unknown():
    assert kept(life(*spell("need")), None).until is None


def test_somebody_who_is_only_mentioned_is_kept_with_those_who_mention_them():
    assert kept(life(("person.born", BORN)), date(2012, 5, 1)).unknown == (ONLY_MENTIONED,)


def test_it_is_due_the_day_after_its_last_day():
    found = kept(life(*spell("need")), date(2012, 5, 1))
    assert not found.due(date(2018, 5, 1)) and found.due(date(2018, 5, 2))


def test_each_row_says_what_it_is_counted_from_and_its_words_are_words():
    assert len(BY_CODE) == len(SCHEDULE)
    for category in SCHEDULE:
        assert category.holds <= set(WORDS) and category.counts and (category.law or category.local)
        for count in (*category.counts, *category.died):
            assert set(count.of) <= set(WORDS) and (count.since is From.WORD) == bool(count.of)
            assert str(count).startswith(f"{count.years} years from ")


def test_nothing_is_due_sooner_than_the_list_of_what_is_due_looks():
    """The list leaves out whoever had a day in the last six years: every record is kept at least that long."""
    assert any(not c.holds and c.counts[0].since is From.LAST and c.counts[0].years == 6 for c in SCHEDULE)
