"""What a request writes in the audit by itself: every page leaves a line, whatever its view does, and so does every refusal.

A view that opens a child's record, searches or writes has said so through its Reach. For all others the address says
what was done. What a form changes has its line in the same transaction: web.presses.once asks for it there. A page that
is to leave no line is named here, with the reason.
"""

from collections.abc import Callable
from contextvars import ContextVar
from typing import Any

from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed
from django.http import HttpRequest, HttpResponse
from django.utils.crypto import salted_hmac

from goldthread.people import accounts
from goldthread.people.models import AccountAct, Worker
from goldthread.record.acting import acts_from_here
from goldthread.record.trail import acts
from goldthread.record.trail.reading import stands
from goldthread.record.trail.writing import Trail, write
from goldthread.web import clockwork

ABOUT_NOBODY = frozenset({
    "marks", "counted", "accessibility", "who_sees", "rule",  # say the same to everybody, signed in or not
    "report_page_picture",  # of a published report, shown within a page that leaves a line
    "home",  # only sends on
    "draft_keep", "draft_throw_away", "draft",  # one's own words, not yet in any record; the form they open leaves a line
    "account_login", "account_logout", "account_reauthenticate",  # told by what they do: signed in, failed, locked out
})  # fmt: skip
SAID_BY_A_LOOK = frozenset({"record_open", "record_why"})
"""Pages that change something of which a look, with its reason, says everything."""
LOOKS = frozenset({acts.LIST, *acts.LOOKING})
PAPER = frozenset({"entry_print", "chronology", "history_print", "pack_paper", "self_evaluation_paper"})
"""Pages made to be printed."""
ASKS = frozenset({"visit_preview", "contact_preview", "contact_known"})
"""Pages that are sent something and change nothing."""
READS = frozenset({"GET", "HEAD"})
PUT_RIGHT = 422  # a form is shown again, with what is to be put right
FORGOTTEN = "no such account"
_trail: ContextVar[Trail | None] = ContextVar("trail", default=None)

Handler = Callable[[HttpRequest], HttpResponse]


def audited(handle: Handler) -> Handler:
    """Middleware: nobody is answered before what they did is written down."""

    def with_trail(request: HttpRequest) -> HttpResponse:
        request.trail = Trail(session_of(request))
        mine = _trail.set(request.trail)
        try:
            response = handle(request)
        finally:
            _trail.reset(mine)
        if response.status_code == 403:
            _refused(request)
        else:
            answered(request, response)
        return response

    return with_trail


def session_of(request: HttpRequest) -> str:
    """Which sign-in it was, so that two of one worker can be told apart; the key of the session cannot be had from it."""
    key = request.session.session_key
    return salted_hmac("goldthread.audit", key, algorithm="sha256").hexdigest()[:16] if key else ""


def _refused(request: HttpRequest) -> None:
    """One line for a refusal, unless the view has written one that was not undone with its transaction."""
    if not stands(line for line in request.trail.lines if line.refused):
        act = acts.READ if request.method in READS else acts.CHANGE
        _write(request, act, refused=True)


def answered(request: HttpRequest, response: HttpResponse) -> None:
    """A file that goes out and a page that is printed always have their own line, and so has what was changed; a page has one if
    nothing else was said. Asked a second time it has nothing to add. What was not done or not there has none."""
    page, trail = _page(request), request.trail
    if not (response.status_code < 400 or response.status_code == PUT_RIGHT):
        return
    if not isinstance(getattr(request, "user", None), Worker) or page in ABOUT_NOBODY or not page:
        return
    person = next((line.person_id for line in trail.lines), trail.known)
    out = acts.EXPORT if response.has_header("Content-Disposition") else acts.PRINT if page in PAPER else ""
    if out and not trail.has(out):
        _write(request, out, person_id=person)
    elif _changed(request, response):
        _write(request, acts.CHANGE, person_id=person)
    elif not trail.lines and not trail.known:
        _write(request, acts.LIST)


def _changed(request: HttpRequest, response: HttpResponse) -> bool:
    """Whether something was done that no line says yet. A form about somebody that is shown again did nothing."""
    trail, page = request.trail, _page(request)
    if request.method in READS or page in ASKS or page in SAID_BY_A_LOOK or response.status_code == PUT_RIGHT or trail.unchanged:
        return False
    shown_again = response.status_code == 200 and (trail.lines or trail.known)
    return not shown_again and LOOKS.issuperset(line.act for line in trail.lines)


def _write(request: HttpRequest, act: str, **more: Any) -> None:
    worker = request.user if isinstance(getattr(request, "user", None), Worker) else None
    write(worker, request.now, act, request.trail, page=_page(request) or "unknown", what=_what(request), **more)


def _page(request: HttpRequest) -> str:
    return (request.resolver_match.url_name or "") if request.resolver_match else ""


def _what(request: HttpRequest) -> str:
    """Which one: the numbers and codes of the address. A child's reference is told by the line's person."""
    named = request.resolver_match.kwargs if request.resolver_match else {}
    return " ".join(str(value) for name, value in named.items() if name != "reference")


def signed_in(sender: object, request: HttpRequest, user: Worker, **more: Any) -> None:
    """The sign-in has a session of its own by now."""
    acts_from_here(user.pk, clockwork.now())
    write(user, clockwork.now(), acts.SIGN_IN, Trail(session_of(request)) if request else None, page="account_login")


def signed_out(sender: object, request: HttpRequest, user: Worker | None, **more: Any) -> None:
    """Nobody signs out who was not signed in."""
    if isinstance(user, Worker):
        write(user, clockwork.now(), acts.SIGN_OUT, Trail(session_of(request)) if request else None, page="account_logout")


def failed(sender: object, credentials: dict[str, Any], request: HttpRequest | None = None, **more: Any) -> None:
    """A wrong password. What was typed as a name is kept only where it is one: people type passwords there."""
    _not_let_in(acts.FAILED, credentials)


def locked_out(credentials: dict[str, Any]) -> None:
    """Too many wrong passwords: not even the right one is tried now."""
    _not_let_in(acts.LOCKED, credentials)


def _not_let_in(act: str, credentials: dict[str, Any]) -> None:
    worker = Worker.objects.filter(username__iexact=str(credentials.get("username", "")).replace("\0", "")).first()
    write(worker, clockwork.now(), act, page="account_login", what="" if worker else FORGOTTEN, refused=True)


def account_done(done: AccountAct) -> None:
    """One line for whatever is done to an account, in its own transaction. Why, or what, it was is kept like all that people type."""
    write(done.by, done.at, acts.ACCOUNT, _trail.get(), page="account", what=f"worker {done.worker_id} {done.act}", reason=done.said)


def listen() -> None:
    """Called once, when the site starts."""
    user_logged_in.connect(signed_in, dispatch_uid="audit")
    user_logged_out.connect(signed_out, dispatch_uid="audit")
    user_login_failed.connect(failed, dispatch_uid="audit")
    if account_done not in accounts.TOLD:
        accounts.TOLD.append(account_done)
