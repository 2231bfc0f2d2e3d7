"""Tokens: made once, shown once, kept as a hash; counted by the minute; taken back at once."""

import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from hmac import compare_digest

from django.db import connection

from goldthread.web.api.models import Integration, Token
from goldthread.web.api.scopes import SCOPES

BEGINS = "gt"
LONGEST = timedelta(days=366)
WINDOW = timedelta(minutes=1)
MOST, MOST_OF_ALL = 300, 6000  # calls in a minute: usual, and at most

COUNT = """UPDATE web_token SET last_used = %(now)s,
  used = CASE WHEN "window" > %(since)s AND "window" <= %(now)s THEN used + 1 ELSE 1 END,
  "window" = CASE WHEN "window" > %(since)s AND "window" <= %(now)s THEN "window" ELSE %(now)s END
  WHERE id = %(token)s RETURNING used, "window" """


class Refused(ValueError):
    """The token cannot be made like this. `field` is what to put right; the message says how."""

    def __init__(self, field: str, sentence: str):
        super().__init__(sentence)
        self.field = field


@dataclass(frozen=True, slots=True)
class Counted:
    """A call that was counted: how many the token has in a minute, how many are left, and the seconds until the next minute."""

    most: int
    left: int
    seconds: int

    @property
    def too_many(self) -> bool:
        return self.left < 0


def make(
    integration: Integration, name: str, scopes: Iterable[str], expires_at: datetime, *, by: int, now: datetime, most: int = MOST
) -> tuple[Token, str]:  # fmt: skip
    """A new token and its text, which nobody can read again. Raises Refused."""
    chosen = [scope for scope in SCOPES if scope in set(scopes)]
    if not chosen:
        raise Refused("scopes", "Choose at least one thing that the token is for.")
    if not now < expires_at <= now + LONGEST:
        raise Refused("expires", "Choose a last day after today and at most a year away.")
    if not 1 <= most <= MOST_OF_ALL:
        raise Refused("most", f"Choose between 1 and {MOST_OF_ALL} calls in a minute.")
    prefix, secret = secrets.token_hex(4), secrets.token_urlsafe(32)
    text = f"{BEGINS}_{prefix}_{secret}"
    token = Token.objects.create(
        integration=integration, name=name.strip()[:80] or "Token", prefix=prefix, digest=_digest(text), scopes=chosen, most=most, by_id=by, at=now,
        expires_at=expires_at,
    )  # fmt: skip
    return token, text


def find(text: str) -> Token | None:
    """The token with this text, whether or not it still stands."""
    begins, _, rest = text.partition("_")
    prefix = rest.partition("_")[0]
    if begins != BEGINS or not (prefix.isascii() and prefix.isalnum() and len(prefix) == 8):
        return None
    found = Token.objects.select_related("integration__worker__team", "integration__owner").filter(prefix=prefix).first()
    return found if found and compare_digest(found.digest, _digest(text)) else None


def count(token: Token, now: datetime) -> Counted:
    """Count one call. One statement, so that processes that answer at once count together."""
    with connection.cursor() as cursor:
        cursor.execute(COUNT, {"now": now, "since": now - WINDOW, "token": token.pk})
        used, window = cursor.fetchone()
    return Counted(token.most, token.most - used, max(1, round((window + WINDOW - now).total_seconds())))


def take_back(token: Token, by: int, now: datetime) -> None:
    """The token opens nothing from now on."""
    Token.objects.filter(pk=token.pk, ended_at=None).update(ended_at=now, ended_by=by)


def _digest(text: str) -> str:
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
