"""The whole record backed up and restored by the two commands, and looked at before it is in use."""

import psycopg
import pytest
from django.db import connection, connections

from goldthread import safekeeping, whole
from goldthread.record.models import Occurrence, Version
from goldthread.running import Trouble, home, tools
from tests.running_elsewhere import told_of_the_database
from tests.web import family
from tests.web.family import NOW

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def record(monkeypatch, settings, tmp_path):
    """A family in the tests' database, and a second, empty database that the commands are told of: (its address, a file for a backup)."""
    told_of_the_database(monkeypatch, settings, tmp_path)
    office = family.office()
    family.larkfields(office["priya"])
    import os

    here = os.environ["DATABASE_URL"]
    empty = f"{connection.settings_dict['NAME']}_second"
    with psycopg.connect(tools.beside(here, "postgres"), autocommit=True) as server:
        server.execute(f"DROP DATABASE IF EXISTS {empty}")
        server.execute(f"CREATE DATABASE {empty}")
    yield monkeypatch, here, tools.beside(here, empty), tmp_path / "b.backup"
    with psycopg.connect(tools.beside(here, "postgres"), autocommit=True) as server:
        for (name,) in server.execute("SELECT datname FROM pg_database WHERE starts_with(datname, %s)", [empty]).fetchall():
            server.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


def versions(url):
    with psycopg.connect(url) as asked:
        return asked.execute("SELECT count(*), max(recorded_at) FROM record_version").fetchone()


def test_a_record_comes_back_as_it_was_and_is_found_whole(record, capsys):
    monkeypatch, here, empty, file = record
    assert safekeeping.back_up([str(file)], now=NOW) == 0
    assert f"{Version.objects.count()} versions of entries as of 20/11/2026 17:28" in capsys.readouterr().out
    assert (home.home() / safekeeping.LAST).exists()
    monkeypatch.setenv("DATABASE_URL", empty)
    assert safekeeping.restore_from([str(file)], now=NOW) == 0
    assert "the duties of a sample are as they were" in capsys.readouterr().out
    assert versions(empty) == versions(here)
    with pytest.raises(Trouble, match="people in it"):
        safekeeping.restore_from([str(file)], now=NOW)
    assert connections["default"].settings_dict["NAME"] in here


def test_a_record_whose_duties_do_not_follow_from_it_is_not_put_in_use(record):
    """As a fault below the record could leave it: every row is there, and one says something else."""
    monkeypatch, here, empty, file = record
    Occurrence.objects.filter(person__reference="LK-KOFI").update(owner="nobody")
    safekeeping.back_up([str(file)], now=NOW)
    from goldthread.record import fresh

    fresh.now_fresh(NOW)
    file.unlink()
    safekeeping.back_up([str(file)], now=NOW)
    monkeypatch.setenv("DATABASE_URL", empty)
    with pytest.raises(Trouble, match="nothing was changed: LK-KOFI: .* rows of record_occurrence"):
        safekeeping.restore_from([str(file)], now=NOW)


def test_the_audit_is_looked_at_where_this_version_keeps_one(record, monkeypatch):
    """Where it keeps none, nothing is said about it: neither that it is whole nor that it is broken."""
    with psycopg.connect(record[1]) as asked:
        heads = whole.audit_heads(asked)
        assert whole.broken_chain(asked, heads) == ""
    monkeypatch.setattr(whole, "_trail", lambda: None)
    assert whole.audit_heads(None) is None and whole.broken_chain(None) == ""
