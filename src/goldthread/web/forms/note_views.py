"""The page on which a case note is written."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from goldthread.people.roles import WRITE
from goldthread.people.sight import check_may
from goldthread.record.reach import Reach
from goldthread.web.drafts import sheets
from goldthread.web.drafts.sheets import Sheet
from goldthread.web.forms.answering import answer
from goldthread.web.forms.choosing import choose
from goldthread.web.forms.note import NoteForm
from goldthread.web.forms.opening import open_all, who_picks
from goldthread.web.parts import Problems
from goldthread.web.reaching import with_reach

PAGE = "note form"
JUMPS = {"children": "children", "step": "next"}


@with_reach
def new(request: HttpRequest, reach: Reach) -> HttpResponse:
    """Write one note about one child or several."""
    check_may(reach.actor, WRITE)
    kept = sheets.reopened(request)
    words = sheets.words(request, kept)
    children = open_all(reach, words.getlist("child"), PAGE, again=request.method == "POST")
    if not children:
        return choose(request, reach, "note_new", "Whom is the note about?")
    form = NoteForm(reach, words, children)
    sheet = sheets.sheet(request, kept, kind="note", title=form.full_title, children=form.references)
    if request.method != "POST":
        return _page(request, form, sheet)
    return answer(request, form, sheet, JUMPS, lambda status: _page(request, form, sheet, status), lambda: _save(request, form))


def _save(request: HttpRequest, form: NoteForm) -> str:
    with form.reach.act() as act:
        together = act.together()
        for entry in form.entries(together):
            act.write(entry.person, entry.type, entry.day, entry.values, at=entry.at, together=together)
    messages.success(request, f"The note about {form.names} is saved.")
    return reverse("today") if len(form.lines) > 1 else reverse("child", args=form.references)


def _page(request: HttpRequest, form: NoteForm, sheet: Sheet, status: int = 200) -> HttpResponse:
    wrong = status != 200
    context = {
        "form": form,
        "sheet": sheet,
        "who": who_picks(form.reach, form.children, form.answers),
        "problems": Problems(tuple(form.answers.problems)) if wrong else None,
        "errors": {p.field: p.words for p in form.answers.problems} if wrong else {},
        "before": [(line, line.opened.latest("note")) for line in form.lines],
    }
    request.here = "my_children"
    return render(request, "goldthread/forms/note.html", context, status=status)
