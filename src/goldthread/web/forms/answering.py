"""What becomes of a form that was sent: kept for later, kept and shown again, shown with what is wrong, or saved once."""

from collections.abc import Callable
from typing import Protocol

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect

from goldthread.web.drafts import sheets
from goldthread.web.drafts.sheets import Sheet
from goldthread.web.drafts.views import kept_words, leave
from goldthread.web.parts import Problem

TWICE = "This was saved the first time. Nothing was written twice."


class Form(Protocol):
    """What a form made by hand can say of itself."""

    def problems(self) -> list[Problem]:
        """What stops it from being saved."""

    def changed(self, asked: str) -> QueryDict:
        """The words, with what a button other than Save adds to them."""


def answer(
    request: HttpRequest, form: Form, sheet: Sheet, jumps: dict[str, str], show: Callable[[int], HttpResponse], save: Callable[[], str]
) -> HttpResponse:
    """`jumps` are the buttons that only change the form, with the place on the page to go to; `save` writes and says where to go."""
    if saved := sheets.saved_before(sheet):
        messages.success(request, TWICE)
        return redirect(saved.outcome)
    asked = request.POST.get("do", "save")
    if asked == "later":
        return leave(request, sheet)
    if asked in jumps:
        sheets.keep(sheet, form.changed(asked), request.now)
        return redirect(f"{sheet.page}?draft={sheet.number}#{jumps[asked]}")
    if form.problems():
        kept_words(request, sheet)
        return show(422)
    with sheets.saving(sheet, request.now) as draft:
        if draft.saved_at:
            messages.success(request, TWICE)
        else:
            draft.outcome = save()
    return redirect(draft.outcome)
