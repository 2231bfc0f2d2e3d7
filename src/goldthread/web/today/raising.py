"""Raising a warning from Today: first about whom, then the form."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from goldthread.people.roles import WRITE
from goldthread.people.sight import check_may
from goldthread.record.reach import Reach
from goldthread.web.forms.choosing import choose
from goldthread.web.reaching import with_reach


@with_reach
def raise_warning(request: HttpRequest, reach: Reach) -> HttpResponse:
    """One child at a time: each warning waits for its own answer."""
    check_may(reach.actor, WRITE)
    chosen = request.GET.getlist("child")
    if len(chosen) == 1:
        return redirect(reverse("entry_write", args=[chosen[0], "warning"]))
    question = "About whom do you want to raise a warning?" if not chosen else "Tick one child: each warning waits for its own answer"
    return choose(request, reach, "warning_new", question)
