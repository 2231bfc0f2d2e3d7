"""Names as people say and misspell them: folded to plain letters, and by their sound."""

import re
import unicodedata
from functools import lru_cache

import jellyfish

_NOT_LETTERS = re.compile(r"[^a-z]+")
_UNFOLDED = str.maketrans({"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "’": "", "'": ""})


@lru_cache(maxsize=100_000)
def fold(name: str) -> tuple[str, ...]:
    """The words of a name in plain lower-case letters: "Zoë O’Neil-Łuk" is zoe, oneil, luk."""
    plain = unicodedata.normalize("NFKD", name.lower().translate(_UNFOLDED))
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    return tuple(word[:60] for word in _NOT_LETTERS.split(plain) if word)


def tokens(*names: str) -> set[str]:
    """The folded words of several names."""
    return {word for name in names if name for word in fold(name)}


@lru_cache(maxsize=100_000)
def sound(token: str) -> str:
    """How a folded word sounds in English (Metaphone)."""
    return str(jellyfish.metaphone(token))[:24]
