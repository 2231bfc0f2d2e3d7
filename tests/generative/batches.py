"""Batches of lives with what is asked of them: today's rules, or odd ones under odd settings."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from goldthread.duties import Duty, Settings, Spoken
from goldthread.duties.rules import RULES, SERVICE_RULES, STATISTICS
from tests.generative import odd, wild
from tests.generative.agree import Engine, Question, by_reference, differing
from tests.generative.drawn import Chance
from tests.generative.smaller import Wrong, made_small, told
from tests.generative.strategies import Source, duties, lives

ALL = (*RULES, *SERVICE_RULES, *STATISTICS)
ODD_RULES = 60


@dataclass(frozen=True)
class Batch:
    """Lives and the one question asked of all of them; where they were drawn, and the odd duties of the question."""

    lives: Sequence[list[Spoken]]
    question: Question
    drawn: Source[list[Spoken]] | None = None
    duties: Source[Duty] | None = None


def of_todays_rules(seed: int, many: int) -> Batch:
    """Wild lives in the words of today's rules, under an authority's settings."""
    rng = Chance(f"today {seed}")
    start = date(rng.choice((1904, 1969, 2004, 2011, 2015, 2019, 2022, 2071)), rng.randint(1, 12), 1)
    source = Source(lives(wild.vocabularies(ALL), start), f"today {seed}", many)
    said = source.gathered
    return Batch(said, Question(ALL, Settings(**odd.policies(rng)), _known(rng, start, said)), source)


def of_odd_rules(seed: int, many: int) -> Batch:
    """Wild lives in a few words, odd duties, and an odd authority."""
    rng = Chance(f"odd {seed}")
    odd_duties = Source(duties(), f"duties {seed}", ODD_RULES)
    rules = tuple(_numbered(duty, n) for n, duty in enumerate(odd_duties.gathered))
    source = Source(lives(odd.VOCABULARIES, odd.SINCE), f"odd {seed}", many)
    said = source.gathered
    return Batch(said, Question(rules, odd.settings(rng), _known(rng, odd.SINCE, said)), source, odd_duties)


def _known(rng: Chance, start: date, lives: Sequence[list[Spoken]]) -> date | datetime | None:
    """Mostly now; sometimes as it was known on a day, or at the very moment at which something was written down."""
    if rng.chance(50):
        return None
    written = sorted({s.recorded for life in lives for s in life})
    corrected = sorted({s.superseded for life in lives for s in life if s.superseded} or written)
    any_day = start + timedelta(days=rng.randint(0, 900))
    return rng.choice((any_day, rng.choice(written), rng.choice(corrected), rng.choice(corrected)))


def _numbered(duty: Duty, number: int) -> Duty:
    """The duty with codes of its own, so that its rows are told from those of others."""
    every = duty.every
    if isinstance(every, tuple):
        every = tuple(replace(step, code=f"R{number}{step.code.removeprefix('S')}") for step in every)
    return replace(duty, code=f"R{number}", every=every)


def disagreements(batch: Batch, engines: Sequence[Engine]) -> list[str]:
    """Where engines answer otherwise than the reference: for each engine one life, small, with the rows that differ."""
    expected = by_reference(batch.lives, batch.question)
    found = []
    for engine in engines:
        if wrong := differing(expected, engine(batch.lives, batch.question)):
            shortest = min((batch.lives[person] for person in wrong), key=len)
            small = made_small(Wrong(shortest, batch.question, engine), batch.drawn, batch.duties)
            found.append(f"{engine.__name__} differs on {len(wrong)} of {len(batch.lives)} lives\n{told(small)}")
    return found
