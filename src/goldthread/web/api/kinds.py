"""What may be sent for each entry type, as schemas made from the fields of the register: the questions of its form and no others."""

from functools import cache, reduce
from operator import or_
from typing import Annotated, Any, Literal

from django.db.models import Field as Column
from django.db.models import TextField
from pydantic import BaseModel, ConfigDict, RootModel, create_model
from pydantic import Field as Said

from goldthread.record import fields
from goldthread.record.register import REGISTER, EntryType
from goldthread.web.api.shapes import PLAIN, TEXT
from goldthread.web.entries.answers import question_of
from goldthread.web.entries.questions import RELATED, SOMEBODY_NEW
from goldthread.web.entries.typed import NUMBERS

NOT_HERE = {"allocation"}  # a hand-over of two entries, which somebody at the authority does
KINDS = {code: kind for code, kind in REGISTER.items() if code not in NOT_HERE}
WORKERS = 999_999_999
STRICT = ConfigDict(extra="forbid", strict=True)

DAY = Annotated[str, Said(pattern=r"^\d{4}-\d{2}-\d{2}$", json_schema_extra={"format": "date"})]
TIME = Annotated[str, Said(pattern=r"^\d{2}:\d{2}$", examples=["16:15"])]
MOMENT = Annotated[str, Said(max_length=40, pattern=PLAIN, json_schema_extra={"format": "date-time"})]
WORDS = Annotated[str, Said(pattern=TEXT)]
LINE = Annotated[str, Said(max_length=200, pattern=TEXT)]
WHY = Annotated[str, Said(pattern=TEXT, description="Why it is corrected. Needed where something said before becomes another.")]
LIMIT = Annotated[str, Said(pattern=TEXT, description="Why it is so all the same, where it goes past a limit of the law.")]
READ = Annotated[int, Said(ge=1, le=32_767, description="The version that was read, unless If-Match says it.")]


class NewPerson(BaseModel):
    """Somebody new around the child, where `other` is "new"."""

    model_config = STRICT
    forename: LINE = ""
    surname: LINE = ""
    sex: Literal["F", "M", "U"] | None = None
    born: DAY | None = None


@cache
def answers_of(kind: type[EntryType]) -> type[BaseModel]:
    """The answers of a type: each may be left out, and null is not said."""
    found = {f.name: (Annotated[_shape(f) | None, Said(description=_words(f))], None) for f in kind.asked()}
    return create_model(f"{_name(kind)}Answers", __config__=STRICT, __doc__=f"The answers of {kind.called}.", **found)


def _words(field: Column) -> str:
    return " ".join(filter(None, (question_of(field), field.hint)))


def _shape(field: Column) -> Any:
    match field:
        case fields.Choices():
            return Annotated[list[Literal[tuple(field.codes)]], Said(max_length=len(field.codes))]
        case fields.Choice():
            return Literal[tuple(field.codes)] if field.codes else Annotated[str, Said(max_length=field.max_length, pattern=TEXT)]
        case fields.YesNo():
            return bool
        case fields.Day():
            return DAY
        case fields.Moment():
            return MOMENT
        case fields.Whole() | fields.EntryNumber():
            return Annotated[int, Said(ge=0, le=NUMBERS)]
        case fields.ToWorker() | fields.ToTeam():
            return Annotated[int, Said(ge=1, le=WORKERS)]
        case fields.ToPerson():
            return Annotated[str, Said(max_length=24, pattern=PLAIN, description=f"A reference of somebody around the child, or “{SOMEBODY_NEW}”.")]
    return WORDS if isinstance(field, TextField) else Annotated[str, Said(max_length=field.max_length, pattern=TEXT)]


def _name(kind: type[EntryType]) -> str:
    return kind.code.title().replace("_", "")


def _new(kind: type[EntryType]) -> type[BaseModel]:
    made = {"type": (Literal[kind.code], ...), "day": (DAY, ...), **_header(kind), "answers": (answers_of(kind), ...), "all_the_same": (LIMIT, "")}
    return create_model(f"New{_name(kind)}", __config__=STRICT, __doc__=f"{kind.called.capitalize()} to write down.", **made)


def _correction(kind: type[EntryType]) -> type[BaseModel]:
    made = {
        "type": (Literal[kind.code], ...), "read": (READ | None, None), "why": (WHY, ""), "day": (DAY | None, None), **_header(kind),
        "answers": (answers_of(kind), ...), "all_the_same": (LIMIT, ""),
    }  # fmt: skip
    return create_model(f"Correct{_name(kind)}", __config__=STRICT, __doc__=f"A correction of {kind.called}: what is left out stays.", **made)


def _header(kind: type[EntryType]) -> dict[str, Any]:
    time = {"time": (TIME | None, None)} if kind.has_time else {}
    until = {"until": (DAY | None, None)} if kind.lasts else {}
    somebody = {"new_person": (NewPerson | None, None)} if any(f.name == RELATED for f in kind.asked()) else {}
    return {**time, **until, **somebody}


def _any_of(made: Any) -> Any:
    return Annotated[reduce(or_, map(made, KINDS.values())), Said(discriminator="type")]


class NewEntryIn(RootModel[_any_of(_new)]):
    """An entry of any type."""


class CorrectionIn(RootModel[_any_of(_correction)]):
    """A correction of an entry of any type."""
