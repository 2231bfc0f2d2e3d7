"""A set of people whose figures are wanted by themselves, named or told by what they had in common on a day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from goldthread.measures.facts import NAMES


@dataclass(frozen=True, slots=True)
class Cohort:
    """`title` for people to read; `sql` selects a column `person`. Make one with `those` or `open_on`."""

    title: str
    sql: str


def those(title: str, people: Iterable[int]) -> Cohort:
    """The people with these numbers."""
    listed = ", ".join(f"({int(person)})" for person in sorted(set(people)))
    empty = "SELECT CAST(NULL AS bigint) AS person WHERE FALSE"
    return Cohort(title, f"SELECT person FROM (VALUES {listed}) AS t(person)" if listed else empty)


def open_on(title: str, relation: str, day: date) -> Cohort:
    """Everybody for whom an episode was open at the end of a day, such as `protection_plan` on the day of an inspection."""
    if relation not in NAMES:
        raise LookupError(f"There is no relation {relation!r} that a cohort can be taken from.")
    said = f"DATE '{day.isoformat()}'"
    return Cohort(title, f"SELECT DISTINCT person FROM {relation} WHERE day <= {said} AND ends > {said}")
