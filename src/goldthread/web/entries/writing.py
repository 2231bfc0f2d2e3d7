"""Writing a new entry of any type."""

from datetime import datetime
from typing import Any

from django.contrib import messages
from django.db import IntegrityError
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse

from goldthread.people.sight import NotAllowed
from goldthread.record import fields, limits
from goldthread.record.act import Act
from goldthread.record.derive import NoOwner
from goldthread.record.limits import Limit
from goldthread.record.reach import NotFound, Reach
from goldthread.record.register import REGISTER, EntryType
from goldthread.record.speak import NewEntry
from goldthread.web.child.known import read_day
from goldthread.web.child.opening import Opened
from goldthread.web.drafts import sheets
from goldthread.web.drafts.views import kept_words, leave
from goldthread.web.entries.answers import a_called, called
from goldthread.web.entries.permissions import check_is_about, check_may_write_kind
from goldthread.web.entries.questions import Question, day_text, questions, with_errors
from goldthread.web.entries.typed import Reader, Typed
from goldthread.web.forms.answers import Answers
from goldthread.web.parts import Problem, Problems
from goldthread.web.presses.once import DONE_BEFORE
from goldthread.web.reaching import with_reach

REASON = "all_the_same"
REASON_NEEDED = "This goes past a limit of the law. Look at it again, or say why it is so all the same."
OVERLAPS = "There is one already in that time. End the other first, or change the days so that they do not overlap."


@with_reach
def write(request: HttpRequest, reach: Reach, reference: str, kind: str) -> HttpResponse:
    """A new entry of any type about a child."""
    if kind not in REGISTER:
        raise NotFound(f"There is nothing called {kind} to write down.")
    check_may_write_kind(reach.actor, REGISTER[kind])
    opened = _open(request, reach, reference, f"write {kind}")
    check_is_about(REGISTER[kind], opened.about)
    page = WritePage(request, opened, REGISTER[kind])
    return page.answer()


def _open(request: HttpRequest, reach: Reach, reference: str, page: str) -> Opened:
    child = reach.child(reference, page, again=request.method == "POST")
    opened = Opened(reach, child, reach.entries(child))
    request.here = opened.here
    return opened


class Page:
    """One form of an entry type, from the request to the answer. What is typed is kept whatever becomes of it."""

    template = "goldthread/entries/write.html"
    save_words = "Save"

    def __init__(self, request: HttpRequest, opened: Opened, kind: type[EntryType]):
        self.request, self.opened, self.kind = request, opened, kind
        self.limits: list[Limit] = []
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
        typed = self.read_form()
        self.check()
        self.check_limits(typed)
        return self.page(422) if self.reader.answers.problems else self.save(typed)

    def read_form(self) -> Typed:
        return self.reader.read()

    def check(self) -> None:
        """Anything else that must be said before it is saved."""

    def check_limits(self, typed: Typed) -> None:
        """What goes past a limit of the law is saved with a reason only."""
        if not self.reader.answers.problems:
            self.limits = self.limits_passed(typed)
            if self.limits and not self.reader.answers.text(REASON):
                self.reader.trouble(REASON_NEEDED, REASON)

    def limits_passed(self, typed: Typed) -> list[Limit]:
        return limits.passed(self.entry_of(typed), self.opened.child.life.spoken, self.request.now)

    def entry_of(self, typed: Typed) -> NewEntry:
        return NewEntry(self.opened.child.person, self.kind.code, typed.day, typed.values, typed.until, typed.at)

    @property
    def all_the_same(self) -> str:
        """Why it is written although it goes past a limit, as it stays with the entry."""
        reason = self.reader.answers.text(REASON)
        return f"{limits.ALL_THE_SAME}{reason}" if self.limits and reason else ""

    def save(self, typed: Typed) -> HttpResponse:
        try:
            return self.saved(typed)
        except (IntegrityError, NoOwner, NotAllowed) as refused:
            self.reader.trouble(refusal_words(refused), "day")
            return self.page(422)

    def saved(self, typed: Typed) -> HttpResponse:
        with sheets.saving(self.sheet, self.request.now) as draft:
            if draft.saved_at is None:
                with self.opened.reach.act(self.opened.standing["team"]) as act:
                    number = self.put(act, typed)
                draft.outcome = self.back_to(number)
                messages.success(self.request, self.done())
            else:
                messages.success(self.request, DONE_BEFORE)
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

    def asked(self) -> list[Question]:
        return questions(self.kind, self.opened, self.words)

    def context(self, status: int) -> dict[str, Any]:
        errors = self.reader.errors if status != 200 else {}
        return {
            "opened": self.opened, "kind": self.kind, "heading": self.heading, "questions": with_errors(self.asked(), errors), "sheet": self.sheet,
            "words": self.words, "errors": errors, "problems": _problems(self.reader) if status != 200 else None, "save_words": self.save_words,
            "limits": self.limits,
        }  # fmt: skip


def _problems(reader: Reader) -> Problems:
    return Problems(tuple(Problem(p.words, p.field) for p in reader.answers.problems))


def refusal_words(refused: Exception) -> str:
    """A refusal of the database or the house, in words."""
    if isinstance(refused, IntegrityError):
        return OVERLAPS if "one_at_a_time" in str(refused) else f"The record refused this: {refused}".split("\n")[0]
    return str(refused)


class WritePage(Page):
    """A new entry."""

    @property
    def heading(self) -> str:
        if self.kind.code != "booking":
            return super().heading
        return f"Plan {'a visit to' if self.words.get('what') == 'visit' else 'something for'} {self.opened.first}"

    def put(self, act: Act, typed: Typed) -> int:
        return put_new(act, self.entry_of(typed), typed.person, self.request.now, self.all_the_same)


def put_new(act: Act, entry: NewEntry, person: dict[str, Any] | None, now: datetime, why: str) -> int:
    """Write an entry as it was typed, and before it the person whom a relationship names for the first time."""
    values = dict(entry.values)
    if person:
        values["other"] = act.new_person()
        act.write(values["other"], "person", now.date(), {name: value for name, value in person.items() if value})
    return act.write(entry.person, entry.type, entry.day, values, until=entry.until, at=entry.at, why=why)
