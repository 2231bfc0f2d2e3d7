"""Pages read in the order of their letters: marks that turn the order of reading are left out of them, as they are on paper.

Unicode has nine marks that turn the order in which what follows is shown, until another mark ends it (UAX 9, section 2). Typed into
one field they would turn the words beside it, ours and other people's: a name could show a sentence about it backwards. The letters
of Hebrew or Arabic need none of them: their order follows from the letters. The record, what stands in a form's boxes, files and
other systems keep every mark as it was typed. U+200E and U+200F are letters without a shape, turn nothing, and stay.
"""

import re
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

MARKS = "".join(map(chr, (*range(0x202A, 0x202F), *range(0x2066, 0x206A))))
_MARK = b"|".join(mark.encode() for mark in MARKS)
_MARKED = re.compile(_MARK)
# What is begun and not ended goes to the end of the page, as a browser reads it.
_BOXES = rb"<(?P<box>textarea|script|style)\b.*?(?:</(?P=box)\s*>|\Z)"
_TAGS = rb"""<!--.*?(?:-->|\Z)|</?[a-z!?](?:"[^"]*(?:"|\Z)|'[^']*(?:'|\Z)|[^'">])*+(?:>|\Z)"""
_PAGE = re.compile(rb"(?P<kept>%b|%b)|%b" % (_BOXES, _TAGS, _MARK), re.DOTALL | re.IGNORECASE)

Handler = Callable[[HttpRequest], HttpResponse]


def in_order(page: bytes) -> bytes:
    """A page, or a part of one, without the marks between its tags. What stands in boxes and in attributes of tags is sent back, and stays."""
    return _PAGE.sub(lambda found: found["kept"] or b"", page) if _MARKED.search(page) else page


def pages_in_order(handle: Handler) -> Handler:
    """Leaves the marks out of every page and part of a page, whoever made it."""

    def with_pages_in_order(request: HttpRequest) -> HttpResponse:
        response = handle(request)
        if not response.streaming and response.headers.get("Content-Type", "").startswith("text/html"):
            response.content = in_order(response.content)
        return response

    return with_pages_in_order
