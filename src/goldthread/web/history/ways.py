"""Links of the history to reports and to what it is made of; one to a page that does not exist is left out."""

from collections.abc import Iterable

from django.urls import NoReverseMatch, reverse

from goldthread.inspection.history.values import Source
from goldthread.web.said import Link, Part, Sentence


def address(name: str, *args: object) -> str:
    try:
        return reverse(name, args=args)
    except NoReverseMatch:
        return ""


def linked(words: str, href: str) -> Part:
    return Link(words, href) if href else words


def sources(found: Iterable[Source], slug: str = "") -> Sentence:
    """'Ofsted report, published 23 May 2014; the report held here, page 1': what is held or was added opens."""
    parts: list[Part] = []
    for source in _each_once(found):
        parts += ["; "] if parts else []
        parts.append(linked(source.said, _opens(source, slug)))
    return tuple(parts)


def _each_once(found: Iterable[Source]) -> Iterable[Source]:
    """One report or list gives many facts; it is named once."""
    seen: dict[tuple[object, ...], Source] = {}
    for source in found:
        seen.setdefault((source.words, source.when, source.report), source)
    return seen.values()


def _opens(source: Source, slug: str) -> str:
    if source.report:
        return address("report", source.report)
    return address("claim_take_back", slug, source.claim) if source.claim and slug else ""
