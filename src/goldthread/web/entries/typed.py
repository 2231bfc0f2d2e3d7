"""Reading what was typed on the form of an entry type. What cannot be read stays as typed and is pointed out."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.db.models import Field, TextField

from goldthread.clock.times import LONDON
from goldthread.people.models import Team, Worker
from goldthread.record import fields
from goldthread.record.register import EntryType
from goldthread.web import wording
from goldthread.web.child.opening import Opened
from goldthread.web.entries.answers import question_of
from goldthread.web.entries.questions import NO, RELATED, SOMEBODY_NEW, YES
from goldthread.web.forms.answers import Answers, day_from, time_from

AHEAD = frozenset({"booking", "allocation", "schooling", "placement", "address"})  # what may begin on a day still to come
EARLIEST = 1900
NUMBERS = 2_147_483_647
NOT_A_DAY = "“{}” is not a day we can read. Write it as 12/11/2026."


@dataclass
class Typed:
    """An entry as typed: the header and the values of its type; `person` is somebody new for a relationship."""

    day: date | None = None
    until: date | None = None
    at: datetime | None = None
    values: dict[str, Any] = field(default_factory=dict)
    person: dict[str, Any] | None = None


class Reader:
    """Reads one form. `answers.problems` fill as it goes; `errors` gives the first for each field."""

    def __init__(self, kind: type[EntryType], opened: Opened, answers: Answers):
        self.kind, self.opened, self.answers = kind, opened, answers

    @property
    def errors(self) -> dict[str, str]:
        return {p.field: p.words for p in reversed(self.answers.problems)}

    def read(self) -> Typed:
        """What the form says. Read it only if there are no problems."""
        typed = Typed(day=self._day("day"), until=self._day("until", ahead=True) if self.kind.lasts else None)
        self._check_days(typed)
        typed.at = self._at(typed.day)
        for asked in self.kind.asked():
            typed.values[asked.name] = self._value(asked)
        if typed.values.get(RELATED) == SOMEBODY_NEW:
            typed.values["other"], typed.person = None, self._somebody_new()
        self._check_said(typed)
        return typed

    def trouble(self, sentence: str, name: str) -> None:
        self.answers.trouble(sentence, name)

    def _check_days(self, typed: Typed) -> None:
        text, today = self.answers.text("day"), self.answers.today
        if not text:
            self.trouble(f"{self.kind.day_question} Write the day as 12/11/2026.", "day")
        if typed.day and typed.day > today and self.kind.code not in AHEAD:
            self.trouble(f"{wording.full_day(typed.day)} is still to come. To write down something planned, add a booking.", "day")
        if typed.day and typed.until and typed.until < typed.day:
            self.trouble(f"It cannot end before it began, on {wording.plain_day(typed.day)}.", "until")

    def _day(self, name: str, ahead: bool = False) -> date | None:
        text = self.answers.text(name)
        found = day_from(text, self.answers.today, ahead or self.kind.code in AHEAD) if text else None
        if text and (found is None or found.year < EARLIEST):
            self.trouble(NOT_A_DAY.format(text), name)
            return None
        return found

    def _at(self, day: date | None) -> datetime | None:
        text = self.answers.text("time") if self.kind.has_time else ""
        found = self._time(text, "time")
        return datetime.combine(day, found, LONDON) if day and found else None

    def _time(self, text: str, name: str):
        found = time_from(text) if text else None
        if text and found is None:
            self.trouble(f"“{text}” is not a time we can read. Write it as 4:15pm or 16:15.", name)
        return found

    def _value(self, asked: Field) -> Any:
        name, text = asked.name, self.answers.text(asked.name)
        match asked:
            case fields.Choices():
                return [code for code in self.answers.all(name) if code in asked.codes]
            case fields.Choice():
                return text[: asked.max_length]
            case fields.YesNo():
                return {YES: True, NO: False}.get(text)
            case fields.Day():
                return self._day(name, ahead=True)
            case fields.Moment():
                return self._moment(name, question_of(asked))
            case fields.Whole() | fields.EntryNumber():
                return self._whole(name, text, question_of(asked))
            case fields.ToPerson():
                return self._person(name, text)
            case fields.ToWorker() | fields.ToTeam():
                return self._chosen(asked, text)
        return text if isinstance(asked, TextField) else self.answers.line(name, asked.max_length, question_of(asked))

    def _moment(self, name: str, question: str) -> datetime | None:
        day, text = self._day(name, ahead=True), self.answers.text(f"{name}_time")
        found = self._time(text, name)
        if found and day is None and not self.answers.text(name):
            self.trouble(f"{question} Write the day as well as the time.", name)
        if day and not text:
            self.trouble(f"{question} Write the time as well as the day.", name)
        return datetime.combine(day, found, LONDON) if day and found else None

    def _whole(self, name: str, text: str, question: str) -> int | None:
        plain = text.replace(",", "").replace(" ", "")
        if not plain:
            return None
        if not (plain.isascii() and plain.isdigit()) or int(plain) > NUMBERS:
            self.trouble(f"{question}: write a whole number, such as 12.", name)
            return None
        return int(plain)

    def _chosen(self, asked: Field, text: str) -> int | None:
        model = Worker if isinstance(asked, fields.ToWorker) else Team
        found = model.objects.filter(pk=int(text)).exists() if text.isascii() and text.isdigit() and len(text) < 10 else False
        return int(text) if found else None

    def _person(self, name: str, text: str) -> int | str | None:
        """Somebody around already, or for a relationship somebody new; nobody else can be chosen."""
        around = {str(r.values.other_id) for r in self.opened.of("relationship") if r.values.other_id}
        if text in around:
            return int(text)
        if name != RELATED:
            return None
        if text == SOMEBODY_NEW:
            return SOMEBODY_NEW
        self.trouble("Who is it? Choose somebody, or write the name of somebody new.", "other")
        return None

    def _somebody_new(self) -> dict[str, Any]:
        person = {name: self.answers.line(f"new_{name}", 200, "Name") for name in ("forename", "surname")}
        if not any(person.values()):
            self.trouble("Write at least one name of the person.", "new_forename")
        return {**person, "sex": self.answers.choice("new_sex", ("F", "M", "U")), "born": self._day("new_born")}

    def _check_said(self, typed: Typed) -> None:
        """An entry that says nothing but a day helps nobody, where the type has something to choose from."""
        needed = {"closing": ("closes", "Which period of work ends? Choose the referral that began it."),
                  "booking": ("what", "What is planned? Choose one.")}.get(self.kind.code)  # fmt: skip
        if needed and not typed.values.get(needed[0]):
            self.trouble(needed[1], needed[0])
