"""Whether what is stored follows from the record: every way in which it could not is found, and none that is no fault."""

from datetime import timedelta

import pytest
from django.db import connection

from goldthread.record import checked
from goldthread.record.models import NameToken, Occurrence, Person, Spoken, Standing, Version
from goldthread.record.reach import Reach
from tests.web import family
from tests.web.family import NOW, TODAY

pytestmark = pytest.mark.django_db


@pytest.fixture
def people(db):
    office = family.office()
    return office, family.larkfields(office["priya"])


def everybody():
    return list(Person.objects.values_list("pk", flat=True))


def unguarded(sql, arguments=()):
    """As only a fault below the record could do it: its own guards are off."""
    with connection.cursor() as cursor:
        cursor.execute("SET session_replication_role = replica")
        cursor.execute(sql, arguments)
        cursor.execute("SET session_replication_role = origin")


def test_what_was_written_is_whole_and_follows(people):
    office, children = people
    with Reach(office["priya"], NOW + timedelta(days=1)).act() as act:
        act.write(children["Ama"], "visit", TODAY, family.ALONE)
    assert checked.half_there() == []
    assert checked.not_following(everybody()) == []


def test_a_duty_that_is_gone_too_many_or_different_is_found(people):
    _, children = people
    Occurrence.objects.filter(person=children["Kofi"]).first().delete()
    Occurrence.objects.filter(person=children["Ama"]).update(owner="nobody")
    found = checked.not_following(everybody())
    assert [line.split(":")[0] for line in found] == ["LK-AMA", "LK-KOFI"] or [line.split(":")[0] for line in found] == ["LK-KOFI", "LK-AMA"]
    assert any("0 rows of record_occurrence should not be there, 1 are missing" in line for line in found)


def test_a_standing_that_differs_is_named_by_what_differs(people):
    _, children = people
    Standing.objects.filter(person=children["Esi"]).update(last_seen=TODAY, next_due=TODAY)
    assert checked.not_following(everybody()) == ["LK-ESI: standing differs in last_seen, next_due"]


def test_a_standing_or_a_name_that_is_missing_is_found(people):
    _, children = people
    Standing.objects.filter(person=children["Esi"]).delete()
    NameToken.objects.filter(person=children["Kofi"], token="kofi").delete()
    assert set(checked.not_following(everybody())) == {
        "LK-ESI: no standing", "LK-KOFI: 0 rows of record_nametoken should not be there, 1 are missing",
    }  # fmt: skip


def test_a_version_without_what_it_says_is_found(people):
    visit = Version.objects.filter(type="visit").first()
    unguarded("DELETE FROM record_visit WHERE version_id = %s", [visit.pk])
    assert checked.half_there() == [f"version {visit.pk} (visit) says nothing"]


def test_what_is_said_without_its_version_is_found(people):
    visit = Version.objects.filter(type="visit").first()
    words = Spoken.objects.filter(version=visit.pk).count()
    unguarded("DELETE FROM record_version WHERE id = %s", [visit.pk])
    found = checked.half_there()
    assert f"record_visit has a row for {visit.pk}, which is no version of it" in found
    assert sum("words of version" in line for line in found) == words > 0
    unguarded("DELETE FROM record_visit WHERE version_id = %s", [visit.pk])  # the database looks again at the end of the test


def test_an_entry_of_which_no_version_or_two_stand_is_found(people):
    visit = Version.objects.filter(type="visit").first()
    unguarded("UPDATE record_version SET superseded_at = now() WHERE id = %s", [visit.pk])
    assert f"entry {visit.entry} does not stand exactly once" in checked.half_there()


def test_versions_that_go_back_in_time_are_found(people):
    office, children = people
    visit = Version.objects.filter(type="visit", person=children["Ama"]).first()
    with Reach(office["priya"], NOW + timedelta(hours=1)).act() as act:
        act.correct(visit.entry, 1, "Notes", values={"present": "Abena and an aunt"})
    unguarded("UPDATE record_version SET recorded_at = recorded_at - interval '9 days' WHERE entry = %s AND number = 2", [visit.entry])
    assert f"versions of entry {visit.entry} go back in time" in checked.half_there()


def test_the_sample_is_the_same_for_the_same_record(people):
    assert checked.sample(2) == checked.sample(2) and len(checked.sample(2)) == 2
    assert sorted(checked.sample(100)) == sorted(everybody())
