"""What may be sent is told by its content; what is refused is refused in a sentence."""

import zipfile
from io import BytesIO

import pytest

from goldthread.inspection import files
from goldthread.inspection.models import File
from tests.inspection.held import NOW, pdf

JPEG = b"\xff\xd8\xff\xe0\x00\x10JFIF" + b"\0" * 20


def packed(*parts, content=b"<x/>"):
    into = BytesIO()
    with zipfile.ZipFile(into, "w", zipfile.ZIP_DEFLATED) as archive:
        for part in parts:
            archive.writestr(part, content)
    return into.getvalue()


@pytest.mark.parametrize(
    "data, name, media",
    [
        (pdf(), "report.pdf", files.PDF),
        (b"\n\n" + pdf(), "report.doc", files.PDF),
        (JPEG, "board.pdf", files.JPEG),
        (b"\x89PNG\r\n\x1a\n....", "x.png", files.PNG),
        ("What young people said: “fine”".encode(), "said.txt", files.TEXT),
        (b"record,agrees\n1,yes\n", "audit.CSV", files.SHEET),
        (packed("[Content_Types].xml", "word/document.xml"), "letter.docx", files.OFFICE["word/document.xml"]),
        (packed("[Content_Types].xml", "xl/workbook.xml"), "audit.xlsx", files.OFFICE["xl/workbook.xml"]),
    ],
)
def test_a_file_is_what_its_content_is_whatever_its_name(data, name, media):
    assert files.kind_of(data, name) == media


@pytest.mark.parametrize(
    "data, name, sentence",
    [
        (b"", "empty.pdf", "“empty.pdf”: it has 0 bytes"),
        (b"<!DOCTYPE html><title>Report not found</title>", "report.pdf", "a web page or other markup, whatever its name says"),
        (b"<html><body>%PDF-1.4", "both.pdf", "a web page"),
        (b"<?xml version='1.0'?><!DOCTYPE x [<!ENTITY a 'b'>]><x>&a;</x>", "bomb.txt", "a web page or other markup"),
        (b"name\n<script>alert(1)</script>\n", "list.csv", "not kept here"),
        (b"<svg xmlns='x' onload='alert(1)'/>", "picture.png", "markup"),
        (packed("a.txt"), "folder.zip", r"a packed folder \(zip\)"),
        (packed("word/document.xml", "word/vbaProject.bin"), "letter.docx", "macros"),
        (packed("xl/workbook.xml", *(f"p{n}" for n in range(5001))), "many.xlsx", "more than 5,000 parts"),
        (b"PK\x03\x04 and no more", "cut.docx", "is damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old.doc", "an older office file"),
        (b"MZ\x90\0\x03", "setup.exe", "a kind that is not known"),
    ],
)
def test_what_may_do_harm_or_cannot_be_told_is_refused_in_a_sentence(data, name, sentence):
    with pytest.raises(files.NotKept, match=sentence):
        files.kind_of(data, name)


def test_a_file_of_sixty_megabytes_is_refused_before_it_is_looked_at():
    with pytest.raises(files.NotKept, match="is 60 MB. At most 40 MB are kept"):
        files.kind_of(b"%PDF-" + b"0" * (60 * files.MEGABYTE - 5), "large.pdf")


def test_a_packed_file_is_listed_and_never_unpacked(monkeypatch):
    lump = packed("word/document.xml", content=b"0" * 10_000_000)
    monkeypatch.setattr(zipfile.ZipFile, "open", lambda *_, **__: pytest.fail("something was unpacked"))
    assert files.kind_of(lump, "lump.docx") == files.OFFICE["word/document.xml"]


@pytest.mark.parametrize(
    "name, safe",
    [
        ("../../etc/passwd", "passwd.pdf"),
        ("C:\\reports\\Wrenford 2026.PDF", "Wrenford 2026.pdf"),
        ("..", "file.pdf"),
        ("", "file.pdf"),
        ('a"\r\nX-Evil: 1.pdf', "a_X-Evil_ 1.pdf"),
        ("report.pdf.exe", "report.pdf.pdf"),
        ("<b>.pdf", "b.pdf"),
        ("x" * 500 + ".pdf", "x" * 120 + ".pdf"),
        ("Bericht für Ōtara.pdf", "Bericht für Ōtara.pdf"),
    ],
)
def test_a_name_cannot_climb_hide_or_run(name, safe):
    assert files.safe_name(name, files.PDF) == safe


def test_the_same_content_sent_twice_is_two_files_with_one_fingerprint(miriam):
    one, other = (files.keep_file(JPEG, name, now=NOW, by=miriam) for name in ("a.jpeg", "b.pdf"))
    assert one.sha256 == other.sha256 == files.fingerprint(JPEG)
    assert [f.name for f in File.objects.order_by("pk")] == ["a.jpg", "b.jpg"]
    assert bytes(File.objects.get(pk=one.pk).content) == JPEG
