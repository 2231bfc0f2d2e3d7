"""A backup is there whole or not at all, and a restore brings all of it back or changes nothing."""

import json
import os
import shutil
import subprocess
import zipfile
from pathlib import Path

import psycopg
import pytest

from goldthread.running import Trouble, backup, postgres, tools
from goldthread.running.tools import Tools
from tests.running.backing_up import NOW, backed_up, empty, people, restored

# Backing up


def test_a_backup_is_one_private_file_with_a_manifest_of_what_is_in_it(small, uploads, tmp_path):
    file = backed_up(small, tmp_path, uploads)
    assert file.name == "goldthread-20261120-172800.backup" and file.stat().st_mode & 0o777 == 0o600
    manifest = json.loads(zipfile.ZipFile(file).read("manifest.json"))
    assert manifest["counts"] == {"record_person": 2000, "django_migrations": 1}
    assert manifest["migrations"] == ["record.0001_initial"]
    assert set(manifest["parts"]) == {"database", "uploads/loads/1/Kofi’s file.csv"}


def test_a_backup_is_never_written_over(small, uploads, tmp_path):
    file = backed_up(small, tmp_path / "mine.backup", uploads)
    before = file.read_bytes()
    with pytest.raises(Trouble, match="never written over"):
        backed_up(small, file, uploads)
    assert file.read_bytes() == before


def test_what_is_written_meanwhile_is_in_neither_the_counts_nor_the_copy(small, uploads, tmp_path):
    def written_meanwhile(connection):
        with psycopg.connect(small) as other:
            other.execute("INSERT INTO record_person VALUES (9999, 'ZZ')")
        return {}

    file = backup.back_up(small, tmp_path, uploads, NOW, written_meanwhile)[0]
    restored(small, file, uploads, replace=psycopg.conninfo.conninfo_to_dict(small)["dbname"])
    assert people(small) == (2000, "WR-999")



@pytest.mark.skipif(os.geteuid() != 0 or not shutil.which("mount"), reason="only root may make a small disk")
def test_a_full_disk_is_told_and_nothing_half_is_left(small, uploads, tmp_path):
    disk = tmp_path / "disk"
    disk.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64k", "none", disk], capture_output=True).returncode:
        pytest.skip("no small disk may be made here")
    (uploads / "big").write_bytes(os.urandom(300_000))
    try:
        with pytest.raises(Trouble, match="no room in .* nothing of it was left there"):
            backed_up(small, disk, uploads)
        assert list(disk.iterdir()) == []
    finally:
        subprocess.run(["umount", disk], check=True)


def test_a_disk_that_fills_anywhere_is_told_and_nothing_half_is_left(small, uploads, tmp_path, monkeypatch):
    def full(descriptor):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(backup.os, "fsync", full)
    with pytest.raises(Trouble, match="no room"):
        backed_up(small, tmp_path / "b.backup", uploads)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["uploads"]


def test_a_copy_that_breaks_off_leaves_nothing(small, uploads, tmp_path, monkeypatch):
    (tmp_path / "bin").mkdir()
    false = tmp_path / "bin" / "pg_dump"
    false.write_text("#!/bin/sh\necho half of it\necho 'out of luck' >&2\nexit 1\n")
    false.chmod(0o700)
    monkeypatch.setattr(tools, "all_tools", lambda: [Tools(99, tmp_path / "bin")])
    with pytest.raises(Trouble, match="out of luck"):
        backed_up(small, tmp_path / "b.backup", uploads)
    assert not list(tmp_path.glob("*backup*"))


def test_the_password_is_not_among_what_others_see_of_a_program():
    address, environment = tools.told_apart("postgresql://kept:secret@db.example/goldthread")
    assert "secret" not in address and environment["PGPASSWORD"] == "secret"


# Which programs


def test_the_wheel_has_programs_for_the_database_it_brings():
    assert tools.tools_for(18).version >= 18
    assert tools.Tools(18, postgres.programs()) in tools.all_tools()


def test_the_servers_own_version_is_used_before_a_newer_one_and_never_an_older():
    found = [Tools(15, Path("a")), Tools(18, Path("b")), Tools(17, Path("c"))]
    assert tools.tools_for(17, found).version == 17
    assert tools.tools_for(16, found).version == 17
    with pytest.raises(Trouble, match="PostgreSQL 19, which needs pg_dump of version 19 or newer; here are those of version 15, 17, 18"):
        tools.tools_for(19, found)


# Restoring


def test_a_restore_brings_back_the_database_and_the_uploads(small, uploads, tmp_path):
    file = backed_up(small, tmp_path, uploads)
    empty(small)
    (uploads / "later.csv").write_text("of after the backup")
    assert restored(small, file, uploads) is None
    assert people(small) == (2000, "WR-999")
    assert (uploads / "loads" / "1" / "Kofi’s file.csv").read_bytes() == b"CHILD,SEX\n"
    assert not (uploads / "later.csv").exists()
    assert (tmp_path / "uploads.before-20261120-172800" / "later.csv").exists()


def test_a_database_with_people_in_it_is_replaced_only_by_its_name_and_then_kept_beside(small, uploads, tmp_path):
    file, name = backed_up(small, tmp_path, uploads), psycopg.conninfo.conninfo_to_dict(small)["dbname"]
    with psycopg.connect(small) as connection:
        connection.execute("INSERT INTO record_person VALUES (9999, 'ZZ of after the backup')")
    with pytest.raises(Trouble, match=f"has 2001 people in it.*--replace {name}"):
        restored(small, file, uploads)
    with pytest.raises(Trouble, match="is called .* not another"):
        restored(small, file, uploads, replace="another")
    assert people(small) == (2001, "ZZ of after the backup")
    kept = restored(small, file, uploads, replace=name)
    assert people(small) == (2000, "WR-999")
    assert people(tools.beside(small, kept)) == (2001, "ZZ of after the backup")


def test_a_restore_swaps_under_those_who_use_the_database(small, uploads, tmp_path):
    file, name = backed_up(small, tmp_path, uploads), psycopg.conninfo.conninfo_to_dict(small)["dbname"]
    with psycopg.connect(small) as using:
        using.execute("SELECT 1")
        restored(small, file, uploads, replace=name)
        with pytest.raises(psycopg.OperationalError):
            using.execute("SELECT 1")
        using.close()
    assert people(small) == (2000, "WR-999")


def test_what_does_not_stand_up_to_being_looked_at_is_not_swapped_in(small, uploads, tmp_path):
    file, name = backed_up(small, tmp_path, uploads), psycopg.conninfo.conninfo_to_dict(small)["dbname"]
    with psycopg.connect(small) as connection:
        connection.execute("INSERT INTO record_person VALUES (9999, 'ZZ')")
    with pytest.raises(Trouble, match="nothing was changed: the audit breaks at line 7"):
        restored(small, file, uploads, replace=name, verify=lambda url, manifest: ["the audit breaks at line 7"])
    assert people(small) == (2001, "ZZ")
    assert databases_like(small, f"{name}_") == []
    assert [path.name for path in tmp_path.iterdir() if path.is_dir()] == ["uploads"]


def databases_like(url, begins):
    with psycopg.connect(url) as connection:
        return [n for (n,) in connection.execute("SELECT datname FROM pg_database WHERE starts_with(datname, %s)", [begins])]


def test_the_roles_that_are_given_something_are_there_before_they_are_given_it(small, uploads, tmp_path):
    with psycopg.connect(small) as connection:
        connection.execute("CREATE ROLE page_reader; GRANT SELECT ON record_person TO page_reader")
    file = backed_up(small, tmp_path, uploads)
    with psycopg.connect(small) as connection:
        connection.execute("DROP OWNED BY page_reader; DROP ROLE page_reader")
    empty(small)
    restored(small, file, uploads)
    with psycopg.connect(small) as connection:
        assert connection.execute("SELECT has_table_privilege('page_reader', 'record_person', 'SELECT')").fetchone() == (True,)
        assert connection.execute("SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = 'page_reader'").fetchone() == (False,)
