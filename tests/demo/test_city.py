"""Promises of the generated city: the same for the same seed, coherent, told up to now and not a minute further."""

import os
import subprocess
import sys
from datetime import timedelta

import pytest

from goldthread.demo import names
from goldthread.demo.city import stories
from goldthread.demo.course import spells
from goldthread.demo.figures import TIDY
from goldthread.demo.office import staff
from goldthread.demo.telling import HERE, WORKING, Somebody
from tests.demo.conftest import NOW, TODAY, tell
from tests.demo.counting import children_of, final, is_open, open_on

IN_A_PROCESS = """
import hashlib, os
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "goldthread.settings")
import django
django.setup()
from goldthread.demo import followed
from goldthread.demo import wrenford
from tests.demo.conftest import NOW, tell
from goldthread.demo.office import staff
told = [*tell(60, 2.0, 5), *wrenford.families(NOW), *followed.families(staff(60, 2.0, 5), NOW, 5)]
said = [(t.about.name, t.type, str(t.day), str(t.recorded), t.values.get("seen_alone"), t.values.get("actions_named")) for s in told for t in s.told]
print(hashlib.sha256(repr(said).encode()).hexdigest(), len(said))
"""


def plain(told):
    """An entry as something that can be compared between two cities."""
    said = {k: getattr(v, "name", None) or (v.type if hasattr(v, "type") else v) for k, v in told.values.items()}
    return told.about.name, told.type, told.day, told.at, told.recorded, said, [(c.recorded, c.until, c.why) for c in told.changes]


def everything(city):
    return [(story, told) for story in city for told in story.told]


def test_the_same_seed_makes_the_same_city():
    first, second = tell(30, 2.0, 5), tell(30, 2.0, 5)
    assert [plain(t) for s in first for t in s.told] == [plain(t) for s in second for t in s.told]


def test_and_so_does_another_process():
    """Nothing may hang on the order of a set, which each process has its own of."""
    told = [subprocess.run([sys.executable, "-c", IN_A_PROCESS], env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, text=True, check=True).stdout
            for seed in ("1", "2")]  # fmt: skip
    assert told[0] and told[0] == told[1]


def test_another_seed_makes_another_city():
    assert [p.name for s in tell(30, 2.0, 5) for p in s.people] != [p.name for s in tell(30, 2.0, 6) for p in s.people]


def test_a_city_has_as_many_children_as_were_asked_for_give_or_take_a_family(city):
    assert 120 <= sum(len(children_of(s)) for s in city) <= 128


def test_it_is_told_family_by_family_and_never_all_at_once():
    told = stories(10_000_000, 3.0, 1, staff(2000, 3.0, 1), NOW)
    assert next(told).people and next(told).people


def test_nothing_is_told_that_has_not_happened(city):
    late = [t for _, t in everything(city) if t.day > TODAY or t.recorded > NOW or (t.at and t.at > NOW)]
    assert late == []
    assert [c for _, t in everything(city) for c in t.changes if c.recorded > NOW or (c.until and c.until > TODAY)] == []


def test_nothing_is_written_down_before_it_happened(city):
    assert [plain(t) for _, t in everything(city) if t.at and t.recorded < t.at] == []
    assert [plain(t) for _, t in everything(city) if t.recorded.astimezone(HERE).date() < t.day] == []


def test_later_versions_are_written_down_later(city):
    for _, told in everything(city):
        moments = [told.recorded, *(c.recorded for c in told.changes)]
        assert moments == sorted(moments), plain(told)


def test_nobody_has_a_life_before_they_are_born_but_the_unborn(city):
    early = [
        plain(t) for _, t in everything(city)
        if t.about.born and t.day < t.about.born and t.about.expected is None
    ]  # fmt: skip
    assert early == []


def test_a_baby_who_is_known_before_birth_is_expected_and_then_born(large_city):
    babies = [p for s in large_city for p in s.people if p.expected]
    assert babies
    for story in large_city:
        for baby in [p for p in story.people if p.expected and p.born + timedelta(days=1) <= TODAY]:
            person = next(story.of(baby, "person"))
            assert person.values["expected"] and person.last("born") == baby.born


def test_nobody_is_in_care_or_on_a_plan_after_eighteen(city):
    for story in city:
        for child in children_of(story):
            grown = child.birthday(18)
            for told in story.of(child, "looked_after", "protection_plan"):
                assert (final(told).until or TODAY) <= max(grown, TODAY) and told.day < grown


def test_every_closing_closes_a_referral_of_the_same_child(city):
    for _, told in everything(city):
        if told.type == "closing":
            assert told.values["closes"].type == "referral" and told.values["closes"].about is told.about
            assert told.values["closes"].day <= told.day


def test_a_child_has_one_period_of_work_at_a_time(city):
    for story in city:
        for child in children_of(story):
            closed = {id(t.values["closes"]): t.day for t in story.of(child, "closing")}
            accepted = sorted((r.day, closed.get(id(r), TODAY)) for r in story.of(child, "referral") if r.values.get("decision") == "accepted")
            assert all(ends <= begins for (_, ends), (begins, _) in zip(accepted, accepted[1:], strict=False))


@pytest.mark.parametrize("type, part", [
    ("placement", None), ("legal_status", None), ("protection_plan", None), ("need_plan", None), ("looked_after", None),
    ("allocation", "social_worker"), ("allocation", "reviewing_officer"), ("allocation", "personal_adviser"),
])  # fmt: skip
def test_what_may_not_overlap_does_not(city, type, part):
    for story in city:
        for person in story.people:
            found = [final(t) for t in story.of(person, type) if part is None or t.values["works_as"] == part]
            found.sort(key=lambda t: (t.day, t.until or t.day))
            for before, following in zip(found, found[1:], strict=False):
                assert before.until is not None and before.until <= following.day


def test_a_child_in_care_always_has_a_home_and_a_legal_basis(city):
    for story in city:
        for child in children_of(story):
            if open_on(story, child, "looked_after", TODAY):
                assert open_on(story, child, "placement", TODAY) and open_on(story, child, "legal_status", TODAY)


def test_a_child_in_care_has_no_address_at_home_meanwhile(city):
    for story in city:
        for child in children_of(story):
            for stay in map(final, story.of(child, "looked_after")):
                lived = [final(a) for a in story.of(child, "address")]
                assert not [a for a in lived if a.day < (stay.until or TODAY) and (a.until or TODAY) > max(stay.day, a.recorded.date())], child.name


def test_nobody_in_care_is_said_to_live_with_their_mother(city):
    for story in city:
        for child in children_of(story):
            if open_on(story, child, "looked_after", TODAY):
                assert not [r for r in open_on(story, child, "relationship", TODAY) if final(r).values["lives_with"]]


def test_every_open_child_is_held_by_a_team(city):
    for story in city:
        for child in children_of(story):
            if is_open(story, child, TODAY):
                held = open_on(story, child, "allocation", TODAY)
                assert any(t.values["works_as"] == "social_worker" and t.values["team"] for t in held), child.name


def test_brothers_and_sisters_share_a_visit(city):
    shared = [t for _, t in everything(city) if t.type == "visit" and t.together is not None]
    assert shared
    assert all(t.together.recorded == t.recorded and t.together.at == t.at for t in shared)


def test_some_of_it_goes_wrong_in_the_ways_real_services_go_wrong(large_city):
    visits = [t for _, t in everything(large_city) if t.type == "visit"]
    assert any(t.values["child_seen"] is False for t in visits)
    assert any(t.values["child_seen"] and t.values["seen_alone"] is None for t in visits)
    assert any(WORKING.between(t.day, t.recorded.date()) > 2 for t in visits)
    assert any(c.why and c.day for t in visits for c in t.changes)
    waits = [t for _, t in everything(large_city) if t.type == "allocation" and t.values["worker"] is None]
    assert any(WORKING.between(t.day, final(t).until or TODAY) > 10 for t in waits)


def test_a_tidy_service_lets_nothing_slip():
    told = [t for s in stories(40, 2.0, 3, staff(40, 2.0, 3), NOW, TIDY) for t in s.told if t.type == "visit"]
    assert told and all(t.values["child_seen"] and t.values["seen_alone"] for t in told)
    assert not any(c.why for t in told for c in t.changes)


def test_a_familys_way_ends_when_its_children_are_grown():
    from random import Random

    child = Somebody("Ada", "Ferndown", TODAY - timedelta(days=16 * 365), "F")
    found = spells(Random(1), TODAY, [child], long=False)
    assert found and all(s.start < child.birthday(18) for s in found)


def test_nobody_lives_where_anybody_could_get_a_letter(city):
    postcodes = {t.values["postcode"] for _, t in everything(city) if t.values.get("postcode")}
    assert postcodes and all(p.startswith(names.POSTCODE_AREA) for p in postcodes)


def test_telephone_numbers_are_those_kept_for_stories(city):
    numbers = {t.values["telephone"] for _, t in everything(city) if t.values.get("telephone")}
    assert numbers and all(n.startswith("01632 960 ") for n in numbers)
