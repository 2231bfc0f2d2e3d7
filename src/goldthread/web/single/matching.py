"""Who somebody is whom the provider has signed in: an account that is here already. Nobody gets one by signing in."""

from collections.abc import Mapping
from typing import Any, NoReturn

from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialLogin
from allauth.socialaccount.providers.base.constants import AuthError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.crypto import constant_time_compare

from goldthread.people.models import Worker
from goldthread.people.roles import INTEGRATIONS

UNKNOWN = "Nobody here has an account under the name or address that {name} gave. Ask an administrator of Goldthread."
UNVERIFIED = "{name} does not vouch for your address, so we cannot tell whose account it is. Ask whoever looks after {name}."
CLOSED = "This account is closed. Ask your manager if that is wrong."
NOT_SURE = "What {name} sent could not be trusted, so nobody was signed in. Begin again; if it happens again, tell your support team."
CANCELLED = "Nobody was signed in with {name}. Begin again, or use your name and password."


class NotMatched(Exception):
    """Nobody may be signed in by these claims. The message says why, `{name}` standing for the provider."""


class Matching(DefaultSocialAccountAdapter):
    """django-allauth's hooks for signing in elsewhere."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: SocialLogin) -> bool:
        return False

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        app, claims = sociallogin.provider.app, sociallogin.account.extra_data["id_token"]
        try:
            if not constant_time_compare(str(claims.get("nonce", "")), sociallogin.state.get("nonce") or "none was drawn"):
                raise NotMatched(NOT_SURE)
            sociallogin.user = matched(claims, app.settings["claim"])
        except NotMatched as refusal:
            _refuse(request, app.name, str(refusal))

    def on_authentication_error(self, request: HttpRequest, provider: Any, error: Any = None, exception: Any = None, extra_context: Any = None) -> None:
        _refuse(request, provider.app.name, CANCELLED if error == AuthError.CANCELLED else NOT_SURE)


def matched(claims: Mapping[str, Any], claim: str) -> Worker:
    """The account these claims are about. Raises NotMatched."""
    said = str(claims.get(claim) or "").strip()
    if not said:
        raise NotMatched(UNKNOWN)
    if claim == "email" and claims.get("email_verified") is not True:
        raise NotMatched(UNVERIFIED)
    found = list(Worker.objects.exclude(role__in=list(INTEGRATIONS)).filter(**{f"{'email' if claim == 'email' else 'username'}__iexact": said})[:2])
    if len(found) != 1:
        raise NotMatched(UNKNOWN)
    if not found[0].is_active:
        raise NotMatched(CLOSED)
    return found[0]


def refusal(request: HttpRequest, name: str, sentence: str) -> HttpResponse:
    """403 in calm words, with the way back to the sign-in page."""
    words = {"heading": "You are not signed in", "sentences": (sentence.format(name=name),), "do": "Back to signing in", "do_href": "/accounts/login/"}
    return render(request, "goldthread/error.html", words, status=403)


def _refuse(request: HttpRequest, name: str, sentence: str) -> NoReturn:
    raise ImmediateHttpResponse(refusal(request, name, sentence))
