"""The second factor: who must have one, what they are asked before anything else, and how its secrets are kept."""

import base64
import hashlib
from collections.abc import Callable

from allauth.account.internal.flows.login import get_authentication_records
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled
from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode

from goldthread.people.models import Worker

REQUIRED, FOR = "required", "required for "
HAS = "second factor"
WRONG_CODE = "This code is not right, or was used before. Wait for the next one that your app shows."
FACTORS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)
ALWAYS = {"account_login", "account_logout", "account_reauthenticate", "single", "single_back", "single_out"}
WHILE_CHOOSING = ALWAYS | {"account_change_password"}
WHILE_SETTING_UP = WHILE_CHOOSING | {
    "second_factor", "mfa_activate_totp", "mfa_add_webauthn", "mfa_reauthenticate", "mfa_reauthenticate_webauthn", "mfa_view_recovery_codes",
    "mfa_generate_recovery_codes", "mfa_download_recovery_codes",
}  # fmt: skip

Handler = Callable[[HttpRequest], HttpResponse]


def must_have(worker: Worker) -> bool:
    """Whether this worker's role needs a second factor here: see GOLDTHREAD_SECOND_FACTOR in the settings."""
    wanted = settings.GOLDTHREAD_SECOND_FACTOR
    if wanted.startswith(FOR):
        return worker.role in {role.strip() for role in wanted.removeprefix(FOR).split(",")}
    return wanted == REQUIRED


def before_anything_else(handle: Handler) -> Handler:
    """Middleware: a password that was handed over is changed first, and a second factor that is needed is set up first."""

    def asked_first(request: HttpRequest) -> HttpResponse:
        return handle(request)

    asked_first.process_view = _ask
    return asked_first


def _ask(request: HttpRequest, view: object, args: object, kwargs: object) -> HttpResponse | None:
    worker, page = request.user, request.resolver_match.url_name
    if not isinstance(worker, Worker):
        return None
    if worker.password_given:
        return None if page in WHILE_CHOOSING else _to("account_change_password", request)
    if page in WHILE_SETTING_UP or not must_have(worker) or _has(request, worker):
        return None
    return _to("second_factor", request)


def _to(page: str, request: HttpRequest) -> HttpResponse:
    back = request.get_full_path() if request.method == "GET" else "/"
    return redirect(f"{reverse(page)}?{urlencode({'next': back})}")


def _has(request: HttpRequest, worker: Worker) -> bool:
    """Whether this sign-in is by two factors: looked up once, as taking a factor away ends the sign-in."""
    if request.session.get(HAS) is not True:
        by_provider = settings.GOLDTHREAD_OIDC_FACTOR == "theirs" and any(r["method"] == "socialaccount" for r in get_authentication_records(request, worker))
        if not (by_provider or is_mfa_enabled(worker, FACTORS)):
            return False
        request.session[HAS] = True
    return True


class Adapter(DefaultMFAAdapter):
    """django-allauth's rules for second factors: secrets are kept encrypted, and one that is needed is not taken away."""

    error_messages = {
        **DefaultMFAAdapter.error_messages, "incorrect_code": WRONG_CODE,
        "cannot_delete_authenticator": "Your role needs a second factor here. Add another one first, then take this one away.",
    }  # fmt: skip

    def get_totp_issuer(self) -> str:
        return f"Goldthread {settings.GOLDTHREAD_AUTHORITY}".strip()

    def _get_user_identifier(self, user: Worker) -> str:
        return user.username

    def build_totp_svg(self, url: str) -> str:
        """A picture that stands in the page itself: the policy lets no page show what is written in an address."""
        return super().build_totp_svg(url).partition("?>")[2].strip()

    def encrypt(self, text: str) -> str:
        return _cipher().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        return _cipher().decrypt(encrypted_text.encode()).decode()

    def is_mfa_enabled(self, user: Worker, types: object = None) -> bool:
        return settings.GOLDTHREAD_SECOND_FACTOR != "off" and super().is_mfa_enabled(user, types)

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        others = Authenticator.objects.filter(user=authenticator.user_id, type__in=FACTORS).exclude(pk=authenticator.pk)
        return not must_have(authenticator.user) or others.exists()


def _cipher() -> MultiFernet:
    """By the site's own key; one that it had before still opens what it closed."""
    keys = (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)
    return MultiFernet([Fernet(base64.urlsafe_b64encode(hashlib.sha256(f"second factor {key}".encode()).digest())) for key in keys])
