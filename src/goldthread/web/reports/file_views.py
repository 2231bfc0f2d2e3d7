"""Kept files and pictures of pages. A file is always handed over as a download: nothing that was sent opens on this site."""

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.http import content_disposition_header

from goldthread.inspection import drawing, files
from goldthread.people.invitations import scope
from goldthread.people.sight import NotAllowed
from goldthread.record.reach import Reach
from goldthread.web.reaching import with_reach
from goldthread.web.reports.finding import file_of, report_of

WIDTHS = (800, 1600)
NOT_TO_RUN = "default-src 'none'; sandbox"
A_YEAR = "private, max-age=31536000, immutable"
CLOSED = "This file can hold what people said, so it opens for those who answer for the whole service and for whoever sent it. What it shows stands beside it in words."


@with_reach
def page_picture(request: HttpRequest, reach: Reach, number: int, page: int) -> HttpResponse:
    """A page of a report as a picture. It never changes, so the browser may keep it."""
    report = report_of(number)
    width = request.GET.get("width", "")
    chosen = int(width) if width.isdecimal() and len(width) < 5 and int(width) in WIDTHS else WIDTHS[0]
    try:
        picture = drawing.page_picture(bytes(report.file.content), page, chosen)
    except ValueError as wrong:
        raise Http404 from wrong
    return HttpResponse(picture, content_type="image/png", headers={"Cache-Control": A_YEAR})


@with_reach
def file(request: HttpRequest, reach: Reach, number: int) -> HttpResponse:
    """A kept file, handed over under a harmless name."""
    found = file_of(number)
    if not files.may_open(found, reach.actor, scope(reach.actor, reach.today)):
        raise NotAllowed(CLOSED)
    media = found.media if found.media in files.ENDINGS else "application/octet-stream"
    headers = {
        "Content-Disposition": content_disposition_header(True, files.safe_name(found.name, found.media if found.media in files.ENDINGS else "")),
        "Content-Security-Policy": NOT_TO_RUN,
        "X-Content-Type-Options": "nosniff",
    }
    return HttpResponse(bytes(found.content), content_type=media, headers=headers)
