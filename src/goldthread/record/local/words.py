"""The values of settings as people write them, and the settings that rows of them make."""

from collections.abc import Iterable, Sequence
from datetime import date
from enum import Enum

from goldthread.clock.calendars import SchoolDays, Term
from goldthread.clock.reading import NotADay, read_day
from goldthread.clock.spans import Span, span
from goldthread.duties.rules import RULES, SERVICE_RULES
from goldthread.duties.settings import Chosen, Kept, LeapDay, NotExceeding, Receipt, Settings, WhenItChanges
from goldthread.duties.shape import Duty, Local
from goldthread.record.local.models import KEPT, NUMBER, POLICY, SCHOOL

YES, NOT_YET = "kept", "not kept"
POLICIES: dict[str, type[Enum]] = {
    "when it changes": WhenItChanges, "day of receipt": Receipt, "not exceeding": NotExceeding, "leap day": LeapDay,
}  # fmt: skip
FIELDS = {"when it changes": "when_it_changes", "day of receipt": "receipt", "not exceeding": "not_exceeding", "leap day": "leap_day"}
NUMBERS: dict[str, Local] = {number.name: number for duty in (*RULES, *SERVICE_RULES) for number in duty.locals}
OF_PREGNANCY = frozenset(duty.no_later.reached.name for duty in RULES if duty.no_later)


def using(name: str) -> list[Duty]:
    """The duties that use a local number, every version of them."""
    return [duty for duty in (*RULES, *SERVICE_RULES) if any(number.name == name for number in duty.locals)]


def read_terms(text: str) -> SchoolDays:
    """Terms from lines such as '2 September 2026 to 23 October 2026'; ValueError says which line is not understood."""
    terms = [_term(line) for line in text.splitlines() if line.strip()]
    if not terms:
        raise ValueError("Write each term on a line of its own, as '2 September 2026 to 23 October 2026'.")
    return SchoolDays(tuple(sorted(terms, key=lambda term: term.first)))


def _term(line: str) -> Term:
    try:
        first, last = (read_day(part.strip()) for part in line.split(" to "))
    except (NotADay, ValueError) as error:
        raise ValueError(f"‘{line.strip()}’ is no term. Write its first and last day, as '2 September 2026 to 23 October 2026'.") from error
    if first > last:
        raise ValueError(f"The term ‘{line.strip()}’ ends before it begins.")
    return Term(first, last)


def made_of(rows: Iterable[Sequence]) -> Settings:
    """Settings from (what, name, value, since, by, why) in the order they were written: of two for one day the later holds."""
    numbers: dict[tuple[str, date], tuple[Span, str, str]] = {}
    kept: dict[str, date | None] = {}
    others: dict[str, object] = {}
    for what, name, value, since, by, why in rows:
        if what == NUMBER and name in NUMBERS:
            numbers[name, since or date.min] = (span(value), by, why)
        elif what == KEPT:
            kept[name] = since if value == YES else None
        elif what == POLICY:
            others[FIELDS[name]] = POLICIES[name](value)
        elif what == SCHOOL:
            others["school"] = read_terms(value)
    chosen = tuple(Chosen(name, number, since, by, why) for (name, since), (number, by, why) in numbers.items())
    return Settings(chosen, tuple(Kept(code, since) for code, since in kept.items()), **others)  # type: ignore[arg-type]
