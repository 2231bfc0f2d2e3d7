"""Who calls: a token, the integration whose it is, and the Reach with which it reads and writes."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja.security import HttpBearer

from goldthread.people.sight import NotAllowed
from goldthread.record.acting import acts_from_here
from goldthread.record.reach import NotFound, Reach
from goldthread.web.api import tokens
from goldthread.web.api.models import Integration, Token
from goldthread.web.api.problems import Problem, nothing_there
from goldthread.web.child import known as known_on
from goldthread.web.child.opening import Opened, open_child

NO_TOKEN = "Send a token that stands as “Authorization: Bearer …”. Whoever looks after integrations makes one, and sees why one no longer opens anything."
NO_SCOPE = "This token was not made for “{}”. Ask whoever looks after integrations for one that is."
TOO_MANY = "This token has {} calls in a minute and has made them. Wait {} seconds."
NOT_JSON = "Send JSON, and say so: “Content-Type: application/json”. Nothing has been changed."


@dataclass(frozen=True, slots=True)
class Caller:
    """One call. Its looks carry the prefix of the token, so that a trail names it."""

    token: Token
    reach: Reach

    @property
    def integration(self) -> Integration:
        return self.token.integration

    @property
    def now(self) -> datetime:
        return self.reach.now

    def page(self, what: str) -> str:
        """What stands in a look: 'api duties gt_1f2e3d4c'."""
        return f"api {what} {tokens.BEGINS}_{self.token.prefix}"

    def child(self, reference: str, what: str, known: str = "") -> Opened:
        """Open a record; what is not there and what is closed to this token are the same."""
        return self.unless_closed(lambda: open_child(self.reach, reference, self.page(what), self.moment(known)))

    def moment(self, known: str) -> datetime | None:
        """The end of a day, or None for now."""
        try:
            return known_on.known_on(known, self.reach.today)
        except known_on.NotThatDay as wrong:
            sentence = str(wrong).removesuffix(" This page shows what is known now.")
            raise Problem("not-valid", "Put right what is named in errors, and ask again.", [("known", sentence)]) from wrong

    @staticmethod
    def unless_closed(ask: Callable[[], Any]) -> Any:
        """What `ask` gives. A refusal, which is written down by then, is told as if nothing were there."""
        try:
            return ask()
        except (NotAllowed, NotFound) as refusal:
            raise nothing_there() from refusal


class Bearer(HttpBearer):
    """Lets in a token that stands and was made for this scope; never a session."""

    def __init__(self, scope: str):
        super().__init__()
        self.scope = scope

    def __call__(self, request: HttpRequest) -> Caller:
        begins, _, text = request.headers.get("Authorization", "").partition(" ")
        return self.authenticate(request, text.strip() if begins.lower() == "bearer" else "")

    def authenticate(self, request: HttpRequest, token: str) -> Caller:
        found = tokens.find(token)
        if found is None or not found.stands(request.now) or not found.integration.works:
            raise Problem("no-token", NO_TOKEN, headers={"WWW-Authenticate": 'Bearer realm="goldthread"'})
        request.trail.session = f"token {found.prefix}"
        caller = Caller(found, Reach(found.integration.worker, request.now, request.trail))
        request.user = caller.reach.actor
        acts_from_here(caller.reach.actor.pk, request.now)
        request.counted = counted = tokens.count(found, request.now)
        if counted.too_many:
            raise Problem("too-many", TOO_MANY.format(counted.most, counted.seconds), headers={"Retry-After": str(counted.seconds)})
        if self.scope not in found.scopes:
            raise Problem("not-allowed", NO_SCOPE.format(self.scope), headers={"WWW-Authenticate": f'Bearer error="insufficient_scope", scope="{self.scope}"'})
        if request.body and request.content_type != "application/json":
            raise Problem("not-json", NOT_JSON)
        return caller


class Nobody(HttpBearer):
    """For an operation without a scope of its own: it is closed to every token."""

    def authenticate(self, request: HttpRequest, token: str) -> None:
        return None


def with_counts(handle: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Middleware: a counted call is told how many are left."""

    def counting(request: HttpRequest) -> HttpResponse:
        response = handle(request)
        if counted := getattr(request, "counted", None):
            response["RateLimit-Limit"] = str(counted.most)
            response["RateLimit-Remaining"] = str(max(0, counted.left))
            response["RateLimit-Reset"] = str(counted.seconds)
        return response

    return counting
