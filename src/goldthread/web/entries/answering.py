"""Answering a warning: the words of whoever is worried, and one box. Goldthread sends nothing."""

from dataclasses import replace
from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict

from goldthread.oversight.asked import answer_due, raised_at
from goldthread.record.act import Act
from goldthread.record.reach import NotFound
from goldthread.web import wording
from goldthread.web.entries.conflicts import CHOICE, MERGED
from goldthread.web.entries.correcting import CorrectPage, changing
from goldthread.web.entries.opening import Sheet
from goldthread.web.entries.questions import YES, Question, as_typed, questions
from goldthread.web.entries.typed import Typed
from goldthread.web.today.asking import hour

ASKED = ("answer", "accepted")
CARRIED = ("sheet", "read", "chosen")
WORDS_NEEDED = "Write what you answer, so that whoever reads the record later knows what was said."
NOT_SENT = "Goldthread does not send it: ring or write to {} yourself."
WHY = "Answered."


class AnswerPage(CorrectPage):
    """One question about a warning that stands; everything else in it stays as it is, whatever is posted."""

    template = "goldthread/entries/answer.html"
    save_words = "Save the answer"
    finishes = False
    place = "answer-warning"

    def __init__(self, request: HttpRequest, entry: Sheet):
        if entry.shown.kind.code != "warning":
            raise NotFound(f"Entry {entry.shown.number} is not a warning: nobody waits for an answer to it.")
        super().__init__(request, entry)

    title = property(lambda self: self.heading)
    heading = property(lambda self: f"Answer {self._name or 'the warning'} about {self.opened.first}")
    _name = property(lambda self: self.entry.shown.values.raised_by.strip())
    first_name = property(lambda self: self._name.split(" ")[0] if self._name else "whoever raised it")

    def typed_words(self) -> QueryDict:
        """What was typed, over the warning as it stands."""
        typed, words = super().typed_words(), as_typed(self.entry.shown)
        words["read"] = typed.get("read", "")
        for name, values in typed.lists():
            if name in (*ASKED, *CARRIED) or name.startswith((CHOICE, MERGED)):
                words.setlist(name, values)
        return words

    def read_form(self) -> Typed:
        accepted = self.reader.answers.yes_no("accepted")
        return Typed(values={"answer": self.reader.answers.text("answer"), "accepted": accepted})

    def check(self) -> None:
        if not self.reader.answers.text("answer"):
            self.reader.trouble(WORDS_NEEDED, "answer")

    def put(self, act: Act, typed: Typed) -> int:
        said, number = self.entry.shown.values, self.entry.shown.number
        first = {"answered_at": said.answered_at or self.request.now, "answered_by": said.answered_by_id or act.actor.pk}
        if any(getattr(said, name) != value for name, value in typed.values.items()):
            act.correct(number, self.read, WHY, values={**typed.values, **first})
        return number

    def done(self) -> str:
        saved = f"Your answer about {self.opened.first} is saved."
        return saved if self.words.get("accepted") == YES else f"{saved} {NOT_SENT.format(self.first_name)}"

    def answer(self) -> HttpResponse:
        if self.request.method != "POST" and self.entry.shown.values.answered_at:
            return self.page()
        return super().answer()

    def asked(self) -> list[Question]:
        by_name = {q.name: q for q in questions(self.kind, self.opened, self.words)}
        answer, accepted = (by_name[name] for name in ASKED)
        hint, accept = NOT_SENT.format(self.first_name), f"Did {self.first_name} accept it?"
        picks = replace(accepted.picks, legend=accept)
        return [replace(answer, label="What is your answer?", hint=hint), replace(accepted, label=accept, picks=picks)]

    def context(self, status: int) -> dict[str, Any]:
        said, now = self.entry.shown.values, self.request.now
        raised = raised_at(self.entry.shown)
        return {
            **super().context(status), "said": said, "signed": ", ".join(filter(None, (self._name, said.works_for.strip()))) or "Somebody",
            "received": wording.moment_words(raised), "by": hour(answer_due(said, raised), now), "late": answer_due(said, raised) < now,
            "answered": _answered(said), "mine": self.words.get("answer", "") if self.kept else "",
        }  # fmt: skip


def _answered(said: Any) -> str:
    """'Priya Fenwater answered this on Fri 20 Nov 2026, 5:40pm.'; "" while it waits."""
    if said.answered_at is None:
        return ""
    return f"{said.answered_by or 'Somebody'} answered this on {wording.moment_words(said.answered_at)}."


answer = changing(AnswerPage)
