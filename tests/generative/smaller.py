"""What an engine answered wrongly, made small enough to read: one duty, few words, each as plain as still shows it."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import MISSING, dataclass, fields, replace
from typing import TypeVar

from goldthread.duties import Duty, Settings, Spoken
from tests.generative import odd
from tests.generative.agree import Engine, Question, Row, by_reference, differing, shown
from tests.generative.strategies import Source

T = TypeVar("T")
TRIES = 80
"""How often an engine is asked about one difference: enough to read it, and not so many that nobody waits for it."""


@dataclass(frozen=True)
class Wrong:
    """A life and a question to which an engine answers otherwise than the reference."""

    life: list[Spoken]
    question: Question
    engine: Engine

    @property
    def stays(self) -> bool:
        return bool(differing(by_reference([self.life], self.question), self.engine([self.life], self.question)))

    def rows(self) -> tuple[list[Row], list[Row]]:
        """The rows of the reference only, and of the engine only."""
        [expected], [found] = (answer([self.life], self.question).values() for answer in (by_reference, self.engine))
        return list(expected - found), list(found - expected)


def made_small(wrong: Wrong, lives: Source[list[Spoken]] | None, duties: Source[Duty] | None) -> Wrong:
    """The same difference, as small as it becomes: in a plain authority and with one duty, if it is still there."""
    wrong = _plainer(_of_one_duty(wrong))
    if lives:
        wrong = replace(wrong, life=_drawn_smaller(lives, wrong.life, lambda life: replace(wrong, life=life).stays))
    if duties and len(wrong.question.rules) == 1:
        drawn = duties.gathered[int(wrong.question.rules[0].code.removeprefix("R"))]
        if _with(wrong, drawn).stays:
            wrong = _with(wrong, _drawn_smaller(duties, drawn, lambda duty: _with(wrong, duty).stays))
    return replace(wrong, life=_fewest_words(wrong))


def _of_one_duty(wrong: Wrong) -> Wrong:
    only, too = wrong.rows()
    code = (only or too)[0][0]
    alone = [replace(wrong, question=replace(wrong.question, rules=(d,))) for d in wrong.question.rules if code in d.codes]
    return next((one for one in alone if one.stays), wrong)


def _plainer(wrong: Wrong) -> Wrong:
    for plain in ({"known": None}, {"settings": Settings()}):
        simpler = replace(wrong, question=replace(wrong.question, **plain))
        wrong = simpler if simpler.question == wrong.question or simpler.stays else wrong
    return wrong


def _with(wrong: Wrong, duty: Duty) -> Wrong:
    return replace(wrong, question=replace(wrong.question, rules=(duty,)))


class _Enough(BaseException):
    """Asked so often that it is small enough. Not an Exception, which hypothesis would take for another difference."""


def _drawn_smaller(source: Source[T], found: T, stays: Callable[[T], bool]) -> T:
    """What hypothesis makes of one of those gathered."""
    known: dict[str, bool] = {}
    smallest = [found]

    def wrong(one: T) -> bool:
        if repr(one) not in known:
            if len(known) == TRIES:
                raise _Enough
            known[repr(one)] = stays(one)
        if known[repr(one)]:
            smallest.append(one)
        return known[repr(one)]

    with suppress(_Enough):
        return source.smallest(found, wrong)
    return smallest[-1]


def _fewest_words(wrong: Wrong) -> list[Spoken]:
    """A life from which no word can be left out, nor any word's time of day; every way to do so is asked about at once."""
    life, simpler = wrong.life, list(_simpler(wrong.life))
    while still := differing(by_reference(simpler, wrong.question), wrong.engine(simpler, wrong.question)):
        life = simpler[still[0]]
        simpler = list(_simpler(life))
    return life


def _simpler(life: list[Spoken]) -> Iterator[list[Spoken]]:
    for k, s in enumerate(life):
        yield life[:k] + life[k + 1 :]
        if s.at:
            yield [*life[:k], s._replace(at=None), *life[k + 1 :]]


def told(wrong: Wrong) -> str:
    """The life as `goldthread why` reads it, what was asked of it, and the rows that differ."""
    only, too = wrong.rows()
    question = wrong.question
    asked = [f"# {_said(duty)}" for duty in question.rules[:3]]
    asked += [f"# as known {question.known!r}"] if question.known else []
    asked += [f"# {question.settings}"] if question.settings != Settings() else []
    rows = [f"# {who} only: {shown(row)}" for who, rows in (("reference", only), (wrong.engine.__name__, too)) for row in rows]
    return "\n".join([*asked, "words:", *map(_line, wrong.life), *rows])


def _said(duty: Duty) -> str:
    """A duty in words; of an odd one, which no rules module writes down, whatever it says."""
    if duty.law != odd.LAW:
        return f"{duty.code} since {duty.since}: {duty}"
    usual = {f.name: () if f.default is MISSING else f.default for f in fields(duty)}
    own = [name for name in usual if name not in ("says", "law", "owner") and getattr(duty, name) != usual[name]]
    return f"{duty.code}: {duty} [{', '.join(f'{name}={_short(getattr(duty, name))}' for name in own)}]"


def _short(value: object) -> str:
    """Words and episodes by their names."""
    if isinstance(value, Sequence) and not isinstance(value, str):
        return f"({', '.join(map(_short, value))})"
    return getattr(value, "name", None) or (repr(value) if isinstance(value, bool | int | str | None) else str(value))


def _line(s: Spoken) -> str:
    at = f", at: '{s.at.isoformat()}'" if s.at else ""
    over = f", superseded: '{s.superseded.isoformat()}'" if s.superseded else ""
    return f"  - {{word: {s.word}, day: {s.day}{at}, key: '{s.key}', entry: '{s.entry}', recorded: '{s.recorded.isoformat()}'{over}}}"
