"""A case note as a form: one for several children, with a line each, the child's own words first."""

from functools import cached_property
from typing import Any

from django.http import QueryDict

from goldthread.record.speak import NewEntry
from goldthread.record.types.work import CaseNote
from goldthread.web.forms.answers import choice_picks
from goldthread.web.forms.children import ChildLine, ChildrenForm
from goldthread.web.parts import Picks, Problem

KINDS = dict(CaseNote._meta.get_field("kind").codes)
ABOUT_ALL = ("kind", "title", "who", "note", "next_steps")
NOTHING = "There is nothing on it yet. Write what the child said, or what happened."


class NotedChild(ChildLine):
    """What is written about one child alone."""

    def values(self, shared: str) -> dict[str, Any]:
        """Their own words, and the note that all share followed by the line about this child."""
        note = "\n\n".join(filter(None, [shared, self.text("line")]))
        return {name: value for name, value in {"said": self.text("said"), "note": note}.items() if value}


class NoteForm(ChildrenForm):
    """The whole form."""

    called, line_of = "A note about", NotedChild

    @property
    def kind_picks(self) -> Picks:
        return choice_picks(self.answers, "kind", "What was it?", [(code, words, "") for code, words in KINDS.items()], small=True)

    @cached_property
    def shared(self) -> dict[str, Any]:
        """What is written about every child alike."""
        answers = self.answers
        found = {
            "kind": answers.choice("kind", KINDS), "title": answers.line("title", 200, "In a few words"),
            "who": answers.line("who", 200, "With whom"), "next_steps": self.steps.words(),
        }  # fmt: skip
        return {field: value for field, value in found.items() if value}

    def problems(self) -> list[Problem]:
        """A day or time that cannot be read, a line that is too long, or nothing written at all."""
        _ = self.day, self.at, self.shared
        written = [*self.shared.values(), self.answers.text("note"), *(line.text(f) for line in self.lines for f in ("said", "line"))]
        if not any(written) and not self.answers.problems:
            self.answers.trouble(NOTHING, "note")
        return self.answers.problems

    def entries(self, together: int | None = None) -> list[NewEntry]:
        """One entry for each child."""
        day, note = self.day or self.answers.today, self.answers.text("note")
        return [NewEntry(line.person, "note", day, {**self.shared, **line.values(note)}, at=self.at, together=together) for line in self.lines]

    def changed(self, asked: str) -> QueryDict:
        return self.steps.one_more() if asked == "step" else self.words.copy()
