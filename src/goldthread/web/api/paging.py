"""A list a page at a time, and what stands for an answer so that an unchanged one need not be sent again."""

import json
from collections.abc import Callable, Sequence
from hashlib import sha256
from typing import Any

from django.http import HttpRequest, HttpResponse


def a_page(found: Any, page: int, size: int, line: Callable[[Any], Any] | None = None, number: int | None = None) -> dict[str, Any]:
    """Lines of one page; a page beyond the last is empty. `found` may be anything that can be sliced."""
    total = len(found) if number is None else number
    some: Sequence[Any] = found[(page - 1) * size : page * size]
    return {"page": page, "pages": max(1, -(-total // size)), "total": total, "items": [line(one) for one in some] if line else list(some)}


def tag_of(told: Any) -> str:
    """The ETag of an answer, from everything that is in it."""
    return f'"{sha256(json.dumps(told, default=str, sort_keys=True).encode()).hexdigest()[:32]}"'


def unless_same(request: HttpRequest, response: HttpResponse, told: Any, tag: str, have: str | None) -> Any:
    """The answer with its ETag; 304 where the caller has it already."""
    if have and tag in [part.strip().removeprefix("W/") for part in have.split(",")]:
        same = HttpResponse(status=304)
        same["ETag"] = tag
        return same
    response["ETag"] = tag
    return told
