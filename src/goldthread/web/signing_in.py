"""Who may have an account: those the authority gives one. Nobody makes their own."""

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class Adapter(DefaultAccountAdapter):
    """django-allauth's account rules, with signing up closed."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False
