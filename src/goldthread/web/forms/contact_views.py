"""The page on which a call is taken down."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.views.decorators.http import require_POST

from goldthread.duties.explain import duty_of
from goldthread.duties.roles import ROLES
from goldthread.duties.sentence import named
from goldthread.oversight.foresee import Foreseen, foresee
from goldthread.people.roles import WRITE
from goldthread.people.sight import check_may
from goldthread.record.reach import Reach
from goldthread.record.standing import SAY_KIND
from goldthread.record.trail.acts import SEARCH
from goldthread.web import wording
from goldthread.web.child.opening import Opened
from goldthread.web.drafts import sheets
from goldthread.web.drafts.sheets import Sheet
from goldthread.web.forms.answering import answer
from goldthread.web.forms.contact import ContactForm
from goldthread.web.forms.foreseen import Line
from goldthread.web.forms.opening import open_all
from goldthread.web.parts import Problems
from goldthread.web.reaching import with_reach

PAGE = "call form"
JUMPS = {"show": "known"}
NOBODY_YET = 0


@with_reach
def new(request: HttpRequest, reach: Reach) -> HttpResponse:
    """Take a call about a child, known or not."""
    check_may(reach.actor, WRITE)
    kept = sheets.reopened(request)
    words = _split_name(sheets.words(request, kept))
    form = _form(reach, words, again=request.method == "POST")
    sheet = sheets.sheet(request, kept, kind="contact", title=form.title, children=form.references)
    if request.method != "POST":
        return _page(request, form, sheet)
    return answer(request, form, sheet, JUMPS, lambda status: _page(request, form, sheet, status), lambda: _save(request, form))


def _form(reach: Reach, words: QueryDict, again: bool) -> ContactForm:
    return ContactForm(reach, words, open_all(reach, words.getlist("child")[:1], PAGE, again))


def _split_name(words: QueryDict) -> QueryDict:
    """A whole name, as the search hands it on, in the two boxes of the form."""
    whole = words.get("name", "").split()
    if not whole or "forename" in words:
        return words
    words = words.copy()
    words["forename"], words["surname"] = whole[0], " ".join(whole[1:])
    return words


def _subject(form: ContactForm, again: bool = True) -> Opened | None:
    """The record of the child it is about, opened, where that is known."""
    if form.given or not form.chosen:
        return form.given
    return open_all(form.reach, [form.chosen[0].child.reference], PAGE, again)[0]


def _save(request: HttpRequest, form: ContactForm) -> str:
    subject = _subject(form)
    foreseen = _foresee(form, subject)
    with form.reach.act(queue=form.team) as act:
        person = subject.child.person if subject else act.new_person()
        for entry in form.entries(person, is_new=subject is None):
            act.write(entry.person, entry.type, entry.day, entry.values, at=entry.at)
    reference = subject.reference if subject else form.reach.standings_of([person])[person].reference
    messages.success(request, _saved(form, foreseen))
    return reverse("child", args=[reference])


def _saved(form: ContactForm, foreseen: Foreseen) -> str:
    lines = [f"{line.words}, {line.fresh}." for line in _lines(form, foreseen)]
    listed = format_html_join("", "<li>{}</li>", ((line,) for line in lines))
    return format_html("<b>The call is saved.</b><ul>{}</ul>", listed) if lines else format_html("<b>{}</b>", "The call is saved.")


def _foresee(form: ContactForm, subject: Opened | None) -> Foreseen:
    person = subject.child.person if subject else NOBODY_YET
    entries = form.entries(person, is_new=subject is None)
    if subject is None:
        return foresee((), entries, form.reach.now)
    return foresee(subject.child.life.spoken, entries, form.reach.now, subject.child.owed)


def _lines(form: ContactForm, foreseen: Foreseen) -> list[Line]:
    """What saving would ask for, earliest first."""
    first = form.given.first if form.given else form.told.forename or "the child"
    due = ((o, duty_of(o)) for o in foreseen.opened)
    today = form.answers.today
    return [Line("owed", named(duty.asks or duty.says, first), f"by {wording.long_day(o.due, today)}, {ROLES[o.owner].says}") for o, duty in due if duty]


def _saving_words(form: ContactForm, again: bool = True) -> dict[str, Any]:
    subject = _subject(form, again)
    who = "Another entry in the record of " + subject.name if subject else "A new record"
    work = (SAY_KIND[subject.standing["kind"]] or "").capitalize() if subject else ""
    return {"form": form, "subject": subject, "work": work, "who": who, "lines": _lines(form, _foresee(form, subject))}


def _page(request: HttpRequest, form: ContactForm, sheet: Sheet, status: int = 200) -> HttpResponse:
    wrong = status != 200
    context = {
        **_saving_words(form),
        "sheet": sheet,
        "problems": Problems(tuple(form.answers.problems)) if wrong else None,
        "errors": {p.field: p.words for p in form.answers.problems} if wrong else {},
    }
    request.here = "search"
    return render(request, "goldthread/forms/contact.html", context, status=status)


@with_reach
@require_POST
def known(request: HttpRequest, reach: Reach) -> HttpResponse:
    """Who may be meant, as the name is being typed."""
    check_may(reach.actor, WRITE)
    form = _form(reach, request.POST, again=True)
    if shown := [match.child.person_id for match, _ in form.asked]:
        reach.looked_at("contact_known", " ".join(filter(None, (form.told.name, form.told.postcode))), SEARCH, shown)
    return render(request, "goldthread/forms/known.html", {"form": form})


@with_reach
@require_POST
def preview(request: HttpRequest, reach: Reach) -> HttpResponse:
    """What saving would do, and what to know if it is this child."""
    check_may(reach.actor, WRITE)
    form = _form(reach, request.POST, again=True)
    return render(request, "goldthread/forms/contact_preview.html", {**_saving_words(form), "swapped": True})
