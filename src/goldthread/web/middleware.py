"""What every request gets: one reading of the clock, and headers that let a page run only what we serve."""

import secrets
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from datetime import timedelta

from django.conf import settings
from django.contrib.sessions.models import Session
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse

from goldthread.record.acting import Acting, acting, current
from goldthread.web import clockwork, errors
from goldthread.web.loading.keeping import MEGABYTE, MOST_MEGABYTES

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'nonce-{nonce}'",
        "style-src 'self'",
        "img-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
        "object-src 'none'",
    )
)
UNUSED = (
    "accelerometer", "autoplay", "browsing-topics", "camera", "display-capture", "encrypted-media", "fullscreen", "geolocation",
    "gyroscope", "hid", "idle-detection", "magnetometer", "microphone", "midi", "payment", "picture-in-picture", "screen-wake-lock", "serial",
    "usb", "xr-spatial-tracking",
)  # fmt: skip
# A passkey is asked for by our own pages; nothing else of what a browser can do is.
PERMISSIONS = ", ".join((*(f"{feature}=()" for feature in UNUSED), "publickey-credentials-create=(self)", "publickey-credentials-get=(self)"))
HEADERS = {"Permissions-Policy": PERMISSIONS, "Cross-Origin-Resource-Policy": "same-origin", "Cache-Control": "no-store"}

PUT_OFF_BY = timedelta(minutes=1)  # a sign-in lasts an hour without a request, or a minute less

Handler = Callable[[HttpRequest], HttpResponse]


def clock(handle: Handler) -> Handler:
    """Puts `now` on the request, read once, so that nothing on a page disagrees about the time."""

    def with_clock(request: HttpRequest) -> HttpResponse:
        request.now = clockwork.now()
        return handle(request)

    return with_clock


def not_too_much(handle: Handler) -> Handler:
    """Refuses files larger than any page takes before a byte of them is read; of somebody who has not signed in, any file to speak of."""

    def bounded(request: HttpRequest) -> HttpResponse:
        length = request.META.get("CONTENT_LENGTH") or "0"
        size = int(length) if length.isascii() and length.isdecimal() else 0
        if request.content_type != "multipart/form-data" or size <= settings.DATA_UPLOAD_MAX_MEMORY_SIZE:
            return handle(request)
        most = (MOST_MEGABYTES + 1) * MEGABYTE if request.user.is_authenticated else settings.DATA_UPLOAD_MAX_MEMORY_SIZE
        return errors.too_much(request, size // MEGABYTE, MOST_MEGABYTES) if size > most else handle(request)

    return bounded


def acts(handle: Handler) -> Handler:
    """Tells the database for whom it is asked, so that it shows what they may see and nothing to somebody who is not signed in.

    Where row security is off nobody is named, and the database answers as it does to whoever signed in to it.
    """

    def for_whoever_is_signed_in(request: HttpRequest) -> HttpResponse:
        if not settings.GOLDTHREAD_ROW_SECURITY:
            return handle(request)
        try:
            who = request.user.pk
        except (OperationalError, InterfaceError) as trouble:
            return errors.not_answering(request, trouble)
        with acting(Acting(who, request.now)):
            response = handle(request)
            last = current.get()
        if response.streaming:
            response.streaming_content = _asked_by(last, response.streaming_content)
        return response

    return for_whoever_is_signed_in


def _asked_by(who: Acting | None, content: Iterable[bytes]) -> Iterator[bytes]:
    """What is sent in pieces is asked for after the view has ended, by the same person."""
    pieces = iter(content)
    while True:
        with acting(who):
            piece = next(pieces, None)
        if piece is None:
            return
        yield piece


def stay_signed_in(handle: Handler) -> Handler:
    """Puts off the end of a sign-in with every request, to the minute: who opens six pages in one writes once. Nothing else of
    the session is written: what is kept while somebody types would otherwise undo what was said to them when they saved."""

    def with_end_put_off(request: HttpRequest) -> HttpResponse:
        response = handle(request)
        session = request.session
        if response.status_code < 500 and not session.modified and not session.is_empty():
            ends = session.get_expiry_date()
            if session.stands_until is None or abs(ends - session.stands_until) > PUT_OFF_BY:
                with suppress(OperationalError):  # a page that could be read is shown, also where nothing can be written
                    Session.objects.filter(pk=session.session_key).update(expire_date=ends)
        return response

    return with_end_put_off


def policy(handle: Handler) -> Handler:
    """Says to the browser what a page may load, and that children's pages are not to be kept by anything on the way.

    A script runs only where its element bears the number drawn for this answer, `request.nonce`: one that was slipped into a
    page, or into a file that we serve, does not.
    """

    def with_policy(request: HttpRequest) -> HttpResponse:
        request.nonce = secrets.token_urlsafe(18)
        response = handle(request)
        response.headers.setdefault("Content-Security-Policy", POLICY.format(nonce=request.nonce))
        for name, value in HEADERS.items():
            response.headers.setdefault(name, value)
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
    return errors.not_answering(request, exception) if isinstance(exception, OperationalError | InterfaceError) else None
