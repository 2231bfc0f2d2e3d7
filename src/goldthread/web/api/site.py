"""The interface as a whole: where its operations are declared, how bodies are read, and its OpenAPI document."""

import json
from collections.abc import Callable
from functools import cached_property
from typing import Any

from django.http import HttpRequest
from ninja import NinjaAPI
from ninja.errors import HttpError
from ninja.parser import Parser

from goldthread.web.api import problems
from goldthread.web.api.caller import Bearer, Nobody
from goldthread.web.api.scopes import SCOPES

VERSION = "1"
ABOUT = (
    "The record of duties for other systems. Every call shows a token (Authorization: Bearer …) that belongs to an integration and was made for "
    "some scopes; what it may read and write is what the integration may, and every look is written down. Days are ISO 8601. "
    "Every error is a problem (RFC 9457) whose detail says what to do."
)
ERRORS = frozenset({400, 401, 403, 404, 405, 413, 415, 422, 429, 500, 503})
WRITE_ERRORS = ERRORS | {409, 428}


class Reading(Parser):
    """JSON of ordinary depth, without the numbers that JSON does not have."""

    def parse_body(self, request: HttpRequest) -> Any:
        return json.loads(request.body.decode("utf-8"), parse_constant=_no_number)


def _no_number(name: str) -> None:
    raise HttpError(400, f"{name} is no number in JSON.")


class Site(NinjaAPI):
    """Its OpenAPI document is made once, and problems are told of as problems in it too."""

    def get_openapi_schema(self, **more: Any) -> dict[str, Any]:
        return self._document

    @cached_property
    def _document(self) -> dict[str, Any]:
        found = super().get_openapi_schema(path_params={})
        for methods in found["paths"].values():
            for operation in methods.values():
                for status, response in operation["responses"].items():
                    if int(status) >= 400 and "content" in response:
                        response["description"] = problems.KINDS[problems.BY_STATUS[int(status)]][1]
                        response["content"] = {problems.JSON: {"schema": {"$ref": "#/components/schemas/ProblemOut"}}}
        return found


api = Site(title="Goldthread", version=VERSION, description=ABOUT, docs_url=None, openapi_url="/openapi.json", auth=Nobody(), parser=Reading(),
           urls_namespace="api")  # fmt: skip
problems.hear(api)


def operation(method: str, path: str, scope: str, answers: Any, *, status: int = 200, **more: Any) -> Callable:
    """Declares one operation under its scope, which is in the OpenAPI document too."""
    errors = WRITE_ERRORS if method in ("POST", "PATCH", "DELETE") else ERRORS
    response = {status: answers, errors: problems.ProblemOut, **more.pop("also", {})}
    return api.api_operation([method], path, auth=Bearer(scope), response=response, openapi_extra={"x-scope": scope, "x-scope-words": SCOPES[scope]}, **more)
