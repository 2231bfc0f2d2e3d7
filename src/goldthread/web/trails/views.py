"""Who did what: one worker's trail, one record's, what left the house, what was refused, and whether the audit is whole.

Reading it is a line of the audit itself.
"""

from collections.abc import Iterator, Sequence

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.urls import reverse

from goldthread.record.reach import Reach
from goldthread.record.trail import acts, reading
from goldthread.record.trail.reading import A_PAGE
from goldthread.web.measures.publishing import as_csv
from goldthread.web.reaching import with_reach
from goldthread.web.trails.asking import CHOICES, Question, question
from goldthread.web.trails.lines import Shown, shown

AT_ONCE = 1_000
HEADINGS = ("Line", "When", "Who", "Signs in as", "Did", "Page", "Which", "Whose record", "Others shown", "Reason", "Refused", "Sign-in")


@with_reach
def audit(request: HttpRequest, reach: Reach) -> HttpResponse:
    """The lines that fit the address, the newest written first."""
    asked = question(request.GET)
    verified = reading.last_verified(reach.actor)
    rows = [] if asked.troubles else list(reading.lines(reach.actor, asked.asked)[: A_PAGE + 1])
    reach.did(acts.AUDIT, "audit", what=asked.words, person=asked.asked.person)
    further = _address(request, below=rows[A_PAGE - 1]["pk"]) if len(rows) > A_PAGE else ""
    context = {
        "asked": asked, "lines": shown(reach, rows[:A_PAGE]), "further": further, "newest": _address(request, below="") if asked.typed["below"] else "",
        "by_href": reverse("audit"), "choices": CHOICES, "file": _address(request, below=""), "verified": verified, "whole": bool(verified and verified["what"] == "whole"),
    }  # fmt: skip
    return render(request, "goldthread/trails/audit.html", context, status=422 if asked.troubles else 200)


@with_reach
def as_file(request: HttpRequest, reach: Reach) -> HttpResponse | StreamingHttpResponse:
    """The same lines, all pages of them, for a spreadsheet."""
    asked = question(request.GET)
    if asked.troubles:
        return render(request, "goldthread/trails/audit.html", {"asked": asked, "choices": CHOICES}, status=422)
    found = reading.lines(reach.actor, asked.asked)
    reach.did(acts.EXPORT, "audit_file", what=asked.words, person=asked.asked.person)
    answer = StreamingHttpResponse(_file(reach, asked, found.first()), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="audit-{reach.today.isoformat()}.csv"'
    return answer


def _file(reach: Reach, asked: Question, newest: dict | None) -> Iterator[bytes]:
    """In slices by number, so that a long file holds neither the memory nor a transaction."""
    yield as_csv(HEADINGS, ())
    below = newest["pk"] + 1 if newest else 0
    while rows := list(reading.lines(reach.actor, asked.asked).filter(pk__lt=below)[:AT_ONCE]):
        yield as_csv([], [_cells(line) for line in shown(reach, rows)]).removeprefix("\ufeff\r\n".encode())
        below = rows[-1]["pk"]


def _cells(line: Shown) -> Sequence[str]:
    whom = line.whom if isinstance(line.whom, str) else line.whom.text
    told = (str(line.number), line.at.isoformat(), line.who, line.username, line.act, line.page, line.what, whom)
    return (*told, str(line.others), line.reason, "refused" if line.refused else "", line.session)


def _address(request: HttpRequest, **changed: object) -> str:
    other = request.GET.copy()
    for name, value in changed.items():
        other[name] = str(value)
    return f"?{other.urlencode()}"
