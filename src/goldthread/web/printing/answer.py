"""A PDF as the answer to a request, headed with the authority, whoever asked for it and the moment."""

from collections.abc import Sequence

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.text import slugify

from goldthread.web.printing.blocks import Block
from goldthread.web.printing.press import Paper, paper


def pdf(request: HttpRequest, title: str, blocks: Sequence[Block], *, under: str = "", wide: bool = False) -> HttpResponse:
    """The document, shown by the browser and kept under its title. The same request shows in its header who printed it."""
    authority = settings.GOLDTHREAD_AUTHORITY or "Goldthread"
    data = paper(Paper(title, authority, request.user.name, request.now, blocks, under, wide))
    answer = HttpResponse(data, content_type="application/pdf")
    answer["Content-Disposition"] = f'inline; filename="{slugify(title) or "goldthread"}.pdf"'
    return answer
