"""The page on which a visit is written."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.views.decorators.http import require_POST

from goldthread.people.roles import WRITE
from goldthread.people.sight import check_may
from goldthread.record.reach import Reach
from goldthread.web.drafts import sheets
from goldthread.web.drafts.sheets import Sheet
from goldthread.web.forms import around, foreseen
from goldthread.web.forms.answering import answer
from goldthread.web.forms.choosing import choose
from goldthread.web.forms.opening import open_all, who_picks
from goldthread.web.forms.visit import VisitForm
from goldthread.web.parts import Problems
from goldthread.web.reaching import with_reach

PAGE = "visit form"
JUMPS = {"children": "children", "step": "next", "copy": "present", "show": "when-you-save"}


@with_reach
def new(request: HttpRequest, reach: Reach) -> HttpResponse:
    """Write a visit to one child or several."""
    check_may(reach.actor, WRITE)
    kept = sheets.reopened(request)
    words = sheets.words(request, kept)
    children = open_all(reach, words.getlist("child"), PAGE, again=request.method == "POST")
    if not children:
        return choose(request, reach, "visit_new", "Whom did you visit?")
    form = VisitForm(reach, words, children)
    sheet = sheets.sheet(request, kept, kind="visit", title=form.full_title, children=form.references)
    if request.method != "POST":
        return _page(request, form, sheet)
    return answer(request, form, sheet, JUMPS, lambda status: _page(request, form, sheet, status), lambda: _save(request, form))


def _save(request: HttpRequest, form: VisitForm) -> str:
    done = [will.said for will in _will_do(form)]
    _write(form)
    messages.success(request, _saved(form, done))
    return reverse("today") if len(form.lines) > 1 else reverse("child", args=form.references)


def _write(form: VisitForm) -> None:
    with form.reach.act() as act:
        together = act.together()
        for entry in form.entries(together):
            act.write(entry.person, entry.type, entry.day, entry.values, at=entry.at, together=together)


def _saved(form: VisitForm, done: list[str]) -> str:
    lines = format_html_join("", "<li>{}</li>", ((words,) for words in done))
    return format_html("<b>The visit to {} is saved.</b><ul>{}</ul>", form.names, lines)


def _will_do(form: VisitForm) -> list[foreseen.WillDo]:
    pairs = zip(form.children, form.entries(), strict=True)
    return list(foreseen.of_all(list(pairs)))


def _page(request: HttpRequest, form: VisitForm, sheet: Sheet, status: int = 200) -> HttpResponse:
    children = form.children
    context = {
        **_saving_words(form),
        "sheet": sheet,
        "who": who_picks(form.reach, children, form.answers),
        "plan": around.plan_points(children),
        "problems": Problems(tuple(form.problems())) if status != 200 else None,
        "errors": {p.field: p.words for p in form.answers.problems} if status != 200 else {},
    }
    request.here = "my_children"
    return render(request, "goldthread/forms/visit.html", context, status=status)


def _saving_words(form: VisitForm) -> dict[str, Any]:
    """What saving would do, as the page and its later parts say it."""
    done = _will_do(form)
    last = [around.last_visit(line.opened) for line in form.lines]
    owed = [foreseen.owed_now(line.opened) for line in form.lines]
    answered = any(line.seen for line in form.lines)
    return {
        "form": form,
        "lines": list(zip(form.lines, last, owed, done, strict=True)),
        "done": done,
        "missing": form.missing() if answered else [],
        "told": around.must_not_be_told(form.children, form.answers.all("present")),
    }


@with_reach
@require_POST
def preview(request: HttpRequest, reach: Reach) -> HttpResponse:
    """What saving would do with the answers as they are just now: the parts of the page that say it."""
    check_may(reach.actor, WRITE)
    children = open_all(reach, request.POST.getlist("child"), PAGE, again=True)
    if not children:
        return HttpResponse(status=204)
    form = VisitForm(reach, request.POST, children)
    return render(request, "goldthread/forms/visit_preview.html", {**_saving_words(form), "swapped": True})
