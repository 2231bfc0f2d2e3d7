"""What happens next: who does what, and by when, with days worked out."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from django.http import QueryDict

from goldthread.clock.calendars import working_days_in_england
from goldthread.clock.spans import working_days
from goldthread.duties import words as w
from goldthread.oversight.foresee import met_by_word, still_owed
from goldthread.people.models import Worker
from goldthread.record.reach import Reach
from goldthread.web import wording
from goldthread.web.child.opening import Opened
from goldthread.web.forms.answers import Answers, day_picks, typed_day
from goldthread.web.parts import Picks

QUICK = (2, 5, 10)
MOST = 20
CONFERENCES = met_by_word(w.review_conference_held) | met_by_word(w.initial_conference_held)


@dataclass(frozen=True)
class Step:
    """One thing to be done, as it stands on the form."""

    number: int
    steps: "Steps"

    def name(self, field: str) -> str:
        return f"next_{field}_{self.number}"

    @property
    def what(self) -> tuple[str, str]:
        return self.name("what"), self.steps.answers.words.get(self.name("what"), "")

    @property
    def who(self) -> tuple[str, str]:
        """Whoever was chosen; on a row that was not touched yet, the acting person."""
        return self.name("who"), self.steps.answers.words.get(self.name("who"), str(self.steps.reach.actor.pk))

    @property
    def picks(self) -> Picks:
        return day_picks(self.steps.answers, self.name("when"), "By when", self.steps.days, small=True)

    @property
    def typed(self) -> tuple[str, str]:
        name = self.name("when")
        return f"{name}_other", typed_day(self.steps.answers, name, self.steps.days)

    @property
    def is_written(self) -> bool:
        return bool(self.what[1].strip())

    def words(self) -> str:
        """'Ask for a washing machine. Priya Fenwater, by Friday 27 November 2026.'"""
        day = self.steps.answers.day(self.name("when"), ahead=True)
        who = self.steps.names.get(self.steps.answers.words.get(self.name("who"), ""), "")
        ends = ", ".join(filter(None, [who, f"by {wording.full_day(day)}" if day else ""]))
        what = self.what[1].strip().rstrip(".")
        return f"{what}. {ends[:1].upper() + ends[1:]}." if ends else f"{what}."


class Steps:
    """The rows of the form; there is always one more to write in where it was asked for."""

    def __init__(self, answers: Answers, reach: Reach, children: Sequence[Opened]):
        self.answers, self.reach, self.children = answers, reach, children

    @property
    def count(self) -> int:
        asked = self.answers.words.get("next_count", "1")
        number = int(asked) if asked.isdecimal() and len(asked) < 3 else 1
        return min(MOST, max(1, number))

    def one_more(self) -> QueryDict:
        """The words of the form, with one more row to write in."""
        words = self.answers.words.copy()
        words["next_count"] = str(self.count + 1)
        return words

    @property
    def rows(self) -> list[Step]:
        return [Step(number, self) for number in range(self.count)]

    @cached_property
    def names(self) -> dict[str, str]:
        """Who may be named: the acting person first, then the others of the team."""
        me = self.reach.actor
        others = Worker.objects.at_work().filter(team=me.team_id).exclude(pk=me.pk).order_by("name") if me.team_id else ()
        return {str(me.pk): me.name, **{str(o.pk): o.name for o in others}}

    @property
    def people(self) -> list[tuple[str, str]]:
        me = str(self.reach.actor.pk)
        return [(number, "Me" if number == me else name) for number, name in self.names.items()]

    @cached_property
    def days(self) -> list[tuple[date, str]]:
        """Ready-made days: some working days from today, and before the next conference if one is due soon."""
        today = self.answers.today
        found = [(working_days(n).due(today), f"In {n} working days") for n in QUICK]
        conference = self._conference()
        if conference and today < conference and conference not in dict(found):
            found.append((conference, "Before the conference"))
        return found

    def _conference(self) -> date | None:
        """The working day before the next conference that is due, or booked sooner."""
        today = self.answers.today
        due = [o.due for c in self.children for o in still_owed(c.child.owed, CONFERENCES, self.answers.now)]
        booked = [b.day for c in self.children for b in c.of("booking") if "conference" in b.values.what and b.day > today]
        first = min([d for d in (*due, *booked) if d > today], default=None)
        return working_days_in_england().on_or_before(first - timedelta(days=1)) if first else None

    def words(self) -> str:
        """All of them, a line each, as they are written in the record."""
        return "\n".join(step.words() for step in self.rows if step.is_written)
