"""Doing what a form asks once, however often it arrives: a double click, two tabs, a retry after the answer was lost.

A page's view runs here. What it writes, the fact that it was done and the line of the audit that says so are one transaction, so
either all are kept or none; that is what makes it safe to try again, here or in a browser, where the database went away or two
people met in it.
"""

import hashlib
import time
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import wraps
from typing import Any

from django.contrib import messages
from django.contrib.messages.storage import default_storage
from django.db import InterfaceError, OperationalError, connection, transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect

from goldthread.web import errors, recording
from goldthread.web.presses.lost import lost, met
from goldthread.web.presses.models import Press

FIELD = "once"
OURS, LIBRARY = "goldthread.", "allauth."
COUNTS_ATTEMPTS = frozenset({"account_reauthenticate", "mfa_reauthenticate", "mfa_reauthenticate_webauthn"})
"""Pages of the library that count wrong answers, as signing in does: others see a count only once it is kept, so it is kept at once."""
READS = frozenset({"GET", "HEAD"})
DONE_BEFORE = "This was saved the first time. Nothing was written twice."
TRIES = 4
WAIT = 0.05  # seconds before the second try, doubled before each further one
KEPT = timedelta(days=30)
LOCK = "SELECT pg_advisory_xact_lock(('x' || left(%s, 16))::bit(64)::bigint)"
NOT_WORDS = {"csrfmiddlewaretoken"}

View = Callable[..., HttpResponse]


def apart(view: View) -> View:
    """Marks a view that begins a process of its own, which must find what the view wrote before the view has answered."""

    @wraps(view)
    def with_mark(*args: Any, **kwargs: Any) -> HttpResponse:
        return view(*args, **kwargs)

    with_mark.begins_a_process = True
    return with_mark


def once(handle: View) -> View:
    """Middleware, the innermost: reads are asked again once where the connection was lost, writes done once."""

    def handled(request: HttpRequest) -> HttpResponse:
        return handle(request)

    handled.process_view = _view
    return handled


def _view(request: HttpRequest, view: View, args: tuple, kwargs: dict[str, Any]) -> HttpResponse | None:
    ours = view.__module__.startswith(OURS)
    if not (ours or _changes_an_account(request, view)) or getattr(view, "begins_a_process", False):
        return None

    def answer() -> HttpResponse:
        return view(request, *args, **kwargs)

    try:
        if request.method in READS:
            return _tried(answer, again=lost, tries=2)
        press = _press(request) if ours else ""
        if not press:
            return _in_one(request, answer)
        return _tried(lambda: _done_once(request, answer, press), again=lambda error: lost(error) or met(error), tries=TRIES)
    except (OperationalError, InterfaceError) as trouble:
        return errors.not_answering(request, trouble)


def _changes_an_account(request: HttpRequest, view: View) -> bool:
    """Whether somebody who is signed in sends something to a page of the library: a new password, a factor, a sign-in to be ended."""
    if request.method in READS or not view.__module__.startswith(LIBRARY):
        return False
    return request.user.is_authenticated and request.resolver_match.url_name not in COUNTS_ATTEMPTS


def _press(request: HttpRequest) -> str:
    """The press as it is kept; "" where a form carried no number or nobody is signed in."""
    number = request.POST.get(FIELD, "")
    if not number or not request.user.is_authenticated:
        return ""
    said = hashlib.sha256(repr([request.user.pk, request.get_full_path(), number]).encode())
    for name, values in sorted(request.POST.lists()):
        if name not in NOT_WORDS:
            said.update(repr((name, values)).encode())
    for name, files in sorted(request.FILES.lists()):
        for file in files:
            said.update(repr((name, file.name, file.size)).encode())
            for chunk in file.chunks():
                said.update(chunk)
            file.seek(0)
    return said.hexdigest()


def _done_once(request: HttpRequest, answer: Callable[[], HttpResponse], press: str) -> HttpResponse:
    """What the view answers or, where this press did something before, what it answered then."""
    def answered_once() -> HttpResponse:
        request.trail.begin_again()  # what a try before this one had written is gone with its transaction
        with connection.cursor() as cursor:
            cursor.execute(LOCK, [press])
        if done := Press.objects.filter(pk=press).first():
            request.trail.unchanged = True
            messages.success(request, DONE_BEFORE)
            return redirect(done.goes_to)
        request._messages = default_storage(request)  # a try before this one may have said that it was done
        for files in request.FILES.lists():
            for file in files[1]:
                file.seek(0)
        response = answer()
        if isinstance(response, HttpResponseRedirect):
            Press.objects.create(pk=press, worker=request.user, goes_to=response.url, at=request.now)
        return response

    return _in_one(request, answered_once)


def _in_one(request: HttpRequest, answer: Callable[[], HttpResponse]) -> HttpResponse:
    """What a view answers, in one transaction with the line that says what it did: kept together or not at all."""
    with transaction.atomic():
        response = answer()
        if response.status_code >= 500:
            transaction.set_rollback(True)
        else:
            recording.answered(request, response)
        return response


def _tried(answer: Callable[[], HttpResponse], *, again: Callable[[Exception], bool], tries: int) -> HttpResponse:
    """The answer, asked for again where it failed for a reason that passes. Nothing has been sent to anybody yet."""
    for number in range(1, tries + 1):
        try:
            return answer()
        except (OperationalError, InterfaceError) as trouble:
            if number == tries or connection.in_atomic_block or not again(trouble):
                raise
            if lost(trouble):
                connection.close()
            time.sleep(WAIT * 2 ** (number - 1))
    raise AssertionError("every try either answers or raises")


def forget_old(now: datetime) -> int:
    """Nobody sends a form again after a month. Returns how many presses were forgotten."""
    return Press.objects.filter(at__lt=now - KEPT).delete()[0]
