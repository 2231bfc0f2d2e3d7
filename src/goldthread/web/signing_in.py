"""Who may have an account: those the authority gives one. Nobody makes their own."""

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.forms import LoginForm
from django.http import HttpRequest


class Adapter(DefaultAccountAdapter):
    """django-allauth's account rules, with signing up closed."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False


class Login(LoginForm):
    """The sign-in form, whose faults say what to do."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"].error_messages["required"] = "Enter the name you sign in with"
        self.fields["password"].error_messages["required"] = "Enter your password"
