"""Why a duty is as it is: the entry that opened it, the count, what met it or would, and where it is written."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cache, lru_cache

from goldthread.clock.counting import CountedDay, count
from goldthread.clock.times import day_of, spoken_day
from goldthread.duties.counted import How, calendar_of, how
from goldthread.duties.engine import occurrences
from goldthread.duties.life import Life, Spoken, as_known
from goldthread.duties.occurrence import Occurrence
from goldthread.duties.rules import RULES
from goldthread.duties.sentence import either, named, sentence, until_says
from goldthread.duties.settings import DEFAULTS, Settings, WhenItChanges
from goldthread.duties.shape import Duty, Local, Step, law_of, until
from goldthread.duties.state import Verdict
from goldthread.duties.telling import Fact, Teller, span_of

__all__ = ["Explainer", "Explanation", "Fact", "How", "Number", "count_of", "duty_of", "explain", "span_of"]


@dataclass(frozen=True, slots=True)
class Number:
    """A local number as it was for one occurrence: `since` and `by` are empty where it had its usual value."""

    name: str
    value: str
    usual: str
    since: date | None
    by: str
    why: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """Everything a page says about one occurrence on one day. `sentence` is the short answer."""

    code: str
    title: str
    asks: str
    verdict: Verdict
    sentence: str
    opened: Fact | None
    met: Fact | None
    ended: Fact | None
    unsure: Fact | None
    partly: tuple[Fact, ...]
    would_meet: str
    day_number: int | None
    days_allowed: int | None
    owner: str
    owed_by: str
    rule: str
    law: str
    since: date
    is_local: bool
    numbers: tuple[Number, ...]
    cautions: tuple[str, ...]


def duty_of(occurrence: Occurrence, rules: Sequence[Duty] = RULES) -> Duty:
    """The version of the rule that made an occurrence; LookupError if it is not among the rules."""
    wanted = occurrence.code, occurrence.since
    found = _ours().get(wanted) if rules is RULES else _by_code(rules).get(wanted)
    if found is None:
        raise LookupError(f"No rule {occurrence.code} in force from {spoken_day(occurrence.since)}.")
    return found


def _by_code(rules: Sequence[Duty]) -> dict[tuple[str, date], Duty]:
    """Rules by each code that their occurrences may carry and the day they began; the first where there are several."""
    return {(code, duty.since): duty for duty in reversed(rules) for code in duty.codes}


@cache
def _ours() -> dict[tuple[str, date], Duty]:
    return _by_code(RULES)


def count_of(
    occurrence: Occurrence, on: date, known: date | None = None, settings: Settings = DEFAULTS
) -> list[CountedDay]:
    """The count day by day, from the day it is counted from to its due day, or to the day asked if that is later."""
    last = max(occurrence.due, on) if occurrence.owed_on(on) else max(occurrence.due, occurrence.met or occurrence.due)
    span = span_of(occurrence.span)
    return count(span, occurrence.counted_from, last, calendar_of(span, settings, known))


def explain(
    occurrence: Occurrence,
    spoken: Iterable[Spoken],
    on: date | datetime,
    name: str = "",
    rules: Sequence[Duty] = RULES,
    settings: Settings = DEFAULTS,
    known: date | datetime | None = None,
) -> Explanation:
    """Why an occurrence is as it is on a day, said of a person by name where one is given."""
    return Explainer(spoken, on, name, rules, settings, known).explain(occurrence)


class Explainer:
    """Explains the occurrences of one person on one day, and reads their words once for all of them."""

    def __init__(
        self,
        spoken: Iterable[Spoken],
        on: date | datetime,
        name: str = "",
        rules: Sequence[Duty] = RULES,
        settings: Settings = DEFAULTS,
        known: date | datetime | None = None,
    ) -> None:
        self._spoken = list(spoken)
        self._life = Life(as_known(self._spoken, known), self._spoken)
        self._on, self._name, self._rules, self._settings, self._known = on, name, rules, settings, known
        self._other: dict[Duty, dict[tuple[date, int | str, int], date]] = {}

    def explain(self, occurrence: Occurrence) -> Explanation:
        """Why one occurrence is as it is."""
        duty, name = duty_of(occurrence, self._rules), self._name
        teller = Teller(occurrence, duty, self._life, self._on, name)
        step = next(s for s in duty.steps if s.code == occurrence.code)
        return Explanation(
            code=occurrence.code,
            title=named(duty.says, name),
            asks=named(duty.asks or duty.says, name),
            verdict=teller.verdict,
            sentence=teller.sentence(),
            opened=teller.fact(occurrence.opened_by, occurrence.opened),
            met=teller.fact(occurrence.met_by, occurrence.met, [word.name for word in until(duty)]),
            ended=teller.fact(occurrence.ended_by, occurrence.ended),
            unsure=teller.fact(occurrence.unsure_by, occurrence.unsure, [word.name for word in duty.unsure]),
            partly=teller.partly(),
            would_meet=named(f"What meets it: {either(until_says(duty))}.", name),
            day_number=teller.day_number(),
            days_allowed=teller.days_allowed(),
            owner=duty.owner.says,
            owed_by=duty.owed_by.says,
            rule=sentence(duty),
            law=str(law_of(duty, occurrence.code)),
            since=duty.since,
            is_local=isinstance(step.within, Local) or duty.no_later is not None,
            numbers=tuple(self._number(number, occurrence) for number in _locals(duty, step)),
            cautions=(
                *teller.cautions(),
                *self._terms_not_given(occurrence, teller),
                *self._other_reading(occurrence, duty),
            ),
        )

    def how(self, occurrence: Occurrence) -> How:
        """How the due day of one occurrence was found."""
        known = day_of(self._known) if self._known else None
        return how(occurrence, duty_of(occurrence, self._rules), self._life, self._settings, known)

    def _number(self, number: Local, o: Occurrence) -> Number:
        chosen = self._settings.chosen_on(number, o.opened)
        if chosen is None:
            return Number(number.name, str(number.usual), str(number.usual), None, "", "")
        since = None if chosen.since == date.min else chosen.since
        return Number(number.name, str(chosen.span), str(number.usual), since, chosen.by, chosen.why)

    def _terms_not_given(self, o: Occurrence, teller: Teller) -> list[str]:
        """Where the count goes on after the last school term that was given."""
        school = self._settings.school
        if school is None or teller.span.without_terms == teller.span or o.due <= school.published_to:
            return []
        given_to = spoken_day(school.published_to)
        return [
            f"School terms are given only to {given_to}: {teller.span.without_terms} are counted until the next are."
        ]

    def _other_reading(self, o: Occurrence, duty: Duty) -> list[str]:
        """The due day by the other policy, where the interval changes half-way and the text does not say which governs."""
        if len(duty.steps) < 2:
            return []
        if duty not in self._other:
            self._other[duty] = {_which(other): other.due for other in self._by_the_other_policy(duty)}
        due = self._other[duty].get(_which(o), o.due)
        if due == o.due:
            return []
        return [f"The interval changes on the way. By the other reading it would be due {spoken_day(due)}."]

    def _by_the_other_policy(self, duty: Duty) -> list[Occurrence]:
        strict = self._settings.when_it_changes is WhenItChanges.STRICT
        other = WhenItChanges.EXPIRY if strict else WhenItChanges.STRICT
        return occurrences(self._spoken, _alone(duty), replace(self._settings, when_it_changes=other), self._known)


@lru_cache(maxsize=512)
def _alone(duty: Duty) -> tuple[Duty]:
    """One rule as a set of rules: the same one each time, so that its normal form is worked out once."""
    return (duty,)


def _locals(duty: Duty, step: Step) -> list[Local]:
    """The local numbers that have a say in the due day of one step."""
    numbers = (step.within, duty.ahead, duty.no_later.reached if duty.no_later else None)
    return [number for number in numbers if isinstance(number, Local)]


def _which(o: Occurrence) -> tuple[date, int | str, int]:
    return (o.opened, o.opened_by, o.place)
