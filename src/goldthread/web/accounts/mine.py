"""One's own account: the password, the second factor, and where one is signed in."""

from allauth.mfa.utils import is_mfa_enabled
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from goldthread.people import accounts
from goldthread.web.factors import FACTORS


@login_required
def mine(request: HttpRequest) -> HttpResponse:
    return render(request, "goldthread/accounts/mine.html", {"factor": "set up" if is_mfa_enabled(request.user, FACTORS) else "not set up"})


@login_required
def second_factor(request: HttpRequest) -> HttpResponse:
    """Why a second factor is needed, and the choice of one."""
    return render(request, "goldthread/accounts/second_factor.html")


@require_POST
@login_required
def sign_out_everywhere(request: HttpRequest) -> HttpResponse:
    """End every sign-in of one's own, this one too."""
    accounts.sign_out_everywhere(request.user, now=request.now)
    logout(request)
    return redirect("account_login")
