"""The rule book on the pages is the one the rules would write today."""

from pathlib import Path

import pytest

from goldthread.duties.book import SPECS, file_of, rule_book, told
from goldthread.duties.rules import CODES, FAMILIES, NOT_DUTIES, RULES, STATISTICS
from goldthread.duties.timeline import as_text

DOCS = Path(__file__).parents[2] / "docs"
BOOK = rule_book()


@pytest.mark.parametrize("name", BOOK)
def test_every_page_of_the_rule_book_is_fresh(name):
    assert (DOCS / name).read_text(encoding="utf-8") == BOOK[name], "run `goldthread docs`"


def test_no_page_is_left_of_a_family_that_is_gone():
    assert {f"rules/{path.name}" for path in (DOCS / "rules").glob("*.md")} == {name for name in BOOK if name != "rules.md"}


def test_every_rule_stands_in_its_family_with_its_sentence_source_and_course():
    for family, duties in FAMILIES.items():
        text = BOOK.get(file_of(family), "")
        for duty in duties:
            assert str(duty) in text and str(duty.law) in text and as_text(duty) in text


def test_the_index_names_every_code_and_everything_that_is_no_duty():
    assert len(RULES) > 50 and all(code in BOOK["rules.md"] for code in CODES)
    assert all(row.code in BOOK["rules.md"] and row.because in BOOK["rules.md"] for row in NOT_DUTIES)


def test_what_only_statistics_count_is_told_apart():
    text = BOOK.get("rules/counted-by-statistics-only.md", "")
    assert all(str(duty) in text for duty in STATISTICS)
    assert not STATISTICS or "on nobody's desk" in text


def test_without_examples_it_is_still_a_book(tmp_path: Path):
    assert not any("| example |" in text for text in rule_book(tmp_path).values())


@pytest.mark.parametrize("code", ["CP05", "FD01", STATISTICS[0].code])
def test_the_examples_told_of_a_duty_are_those_of_its_rows_in_the_book(code: str):
    pages, examples = "\n".join(rule_book(SPECS).values()), told([code])
    assert examples
    for example in examples:
        assert f"| {example.says} | {example.said.replace('|', chr(92) + '|')} | " in pages, example.says
        assert all(owed.startswith(f"{code}: ") for owed in example.owed)


def test_no_examples_are_told_where_there_is_no_folder_and_a_changed_file_is_read_again(tmp_path: Path):
    assert told(["CP05"], tmp_path / "not there") == ()
    file = tmp_path / "protection.yaml"
    whole = (SPECS / "protection.yaml").read_text(encoding="utf-8")
    file.write_text(whole, encoding="utf-8")
    assert told(["CP05"], tmp_path)
    file.write_text("[]\n", encoding="utf-8")
    assert told(["CP05"], tmp_path) == ()
