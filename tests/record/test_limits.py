"""Limits: what an entry may not say without a reason, by the words it says and those said before."""

from dataclasses import FrozenInstanceError
from datetime import UTC, date, datetime

import pytest

from goldthread.clock.times import LONDON
from goldthread.duties.accounted import Kind
from goldthread.duties.rules import CODES, NOT_DUTIES
from goldthread.duties.words import WORDS
from goldthread.record.limits import (
    HELD_BY_THE_DATABASE,
    LIMITS,
    InAny,
    NeverTakenBack,
    NoLater,
    NoShorter,
    NotSooner,
    NotUnder,
    limits_of,
)
from goldthread.record.register import REGISTER
from goldthread.record.speak import SpokenRow
from goldthread.web.entries.kinds import HAND_MADE

BY_CODE = {limit.code: limit for limit in LIMITS}
BORN = SpokenRow("person.born", date(2011, 3, 2), None, "")


def said(word, day, at=None, key=""):
    return SpokenRow(word, date.fromisoformat(day), at and datetime.fromisoformat(f"{day}T{at}").replace(tzinfo=LONDON), key)


def stretch(episode, begin, end, begin_at=None, end_at=None, key=""):
    return [said(f"{episode}.begins", begin, begin_at, key), said(f"{episode}.ends", end, end_at, key)]


# (code, what the entry says, what was said before, whether it goes past the limit)
TABLE = [
    ("LA18", [said("other_arrangements.begins", "2026-11-02")], [BORN], True),
    ("LA18", [said("other_arrangements.begins", "2027-03-01")], [BORN], True),  # the day before the sixteenth birthday
    ("LA18", [said("other_arrangements.begins", "2027-03-02")], [BORN], False),
    ("LA18", [said("other_arrangements.begins", "2026-11-02")], [], False),  # no birthday: nobody can tell
    ("LA18", stretch("other_arrangements", "2021-01-04", "2021-09-08"), [said("person.born", "2008-01-01")], False),  # over before the ban
    ("LA18", [said("other_arrangements.begins", "2021-01-04")], [said("person.born", "2008-01-01")], True),  # went on into it
    ("AD13", [said("adoption.applied", "2026-03-15")], [said("adoption.placed.begins", "2026-01-05")], True),
    ("AD13", [said("adoption.applied", "2026-03-16")], [said("adoption.placed.begins", "2026-01-05")], False),  # ten weeks to the day
    ("AD13", [said("adoption.applied", "2026-03-16")], [], False),
    ("AD13", [said("adoption.applied", "2026-03-15")], [said("adoption.placed.begins", "2026-06-05")], False),  # placed later: another placement
    ("CT08", [said("special_guardianship.report_wanted", "2026-04-04")], [said("special_guardianship.report_asked", "2026-01-05")], True),
    ("CT08", [said("special_guardianship.report_wanted", "2026-04-05")], [said("special_guardianship.report_asked", "2026-01-05")], False),
    ("S409A", [said("emergency_order.begins", "2026-11-02"), said("emergency_order.until", "2026-11-09")], [], False),  # day 8
    ("S409A", [said("emergency_order.begins", "2026-11-02"), said("emergency_order.until", "2026-11-10")], [], True),
    ("S409B", [said("emergency_order.extended", "2026-11-10"), said("emergency_order.extended_until", "2026-11-16")], [], False),
    ("S409B", [said("emergency_order.extended", "2026-11-10"), said("emergency_order.extended_until", "2026-11-17")], [], True),
    ("CT11", stretch("secure_without_order", "2026-11-02", "2026-11-05", "09:00", "09:00"), [], False),  # 72 hours
    ("CT11", stretch("secure_without_order", "2026-11-02", "2026-11-05", "09:00", "09:01"), [], True),
    ("CT11", stretch("secure_without_order", "2026-11-02", "2026-11-04", "09:00", "09:00"),
     stretch("secure_without_order", "2026-10-19", "2026-10-21", "09:00", "09:00", "7"), True),  # 48 and 48 hours in 28 days
    ("CT11", stretch("secure_without_order", "2026-11-02", "2026-11-04", "09:00", "09:00"),
     stretch("secure_without_order", "2026-09-19", "2026-09-21", "09:00", "09:00", "7"), False),
    ("CT11", stretch("secure_without_order", "2026-10-24", "2026-10-27", "09:00", "08:01"), [], True),  # the clocks went back: 72 hours and a minute
    ("CT12B", [said("secure.ordered", "2026-01-05"), said("secure.order_expires", "2026-04-04")], [], False),
    ("CT12B", [said("secure.ordered", "2026-01-05"), said("secure.order_expires", "2026-04-05")], [], True),
    ("CT12B", [said("secure.ordered", "2026-04-05"), said("secure.order_expires", "2026-10-04")], [said("secure.ordered", "2026-01-05")], False),
    ("CT12B", [said("secure.ordered", "2026-04-05"), said("secure.order_expires", "2026-10-05")], [said("secure.ordered", "2026-01-05")], True),
    ("PF08", stretch("private_fostering", "2026-10-01", "2026-10-27"), [], True),
    ("PF08", stretch("private_fostering", "2026-10-01", "2026-10-28"), [], False),  # 28 days
    ("PF08", [said("private_fostering.begins", "2026-10-01")], [], False),
    ("FO10", [said("fostering.resigned", "2026-10-01")], [], False),  # saying it is no trouble; taking it back is
]  # fmt: skip


@pytest.mark.parametrize(("code", "mine", "around", "past"), TABLE)
def test_what_goes_past_a_limit(code, mine, around, past):
    assert BY_CODE[code].passed(mine, around) is past


def test_every_limit_is_shown_at_work_on_both_sides():
    for limit in LIMITS:
        answers = {past for code, _, _, past in TABLE if code == limit.code}
        assert answers == ({False} if isinstance(limit, NeverTakenBack) else {True, False}), limit.code


def test_a_limit_is_a_sentence_with_the_law_and_what_to_do():
    for limit in LIMITS:
        assert limit.says.endswith(".") and limit.do.endswith(".") and str(limit.law)
        with pytest.raises(FrozenInstanceError):
            limit.says = "anything"


def test_each_row_of_the_timescales_that_is_a_limit_has_one_and_the_other_way_round():
    rows = {row.code for row in NOT_DUTIES if row.kind is Kind.LIMIT}
    codes = {limit.code for limit in LIMITS}
    assert rows <= codes | HELD_BY_THE_DATABASE
    assert codes <= rows | set(CODES) | {row.code for row in NOT_DUTIES}


def test_a_limit_asks_about_words_that_some_entry_type_says():
    for limit in LIMITS:
        assert set(limit.words) <= set(WORDS)
        assert any(limit in limits_of(kind) for kind in REGISTER.values()), limit.code


def test_what_has_a_limit_is_written_on_the_page_that_asks_about_it():
    """The pages made by hand for some types do not ask about limits."""
    assert not any(limits_of(REGISTER[code]) for code in (*HAND_MADE, "allocation"))


def test_each_kind_of_limit_is_used():
    assert {type(limit) for limit in LIMITS} == {NotUnder, NotSooner, NoLater, NoShorter, InAny, NeverTakenBack}


def test_a_moment_of_any_zone_is_compared_as_a_moment():
    begin = SpokenRow("secure_without_order.begins", date(2026, 7, 1), datetime(2026, 7, 1, 8, 0, tzinfo=UTC), "")
    end = said("secure_without_order.ends", "2026-07-04", "09:00")
    assert BY_CODE["CT11"].passed([begin, end], []) is False
