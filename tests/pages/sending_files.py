"""What somebody or something may send in the place of the files that a form takes."""

import struct
from io import BytesIO
from urllib.parse import quote_plus
from zipfile import ZIP_DEFLATED, ZipFile

from hypothesis import strategies as some

BOUNDARY = "goldthread-tests-of-files"
MULTIPART = f"multipart/form-data; boundary={BOUNDARY}"


def packed(**parts):
    to = BytesIO()
    with ZipFile(to, "w", ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return to.getvalue()


NAMES = [
    "", " ", ".", "..", "../../etc/passwd", "/etc/passwd", "C:\\fakepath\\report.pdf", "a\0b.pdf", "\0", "report.pdf\0.exe", "\u202egpj.exe", "\u2066", "CON", ".htaccess", "-rf",
    "=cmd|' /C calc'!A0.csv", "<script>alert(1)</script>.csv", 'a"; filename="b.csv', "a\r\nContent-Type: text/html\r\n\r\nb", "\ud800.csv", "x" * 300 + ".csv", "𠀀" * 100 + ".csv",
    "李" * 200, "header_2020.csv", "a.csv", "a.csv/b.csv", "%2e%2e%2f", "report.pdf", "list.xlsx", "a/" * 300 + "b", "q.svg", "w.html",
]  # fmt: skip
CONTENTS = [
    b"", b"\0", b"\0" * 4096, b"CHILD,SEX,DOB\n90001,1,01/02/2010\n", b"\xff\xfeC\0H\0", b"\xef\xbb\xbf", b",,,\n" * 2000, b'"' * 3000, "Ọmọ,\u202e,=1+1\n".encode(),
    b"%PDF-1.7\n%%EOF", b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\ntrailer<</Root 1 0 R>>", b"%PDF-<html><script>alert(1)</script>", b"<html><script>alert(1)</script></html>",
    b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", b"PK\x03\x04not a zip", b"PK\x05\x06" + b"\0" * 18, packed(**{"xl/workbook.xml": "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"}),
    packed(**{"word/document.xml": "x" * 5_000_000}), packed(**{"../../planted": "x"}), b"\xd0\xcf\x11\xe0" * 200, b"\xff\xd8\xff", b"\xff\xd8\xff\xe0\0\x10JFIF" + b"\0" * 40,
    b"\x89PNG\r\n\x1a\n", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + struct.pack(">II", 1_000_000, 1_000_000), b"MZ\x90\0", b"GIF89a", b"%!PS", b"{" * 5000, bytes(range(256)) * 20,
]  # fmt: skip
TYPES = ["", "application/pdf", "text/csv", "application/x-msdownload", "text/html; charset=nonsense", "multipart/mixed; boundary=x", "image/png\0", "/", "text/plain; charset=\ud800"]
ONE = some.tuples(some.sampled_from(NAMES), some.sampled_from(TYPES), some.sampled_from(CONTENTS))


def any_files(names):
    """[(field, (file's name, type, content))]: none, one or several for each field that takes files, and for one that takes none."""
    for_each = [some.lists(ONE, max_size=3).map(lambda files, name=name: [(name, file) for file in files]) for name in sorted(names)]
    return some.tuples(*for_each, some.sampled_from([[], [("csrfmiddlewaretoken", ONE_MORE)], [("", ONE_MORE)]])).map(lambda lists: [file for files in lists for file in files])


ONE_MORE = ("more.csv", "text/csv", b"A,B\n")


def in_parts(words, files):
    """The body of a form with files as something that is no browser would send it: nothing in a name is escaped."""
    parts = [(f'name="{quote_plus(name)}"', "", value.encode("utf-8", "surrogatepass")) for name, values in words.items() for value in values]
    parts += [(f'name="{name}"; filename="{file}"', kind, content) for name, (file, kind, content) in files]
    body = b""
    for about, kind, content in parts:
        kind_line = f"Content-Type: {kind}\r\n" if kind else ""
        head = f"--{BOUNDARY}\r\nContent-Disposition: form-data; {about}\r\n{kind_line}\r\n"
        body += head.encode("utf-8", "surrogatepass") + content + b"\r\n"
    return body + f"--{BOUNDARY}--\r\n".encode()
