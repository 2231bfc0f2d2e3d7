"""Correcting an entry, finishing one, and ending what lasts."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse

from goldthread.record import limits
from goldthread.record.act import Act, Conflict
from goldthread.record.limits import Limit
from goldthread.record.reach import NotFound, Reach
from goldthread.record.reading import Written
from goldthread.record.speak import NewEntry, speak
from goldthread.web.drafts import sheets
from goldthread.web.drafts.views import kept_words
from goldthread.web.entries import conflicts, finishing
from goldthread.web.entries.answers import a_called, called
from goldthread.web.entries.opening import Sheet, open_entry
from goldthread.web.entries.permissions import check_may_write_kind
from goldthread.web.entries.questions import as_typed
from goldthread.web.entries.typed import Reader, Typed
from goldthread.web.entries.writing import REASON, Page
from goldthread.web.forms.answers import Answers
from goldthread.web.presses.once import DONE_BEFORE
from goldthread.web.reaching import with_reach

WHY_NEEDED = "Why do you correct it? Say it in a few words: they stay beside the change."
ENDING = ("end_reason", "change_reason", "found_at", "where", "told", "reason")  # what is asked when something ends


class CorrectPage(Page):
    """A correction: the same form with what was said in it, a reason, and the version that was read.

    Where the address says `finish`, or asks for one open fact by `ask`, what was left open comes first and the rest is folded.
    """

    template = "goldthread/entries/correct.html"

    def __init__(self, request: HttpRequest, entry: Sheet):
        self.entry = entry
        super().__init__(request, entry.opened, entry.shown.kind)

    place = property(lambda self: f"correct-{self.kind.code}")
    title = property(lambda self: self.heading if self.finishes else f"Correct {a_called(self.kind)}, {self.opened.first}")
    save_words = property(lambda self: "Save" if self.finishes else "Save the correction")
    fact = property(lambda self: finishing.open_fact(self.entry.shown, self.words.get("ask", "")))
    finishes = property(lambda self: bool(self.fact or self.words.get("finish")))

    @property
    def heading(self) -> str:
        if self.fact:
            return finishing.one_fact(self.entry, self.fact)
        return finishing.heading(self.entry) if self.finishes else f"Correct {a_called(self.kind)}"

    def usual(self, words: QueryDict) -> QueryDict:
        found = as_typed(self.entry.shown)
        found["read"] = str(self.entry.shown.version)
        found["why"] = words.get("why", "")
        for name in ("ask", "finish"):
            if name in words:
                found[name] = words[name]
        if finishing.open_fact(self.entry.shown, words.get("ask", "")):
            found["why"] = found["why"] or finishing.NOT_BEFORE
        return found

    @property
    def read(self) -> int:
        text = self.words.get("read", "")
        return int(text) if text.isascii() and text.isdigit() and len(text) < 6 else 0

    def check(self) -> None:
        """A reason for whatever said something else before; none for what was open."""
        filled, changed = finishing.apart(self.entry, self.words)
        why = self.reader.answers.text("why")
        if not self.finishes:
            if not why and (changed or not filled):
                self.reader.trouble(WHY_NEEDED, "why")
        elif changed and why in ("", finishing.NOT_BEFORE):
            self.reader.trouble(finishing.CHANGED.format(", ".join(f"“{label}”" for label in changed)), "why")
        elif not changed and not filled and not self._cannot_say():
            self.reader.trouble(finishing.CHOOSE if self.fact else finishing.NOTHING_YET, self.fact or "entry")

    def limits_passed(self, typed: Typed) -> list[Limit]:
        return newly_passed(self.entry, typed, self.request.now)

    def _cannot_say(self) -> bool:
        return bool(self.fact) and self.words.get(self.fact) == finishing.CANNOT_SAY

    def why(self) -> str:
        """The reason that stays beside the new version."""
        if self._cannot_say() and not any(finishing.apart(self.entry, self.words)):
            return finishing.ASKED_AGAIN
        return self.reader.answers.text("why") or finishing.FINISHED

    def answer(self) -> HttpResponse:
        if self.request.method == "POST" and self.request.POST.get("do") != "later":
            if before := sheets.saved_before(self.sheet):
                messages.success(self.request, DONE_BEFORE)
                return redirect(before.outcome)
            if "chosen" in self.words:
                self.words = conflicts.put_together(self.entry, self.words)
                self.reader = Reader(self.kind, self.opened, Answers(self.words, self.request.now))
            if self.read != self.entry.shown.version:
                return self._conflict()
        return super().answer()

    def _conflict(self) -> HttpResponse:
        """Somebody else changed it meanwhile: both are shown, and nothing is lost."""
        kept_words(self.request, self.sheet)
        words = {**self.context(200), "conflict": conflicts.conflict(self.entry, self.words, self.read), "entry": self.entry.shown}
        return render(self.request, "goldthread/entries/conflict.html", words, status=409)

    def save(self, typed: Typed) -> HttpResponse:
        try:
            return super().save(typed)
        except Conflict:
            self.entry = open_entry(self.request, self.opened.reach, self.entry.shown.number, "correct")
            return self._conflict()

    def put(self, act: Act, typed: Typed) -> int:
        number, why = self.entry.shown.number, self.why()
        values = corrected(self.entry.shown, typed)
        act.correct(number, self.read, f"{why} {self.all_the_same}".strip(), values=values, day=typed.day, until=typed.until, at=typed.at)
        return number

    def done(self) -> str:
        if self.finishes:
            return f"{called(self.kind)} of {self.opened.first} saved."
        return f"Corrected. What it said before stays readable: {called(self.kind).lower()} of {self.opened.first}."

    def back_to(self, number: int) -> str:
        return reverse("entry", args=[number])

    def context(self, status: int) -> dict[str, Any]:
        words = {**super().context(status), "entry": self.entry.shown, "read": self.read or self.entry.shown.version, "why": self.words.get("why", "")}
        if not self.finishes:
            return words
        first, folded = finishing.fold(self.entry, words["questions"], self.fact)
        opens = not first or "why" in words["errors"] or any(q.error for q in folded)
        summary = f"Everything else about the {self.kind.called}" if self.fact else f"What was said before ({len(folded)})"
        return {**words, "questions": first, "finishes": True, "folded": folded, "fold_open": opens, "fold_words": summary}


def newly_passed(entry: Sheet, typed: Typed, now: datetime) -> list[Limit]:
    """The limits that it goes past now and did not before, and what it no longer says although it may not be taken back."""
    shown, spoken = entry.shown, entry.opened.child.life.spoken
    own, around = [s.word for s in spoken if s.entry == shown.number], [s for s in spoken if s.entry != shown.number]
    said = {f.name: getattr(shown.values, f.attname) for f in shown.kind.questions()}
    before = limits.passed(NewEntry(shown.person, shown.kind.code, shown.day, said, shown.until, shown.at), around, now)
    new = NewEntry(shown.person, shown.kind.code, typed.day or shown.day, {**said, **typed.values}, typed.until, typed.at)
    gone_past = [limit for limit in limits.passed(new, around, now) if limit not in before]
    return [*gone_past, *limits.taken_back(shown.kind, own, (s.word for s in speak(new, now)))]


def corrected(shown: Written, typed: Typed) -> dict[str, Any]:
    """Every answer of the new version: what the form did not ask stays, and so does whom a relationship is with."""
    values = {f.name: typed.values.get(f.name, getattr(shown.values, f.attname)) for f in shown.kind.questions()}
    if typed.values.get("other") is None and "other" in values:
        values["other"] = shown.values.other_id
    return values


class EndPage(CorrectPage):
    """The end of something that lasts: its last day, and why."""

    template = "goldthread/entries/end.html"
    save_words = "Save the end"
    finishes = False
    title = property(lambda self: f"{self.heading}, {self.opened.first}")
    place = property(lambda self: f"end-{self.kind.code}")
    heading = property(lambda self: f"End the {self.kind.called}" if not self.kind.called.startswith("details") else "End")

    def check(self) -> None:
        if not self.reader.answers.text("until"):
            self.reader.trouble("Write the last day as 12/11/2026.", "until")

    def put(self, act: Act, typed: Typed) -> int:
        self.words = self.words.copy()
        number = self.entry.shown.number
        values = {name: typed.values[name] for name in typed.values if name in ENDING}
        why = self.reader.answers.text("why") or "It ended."
        act.correct(number, self.read, f"{why} {self.all_the_same}".strip(), values=values, until=typed.until)
        return number

    def done(self) -> str:
        return f"{called(self.kind)} of {self.opened.first} ended."

    def context(self, status: int) -> dict[str, Any]:
        words = super().context(status)
        asked = [q for q in words["questions"] if q.name == "until" or q.name in ENDING]
        carried = [(n, v) for n, vs in self.words.lists() for v in vs if n not in {q.name for q in asked} | sheets.NOT_WORDS | {"why", "read", REASON}]
        return {**words, "questions": asked, "carried": carried}


def changing(page: Callable[[HttpRequest, Sheet], Page]) -> Callable[..., HttpResponse]:
    """The view of a form that puts a new version in the place of an entry that stands."""

    @with_reach
    def view(request: HttpRequest, reach: Reach, number: int) -> HttpResponse:
        entry = open_entry(request, reach, number, "correct")
        check_may_write_kind(reach.actor, entry.shown.kind)
        if not entry.stands:
            raise NotFound("This entry has been withdrawn, or belongs to an earlier day: it cannot be changed here.")
        return page(request, entry).answer()

    return view


correct = changing(CorrectPage)
end = changing(EndPage)
