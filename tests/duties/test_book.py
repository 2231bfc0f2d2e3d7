"""The rule book on the page is the one the rules would write today."""

from pathlib import Path

from goldthread.duties.book import rule_book
from goldthread.duties.rules import CODES, RULES

PAGE = Path(__file__).parents[2] / "docs" / "rules.md"


def test_the_rule_book_is_fresh():
    assert PAGE.read_text(encoding="utf-8") == rule_book(), "run `goldthread docs`"


def test_every_rule_stands_in_it_with_its_sentence_and_source():
    text = rule_book()
    for duty in RULES:
        assert str(duty) in text
        assert str(duty.law) in text
    assert all(code in text for code in CODES)


def test_without_examples_it_is_still_a_book(tmp_path: Path):
    assert "| example |" not in rule_book(tmp_path)
