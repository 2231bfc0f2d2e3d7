"""Sending reports: one or many, each kept, known already, or refused in a sentence."""

from dataclasses import dataclass

from django.conf import settings
from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from goldthread.inspection import files, reports
from goldthread.inspection.history.names import slug_of
from goldthread.inspection.models import Report
from goldthread.inspection.reading import apart
from goldthread.inspection.reading.values import Reading
from goldthread.people.roles import IMPROVE
from goldthread.people.sight import check_may
from goldthread.record.reach import Reach
from goldthread.web import wording
from goldthread.web.parts import Pick, Picks, Problem, Problems
from goldthread.web.reaching import with_reach
from goldthread.web.said import Link

AS_IT_SAYS, OURS, ANOTHER = "as_it_says", "ours", "another"
WHOSE = {AS_IT_SAYS: ("As the report says", ""), OURS: ("Ours", "the plan answers it"), ANOTHER: ("Another service’s", "to compare and to learn from")}
MOST_FILES = 40
NO_FILES = "Choose the reports first: one PDF or several."
TOO_MANY = f"At most {MOST_FILES} reports are read at once. Send them in parts; those sent already are kept."
NOT_TOLD = "It cannot be told from {} whose report it is. Say below whether it is ours, and send it again."


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file: `report` where it is held now, `before` where it was held already, else `trouble`."""

    name: str
    report: Report | None = None
    before: bool = False
    trouble: str = ""

    @property
    def link(self) -> Link:
        return Link(self.name, reverse("report", args=[self.report.pk]))


@with_reach
def send(request: HttpRequest, reach: Reach) -> HttpResponse:
    """Choose reports and send them; each is read at once."""
    check_may(reach.actor, IMPROVE)
    if request.method != "POST":
        return _page(request)
    sent, whose = request.FILES.getlist("files"), request.POST.get("whose", AS_IT_SAYS)
    if not sent or len(sent) > MOST_FILES:
        return _page(request, trouble=TOO_MANY if sent else NO_FILES)
    done = [_keep(file, whose, reach) for file in sent]
    if any(one.trouble for one in done):
        return _page(request, done)
    return _all_held(request, done)


def _keep(file: UploadedFile, whose: str, reach: Reach) -> Outcome:
    name = files.safe_name(file.name or "")
    try:
        files.check_size(file.size or 0, name)
        data = file.read()
        if (before := reports.held_already(data)) is not None:
            return Outcome(name, before, before=True)
        reading = apart.read_apart(data, name)
        return Outcome(name, reports.keep_reading(reading, data, name, now=reach.now, by=reach.actor, ours=_ours(reading, whose, name)))
    except files.NotKept as refused:
        return Outcome(name, trouble=str(refused))


def _ours(reading: Reading, whose: str, name: str) -> bool:
    """Whether the report is about the service whose copy this is. Where the report does not say, it is asked and never guessed."""
    if whose in (OURS, ANOTHER):
        return whose == OURS
    if reading.pages and (reading.authority is None or not settings.GOLDTHREAD_AUTHORITY):
        raise files.NotKept(NOT_TOLD.format(f"“{name}”"))
    return bool(reading.pages) and slug_of(str(reading.authority.value)) == slug_of(settings.GOLDTHREAD_AUTHORITY)


def _all_held(request: HttpRequest, done: list[Outcome]) -> HttpResponse:
    before = [one for one in done if one.before]
    if before:
        names = wording.listed(f"“{one.name}”" for one in before)
        messages.success(request, f"{names} {'is' if len(before) == 1 else 'are'} held already: nothing was kept twice.")
    if len(done) == 1:
        return redirect(done[0].link.href)
    messages.success(request, f"{wording.count(len(done) - len(before), 'report')} read. Nothing in them counts before somebody confirms it.")
    return redirect("reports")


def _page(request: HttpRequest, done: list[Outcome] | None = None, trouble: str = "") -> HttpResponse:
    troubles = [trouble] if trouble else [one.trouble for one in done or [] if one.trouble]
    chosen = request.POST.get("whose", AS_IT_SAYS)
    picks = tuple(Pick(value, label, small, value == chosen) for value, (label, small) in WHOSE.items())
    context = {
        "troubles": troubles,
        "problems": Problems(tuple(Problem(words, "files") for words in troubles)) if troubles else None,
        "held": [one for one in done or [] if one.report],
        "most": files.MOST_MEGABYTES, "most_files": MOST_FILES,
        "whose": Picks("whose", "Whose report is it?", picks, small=True),
    }  # fmt: skip
    request.here = "inspections"
    return render(request, "goldthread/reports/send.html", context, status=422 if troubles else 200)
