"""What every request gets: one reading of the clock, and headers that let a page run only what we serve."""

from collections.abc import Callable

from django.contrib.sessions.models import Session
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse

from goldthread.web import clockwork, errors

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
    )
)

Handler = Callable[[HttpRequest], HttpResponse]


def clock(handle: Handler) -> Handler:
    """Puts `now` on the request, read once, so that nothing on a page disagrees about the time."""

    def with_clock(request: HttpRequest) -> HttpResponse:
        request.now = clockwork.now()
        return handle(request)

    return with_clock


def stay_signed_in(handle: Handler) -> Handler:
    """Puts off the end of a sign-in with every request. Nothing else of the session is written: what is kept while somebody
    types would otherwise undo what was said to them when they saved."""

    def with_end_put_off(request: HttpRequest) -> HttpResponse:
        response = handle(request)
        session = request.session
        if response.status_code < 500 and not session.modified and not session.is_empty():
            Session.objects.filter(pk=session.session_key).update(expire_date=session.get_expiry_date())
        return response

    return with_end_put_off


def policy(handle: Handler) -> Handler:
    """Says to the browser what a page may load, and that children's pages are not to be kept by anything on the way."""

    def with_policy(request: HttpRequest) -> HttpResponse:
        response = handle(request)
        response.headers.setdefault("Content-Security-Policy", POLICY)
        response.headers.setdefault("Cache-Control", "no-store")
        return response

    return with_policy


def in_words(handle: Handler) -> Handler:
    """A page of words where an address is opened that only takes what forms send: the framework's own answer is blank."""

    def with_words(request: HttpRequest) -> HttpResponse:
        response = handle(request)
        opened = request.method == "GET" and response.status_code == 405 and not response.content
        return errors.only_sent_to(request) if opened else response

    return with_words


def calm_when_the_database_is_away(handle: Handler) -> Handler:
    """Answers 503 in words where the record cannot be asked: a failure never looks like "nobody found"."""

    def calmly(request: HttpRequest) -> HttpResponse:
        return handle(request)

    calmly.process_exception = _not_answering
    return calmly


def _not_answering(request: HttpRequest, exception: Exception) -> HttpResponse | None:
    return errors.not_answering(request) if isinstance(exception, OperationalError | InterfaceError) else None
