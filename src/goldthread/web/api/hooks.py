"""Webhooks: the addresses that are told, and the secrets with which what they are told is signed."""

import hmac
import secrets
from collections.abc import Iterable
from datetime import datetime, timedelta
from hashlib import sha256
from urllib.parse import urlsplit

from django.conf import settings

from goldthread.record.act import CORRECTED, WITHDRAWN, WRITTEN
from goldthread.web.api.models import Hook, Integration
from goldthread.web.api.tokens import Refused

EVENTS = {WRITTEN: "an entry was written", CORRECTED: "an entry was corrected", WITHDRAWN: "an entry was withdrawn"}
BOTH_SECRETS_FOR = timedelta(days=7)
MOST = 20  # of one integration


def make(integration: Integration, address: str, events: Iterable[str], now: datetime) -> tuple[Hook, str]:
    """A new address to tell, and its secret. Raises Refused."""
    chosen = [event for event in EVENTS if event in set(events)]
    if not chosen or set(events) - set(EVENTS):
        raise Refused("events", f"Choose from: {', '.join(EVENTS)}.")
    check_address(address)
    if integration.hooks.filter(ended_at=None).count() >= MOST:
        raise Refused("address", f"An integration has at most {MOST} webhooks. End one first.")
    hook = Hook.objects.create(integration=integration, address=address, events=chosen, salt=secrets.token_urlsafe(32), at=now)
    return hook, secret(hook.salt)


def check_address(address: str) -> None:
    """Only what may ever be told; where its name leads is looked at with each delivery. Raises Refused."""
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError as wrong:
        raise Refused("address", "Write a whole address, such as https://partner.example/goldthread.") from wrong
    if not parts.hostname or parts.scheme not in ("https", "http") or parts.fragment or not address.isascii() or any(c.isspace() for c in address):
        raise Refused("address", "Write a whole address, such as https://partner.example/goldthread.")
    if parts.username is not None or parts.password is not None or port == 0:
        raise Refused("address", "Write the address without a name or password in it.")
    if parts.scheme == "http" and parts.hostname not in ("localhost", "127.0.0.1", "::1"):
        raise Refused("address", "Use https: what is told must not be read on the way.")


def secret(salt: str) -> str:
    """Made from the salt and the key of the site, so that a copy of the database alone signs nothing."""
    return "whsec_" + hmac.new(settings.SECRET_KEY.encode(), b"goldthread.hook:" + salt.encode(), sha256).hexdigest()


def rotate(hook: Hook, now: datetime) -> str:
    """A new secret. For a week everything is signed with both, so that the receiver can change over."""
    hook.earlier_salt, hook.earlier_until, hook.salt = hook.salt, now + BOTH_SECRETS_FOR, secrets.token_urlsafe(32)
    hook.save(update_fields=["earlier_salt", "earlier_until", "salt"])
    return secret(hook.salt)


def signature(hook: Hook, body: bytes, now: datetime) -> str:
    """`t=…,v1=…`: HMAC-SHA256 over the seconds, a full stop and the body; one v1 for each secret that holds."""
    at = str(int(now.timestamp()))
    salts = [hook.salt, *([hook.earlier_salt] if hook.earlier_until and now < hook.earlier_until else [])]
    signed = [hmac.new(secret(salt).encode(), f"{at}.".encode() + body, sha256).hexdigest() for salt in salts]
    return ",".join([f"t={at}", *(f"v1={value}" for value in signed)])
