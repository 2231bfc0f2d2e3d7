"""Hostile words in everything that leaves the house: no cell is run, no header is forged, and every word can be read back.

What writes a file is found in the source. A module that begins to write one has no rule here, and the first test names it.
"""

import csv
import io
import json
import re
import time
import zipfile
from io import BytesIO

import openpyxl
import pypdfium2
import pytest
import xlsxwriter

from goldthread.exchange.access import copies
from goldthread.exchange.annex_a_out import sheets
from goldthread.inspection import files
from goldthread.measures import cells, command
from goldthread.running import logs
from goldthread.web.api.problems import JSON
from goldthread.web.measures import publishing
from goldthread.web.printing import Facts, Heading, Listed, Paper, Quote, Table, Words, paper
from tests.house.source import imports, modules, name
from tests.web.one_child import NOW

FORMULAS = [
    "=1+1", "=cmd|' /C calc'!A0", "@SUM(1+1)", "+1", "-2+3", "\t=1+1", "\r=1+1", "\n=1+1", '=HYPERLINK("http://x","y")', " =1+1", "\u00a0=1+1", "\ufeff=1+1", "\u200b=1+1",
    "\u202e=1+1", "＝1+1", "＠SUM(1)", "＋1", "－1", "|calc", "%0A=1", "'=1+1", "''=1+1", "=DDE(\"cmd\";\"/C calc\";\"x\")", '"=1+1', ";=1+1", "a,=1+1", "x\n=1+1", "\0=1",
]  # fmt: skip
WORDS = [
    "", "'", "''", "'tis", "Ọmọ said “toast & jam”", "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "{{ 7*7 }}", "{% debug %}", "#panic()", "النسيم", "a\u202eb",
    "x" * 30_000, 'a"b', "a\r\nSet-Cookie: x=1", "\\u0000", "O'Neil", "50%", "7 - 2", "a=b", "me@example.org", "_x0041_", "李", "😀",
]  # fmt: skip
EVERYTHING = [*FORMULAS, *WORDS]

WRITERS = {"csv", "xlsxwriter", "openpyxl", "pyarrow.csv", "pyarrow.parquet"}
"""What a module imports that writes tables."""
READS, TYPED, CODES = "reads them only", "columns of types, opened by no spreadsheet as formulas", "codes of our own rules and counts, nobody’s words"
RULES = {
    "goldthread.exchange.delimited": READS, "goldthread.inspection.published": READS, "goldthread.measures.export": TYPED, "goldthread.exchange.events_out.writing": TYPED,
    "goldthread.duties.replay.summary": CODES, "goldthread.web.measures.publishing": "as_csv", "goldthread.measures.command": "from_command", "goldthread.exchange.annex_a_out.sheets": "as_sheet",
}  # fmt: skip
DOWNLOADS = {
    "goldthread.web.trails.views", "goldthread.web.loading.views", "goldthread.web.measures.report_views", "goldthread.web.measures.views", "goldthread.web.inspector.views",
    "goldthread.web.printing.answer", "goldthread.web.access.views", "goldthread.web.reports.file_views", "goldthread.web.recording",
}  # fmt: skip
IN_NAMES = {"reach.today.isoformat()", "number", "shown.code", "divided.by", "last.isoformat()", "found.lists_on.isoformat()", 'slugify(title) or "goldthread"'}
"""What a file's name is put together from where it is not made safe by the framework: days, numbers and codes of ours."""


# Whatever writes


def writes(module):
    source = module.read_text()
    return any(one.partition(".")[0] in source for one in WRITERS) and any(one in WRITERS or one.rpartition(".")[0] in WRITERS for one, _ in imports(module))


def test_every_module_that_writes_tables_has_a_rule():
    assert {name(module) for module in modules() if writes(module)} == set(RULES)


def test_every_module_that_hands_files_over_is_known_and_its_names_hold_nobodys_words():
    sources = {name(module): module.read_text() for module in modules()}
    assert {module for module, source in sources.items() if "Content-Disposition" in source} == DOWNLOADS
    named = {part for source in sources.values() for whole in re.findall(r"filename=\"(.*)\"'", source) for part in re.findall(r"\{([^{}]+)\}", whole)}
    assert named == IN_NAMES


def test_what_names_a_file_of_somebodys_cannot_forge_a_header():
    for words in EVERYTHING:
        for made in (files.safe_name(words), files.safe_name(words, files.PDF)):
            assert not re.search(r'[\x00-\x1f"\\/;\u202a-\u202e\u2066-\u2069<>]', made) and made


# Tables


def as_csv(words):
    return publishing.as_csv(("Words",), [(one,) for one in words])


def from_command(words, tmp_path):
    file = tmp_path / "figures.csv"
    command._write(file, [("cp_seen_in_time", "2026-10-31", one, -1, 2, 0, -0.5) for one in words])
    return file.read_bytes()


def rows_of(data):
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))[1:]


def dangerous(cell):
    """Told apart from what is tested: anything but what stands in words, before it or in its place."""
    return re.match(r"[^\w\"'“#<{;a\\]*[=+\-@|%＝＋－＠]|[\t\r\n]", cell) is not None


def test_no_cell_of_a_table_is_run_and_every_word_is_read_back(tmp_path):
    for data, column in ((as_csv(EVERYTHING), 0), (from_command(EVERYTHING, tmp_path), 2)):
        found = [row[column] for row in rows_of(data)]
        assert [cell for cell in found if dangerous(cell)] == []
        assert [cells.own_words(cell) for cell in found] == EVERYTHING


def test_numbers_of_a_table_stay_numbers(tmp_path):
    assert rows_of(from_command(["East"], tmp_path)) == [["cp_seen_in_time", "2026-10-31", "East", "-1", "2", "0", "-0.5"]]


@pytest.mark.parametrize("words", ["'" * marks + rest for marks in range(4) for rest in ("", "=1", "a", "-", " @")])
def test_marking_is_undone_to_the_letter(words):
    assert cells.own_words(cells.inert(words)) == words


# Sheets


def as_sheet(words):
    """A sheet with a word in each row, as the lists of Annex A are written."""
    to = BytesIO()
    book = xlsxwriter.Workbook(to, {"constant_memory": True})
    sheet = sheets._Sheet(book, 1, 2024, sheets._Whole(book))
    for one in words:
        sheet.row((one,))
    book.close()
    return to.getvalue()


def as_opened(value):
    """As a spreadsheet shows it: what XML cannot carry is written by its code, which the library that reads here leaves as it stands."""
    return re.sub("_x([0-9A-Fa-f]{4})_", lambda code: chr(int(code[1], 16)), value)


def test_no_cell_of_a_sheet_is_a_formula_or_a_link_and_every_word_is_read_back():
    data = as_sheet([words for words in EVERYTHING if words])
    read = [row[0] for row in openpyxl.load_workbook(BytesIO(data)).active.iter_rows(min_row=2, max_col=1)]
    assert {cell.data_type for cell in read} == {"s"} and not any(cell.hyperlink for cell in read)
    said = [sheets.text(words) for words in EVERYTHING if words]
    assert [as_opened(cell.value) for cell in read] == said
    assert [words for words, cell in zip(said, read, strict=True) if dangerous(words) and not cell.quotePrefix] == []
    with zipfile.ZipFile(BytesIO(data)) as packed:
        inside = b" ".join(packed.read(part) for part in packed.namelist())
    assert not re.search(rb"<f[ >]|hyperlink|ddeLink|externalLink", inside)


# Paper, JSON, logs


def test_paper_holds_the_words_and_nothing_that_acts():
    said = [words for words in EVERYTHING if words.strip() and len(words) < 1000]
    blocks = (Heading("Words"), Listed(said), Quote(said[0], said[1]), Facts([(words, words) for words in said]), Table(("A",), [(words,) for words in said]), *map(Words, said))
    data = paper(Paper("{{ 7*7 }} =1+1", "<script>", "=cmd|' /C calc'!A0", NOW, blocks))
    assert not re.search(rb"/(JavaScript|JS|Launch|SubmitForm|ImportData|EmbeddedFile|RichMedia|OpenAction|AA|URI)\b", data)
    document = pypdfium2.PdfDocument(data)
    found = re.sub(r"\s+", "", "".join(page.get_textpage().get_text_range() for page in document))
    document.close()
    for words in ("=cmd|'/Ccalc'!A0", "<script>alert(1)</script>", "{{7*7}}", "@SUM(1+1)", "#panic()", "Set-Cookie:x=1", "[fullwidthequalssign]1+1"):
        assert words in found, words


def test_a_thousand_letters_that_no_font_has_are_spelt_in_a_few_tries():
    rare = " ".join(chr(0x20000 + number) for number in range(1000))
    began = time.perf_counter()
    data = paper(Paper("A name", "Wrenford", "Miriam", NOW, (Facts([("é", f"{rare} 😀 seen")]),)))
    assert time.perf_counter() - began < 30 and data.startswith(b"%PDF")


def test_a_copy_of_a_record_as_json_gives_every_word_back():
    from goldthread.exchange.access.whole import Everything

    whole = Everything(**{**dict.fromkeys(Everything.__dataclass_fields__, ()), "reference": "WR-1", "name": "=1+1", "identifiers": [(words, words) for words in EVERYTHING]})
    told = json.loads(copies.as_json(whole, NOW))
    assert [one["value"] for one in told["identifiers"]] == EVERYTHING


def test_a_line_of_the_log_is_one_line_without_anybodys_words():
    import logging

    for words in EVERYTHING:
        if not words.strip("'"):
            continue
        record = logging.LogRecord("goldthread.api", logging.ERROR, "x.py", 1, "Somebody was refused: %s", (words,), None)
        written = json.dumps(logs.line(record))
        assert "\n" not in written and (len(words) < 4 or json.dumps(words)[1:-1] not in written)


def test_problems_are_sent_as_json_that_no_browser_runs():
    assert JSON == "application/problem+json"
