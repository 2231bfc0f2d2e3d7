"""What follows when somebody signs in, whichever way they came, and when they change how they do."""

from allauth.account.signals import password_changed
from allauth.mfa.signals import authenticator_added, authenticator_removed
from django.contrib.auth.signals import user_logged_in
from django.http import HttpRequest

from goldthread.people import accounts
from goldthread.people.models import Worker
from goldthread.web import sessions

SAID = {"totp": "an app that shows codes", "webauthn": "a passkey", "recovery_codes": "recovery codes"}


def listen() -> None:
    """Called once, when the pages are loaded."""
    user_logged_in.connect(_signed_in, dispatch_uid="goldthread signed in")
    password_changed.connect(_chose, dispatch_uid="goldthread password")
    authenticator_added.connect(_added, dispatch_uid="goldthread factor added")
    authenticator_removed.connect(_removed, dispatch_uid="goldthread factor removed")


def _signed_in(sender: type, request: HttpRequest, user: Worker, **_: object) -> None:
    sessions.begin(request)


def _chose(sender: type, request: HttpRequest, user: Worker, **_: object) -> None:
    accounts.chose_password(user, now=request.now)


def _added(sender: type, request: HttpRequest, user: Worker, authenticator: object, **_: object) -> None:
    accounts.own_factor(user, f"{SAID[authenticator.type]} added", now=request.now)


def _removed(sender: type, request: HttpRequest, user: Worker, authenticator: object, **_: object) -> None:
    accounts.own_factor(user, f"{SAID[authenticator.type]} taken away", now=request.now)
