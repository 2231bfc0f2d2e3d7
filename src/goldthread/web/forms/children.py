"""What every form about several children shares: their lines, the day, what happens next, and words that must not be lost."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property

from django.http import QueryDict

from goldthread.record.reach import Reach
from goldthread.web import wording
from goldthread.web.child.opening import Opened
from goldthread.web.forms import around, steps
from goldthread.web.forms.answers import Answers, day_picks, typed_day
from goldthread.web.parts import Picks

OF_ONE_CHILD = frozenset({"seen", "bedroom", "why_not_alone", "why_not_seen", "said", "line"})
NUMBERS = {2: "both", 3: "all three", 4: "all four", 5: "all five"}


@dataclass(frozen=True)
class ChildLine:
    """What is asked about one child. Names of fields end in the number of the person."""

    opened: Opened
    answers: Answers

    @property
    def person(self) -> int:
        return self.opened.child.person

    @property
    def first(self) -> str:
        return self.opened.first

    @property
    def age(self) -> str:
        return around.age_soon(self.opened.standing["born"], self.opened.day, self.opened.standing["expected"])

    def name(self, field: str) -> str:
        return f"{field}-{self.person}"

    def text(self, field: str) -> str:
        return self.answers.text(self.name(field))

    @property
    def texts(self) -> dict[str, tuple[str, str]]:
        """The name of each field for words and what is typed in it."""
        fields = ("why_not_alone", "why_not_seen", "said", "line")
        return {field: (self.name(field), self.answers.words.get(self.name(field), "")) for field in fields}


class ChildrenForm:
    """`children` were opened for the acting person; `words` is what is written on the form."""

    called = "Something"
    day_question = "When was it?"
    line_of = ChildLine

    def __init__(self, reach: Reach, words: QueryDict, children: Sequence[Opened]):
        self.reach, self.words = reach, words
        self.answers = Answers(words, reach.now)
        self.lines = [self.line_of(opened, self.answers) for opened in children]

    @property
    def children(self) -> list[Opened]:
        return [line.opened for line in self.lines]

    @property
    def title(self) -> str:
        return f"{self.called} {self.names}"

    @property
    def names(self) -> str:
        return wording.listed(line.first for line in self.lines)

    @property
    def full_title(self) -> str:
        """The title as a list on another page says it: 'A visit to Ama, Kofi and Esi Larkfield'."""
        surnames = {line.opened.standing["surname"] for line in self.lines}
        return f"{self.title} {surnames.pop()}".strip() if len(surnames) == 1 else f"{self.called} {wording.listed(line.opened.name for line in self.lines)}"

    @property
    def references(self) -> list[str]:
        return [line.opened.reference for line in self.lines]

    @property
    def all_words(self) -> str:
        """'For all three': what a shared question is said of."""
        return f"For {NUMBERS.get(len(self.lines), 'all of them')}. " if len(self.lines) > 1 else ""

    @cached_property
    def quick_days(self) -> list[tuple[date, str]]:
        today = self.answers.today
        return [(today, "Today"), (today - timedelta(days=1), "Yesterday")]

    @property
    def day_picks(self) -> Picks:
        return day_picks(self.answers, "day", self.day_question, self.quick_days, first=True)

    @property
    def day_typed(self) -> str:
        return typed_day(self.answers, "day", self.quick_days)

    @cached_property
    def day(self) -> date | None:
        """The day it happened; today where nothing was said."""
        said = self.answers.words.get("day") or self.answers.text("day_other")
        return self.answers.day("day") if said else self.answers.today

    @cached_property
    def at(self) -> datetime | None:
        return self.answers.moment(self.day, "time")

    @cached_property
    def steps(self) -> steps.Steps:
        return steps.Steps(self.answers, self.reach, self.children)

    @property
    def leftover(self) -> list[tuple[str, str]]:
        """Words about children who were taken out of the form: they come back if the child does."""
        mine = {str(line.person) for line in self.lines}
        others = ((name, v) for name, values in self.words.lists() for v in values if person_of(name) not in ("", *mine))
        return [(name, v) for name, v in others if v]


def person_of(name: str) -> str:
    """The number of the person whom a field is about; "" for a field about all of them."""
    field, dash, person = name.rpartition("-")
    return person if dash and field in OF_ONE_CHILD else ""
