"""What does not fit in one person's words. Reported in plain sentences; never guessed at or put right."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from goldthread.clock.times import spoken_day
from goldthread.duties import words as w
from goldthread.duties.life import Life, Spoken
from goldthread.duties.sentence import sentence_case
from goldthread.duties.words import EPISODES, WORDS, Episode

ONE_AT_A_TIME = (
    w.need,
    w.need_plan,
    w.protection_plan,
    w.looked_after,
    w.placement,
    w.legal_status,
    w.missing,
    w.leaving_care,
)


_ONLY_OF_THE_LIVING = tuple(
    word.name
    for word in (
        w.visit_child_seen,
        w.visit_seen_alone,
        w.assessment_child_seen,
        w.looked_after.begins,
        w.placement.begins,
        w.missing.begins,
        w.review_held,
        w.health_assessed,
        w.dental_checked,
        w.education_plan_made,
        w.pathway_plan_made,
        w.leaving_care.begins,
        w.died,
    )
)
_LONGEST_BEFORE_BIRTH = timedelta(days=300)


class Fault(NamedTuple):
    """One thing that does not fit: the word, its day, the entry that said it, and the sentence."""

    word: str
    day: date
    entry: int | str
    says: str


def faults(known: Iterable[Spoken]) -> list[Fault]:
    """Every data fault in the words as they are known, in the order of their days."""
    life = Life(known)
    found = [_fault(s, "is not a word that duties know") for s in _unknown(life)]
    for episode in EPISODES:
        found.extend(_unpaired(life, episode))
        if episode in ONE_AT_A_TIME:
            found.extend(_overlapping(life, episode))
    found.extend(_outside_life(life))
    return sorted(found, key=lambda fault: (fault.day, fault.word, str(fault.entry)))


def _unknown(life: Life) -> list[Spoken]:
    return [s for word, said in life.by_word.items() if word not in WORDS for s in said.items]


def _unpaired(life: Life, episode: Episode) -> list[Fault]:
    begins: dict[str, Spoken] = {}
    found = []
    for s in life.said((episode.begins.name,)).items:
        if s.key in begins:
            found.append(_fault(s, "but the same one had already begun: only the first counts"))
        begins.setdefault(s.key, s)
    ended: set[str] = set()
    for s in life.said((episode.ends.name,)).items:
        if s.key not in begins:
            found.append(_fault(s, "but nothing says when that one began: the ending is left out"))
        elif s.day < begins[s.key].day:
            found.append(_fault(s, f"before it began on {spoken_day(begins[s.key].day)}: the ending is left out"))
        elif s.key in ended:
            found.append(_fault(s, "but the same one had already ended: only the first counts"))
        ended.add(s.key)
    return found


def _overlapping(life: Life, episode: Episode) -> list[Fault]:
    found = []
    stretches = life.stretches(episode.name)
    for earlier, later in zip(stretches, stretches[1:], strict=False):
        if later.begun_by and (earlier.end is None or earlier.end > later.start):
            still = f"the one begun on {spoken_day(earlier.start)} had not ended"
            found.append(_fault(later.begun_by, f"while {still}: both are counted"))
    return found


def _outside_life(life: Life) -> list[Fault]:
    """What is said of a child on a day when they were not born, or no longer alive."""
    found = []
    for s in (s for word, said in life.by_word.items() if word in WORDS for s in said.items):
        if life.born and s.day < life.born.day and _needs_birth(s, life.born.day):
            found.append(_fault(s, f"before the child was born on {spoken_day(life.born.day)}"))
        elif life.died and s.day > life.died.day and s.word in _ONLY_OF_THE_LIVING:
            found.append(_fault(s, f"after the child died on {spoken_day(life.died.day)}"))
    return found


def _needs_birth(s: Spoken, born: date) -> bool:
    return s.word in _ONLY_OF_THE_LIVING or (s.word != w.expected.name and s.day < born - _LONGEST_BEFORE_BIRTH)


def _fault(s: Spoken, what: str) -> Fault:
    known = WORDS.get(s.word)
    said = sentence_case(known.says) if known else f"'{s.word}', said"
    joined = f"{said} on {spoken_day(s.day)}" + (", " if what.startswith("but") else " ")
    return Fault(s.word, s.day, s.entry, f"{joined}{what}.")
