"""The words by which a duty knows the record.

A word is something that can be said of one person on one day: a referral was received, the child was seen,
care began. Entry types in the record declare which words they speak; duties are written in nothing else.
"""

from goldthread.duties.words import (
    adopting,
    after_care,
    allegations,
    assessing,
    before_birth,
    children,
    court,
    education,
    enquiring,
    fostering,
    front,
    going_missing,
    health,
    helping,
    homes,
    incidents,
    planning_care,
    private_fostering,
    protecting,
    reviewing,
    rights,
    visiting,
    workforce,
)
from goldthread.duties.words.children import *  # noqa: F403  (the words most rules are written in, as `words.visit_made`)
from goldthread.duties.words.kinds import Episode as Episode
from goldthread.duties.words.kinds import Word as Word
from goldthread.duties.words.kinds import words_of

_FAMILIES = (
    children,
    front,
    assessing,
    enquiring,
    protecting,
    helping,
    before_birth,
    court,
    planning_care,
    visiting,
    reviewing,
    health,
    education,
    going_missing,
    fostering,
    adopting,
    after_care,
    private_fostering,
    allegations,
    incidents,
    rights,
    workforce,
    homes,
)
_VALUES = [value for family in _FAMILIES for value in vars(family).values()]

EPISODES: tuple[Episode, ...] = tuple(value for value in _VALUES if isinstance(value, Episode))
WORDS: dict[str, Word] = {word.name: word for word in words_of(_VALUES)}
