"""Loading files from a page: send them, leave if you like, come back, read what was done."""

from itertools import zip_longest

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render

from goldthread.exchange.report import place
from goldthread.exchange.rows import Fault
from goldthread.people.roles import LOAD
from goldthread.people.sight import check_may
from goldthread.record.reach import Reach
from goldthread.record.trail.acts import CHANGE
from goldthread.web.loading import keeping
from goldthread.web.loading.models import LoadRun
from goldthread.web.loading.work import looked_after, start
from goldthread.web.parts import Problem, Problems
from goldthread.web.presses.once import apart
from goldthread.web.reaching import with_reach

NO_FILES = "Choose the files first, or a folder with the files in it."
FAULTS_SHOWN = 200
RUNS_SHOWN = 20


@apart
@with_reach
def send(request: HttpRequest, reach: Reach) -> HttpResponse:
    """The files to load, and the loads of before."""
    check_may(reach.actor, LOAD)
    if request.method != "POST":
        return _send_page(request)
    files = _sent(request)
    try:
        keeping.check_size(file for file, _ in files)
    except keeping.TooMuch as trouble:
        return _send_page(request, str(trouble))
    if not files:
        return _send_page(request, NO_FILES)
    run = _kept(request, reach, files)
    start(run)
    return redirect("load_run", number=run.pk)


def _kept(request: HttpRequest, reach: Reach, files: list[tuple[UploadedFile, str]]) -> LoadRun:
    """The load that is to be done, with its files and its line in the audit: all of it, or nothing."""
    run = LoadRun(worker=reach.actor, begun_at=request.now, strict=request.POST.get("strict") == "yes")
    try:
        with transaction.atomic():
            run.save()
            run.files = keeping.keep(run.pk, files)
            run.save(update_fields=["files"])
            reach.did(CHANGE, "load", run.pk)
    except BaseException:
        if run.pk:
            keeping.remove(run.pk)
        raise
    return run


def _sent(request: HttpRequest) -> list[tuple[UploadedFile, str]]:
    """Each file with its name, or with the folders it lay in where the browser told them."""
    single = [(file, file.name or "") for file in request.FILES.getlist("files")]
    folder, paths = request.FILES.getlist("folder"), request.POST.getlist("folder_path")
    told = paths if len(paths) == len(folder) else []
    found = [*single, *((file, path or file.name or "") for file, path in zip_longest(folder, told))]
    return [(file, name) for file, name in found if name]


def _send_page(request: HttpRequest, trouble: str = "") -> HttpResponse:
    runs = [looked_after(run, request.now) for run in LoadRun.objects.select_related("worker").order_by("-pk")[:RUNS_SHOWN]]
    problems = Problems((Problem(trouble, "files"),)) if trouble else None
    context = {"runs": runs, "most": keeping.MOST_MEGABYTES, "problems": problems, "trouble": trouble}
    return render(request, "goldthread/loading/send.html", context, status=422 if trouble else 200)


@with_reach
def run(request: HttpRequest, reach: Reach, number: int) -> HttpResponse:
    """How far one load is, and in the end what it did."""
    check_may(reach.actor, LOAD)
    found = looked_after(_run(number), request.now)
    report = found.report or {}
    for file in report.get("files", []):
        file["left_out"] = file["rows"] - file["kept"]
    faults = [Fault(**fault) for fault in report.get("faults", [])[:FAULTS_SHOWN]]
    context = {
        "run": found,
        "report": report,
        "made": _counts(report.get("entries")),
        "corrected": _counts(report.get("corrected")),
        "faults": [(place(fault), fault.message) for fault in faults],
        "faults_left": max(0, len(report.get("faults", [])) - FAULTS_SHOWN),
    }
    request.here = "load"
    return render(request, "goldthread/loading/run.html", context)


def _counts(counted: dict[str, int] | None) -> list[tuple[str, int]]:
    return sorted(((kind.replace("_", " "), number) for kind, number in (counted or {}).items()), key=lambda pair: -pair[1])


@with_reach
def report(request: HttpRequest, reach: Reach, number: int) -> HttpResponse:
    """The whole report as a file, as `goldthread load --report` writes it."""
    check_may(reach.actor, LOAD)
    answer = JsonResponse(_run(number).report or {}, json_dumps_params={"ensure_ascii": False, "indent": 1})
    answer["Content-Disposition"] = f'attachment; filename="load-{number}.json"'
    return answer


def _run(number: int) -> LoadRun:
    found = LoadRun.objects.select_related("worker").filter(pk=number).first()
    if found is None:
        raise Http404
    return found
