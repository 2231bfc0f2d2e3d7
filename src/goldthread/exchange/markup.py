"""XML returns, child by child: a child that cannot be read never costs the next one, and nothing is ever expanded."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lxml import etree

LONGEST_CHILD = 8_000_000
LONGEST_PROLOGUE = 100_000
LONGEST_TAG = 128

_DECLARED = re.compile(r"<\?xml[^>]*?encoding\s*=\s*[\"']([\w.:\-]+)[\"']", re.IGNORECASE)
_SKIP = re.compile(r"\s+|<\?.*?\?>|<!--.*?-->", re.DOTALL)
_ROOT = re.compile(r"<(?:[\w.\-]+:)?([A-Za-z_][\w.\-]*)")
_PREFIX = re.compile(r"(</?)[\w.\-]+:(?=[A-Za-z_])")
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


class Refused(Exception):
    """The file is not read at all. Its argument is the sentence that says why."""


@dataclass
class Broken:
    """A child, or the end of the file, that could not be read: the line and the sentence."""

    line: int
    message: str


@dataclass
class Child:
    """One child's element and the line it begins on; lines inside count from there."""

    element: etree._Element
    line: int

    def line_of(self, element: etree._Element) -> int:
        """The line of the file on which an element within this child begins."""
        return self.line + (element.sourceline or 1) - 1


class Scan:
    """Cuts the text of a document into its children, in memory bounded by the longest of them.

    `before` is the text ahead of the first child, `dropped` how many characters XML forbids were left out.
    """

    def __init__(self, root: str, tag: str) -> None:
        named = rf"(?:[\w.\-]+:)?{tag}"
        self._tokens = re.compile(
            rf"<(?:(?P<skip>!--|!\[CDATA\[)|(?P<empty>{named}\s*/>)|(?P<open>{named}(?=[\s>]))|(?P<close>/{named}\s*>)"
            rf"|(?P<end>/(?:[\w.\-]+:)?{root}\s*>))"
        )
        self._plain_end, self._plain_starts = f"</{tag}>", (f"<{tag}>", f"<{tag} ", "<!")
        self._root = root
        self._parser = _parser()
        self._tokens = re.compile(
            rf"(?P<skip><!--|<!\[CDATA\[)|(?P<empty><{named}\s*/>)|(?P<open><{named}(?=[\s>]))|(?P<close></{named}\s*>)"
            rf"|(?P<end></(?:[\w.\-]+:)?{root}\s*>)"
        )
        self.before = ""
        self.dropped = 0
        self._closed = False
        self._read = 0
        self._text = ""
        self._at = 0  # where the next token is looked for
        self._begun = -1  # where a child begins that has not ended yet
        self._odd = 0  # up to here no child ends plainly: looked for once, however many comments stand before it
        self._line = 1  # the line of ...
        self._counted = 0  # ... this place in the text

    def children(self, pieces: Iterable[str]) -> Iterator[Child | Broken]:
        """Every child in the text, or in its place why it could not be read."""
        for piece in pieces:
            self._text += self._clean(piece)
            yield from self._cut()
            self._trim()
            if len(self._text) > LONGEST_CHILD:
                yield Broken(self._line, f"What begins here goes on for over {LONGEST_CHILD:,} characters without an end and was left out.")
                self._begun, self._at = -1, len(self._text)
                self._trim()
        if fault := self._breaks_off():
            yield fault

    def _breaks_off(self) -> Broken | None:
        if self._begun >= 0:
            return Broken(
                self._line_at(self._begun),
                f"The file breaks off inside the child that begins here. That child was left out; {_count(self._read)} before it.",
            )
        if not self._closed:
            return Broken(
                self._line_at(len(self._text)),
                f"The file ends without closing {self._root}, so it may be cut short; {_count(self._read)}.",
            )
        return None

    def _clean(self, piece: str) -> str:
        if _FORBIDDEN.search(piece):
            piece, dropped = _FORBIDDEN.subn("", piece)
            self.dropped += dropped
        return piece

    def _cut(self) -> Iterator[Child | Broken]:
        while (end := self._plain_child()) or (token := self._tokens.search(self._text, self._at)):
            if end:
                self._at = end
                yield self._child(self._text[self._begun : end])
                self._begun = -1
                continue
            if token.lastgroup == "skip":
                skipped = self._text.find("-->" if token[0] == "<!--" else "]]>", token.end())
                if skipped < 0:
                    self._at = token.start()
                    return
                self._at = skipped + 3
                continue
            self._at = token.end()
            if token.lastgroup == "open":
                if self._begun >= 0:
                    yield Broken(self._line_at(self._begun), "The child that begins here is not closed before the next one begins. It was left out.")
                elif not self._read:
                    self.before = (self.before + self._text[: token.start()])[:LONGEST_PROLOGUE]
                self._begun = token.start()
            elif token.lastgroup == "close" and self._begun >= 0:
                yield self._child(self._text[self._begun : self._at])
                self._begun = -1
            elif token.lastgroup == "end":
                self._closed = True
        self._at = max(self._at, len(self._text) - LONGEST_TAG)

    def _plain_child(self) -> int:
        """Where the child that has begun ends, if nothing in between needs a closer look; 0 otherwise."""
        if self._begun < 0 or self._at < self._odd:
            return 0
        end = self._text.find(self._plain_end, self._at)
        if end < 0 or any(self._text.find(start, self._at, end) >= 0 for start in self._plain_starts):
            self._odd = len(self._text) if end < 0 else end
            return 0
        return end + len(self._plain_end)

    def _trim(self) -> None:
        keep = self._begun if self._begun >= 0 else self._at
        self._line_at(keep)
        if not self._read and self._begun < 0:
            self.before = (self.before + self._text[:keep])[:LONGEST_PROLOGUE]
        self._text = self._text[keep:]
        self._at -= keep
        self._odd = max(0, self._odd - keep)
        self._counted = 0
        self._begun = min(self._begun, 0)

    def _line_at(self, place: int) -> int:
        self._line += self._text.count("\n", self._counted, place)
        self._counted = place
        return self._line

    def _child(self, chunk: str) -> Child | Broken:
        line = self._line_at(self._begun)
        try:
            element = etree.fromstring(_unprefixed(chunk), self._parser)
        except etree.XMLSyntaxError as fault:
            at = line + (fault.lineno or 1) - 1
            return Broken(at, f"The child that begins on line {line} is not well-formed XML ({_said(fault)}). That child was left out.")
        self._read += 1
        return Child(element, line)


def _count(read: int) -> str:
    return "one child was read" if read == 1 else f"{read} children were read"


def declared_encoding(head: bytes) -> str:
    """The encoding that an XML declaration claims, or ""."""
    found = _DECLARED.search(head[:400].decode("latin-1").replace("\0", ""))
    return found[1] if found else ""


def root_of(head: str) -> str:
    """The name of the root element. Raises `Refused` for a document that declares a type or has no root."""
    head = _FORBIDDEN.sub("", head.lstrip("\ufeff"))
    at = 0
    while skip := _SKIP.match(head, at):
        at = skip.end()
    if head[at : at + 9].upper() in ("<!DOCTYPE", "<!ENTITY "):
        raise Refused(
            "The file declares a document type of its own (DOCTYPE), through which a small file can grow without end or "
            "reach for other files. Returns never need one. Nothing of it was read; export the return again without it."
        )
    found = _ROOT.match(head, at)
    if not found:
        raise Refused("The file begins like XML but has no element to read.")
    return found[1]


def _parser() -> etree.XMLParser:
    return etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True)


def _unprefixed(chunk: str) -> bytes:
    return (_PREFIX.sub(r"\1", chunk) if ":" in chunk else chunk).encode("utf-8", "replace")


def _said(fault: etree.XMLSyntaxError) -> str:
    return str(fault.msg).split(", line")[0]
