"""Words in a table that a spreadsheet opens: what it would run as a formula is marked as words, and is read back as it was.

What is longer than a cell is divided: a spreadsheet drops the rest of a cell without a word.
"""

import re
from collections.abc import Iterator

ROOM = 32_767
"""What a spreadsheet keeps of a cell, in UTF-16 units as it counts them: of a sign such as an emoji it counts two."""

MARK = "'"
"""Before words, it tells a spreadsheet that they are words. It is put once more before words that begin with it and would run without it."""

RUNS = re.compile(r"[\s\0\ufeff\u200b-\u200f\u202a-\u202e\u2060-\u2069]*[=+\-@|%＝＋－＠]|[\t\r\n]")
_MARKED = re.compile(rf"{MARK}*(?:{RUNS.pattern})")


def runs(words: str) -> bool:
    """Whether a spreadsheet could take the words for a formula."""
    return RUNS.match(words) is not None


def inert(words: str) -> str:
    """The words as a cell that nothing runs."""
    return f"{MARK}{words}" if _MARKED.match(words) else words


def own_words(cell: str) -> str:
    """The words of a cell that `inert` made, to the letter."""
    return cell[1:] if cell.startswith(MARK) and _MARKED.match(cell) else cell


def beginning(words: str, room: int = ROOM) -> str:
    """As many of the words as there is room for: all of them, or up to the last whole sign that fits."""
    return words[:room].encode("utf-16-le", "surrogatepass")[: 2 * room].decode("utf-16-le", "ignore")


def divided(words: str, room: int = ROOM) -> Iterator[str]:
    """The words in parts that each fit into a cell. Joined again they are the words, to the letter; a room of one holds no emoji."""
    while words:
        part = beginning(words, room)
        yield part
        words = words[len(part) :]
