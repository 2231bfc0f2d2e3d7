"""Views of children's records. Each is given a Reach for whoever is signed in; a refusal becomes a calm page that says why."""

from collections.abc import Callable
from functools import wraps

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from goldthread.people.sight import NotAllowed
from goldthread.record.reach import NotFound, Reach
from goldthread.web.closed import refusing

View = Callable[..., HttpResponse]


def with_reach(view: View) -> View:
    """The view is called with the request, a Reach and what the address names."""

    @login_required
    @wraps(view)
    def answer(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        reach = Reach(request.user, request.now, request.trail)
        try:
            return view(request, reach, *args, **kwargs)
        except NotAllowed as refusal:
            return refusing.answer(request, reach, refusal)
        except NotFound as nothing:
            return not_there(request, str(nothing))

    return answer


def not_there(request: HttpRequest, sentence: str) -> HttpResponse:
    """404, with what was asked for."""
    words = {
        "heading": "There is nothing at this address",
        "sentences": (
            sentence,
            "To find a child, use the box at the top: a name, a birth date, a postcode or a reference.",
        ),
        "do": "Go to Today",
        "do_href": "/",
    }
    return render(request, "goldthread/error.html", words, status=404)
