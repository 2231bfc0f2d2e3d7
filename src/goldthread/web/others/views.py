"""People we work with: the list, and somebody new."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from goldthread.people.roles import INVITED, NOBODY, WRITE
from goldthread.people.sight import NotAllowed, check_may
from goldthread.record.openings import reference_of
from goldthread.record.reach import Reach
from goldthread.record.search import search
from goldthread.record.standing import HOLDS
from goldthread.record.trail.acts import SEARCH
from goldthread.web.drafts import sheets
from goldthread.web.drafts.sheets import Sheet
from goldthread.web.forms.answering import Sent, answer
from goldthread.web.others import listing
from goldthread.web.others.form import PersonForm
from goldthread.web.paging import paged
from goldthread.web.reaching import with_reach

ON_A_PAGE = 50
LONGEST = 200


@with_reach
def people(request: HttpRequest, reach: Reach) -> HttpResponse:
    """Carers, workers, adults and homes whose records the acting person may open; what is due first stands first."""
    _check_works_here(reach)
    asked = " ".join(request.GET.get("q", "").replace("\0", "").split())[:LONGEST]
    found = [f.standing for f in search(reach, asked, reach.others())] if asked else listing.ordered(reach.others())
    shown = paged(listing.fitting(found, request.GET), request.GET, ON_A_PAGE)
    if asked:
        reach.looked_at("people", asked, SEARCH, [one.person_id for one in shown.rows])
    context = {
        "lines": listing.lines(reach, shown.rows), "shown": shown, "asked": asked, "number": len(found),
        "chips": listing.chips(found, request.GET), "may_write": reach.actor.may(WRITE), "kind": request.GET.get("kind", ""), "held": request.GET.get("held", ""),
    }  # fmt: skip
    return render(request, "goldthread/others/people.html", context)


def _check_works_here(reach: Reach) -> None:
    if reach.actor.plays.sees in (NOBODY, INVITED):
        raise NotAllowed(f"The role of {reach.actor.plays.name.lower()} works with nobody whose record stands here.")


@with_reach
def new(request: HttpRequest, reach: Reach) -> HttpResponse:
    """Write down somebody new. What they do, such as applying to foster, is written on their page next."""
    check_may(reach.actor, WRITE)
    kept = sheets.reopened(request)
    words = sheets.words(request, kept)
    sheet = sheets.sheet(request, kept, kind="person", title="Somebody new")
    request.here = "people"
    if request.method != "POST":
        return _asked(request, PersonForm(reach, initial={**words.dict(), "about": words.get("about", words.get("kind", ""))}), sheet)
    form = PersonForm(reach, words)
    return answer(request, Sent(form), sheet, {}, lambda status: _asked(request, form, sheet, status), lambda: _saved(request, reach, form))


def _asked(request: HttpRequest, form: PersonForm, sheet: Sheet, status: int = 200) -> HttpResponse:
    return render(request, "goldthread/others/new.html", {"form": form, "sheet": sheet}, status=status)


def _saved(request: HttpRequest, reach: Reach, form: PersonForm) -> str:
    person = write(reach, form)
    name = f"{form.cleaned_data['forename']} {form.cleaned_data['surname']}".strip()
    messages.success(request, f"{name} is written down.")
    sees = reach.others().filter(person=person).exists()
    return reverse("child", args=[reference_of(person)]) if sees else reverse("people")


def write(reach: Reach, form: PersonForm) -> int:
    """The person, their name and who holds them, in one act; a worker who signs in is tied to their record."""
    given = form.cleaned_data
    with reach.act(given["team"].pk) as act:
        person = act.new_person()
        act.write(person, "person", reach.today, {"forename": given["forename"], "surname": given["surname"]})
        holder = {"works_as": HOLDS[given["about"]], "worker": given["holder"] and given["holder"].pk, "team": given["team"].pk}
        act.write(person, "allocation", reach.today, holder)
        if account := given.get("account"):
            account.person_id = person
            account.save(update_fields=["person"])
    return person
