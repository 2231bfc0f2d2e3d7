"""A long list in pages, with the page in the address."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.http import QueryDict

A_PAGE = 20


@dataclass(frozen=True, slots=True)
class Paged:
    """One page of a list: its rows, 'Showing 21 to 40 of 143', and the addresses beside it."""

    rows: Sequence[Any]
    words: str
    before: str = ""
    after: str = ""


def paged(found: Sequence[Any], asked: QueryDict, size: int = A_PAGE) -> Paged:
    """The page that the address asks for; one that does not exist is the nearest that does."""
    pages = max(1, -(-len(found) // size))
    text = asked.get("page", "")
    page = min(max(int(text) if text.isdecimal() and len(text) < 7 else 1, 1), pages)
    first = (page - 1) * size
    some = found[first : first + size]
    return Paged(some, _words(first, len(some), len(found)), _address(asked, page - 1) if page > 1 else "", _address(asked, page + 1) if page < pages else "")


def _words(first: int, shown: int, of: int) -> str:
    if shown == of:
        return f"Showing all {of:,}." if of > 1 else ""
    return f"Showing {first + 1:,} to {first + shown:,} of {of:,}."


def _address(asked: QueryDict, page: int) -> str:
    other = asked.copy()
    other["page"] = str(page)
    return f"?{other.urlencode()}"
