"""A PDF as the answer to a request, headed with the authority, whoever asked for it and the moment."""

from collections.abc import Sequence

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.text import slugify

from goldthread.web.printing.blocks import Block
from goldthread.web.printing.press import Paper, paper


def made(request: HttpRequest, title: str, blocks: Sequence[Block], *, under: str = "", wide: bool = False) -> bytes:
    """The document as a PDF that says whose it is and who printed it."""
    authority = settings.GOLDTHREAD_AUTHORITY or "Goldthread"
    return paper(Paper(title, authority, request.user.name, request.now, blocks, under, wide))


def pdf(request: HttpRequest, title: str, blocks: Sequence[Block], *, under: str = "", wide: bool = False) -> HttpResponse:
    """The document, shown by the browser and kept under its title."""
    answer = HttpResponse(made(request, title, blocks, under=under, wide=wide), content_type="application/pdf")
    answer["Content-Disposition"] = f'inline; filename="{slugify(title) or "goldthread"}.pdf"'
    return answer
