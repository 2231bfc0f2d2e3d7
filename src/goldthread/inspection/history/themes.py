"""Which themes a thing to improve may belong to, each with the words that suggest it. A person decides."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from goldthread.inspection.history.vocabulary import THEMES, Theme

BETWEEN = r"\b[^.;:]{0,50}?"
SPELT = str.maketrans({"-": " ", "\u2011": " ", "\u2010": " ", "\u2013": " ", "'": "’", "\u00a0": " ", "\u202f": " "})


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A theme and the words of the text that suggest it, as they stand there."""

    theme: Theme
    shares: tuple[str, ...]


@lru_cache(maxsize=8192)  # the reports that are held ask for the same things on every page
def suggest(text: str) -> tuple[Suggestion, ...]:
    """Every theme that shares words with the text, in the order of the vocabulary."""
    plain = " ".join(text.translate(SPELT).split())
    found = ((theme, tuple(dict.fromkeys(_shared(theme, plain)))) for theme in THEMES)
    return tuple(Suggestion(theme, shares) for theme, shares in found if shares)


def _shared(theme: Theme, text: str) -> Iterator[str]:
    for pattern in _patterns(theme.but_not):
        text = pattern.sub("·", text)
    for pattern in _patterns(theme.phrases):
        yield from (match.group(0) for match in [pattern.search(text)] if match)


@cache
def _patterns(phrases: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(_pattern(phrase), re.IGNORECASE) for phrase in phrases)


def _pattern(phrase: str) -> str:
    parts = (r"\W+".join(_word(word) for word in part.split()) for part in phrase.translate(SPELT).split("…"))
    return BETWEEN.join(parts)


def _word(word: str) -> str:
    stem = re.escape(word.rstrip("*,"))
    return rf"\b{stem}\w*" if word.endswith("*") else rf"\b{stem}(?:s|es|’s|s’)?\b"
