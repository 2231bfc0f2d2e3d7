"""Going to the authority's own provider to sign in, coming back, and leaving it again."""

from allauth.socialaccount.adapter import get_adapter
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from allauth.socialaccount.providers.oauth2.views import OAuth2CallbackView
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_GET
from requests import RequestException

from goldthread.web.single.matching import refusal
from goldthread.web.single.provider import Adapter, Provider

AWAY = "{name} does not answer just now. Use your name and password, or try again in a minute."


def name() -> str:
    """What the provider is called on the button; "" where there is none."""
    return _set_up("name")


def _set_up(what: str) -> str:
    apps = settings.SOCIALACCOUNT_PROVIDERS["openid_connect"]["APPS"]
    return apps[0][what] if apps else ""


def provider(request: HttpRequest) -> Provider:
    if not name():
        raise Http404
    return get_adapter(request).get_provider(request, _set_up("provider_id"))


# A form would not do: a form of ours may lead to nobody but us, and the policy holds the browser to that.
@require_GET
def go(request: HttpRequest) -> HttpResponse:
    """To the provider, to sign in there."""
    there = provider(request)
    try:
        return there.redirect_from_request(request)
    except (OAuth2Error, RequestException):
        return refusal(request, name(), AWAY)


@require_GET
def back(request: HttpRequest) -> HttpResponse:
    """From the provider, with a code for which it says who signed in."""
    provider(request)
    return OAuth2CallbackView.adapter_view(Adapter(request, _set_up("provider_id")))(request)


@require_GET
def out(request: HttpRequest) -> HttpResponse:
    """Signed out here; and the way to sign out at the provider too, where it has one."""
    there = provider(request)
    try:
        end = there.get_oauth2_adapter(request).openid_config.get("end_session_endpoint", "")
    except (OAuth2Error, RequestException):
        end = ""
    asked = {"client_id": there.app.client_id, "post_logout_redirect_uri": request.build_absolute_uri(reverse("account_login"))}
    return render(request, "account/signed_out.html", {"name": name(), "end": end and f"{end}?{urlencode(asked)}"})
