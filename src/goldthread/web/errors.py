"""Pages for when something cannot be shown: what happened and what to do, in calm words, never 'no such child'."""

import logging
import sys

from django.conf import settings
from django.core.exceptions import TooManyFilesSent
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse, HttpResponseServerError
from django.shortcuts import render
from django.template.loader import render_to_string

from goldthread.web.presses import lost

log = logging.getLogger("goldthread.database")
KEPT = "Nothing of what you sent was saved by halves, and what you were typing is kept in this browser."
READS = frozenset({"GET", "HEAD"})
REFUSED = "This page is about somebody whose record you do not work with."
DO_REFUSED = "You may not do this"
REFUSED_NEXT = (
    "If you need to see it for your work, ask the social worker or their manager. This attempt has been recorded."
)


def refused(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """403, with the reason the refusal gave."""
    reason = str(exception) if exception and str(exception) else REFUSED
    return _page(request, 403, "You may not see this" if request.method in READS else DO_REFUSED, reason, REFUSED_NEXT)


def only_reads(request: HttpRequest, refusal: Exception) -> HttpResponse:
    """403 for an inspector: on a day they are not invited for, or for something that is not reading."""
    return _page(request, 403, "Not today, or not from here", str(refusal))


def only_sent_to(request: HttpRequest) -> HttpResponse:
    """405, for an address that takes what a form sends and shows nothing by itself, as after signing in again."""
    return _page(
        request, 405, "There is nothing to see at this address",
        "It takes what is sent from a form. Nothing has been changed.",
        "Go back to the page with the form and send it again.",
    )  # fmt: skip


def missing(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404. Says nothing about whether a child of that name exists."""
    return _page(
        request, 404, "There is nothing at this address",
        "The address may have been typed or copied with a part missing.",
        "To find a child, use the box at the top: a name, a birth date, a postcode or a reference.",
    )  # fmt: skip


def too_much(request: HttpRequest, megabytes: int, most: int) -> HttpResponse:
    """413, for more than any page takes. None of it was read."""
    return _page(
        request, 413, "That is too much at once",
        f"What was sent is {megabytes:,} MB. A page takes {most} MB at once, and only from somebody who has signed in. Nothing of it was kept.",
        "Send it in parts, or let somebody with access to the server load it with the command goldthread load.",
    )  # fmt: skip


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400; 503 where it was the database that failed, while what was said in a session was kept after the page was made."""
    if trouble := lost.behind(exception):
        return not_answering(request, trouble)
    if isinstance(exception, TooManyFilesSent):
        return _page(
            request, 413, "That is too much at once",
            f"A page takes {settings.DATA_UPLOAD_MAX_NUMBER_FILES:,} files at once. None of them was kept.",
            "Send them in parts, or let somebody with access to the server load the folder with the command goldthread load.",
        )  # fmt: skip
    return _page(
        request, 400, "That could not be read",
        "What the browser sent was not complete. Nothing has been changed.",
        "Go back and try again; what you wrote in a form is kept.",
    )  # fmt: skip


def broken(request: HttpRequest) -> HttpResponse:
    """500. Made without the database or the signed-in person, since either may be what failed; 503 where it was the database."""
    trouble = sys.exc_info()[1]
    if isinstance(trouble, OperationalError | InterfaceError):
        return not_answering(request, trouble)
    words = {
        "heading": "Something went wrong on our side",
        "sentences": (
            "The page could not be made. Nothing you had saved is lost, and what you were typing is kept in this browser.",
            "Try again in a minute. If it happens again, tell your support team the time and the address of this page.",
        ),
        "do": "Try again",
        "do_href": request.get_full_path() if request.method == "GET" else "/",
    }
    return HttpResponseServerError(render_to_string("goldthread/error.html", words))


def not_answering(request: HttpRequest, trouble: BaseException) -> HttpResponse:
    """503, when the database does not answer. A search that failed is never shown as a search that found nobody."""
    heading, next_step = _what_is_wrong(trouble)
    _count(request, trouble)
    words = {
        "heading": heading,
        "sentences": ("This does not mean that a child is not known. The record could not be asked.", next_step),
        "do": "Try again",
        "do_href": request.get_full_path() if request.method == "GET" else "/",
    }
    return HttpResponse(render_to_string("goldthread/error.html", words), status=503)


def _count(request: HttpRequest, trouble: BaseException) -> None:
    """Each is told to whoever looks after the machine, by its kind and place alone."""
    means = lost.means(trouble)
    log.error("The database failed under a page: %s", means, exc_info=(type(trouble), trouble, trouble.__traceback__), extra={"request": request})
    if settings.GOLDTHREAD_METRICS:
        from goldthread.web import metrics

        metrics.DATABASE_ERRORS.labels(means).inc()


def _what_is_wrong(trouble: BaseException) -> tuple[str, str]:
    if lost.too_slow(trouble):
        return "The record took too long to answer", f"{KEPT} Try again; ask for less at once if you can, such as one team or one month."
    if lost.no_room(trouble):
        return "There is no room left to write anything down", f"{KEPT} What is written already can be read. Tell your support team now."
    return "Goldthread cannot reach its records just now", f"{KEPT} Try again in a minute."


def csrf_failed(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403 for a form sent from a page that had grown too old."""
    return _page(
        request, 403, "This page had been open for too long",
        "What you sent was not saved, to be safe. It is kept in this browser.",
        "Go back, open the page again, and it will be put in for you.",
    )  # fmt: skip


def _page(request: HttpRequest, status: int, heading: str, *sentences: str) -> HttpResponse:
    words = {"heading": heading, "sentences": sentences, "do": "Go to Today", "do_href": "/"}
    return render(request, "goldthread/error.html", words, status=status)
