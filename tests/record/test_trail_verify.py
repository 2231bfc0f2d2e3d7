"""Whoever owns the database can change anything. What they changed in the audit is found and named."""

import json

import pytest
from django.db import connection

from goldthread.record.models import Look
from goldthread.record.trail import acts, command
from goldthread.record.trail.heads import NoHeads, read_heads
from goldthread.record.trail.verify import LINES, Line, verify
from goldthread.record.trail.writing import seal, write
from tests.record.conftest import NOW

pytestmark = pytest.mark.django_db


@pytest.fixture
def lines(office):
    """Six lines of one chain, the first five under a seal; no trigger stops the owner from here on."""
    made = [write(office[name], NOW, acts.READ, page="child", reason="a call") for name in ("priya", "nora", "ana", "priya", "dina")]
    seal()
    made.append(write(office["priya"], NOW, acts.READ, page="child"))
    owner("SET CONSTRAINTS ALL IMMEDIATE")
    owner("SET LOCAL session_replication_role = replica")
    return [line.pk for line in made]


def owner(sql, *arguments):
    with connection.cursor() as cursor:
        cursor.execute(sql, arguments)


def breaks(outside=None):
    return [(broken.number, broken.fault) for broken in verify(connection.connection, outside).broken]


def test_an_audit_nobody_touched_is_whole(lines):
    found = verify(connection.connection)
    assert found.whole and found.lines == 6 and found.seals >= 1
    assert found.words.endswith("seals: whole.")


@pytest.mark.parametrize(
    "change",
    [
        "worker_id = NULL", "at = at + interval '1 second'", "act = 'list'", "refused = true", "page = 'people'", "what = '7'",
        "session = 'x'", "people = '{1}'", "reason = 'another'", "reason = ''", "salt = ''", "said = NULL", "hash = sha256('')",
        "said = NULL, salt = NULL, reason = ''",
    ],
)  # fmt: skip
def test_a_column_that_was_changed_is_found_and_its_line_named(lines, change):
    owner(f"UPDATE record_look SET {change} WHERE id = %s", lines[2])
    [broken] = verify(connection.connection).broken
    assert (broken.number, broken.fault) == (lines[2], "changed")
    assert broken.words.startswith(f"Line {lines[2]}, of 20/11/2026 17:28 by ") and broken.at.date() == NOW.date()


def test_the_person_of_a_line_cannot_be_moved_to_another(kofi, lines):
    owner("UPDATE record_look SET person_id = %s WHERE id = %s", kofi, lines[0])
    assert breaks() == [(lines[0], "changed")]


def test_a_line_that_is_gone_is_missed_before_the_next(lines):
    owner("DELETE FROM record_look WHERE id = ANY(%s)", lines[1:3])
    [broken] = verify(connection.connection).broken
    assert (broken.number, broken.fault) == (lines[3], "missing") and "2 before it are missing" in broken.words


def test_the_end_of_a_chain_cannot_be_cut_off_before_a_seal(lines):
    owner("DELETE FROM record_look WHERE id = ANY(%s)", lines[4:])
    assert breaks() == [(lines[3], "cut off")]


def test_a_whole_chain_cannot_be_cut_off(lines):
    owner("DELETE FROM record_look")
    [broken] = verify(connection.connection).broken
    assert broken.fault == "cut off" and broken.number is None and "5 lines are cut off" in broken.words


def test_a_line_after_the_last_seal_is_missed_by_a_file_kept_outside(lines, tmp_path, capsys):
    owner("SET LOCAL session_replication_role = origin")
    assert command.main(["--write-head", str(tmp_path / "head")], now=NOW) == 0
    owner("SET LOCAL session_replication_role = replica")
    owner("DELETE FROM record_seal WHERE id = (SELECT max(id) FROM record_seal)")
    owner("DELETE FROM record_look WHERE id >= %s", lines[5])
    assert breaks() == []
    assert breaks(read_heads(tmp_path / "head")) == [(lines[4], "cut off")]


def test_a_line_put_in_between_is_named(lines):
    owner("ALTER TABLE record_look DROP CONSTRAINT look_placed_once")
    owner("""INSERT INTO record_look (at, act, people, page, what, reason, refused, session, chain, place, hash)
             SELECT at, 'read', '{}', 'child', '', '', false, '', chain, place, sha256('mine') FROM record_look WHERE id = %s""", lines[2])  # fmt: skip
    assert breaks() == [(Look.objects.latest("pk").pk, "added")]


def test_a_line_put_in_between_with_all_after_it_moved_on_is_named(lines):
    owner("ALTER TABLE record_look DROP CONSTRAINT look_placed_once")
    owner("UPDATE record_look SET place = place + 1 WHERE id >= %s", lines[2])
    owner("""INSERT INTO record_look (at, act, people, page, what, reason, refused, session, chain, place, hash)
             SELECT at, 'read', '{}', 'child', '', '', false, '', chain, place + 1, sha256('mine') FROM record_look WHERE id = %s""", lines[1])  # fmt: skip
    assert breaks() == [(Look.objects.latest("pk").pk, "added")]


def test_two_lines_that_changed_places_are_named(lines):
    for number, place in ((lines[1], 0), (lines[2], 2), (lines[1], 3)):
        owner("UPDATE record_look SET place = %s WHERE id = %s", place, number)
    assert breaks() == [(lines[2], "swapped")]


def test_chains_worked_out_anew_contradict_the_seal(lines):
    owner("UPDATE record_look SET worker_id = NULL WHERE id = %s", lines[1])
    before = b""
    for line in verify_lines():
        hashed = line.linked(before, line.place)
        owner("UPDATE record_look SET hash = %s WHERE id = %s", hashed, line.number)
        before = hashed
    assert breaks() == [(lines[4], "rewritten")]


def verify_lines():
    with connection.cursor() as cursor:
        cursor.execute(LINES)
        return [Line(*row) for row in cursor.fetchall()]


@pytest.mark.parametrize(
    "tamper, words",
    [("UPDATE record_seal SET heads = '{}' WHERE id = 1", "changed"), ("DELETE FROM record_seal WHERE id = 1", "missing")],
)
def test_a_seal_that_was_tampered_with_is_found(lines, tamper, words):
    owner("SET LOCAL session_replication_role = origin")
    seal()
    owner("SET LOCAL session_replication_role = replica")
    owner(tamper)
    assert [(one.number, one.fault) for one in verify(connection.connection).broken] == [(None, words)]


def test_the_first_broken_line_of_several_chains_comes_first(lines):
    owner("""INSERT INTO record_look (at, act, people, page, what, reason, refused, session, chain, place, hash)
             SELECT at, 'read', '{}', 'child', '', '', false, '', (chain + 1) %% 32, 1, sha256('mine') FROM record_look WHERE id = %s""", lines[2])  # fmt: skip
    owner("UPDATE record_look SET page = 'people' WHERE id = %s", lines[3])
    assert [number for number, _ in breaks()] == [lines[3], Look.objects.latest("pk").pk]


def test_the_command_says_what_is_wrong_and_answers_1(lines, capsys):
    owner("UPDATE record_look SET page = 'people' WHERE id = %s", lines[3])
    owner("SET LOCAL session_replication_role = origin")
    assert command.main([], now=NOW) == 1
    assert f"Line {lines[3]}, of 20/11/2026 17:28" in capsys.readouterr().out
    assert command.main(["--json"], now=NOW) == 1
    told = json.loads(capsys.readouterr().out)
    assert not told["whole"] and told["broken"][0]["number"] == lines[3] and told["broken"][0]["fault"] == "changed"
    assert list(Look.objects.filter(act=acts.VERIFY).values_list("what", flat=True)) == ["broken", "broken"]


def test_the_command_seals_what_is_whole_and_writes_down_that_it_looked(office, tmp_path, capsys):
    write(office["priya"], NOW, acts.READ, page="child")
    assert command.main(["--write-head", str(tmp_path / "head")], now=NOW) == 0
    assert "1 lines in 1 chains" in capsys.readouterr().out
    verified = Look.objects.get(act=acts.VERIFY)
    assert verified.what == "whole" and verify(connection.connection).seals >= 1
    assert command.main(["--against", str(tmp_path / "head")], now=NOW) == 0


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"goldthread audit": 2}', '{"goldthread audit": 1, "heads": {"a": 1}}'])
def test_a_file_that_is_no_head_is_refused_in_words(tmp_path, text):
    (tmp_path / "head").write_text(text)
    with pytest.raises(NoHeads, match="is not a file that `goldthread verify-audit --write-head` wrote"):
        read_heads(tmp_path / "head")


def test_a_file_that_is_not_there_is_told(tmp_path):
    with pytest.raises(NoHeads, match="cannot be read"):
        read_heads(tmp_path / "nothing")
