"""Where a child is put: the team then, the age then, the home then."""

from datetime import date

import pytest

from goldthread.measures import GROUPS
from goldthread.measures.cohort import open_on, those
from goldthread.measures.examples import Example, Somebody, _line
from goldthread.measures.figures import figures
from goldthread.measures.groups import BANDS, FIVE
from goldthread.measures.sources import Postgres
from goldthread.record.codes import ETHNICITY
from tests.measures.telling import keep

pytestmark = pytest.mark.django_db


def child(*entries, **known):
    return Somebody(known, tuple(map(_line, entries)))


def grouped(people, code, day, by):
    kept = keep(Example("", tuple(people)))
    found = figures(Postgres(), [code], [date.fromisoformat(day)], by, those("", kept))
    return {f.group: f.numerator for f in found}


ON_PLAN = "protection_plan 2025-06-02"
MOVED = (
    "allocation 2025-06-02 .. 2026-02-28 works_as=social_worker worker=@bo team=@East",
    "allocation 2026-02-28 works_as=social_worker worker=@cy team=@North",
)


def test_a_child_is_in_the_team_that_held_them_on_the_day_not_in_todays():
    people = [child(ON_PLAN, *MOVED, born=date(2014, 1, 1))]
    assert grouped(people, "on_plan", "2026-01-31", "team") == {"East": 1}


def test_on_the_day_of_a_move_the_new_team_has_the_child():
    assert grouped([child(ON_PLAN, *MOVED, born=date(2014, 1, 1))], "on_plan", "2026-02-28", "team") == {"North": 1}


def test_a_child_who_waits_is_in_the_team_they_wait_in():
    waits = child(ON_PLAN, "allocation 2025-06-02 works_as=social_worker team=@East", born=date(2014, 1, 1))
    assert grouped([waits], "on_plan", "2026-01-31", "team") == {"East": 1}


def test_without_a_social_worker_the_advisers_team_holds_the_young_person():
    leaver = child("leaving_care 2025-01-06", "allocation 2025-01-06 works_as=personal_adviser worker=@ada team=@Leaving", born=date(2006, 1, 1))
    assert grouped([leaver], "care_leavers", "2026-01-31", "team") == {"Leaving": 1}


def test_the_social_workers_team_comes_before_the_advisers():
    both = child("leaving_care 2025-01-06", "allocation 2025-01-06 works_as=personal_adviser worker=@ada team=@Leaving", *MOVED, born=date(2006, 1, 1))
    assert grouped([both], "care_leavers", "2026-01-31", "team") == {"East": 1}


@pytest.mark.parametrize(
    ("born", "band"),
    [
        (date(2025, 2, 28), "1 to 4"), (date(2025, 3, 1), "Under 1"), (date(2021, 2, 28), "5 to 9"), (date(2016, 2, 29), "5 to 9"),
        (date(2016, 2, 28), "10 to 15"), (date(2010, 2, 28), "16 and 17"), (date(2010, 3, 1), "10 to 15"),
    ],
)  # fmt: skip
def test_age_is_that_of_the_day(born, band):
    assert grouped([child("protection_plan 2025-06-02", born=born)], "on_plan", "2026-02-28", "age") == {band: 1}


def test_a_child_not_born_yet_has_an_age_of_their_own():
    assert grouped([child(ON_PLAN, expected=date(2026, 5, 1))], "on_plan", "2026-02-28", "age") == {"Not born yet": 1}
    assert grouped([child(ON_PLAN, born=date(2026, 3, 10))], "on_plan", "2026-02-28", "age") == {"Not born yet": 1}
    assert grouped([child(ON_PLAN)], "on_plan", "2026-02-28", "age") == {"": 1}


def test_area_is_the_first_half_of_the_postcode_then():
    moved = child(ON_PLAN, "address 2020-01-06 .. 2026-01-10 postcode=WQ1-1AA", "address 2026-01-10 kind=home postcode=wq23bb", born=date(2014, 1, 1))
    assert grouped([moved], "on_plan", "2026-02-28", "area") == {"WQ2": 1}


def test_each_ethnic_origin_is_in_one_of_five_groups_or_not_told():
    for code in ETHNICITY:
        found = grouped([child(ON_PLAN, born=date(2014, 1, 1), ethnicity=code)], "on_plan", "2026-02-28", "ethnicity")
        assert set(found) <= {*FIVE.values(), "Other", ""}
        assert ("" in found) == (code in ("REFU", "NOBT"))


def test_a_child_with_several_plans_is_in_the_weightiest():
    both = child(ON_PLAN, "looked_after 2026-01-05", "referral 2025-06-02 decision=accepted", born=date(2014, 1, 1))
    assert grouped([both], "on_plan", "2026-02-28", "plan") == {"In care": 1}
    assert grouped([both], "on_plan", "2025-12-31", "plan") == {"On a protection plan": 1}


def test_what_happened_is_grouped_by_its_own_day():
    moved = child("referral 2026-02-10 decision=accepted", *MOVED, born=date(2014, 1, 1))
    assert grouped([moved], "referrals", "2026-03-31", "team") == {"East": 1}


def test_parts_come_in_an_order_people_expect():
    assert GROUPS["age"].in_order({"", "10 to 15", "Under 1", "5 to 9"}) == ["Under 1", "5 to 9", "10 to 15", ""]
    assert GROUPS["team"].in_order({"North", "", "East"}) == ["East", "North", ""]
    assert [group.none for group in GROUPS.values() if not group.none] == []
    assert len(BANDS) == 7


def test_a_cohort_may_be_told_by_what_was_so_on_a_day():
    then, now = child("protection_plan 2025-06-02 .. 2026-02-20"), child("protection_plan 2026-02-20")
    kept = keep(Example("", (then, now)))
    cohort = open_on("On a plan on 13 February 2026", "protection_plan", date(2026, 2, 13))
    [after] = figures(Postgres(), ["plans_ended"], [date(2026, 3, 31)], cohort=cohort)
    assert after.numerator == 1
    assert len(kept) == 2


def test_a_cohort_of_something_that_is_not_there_is_refused_in_a_sentence():
    with pytest.raises(LookupError, match="no relation 'passwords'"):
        open_on("", "passwords", date(2026, 1, 1))
