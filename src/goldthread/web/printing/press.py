"""Makes PDFs with Typst: tagged so that a screen reader finds its way, with the authority, the moment and page numbers.

Everything that somebody wrote travels as JSON beside the template, so nothing in it can be read as markup or open a file.
"""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path

import typst

from goldthread.web import wording
from goldthread.web.printing.blocks import Block, Pair, Picture, Together
from goldthread.web.printing.pictures import standing_alone

TEMPLATES = Path(__file__).resolve().parent
NOT_PRINTED = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufffe\uffff\ud800-\udfff]")
UNBROKEN = re.compile(r"(\S{60})(?=\S)")
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
    that the same values make the same bytes. Raises PrintingError where the template cannot be set.
    """
    try:
        return _compiler().compile(
            TEMPLATES / f"{template_name}.typ",
            format="pdf",
            sys_inputs={"told": json.dumps(_printable(data), default=str)},
            pdf_standards=STANDARD,
            timestamp=int(at.timestamp()),
        )
    except typst.TypstError as trouble:
        raise PrintingError(
            f"“{data.get('title', template_name)}” could not be printed: {trouble.message}"
        ) from trouble


def _printable(value: object) -> object:
    """Without what turns or hides the words after it, and with a place to break in every word that is too long for a line."""
    if isinstance(value, str):
        return UNBROKEN.sub("\\1\u200b", NOT_PRINTED.sub("", value))
    if isinstance(value, dict):
        return {key: part if key == "svg" else _printable(part) for key, part in value.items()}
    return [_printable(part) for part in value] if isinstance(value, list | tuple) else value


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts()


def _compiler() -> typst.Compiler:
    """Sees nothing but this folder, and no package of anybody else's."""
    return typst.Compiler(root=TEMPLATES, font_paths=_fonts(), package_path=TEMPLATES / "none")
