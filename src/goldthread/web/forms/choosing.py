"""When a form is opened about nobody yet: whom is it about?"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from goldthread.record.reach import Reach
from goldthread.record.search import search
from goldthread.web import wording

MOST = 50


def choose(request: HttpRequest, reach: Reach, page: str, question: str) -> HttpResponse:
    """The acting person's own children to tick, or any child found by a search. A GET form, so it needs no script."""
    asked = " ".join(request.GET.get("find", "").replace("\0", "").split())
    children = [f.standing for f in search(reach, asked)[:MOST]] if asked else list(reach.mine().order_by("surname", "forename")[:MOST])
    rows = [(child, wording.old(child.born, reach.today, child.expected)) for child in children]
    context = {"rows": rows, "asked": asked, "question": question, "page": reverse(page)}
    return render(request, "goldthread/forms/choose.html", context)
