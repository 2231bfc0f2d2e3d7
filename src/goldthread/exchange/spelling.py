"""One code for the many ways people write it: the code itself, a template's letter, or words."""

import re
from collections.abc import Mapping, Sequence
from functools import cache

from goldthread.exchange.kinds import Kind, Unreadable

Words = Sequence[tuple[str, str]]
"""Patterns over tidied lower-case text, tried in order, and the code each stands for."""

_DASHES = re.compile("[\u2010-\u2015\u2212]")
_QUOTES = re.compile("['`´‘’“”\"?*~]|â€™|â\u0080\u0099|ã¢â‚¬â„¢")
_NOT_WORD = re.compile(r"[^a-z0-9&+><()/]+")


def plain(text: str) -> str:
    """Lower case, one kind of dash and space, no quotation marks, & as and."""
    text = _QUOTES.sub("", _DASHES.sub("-", text).lower()).replace("&", " and ").replace("+", " and ")
    return _NOT_WORD.sub(" ", text).strip()


class Spelling:
    """Finds the code in a cell.

    `named` completes "which is not one of the …". `exact` are whole cells (tidied) with a code of their own;
    `codes` is a pattern that finds a code standing at the start or in brackets, `again` maps what it finds to the
    code of today; `words` are tried on the tidied text. The order is exact, codes, words.
    """

    def __init__(
        self, named: str, codes: str = "", words: Words = (), exact: Mapping[str, str] | None = None, again: Mapping[str, str] | None = None
    ) -> None:
        self.named = named
        self._codes = re.compile(codes, re.IGNORECASE) if codes else None
        self._words = [(re.compile(pattern), code) for pattern, code in words]
        self._exact = dict(exact or {})
        self._again = dict(again or {})
        self.code = cache(self._find)

    def _find(self, text: str) -> str:
        """The code, or "" where the text names none."""
        tidied = plain(text)
        if tidied in self._exact:
            return self._exact[tidied]
        if self._codes and (found := self._codes.search(text.strip())):
            code = next(group for group in found.groups() if group).upper()
            return self._again.get(code, code)
        return next((code for pattern, code in self._words if pattern.search(tidied)), "")

    def kind(self) -> Kind:
        """Cells of this spelling, as a column reads them."""
        return Kind(self._read)

    def _read(self, text: str) -> str | None:
        code = self.code(text)
        if not code:
            raise Unreadable(f"which is not one of the {self.named}, in any spelling known here")
        return None if code == BLANK else code


BLANK = "-"
"""The code of a cell that says in words that it says nothing."""
