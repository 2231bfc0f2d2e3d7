"""What every request gets: one reading of the clock, and headers that let a page run only what we serve."""

from collections.abc import Callable

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


def policy(handle: Handler) -> Handler:
    """Says to the browser what a page may load, and that children's pages are not to be kept by anything on the way."""

    def with_policy(request: HttpRequest) -> HttpResponse:
        response = handle(request)
        response.headers.setdefault("Content-Security-Policy", POLICY)
        response.headers.setdefault("Cache-Control", "no-store")
        return response

    return with_policy


def calm_when_the_database_is_away(handle: Handler) -> Handler:
    """Answers 503 in words where the record cannot be asked: a failure never looks like "nobody found"."""

    def calmly(request: HttpRequest) -> HttpResponse:
        return handle(request)

    calmly.process_exception = _not_answering
    return calmly


def _not_answering(request: HttpRequest, exception: Exception) -> HttpResponse | None:
    return errors.not_answering(request) if isinstance(exception, OperationalError | InterfaceError) else None
