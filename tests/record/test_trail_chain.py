"""What the database does with a line of the audit by itself, and what it refuses."""

from datetime import UTC, datetime

import pytest
from django.db import DatabaseError, connection, transaction

from goldthread.record.models import Look, Seal
from goldthread.record.trail import acts
from goldthread.record.trail.verify import verify
from goldthread.record.trail.writing import forget, seal, write
from tests.record.conftest import NOW

pytestmark = pytest.mark.django_db


def found():
    return verify(connection.connection)


def some(worker, number=5, **more):
    return [write(worker, NOW, acts.READ, page="child", **more) for _ in range(number)]


def test_lines_follow_each_other_in_a_chain(office):
    some(office["priya"])
    lines = list(Look.objects.order_by("place"))
    assert len({line.chain for line in lines}) == 1
    assert [line.place for line in lines] == [1, 2, 3, 4, 5]
    assert len({bytes(line.hash) for line in lines}) == 5
    assert found().whole and found().lines == 5


def test_nobody_chooses_the_link(office):
    line = Look.objects.create(at=NOW, worker=office["priya"], page="child", chain=40, place=99, hash=b"mine", said=b"mine", salt=b"mine")
    line.refresh_from_db()
    assert (line.place, line.said, line.salt) == (1, None, None)
    assert line.chain < 32 and len(line.hash) == 32


def test_nobody_chooses_what_a_seal_says(office):
    some(office["priya"])
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO record_seal (id, at, heads, hash) VALUES (77, '2001-01-01', '{}', '')")
    last = Seal.objects.latest("pk")
    assert last.pk == Seal.objects.count() and last.at.year > 2001 and last.heads != "{}"
    assert found().whole


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE record_look SET refused = true",
        "UPDATE record_look SET reason = 'another', salt = NULL",
        "UPDATE record_look SET at = now(), reason = '', salt = NULL",
        "DELETE FROM record_look",
        "UPDATE record_seal SET heads = '{}'",
        "DELETE FROM record_seal",
    ],
)
def test_nothing_is_overwritten_or_removed(office, sql):
    some(office["priya"], reason="a call")
    seal()
    with pytest.raises(DatabaseError, match="never overwritten"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql)


def test_an_act_nobody_knows_is_refused(office):
    with pytest.raises(DatabaseError, match="look_act_known"), transaction.atomic():
        write(office["priya"], NOW, "guess")


def test_what_is_rolled_back_leaves_no_gap(office):
    some(office["priya"], 2)
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        some(office["priya"], 3)
        raise ZeroDivisionError
    some(office["priya"], 2)
    assert found().whole and found().lines == 4


def test_many_lines_in_one_statement_are_chained_in_turn(office):
    Look.objects.bulk_create([Look(at=NOW, worker=office["priya"], page=f"page {n}") for n in range(50)])
    assert found().whole and found().lines == 50


@pytest.mark.parametrize("text", ["“Zoë”\n\\ \"x\"\t\x01\x7f", "a' OR 1=1 --", "[1, null]", "💛"])
def test_any_words_can_be_a_reason(office, text):
    [line] = some(office["priya"], 1, reason=text)
    line.refresh_from_db()
    assert line.reason == text and found().whole


def test_the_first_line_of_a_day_seals_those_before_it(office):
    some(office["priya"], 1)
    assert not Seal.objects.exists()
    some(office["priya"], 3)
    assert Seal.objects.count() == 1
    assert Seal.objects.get().heads.count("[1, ") == 1


def test_what_was_searched_for_can_be_forgotten_and_the_chain_stays_whole(office):
    lines = some(office["priya"], 3, reason="Kofi Larkfield")
    assert forget([lines[1].pk], office["dina"], NOW) == 1
    reasons = list(Look.objects.order_by("pk").values_list("act", "reason", "what"))
    assert reasons == [("read", "Kofi Larkfield", ""), ("read", "", ""), ("read", "Kofi Larkfield", ""), ("erase", "", "1 reasons")]
    after = found()
    assert after.whole and after.forgotten == 1


def test_two_reasons_that_are_the_same_cannot_be_told_to_be_the_same(office):
    one, other = some(office["priya"], 2, reason="Kofi Larkfield")
    one.refresh_from_db(), other.refresh_from_db()
    assert bytes(one.said) != bytes(other.said)


def test_a_clock_set_back_does_not_disturb_the_order(office):
    write(office["priya"], NOW, acts.READ, page="child")
    write(office["priya"], datetime(1999, 1, 1, tzinfo=UTC), acts.READ, page="child")
    assert found().whole
