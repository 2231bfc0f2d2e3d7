"""What was erased is in no table any more, everything else is as it was, and the database itself refuses every other way."""

from datetime import date, timedelta

import pytest
from django.db import Error, connection, transaction

from goldthread.record.derive import derive
from goldthread.record.models import Deletion, Hold, HoldEnd, Look, Occurrence, Person, Standing, Tombstone, Version
from goldthread.record.reach import Reach
from goldthread.record.trail.verify import verify
from tests.web.erasing import BROTHER, OLD, WORDS, decided, everywhere, mabel
from tests.web.one_child import NOW, signed_in, text
from tests.web.saying import said_why

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("half_past_five")]


@pytest.fixture
def family(people):
    return mabel(people)


@pytest.fixture
def erased(people, family):
    """Mabel's record, erased by Hal and Dina through the pages."""
    hal = signed_in(people["hal"])
    everywhere(people, family[0], hal)
    looks = Look.objects.count()
    assert hal.post(f"/children/{OLD}/retention/", {"do": "propose", "words": "Read. Nobody needs it."}).status_code == 302
    said_why(people["dina"], NOW, family[0])
    assert signed_in(people["dina"]).post(f"/retention/proposals/{Deletion.objects.get().pk}/", {"do": "agree"}).status_code == 302
    assert Look.objects.count() > looks
    return family


def tables():
    with connection.cursor() as cursor:
        cursor.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
        return [name for (name,) in cursor.fetchall()]


def found(words):
    """(table, word) wherever any row has the word in any column, whatever its type."""
    hits = []
    with connection.cursor() as cursor:
        for table in tables():
            cursor.execute(f'SELECT DISTINCT w FROM "{table}" t, unnest(%s::text[]) w WHERE strpos(lower(t::text), w) > 0', [list(words)])
            hits += [(table, word) for (word,) in cursor.fetchall()]
    return sorted(hits)


def worked_out():
    """Everything that is worked out, as values."""
    owed = sorted(map(repr, Occurrence.objects.values_list(*[f.attname for f in Occurrence._meta.fields if f.name != "id"])))
    return owed, sorted(map(repr, Standing.objects.values_list(*[f.attname for f in Standing._meta.fields if f.name != "as_of"])))


def test_before_it_the_scan_finds_every_word_in_the_tables_that_hold_it(people, family):
    everywhere(people, family[0], signed_in(people["hal"]))
    hits = found(WORDS)
    assert {word for _, word in hits} == set(WORDS)
    assert {"record_persondetails", "record_standing", "record_nametoken", "record_person", "record_version", "record_visit", "record_identifier",
            "web_draft", "web_loadrun", "record_disclosuredecision", "people_interest", "people_opening", "web_press", "record_look"} <= {table for table, _ in hits}  # fmt: skip


def test_afterwards_no_table_has_a_name_a_word_or_a_number_of_hers(erased):
    assert found(WORDS) == []


def test_her_number_the_decision_and_who_looked_stay(erased, people):
    person, _, _, gran = erased
    stone = Tombstone.objects.get(person=person)
    assert (stone.proposed_by, stone.agreed_by, stone.until, stone.at, set(stone.categories)) == (people["hal"], people["dina"], date(2015, 3, 2), NOW, {"need", "record"})
    assert Person.objects.get(pk=person).reference == f"Record erased {person}" and not Version.objects.filter(person=person).exists()
    assert Look.objects.filter(person=person).exists() and Look.objects.get(act="erase").person_id == person
    assert set(Tombstone.objects.values_list("person", flat=True)) == {person, gran}, "whom only she mentioned goes with her"


def test_the_audit_stays_whole_without_what_was_typed_in_it(erased):
    whole = verify(connection.connection)
    assert not whole.broken and whole.forgotten >= 2
    assert Look.objects.filter(people__contains=[erased[0]], reason="").exists(), "that she was searched for stays, and by whom"


def test_what_is_worked_out_of_everybody_is_as_if_worked_out_anew(erased):
    before = worked_out()
    derive(list(Person.objects.values_list("pk", flat=True)), NOW, None, None)
    assert worked_out() == before


def test_her_brothers_record_stays_and_says_that_hers_was_erased(erased, people):
    person, brother, mother, _ = erased
    page = signed_in(people["ngozi"]).get(f"/children/{BROTHER}/")
    assert page.status_code == 200 and f"Record erased {person}" in text(page) and "Ruth Larch" in text(page)
    for part in ("people/", "timeline/", "history/", "duties/"):
        assert signed_in(people["ngozi"]).get(f"/children/{BROTHER}/{part}").status_code == 200
    assert Version.objects.filter(person=brother, type="visit").count() == 1 and Version.objects.filter(person=mother).exists()


def test_her_record_is_not_there_any_more_and_nothing_can_be_written_in_it(erased, people):
    hal = signed_in(people["hal"])
    assert hal.get(f"/children/{OLD}/").status_code == 404 and hal.get(f"/children/Record erased {erased[0]}/").status_code == 404
    with pytest.raises(Person.DoesNotExist), Reach(people["hal"], NOW).act() as act:
        act.write(erased[0], "note", date(2026, 11, 20), {"title": "x"})
    assert f"Number {erased[0]}, kept until 2 March 2015" in text(hal.get("/retention/"))
    assert "Thistlewood" not in text(hal.get("/search/?q=Thistlewood")).replace("“Thistlewood”", "").replace("Thistlewood", "", 1)


def refused(match, *sql, **arguments):
    with pytest.raises(Error, match=match), transaction.atomic(), connection.cursor() as cursor:
        for statement in sql:
            cursor.execute(statement, arguments)


def test_the_database_lets_nothing_go_of_anybody_without_a_tombstone(erased):
    for table in ("record_version", "record_spoken", "record_visit", "record_mark", "record_look", "record_tombstone", "record_deletion", "record_deletionanswer"):
        if table != "record_mark":
            refused("never overwritten", f"DELETE FROM {table}")
    refused("never overwritten", "UPDATE record_tombstone SET until = until")


@pytest.mark.parametrize("agreed, by, message", [(False, "dina", "before somebody proposed it"), (True, "hal", "cannot agree to it")])
def test_the_database_asks_for_two_people(people, family, agreed, by, message):
    refused(message, "SELECT record_erase(%(decision)s, %(at)s)", decision=decided(people, family[0], agreed=agreed, by=by), at=NOW)
    refused("before somebody proposed it", "SELECT record_erase(0, %(at)s)", at=NOW)
    assert Version.objects.filter(person=family[0]).exists()


@pytest.mark.parametrize("over", [{"person_id": True}, {"family": 77}, {}])
def test_the_database_asks_for_holds(people, family, over):
    over = {name: family[0] if value is True else value for name, value in over.items()}
    hold = Hold.objects.create(why="inquiry", words="x", by=people["hal"], at=NOW, **over)
    decision = decided(people, family[0])
    refused("A hold stands", "SELECT record_erase(%(decision)s, %(at)s)", decision=decision, at=NOW)
    HoldEnd.objects.create(hold=hold, why="over", by=people["hal"], at=NOW)
    with connection.cursor() as cursor:
        cursor.execute("SELECT record_erase(%s, %s)", [decision, NOW])
        assert family[0] in cursor.fetchone()[0]


def test_the_database_asks_for_the_last_day_for_what_was_written_since_and_for_an_open_record(people, family):
    person, brother, mother, _ = family
    erase = "SELECT record_erase(%(decision)s, %(at)s)"
    refused("is kept until", erase, decision=decided(people, person, until=NOW.date()), at=NOW)
    refused("written in this record after", erase, decision=decided(people, person, at=NOW - timedelta(days=5)), at=NOW)
    refused("it is open", erase, decision=decided(people, brother), at=NOW)
    stone = "INSERT INTO record_tombstone VALUES (%(who)s, '2015-03-02', '{}', %(at)s, %(d)s, %(hal)s, %(dina)s)"
    columns = "INSERT INTO record_tombstone (person_id, until, categories, at, deletion_id, proposed_by_id, agreed_by_id) VALUES"
    stone = stone.replace("INSERT INTO record_tombstone VALUES", columns)
    refused("whom nobody else mentions", stone, who=mother, at=NOW, d=decided(people, person), hal=people["hal"].pk, dina=people["dina"].pk)


def test_a_grandmother_who_is_held_stays(people, family):
    Hold.objects.create(why="court", words="x", by=people["hal"], at=NOW, person_id=family[3])
    with connection.cursor() as cursor:
        cursor.execute("SELECT record_erase(%s, %s)", [decided(people, family[0]), NOW])
        assert cursor.fetchone()[0] == [family[0]]
    assert Version.objects.filter(person=family[3]).exists()
