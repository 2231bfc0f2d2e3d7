"""A visit as a form: one for all the children who were visited, a line for each. What is missing does not stop it."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.http import QueryDict
from django.utils.text import Truncator

from goldthread.record.reading import Written
from goldthread.record.speak import NewEntry
from goldthread.record.types.work import Visit
from goldthread.web import wording
from goldthread.web.forms import around
from goldthread.web.forms.answers import choice_picks, tick_picks, yes_no_picks
from goldthread.web.forms.children import ChildLine, ChildrenForm
from goldthread.web.parts import Picks, Problem

SEEN = {"alone": (True, True), "with": (True, False), "no": (False, None)}
SEEN_WORDS = [("alone", "Seen alone", ""), ("with", "Seen, not alone", ""), ("no", "Not seen", "")]
PLACES = dict(Visit._meta.get_field("place").codes)
WHERE_BEDROOMS_ARE = ("home", "placement")


@dataclass(frozen=True, slots=True)
class Missing:
    """An answer that was not given: in words, and the id of its field."""

    words: str
    field: str


class VisitedChild(ChildLine):
    """What is asked about one child who was visited."""

    @property
    def seen(self) -> str:
        return self.answers.choice(self.name("seen"), SEEN)

    @property
    def seen_picks(self) -> Picks:
        return choice_picks(self.answers, self.name("seen"), f"Was {self.first} seen?", SEEN_WORDS, hide_legend=True, triple=True)

    @property
    def bedroom_picks(self) -> Picks:
        return yes_no_picks(self.answers, self.name("bedroom"), "Bedroom seen?")

    def values(self) -> dict[str, Any]:
        """The answers about this child alone; those not given are left out."""
        child_seen, alone = SEEN.get(self.seen, (None, None))
        found = {"child_seen": child_seen, "seen_alone": alone, "bedroom": self.answers.yes_no(self.name("bedroom"))}
        found |= {field: self.text(field) for field in ("why_not_alone", "why_not_seen", "said")}
        return {field: value for field, value in found.items() if value not in (None, "")}

    def missing(self, place: str) -> Iterator[Missing]:
        """What was not said about this child."""
        asked = {
            "seen": (not self.seen, f"whether {self.first} was seen"),
            "why_not_alone": (self.seen == "with" and not self.text("why_not_alone"), f"why {self.first} was not seen alone"),
            "why_not_seen": (self.seen == "no" and not self.text("why_not_seen"), f"why {self.first} was not seen"),
            "said": (self.seen in ("alone", "with") and not self.text("said"), f"what {self.first} said or showed"),
            "bedroom": (self._bedroom_is_missing(place), f"{wording.possessive(self.first)} bedroom"),
        }
        return (Missing(words, self.name(field)) for field, (is_missing, words) in asked.items() if is_missing)

    def _bedroom_is_missing(self, place: str) -> bool:
        there = place in WHERE_BEDROOMS_ARE and self.seen in ("alone", "with")
        return there and self.answers.yes_no(self.name("bedroom")) is None


class VisitForm(ChildrenForm):
    """The whole form."""

    called, day_question, line_of = "A visit to", "When were you there?", VisitedChild

    # What stands on it

    @property
    def place_picks(self) -> Picks:
        choices = around.places(self.children, PLACES)
        return choice_picks(self.answers, "place", "Where?", choices)

    @property
    def known_picks(self) -> Picks:
        return yes_no_picks(self.answers, "known", "Did they know you were coming?")

    @property
    def got_in_picks(self) -> Picks:
        return yes_no_picks(self.answers, "got_in", "If nobody was seen: did you get in?")

    @cached_property
    def relatives(self) -> list[str]:
        return around.relatives(self.children)

    @property
    def present_picks(self) -> Picks:
        choices = [(name, name, "") for name in (*self.relatives, "Somebody else")]
        return tick_picks(self.answers, "present", "Who was there?", choices, small=True)

    # What it says

    @property
    def made(self) -> bool | None:
        """Somebody who saw a child was let in; otherwise it is asked."""
        return True if any(line.seen in ("alone", "with") for line in self.lines) else self.answers.yes_no("got_in")

    @cached_property
    def shared(self) -> dict[str, Any]:
        """What is written about every child alike."""
        answers = self.answers
        found = {
            "place": answers.choice("place", PLACES), "where": answers.line("where", 200, "Where exactly"), "known": answers.yes_no("known"),
            "made": self.made, "at_home": answers.text("at_home"), "present": self._present(), "next_steps": self.steps.words(),
        }  # fmt: skip
        return {field: value for field, value in found.items() if value not in (None, "")}

    def _present(self) -> str:
        named = [name for name in self.answers.all("present") if name in self.relatives]
        others = self.answers.text("present_other")
        return ", ".join([*named, *([others] if others else [])])

    def problems(self) -> list[Problem]:
        """What stops it from being saved: a day or time that cannot be read, nothing else."""
        _ = self.day, self.at, self.shared
        return self.answers.problems

    def missing(self) -> list[Missing]:
        """Answers that were not given. They do not stop anything."""
        place = self.answers.choice("place", PLACES)
        found = [m for line in self.lines for m in line.missing(place)]
        if not place:
            found.append(Missing("where it was", "place"))
        if self.answers.yes_no("known") is None:
            found.append(Missing("whether they knew you were coming", "known"))
        if self.made is None and all(line.seen == "no" for line in self.lines):
            found.append(Missing("whether you got in", "got_in"))
        return found

    def entries(self, together: int | None = None) -> list[NewEntry]:
        """One entry for each child, as they would be written."""
        day = self.day or self.answers.today
        return [NewEntry(line.person, "visit", day, {**self.shared, **line.values(), "by": self.reach.actor.pk}, at=self.at, together=together)
                for line in self.lines]  # fmt: skip

    # Beside it

    @cached_property
    def last_visit(self) -> Written | None:
        """The newest visit to any of them, with what was written."""
        visits = [w for line in self.lines for w in line.opened.of("visit") if w.day <= self.answers.today]
        return max(visits, key=lambda w: (w.day, w.entered_at), default=None)

    @property
    def last_words(self) -> str:
        last = self.last_visit
        return Truncator(last.values.at_home or last.values.said or last.values.why_not_seen).chars(320) if last else ""

    def changed(self, asked: str) -> QueryDict:
        """The words as they are, and with what a button adds to them."""
        words = self.steps.one_more() if asked == "step" else self.words.copy()
        if asked == "copy" and self.last_visit:
            last = {name.strip() for name in self.last_visit.values.present.split(",")}
            words.setlist("present", [name for name in self.relatives if name in last])
        return words
