"""What may be settled: every refusal is a sentence that says what to write instead."""

from dataclasses import dataclass
from datetime import date

from goldthread.clock.spans import Span, Unit, span
from goldthread.duties.rules import RULES, SERVICE_RULES
from goldthread.record.local.models import KEPT, NUMBER, POLICY
from goldthread.record.local.touched import left_without_a_date
from goldthread.record.local.words import NUMBERS, OF_PREGNANCY, POLICIES, YES, read_terms

EARLIEST, YEARS_AHEAD = date(1991, 10, 14), 3
LONGEST = {Unit.HOUR: 24 * 366, Unit.WORKING_DAY: 520, Unit.UK_WORKING_DAY: 520, Unit.SCHOOL_DAY: 400, Unit.TERM: 6, Unit.DAY: 1100, Unit.WEEK: 160, Unit.MONTH: 36}


class Nonsense(ValueError):
    """It cannot be settled like this. The message says why and what to do; `field` is the answer it is about."""

    def __init__(self, field: str, message: str):
        super().__init__(message)
        self.field = field


@dataclass(frozen=True, slots=True)
class Choice:
    """What somebody wants to settle, as they wrote it."""

    what: str
    name: str
    value: str
    since: date | None
    why: str


def check(choice: Choice, today: date) -> None:
    """Raise Nonsense unless this can be settled today."""
    if not choice.why.strip():
        raise Nonsense("why", "Say why, in a sentence that somebody will still understand in a year.")
    if choice.what == NUMBER:
        number_of(choice)
        _day(choice.since, today)
    elif choice.what == KEPT:
        _kept(choice, today)
    elif choice.what == POLICY:
        _policy(choice)
    else:
        _terms(choice.value)


def number_of(choice: Choice) -> Span:
    """The length of time of a number as it was written; Nonsense where it is none or cannot be meant."""
    if choice.name not in NUMBERS:
        raise Nonsense("value", f"There is no local number called ‘{choice.name}’.")
    try:
        found = span(choice.value)
    except ValueError as error:
        raise Nonsense("value", str(error)) from error
    if choice.name in OF_PREGNANCY and found.unit is not Unit.WEEK:
        raise Nonsense("value", "This is a number of weeks of pregnancy: write it as ‘28 weeks’.")
    if choice.name in OF_PREGNANCY and not 4 <= found.number <= 40:
        raise Nonsense("value", "A pregnancy has between 4 and 40 weeks by which something can be due.")
    if found.unit in (Unit.SET, Unit.YEARLY) or found.back != NUMBERS[choice.name].usual.back:
        raise Nonsense("value", f"‘{found}’ is no length that this can have. It is usually {NUMBERS[choice.name].usual}.")
    if found.number == 0 and NUMBERS[choice.name].usual.number:
        raise Nonsense("value", "Nothing can be done in no time. To stop keeping a duty, say that it is not kept here.")
    if found.number > LONGEST.get(found.unit, found.number):
        raise Nonsense("value", f"{found} is longer than any promise to a child can be. Is the unit right?")
    return found


def _day(since: date | None, today: date) -> None:
    if since is None:
        raise Nonsense("since", "Say the first day on which it holds.")
    if since < EARLIEST:
        raise Nonsense("since", "That is before the Children Act 1989 came into force. Write a later day.")
    if since.year > today.year + YEARS_AHEAD:
        raise Nonsense("since", f"That is more than {YEARS_AHEAD} years away. Settle it when it is nearer.")


def _kept(choice: Choice, today: date) -> None:
    if choice.name not in {duty.code for duty in (*RULES, *SERVICE_RULES)}:
        raise Nonsense("value", f"There is no duty {choice.name}.")
    if choice.value == YES:
        _day(choice.since, today)
        return
    left = left_without_a_date(choice.name, today)
    if left:
        who = "One open child" if left == 1 else f"{left} open children"
        raise Nonsense("value", f"{who} would have no next date without this duty. Settle first what is owed to them.")


def _policy(choice: Choice) -> None:
    choices = [str(one.value) for one in POLICIES.get(choice.name, ())]
    if choice.value not in choices:
        raise Nonsense("value", f"Choose one of: {', '.join(choices)}.")


def _terms(value: str) -> None:
    try:
        read_terms(value)
    except ValueError as error:
        raise Nonsense("value", str(error)) from error
