"""What a form says that saving will do is what the record says once it is saved."""

import random
from datetime import date, timedelta

import pytest

from goldthread.duties import RULES
from goldthread.duties import words as w
from goldthread.duties.shape import until
from goldthread.oversight.foresee import ALONE, SEEING, foresee, met_by_word
from goldthread.record.reach import Reach
from goldthread.record.speak import NewEntry
from tests.web import family
from tests.web.family import NOW, TODAY

pytestmark = pytest.mark.django_db
ANSWERS = [
    {"made": made, "child_seen": seen, "seen_alone": alone}
    for made, seen, alone in [(True, True, True), (True, True, False), (True, True, None), (True, False, None), (True, None, None), (False, False, None), (None, None, None)]
]


@pytest.fixture
def reach():
    return Reach(family.office()["priya"], NOW)


def days_of(occurrences):
    return sorted((o.code, o.opened, o.due, o.met, o.ended, o.unsure) for o in occurrences)


def opened(reach, name):
    return reach.child(f"LK-{name}")


@pytest.mark.parametrize("answers", ANSWERS, ids=lambda a: "-".join(str(v) for v in a.values()))
def test_what_is_foreseen_is_what_the_record_then_says(reach, answers):
    people = family.larkfields(reach.actor)
    child = opened(reach, "KOFI")
    foreseen = foresee(child.life.spoken, [NewEntry(people["Kofi"], "visit", TODAY, answers)], NOW)
    with reach.act() as act:
        act.write(people["Kofi"], "visit", TODAY, answers)
    assert days_of(foreseen.after) == days_of(opened(reach, "KOFI").owed)


def test_it_holds_for_visits_written_late_and_in_any_order(reach):
    people, drawn = family.larkfields(reach.actor), random.Random(20261120)
    for _ in range(12):
        day, answers = TODAY - timedelta(days=drawn.randrange(120)), drawn.choice(ANSWERS)
        child = opened(reach, "AMA")
        foreseen = foresee(child.life.spoken, [NewEntry(people["Ama"], "visit", day, answers)], NOW)
        with reach.act() as act:
            act.write(people["Ama"], "visit", day, answers)
        assert days_of(foreseen.after) == days_of(opened(reach, "AMA").owed)


def test_several_entries_at_once_are_foreseen_together(reach):
    entries = [NewEntry(0, "person", TODAY, {"born": date(2024, 6, 9)}), NewEntry(0, "referral", TODAY, {"decision": "accepted", "decided": TODAY})]
    foreseen = foresee([], entries, NOW)
    assert foreseen.before == [] and foreseen.opened and all(o.opened_by in foreseen.new for o in foreseen.opened)
    assert [o.due for o in foreseen.opened] == sorted(o.due for o in foreseen.opened)


def test_a_visit_where_the_child_was_not_seen_meets_no_duty_to_see_the_child(reach):
    people = family.larkfields(reach.actor)
    child = opened(reach, "KOFI")
    foreseen = foresee(child.life.spoken, [NewEntry(people["Kofi"], "visit", TODAY, {"made": True, "child_seen": False})], NOW)
    assert not {o.code for o in foreseen.met} & SEEING
    assert foreseen.owed(SEEING)[0].due == foreseen.owed_before(SEEING)[0].due == date(2026, 11, 19)


def test_nothing_to_write_changes_nothing(reach):
    family.larkfields(reach.actor)
    child = opened(reach, "ESI")
    foreseen = foresee(child.life.spoken, [], NOW)
    assert foreseen.met == foreseen.opened == [] and list(foreseen.before) == list(foreseen.after)


def test_asking_what_would_happen_writes_nothing(reach):
    from goldthread.record.models import Occurrence, Version

    people = family.larkfields(reach.actor)
    before = Version.objects.count(), Occurrence.objects.count()
    foresee(opened(reach, "KOFI").life.spoken, [NewEntry(people["Kofi"], "visit", TODAY, {"child_seen": True})], NOW)
    assert (Version.objects.count(), Occurrence.objects.count()) == before


def test_which_duties_a_visit_meets_is_read_from_the_rules_and_listed_nowhere_else():
    assert {code for duty in RULES if w.visit_child_seen in until(duty) for code in duty.codes} == SEEING == met_by_word(w.visit_child_seen)
    assert "CP05" in SEEING and "CP06" in ALONE and not ALONE & SEEING
