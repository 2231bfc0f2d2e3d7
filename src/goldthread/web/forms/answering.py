"""What becomes of a form that was sent: kept for later, kept and shown again, shown with what is wrong, or saved once."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect

from goldthread.web.drafts import sheets
from goldthread.web.drafts.sheets import Sheet
from goldthread.web.drafts.views import kept_words, leave
from goldthread.web.parts import Problem
from goldthread.web.presses.once import DONE_BEFORE


class Form(Protocol):
    """What a form made by hand can say of itself."""

    def problems(self) -> list[Problem]:
        """What stops it from being saved."""

    def changed(self, asked: str) -> QueryDict:
        """The words, with what a button other than Save adds to them."""


@dataclass(frozen=True, slots=True)
class Sent:
    """A Django form that was sent, as it is asked here."""

    form: forms.Form

    def problems(self) -> list[Problem]:
        return [Problem(str(words), name) for name, found in self.form.errors.items() for words in found]

    def changed(self, asked: str) -> QueryDict:
        return self.form.data.copy()


def answer(
    request: HttpRequest, form: Form, sheet: Sheet, jumps: dict[str, str], show: Callable[[int], HttpResponse], save: Callable[[], str],
    waits: str = "today",
) -> HttpResponse:
    """`jumps` are the buttons that only change the form, with the place on the page to go to; `save` writes and says where to go.

    `waits` names the page that is gone to where it is left for later, on which it then stands.
    """
    if saved := sheets.saved_before(sheet):
        messages.success(request, DONE_BEFORE)
        return redirect(saved.outcome)
    asked = request.POST.get("do", "save")
    if asked == "later":
        return leave(request, sheet, waits)
    if asked in jumps:
        request.trail.unchanged = True
        sheets.keep(sheet, form.changed(asked), request.now)
        return redirect(f"{sheet.page}?draft={sheet.number}#{jumps[asked]}")
    if form.problems():
        kept_words(request, sheet)
        return show(422)
    with sheets.saving(sheet, request.now) as draft:
        if draft.saved_at:
            messages.success(request, DONE_BEFORE)
        else:
            draft.outcome = save()
    return redirect(draft.outcome)
