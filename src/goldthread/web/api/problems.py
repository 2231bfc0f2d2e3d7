"""Everything that can go wrong with a call, as RFC 9457 problem details whose sentences say what to do."""

import json
import logging
from collections.abc import Iterable
from typing import Any

from django.core.exceptions import SuspiciousOperation
from django.db import InterfaceError, OperationalError
from django.http import Http404, HttpRequest, HttpResponse
from ninja import NinjaAPI, Schema
from ninja.errors import HttpError, ValidationError

JSON = "application/problem+json"
URN = "urn:goldthread:problem:"
log = logging.getLogger("goldthread.api")

KINDS = {
    "not-read": (400, "The call could not be read"),
    "no-token": (401, "No token that opens anything"),
    "not-allowed": (403, "The token is not for this"),
    "nothing-there": (404, "There is nothing here"),
    "not-like-this": (405, "This address takes other methods"),
    "conflict": (409, "Somebody else changed the entry since it was read"),
    "too-long": (413, "What was sent is too long"),
    "not-json": (415, "What was sent is not JSON"),
    "not-valid": (422, "Something must be put right first"),
    "read-first": (428, "Say which version was read"),
    "too-many": (429, "Too many calls in this minute"),
    "broken": (500, "Something went wrong on our side"),
    "record-away": (503, "The record cannot be asked just now"),
}
BY_STATUS = {status: kind for kind, (status, _) in KINDS.items()}
SAYS = {
    400: "Send JSON in UTF-8 as the OpenAPI document describes it. Nothing has been changed.",
    404: "There is nothing at this address that this token may open. Look at the reference and the address; ask whoever holds the record.",
    405: "Look up the methods of this address in /api/v1/openapi.json. Nothing has been changed.",
    413: "Send at most 2.5 megabytes in one call. Nothing has been changed.",
    500: "Nothing was half-written. Try again in a minute; if it happens again, tell the authority’s support team the time.",
    503: "This does not mean that a child is not known. Try again in a minute.",
}


class FieldProblem(Schema):
    """What is wrong with one field: its name as it was sent, and a sentence."""

    field: str
    detail: str


class ProblemOut(Schema):
    """RFC 9457. `errors` names fields; `stands`, `read` and `yours` are the versions of a conflict."""

    type: str
    title: str
    status: int
    detail: str
    errors: list[FieldProblem] = []
    stands: dict[str, Any] | None = None
    read: dict[str, Any] | None = None
    yours: dict[str, Any] | None = None


class Problem(Exception):
    """A call that is answered with a problem. `kind` is one of KINDS; `more` stands beside the sentence."""

    def __init__(self, kind: str, detail: str, errors: Iterable[tuple[str, str]] = (), headers: dict[str, str] | None = None, **more: Any):
        super().__init__(detail)
        self.kind, self.detail, self.errors, self.headers, self.more = kind, detail, list(errors), headers or {}, more


def nothing_there() -> Problem:
    """The one answer for what does not exist and for what this token may not know to exist."""
    return Problem("nothing-there", SAYS[404])


def answer(problem: Problem) -> HttpResponse:
    status, title = KINDS[problem.kind]
    body: dict[str, Any] = {"type": URN + problem.kind, "title": title, "status": status, "detail": problem.detail}
    if problem.errors:
        body["errors"] = [{"field": field, "detail": detail} for field, detail in problem.errors]
    response = HttpResponse(json.dumps(body | problem.more, default=str), content_type=JSON, status=status)
    for name, value in problem.headers.items():
        response[name] = value
    return response


def of_status(status: int) -> HttpResponse:
    """A problem of which nothing is known but its status."""
    kind = BY_STATUS.get(status, "broken" if status >= 500 else "not-read")
    return answer(Problem(kind, SAYS.get(status, SAYS[500 if status >= 500 else 400])))


def in_json(handle):
    """Middleware: below /api/ also what is refused before the interface is asked, such as an unknown address, is a problem."""

    def with_problems(request: HttpRequest) -> HttpResponse:
        response = handle(request)
        if not request.path.startswith("/api/") or response.status_code < 400 or response.headers.get("Content-Type") == JSON:
            return response
        told = of_status(response.status_code)
        if "Allow" in response.headers:
            told["Allow"] = response.headers["Allow"]
        return told

    return with_problems


def hear(api: NinjaAPI) -> None:
    """Every exception of an operation becomes a problem."""
    api.add_exception_handler(Problem, lambda request, problem: answer(problem))
    api.add_exception_handler(ValidationError, lambda request, wrong: answer(_not_valid(wrong)))
    api.add_exception_handler(HttpError, lambda request, wrong: of_status(wrong.status_code))
    api.add_exception_handler(Http404, lambda request, nothing: answer(nothing_there()))
    api.add_exception_handler(SuspiciousOperation, lambda request, wrong: of_status(413 if "DATA_UPLOAD" in str(wrong) else 400))
    for away in (OperationalError, InterfaceError):
        api.add_exception_handler(away, _away)
    api.add_exception_handler(Exception, _broken)


def _away(request: HttpRequest, wrong: Exception) -> HttpResponse:
    log.error("The record could not be asked: %s", type(wrong).__name__, exc_info=wrong)
    return of_status(503)


def _broken(request: HttpRequest, wrong: Exception) -> HttpResponse:
    log.error("A call could not be answered: %s %s", request.method, type(wrong).__name__, exc_info=wrong)
    return of_status(500)


# What is wrong with a field, in our words

SENTENCES = {
    "missing": "This is needed.",
    "extra_forbidden": "There is no such field here. Leave it out, or look up its name in /api/v1/openapi.json.",
    "literal_error": "Choose one of: {expected}.",
    "enum": "Choose one of: {expected}.",
    "string_type": "Send a text.",
    "string_too_long": "Use {max_length} letters or fewer.",
    "string_too_short": "Write at least {min_length} letters.",
    "string_unicode": "Send text that is whole in UTF-8.",
    "string_pattern_mismatch": "There is a character in it that cannot be kept, or it is not written as the OpenAPI document says.",
    "bool_type": "Send true or false, or null where it is not known.",
    "bool_parsing": "Send true or false.",
    "int_type": "Send a whole number.",
    "int_parsing": "Send a whole number.",
    "int_from_float": "Send a whole number.",
    "int_parsing_size": "The number is too big.",
    "greater_than_equal": "Send {ge} or more.",
    "less_than_equal": "Send {le} or less.",
    "list_type": "Send a list.",
    "too_long": "Send at most {max_length}.",
    "too_short": "Send at least {min_length}.",
    "dict_type": "Send an object.",
    "model_type": "Send an object.",
    "model_attributes_type": "Send an object.",
    "union_tag_invalid": "There is no entry type with this code. Look them up in /api/v1/openapi.json.",
    "union_tag_not_found": "Say which entry type it is.",
}


def _not_valid(wrong: ValidationError) -> Problem:
    errors = [(_field(e), _sentence(e)) for e in wrong.errors]
    return Problem("not-valid", "Put right what is named in errors, and send it again. Nothing has been changed.", errors)


def _field(error: dict[str, Any]) -> str:
    """The name as it was sent: without where it stood, the name of our argument and the entry type."""
    source, *names = [str(part) for part in error["loc"]]
    if source == "body":
        names = names[1:]
    if error["type"].startswith("union_tag"):
        return ".".join([*names, "type"])
    return ".".join(name for place, name in enumerate(names) if not (place == 0 and len(names) > 1 and name in _types())) or source


def _types() -> frozenset[str]:
    from goldthread.record.register import REGISTER

    return frozenset(REGISTER)


def _sentence(error: dict[str, Any]) -> str:
    sentence = SENTENCES.get(error["type"], "This cannot be read. Look up how it is written in /api/v1/openapi.json.")
    return sentence.format(**{"expected": "", "max_length": "", "min_length": "", "ge": "", "le": ""} | error.get("ctx", {}))
