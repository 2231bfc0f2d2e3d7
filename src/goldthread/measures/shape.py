"""The shape of a measure: frozen values only.

A measure looks at rows (children in an episode on a day, things that happened in a period, duties that fell due) and says
which of them count. Its conditions are SQL over the relations of `facts`, the same on every engine; what they may say
about time is in `lines`. Whether a duty was done in time is never said here: it comes from `states`.

In a condition `x` is the row, `p` the person, `d` the day asked about, and each of `beside` goes by its own name.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal


class Period(StrEnum):
    """The time a measure looks at; each ends with the day asked about. The value is said after "counted"."""

    DAY = "on the day"
    MONTH = "in the month that ends on the day"
    SIX_MONTHS = "in the six months that end on the day"
    YEAR = "in the twelve months that end on the day"
    FROM_APRIL = "from 1 April to the day"
    THREE_YEARS = "in the three years that end on the day"


@dataclass(frozen=True, slots=True)
class Open:
    """What is in force at the end of the day: one row for each child, or with `each="entry"` for each entry."""

    relation: str
    where: str = ""
    each: Literal["child", "entry"] = "child"


@dataclass(frozen=True, slots=True)
class Happened:
    """What happened in the period, on the day in the column `on`; with `each="child"` a child counts once, by the first."""

    relation: str
    on: str = "day"
    where: str = ""
    each: Literal["child", "entry"] = "entry"


@dataclass(frozen=True, slots=True)
class FellDue:
    """Duties whose last day passed in the period: each is counted once, and is settled by then."""

    codes: tuple[str, ...]
    where: str = ""


Rows = Open | Happened | FellDue


@dataclass(frozen=True, slots=True)
class Owed:
    """Beside each row, the duties of the child that are owed at the end of the day: `kept` is yes, no or cannot be told."""

    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Kept:
    """Beside each row, the child's duties that fell due in the period or are still owed: `kept` if not one was late."""

    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Within:
    """Beside each row, what happened to the child in the period: `yes` if any of it was so, unknown if it may have been.

    `last` is the last day of it, `times` how often, and `kinds` how many different values `of` had. With `lasting`, what
    went on for any of that time, and `days` how many days of it.
    """

    relation: str
    yes: str = "TRUE"
    unsure: str = "FALSE"
    on: str = "day"
    since: str = "[start]"
    of: str = "v.entry"
    lasting: bool = False


@dataclass(frozen=True, slots=True)
class In:
    """Beside each row, what the child is in at the end of the day, such as the home they live in; empty if in none."""

    relation: str
    columns: tuple[str, ...] = ()


Beside = Owed | Kept | Within | In

Polarity = Literal["higher", "lower", "neither"]
Kind = Literal["share", "count", "rate", "mean", "median"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """What is counted, of whom, when, and which way is better.

    `sentence` is the definition as a parent could read it; `numerator` and `denominator` say the same in two halves.
    `rows` and `counts` are what the sentence means; `counts` is yes, no, or unknown where the record does not say.
    `value` is the number of each row whose mean or median is taken. A mean with `per` divides the rows that count by how
    many different ones there are, such as children by workers. `kind_of` tells the rows apart when they are grouped by
    kind. `began`, `due` and `happened` are days shown with each child behind the number. `unit` is what the rows are.
    """

    code: str
    section: str
    title: str
    sentence: str
    numerator: str
    denominator: str
    rows: Rows
    counts: str = "TRUE"
    beside: tuple[tuple[str, Beside], ...] = ()
    value: str = ""
    per: str = ""
    kind_of: str = ""
    began: str = ""
    due: str = ""
    happened: str = ""
    period: Period
    clock: str = ""
    polarity: Polarity = "neither"
    kind: Kind = "share"
    target: float | None = None
    source: str
    duties: tuple[str, ...] = ()
    unit: str = "children"
    excludes: str = ""

    def __str__(self) -> str:
        return self.sentence


@dataclass(frozen=True, slots=True)
class Cannot:
    """A measure that people ask for and the record cannot answer: the missing fact, as a sentence."""

    title: str
    missing: str
    section: str = ""
