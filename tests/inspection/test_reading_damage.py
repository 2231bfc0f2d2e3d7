"""Whatever is sent, reading never fails: what is wrong is said in a sentence that names the file and what to do."""

import random

import pytest

from goldthread.inspection.reading import opening, read
from goldthread.inspection.reading.integrity import is_damaged
from tests.inspection import made_reports as made
from tests.inspection.printed import Printer

NAME = "80000-wrenford-2022-07-05.pdf"
REPORT = made.ilacs(items=("The pace of permanence planning.", "Plans that a parent can follow."))
LOCK = b"<< /Filter /Standard /V 1 /R 2 /Length 40 /P -44 /O <" + b"5a" * 32 + b"> /U <" + b"a5" * 32 + b"> >>"


def locked(pdf: bytes) -> bytes:
    """As if locked with a password that nobody gives."""
    return pdf.replace(b"trailer\n<< ", b"trailer\n<< /ID [<00> <00>] /Encrypt " + LOCK + b" ")


def of_pages(count: int) -> bytes:
    pages = Printer()
    for _ in range(count - 1):
        pages.page()
    return pages.pdf()


def written(*lines: str) -> bytes:
    paper = Printer()
    for i, line in enumerate(lines):
        paper.text(71, 700 - 20 * i, line)
    return paper.pdf()


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "is empty"),
        (b"\x00" * 5000, "is empty"),
        (b" \r\n\t\n", "is empty"),
        (b"<!DOCTYPE html><html><body>Report not found</body></html>", "is a web page, not a PDF"),
        (b"\xef\xbb\xbf\r\n<html>", "is a web page, not a PDF"),
        (b"PK\x03\x04 and so on", "a zip file or an Office document"),
        (b"\xd0\xcf\x11\xe0 and so on", "an old Office document"),
        (b"{\\rtf1 text}", "a Rich Text document"),
        (b"\xff\xd8\xff\xe0 picture", "a picture"),
        (b"just some words", "not a PDF but some other kind of file"),
        (b"%PDF-1.7\n", "is cut short"),
        (b"%PDF-1.7\nnothing of a PDF\n%%EOF\n", "damaged and cannot be opened"),
        (locked(REPORT.pdf), "locked with a password"),
        (of_pages(3), "holds pictures of pages and no text"),
        (of_pages(opening.MOST_PAGES + 1), "which no report has"),
        (written("Minutes of a meeting", "Apologies were received."), "not an inspection report of a form that Goldthread knows"),
        (written("Monitoring visit to Wrenford children’s services", "Dear Jo", "I am writing to tell you what was found."), "a letter after a visit"),
        (written("Focused visit to Wrenford local authority children’s services", "Dear Jo"), "a letter after a visit"),
    ],
)
def test_what_is_no_report_is_refused_by_name_in_a_sentence(data, said):
    reading = read(data, NAME)
    assert reading.problem.startswith(NAME)
    assert said in reading.problem
    assert reading.problem.endswith(".")
    assert (reading.framework, reading.judgements, reading.improvements) == (None, (), ())


def test_a_file_that_unpacks_without_end_is_refused(monkeypatch):
    monkeypatch.setattr("goldthread.inspection.reading.integrity.MOST", 2**20)
    paper = Printer(pages=[[b" " * 2**22]])
    paper.text(71, 700, "Inspection of Wrenford local authority children’s services")
    assert "unpacks to more than any report holds" in read(paper.pdf(), NAME).problem


def test_a_file_larger_than_any_report_is_not_opened(monkeypatch):
    monkeypatch.setattr(opening, "MOST_BYTES", 1000)
    assert "is larger than" in read(REPORT.pdf, NAME).problem


def test_a_report_of_which_most_pages_are_pictures_says_so():
    paper = Printer()
    paper.text(71, 700, "Scanned by somebody")
    for _ in range(5):
        paper.page()
    assert "pictures of pages and hardly any text" in read(paper.pdf(), NAME).problem


def test_a_page_without_words_among_others_is_told():
    paper = Printer()
    paper.text(71, 720, "Inspection of Wrenford local authority children’s services", 26)
    paper.page()
    paper.page()
    paper.text(71, 720, "The last page")
    assert "No words could be read on page 2." in read(paper.pdf(), NAME).missing


@pytest.mark.parametrize("part", [0.05, 0.2, 0.4, 0.6, 0.8, 0.9, 0.97, 0.999])
def test_a_report_cut_short_is_told_and_nothing_in_it_is_sure(part):
    data = REPORT.pdf[: int(len(REPORT.pdf) * part)]
    reading = read(data, NAME)
    assert "cut short" in reading.problem
    assert not any(fact.sure for fact in (*reading.judgements, *reading.improvements))
    assert all(fact.why for fact in (*reading.judgements, *reading.improvements))


def test_cut_at_any_byte_it_still_answers():
    step = max(1, len(REPORT.pdf) // 150)
    for end in range(0, len(REPORT.pdf), step):
        assert read(REPORT.pdf[:end], NAME).problem


@pytest.mark.parametrize("seed", range(6))
def test_with_bytes_changed_by_chance_nothing_wrong_is_called_sure(seed):
    chance = random.Random(seed)
    right = {text for text, *_ in REPORT.improvements}
    for _ in range(25):
        data = bytearray(REPORT.pdf)
        for _ in range(chance.choice([1, 5, 40])):
            data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        reading = read(bytes(data), NAME)
        assert all(REPORT.grades.get(j.area) == j.grade for j in reading.judgements if j.sure)
        assert all(item.text in right for item in reading.improvements if item.sure)


@pytest.mark.parametrize("seed", range(4))
def test_with_bytes_blanked_lost_or_added_nothing_wrong_is_called_sure(seed):
    chance = random.Random(seed)
    right = {text for text, *_ in REPORT.improvements}
    for _ in range(25):
        data, at, size = bytearray(REPORT.pdf), chance.randrange(len(REPORT.pdf)), chance.choice([1, 50, 900])
        data[at : at + size] = chance.choice([bytes(min(size, len(data) - at)), b"", bytes(data[at : at + size]) * 2])
        reading = read(bytes(data), NAME)
        assert all(REPORT.grades.get(j.area) == j.grade for j in reading.judgements if j.sure)
        assert all(item.text in right for item in reading.improvements if item.sure)


def test_noise_after_the_first_words_of_a_pdf_is_answered():
    chance = random.Random(3)
    for _ in range(40):
        assert read(b"%PDF-1.7\n" + chance.randbytes(chance.randint(1, 4000)), NAME).problem


def test_a_reader_that_breaks_is_a_problem_and_no_exception(monkeypatch):
    monkeypatch.setattr("goldthread.inspection.reading.report.read_front", lambda page: 1 / 0)
    assert read(REPORT.pdf, NAME).problem == f"{NAME} could not be read (ZeroDivisionError). Send another copy, or enter the report by hand."


def test_a_whole_report_is_not_called_damaged():
    assert not is_damaged(REPORT.pdf)
    assert not is_damaged(b"made elsewhere\n" + made.sif().pdf)


def test_a_packed_part_whose_checksum_is_wrong_is_damage():
    at = REPORT.pdf.index(b"/FlateDecode")
    broken = REPORT.pdf[:at] + REPORT.pdf[at:].replace(b"\x78\x9c", b"\x78\x9d", 1)
    assert is_damaged(broken)


def test_blanks_between_the_parts_are_damage():
    at = REPORT.pdf.index(b"/Widths") + 20
    assert is_damaged(REPORT.pdf[:at] + bytes(200) + REPORT.pdf[at + 200 :])


def test_bytes_lost_or_added_before_the_end_are_damage():
    at = REPORT.pdf.index(b"/Widths") + 20
    assert is_damaged(REPORT.pdf[:at] + REPORT.pdf[at + 1 :])
    assert is_damaged(REPORT.pdf[:at] + b"     " + REPORT.pdf[at:])
