"""Writing a new entry of any type, correcting one, and ending what lasts."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.db import IntegrityError
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse

from goldthread.people.sight import NotAllowed
from goldthread.record import fields
from goldthread.record.act import Act, Conflict
from goldthread.record.derive import NoOwner
from goldthread.record.reach import NotFound, Reach
from goldthread.record.register import REGISTER, EntryType
from goldthread.web.child.known import read_day
from goldthread.web.child.opening import Opened
from goldthread.web.drafts import sheets
from goldthread.web.drafts.views import kept_words, leave
from goldthread.web.entries import conflicts
from goldthread.web.entries.answers import a_called, called
from goldthread.web.entries.opening import Sheet, open_entry
from goldthread.web.entries.permissions import check_may_write_kind
from goldthread.web.entries.questions import as_typed, day_text, questions, with_errors
from goldthread.web.entries.typed import Reader, Typed
from goldthread.web.forms.answers import Answers
from goldthread.web.parts import Problem, Problems
from goldthread.web.reaching import with_reach

WHY_NEEDED = "Why do you correct it? Say it in a few words: they stay beside the change."
OVERLAPS = "There is one already in that time. End the other first, or change the days so that they do not overlap."
ENDING = ("end_reason", "change_reason", "found_at", "where", "told", "reason")  # what is asked when something ends


@with_reach
def write(request: HttpRequest, reach: Reach, reference: str, kind: str) -> HttpResponse:
    """A new entry of any type about a child."""
    if kind not in REGISTER:
        raise NotFound(f"There is nothing called {kind} to write down.")
    check_may_write_kind(reach.actor, REGISTER[kind])
    opened = _open(request, reach, reference, f"write {kind}")
    page = WritePage(request, opened, REGISTER[kind])
    return page.answer()


def _open(request: HttpRequest, reach: Reach, reference: str, page: str) -> Opened:
    request.here = "my_children"
    child = reach.child(reference, page, again=request.method == "POST")
    return Opened(reach, child, reach.entries(child))


class Page:
    """One form of an entry type, from the request to the answer. What is typed is kept whatever becomes of it."""

    template = "goldthread/entries/write.html"
    save_words = "Save"

    def __init__(self, request: HttpRequest, opened: Opened, kind: type[EntryType]):
        self.request, self.opened, self.kind = request, opened, kind
        self.kept = sheets.reopened(request)
        self.words = self.typed_words()
        self.sheet = sheets.sheet(request, self.kept, kind=self.place, title=self.title, children=[opened.reference])
        self.reader = Reader(kind, opened, Answers(self.words, request.now))

    place = property(lambda self: self.kind.code)
    title = property(lambda self: f"{called(self.kind)}, {self.opened.first}")
    heading = property(lambda self: f"Write down {a_called(self.kind)}")

    def typed_words(self) -> QueryDict:
        words = sheets.words(self.request, self.kept)
        return words if self.request.method == "POST" or self.kept else self.usual(words)

    def usual(self, words: QueryDict) -> QueryDict:
        """What stands on a new form: what the address gives, and what is nearly always so."""
        words = words.copy()
        if day := read_day(words.get("day", "")):
            words["day"] = day_text(day)
        for field in self.kind.questions():
            if field.name in ("by", "worker", "manager") and isinstance(field, fields.ToWorker):
                words.setdefault(field.name, str(self.opened.reach.actor.pk))
        referral = next((w for w in self.opened.of("referral") if w.values.decision == "accepted"), None)
        if self.kind.code == "closing" and referral:
            words.setdefault("closes", str(referral.number))
        return words

    def answer(self) -> HttpResponse:
        if self.request.method != "POST":
            return self.page()
        if self.request.POST.get("do") == "later":
            return leave(self.request, self.sheet)
        typed = self.reader.read()
        self.check()
        return self.page(422) if self.reader.answers.problems else self.save(typed)

    def check(self) -> None:
        """Anything else that must be said before it is saved."""

    def save(self, typed: Typed) -> HttpResponse:
        try:
            return self.saved(typed)
        except (IntegrityError, NoOwner, NotAllowed) as refused:
            self.reader.trouble(_sentence(refused), "day")
            return self.page(422)

    def saved(self, typed: Typed) -> HttpResponse:
        with sheets.saving(self.sheet, self.request.now) as draft:
            if draft.saved_at is None:
                with self.opened.reach.act(self.opened.standing["team"]) as act:
                    number = self.put(act, typed)
                draft.outcome = self.back_to(number)
                messages.success(self.request, self.done())
            else:
                messages.success(self.request, "This was saved the first time. Nothing was written twice.")
        return redirect(draft.outcome)

    def put(self, act: Act, typed: Typed) -> int:
        raise NotImplementedError

    def done(self) -> str:
        return f"{called(self.kind)} of {self.opened.first} saved."

    def back_to(self, number: int) -> str:
        return reverse("child", args=[self.opened.reference])

    def page(self, status: int = 200) -> HttpResponse:
        if status != 200:
            kept_words(self.request, self.sheet)
        return render(self.request, self.template, self.context(status), status=status)

    def context(self, status: int) -> dict[str, Any]:
        asked = questions(self.kind, self.opened, self.words)
        errors = self.reader.errors if status != 200 else {}
        return {
            "opened": self.opened, "kind": self.kind, "heading": self.heading, "questions": with_errors(asked, errors), "sheet": self.sheet,
            "words": self.words, "errors": errors, "problems": _problems(self.reader) if status != 200 else None, "save_words": self.save_words,
        }  # fmt: skip


def _problems(reader: Reader) -> Problems:
    return Problems(tuple(Problem(p.words, p.field) for p in reader.answers.problems))


def _sentence(refused: Exception) -> str:
    """A refusal of the database or the house, in words."""
    if isinstance(refused, IntegrityError):
        return OVERLAPS if "one_at_a_time" in str(refused) else f"The record refused this: {refused}".split("\n")[0]
    return str(refused)


class WritePage(Page):
    """A new entry."""

    def put(self, act: Act, typed: Typed) -> int:
        values = dict(typed.values)
        if typed.person:
            values["other"] = self._new_person(act, typed.person)
        return act.write(self.opened.child.person, self.kind.code, typed.day, values, until=typed.until, at=typed.at)

    def _new_person(self, act: Act, person: dict[str, Any]) -> int:
        number = act.new_person()
        act.write(number, "person", self.request.now.date(), {name: value for name, value in person.items() if value})
        return number


class CorrectPage(Page):
    """A correction: the same form with what was said in it, a reason, and the version that was read."""

    template = "goldthread/entries/correct.html"
    save_words = "Save the correction"

    def __init__(self, request: HttpRequest, entry: Sheet):
        self.entry = entry
        super().__init__(request, entry.opened, entry.shown.kind)

    place = property(lambda self: f"correct-{self.kind.code}")
    title = property(lambda self: f"Correct {a_called(self.kind)}, {self.opened.first}")
    heading = property(lambda self: f"Correct {a_called(self.kind)}")

    def usual(self, words: QueryDict) -> QueryDict:
        found = as_typed(self.entry.shown)
        found["read"] = str(self.entry.shown.version)
        found["why"] = words.get("why", "")
        return found

    @property
    def read(self) -> int:
        text = self.words.get("read", "")
        return int(text) if text.isascii() and text.isdigit() and len(text) < 6 else 0

    def check(self) -> None:
        if not self.reader.answers.text("why"):
            self.reader.trouble(WHY_NEEDED, "why")

    def answer(self) -> HttpResponse:
        if self.request.method == "POST" and self.request.POST.get("do") != "later":
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
        number, why = self.entry.shown.number, self.reader.answers.text("why")
        values = {f.name: typed.values.get(f.name, getattr(self.entry.shown.values, f.attname)) for f in self.kind.questions()}
        if typed.values.get("other") is None and "other" in values:
            values["other"] = self.entry.shown.values.other_id
        act.correct(number, self.read, why, values=values, day=typed.day, until=typed.until, at=typed.at)
        return number

    def done(self) -> str:
        return f"Corrected. What it said before stays readable: {called(self.kind).lower()} of {self.opened.first}."

    def back_to(self, number: int) -> str:
        return reverse("entry", args=[number])

    def context(self, status: int) -> dict[str, Any]:
        return {**super().context(status), "entry": self.entry.shown, "read": self.read or self.entry.shown.version, "why": self.words.get("why", "")}


class EndPage(CorrectPage):
    """The end of something that lasts: its last day, and why."""

    template = "goldthread/entries/end.html"
    save_words = "Save the end"
    place = property(lambda self: f"end-{self.kind.code}")
    heading = property(lambda self: f"End the {self.kind.called}" if not self.kind.called.startswith("details") else "End")

    def check(self) -> None:
        if not self.reader.answers.text("until"):
            self.reader.trouble("Write the last day as 12/11/2026.", "until")

    def put(self, act: Act, typed: Typed) -> int:
        self.words = self.words.copy()
        number = self.entry.shown.number
        values = {name: typed.values[name] for name in typed.values if name in ENDING}
        act.correct(number, self.read, self.reader.answers.text("why") or "It ended.", values=values, until=typed.until)
        return number

    def done(self) -> str:
        return f"{called(self.kind)} of {self.opened.first} ended."

    def context(self, status: int) -> dict[str, Any]:
        words = super().context(status)
        asked = [q for q in words["questions"] if q.name == "until" or q.name in ENDING]
        carried = [(n, v) for n, vs in self.words.lists() for v in vs if n not in {q.name for q in asked} | sheets.NOT_WORDS | {"why", "read"}]
        return {**words, "questions": asked, "carried": carried}


def _changing(page: Callable[[HttpRequest, Sheet], Page]) -> Callable[..., HttpResponse]:
    @with_reach
    def view(request: HttpRequest, reach: Reach, number: int) -> HttpResponse:
        entry = open_entry(request, reach, number, "correct")
        check_may_write_kind(reach.actor, entry.shown.kind)
        if not entry.stands:
            raise NotFound("This entry has been withdrawn, or belongs to an earlier day: it cannot be changed here.")
        return page(request, entry).answer()

    return view


correct = _changing(CorrectPage)
end = _changing(EndPage)
