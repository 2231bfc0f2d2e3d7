"""Files made to fill the memory or to take for ever: each is told in a sentence, in bounded memory, before much time, and costs the next one nothing.

One program reads them all, so that the memory it took at most is an upper bound for each.
"""

import json
import os
import struct
import subprocess
import sys
import zipfile

import pytest

from tests.house.source import PROJECT

MEGABYTES, SECONDS = 400, 20
HEAD = "<?xml version='1.0' encoding='utf-8'?>\n<Message>\n<Children>\n"
TAIL = "<Child><ChildIdentifiers><LAchildID>A2</LAchildID><PersonBirthDate>2015-01-25</PersonBirthDate></ChildIdentifiers></Child>\n</Children>\n</Message>\n"
MAIN, REL = "http://schemas.openxmlformats.org/spreadsheetml/2006/main", "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
READ = """
import json, sys, time
from benchmarks.memory import most_held
from goldthread.exchange import weighing
from goldthread.exchange.reading import Reading
weighing.MEMORY = 500_000_000
told = {}
for path in sys.argv[1:]:
    began, reading = time.perf_counter(), Reading.of([path])
    rows = [row.values.get("LAchildID") for row in reading.rows()]
    told[path.rpartition("/")[2]] = time.perf_counter() - began, rows, len(reading.faults), reading.faults[0].message, reading.faults[0].file
print(json.dumps([most_held(), told]))
"""


def child(inner):
    """A child that is a bomb, before one that is none."""
    return f"{HEAD}<Child>{inner}</Child>\n{TAIL}"


DOCUMENTS = {  # of each, the beginning of what is told, and whether the next child is still read
    "comments.xml": (child("<!---->" * 60_000), "LAchildID is blank"),
    "sections.xml": (child("<A>" + "<![CDATA[]]>" * 60_000 + "</A>"), "The element A is not part of this return"),
    "many_values.xml": (child("<ChildCharacteristics><Disabilities>" + "<Disability>HAND</Disability>" * 100_000 + "</Disabilities></ChildCharacteristics>"), "LAchildID is blank"),
    "many_names.xml": (child("".join(f"<a{n}/>" for n in range(100_000))), "The element a0 is not part of this return"),
    "attributes.xml": (child("<a " + " ".join(f'b{n}=""' for n in range(50_000)) + "/>"), "The element a is not part of this return"),
    "name_spaces.xml": (child("<a " + " ".join(f'xmlns:b{n}="u{n}"' for n in range(50_000)) + "/>"), "The element a is not part of this return"),
    "deep.xml": (child("<a>" * 200_000 + "</a>" * 200_000), "The child that begins on line 4 is not well-formed XML (Excessive depth"),
    "long_attribute.xml": (child('<a b="' + "x" * 7_000_000 + '"/>'), "The element a is not part of this return"),
}


def workbook(path, cells, shared=""):
    """The least that is a workbook."""
    parts = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}"><Relationship Id="r1" Type="{REL}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{REL}"><sheets><sheet name="List 1" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}"><Relationship Id="r1" Type="{REL}/worksheet" Target="worksheets/sheet1.xml"/>'
        f'<Relationship Id="r2" Type="{REL}/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{MAIN}"><sheetData><row r="1">{cells}</row></sheetData></worksheet>',
        "xl/sharedStrings.xml": f'<sst xmlns="{MAIN}"><si><t>{shared}</t></si></sst>',
    }  # fmt: skip
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in parts.items():
            packed.writestr(name, content)


def of_many_parts(path, count):
    """A list of very many parts, all of them the same few bytes."""
    name = b"[Content_Types].xml"
    first = struct.pack("<IHHHHHIIIHH", 0x04034B50, 20, 0, 0, 0, 0, 0, 0, 0, len(name), 0) + name
    line = struct.pack("<IHHHHHHIIIHHHHHII", 0x02014B50, 20, 20, 0, 0, 0, 0, 0, 0, 0, len(name), 0, 0, 0, 0, 0, 0) + name
    path.write_bytes(first + line * count + struct.pack("<IHHHHIIH", 0x06054B50, 0, 0, 65535, 65535, len(line) * count, len(first), 0))


def of_gigabytes(path):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("[Content_Types].xml", "x")
        with packed.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as part:
            for _ in range(750):
                part.write(bytes(1 << 20))


def of_itself(path):
    """A zip in a zip, as the one that unpacks for ever."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("lib 0.zip", bytes(1000))


def a_long_line(path):
    with path.open("w") as file:
        file.write("CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n")
        for _ in range(60):
            file.write("x," * 500_000)


MADE = {
    "far_away.xlsx": (lambda path: workbook(path, '<c t="n" r="A1"><v>1</v></c><c t="n" r=\'XFD1048576\'><v>1</v></c>'), "The sheet sheet1 has a value far away"),
    "far_and_renamed.xlsx": (lambda path: workbook(path, f'<x:c xmlns:x="{MAIN}" r="A1"><x:v>1</x:v></x:c><x:c xmlns:x="{MAIN}" r="XFD1048576"><x:v>1</x:v></x:c>'),
                             "Reading the workbook takes more memory or time than any return"),
    "one_text_often.xlsx": (lambda path: workbook(path, '<c t="s"><v>0</v></c>' * 3000, "x" * 2_000_000), "Reading the workbook takes more memory or time than any return"),
    "many_parts.xlsx": (lambda path: of_many_parts(path, 600_000), "The workbook has more than 5,000 parts"),
    "gigabytes.xlsx": (of_gigabytes, "The workbook unpacks to far more than a return ever holds"),
    "in_itself.zip": (of_itself, "This is a zip file. Unpack it"),
    "a_long_line.csv": (a_long_line, "Line 2 goes on for over 8,000,000 characters"),
}  # fmt: skip


@pytest.fixture(scope="module")
def told(tmp_path_factory):
    """(megabytes that were taken at most, what each file was told to be)."""
    folder = tmp_path_factory.mktemp("bombs")
    for name, (text, _) in DOCUMENTS.items():
        (folder / name).write_text(text)
    for name, (make, _) in MADE.items():
        make(folder / name)
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(PROJECT / "src"), str(PROJECT)])}
    done = subprocess.run([sys.executable, "-c", READ, *map(str, folder.iterdir())], env=environment, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stderr[-2000:]
    return json.loads(done.stdout)


def test_no_bomb_takes_more_memory_than_a_return_does(told):
    assert told[0] < MEGABYTES


@pytest.mark.parametrize("name", [*DOCUMENTS, *MADE])
def test_a_bomb_is_told_by_its_name_in_a_sentence_and_before_much_time(told, name):
    seconds, rows, faults, sentence, file = told[1][name]
    assert file == name and sentence.startswith({**DOCUMENTS, **MADE}[name][1]) and sentence.endswith(".")
    assert seconds < SECONDS and faults <= 300
    assert rows == (["A2"] if name in DOCUMENTS else [])
