"""Reading one entry, its history, its print; marking it; and taking it back."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from goldthread.people.roles import WRITE
from goldthread.people.sight import check_may
from goldthread.record import limits
from goldthread.record.act import Conflict
from goldthread.record.reach import Reach
from goldthread.web import wording
from goldthread.web.child import known, timeline
from goldthread.web.child.titles import title
from goldthread.web.child.views import line as child_line
from goldthread.web.entries import judging
from goldthread.web.entries.answers import answers, called, unanswered
from goldthread.web.entries.opening import Sheet, history, open_entry
from goldthread.web.entries.permissions import check_may_write_kind
from goldthread.web.entries.writing import REASON, REASON_NEEDED
from goldthread.web.reaching import with_reach


@with_reach
def read(request: HttpRequest, reach: Reach, number: int) -> HttpResponse:
    """One entry: everything that was said, by whom, when, and every version of it."""
    sheet = open_entry(request, reach, number, "entry")
    return render(request, "goldthread/entries/read.html", {**words_of(sheet), **_past(sheet)})


@with_reach
def on_paper(request: HttpRequest, reach: Reach, number: int) -> HttpResponse:
    """The same on paper, readable by the family."""
    sheet = open_entry(request, reach, number, "entry print")
    return render(request, "goldthread/entries/print.html", {**words_of(sheet), "line": child_line(sheet.opened)})


def words_of(sheet: Sheet) -> dict[str, object]:
    opened, shown = sheet.opened, sheet.shown
    query = f"?known={opened.day}" if opened.past else ""
    return {
        "sheet": sheet, "opened": opened, "entry": shown, "heading": title(shown), "title": called(shown.kind), "answers": answers(shown, opened.day, opened.entries, query),
        "unanswered": unanswered(shown), "versions": history(sheet), "recorded": timeline.recorded(shown, opened),
        "facts": timeline.three_facts(shown, opened.first), "together": _together(sheet), "query": query,
        "can_end": sheet.may_change and shown.kind.lasts and shown.until is None and shown.kind.code != "allocation",
        **judging.section(sheet),
        "can_answer": sheet.may_change and shown.kind.code == "warning" and shown.values.answered_at is None,
    }  # fmt: skip


def _together(sheet: Sheet) -> str:
    """What the entry was written with, as one act."""
    return "Written together with others, as one act." if sheet.shown.together else ""


def _past(sheet: Sheet) -> dict[str, object]:
    opened = sheet.opened
    if opened.child.known is None:
        return {}
    place, history_now = reverse("entry", args=[sheet.shown.number]), reverse("child_part", args=[opened.reference, "history"])
    band = known.band(opened.child.known, opened.reach.today, place, opened.reach.recorded_since(opened.child), history_now)
    return {"past": band, "clock": f"As known {wording.short_day_with_year(opened.day)}"}


@with_reach
@require_POST
def mark(request: HttpRequest, reach: Reach, number: int) -> HttpResponse:
    """Hold an entry to be significant, or no longer; then back to where it was marked."""
    check_may(reach.actor, WRITE)
    sheet = open_entry(request, reach, number, "entry")
    stands = next(w for w in sheet.opened.entries if w.number == number) if sheet.stands else sheet.shown
    reach.mark(number, not stands.significant)
    return redirect(_back(request, sheet))


def _back(request: HttpRequest, sheet: Sheet) -> str:
    came_from = request.headers.get("Referer", "")
    if url_has_allowed_host_and_scheme(came_from, {request.get_host()}, request.is_secure()):
        return came_from.partition("#")[0] + "#timeline"
    return reverse("entry", args=[sheet.shown.number])


@with_reach
def withdraw(request: HttpRequest, reach: Reach, number: int) -> HttpResponse:
    """Take an entry back, with the reason. It stays readable and counts for nothing."""
    sheet = open_entry(request, reach, number, "withdraw")
    check_may_write_kind(reach.actor, sheet.shown.kind)
    why, problem = request.POST.get("why", "").strip().replace("\0", ""), ""
    lost = limits.taken_back(sheet.shown.kind, (s.word for s in sheet.opened.child.life.spoken if s.entry == number))
    all_the_same = request.POST.get(REASON, "").strip().replace("\0", "")
    if request.method == "POST":
        problem = _wanting(why, bool(lost and not all_the_same)) or _withdraw(reach, sheet, request, _whole(why, all_the_same if lost else ""))
        if not problem:
            messages.success(request, "Withdrawn. It stays readable, and no duty counts it any more.")
            return redirect("child", reference=sheet.opened.reference)
    words = {**words_of(sheet), "why": why, "problem": problem, "limits": lost, "words": {REASON: all_the_same}}
    return render(request, "goldthread/entries/withdraw.html", words, status=422 if problem else 200)


def _wanting(why: str, no_reason: bool) -> str:
    """What is still to be said before it is withdrawn; "" for nothing."""
    if not why:
        return "Say why, so that whoever reads the record later understands it."
    return REASON_NEEDED if no_reason else ""


def _whole(why: str, all_the_same: str) -> str:
    return f"{why} {limits.ALL_THE_SAME}{all_the_same}" if all_the_same else why


def _withdraw(reach: Reach, sheet: Sheet, request: HttpRequest, why: str) -> str:
    read = request.POST.get("read", "")
    try:
        with reach.act() as act:
            act.withdraw(sheet.shown.number, int(read) if read.isascii() and read.isdigit() else 0, why)
    except Conflict:
        return "Somebody changed this entry while you were reading. Look at it again before you withdraw it."
    return ""
