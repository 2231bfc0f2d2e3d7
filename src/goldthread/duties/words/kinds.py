"""What a word is, and an episode: the two kinds of things that the record can say."""

from collections.abc import Iterable
from dataclasses import dataclass

CHILD, CARER, ADULT, WORKER, HOME = "child", "carer", "adult", "worker", "home"


@dataclass(frozen=True, slots=True)
class Word:
    """Something the record can say of a person. `says` completes "on that day, ...".

    `about` is whom it is said of: a child, a carer (foster carer or adopter, approved or applying), an adult who works
    with children, a worker of the service, or a home.
    """

    name: str
    says: str
    about: str = CHILD

    def __str__(self) -> str:
        return self.name


@dataclass(frozen=True, slots=True)
class Episode:
    """A stretch of time with its own identity: each beginning is paired with the end that carries the same key."""

    name: str
    says: str  # completes "while ..."
    begins: Word
    ends: Word


def episode(name: str, says: str, begins: str, ends: str, about: str = CHILD) -> Episode:
    """An episode with its two words, `name.begins` and `name.ends`."""
    return Episode(name, says, Word(f"{name}.begins", begins, about), Word(f"{name}.ends", ends, about))


def words_of(values: Iterable[object]) -> list[Word]:
    """Every word among some values, those of episodes included."""
    found: list[Word] = []
    for value in values:
        if isinstance(value, Word):
            found.append(value)
        elif isinstance(value, Episode):
            found += [value.begins, value.ends]
    return found
