"""A restore refuses whatever is not whole before it touches anything."""

import json
import os
import zipfile

import psycopg
import pytest

from goldthread.running import Trouble, backup
from tests.running.backing_up import backed_up, empty, restored


@pytest.fixture
def file(small, uploads, tmp_path):
    made = backed_up(small, tmp_path, uploads)
    empty(small)
    return made


def refuses(url, file, uploads, match, **more):
    with pytest.raises(Trouble, match=match):
        restored(url, file, uploads, **more)
    with psycopg.connect(url) as connection:
        assert connection.execute("SELECT to_regclass('record_person')").fetchone() == (None,)
    assert (uploads / "loads" / "1" / "Kofi’s file.csv").exists()


@pytest.mark.parametrize("left", [0, 1, 0.3, 0.9, 0.999])
def test_a_backup_that_was_cut_short_is_refused(small, uploads, file, left):
    whole = file.read_bytes()
    file.write_bytes(whole[: int(len(whole) * left) if isinstance(left, float) else left])
    refuses(small, file, uploads, "cut short or is no backup: nothing was changed")


@pytest.mark.parametrize("place", [0.1, 0.5, 0.8])
def test_a_flipped_bit_is_found_and_the_part_is_named(small, uploads, file, place):
    with zipfile.ZipFile(file) as archive:
        part = archive.getinfo("database")
    with file.open("r+b") as changed:
        changed.seek(part.header_offset + 100 + int(part.file_size * place))
        byte = changed.read(1)[0]
        changed.seek(-1, os.SEEK_CUR)
        changed.write(bytes([byte ^ 1]))
    refuses(small, file, uploads, r"is not as it was written \(database differs\)")


def rewritten(file, **changed):
    """The same backup with something else in its manifest, all of it right for a zip."""
    with zipfile.ZipFile(file) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts |= changed.pop("parts", {})
    parts["manifest.json"] = json.dumps({**json.loads(parts["manifest.json"]), **changed}).encode()
    with zipfile.ZipFile(file, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)


def test_another_content_that_a_zip_takes_for_right_is_found_by_its_digest(small, uploads, file):
    rewritten(file, parts={"uploads/loads/1/Kofi’s file.csv": b"CHILD,SEX\n1,1\n"})
    refuses(small, file, uploads, "Kofi’s file.csv differs")


def test_a_part_too_many_is_refused(small, uploads, file):
    rewritten(file, parts={"uploads/../../planted": b"x"})
    refuses(small, file, uploads, "planted differs")


def test_a_backup_of_a_newer_version_is_refused_by_name(small, uploads, file):
    rewritten(file, format=backup.FORMAT + 1)
    refuses(small, file, uploads, "made by a newer Goldthread")
    rewritten(file, format=1, migrations=["record.0001_initial", "record.0999_later"])
    refuses(small, file, uploads, "its tables know record.0999_later")


def test_rows_that_are_not_as_many_as_written_down_are_refused(small, uploads, file):
    rewritten(file, counts={"record_person": 2001, "django_migrations": 1})
    refuses(small, file, uploads, "record_person has 2000 rows instead of 2001")


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04nonsense", b"{}", os.urandom(3000)])
def test_what_is_no_backup_is_refused(small, uploads, file, content):
    file.write_bytes(content)
    refuses(small, file, uploads, "is no backup")


def test_a_file_that_is_not_there_is_named(small, uploads, tmp_path):
    with pytest.raises(Trouble, match="There is no file .*none.backup"):
        restored(small, tmp_path / "none.backup", uploads)
