"""A whole report: its front page, its judgements, its lists, put together and held against each other."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from goldthread.inspection.reading.front import Front, is_letter, published_by_name, read_front
from goldthread.inspection.reading.furniture import without_furniture
from goldthread.inspection.reading.headings import headings
from goldthread.inspection.reading.inspectors import lead_inspector
from goldthread.inspection.reading.items import improvements, missing_numbers
from goldthread.inspection.reading.judgements import has_table, judgements
from goldthread.inspection.reading.lines import Page, body_size, plain_weight, running
from goldthread.inspection.reading.opening import Opened, open_pages
from goldthread.inspection.reading.sections import blocks
from goldthread.inspection.reading.values import Found, Judgement, Reading

NO_OVERALL_FROM = date(2026, 4, 1)
"""Inspections from this day on end without a grade for overall effectiveness."""

BOARD_TITLE = re.compile(r"(review|inspection) of the effectiveness of the (\S+ ){0,4}safeguarding children", re.IGNORECASE)
NO_OVERALL = "ilacs_2026_no_overall"
EXPECTED = {NO_OVERALL: 4, "ilacs_2018": 4, "ilacs_2023": 5, "lac_2013": 5, "sif_with_lscb": 7, "sif_without_lscb": 6, "sif_reinspection": 6, "sif_lscb_appended": 7, "lscb_review": 1}  # fmt: skip


def read(data: bytes, name: str) -> Reading:
    """What a report says. Never raises for what is in the file: `problem` then says in a sentence what is wrong."""
    try:
        opened = open_pages(data, name)
        return _read(opened, name) if any(page.lines for page in opened.pages) else Reading(name, problem=opened.problem, pages=opened.count)
    except Exception as error:  # a file from anywhere: whatever is wrong with it is the file's trouble, and is told
        return Reading(name, problem=f"{name} could not be read ({type(error).__name__}). Send another copy, or enter the report by hand.")


def _read(opened: Opened, name: str) -> Reading:
    pages = without_furniture(plain_weight(opened.pages))
    front = read_front(pages[0])
    if front.kind is None or front.kind == "ilacs" and is_letter(pages[0]) and not has_table(pages):
        return Reading(name, problem=opened.problem or _unknown(pages, name), pages=opened.count)
    body = body_size(pages)
    kind = "sif" if front.kind.startswith("sif") else front.kind
    graded = judgements(pages, kind, body)
    found = blocks(pages, kind, body)
    listed = improvements(found, pages, kind)
    framework = _framework(front, pages, body, graded)
    reading = Reading(
        name, front.authority, framework, front.start, front.end, front.published or published_by_name(name),
        lead_inspector(pages), graded, listed.improvements, opened.problem, (), (*listed.notes, *missing_numbers(listed.improvements)), opened.count,
    )  # fmt: skip
    reading = replace(reading, missing=(*_missing(reading, bool(found)), *_blank(pages)))
    return _doubted(reading) if opened.broken else reading


def _unknown(pages: Sequence[Page], name: str) -> str:
    if sum(1 for page in pages if not page.lines) * 2 > len(pages):
        return f"{name} holds pictures of pages and hardly any text. Find a copy with text, or have its text recognised first."
    if is_letter(pages[0]):
        return f"{name} is a letter after a visit, which gives no judgements of this kind. Only inspection reports are read."
    return f"{name} is a PDF, but not an inspection report of a form that Goldthread knows. If it is one, enter it by hand."


def _framework(front: Front, pages: Sequence[Page], body: float, graded: Sequence[Judgement]) -> Found:
    words = running(front.title)
    key, why = _key(front, pages, body, {judgement.area for judgement in graded})
    return Found(key, 1, words, not why, why)


def _key(front: Front, pages: Sequence[Page], body: float, areas: set[str]) -> tuple[str, str]:
    if front.kind == "ilacs":
        return _ilacs(front, areas)
    if front.kind != "sif":
        return front.kind or "", ""
    if "safeguarding children board" in running(front.title).lower():
        return "sif_with_lscb", ""
    second = any(BOARD_TITLE.match(heading.text) for heading in headings(pages[1:], body))
    return ("sif_lscb_appended" if second else "sif_with_lscb" if "lscb" in areas else "sif_without_lscb"), ""


def _ilacs(front: Front, areas: set[str]) -> tuple[str, str]:
    """Told by the areas; by the date where the areas leave it open."""
    end = front.end.value if front.end and isinstance(front.end.value, date) else None
    if "overall_effectiveness" not in areas and (end is None or end >= NO_OVERALL_FROM):
        return NO_OVERALL, "" if end else "No overall grade and no day could be read."
    key = "ilacs_2023" if "care_leavers" in areas else "ilacs_2018"
    if "overall_effectiveness" not in areas:
        return key, "No overall grade could be read, which reports of that time have."
    return key, "" if areas & {"care_leavers", "in_care_and_care_leavers"} else "The table does not show which form of report this is."


def _missing(reading: Reading, has_list: bool) -> Iterator[str]:
    if not reading.authority:
        yield "The authority’s name could not be found on page 1."
    if not reading.inspection_end:
        yield "The days of the inspection could not be read on page 1."
    if not reading.lead_inspector:
        yield "No lead inspector is named where reports name one."
    yield from _missing_grades(reading)
    if not reading.improvements:
        yield "Its list of what needs to improve has no items." if has_list else "It has no section that says what needs to improve."


def _blank(pages: Sequence[Page]) -> Iterator[str]:
    """Pages without a word, other than at the end, hold a picture or could not be read."""
    last = max((page.number for page in pages if page.lines), default=0)
    if blank := [str(page.number) for page in pages[:last] if not page.lines and not page.furniture]:
        yield f"No words could be read on page {', '.join(blank)}."


def _missing_grades(reading: Reading) -> Iterator[str]:
    expected = EXPECTED.get(str(reading.framework and reading.framework.value))
    if not reading.judgements:
        yield "No judgement could be read."
    elif expected and len(reading.judgements) != expected:
        yield f"{len(reading.judgements)} judgements were read; a report of this form has {expected}."


DAMAGED = "The file is damaged or cut short."


def _doubted(reading: Reading) -> Reading:
    """Nothing is sure that comes from a damaged file."""
    one = {name: _doubt(getattr(reading, name)) for name in ("authority", "framework", "inspection_start", "inspection_end", "published", "lead_inspector")}
    many = {name: tuple(_doubt(part) for part in getattr(reading, name)) for name in ("judgements", "improvements")}
    return replace(reading, **one, **many)


def _doubt(fact):
    return fact and replace(fact, sure=False, why=fact.why or DAMAGED)
