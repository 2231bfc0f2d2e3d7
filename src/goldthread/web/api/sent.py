"""What was sent as JSON, as the form of the type would have posted it: read, checked and answered by the form's own rules."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.http import QueryDict
from pydantic import BaseModel

from goldthread.clock.times import LONDON
from goldthread.record import fields
from goldthread.record.limits import Limit
from goldthread.record.register import EntryType
from goldthread.web.api.problems import Problem
from goldthread.web.child.opening import Opened
from goldthread.web.entries.questions import NO, RELATED, SOMEBODY_NEW, YES, day_text, time_text
from goldthread.web.entries.typed import Reader, Typed
from goldthread.web.entries.writing import REASON, REASON_NEEDED
from goldthread.web.forms.answers import Answers

PUT_RIGHT = "Put right what is named in errors, and send it again. Nothing has been written."
NOT_A_MOMENT = "Write the moment with its offset, such as 2026-11-12T16:15:00+00:00."
NOT_USED = "There is nobody and nothing here with this number or reference. Leave it out, or look it up."
HEADER = ("day", "time", "until")


class Form:
    """One body as a form. `words` is what the form posts, `reader` reads it, and `check` raises a Problem for what is wrong."""

    def __init__(self, kind: type[EntryType], opened: Opened, body: BaseModel, now: datetime, stands: QueryDict | None = None):
        self.kind, self.opened, self.body = kind, opened, body
        self.answers = body.answers.model_dump(exclude_unset=True)
        self.words = stands.copy() if stands is not None else QueryDict(mutable=True)
        self.reader = Reader(kind, opened, Answers(self.words, now))
        self._fill()

    def _fill(self) -> None:
        for name in HEADER:
            if name in self.body.model_fields_set:
                self.words[name] = getattr(self.body, name) or ""
        for field in self.kind.asked():
            if field.name in self.answers:
                self._put(field, self.answers[field.name])
        self.words[REASON] = self.body.all_the_same
        if somebody := getattr(self.body, "new_person", None):
            for name, value in somebody.model_dump().items():
                self.words[f"new_{name}"] = value or ""

    def _put(self, field: Any, value: Any) -> None:
        name = field.name
        if isinstance(field, fields.Choices):
            self.words.setlist(name, value or [])
        elif isinstance(field, fields.Moment):
            self.words[name], self.words[f"{name}_time"] = self._moment(name, value) if value else ("", "")
        elif isinstance(field, fields.ToPerson):
            self.words[name] = self._person(value) if value else ""
        elif isinstance(value, bool):
            self.words[name] = YES if value else NO
        else:
            self.words[name] = "" if value is None else str(value)

    def _moment(self, name: str, text: str) -> tuple[str, str]:
        try:
            moment = datetime.fromisoformat(text)
            here = moment.astimezone(LONDON) if moment.tzinfo else None
        except (ValueError, OverflowError):
            here = None
        if here is None:
            self.reader.trouble(NOT_A_MOMENT, name)
            return "", ""
        return day_text(here), time_text(here)

    def _person(self, reference: str) -> str:
        """The number by which the form knows somebody around; what is no such reference is left to the form to refuse."""
        if reference == SOMEBODY_NEW:
            return reference
        around = (r.values.other for r in self.opened.of("relationship") if r.values.other_id)
        return next((str(somebody.pk) for somebody in around if somebody.reference == reference), "-")

    def read(self) -> Typed:
        """What it says. Raises a Problem with the form's own sentences."""
        typed = self.reader.read()
        for name, value in self.answers.items():
            if value not in (None, "", [], False) and typed.values.get(name) in (None, "", []) and not self._is_new(name, typed):
                self.reader.trouble(NOT_USED, name)
        self.check()
        return typed

    def _is_new(self, name: str, typed: Typed) -> bool:
        return name == RELATED and typed.person is not None

    def check_limits(self, passed: Iterable[Limit]) -> list[Limit]:
        """What goes past a limit of the law is written with a reason only."""
        found = list(passed)
        if found and not self.reader.answers.text(REASON):
            self.reader.trouble(" ".join([*(f"{limit.says} {limit.do}" for limit in found), REASON_NEEDED]), REASON)
        self.check()
        return found

    def check(self) -> None:
        if self.reader.answers.problems:
            raise Problem("not-valid", PUT_RIGHT, [(self._sent_as(name), words) for name, words in self.reader.errors.items()])

    def _sent_as(self, name: str) -> str:
        """The name of a field of the form as it was sent."""
        name = name.removesuffix("_time")
        if name.startswith("new_"):
            return f"new_person.{name.removeprefix('new_')}"
        return f"answers.{name}" if name in {f.name for f in self.kind.asked()} else name
