"""A child's entries: reading them, one with its versions, writing one and correcting one."""

from contextlib import contextmanager
from typing import Annotated, Any

from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse
from ninja import Body, Query, Status

from goldthread.people.sight import NotAllowed
from goldthread.record import limits
from goldthread.record.act import Conflict
from goldthread.record.derive import NoOwner
from goldthread.record.register import REGISTER
from goldthread.record.speak import NewEntry
from goldthread.web.api import written
from goldthread.web.api.caller import Caller
from goldthread.web.api.kept import Once
from goldthread.web.api.kinds import CorrectionIn, NewEntryIn
from goldthread.web.api.models import TokenEntry
from goldthread.web.api.paging import a_page, tag_of, unless_same
from goldthread.web.api.problems import Problem
from goldthread.web.api.scopes import READ_CHILDREN, WRITE_ENTRIES
from goldthread.web.api.sent import PUT_RIGHT, Form
from goldthread.web.api.shapes import (
    EntriesOut,
    EntryOut,
    IfMatch,
    IfNoneMatch,
    Key,
    Known,
    Number,
    OnAPage,
    PageNumber,
    Reference,
    WrittenOut,
)
from goldthread.web.api.site import operation
from goldthread.web.child.opening import Opened
from goldthread.web.entries import finishing
from goldthread.web.entries.correcting import WHY_NEEDED, corrected, newly_passed
from goldthread.web.entries.opening import Sheet
from goldthread.web.entries.permissions import check_is_about, check_may_write_kind
from goldthread.web.entries.questions import as_typed
from goldthread.web.entries.writing import put_new, refusal_words

READ_FIRST = "Say which version you read: send its ETag as If-Match, or its number as “read”. Nothing has been changed."
OTHER_TYPE = "This entry is a {}. Send its own type."
STALE = "Look at both versions, put them together, and send the correction again with the version that stands now. Nothing has been changed."
WITHDRAWN = "This entry has been withdrawn. It stays readable and cannot be corrected."
Kind = Annotated[str, Query("", max_length=40, pattern=r"^[a-z_]*$", alias="type", description="Only entries of this type.")]


@operation("GET", "/children/{reference}/entries", READ_CHILDREN, EntriesOut, summary="Read a child’s entries", operation_id="read_entries", also={304: None})
def read_many(
    request: HttpRequest, response: HttpResponse, reference: Reference, kind: Kind = "", known: Known = "", page: PageNumber = 1, size: OnAPage = 50,
    have: IfNoneMatch = None,
):  # fmt: skip
    """The entries as they stand, or stood, newest first."""
    opened = request.auth.child(reference, "entries", known)
    found = [w for w in opened.entries if kind in ("", w.kind.code)]
    told = a_page(found, page, size)
    told["items"] = written.lines(told["items"])
    return unless_same(request, response, told, tag_of(told), have)


@operation("GET", "/entries/{number}", READ_CHILDREN, EntryOut, summary="Read an entry", operation_id="read_entry", also={304: None})
def read_one(request: HttpRequest, response: HttpResponse, number: Number, known: Known = "", have: IfNoneMatch = None):
    """One entry with every version of it. Its ETag names the version that stands."""
    sheet = _open(request.auth, number, "entry", known)
    return unless_same(request, response, written.entry(list(sheet.versions), sheet.opened.reference), written.tag(sheet.shown), have)


@operation("POST", "/children/{reference}/entries", WRITE_ENTRIES, WrittenOut, status=201, summary="Write an entry", operation_id="write_entry")
def write(request: HttpRequest, response: HttpResponse, reference: Reference, body: Annotated[NewEntryIn, Body(...)], key: Key = None):
    """Write down an entry of any type about a child. What the form of the type refuses is refused here in the same words."""
    caller, sent = request.auth, body.root
    opened = caller.child(reference, "write")
    _check_kind(caller, opened, sent.type)
    once = Once(caller, key, request)
    return once.kept() or _written(response, _write(caller, opened, sent, once))


def _write(caller: Caller, opened: Opened, sent: Any, once: Once) -> dict[str, Any]:
    kind = REGISTER[sent.type]
    form = Form(kind, opened, sent, caller.now)
    typed = form.read()
    entry = NewEntry(opened.child.person, kind.code, typed.day, typed.values, typed.until, typed.at)
    passed = form.check_limits(limits.passed(entry, opened.child.life.spoken, caller.now))
    with refusals(), transaction.atomic(), once:
        if once.answer is None:
            with caller.reach.act(opened.standing["team"]) as act:
                number = put_new(act, entry, typed.person, caller.now, _all_the_same(sent, passed))
            once.answer = _wrote(caller, number, 1)
    return once.answer


@operation("PATCH", "/entries/{number}", WRITE_ENTRIES, WrittenOut, summary="Correct an entry", operation_id="correct_entry")
def correct(
    request: HttpRequest, response: HttpResponse, number: Number, body: Annotated[CorrectionIn, Body(...)], match: IfMatch = None, key: Key = None
):  # fmt: skip
    """Put a new version in the place of the one that was read. What is left out stays as it is; null takes an answer back. Where somebody else
    corrected it meanwhile the answer is 409 with both versions."""
    caller, sent = request.auth, body.root
    sheet = _open(caller, number, "correct")
    _check_kind(caller, sheet.opened, sheet.shown.kind.code)
    once = Once(caller, key, request)
    return once.kept() or _written(response, _correct(caller, sheet, sent, _read(sheet, sent, match), once), sheet.shown.number)


def _correct(caller: Caller, sheet: Sheet, sent: Any, read: int, once: Once) -> dict[str, Any]:
    shown = sheet.shown
    if shown.withdrawn or sent.type != shown.kind.code:
        raise Problem("not-valid", PUT_RIGHT, [("type", WITHDRAWN if shown.withdrawn else OTHER_TYPE.format(shown.kind.code))])
    if read != shown.version:
        raise _stale(sheet, read, sent)
    form = Form(shown.kind, sheet.opened, sent, caller.now, as_typed(shown))
    typed = form.read()
    _check_why(form, sheet)
    passed = form.check_limits(newly_passed(sheet, typed, caller.now))
    why = " ".join(filter(None, (sent.why.strip() or finishing.FINISHED, _all_the_same(sent, passed))))
    try:
        with refusals(), transaction.atomic(), once:
            if once.answer is None:
                with caller.reach.act(sheet.opened.standing["team"]) as act:
                    act.correct(shown.number, read, why, values=corrected(shown, typed), day=typed.day, until=typed.until, at=typed.at)
                once.answer = _wrote(caller, shown.number, read + 1)
    except Conflict as conflict:
        raise _stale(_open(caller, shown.number, "correct"), read, sent) from conflict
    return once.answer


def _check_why(form: Form, sheet: Sheet) -> None:
    """A reason for whatever said something else before; none for what was open."""
    filled, changed = finishing.apart(sheet, form.words)
    if not form.body.why.strip() and (changed or not filled):
        form.reader.trouble(WHY_NEEDED, "why")
    form.check()


def _read(sheet: Sheet, sent: Any, match: str | None) -> int:
    """The version that was read, as If-Match or the body says it."""
    by_tag = {written.tag(w): w.version for w in sheet.versions}
    tagged = by_tag.get(match.strip(), 0) if match else None
    if tagged is None and sent.read is None:
        raise Problem("read-first", READ_FIRST)
    return sent.read if tagged is None else tagged


def _stale(sheet: Sheet, read: int, sent: Any) -> Problem:
    told = {line["version"]: line for line in written.lines(sheet.versions)}
    yours = sent.model_dump(mode="json", exclude_unset=True)
    return Problem("conflict", STALE, stands=told[sheet.shown.version], read=told.get(read), yours=yours)


def _open(caller: Caller, number: int, what: str, known: str = "") -> Sheet:
    moment = caller.moment(known)
    versions = caller.unless_closed(lambda: caller.reach.entry(number, caller.page(what), moment))
    if not versions:
        return caller.unless_closed(lambda: caller.reach.entry(0))  # it had not been written by then
    standing = caller.reach.standings_of([versions[0].person])[versions[0].person]
    child = caller.reach.child(standing.reference, caller.page(what), known=moment, again=True)
    return Sheet(Opened(caller.reach, child, caller.reach.entries(child)), tuple(versions))


def _check_kind(caller: Caller, opened: Opened, kind: str) -> None:
    try:
        check_may_write_kind(caller.reach.actor, REGISTER[kind])
        check_is_about(REGISTER[kind], opened.about)
    except NotAllowed as refusal:
        raise Problem("not-allowed", str(refusal)) from refusal


@contextmanager
def refusals():
    """What the record itself refuses, in the words that the page has for it."""
    try:
        yield
    except (IntegrityError, NoOwner) as refused:
        raise Problem("not-valid", PUT_RIGHT, [("day", refusal_words(refused))]) from refused
    except NotAllowed as refusal:
        raise Problem("not-allowed", str(refusal)) from refusal


def _all_the_same(sent: Any, passed: list) -> str:
    return f"{limits.ALL_THE_SAME}{sent.all_the_same.strip()}" if passed else ""


def _wrote(caller: Caller, entry: int, version: int) -> dict[str, Any]:
    TokenEntry.objects.create(token=caller.token, entry=entry, version=version, at=caller.now)
    return {"entry": entry, "version": version, "href": f"/api/v1/entries/{entry}"}


def _written(response: HttpResponse, told: dict[str, Any], corrects: int | None = None) -> Any:
    response["ETag"] = f'"{told["entry"]}.{told["version"]}"'
    response["Location"] = told["href"]
    return told if corrects else Status(201, told)
