"""Local promises: everybody who signs in reads them, and whoever answers for them changes them."""

from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from goldthread.people.roles import CHANGE_SETTINGS
from goldthread.people.sight import check_may
from goldthread.record.local.changing import Settled, settle, take_back
from goldthread.record.local.checks import Nonsense
from goldthread.record.local.foreseen import foreseen
from goldthread.record.local.inforce import in_force
from goldthread.record.local.models import NUMBER, SettingsRun
from goldthread.record.reach import Reach
from goldthread.record.trail.acts import CHANGE
from goldthread.web.drafts import sheets
from goldthread.web.drafts.sheets import Sheet
from goldthread.web.drafts.views import kept_words
from goldthread.web.drafts.waiting import of_kind
from goldthread.web.forms.answering import Sent, answer
from goldthread.web.presses.once import apart
from goldthread.web.reaching import with_reach
from goldthread.web.settling import listing, saying, things, work
from goldthread.web.settling.forms import SettleForm
from goldthread.web.settling.things import Thing

KIND = "setting"

@with_reach
def settings(request: HttpRequest, reach: Reach) -> HttpResponse:
    """Everything that is settled here, or those of them that are looked for."""
    now, asked = in_force(), " ".join(request.GET.get("q", "").replace("\0", "").split())
    numbers, kept = listing.numbers(now, reach.today), listing.duties(now, reach.today)
    context = {
        "asked": asked, "ours": listing.changed(numbers), "numbers": listing.finding(numbers, asked), "duties": listing.finding(kept, asked),
        "policies": listing.policies(now), "school": listing.school(now), "not_kept": [line for _, lines in kept for line in lines if not line.kept],
        "number_kept": sum(line.kept for _, lines in kept for line in lines), "may_change": reach.actor.may(CHANGE_SETTINGS),
        "runs": work.unfinished(reach.now), "drafts": of_kind(reach.actor, KIND),
    }  # fmt: skip
    return render(request, "goldthread/settling/settings.html", context)


@apart
@with_reach
def setting(request: HttpRequest, reach: Reach, what: str, slug: str) -> HttpResponse:
    """One of them: what it is, what it was and will be, and the form that changes it, with what it would do."""
    thing = things.find(what, slug)
    if thing is None:
        raise Http404
    request.here = "settings"
    if request.method == "POST":
        check_may(reach.actor, CHANGE_SETTINGS)
    elif not reach.actor.may(CHANGE_SETTINGS):
        return _page(request, reach, thing)
    kept = sheets.reopened(request)
    words = sheets.words(request, kept)
    sheet = sheets.sheet(request, kept, kind=KIND, title=f"Local promise: {thing.title}")
    if request.method != "POST":
        return _page(request, reach, thing, (SettleForm(thing, initial=words.dict()), sheet))
    return _answered(request, reach, thing, SettleForm(thing, words), sheet)


def _answered(request: HttpRequest, reach: Reach, thing: Thing, form: SettleForm, sheet: Sheet) -> HttpResponse:
    """What would happen, or what is wrong, with every word kept; or it is settled, once."""
    settled: list[Settled] = []

    def save() -> str:
        settled.append(settle(reach.actor, reach.now, form.choice(), reach.trail))
        return thing.href

    try:
        if request.POST.get("do") == "preview" and thing.what == NUMBER and form.is_valid():
            would = saying.moved(foreseen(form.choice(), reach.now), form.choice())
            kept_words(request, sheet)
            return _page(request, reach, thing, (form, sheet), would)
        answered = answer(request, Sent(form), sheet, {}, lambda _: _page(request, reach, thing, (form, sheet)), save, waits="settings")
    except Nonsense as nonsense:
        form.add_error(nonsense.field if nonsense.field in form.fields else None, str(nonsense))
        kept_words(request, sheet)
        return _page(request, reach, thing, (form, sheet))
    for one in settled:  # begun only now that it is in the database
        _go(one)
    return answered


def _go(settled: Settled) -> None:
    if settled.run:
        work.start(settled.run)


def _page(request: HttpRequest, reach: Reach, thing: Thing, asked: tuple[SettleForm, Sheet] | None = None, preview: str = "") -> HttpResponse:
    """The page of one thing, with the form that changes it for those who may."""
    form, sheet = asked or (None, None)
    context = {
        "thing": thing, "form": form, "sheet": sheet, "preview": preview, "history": listing.history(thing), "may_change": form is not None,
        "facts": saying.facts(thing, in_force(), reach.today), "runs": work.unfinished(reach.now), "is_number": thing.what == NUMBER,
    }  # fmt: skip
    return render(request, "goldthread/settling/setting.html", context, status=422 if form and form.is_bound and form.errors else 200)


@apart
@require_POST
@with_reach
def back(request: HttpRequest, reach: Reach, number: int) -> HttpResponse:
    """Take something back that should not be there, with the reason."""
    try:
        settled = take_back(reach.actor, reach.now, number, request.POST.get("why", ""), reach.trail)
    except Nonsense as nonsense:
        context = {"heading": "Nothing was changed", "sentences": (str(nonsense),), "do": "Go back to what is settled", "do_href": "/settings/"}
        return render(request, "goldthread/error.html", context, status=422)
    _go(settled)
    return redirect(things.of_row(settled.setting.what, settled.setting.name).href)


@apart
@require_POST
@with_reach
def go_on(request: HttpRequest, reach: Reach, number: int) -> HttpResponse:
    """Begin a broken run again."""
    check_may(reach.actor, CHANGE_SETTINGS)
    run = SettingsRun.objects.filter(pk=number).first()
    if run is None:
        raise Http404
    with transaction.atomic():
        begins = work.go_on(run, reach.now)
        reach.did(CHANGE, "settings_go_on", number)
    if begins:
        work.start(run)
    return redirect("settings")
