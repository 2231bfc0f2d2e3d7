"""After too many wrong passwords a name has to wait, whether anybody has it or not; how long, and lifting it.

Counted by django-allauth in the cache, which is in the database: every process counts the same attempts.
"""

from allauth.account.adapter import get_adapter
from allauth.core.internal import ratelimit
from django.core.cache import cache
from django.http import HttpRequest

from goldthread.web import clockwork

LOGIN = {"app": "allauth.account", "action": "login_failed"}


def waits(request: HttpRequest, username: str) -> int:
    """For how many seconds more this name, or this network, has to wait; 0 for not at all."""
    rates = ratelimit.get_rates(**LOGIN)
    return max((_left(request, rate, username) for rate in rates), default=0)


def _left(request: HttpRequest, rate: ratelimit.Rate, username: str) -> int:
    history = cache.get(ratelimit.get_cache_key(request, rate=rate, key=key_of(request, username), **LOGIN), [])
    if len(history) < rate.amount:
        return 0
    return max(0, int(history[rate.amount - 1] + rate.duration - clockwork.real_seconds()) + 1)


def key_of(request: HttpRequest, username: str) -> str:
    return get_adapter(request)._get_login_attempts_cache_key(request, username=username)


def lift(request: HttpRequest, username: str) -> None:
    """This name may try again at once. The network it was tried from still waits."""
    for rate in ratelimit.get_rates(**LOGIN):
        if rate.per == "key":
            cache.delete(ratelimit.get_cache_key(request, rate=rate, key=key_of(request, username), **LOGIN))


def in_words(seconds: int) -> str:
    """'in a minute', 'in 4 minutes'."""
    minutes = -(-seconds // 60)
    return "in a minute" if minutes <= 1 else f"in {minutes} minutes"
