"""Links of the history to reports and to what it is made of; one to a page that does not exist is left out."""

from collections.abc import Iterable, Sequence

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
    """'Ofsted report, published 23 May 2014, page 1; the report held here, page 1': what is held or was added opens."""
    parts: list[Part] = []
    for source, pages in _each_once(found):
        parts += ["; "] if parts else []
        parts += [linked(source.said, _opens(source, slug)), *([f", {page_words(pages)}"] if pages else [])]
    return tuple(parts)


def _each_once(found: Iterable[Source]) -> Iterable[tuple[Source, list[int]]]:
    """One report or list gives many facts; it is named once, with the pages they stand on."""
    seen: dict[tuple[object, ...], tuple[Source, list[int]]] = {}
    for source in found:
        _, pages = seen.setdefault((source.words, source.when, source.report), (source, []))
        if source.page and source.page not in pages:
            pages.append(source.page)
    return [(source, sorted(pages)) for source, pages in seen.values()]


def page_run(found: Sequence[int]) -> str:
    """'8', '8–9', '7, 32–33'."""
    runs: list[list[int]] = []
    for page in found:
        if runs and page == runs[-1][-1] + 1:
            runs[-1].append(page)
        else:
            runs.append([page])
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs)


def page_words(found: Sequence[int]) -> str:
    """'page 8', 'pages 7, 32'; nothing for a source without pages."""
    return f"{'page' if len(found) == 1 else 'pages'} {page_run(found)}" if any(found) else ""


def _opens(source: Source, slug: str) -> str:
    if source.report:
        return address("report", source.report)
    return address("claim_take_back", slug, source.claim) if source.claim and slug else ""
