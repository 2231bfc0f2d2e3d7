"""The inspector's way round: on invited days, to read. Everything else is refused with the reason, before a page is asked."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from goldthread.people.invitations import check_invited
from goldthread.people.models import Worker
from goldthread.people.roles import INVITED
from goldthread.people.sight import NotAllowed
from goldthread.web import errors, wording
from goldthread.web.factors import WHILE_SETTING_UP

SAFE = {"GET", "HEAD", "OPTIONS"}
ALWAYS = WHILE_SETTING_UP | {"mfa_index", "your_account", "usersessions_list", "sign_out_everywhere"}  # also on a day without invitation
WRITES = {"inspector_sample", "inspector_note"}  # what an inspector may send: into their own room, never into a record
READ_ONLY = "You are here to read. What you want to say to the authority goes in a note back, in your room."

Handler = Callable[[HttpRequest], HttpResponse]


def only_on_invited_days(handle: Handler) -> Handler:
    """Middleware: an inspector reads, on the days they are invited."""

    def on_invited_days(request: HttpRequest) -> HttpResponse:
        return handle(request)

    on_invited_days.process_view = _check
    return on_invited_days


def _check(request: HttpRequest, view: object, args: object, kwargs: object) -> HttpResponse | None:
    worker, page = request.user, request.resolver_match.url_name
    if not isinstance(worker, Worker) or worker.plays.sees != INVITED or page in ALWAYS:
        return None
    try:
        request.invitation = check_invited(worker, wording.as_day(request.now))
        if request.method not in SAFE and page not in WRITES:
            raise NotAllowed(READ_ONLY)
    except NotAllowed as refusal:
        return errors.only_reads(request, refusal)
    return None
