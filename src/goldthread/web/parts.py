"""The components of a page as values. Views make them, templates in `goldthread/parts/` print them; none knows the database."""

from dataclasses import dataclass, field

from goldthread.web.pictures.bars import DayCount
from goldthread.web.said import Sentence

STATES = {
    "owed": "owed",
    "soon": "due soon",
    "overdue": "overdue",
    "met": "met",
    "metlate": "met late",
    "ended": "no longer owed",
    "unsure": "we cannot tell",
}


@dataclass(frozen=True, slots=True)
class Action:
    """A button or link with a verb in it."""

    label: str
    href: str
    primary: bool = False


@dataclass(frozen=True, slots=True)
class DayCell:
    """One day of a calendar of weeks. `kind` is "", "out", "seen", "tried", "due" or "over"; `number` is the day of the month."""

    number: int | None = None
    words: str = ""
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Weeks:
    """Working days counted, a row a week. `days` are the column heads; each row is its first day in words and its cells."""

    caption: str
    rows: tuple[tuple[str, tuple[DayCell, ...]], ...]
    days: tuple[str, ...] = ("Mon", "Tue", "Wed", "Thu", "Fri")


@dataclass(frozen=True, slots=True)
class Why:
    """What opens under a duty: the days counted, and the facts about the promise as (question, answer)."""

    facts: tuple[tuple[str, Sentence], ...]
    weeks: Weeks | None = None
    open: bool = False
    heading: str = "Why this day"


@dataclass(frozen=True, slots=True)
class DutyRow:
    """One line of a list of duties. `state` is a key of STATES; `when` stands beside the mark, `small` under it."""

    state: str
    when: str
    what: Sentence
    why: Sentence = ""
    small: str = ""
    count: DayCount | None = None
    action: Action | None = None
    opened: Why | None = None


@dataclass(frozen=True, slots=True)
class DutyGroup:
    """Rows under one heading. `href` opens what the number counts; `of` is that number where not all rows are shown."""

    heading: str
    rows: tuple[DutyRow, ...]
    anchor: str = ""
    href: str = ""
    of: int = 0

    @property
    def number(self) -> int:
        return self.of or len(self.rows)


@dataclass(frozen=True, slots=True)
class Tally:
    """A count that opens what it counts. A nought has no link."""

    number: int | str
    words: str
    href: str = ""
    small: Sentence = ""


@dataclass(frozen=True, slots=True)
class DayAhead:
    """One of the coming working days and how many duties are due on it."""

    label: str
    number: int
    href: str
    full: bool = False


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact above the fold of a child's page, each line a sentence, with how fresh it is."""

    heading: str
    lines: tuple[Sentence, ...]
    fresh: Sentence = ""
    said: bool = False


@dataclass(frozen=True, slots=True)
class NextStep:
    """One of the three things that come next on a child's page."""

    state: str
    when: str
    what: str
    why: Sentence = ""
    action: Action | None = None


@dataclass(frozen=True, slots=True)
class ThreeFact:
    """Made, seen, alone: one mark and its words on a timeline line."""

    state: str
    words: str


@dataclass(frozen=True, slots=True)
class LineItem:
    """One line of a timeline: the day it happened, and where it differs, when it was written down."""

    day: str
    icon: str
    title: Sentence
    time: str = ""
    facts: tuple[ThreeFact, ...] = ()
    words: str = ""
    quote: str = ""
    recorded: Sentence = ""
    tag: str = ""
    star: Action | None = None
    starred: bool = False


@dataclass(frozen=True, slots=True)
class GapItem:
    """A stretch of a timeline with nothing in it, as a line of its own."""

    length: str
    words: str
    is_gap: bool = True


@dataclass(frozen=True, slots=True)
class Chip:
    """A ready-made filter with its count."""

    label: str
    number: int
    href: str
    current: bool = False


@dataclass(frozen=True, slots=True)
class Past:
    """The band over a page that shows an earlier day."""

    day: str
    words: Sentence
    earlier: str
    later: str
    now: str


@dataclass(frozen=True, slots=True)
class Pick:
    """One choice drawn as a button."""

    value: str
    label: str
    small: str = ""
    checked: bool = False


@dataclass(frozen=True, slots=True)
class Picks:
    """A question with a few answers. `kind` is "radio" or "checkbox"; `legend` is the question; `fold` says what many are folded under."""

    name: str
    legend: str
    choices: tuple[Pick, ...]
    kind: str = "radio"
    hint: str = ""
    error: str = ""
    hide_legend: bool = False
    small: bool = False
    triple: bool = False
    fold: str = ""


@dataclass(frozen=True, slots=True)
class Problem:
    """One line of an error summary: what to do, and the id of the field to do it in."""

    words: str
    field: str = ""


@dataclass(frozen=True, slots=True)
class Problems:
    """What stops a form, at its top."""

    items: tuple[Problem, ...] = field(default=())
    heading: str = "There is something to put right"
