"""One form on one page: kept while it is written, shown again with what is wrong, saved once."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from goldthread.inspection.files import NotKept
from goldthread.inspection.plan import Refused
from goldthread.web.drafts import sheets
from goldthread.web.drafts.sheets import Sheet
from goldthread.web.drafts.views import kept_words
from goldthread.web.forms.answering import Sent, answer
from goldthread.web.said import Link, Sentence

KIND = "improvement"


@dataclass(frozen=True, slots=True)
class Question:
    """What a page asks. `make` makes the Django form; `save` writes and gives the address to go to; `way` leads back."""

    title: str
    make: Callable[..., forms.Form]
    save: Callable[[forms.Form], str]
    way: tuple[Link, ...] = ()
    lede: Sentence = ""
    save_words: str = "Save"
    template: str = "goldthread/improvement/form.html"
    initial: Mapping[str, object] = field(default_factory=dict)
    more: Mapping[str, object] = field(default_factory=dict)


def ask(request: HttpRequest, question: Question) -> HttpResponse:
    """The page of a question, and what becomes of its answer."""
    kept = sheets.reopened(request)
    words = sheets.words(request, kept)
    sheet = sheets.sheet(request, kept, kind=KIND, title=question.title)
    if request.method != "POST":
        return _page(request, question, question.make(initial={**question.initial, **words.dict()}), sheet)
    form = question.make(data=words, files=request.FILES, initial=dict(question.initial))
    try:
        return answer(request, Sent(form), sheet, {}, lambda status: _page(request, question, form, sheet, status), lambda: question.save(form))
    except (Refused, NotKept) as refusal:
        form.add_error(None, str(refusal))
        kept_words(request, sheet)
        return _page(request, question, form, sheet, 422)


def _page(request: HttpRequest, question: Question, form: forms.Form, sheet: Sheet, status: int = 200) -> HttpResponse:
    request.here = "improvement"
    context = {"question": question, "form": form, "sheet": sheet, "wrong": status != 200, **question.more}
    return render(request, question.template, context, status=status)
