"""What stands on paper, as values. Words are plain text and nothing in them is ever read as markup."""

from collections.abc import Sequence
from typing import NamedTuple


class Heading(NamedTuple):
    """A heading below the document's own title: level 1 is a chapter. No level is left out on the way down."""

    words: str
    level: int = 1
    kind: str = "heading"


class Words(NamedTuple):
    """A paragraph. Strong ones carry what must not be missed."""

    words: str
    strong: bool = False
    kind: str = "words"


class Note(NamedTuple):
    """A small paragraph in the second voice: what a figure rests on, what is not known."""

    words: str
    kind: str = "note"


class Quote(NamedTuple):
    """Somebody's own words, and whose they are."""

    words: str
    source: str = ""
    kind: str = "quote"


class Listed(NamedTuple):
    """A list of lines."""

    lines: Sequence[str]
    numbered: bool = False
    kind: str = "listed"


class Facts(NamedTuple):
    """Pairs of a name and what is known of it."""

    pairs: Sequence[tuple[str, str]]
    kind: str = "facts"


class Table(NamedTuple):
    """A table with a heading row that is repeated on each page. `right` are the columns of numbers, counted from 0.

    `widths` gives each column's share of the line; without it every column is as wide as it needs to be.
    """

    head: Sequence[str]
    rows: Sequence[Sequence[str]]
    right: Sequence[int] = ()
    widths: Sequence[float] = ()
    kind: str = "table"


class Picture(NamedTuple):
    """One of our own pictures as SVG, what it says in a sentence, and how wide it stands: 1 is the whole line."""

    svg: str
    says: str
    width: float = 1.0
    kind: str = "picture"


class Pair(NamedTuple):
    """A picture with its table beside it, never on two pages. `share` is how much of the line the picture takes."""

    picture: Picture
    table: Table
    share: float = 0.62
    kind: str = "pair"


class Together(NamedTuple):
    """Blocks that are never divided between two pages; together they must fit on one."""

    blocks: Sequence[tuple]
    kind: str = "together"


class Break(NamedTuple):
    """What follows begins on a new page."""

    kind: str = "break"


Block = Heading | Words | Note | Quote | Listed | Facts | Table | Picture | Pair | Together | Break
