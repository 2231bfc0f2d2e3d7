"""An integration with a token, and calls made with it."""

import json
from datetime import timedelta

from django.test import Client

from goldthread.people.models import Worker
from goldthread.web.api import tokens
from goldthread.web.api.models import Integration
from goldthread.web.api.scopes import SCOPES
from tests.web.one_child import NOW

ROOT = "/api/v1"


def integration(people, team=None, agreed=True, name="School register"):
    """Of one team, or of the service: set up by the administrator, the owner is the director."""
    role = "team_integration" if team else "service_integration"
    worker = Worker.objects.create_user(f"integration-{name}-{team}", None, name=name, role=role, team=team)
    return Integration.objects.create(
        worker=worker, what_for="Visits from the school’s own register.", owner=people["dina"], by=people["adam"], at=NOW, agreed_at=NOW if agreed else None
    )


def token(of, *scopes, most=1000, lasts=timedelta(days=30)):
    return tokens.make(of, "test", scopes or SCOPES, NOW + lasts, by=of.by_id, now=NOW, most=most)


class Calls:
    """Calls with one token. Each gives the answer, with `said` as its JSON."""

    def __init__(self, text, client=None):
        self.text, self.client = text, client or Client()

    def ask(self, method, path, body=None, **headers):
        more = {"content_type": "application/json"} if body is not None else {}
        sent = body if isinstance(body, bytes | str) else json.dumps(body) if body is not None else ""
        if self.text:
            headers = {"Authorization": f"Bearer {self.text}", **headers}
        answer = self.client.generic(method, path if path.startswith("/api") else ROOT + path, sent, headers=headers, **more)
        answer.said = json.loads(answer.content) if answer.content else None
        return answer

    def get(self, path, **headers):
        return self.ask("GET", path, **headers)

    def post(self, path, body=None, **headers):
        return self.ask("POST", path, body, **headers)

    def patch(self, path, body=None, **headers):
        return self.ask("PATCH", path, body, **headers)


def calls(of, *scopes, **more):
    return Calls(token(of, *scopes, **more)[1])


VISIT = {"type": "visit", "day": "2026-11-19", "time": "16:15", "answers": {"made": True, "child_seen": True, "seen_alone": False}}


def visit(**answers):
    return {**VISIT, "answers": {**VISIT["answers"], **answers}}
