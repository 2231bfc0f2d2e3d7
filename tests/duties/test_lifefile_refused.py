"""Everything that cannot be read is refused in one sentence, however it was saved."""

import io
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goldthread.duties.lifefile import LifeFile, read_life
from goldthread.duties.lifeyaml import Unreadable

UNREADABLE = [
    ("", "is empty"),
    ("# only a remark\n", "is empty"),
    ("[]\n", "is empty"),
    ("just a sentence\n", "must be written as 'name: value' lines"),
    ("words: [2026-02-29 visit.made]\n", "Line 1: .*never was: February 2026 had no day 29"),
    ("words:\n  - 2026-11-05 visit.made\n  - 31/04/2026 visit.made\n", "Line 3: .*April 2026 had no day 31"),
    ("born: 2023-02-29\nwords: []\n", "Line 1: .*never was"),
    ("words: [2026-11-05 visit.sene]\n", "there is no word 'visit.sene'. Did you mean 'visit.seen_alone'"),
    ("words: [{visit.childseem: 2026-11-05}]\n", "Did you mean 'visit.child_seen'"),
    ("words: [2026-11-05 visit]\n", "there is no word 'visit': there are visit.made, visit.child_seen"),
    ("words: [{visit: {day: 2026-11-05, child_seen: perhaps}}]\n", "a visit says made, child_seen, seen_alone"),
    ("words: [{word: zzz, day: 2026-11-05}]\n", "there is no word 'zzz'"),
    ("words: [2026-11-05]\n", "no word is said here"),
    ("words: [visit.made]\n", "'visit.made' needs a day"),
    ("words: [{word: visit.made}]\n", "needs a day"),
    ("words: [{looked_after: {}}]\n", "no word is said|needs the day it began"),
    ("words: [{looked_after: [2026-01-01, 2026-02-01, 2026-03-01]}]\n", "first and last day"),
    ("words: [{word: visit.made, day: 2026-11-05, at: 25:00}]\n", "not a time of day"),
    ("words: [{word: visit.made, day: 2026-11-05, recorded: soon}]\n", "'soon' is not a day"),
    ("words: [{word: visit.made, day: 2026-11-05, corrects: 9}]\n", "no line has that entry"),
    ("words: [{word: visit.made, day: 2026-11-05, colour: red}]\n", "'colour' is not understood beside a word"),
    ("words: [{word: visit.made, day: 2026-11-05, date: 2026-11-06}]\n", "'day' is said twice"),
    ("words: [{}]\n", "no word is said here"),
    ("words: [[2026-11-05, soon]]\n", "no word is said here"),
    ("people: []\n", "nobody among the people"),
    ("people: {}\n", "nobody among the people"),
    ("words: 5\n", "no word is said here"),
    ("wrods: []\n", "'wrods' is not understood in the file. Did you mean 'words'"),
    ("words: [{word: visit.made, dya: 2026-11-05}]\n", "'dya' is not understood beside a word"),
    ("words: [{word: visit.made, day: 2026-11-05, superseded_by: 9}]\n", "it is replaced by entry 9, and no line"),
    ("words: [{2026-02-30: visit.made}]\n", "never was: February 2026 had no day 30"),
    ("words: [05/11/26 visit.made]\n", "'05/11/26' is not a day"),
    ("words: [1800-01-01 visit.made]\n", "years run from 1900 to 2150"),
    ("words: [9999-12-31 visit.made]\n", "years run from 1900 to 2150"),
    ("words: [{word: visit.made, day: 2026-11-05, at: 2026-11-06T10:00}]\n", "not a time of day"),
    ("words: [{<<: 3, word: visit.made}]\n", "merges in a part"),
    ("name: A\nname: B\nwords: []\n", "'name' is written twice"),
    ("name: [A]\nwords: []\n", "one value is wanted here"),
    ("people: [5]\n", "a person must be written"),
    ("people: {Ada: 5}\n", "Ada needs words under the name"),
    ("words: [\n", "is not YAML"),
    ("words:\n  - 2026-11-05 visit.made\n - 5\n", "line 3 is not YAML"),
    ("words: &x [*x]\n", "refers to itself"),
    (
        "a: &x [1, 1, 1, 1, 1, 1]\n"
        + "".join(f"{b}: &{b} [{', '.join([f'*{a}'] * 9)}]\n" for a, b in zip("xbcdef", "bcdefg", strict=True)),
        "says too much",
    ),
    ("name: A\n--- \nname: B\n", "2 documents divided by '---'"),
    ("words: [" + "x" * 5000 + "]", "there is no word"),
    ("words: !!python/object/apply:os.system [echo]\n", "."),
    ("[" * 3000 + "]" * 3000, "."),
]


@pytest.mark.parametrize(("text", "why"), UNREADABLE, ids=lambda value: value[:30] if isinstance(value, str) else "")
def test_what_cannot_be_read_is_refused_in_one_sentence(read, text: str, why: str) -> None:
    with pytest.raises(Unreadable, match=why) as refused:
        read(text)
    assert "\n" not in str(refused.value)
    assert len(str(refused.value)) < 500


def test_a_file_that_is_not_there_is_a_folder_or_is_not_text(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="There is no file"):
        read_life(tmp_path / "none.yaml")
    with pytest.raises(Unreadable, match="is a folder"):
        read_life(tmp_path)
    western = tmp_path / "western.yaml"
    western.write_text("name: Zoë\nwords: []", encoding="latin-1")
    with pytest.raises(Unreadable, match="not written in UTF-8"):
        read_life(western)
    large = tmp_path / "large.yaml"
    large.write_bytes(b"#" * 5_000_001)
    with pytest.raises(Unreadable, match="larger than 5 MB"):
        read_life(large)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_how_the_text_was_saved_is_no_matter(tmp_path: Path, encoding: str, line_end: str) -> None:
    path = tmp_path / "saved.yaml"
    path.write_bytes(f"name: Zoë{line_end}words: [2026-01-05 need.begins]{line_end}".encode(encoding))
    [person] = read_life(path).people
    assert (person.name, person.spoken[0].word) == ("Zoë", "need.begins")


def test_a_life_may_be_handed_in(monkeypatch) -> None:
    class Handed:
        buffer = io.BytesIO(b"words: [2026-01-05 need.begins]")

    monkeypatch.setattr("sys.stdin", Handed)
    assert read_life(Path("-")).people[0].spoken[0].word == "need.begins"


@settings(derandomize=True, deadline=None, max_examples=150)
@given(st.text(alphabet="[]{}:,-'\"#&*!| \n\tabn.word2026", max_size=60))
def test_whatever_is_written_it_is_read_or_refused_in_a_sentence(tmp_path_factory, text: str) -> None:
    path = tmp_path_factory.getbasetemp() / "any.yaml"
    path.write_text(text, encoding="utf-8")
    try:
        assert isinstance(read_life(path), LifeFile)
    except Unreadable as refused:
        assert str(refused).endswith(".") or str(refused).endswith("?")
