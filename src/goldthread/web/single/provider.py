"""Single sign-on by OpenID Connect: django-allauth's, with a nonce, every ID token's signature checked, and nothing asked for by an address."""

import secrets
from typing import Any

import jwt
from allauth.account.utils import get_next_redirect_url
from allauth.socialaccount.adapter import get_adapter
from allauth.socialaccount.models import SocialApp, SocialLogin, SocialToken
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from allauth.socialaccount.providers.openid_connect.provider import OpenIDConnectProvider
from allauth.socialaccount.providers.openid_connect.views import OpenIDConnectOAuth2Adapter
from allauth.utils import build_absolute_uri
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

SIGNED_WITH = {"RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA"}  # keys that only the provider has
MUST_SAY = ("iss", "sub", "aud", "exp", "iat")


class Adapter(OpenIDConnectOAuth2Adapter):
    """How we talk to the provider."""

    def get_callback_url(self, request: HttpRequest, app: SocialApp) -> str:
        return build_absolute_uri(request, reverse("single_back"))

    @property
    def openid_config(self) -> dict[str, Any]:
        config = super().openid_config
        issuer = self.get_provider().app.settings["server_url"]
        if str(config.get("issuer", "")).rstrip("/") != issuer:
            raise OAuth2Error("The provider calls itself by another name than GOLDTHREAD_OIDC_ISSUER.")
        return config

    def complete_login(self, request: HttpRequest, app: SocialApp, token: SocialToken, **kwargs: Any) -> SocialLogin:
        provider = self.get_provider()
        claims = self.verified(app, kwargs["response"].get("id_token") or "")
        if app.settings["claim"] not in claims:
            claims = self._with_more(claims, token)
        return provider.sociallogin_from_response(request, {"id_token": claims})

    def verified(self, app: SocialApp, token: str) -> dict[str, Any]:
        """What an ID token says, once signature, issuer, audience and end are found right. Raises OAuth2Error."""
        try:
            header = jwt.get_unverified_header(token)
            if header.get("alg") not in SIGNED_WITH:
                raise OAuth2Error("The ID token is not signed with a key of the provider.")
            claims = jwt.decode(
                token, self._key(header), algorithms=[header["alg"]], issuer=self.openid_config["issuer"], audience=app.client_id,
                options={"require": list(MUST_SAY)},
            )  # fmt: skip
        except (jwt.PyJWTError, KeyError, ValueError) as trouble:
            raise OAuth2Error("The ID token cannot be trusted.") from trouble
        several = isinstance(claims["aud"], list) and len(claims["aud"]) > 1
        if several and claims.get("azp") != app.client_id:
            raise OAuth2Error("The ID token does not say who of several it is for.")
        return claims

    def _key(self, header: dict[str, Any]) -> Any:
        """The provider's key that a token names, or its only one where the token names none."""
        with get_adapter().get_requests_session() as session:
            answer = session.get(self.openid_config["jwks_uri"])
            answer.raise_for_status()
        keys = [k for k in jwt.PyJWKSet.from_dict(answer.json()).keys if "kid" not in header or k.key_id == header["kid"]]
        if len(keys) != 1:
            raise OAuth2Error("The ID token is not signed with a key of the provider.")
        return keys[0].key

    def _with_more(self, claims: dict[str, Any], token: SocialToken) -> dict[str, Any]:
        more = self._fetch_user_info(token.token)
        if more.get("sub") != claims["sub"]:
            raise OAuth2Error("The provider tells of somebody else than it signed in.")
        return {**more, **claims}


class Provider(OpenIDConnectProvider):
    """The one provider there may be. It is always asked for the same, whatever the address says."""

    pkce_enabled_default = True
    oauth2_adapter_class = Adapter

    def get_login_url(self, request: HttpRequest, **kwargs: Any) -> str:
        return reverse("single")

    def get_callback_url(self) -> str:
        return reverse("single_back")

    def get_redirect_from_request_kwargs(self, request: HttpRequest) -> dict[str, Any]:
        return {"process": "login", "next_url": get_next_redirect_url(request), "scope": self.get_scope()}

    def redirect(self, request: HttpRequest, process: str, next_url: str | None = None, data: Any = None, **kwargs: Any) -> HttpResponse:
        nonce = secrets.token_urlsafe(24)
        return super().redirect(request, process, next_url, data, auth_params={"nonce": nonce}, nonce=nonce, **kwargs)
