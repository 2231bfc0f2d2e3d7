"""What is printed says whose it is, when and on which page; and what somebody typed stays what they typed."""

from datetime import UTC, date, datetime

import pypdfium2
import pytest

from goldthread.web.pictures.trend import Trend
from goldthread.web.pictures.trendline import WIDE, trendline
from goldthread.web.printing import (
    Break,
    Facts,
    Heading,
    Listed,
    Note,
    Pair,
    Paper,
    Picture,
    PrintingError,
    Quote,
    Table,
    Together,
    Words,
    paper,
)
from goldthread.web.printing.pictures import standing_alone

NOW = datetime(2026, 11, 20, 17, 28, tzinfo=UTC)
TREND = Trend("Seen in time", "", ((date(2026, 9, 30), 84), (date(2026, 10, 31), 86)), 95)
HOSTILE = (
    '#read("/etc/passwd")', "#sys.inputs.told", "$x^2$ *bold* _slant_ `code`", "<label> @reference", "= Heading", "\\ backslash // comment",
    "/* comment */ #import \"@preview/x:1.0.0\"", "</svg><script>alert(1)</script>", "[[#panic()]]", "~ -- --- ... “quotes” 'x'",
)  # fmt: skip


def told(*blocks, **changes):
    return Paper(**{"title": "Monthly report", "authority": "Wrenford", "printed_by": "Miriam Tarnbrook", "at": NOW, "blocks": blocks} | changes)


def pages(data):
    document = pypdfium2.PdfDocument(data)
    try:
        return [" ".join(page.get_textpage().get_text_range().split()) for page in document]
    finally:
        document.close()


def printed(*blocks, **changes):
    return pages(paper(told(*blocks, **changes)))


def test_every_page_says_whose_it_is_what_it_is_who_printed_it_and_which_page_of_how_many():
    found = printed(Words("One"), Break(), Words("Two"), Break(), Words("Three"))
    assert len(found) == 3
    for number, page in enumerate(found, 1):
        assert "Wrenford" in page and "Monthly report" in page
        assert f"Printed by Miriam Tarnbrook, Fri 20 Nov 2026, 5:28pm Page {number} of 3" in page


@pytest.mark.parametrize("words", HOSTILE)
def test_what_somebody_typed_is_set_as_they_typed_it(words):
    shapes = (Heading(words), Words(words), Note(words), Quote(words, words), Listed([words]), Facts([(words, words)]), Table([words], [[words]]))
    page = "".join(printed(*shapes, title=words, under=words, authority=words)).replace(" ", "")
    assert page.count(words.replace(" ", "")) >= 12


def test_marks_that_turn_or_hide_words_are_left_out():
    assert "seen not alone" in printed(Words("seen \u202enot\u202c alone\x00\x07"))[0]


def test_a_word_that_is_longer_than_a_line_is_broken_and_nothing_of_it_is_lost():
    page = printed(Words("x" * 400))[0]
    assert page.replace("\u200b", "").replace(" ", "").count("x") == 400 and "x" * 400 not in page


@pytest.mark.parametrize("words", ["Łucja Žižek", "Zoë and Siân", "Αθηνά", "Наталія"])
def test_names_in_other_letters_are_printed(words):
    assert words in printed(Words(words))[0]


def test_a_long_table_goes_on_with_its_heading_on_every_page():
    found = printed(Table(["Month", "Share"], [[f"Month {n}", f"{n}%"] for n in range(120)], right=(1,)))
    assert len(found) > 1 and all("Month Share" in page for page in found)
    assert "Month 119 119%" in found[-1]


@pytest.mark.parametrize("before", range(34, 60, 3))
def test_a_short_table_stands_whole_on_one_page_with_the_note_before_it(before):
    rows = [[f"Change {n}", str(n)] for n in range(7)]
    found = printed(*(Words(f"Line {n}") for n in range(before)), Note("The same children."), Table(["For the children", "How many"], rows, right=(1,)))
    [page] = [page for page in found if "For the children" in page]
    assert "The same children." in page and all(f"Change {n}" in page for n in range(7))


def test_a_table_of_few_rows_with_many_words_loses_none_of_them():
    rows = [[f"Action {n}", " ".join(f"word{n}.{w}" for w in range(600))] for n in range(4)]
    found = " ".join(printed(Note("Before it."), Table(["What", "In words"], rows, widths=(3, 1))))
    assert all(f"word{n}.{w}" in found for n in range(4) for w in range(600))


def test_a_table_without_rows_and_a_document_without_blocks_are_still_paper():
    assert "Month" in printed(Table(["Month"], []))[0] and len(printed()) == 1


def test_wide_tables_lie_on_their_side():
    document = pypdfium2.PdfDocument(paper(told(Words("One"), wide=True)))
    width, height = document[0].get_size()
    document.close()
    assert width > height


def test_the_same_values_make_the_same_bytes():
    assert paper(told(Words("One"))) == paper(told(Words("One")))


def test_a_screen_reader_finds_its_way():
    """Tagged, with a language and a title, and declared as PDF/UA: the press refuses a picture without words."""
    data = paper(told(Heading("Seen"), Picture(trendline(TREND, WIDE), TREND.says())))
    assert b"/StructTreeRoot" in data and b"/Lang" in data and b"pdfuaid" in data
    with pytest.raises(PrintingError, match="“Monthly report” could not be printed"):
        paper(told(Heading("Too deep", 3)))


def test_a_picture_has_its_words_and_the_colours_of_the_pages():
    alone = standing_alone(trendline(TREND, WIDE))
    assert alone.startswith('<svg xmlns="http://www.w3.org/2000/svg"') and "var(" not in alone
    assert ".gt-pic .thread{stroke: #a97a14;" in alone and "#6b7fa6" not in alone
    assert {"target", "95%", "86%"} <= set(printed(Picture(trendline(TREND, WIDE), TREND.says()))[0].split())


def test_a_picture_and_its_table_stand_on_one_page():
    both = Pair(Picture(trendline(TREND, WIDE), TREND.says()), Table(["Month", "Share"], [["September", "84%"], ["October", "86%"]]))
    found = printed(*[Words("A line.")] * 38, both)
    assert all(("target" in page) == ("October 86%" in page) for page in found) and any("October 86%" in page for page in found)


def test_what_belongs_together_is_not_divided_between_pages():
    for lines in range(20, 40, 3):
        found = printed(*[Words("A line.")] * lines, Together([Heading("What it says"), Words("First."), Note("Last.")]))
        assert sum("What it says" in page and "First." in page and "Last." in page for page in found) == 1


def test_a_picture_that_is_no_picture_is_said():
    with pytest.raises(PrintingError):
        paper(told(Picture("<svg ><rect", "words")))
