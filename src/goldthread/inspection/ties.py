"""Which measures a recommendation may be tied to, suggested by the words they share. A person decides.

A suggestion is explained by those words and by nothing else; the ones that few measures have stand first.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

import snowballstemmer

from goldthread.duties import RULES
from goldthread.measures.definitions import MEASURES
from goldthread.measures.shape import Measure

MOST = 4
LEAST = 2  # one shared word is an accident
WORD = re.compile(r"[a-z]+")
EMPTY = frozenset(
    ["a", "about", "after", "all", "also", "an", "and", "any", "are", "as", "at", "be", "been", "before", "being", "below", "between", "both", "but", "by", "can", "day", "days", "do", "does", "each", "end", "ensure", "for", "from", "further", "has", "have", "how", "if", "improve", "improved", "improvement", "in", "including", "inspector", "inspectors", "into", "is", "it", "its", "late", "made", "make", "many", "may", "more", "most", "must", "need", "needs", "no", "not", "of", "often", "on", "once", "one", "only", "or", "other", "out", "over", "own", "quality", "said", "say", "should", "so", "social", "some", "service", "services", "such", "sufficient", "than", "that", "the", "their", "them", "then", "there", "these", "they", "this", "those", "time", "timely", "timeliness", "to", "too", "up", "was", "way", "were", "what", "when", "where", "which", "while", "who", "whose", "will", "with", "within", "work", "working"]
)
SAME = {
    "on their own": "alone", "by themselves": "alone", "unborn": "before birth", "pre-birth": "before birth", "prebirth": "before birth",
    "looked after": "in care", "looked-after": "in care", "children in care": "care", "care leavers": "leaving care young people",
    "care experienced": "leaving care young people", "domestic violence": "domestic abuse", "partner agencies": "agencies",
    "partners": "agencies", "multi-agency": "agencies", "front door": "contacts referrals", "thresholds": "contacts decided",
    "personal advisers": "personal adviser", "pathway plans": "pathway plan", "visited": "visit seen", "visits": "visit seen",
}  # fmt: skip
"""Phrases that reports and measures use for the same thing."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A measure that may show whether a recommendation was answered, and the words the two have in common."""

    measure: Measure
    shares: tuple[str, ...]


def suggest(text: str, *, most: int = MOST, known: Iterable[Measure] | None = None) -> list[Suggestion]:
    """Measures that share at least two words with a recommendation, and have a better way to go; the rarest words first."""
    measures = [m for m in (MEASURES.values() if known is None else known) if m.polarity != "neither"]
    said = stems(text)
    every = {m.code: _stems_of(m) for m in measures}
    found = [(m, tuple(stem for stem in said if stem in every[m.code])) for m in measures]
    common = [(m, shared) for m, shared in found if len(shared) >= LEAST]
    common.sort(key=lambda pair: (-_weight(pair[1], list(every.values())), pair[0].code))
    return [Suggestion(m, tuple(said[stem] for stem in shared)) for m, shared in common[:most]]


def _weight(shared: Sequence[str], every: Sequence[dict[str, str]]) -> float:
    return sum(1 / sum(stem in words for words in every) for stem in shared)


def _stems_of(measure: Measure) -> dict[str, str]:
    return stems(" ".join((measure.title, measure.sentence, *duty_names(measure))))


def duty_names(measure: Measure) -> tuple[str, ...]:
    """The duties a measure counts, as they are said; each once."""
    return tuple(dict.fromkeys(duty.says for duty in RULES if set(duty.codes) & set(measure.duties)))


def stems(text: str) -> dict[str, str]:
    """The words that carry meaning, under their stems, as the text has them: a word, or a phrase that means the same."""
    plain = text.lower().replace("’", "'")
    found: dict[str, str] = {}
    for word in WORD.findall(plain):
        _add(found, word, word)
    for phrase, same in SAME.items():
        if phrase in plain:
            for word in same.split():
                _add(found, word, phrase)
    return found


def _add(found: dict[str, str], word: str, written: str) -> None:
    if word not in EMPTY and len(word) > 2:
        found.setdefault(_stem(word), written)


@cache
def _stem(word: str) -> str:
    return {"seen": "see"}.get(word) or str(snowballstemmer.stemmer("english").stemWord(word))
