"""How the text of one cell becomes a value: a day, a code, a number, yes or no, an identifier, words."""

import difflib
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, time
from functools import partial

from goldthread.exchange import days

MANY = "\ue000"
"""Joins the values of a cell that holds several codes."""

_SPACES = re.compile(r"[\s\u00a0\u200b\ufeff\x00-\x1f\x7f]+")
_WHOLE = re.compile(r"[+-]?\d{1,9}(?:\.0+)?", re.ASCII)
_IDENTIFIER = re.compile(r"[A-Za-z0-9][A-Za-z0-9_./ \-]{0,35}", re.ASCII)
_UPN = re.compile(r"[A-Z]\d{11}[A-Z0-9]", re.ASCII)
_UPN_UNKNOWN = re.compile(r"UN(?:[1-9]|10)", re.ASCII)
_POSTCODE = re.compile(r"[A-Z]{1,2}\d[A-Z\d]?(\d[A-Z]{2})?", re.ASCII)
_BLANKS = frozenset({"", "null", "none", "nan", "n/a", "#n/a"})
_YES = frozenset({"true", "t", "yes", "y", "1", "1.0"})
_NO = frozenset({"false", "f", "no", "n", "0", "0.0"})


class Unreadable(ValueError):
    """The cell has no meaning in this column. The argument completes 'SEX is "…", '; `instead` is what can be kept."""

    def __init__(self, reason: str, instead: object = None) -> None:
        super().__init__(reason)
        self.reason = reason
        self.instead = instead


@dataclass(frozen=True, slots=True, eq=False)
class Kind:
    """How one kind of cell is read.

    `parse` takes cleaned, non-blank text and gives the value or raises `Unreadable`; `from_number` is asked first
    where a workbook holds a bare number. `codes` are the permitted codes if there are any; `terms` say from and
    to which return year a code belongs, for those that have not always been there.
    """

    parse: Callable[[str], object]
    from_number: Callable[[float], object] | None = None
    codes: frozenset[str] = frozenset()
    terms: Mapping[str, tuple[int, int]] = field(default_factory=dict)

    def read(self, cell: object) -> object:
        """The value of a raw cell: None where it is blank. Raises `Unreadable`."""
        if self.from_number and type(cell) in (int, float):
            return self.from_number(cell)
        text = cell_text(cell)
        return None if text.lower() in _BLANKS and text.upper() not in self.codes else self.parse(text)


def cell_text(cell: object) -> str:
    """What a cell says, spaces tidied: 1.0 is "1", a date is yyyy-mm-dd."""
    if isinstance(cell, str):
        return _SPACES.sub(" ", cell).strip()
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < 1e15 else repr(cell)
    if isinstance(cell, datetime):
        return cell.isoformat(" ") if cell.time() != time() else cell.date().isoformat()
    return "" if cell is None else str(cell)


def _day(reader: Callable[..., object], given: object) -> object:
    try:
        return reader(given)
    except days.NotADay as reason:
        raise Unreadable(str(reason)) from None


DAY = Kind(partial(_day, days.day_from), partial(_day, days.day_from_sheet_number))
PART_DAY = Kind(partial(_day, days.part_or_whole_day_from), partial(_day, days.day_from_sheet_number))


def _words(text: str) -> str:
    return text


TEXT = Kind(_words)


def _identifier(text: str) -> str:
    text = text[:-2] if text.endswith(".0") and text[:-2].isdigit() else text
    if _IDENTIFIER.fullmatch(text):
        return text
    if len(text) > 36:
        raise Unreadable("which is longer than an identifier can be (20 letters and figures)")
    raise Unreadable("which is not an identifier (letters and figures)")


IDENTIFIER = Kind(_identifier)


def _upn(text: str) -> str:
    text = text.upper().replace(" ", "")
    if _UPN.fullmatch(text) or _UPN_UNKNOWN.fullmatch(text):
        return text
    raise Unreadable("which is not a unique pupil number (a letter and twelve figures, or UN1 to UN10)")


UPN = Kind(_upn)


def _postcode(text: str) -> str:
    bare = text.upper().replace(" ", "")
    if found := _POSTCODE.fullmatch(bare):
        return f"{bare[:-3]} {bare[-3:]}" if found[1] else bare
    raise Unreadable("which is not a postcode")


POSTCODE = Kind(_postcode)


def _urn(text: str) -> str:
    text = text[:-2] if text.endswith(".0") else text
    if re.fullmatch(r"[A-Za-z]{0,2}\d{5,8}|X{7}", text, re.ASCII | re.IGNORECASE):
        return text.upper()
    raise Unreadable("which is not an Ofsted reference number (seven figures, or XXXXXXX while it is expected)")


URN = Kind(_urn)


def _flag(text: str) -> bool:
    if (lower := text.lower()) in _YES:
        return True
    if lower in _NO:
        return False
    raise Unreadable("which is neither yes nor no (1 or 0, true or false)")


FLAG = Kind(_flag)


def number(least: int = 0, most: int = 9999) -> Kind:
    """Whole numbers from `least` to `most`; 1.0 is 1."""

    def parse(text: str) -> int:
        if not _WHOLE.fullmatch(text):
            raise Unreadable("which is not a whole number")
        if not least <= (value := int(float(text))) <= most:
            raise Unreadable(f"which is outside {least} to {most}")
        return value

    return Kind(parse)


def coded(
    codes: Iterable[str], named: str, terms: Mapping[str, tuple[int, int]] | None = None, also: Mapping[str, str] | None = None
) -> Kind:
    """One of `codes`, in any case, with or without words after it ("N1 - Abuse or neglect").

    `named` completes "which is not one of the …"; `also` gives other spellings of a code.
    """
    known = {code.upper(): code for code in codes} | {k.upper(): v for k, v in (also or {}).items()}
    return Kind(partial(_code, known, named), None, frozenset(codes), terms or {})


def several(one: Kind) -> Kind:
    """Any number of values of kind `one`, joined by `MANY`. Those that cannot be read are left out and told."""

    def parse(text: str) -> tuple[object, ...]:
        values: list[object] = []
        reasons: list[str] = []
        for part in filter(None, (p.strip() for p in text.split(MANY))):
            try:
                values.append(one.parse(part))
            except Unreadable as fault:
                reasons.append(f"“{part}” {fault.reason.removeprefix('which ')}")
        if reasons:
            raise Unreadable("in which " + "; ".join(reasons), tuple(values))
        return tuple(values)

    return Kind(parse, None, one.codes)


def _code(known: Mapping[str, str], named: str, text: str) -> str:
    upper = text.upper()
    found = known.get(upper) or known.get(upper.removesuffix(".0"))
    if found:
        return found
    first = re.split(r"[\s:\-–]", upper, maxsplit=1)[0]
    if first != upper and first in known:
        return known[first]
    raise Unreadable(_not_one_of(known, named, upper))


def _not_one_of(known: Mapping[str, str], named: str, upper: str) -> str:
    codes = sorted(set(known.values()))
    shown = ", ".join(codes[:8]) + (f" and {len(codes) - 8} more" if len(codes) > 8 else "")
    near = difflib.get_close_matches(upper[:40], known, n=1, cutoff=0.7)
    hint = f"; {known[near[0]]} may be meant" if near else ""
    return f"which is not one of the {named} ({shown}){hint}"

