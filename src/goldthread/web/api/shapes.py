"""What operations answer, as schemas, and what stands in an address or a header."""

from datetime import date, datetime
from typing import Annotated, Any

from ninja import Header, Path, Query, Schema
from pydantic import Field

NUMBERS = 2**63 - 1
PLAIN = r"^[^\x00-\x1f\x7f]+$"
TEXT = r"^[^\x00]*$"
MOST_ON_A_PAGE = 100

Reference = Annotated[str, Path(..., max_length=24, pattern=PLAIN, description="The child’s reference, such as WR-20418.")]
Number = Annotated[int, Path(..., ge=1, le=NUMBERS)]
Known = Annotated[str, Query("", max_length=40, pattern=TEXT, description="A day, such as 2026-11-12: the record as it was known at the end of it.")]
PageNumber = Annotated[int, Query(1, ge=1, le=100_000)]
OnAPage = Annotated[int, Query(50, ge=1, le=MOST_ON_A_PAGE)]
Key = Annotated[str | None, Header(None, alias="Idempotency-Key", max_length=200, pattern=r"^[\x21-\x7e]+$",
                                   description="Of your choice. The same call with the same key is done once; its answer is kept for 24 hours.")]  # fmt: skip
IfMatch = Annotated[str | None, Header(None, alias="If-Match", max_length=100, description="The ETag of the version that was read.")]
IfNoneMatch = Annotated[str | None, Header(None, alias="If-None-Match", max_length=200, description="The ETag of what you have: 304 where it is still so.")]


class Who(Schema):
    """A worker, or an integration."""

    number: int
    name: str


class FindIn(Schema, extra="forbid"):
    """What to look for: names, a date of birth, a postcode or a reference, in any order."""

    q: Annotated[str, Field(min_length=1, max_length=200, pattern=TEXT, examples=["Kofi Larkfield 2/3/2018"])]
    page: Annotated[int, Field(ge=1, le=100_000)] = 1
    size: Annotated[int, Field(ge=1, le=MOST_ON_A_PAGE)] = 20


class FoundChild(Schema):
    reference: str
    name: str
    born: date | None
    because: str
    open: bool
    kind: str
    holder: str
    next_date: date | None
    overdue: bool


class Found(Schema):
    page: int
    pages: int
    total: int
    items: list[FoundChild]


class ChildOut(Schema):
    """Where a child stands. Codes are those of the data dictionary."""

    reference: str
    about: str
    known: datetime | None
    name: str
    forename: str
    surname: str
    other_names: str
    sex: str
    ethnicity: str
    born: date | None
    expected: date | None
    died: date | None
    open: bool
    kind: str
    kinds: list[str]
    kind_since: date | None
    legal_status: str
    category: str
    team: Who | None
    worker: Who | None
    adviser: Who | None
    chair: Who | None
    held_since: date | None
    last_seen: date | None
    last_seen_alone: date | None
    next_date: date | None


class EntryLine(Schema):
    """One version of an entry. `answers` are by the names of the data dictionary; what was not said is left out."""

    entry: int
    version: int
    type: str
    headline: str
    day: date
    until: date | None
    at: datetime | None
    recorded: datetime
    entered: datetime
    by: Who | None
    token: str | None
    why: str
    withdrawn: bool
    significant: bool
    together: int | None
    answers: dict[str, Any]


class EntryOut(EntryLine):
    """An entry with all its versions, the newest first."""

    reference: str
    versions: list[EntryLine]


class EntriesOut(Schema):
    page: int
    pages: int
    total: int
    items: list[EntryLine]


class WrittenOut(Schema):
    """What was written: ask for it at `href`."""

    entry: int
    version: int
    href: str


class DutiesOut(Schema):
    """Each duty with everything that explains it: see the JSON of one duty on a child’s page."""

    child: str
    on: datetime
    known: datetime | None
    items: list[dict[str, Any]]


class ChildLine(Schema):
    reference: str
    name: str


class DeskRow(Schema):
    code: str
    says: str
    children: list[ChildLine]
    state: str
    reason: str
    due: date
    due_at: datetime | None
    plan_by: date
    owner: Who | None


class DeskOut(Schema):
    on: date
    page: int
    pages: int
    total: int
    items: list[DeskRow]


class WorkerOut(Schema):
    number: int
    name: str
    role: str
    team: Who | None


class MeasureOut(Schema):
    code: str
    title: str
    kind: str
    definition: list[list[str]]


class FigureOut(Schema):
    """`hidden`: numbers of 1 to 5, and what would give them back, are null for integrations that do not see the whole service."""

    day: date
    group: str
    numerator: int | None
    denominator: int | None
    unknown: int | None
    value: float | None
    kept: bool
    hidden: bool


class FiguresOut(MeasureOut):
    figures: list[FigureOut]


class HookIn(Schema, extra="forbid"):
    address: Annotated[str, Field(min_length=1, max_length=500, pattern=PLAIN, examples=["https://partner.example/goldthread"])]
    events: Annotated[list[str], Field(min_length=1, max_length=3)]


class HookOut(Schema):
    number: int
    address: str
    events: list[str]
    at: datetime


class HookMade(HookOut):
    """The secret is shown this once."""

    secret: str


class DeliveryOut(Schema):
    id: str
    event: str
    entry: int
    version: int
    at: datetime
    state: str
    tries: int
    status: int | None
    trouble: str
    next_at: datetime | None
    delivered_at: datetime | None


class DeliveriesOut(Schema):
    page: int
    pages: int
    total: int
    items: list[DeliveryOut]
