"""Hostile and ordinary calls made from the OpenAPI document itself: never an error of ours, and every answer as the document says.

GOLDTHREAD_API_EXAMPLES asks for more calls of each operation than the few of the suite, and then of every entry type; the few are of every
fifteenth, for what is made of a hundred schemas takes longer than the call. That every type is read as its form is, test_api_every_type shows.
"""

import os
import re
from copy import deepcopy

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections, transaction
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as some
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from goldthread.record.reach import Reach
from goldthread.web.api.models import Token
from goldthread.web.api.site import api
from tests.api.calling import NOW, token
from tests.web.one_child import REFERENCE

LONG = "GOLDTHREAD_API_EXAMPLES" in os.environ
EXAMPLES = int(os.environ.get("GOLDTHREAD_API_EXAMPLES", "10"))
EVERY = 1 if LONG else 15
CHECKS = [not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance]
OPERATIONS = [o["operationId"] for methods in api.get_openapi_schema()["paths"].values() for o in methods.values()]


def part_of(operation):
    """The document with one operation and what it speaks of."""
    whole = api.get_openapi_schema()
    schemas = deepcopy(whole["components"]["schemas"])
    for union in ("NewEntryIn", "CorrectionIn"):
        schemas[union]["oneOf"] = schemas[union]["oneOf"][::EVERY]
        kept = {option["$ref"] for option in schemas[union]["oneOf"]}
        mapping = schemas[union]["discriminator"]["mapping"]
        schemas[union]["discriminator"]["mapping"] = {code: ref for code, ref in mapping.items() if ref in kept}
    [paths] = [{path: {method: o}} for path, methods in whole["paths"].items() for method, o in methods.items() if o["operationId"] == operation]
    return {**whole, "paths": paths, "components": {**whole["components"], "schemas": _spoken_of(paths, schemas)}}


def _spoken_of(paths, schemas):
    found, looking = {}, [str(paths)]
    while looking:
        for name in re.findall(r"#/components/schemas/(\w+)", looking.pop()):
            if name not in found:
                found[name] = schemas[name]
                looking.append(str(schemas[name]))
    return found


@pytest.fixture(autouse=True)
def one_connection():
    """A call in this process does not close the connection in whose transaction the test is, as Django's own client does not."""
    signals = (request_started, request_finished)
    for signal in signals:
        signal.disconnect(close_old_connections)
    yield
    for signal in signals:
        signal.connect(close_old_connections)


def described(operation):
    schema = schemathesis.openapi.from_dict(part_of(operation))
    schema.app = get_wsgi_application()
    [found] = schema.get_all_operations()
    return found.ok()


@pytest.fixture
def caller(school, kofi, people):
    """A token without a limit, and what stands in an address where a call is to reach something."""
    made, text = token(school)
    Token.objects.filter(pk=made.pk).update(most=2_000_000_000)
    entry = Reach(people["priya"], NOW).entries(type("Opened", (), {"person": kofi["person"], "known": None})())[0].number
    return {"Authorization": f"Bearer {text}"}, {"reference": REFERENCE, "number": entry}


@pytest.mark.parametrize("operation", OPERATIONS)
def test_no_call_breaks_anything_and_every_answer_is_as_described(caller, operation):
    headers, real = caller
    cases = some.one_of(described(operation).as_strategy(generation_mode=mode) for mode in (GenerationMode.POSITIVE, GenerationMode.NEGATIVE))

    @settings(max_examples=EXAMPLES, derandomize=True, deadline=None, database=None, phases=[Phase.generate],
              suppress_health_check=list(HealthCheck))  # fmt: skip
    @given(case=cases, reach=some.booleans())
    def calls(case, reach):
        if reach:
            case.path_parameters.update({name: value for name, value in real.items() if name in case.path_parameters})
        with transaction.atomic():
            answer = case.call(headers=headers)
            transaction.set_rollback(True)
        case.validate_response(answer, checks=CHECKS)

    calls()
