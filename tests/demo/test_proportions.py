"""Promises that the city looks like the national picture on its day, within what chance allows in a city of this size.

The figures are rounded national ones, given here again beside the tolerance, so that neither moves unseen.
"""

from collections import Counter
from datetime import timedelta

import pytest

from goldthread.demo.office import staff
from goldthread.demo.telling import WORKING
from tests.demo.conftest import TODAY
from tests.demo.counting import children_of, final, is_open, kinds, open_on, referrals, share

A_YEAR_AGO = TODAY - timedelta(days=365)


def entries(city, type, since=A_YEAR_AGO):
    """(child, final version) of the entries of a type in the last year."""
    for story in city:
        for child in children_of(story):
            for told in story.of(child, type):
                if since < told.day <= TODAY:
                    yield child, final(told)


def shares(counted):
    return {key: value / sum(counted.values()) for key, value in counted.items()}


@pytest.fixture(scope="module")
def open_children(large_city):
    return kinds(large_city, TODAY)


@pytest.mark.parametrize("kind, of_333", [("protection_plan", 42), ("looked_after", 70)])
def test_of_the_children_open_on_a_day_as_many_are_on_plans_and_in_care_as_in_england(open_children, kind, of_333):
    assert share(open_children[kind], open_children["open"]) == pytest.approx(of_333 / 333, rel=0.4)


def test_about_520_referrals_a_year_come_for_every_333_open_children(large_city, open_children):
    found, _ = referrals(large_city, A_YEAR_AGO, TODAY)
    assert share(len(found), open_children["open"]) == pytest.approx(520 / 333, rel=0.25)


def test_about_a_fifth_of_referrals_come_within_a_year_of_another(large_city):
    found, again = referrals(large_city, A_YEAR_AGO, TODAY)
    assert share(again, len(found)) == pytest.approx(0.22, abs=0.06)


def test_four_in_five_assessments_are_done_in_45_working_days_with_a_long_tail(large_city):
    done = [
        WORKING.between(a.values["referral"].day, a.until) for _, a in entries(large_city, "assessment", TODAY - timedelta(days=900))
        if a.until
    ]  # fmt: skip
    assert share(sum(days <= 45 for days in done), len(done)) == pytest.approx(0.83, abs=0.06)
    assert max(done) > 80


def test_about_three_in_ten_assessments_end_with_nothing_more(large_city):
    done = Counter(a.values["outcome"] for _, a in entries(large_city, "assessment") if a.until)
    assert shares(done)["none"] == pytest.approx(0.30, abs=0.09)


def test_about_a_third_of_enquiries_lead_to_a_conference(large_city):
    enquiries = [e for _, e in entries(large_city, "enquiry", TODAY - timedelta(days=900)) if e.until]
    assert share(sum(bool(e.values["conference_needed"]) for e in enquiries), len(enquiries)) == pytest.approx(1 / 3, abs=0.1)


def test_most_conferences_are_held_in_time_and_most_make_a_plan(large_city):
    held = [c for _, c in entries(large_city, "conference", TODAY - timedelta(days=900)) if c.values["kind"] == "initial"]
    assert share(sum(c.values["decision"] == "plan" for c in held), len(held)) == pytest.approx(0.85, abs=0.14)


def test_neglect_and_emotional_harm_are_the_reasons_of_most_plans(large_city):
    since = TODAY - timedelta(days=1500)
    reasons = shares(Counter(p.values["latest_category"] for _, p in entries(large_city, "protection_plan", since)))
    assert reasons["NEG"] == pytest.approx(0.49, abs=0.15)
    assert reasons["EMO"] == pytest.approx(0.37, abs=0.15)


def test_children_in_care_are_of_the_ages_and_statuses_of_the_country(large_city):
    ages, statuses = Counter(), Counter()
    for story in large_city:
        for child in children_of(story):
            if open_on(story, child, "looked_after", TODAY):
                ages["10 and over" if child.age(TODAY) >= 10 else "under 10"] += 1
                statuses.update(t.values["status"] for t in open_on(story, child, "legal_status", TODAY))
    assert shares(ages)["10 and over"] == pytest.approx(0.64, abs=0.16)
    assert shares(statuses)["C2"] == pytest.approx(0.58, abs=0.15)
    assert shares(statuses)["V2"] == pytest.approx(0.18, abs=0.12)


def test_of_most_who_turn_18_in_leaving_care_it_is_said_about_that_day_where_they_live_and_what_they_do(large_city):
    """The national figures for 18-year-olds: in touch 95 %, in a suitable home 91 %, in education, work or training 66 %."""
    turned = [c for c, t in entries(large_city, "leaving_care", TODAY - timedelta(days=730)) if t.day == c.birthday(18) < TODAY - timedelta(days=31)]
    told = {child: final(t).values for child, t in ((c, t) for s in large_city for c in children_of(s) for t in s.of(c, "leaving_care_contact"))
            if t.values.get("birthday") == 18 and abs((t.day - child.birthday(18)).days) <= 31}  # fmt: skip
    said = [told[child] for child in turned if child in told]
    assert len(turned) > 25 and len(said) == len(turned)
    assert share(sum(v["in_touch"] == "YES" for v in said), len(said)) == pytest.approx(0.95, abs=0.08)
    assert share(sum(v["suitable"] is True for v in said), len(said)) == pytest.approx(0.88, abs=0.12)
    assert share(sum(v["activity"][:1] in ("F", "P") and v["activity"] != "" for v in said), len(said)) == pytest.approx(0.64, abs=0.16)


def test_about_half_of_open_families_have_one_open_child(large_city):
    sizes = Counter(sum(is_open(s, c, TODAY) for c in children_of(s)) for s in large_city)
    sizes.pop(0)
    assert shares(sizes)[1] == pytest.approx(0.45, abs=0.14)
    assert shares(sizes)[2] == pytest.approx(0.27, abs=0.1)


def test_most_visits_are_made_in_time_and_most_children_are_seen(large_city):
    visits = [v for _, v in entries(large_city, "visit")]
    assert share(sum(v.values["child_seen"] is True for v in visits), len(visits)) == pytest.approx(0.94, abs=0.03)


def test_three_to_five_contacts_come_for_each_referral(large_city):
    contacts, found = len(list(entries(large_city, "contact"))), referrals(large_city, A_YEAR_AGO, TODAY)[0]
    assert 2.5 <= share(contacts, len(found)) <= 5


def test_a_worker_has_about_sixteen_children():
    from goldthread.demo.city import stories
    from tests.demo.conftest import NOW

    office = staff(900, 3.0, 5)
    list(stories(900, 3.0, 5, office, NOW))
    held = [office.holds[m.username] for m in office.members if m.role == "social_worker" and m.active]
    assert 11 <= sum(held) / len(held) <= 21
    assert max(held) <= 30
