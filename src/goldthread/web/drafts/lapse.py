"""When a sign-in lapses while somebody is writing, or the page has grown too old to send: the words are kept all the same."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode

from goldthread.web import errors
from goldthread.web.drafts.sheets import FIELD, Sheet, read_token
from goldthread.web.drafts.views import kept_words

Handler = Callable[[HttpRequest], HttpResponse]
WORDS = "application/x-www-form-urlencoded"
ASKED_BY_SCRIPT = "X-Goldthread-Draft"


def keep_words(handle: Handler) -> Handler:
    """Middleware: what is posted without a sign-in is kept for the worker whose form it is, who is then asked to sign in."""

    def with_words_kept(request: HttpRequest) -> HttpResponse:
        if request.method != "POST" or request.content_type != WORDS or request.user.is_authenticated:
            return handle(request)  # a file sent by nobody is not even read
        form = read_token(request.POST.get(FIELD, ""))
        return _ask_to_sign_in(request, form) if form else handle(request)

    return with_words_kept


def _ask_to_sign_in(request: HttpRequest, form: Sheet) -> HttpResponse:
    kept = kept_words(request, form)
    back = reverse("draft", args=[form.number])
    sign_in = f"{reverse('account_login')}?{urlencode({'next': back})}"
    if request.headers.get(ASKED_BY_SCRIPT) or request.headers.get("HX-Request"):
        return JsonResponse({"kept": kept, "sign_in": sign_in}, status=401)
    return redirect(sign_in)


def csrf_failed(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A page that is older than the sign-in: its words are kept and put into a fresh page. Nothing is saved without asking."""
    form = read_token(request.POST.get(FIELD, ""))
    if form is None or form.worker != request.user.pk:
        return errors.csrf_failed(request, reason)
    kept_words(request, form)
    return redirect("draft", number=form.number)
