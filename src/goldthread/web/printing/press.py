"""Makes PDFs with Typst: tagged so that a screen reader finds its way, with the authority, the moment and page numbers.

Everything that somebody wrote travels as JSON beside the template, so nothing in it can be read as markup or open a file.
"""

import json
import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path

import typst

from goldthread.web import wording
from goldthread.web.printing.blocks import Block, Pair, Picture, Together
from goldthread.web.printing.pictures import standing_alone
from goldthread.web.turning import MARKS

TEMPLATES = Path(__file__).resolve().parent
NOT_PRINTED = re.compile(rf"[\x00-\x08\x0b-\x1f\x7f-\x9f{MARKS}\ufffe\uffff\ud800-\udfff]")
UNBROKEN = re.compile(r"(\S{60})(?=\S)")
NO_LETTER = re.compile(r"the text `\"(.*?)\"` could not be displayed", re.DOTALL)
CODE = re.compile(r"\\u\{([0-9a-f]+)\}")  # how Typst writes a character that has no letter of its own
ONE_BY_ONE = 12  # each costs another try: after so many the rest of their script is spelt, too
STANDARD = "ua-1"  # PDF/UA: headings, tables, pictures and the language are told to a screen reader


class PrintingError(Exception):
    """The document could not be made. The message says what was wrong with it."""


@dataclass(frozen=True, slots=True)
class Paper:
    """A document: its title and the line under it, whose it is, who printed it and when, and what stands on it."""

    title: str
    authority: str
    printed_by: str
    at: datetime
    blocks: Sequence[Block]
    under: str = ""
    wide: bool = False  # sheets lie on their side, for tables of many columns

    def printed(self) -> str:
        """'Printed by Miriam Tarnbrook, Fri 20 Nov 2026, 5:28pm'."""
        return f"Printed by {self.printed_by}, {wording.moment_words(self.at)}"


def paper(told: Paper) -> bytes:
    """The document as a PDF."""
    data = {
        "title": told.title,
        "under": told.under,
        "authority": told.authority,
        "printed": told.printed(),
        "wide": told.wide,
        "blocks": [_block(block) for block in told.blocks],
    }
    return document("paper", data, at=told.at)


def _block(block: Block) -> dict[str, object]:
    fields = block._asdict()
    if isinstance(block, Pair):
        return fields | {"picture": _block(block.picture), "table": _block(block.table)}
    if isinstance(block, Together):
        return fields | {"blocks": [_block(one) for one in block.blocks]}
    return fields | {"svg": standing_alone(block.svg)} if isinstance(block, Picture) else fields


def document(template_name: str, data: dict, *, at: datetime) -> bytes:
    """A PDF of `<template_name>.typ` in this folder, which finds `data` (anything JSON can carry) with `told` of base.typ.

    `data` has at least "title", "authority" and "printed". `at` is the moment that stands in the file as its making, so
    that the same values make the same bytes. A character for which no font here has a letter is spelt by its name: no word is
    lost, and every document can be made. Raises PrintingError where the template cannot be set.
    """
    spelt: dict[str, str] = {}
    while True:
        told = json.dumps(_printable(data, spelt), default=str, ensure_ascii=False)
        try:
            return _compiler().compile(
                TEMPLATES / f"{template_name}.typ", format="pdf", sys_inputs={"told": told}, pdf_standards=STANDARD, timestamp=int(at.timestamp())
            )  # fmt: skip
        except typst.TypstError as trouble:
            without = _without_a_letter(trouble.message).difference(spelt)
            if len(spelt) >= ONE_BY_ONE:
                without |= {character for character in told if not character.isascii() and _script(character) in map(_script, without)}
            if not without:
                raise PrintingError(f"“{data.get('title', template_name)}” could not be printed: {trouble.message}") from trouble
            spelt |= {character: f"[{_name(character).lower()}]" for character in without}


def _name(character: str) -> str:
    return unicodedata.name(character, f"U+{ord(character):04X}")


def _script(character: str) -> str:
    """ARABIC, CJK: how the names of one script begin."""
    return _name(character).partition(" ")[0].partition("-")[0]


def _without_a_letter(message: str) -> set[str]:
    """The characters of a text that cannot be set because the fonts have no letter for it; none where it is something else that is wrong."""
    found = NO_LETTER.search(message)
    written = CODE.sub(lambda code: chr(int(code[1], 16)), found[1]) if found else ""
    return {character for character in written if not character.isascii()}


def _printable(value: object, spelt: Mapping[str, str]) -> object:
    """Without what turns or hides the words after it, and with a place to break in every word that is too long for a line."""
    if isinstance(value, str):
        shown = NOT_PRINTED.sub("", value).translate(str.maketrans(dict(spelt)))
        return UNBROKEN.sub("\\1\u200b", shown)
    if isinstance(value, dict):
        return {key: part if key == "svg" else _printable(part, spelt) for key, part in value.items()}
    return [_printable(part, spelt) for part in value] if isinstance(value, list | tuple) else value


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts()


def _compiler() -> typst.Compiler:
    """Sees nothing but this folder, and no package of anybody else's."""
    return typst.Compiler(root=TEMPLATES, font_paths=_fonts(), package_path=TEMPLATES / "none")
