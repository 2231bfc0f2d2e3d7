"""A list of files that does not fit the files, or cannot be read, is refused by name before anything is written."""

import json

import pytest

from tests.replay.making import NOON, one_good, row, write_part


def manifest(folder, **changed):
    parts = [{"file": "part-0000.parquet", "rows": 2, "children": 2}]
    said = {"format": 1, "exported": NOON.isoformat(), "settings": None, "parts": parts} | changed
    (folder / "manifest.json").write_text(json.dumps(said))


def test_a_file_that_the_manifest_lists_and_that_is_not_there_is_named(folder, refused):
    one_good(folder)
    manifest(folder, parts=[{"file": f"part-000{n}.parquet", "rows": 2, "children": 2} for n in (0, 1)])
    assert "lists part-0001.parquet, and it is not there" in refused(folder)


def test_a_file_that_the_manifest_does_not_list_is_named(folder, refused):
    one_good(folder)
    manifest(folder)
    write_part(folder, 1, [row(3)])
    assert "part-0001.parquet is not in manifest.json" in refused(folder)


def test_a_file_with_fewer_rows_than_the_manifest_says_is_named(folder, refused):
    one_good(folder)
    manifest(folder, parts=[{"file": "part-0000.parquet", "rows": 3, "children": 2}])
    assert "holds 2 rows, and manifest.json says 3" in refused(folder)


def test_a_manifest_of_another_format_is_named(folder, refused):
    one_good(folder)
    manifest(folder, format=7)
    assert "is written in format 7, and this version reads format 1" in refused(folder)


@pytest.mark.parametrize("text", ["{", "[]", '{"format": 1}', '{"format": 1, "exported": "", "parts": [{"file": 3}]}'])
def test_a_manifest_that_cannot_be_read_is_named(folder, refused, text):
    one_good(folder)
    (folder / "manifest.json").write_text(text)
    assert "manifest.json cannot be read as a manifest" in refused(folder)


def test_settings_in_the_manifest_that_are_none_are_named(folder, refused):
    one_good(folder)
    manifest(folder, settings={"protection visit": "soon"})
    said = refused(folder)
    assert "manifest.json cannot be used" in said
    assert "soon" in said
