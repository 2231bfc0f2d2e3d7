"""Somebody who signs in at a client: with a password, and with codes as their telephone shows them."""

from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.test import Client

from goldthread.people.models import Worker

PASSWORD = "a long red scarf"


def priya(role="social_worker", **more):
    return Worker.objects.create_user("priya", PASSWORD, name="Priya Fenwater", role=role, **more)


def sign_in(client: Client, username="priya", password=PASSWORD, to="/"):
    return client.post("/accounts/login/", {"login": username, "password": password, "next": to})


def code_of(secret: str) -> str:
    """What an app shows now for this secret."""
    return format_hotp_value(hotp_value(secret, next(iter(yield_hotp_counters_from_time()))))


def with_app(worker: Worker, secret="JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP") -> str:
    """The worker has set up an app with this secret."""
    TOTP.activate(worker, secret)
    return secret


def enters(client: Client, code: str):
    return client.post("/accounts/second-factor/authenticate/", {"code": code})


def factors(worker: Worker) -> set[str]:
    return set(Authenticator.objects.filter(user=worker).values_list("type", flat=True))
