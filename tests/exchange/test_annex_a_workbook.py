"""The workbook: as published, the same whenever it is asked for, and nothing in it that runs."""

import json
import re
import zipfile
from datetime import date, datetime, timedelta
from io import BytesIO
from tempfile import TemporaryDirectory

import openpyxl
import pytest

from goldthread.exchange import annex_a, annex_a_out
from goldthread.exchange.annex_a_out import Authority, sheets
from goldthread.people.models import Team
from goldthread.record.models import Restriction, Version
from goldthread.record.reach import Reach
from tests.exchange.annexed import NOW, ON, listed, workbook
from tests.real.shared import DATA, needs_data

POLICE = {"source": "6"}


def opened(made):
    return openpyxl.load_workbook(BytesIO(made))


def test_it_has_the_eleven_lists_with_their_headings_on_the_first_row_even_where_they_are_empty(service):
    book = opened(workbook()[0])
    assert book.sheetnames == [f"List {n}" for n in range(1, 12)]
    for shape, sheet in zip(annex_a.SHAPES, book, strict=True):
        headings = [cell.value for cell in sheet[1]]
        assert sorted(headings) == sorted("Gender" if c.name == "Sex" else c.name for c in shape.columns)
        assert sheet.max_row == 1


@needs_data
def test_its_headings_are_the_published_ones_in_the_published_order():
    schema = json.loads((DATA / "reference" / "annex_a_schema_2024_with_aliases.json").read_text())["column_map"]
    for name, columns in schema.items():
        ours = annex_a_out.lists.__globals__["headings"](int(name.removeprefix("list_")))
        assert [h.replace("'", "’") for h in ours] == [h.strip().replace("'", "’").replace("‘", "’") for h in columns], name


def test_the_layout_of_2026_says_sex(service):
    for sheet in opened(workbook(layout=2026)[0]):
        headings = [cell.value for cell in sheet[1]]
        assert "Sex" in headings and "Gender" not in headings


def test_days_are_days_and_numbers_are_numbers(service):
    service.child(("contact", ON, POLICE), reference="007")
    identifier, _, _, born, age, day, source = opened(workbook()[0])["List 1"][2]
    assert (identifier.value, identifier.data_type) == ("007", "s")
    assert (born.value, born.is_date, born.number_format) == (datetime(2015, 3, 2), True, "dd/mm/yyyy")
    assert (age.value, day.value, source.value) == (11, datetime(2026, 11, 20), "q) 6: Police")


def test_every_list_is_counted(service):
    service.child(("contact", ON, POLICE), ("referral", ON, {"decision": "no_further"}))
    service.child(("contact", ON, POLICE))
    assert workbook()[1].rows == {1: 2, 2: 0, 3: 1, 4: 0, 5: 0, 6: 0, 7: 0, 8: 0, 9: 0, 10: 0, 11: 0}


# As known at a moment


def corrected(service, person):
    """Everything that can happen to an entry afterwards."""
    later = NOW + timedelta(days=2)
    with Reach(service.ngozi, later).act() as act:
        act.correct(service.entry(person, "contact"), 1, "It was the school", values={"source": "2A"})
        act.correct(service.entry(person, "person"), 1, "Born a day later", values={"born": date(2015, 3, 3), "sex": "F"})
        act.withdraw(service.entry(person, "referral"), 1, "Another child's")
        act.write(person, "contact", date(2026, 11, 2), {"source": "3A"})
        act.write(act.new_person(), "contact", date(2026, 11, 2), {"source": "3A"})


def test_the_same_day_and_moment_give_the_same_bytes_whatever_was_written_since(service):
    person = service.child(("contact", ON, POLICE), ("referral", ON, {"decision": "no_further"}))
    before, counts = workbook(known=NOW)
    corrected(service, person)
    after = Authority(NOW + timedelta(days=3))
    assert workbook(known=NOW, reader=after) == (before, counts)
    assert workbook(known=None, reader=after)[0] != before


def test_what_was_corrected_or_withdrawn_stands_corrected_at_a_later_moment(service):
    person = service.child(("contact", ON, POLICE), ("referral", ON, {"decision": "no_further"}))
    corrected(service, person)
    rows = listed(1, known=NOW + timedelta(days=3))
    assert [(row["Gender"], row["Date of Birth"], row["Contact Source"]) for row in rows if row["Date of Birth"]] == [
        ("b) Female", date(2015, 3, 3), "g) 3A: Health services"), ("b) Female", date(2015, 3, 3), "e) 2A: Schools"),
    ]  # fmt: skip
    assert (len(rows), listed(3, known=NOW + timedelta(days=3))) == (3, [])
    assert len(listed(1)) == len(listed(3)) == 1


def test_only_versions_that_stood_at_the_moment_are_in_it(service):
    person = service.child(("contact", ON, POLICE), now=NOW - timedelta(hours=2))
    with Reach(service.ngozi, NOW).act() as act:
        act.correct(service.entry(person, "contact"), 1, "It was the school", values={"source": "2A"})
    moments = [NOW - timedelta(hours=3), NOW - timedelta(hours=2), NOW - timedelta(microseconds=1), NOW]
    assert [[row["Contact Source"] for row in listed(1, known=moment)] for moment in moments] == [[], ["q) 6: Police"], ["q) 6: Police"], ["e) 2A: Schools"]]


def test_a_list_for_a_day_that_has_passed_says_nothing_that_came_after_it(service):
    service.child(("contact", date(2026, 11, 1), POLICE), ("contact", date(2026, 11, 10), POLICE))
    assert len(listed(1, on=date(2026, 11, 9))) == 1


# Restricted records


@pytest.fixture
def restricted(service):
    """Two children with a contact, one of whose records is open to Priya only."""
    service.child(("contact", ON, POLICE), reference="open")
    person = service.child(("contact", ON, POLICE), ("referral", ON), reference="closed")
    Restriction.objects.create(person_id=person, worker=service.priya, why="Her aunt works here")
    with Reach(service.priya, NOW).act() as act:
        act.write(person, "note", ON, {"title": "The record was closed"})
    return person


def test_the_authority_itself_has_restricted_children_in_it_and_is_told_how_many(service, restricted):
    counts = workbook()[1]
    assert (counts.rows[1], counts.restricted, counts.kept_back) == (2, 1, 0)


def test_it_can_leave_them_out_and_says_how_many_it_left_out(service, restricted):
    counts = workbook(reader=Authority(NOW, restricted=False))[1]
    assert (counts.rows[1], counts.restricted, counts.kept_back) == (1, 0, 1)


def test_who_reads_through_the_pages_has_only_children_they_may_see(service, restricted):
    analyst, head = (service.worker(name, role) for name, role in (("ana", "analyst"), ("hal", "head_of_service")))
    Restriction.objects.create(person_id=restricted, worker=head, why="Answers for the service")
    made, counts = workbook(reader=Reach(analyst, NOW))
    assert (counts.rows[1], counts.restricted, counts.kept_back) == (1, 0, 1)
    assert b"closed" not in b"".join(zipfile.ZipFile(BytesIO(made)).read(name) for name in zipfile.ZipFile(BytesIO(made)).namelist() if "sheet" in name)
    assert workbook(reader=Reach(head, NOW))[1].restricted == 1
    assert [row["Child Unique ID"] for row in listed(1, reader=Reach(analyst, NOW))] == ["open"]


def test_somebody_who_sees_no_child_has_empty_lists(service, restricted):
    administrator = Reach(service.worker("adam", "administrator"), NOW)
    assert sum(workbook(reader=administrator)[1].rows.values()) == 0


def test_no_name_of_a_child_is_in_it(service):
    service.in_need(("contact", ON, POLICE))
    packed = zipfile.ZipFile(BytesIO(workbook()[0]))
    assert not any(b"Kofi" in packed.read(name) or b"Larkfield" in packed.read(name) for name in packed.namelist())


# Hostile words


HOSTILE = ["=1+1", "+44 1", "-2+3", "@SUM(A1)", '=cmd|"/c calc"!A1', "\t=1", "=HYPERLINK(\"http://x\")", "http://example.org", "<b>&amp;</b>", "Ọmọ"]


@pytest.mark.parametrize("words", HOSTILE)
def test_words_that_a_spreadsheet_would_run_stay_words(service, words):
    Team.objects.filter(pk=service.east.pk).update(name=words)
    service.child(("referral", ON, {"team": service.east.pk}))
    made, _ = workbook()
    cell = opened(made)["List 3"].cell(2, 10)
    assert (cell.value.strip(), cell.data_type, cell.hyperlink) == (words.strip(), "s", None)
    inside = zipfile.ZipFile(BytesIO(made))
    assert not any(re.search(rb"<f[ >]|hyperlink", inside.read(name)) for name in inside.namelist())


def test_words_that_would_run_are_quoted_so_that_editing_them_does_not_run_them(service):
    service.child(("referral", ON, {"team_named": "=1+1"}))
    assert opened(workbook()[0])["List 3"].cell(2, 10).quotePrefix


@pytest.mark.parametrize(
    "words, kept",
    [("a\x00b\x07c", "abc"), ("line\nbreak", "line\nbreak"), ("\ud800lone\udfff", "lone"), ("\ufffe\uffff", ""), ("😀", "😀")],
)
def test_a_cell_holds_what_xml_can_carry(words, kept):
    assert sheets.text(words) == kept


# Words longer than a cell

LONG = ["x" * 32_768, "Ọmọ said " * 12_000, "😀" * 40_000, "x" * 32_766 + "😀", "x" * 32_767 + "=1+1", "\n".join(["a line"] * 20_000)]


def made_of(cells):
    """A workbook with one row in list 2, read back: (the row as it stands, the rows of the sheet of whole words)."""
    written = BytesIO()
    with TemporaryDirectory() as folder, sheets._book(written, folder, ON, NOW) as book:
        sheet = sheets._Sheet(book, 2, 2024, sheets._Whole(book))
        sheet.row(cells)
    read = opened(written.getvalue())
    whole = list(read[sheets.WHOLE].iter_rows(min_row=2)) if sheets.WHOLE in read.sheetnames else []
    return read["List 2"][2][: len(cells)], whole


@pytest.mark.parametrize("words", LONG, ids=range(len(LONG)))
def test_words_longer_than_a_cell_are_all_there_and_the_cell_says_where(words):
    [_, cell], whole = made_of(("A1", words))
    said = " … [too long for a cell: all of it is on the sheet “Whole words”, from row 2]"
    assert cell.value.endswith(said) and words.startswith(cell.value.removesuffix(said)) and len(cell.value) > 16_000
    assert "".join(row[2].value for row in whole) == words
    assert {row[0].value for row in whole} == {"List 2, B2"} and [row[1].value for row in whole] == list(range(1, len(whole) + 1))
    assert all(units(one.value) <= 32_767 and one.data_type == "s" for one in [cell, *(row[2] for row in whole)])


def units(words):
    """How long a spreadsheet says the words are."""
    return len(words.encode("utf-16-le")) // 2


@pytest.mark.parametrize("words", ["x" * 32_767, "😀" * 16_383, ""], ids=["letters", "emoji", "nothing"])
def test_words_that_just_fit_stand_in_their_cell_and_there_is_no_other_sheet(words):
    [_, cell], whole = made_of(("A1", words))
    assert ((cell.value or ""), whole) == (words, [])


def test_a_part_that_a_spreadsheet_would_run_stays_words():
    whole = made_of(("x" * 32_767 + "=1+1",))[1]
    assert whole[1][2].value == "=1+1" and whole[1][2].quotePrefix


def test_each_of_several_long_words_says_its_own_rows():
    cells, whole = made_of(("a" * 70_000, "short", "b" * 40_000))
    assert [cell.value.rpartition("from row ")[2] for cell in cells] == ["2]", "short", "5]"]
    assert "".join(row[2].value for row in whole if row[0].value == "List 2, A2") == "a" * 70_000
    assert "".join(row[2].value for row in whole if row[0].value == "List 2, C2") == "b" * 40_000


def test_of_what_was_written_in_the_record_no_letter_is_missing_from_the_workbook(service, monkeypatch):
    monkeypatch.setattr(sheets, "ROOM", 120)
    service.child(("early_help", date(2026, 11, 2), {"organisation": "The hub by the saltings " * 8}))
    book = opened(workbook()[0])
    assert book.sheetnames == [*(f"List {n}" for n in range(1, 12)), "Whole words"]
    assert "from row 2" in book["List 2"].cell(2, 8).value
    assert "".join(row[2].value for row in book["Whole words"].iter_rows(min_row=2)).strip() == ("The hub by the saltings " * 8).strip()


def test_a_day_before_spreadsheets_began_to_count_is_written_in_words(service):
    service.child(("contact", ON, POLICE), born=date(1899, 12, 31))
    assert opened(workbook()[0])["List 1"].cell(2, 4).value == "31/12/1899"


def test_a_list_that_no_sheet_can_hold_is_refused_and_not_cut_short(service, monkeypatch):
    monkeypatch.setattr(sheets, "MOST_ROWS", 1)
    service.child(("contact", ON, POLICE), ("contact", date(2026, 11, 2), POLICE))
    with pytest.raises(sheets.TooLong, match="List 1 has more rows than a sheet can hold"):
        workbook()


def test_the_workbook_says_for_which_day_and_moment_it_is(service):
    properties = opened(workbook()[0]).properties
    assert (properties.title, properties.description) == ("Annex A, 20/11/2026", f"As known at {NOW.isoformat(timespec='seconds')}")


def test_it_takes_few_questions_however_many_children_there_are(service, django_assert_max_num_queries):
    for n in range(25):
        service.child(("contact", ON, POLICE), ("referral", ON, {"decision": "no_further"}), reference=f"C{n}")
    with django_assert_max_num_queries(40):
        workbook()
    assert Version.objects.filter(type="contact").count() == 25
