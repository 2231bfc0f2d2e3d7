"""Who may have an account: those the authority gives one. Nobody makes their own. And what is said to somebody who signs in."""

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.forms import LoginForm
from allauth.account.internal.flows.login import get_authentication_records
from django.conf import settings
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.urls import reverse

from goldthread.web import clockwork, lockout
from goldthread.web.recording import locked_out

WRONG = "The name or the password is not right. Try once more, or ask an administrator for a new password."
WAIT = "There were too many attempts to sign in with this name, or from your network. You can try again {when}. Your manager or an administrator can let you in sooner."


class Adapter(DefaultAccountAdapter):
    """django-allauth's account rules, with signing up closed."""

    error_messages = {
        **DefaultAccountAdapter.error_messages, "username_password_mismatch": WRONG, "incorrect_password": "The password is not right.",
        "enter_current_password": "This is not the password you have now.",
        "rate_limited": "There were too many attempts. Wait a few minutes and try again.",
    }  # fmt: skip

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def pre_authenticate(self, request: HttpRequest, **credentials: object) -> None:
        """Refuses whoever tried too often; that they were is written down."""
        try:
            super().pre_authenticate(request, **credentials)
        except ValidationError:
            locked_out(credentials)
            raise
    def validation_error(self, code: str, *args: object) -> ValidationError:
        if code == "too_many_login_attempts" and self.request is not None:
            seconds = lockout.waits(self.request, self.request.POST.get("login", ""))
            return ValidationError(WAIT.format(when=lockout.in_words(seconds)), code=code)
        return super().validation_error(code, *args)

    def _get_login_attempts_cache_key(self, request: HttpRequest, **credentials: str) -> str:
        """The name alone: the site may answer to several, and each must count the same attempts."""
        return credentials.get("username", "").strip().casefold()

    def is_reauthentication_required(self, *, app: str, **kwargs: object) -> bool:
        """Not of somebody who has signed in within the last minutes, as whoever sets up a second factor first of all."""
        said = get_authentication_records(self.request, self.request.user)
        return not (said and clockwork.real_seconds() - said[-1]["at"] < settings.ACCOUNT_REAUTHENTICATION_TIMEOUT)

    def get_logout_redirect_url(self, request: HttpRequest) -> str:
        """Whoever came from elsewhere is told that they are still signed in there."""
        came_by = {record["method"] for record in get_authentication_records(request, request.user)}
        return reverse("single_out") if "socialaccount" in came_by else super().get_logout_redirect_url(request)

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        return "/"


class Login(LoginForm):
    """The sign-in form, whose faults say what to do."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"].error_messages["required"] = "Enter the name you sign in with"
        self.fields["password"].error_messages["required"] = "Enter your password"
