"""The graded areas: from the table, the sentence on page 1, and the headings, which must all agree."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from goldthread.inspection.reading.grades import GRADE, area_of, grades_in
from goldthread.inspection.reading.headings import Heading, headings, plain, stands_out
from goldthread.inspection.reading.lines import Line, Page, box_of, running
from goldthread.inspection.reading.tables import STARTS, Row, rows
from goldthread.inspection.reading.values import Judgement

HEADER = re.compile(r"^judge?ments? .*grades?$|^judge?ments?$")
FIRST_ROW = re.compile(r"^1\.?\s*(the )?(experiences and progress of )?children (who|in) need|^children who need help and protection( \w+){0,2}$")
LATER_ROW = re.compile(r"^[1-3](\.\d)?\.? (adoption|experiences|children|leadership)", re.IGNORECASE)
RECORD = re.compile(r"^record of main findings")
OVERALL = re.compile(rf"(?:The overall judge?ment is\b.{{0,70}}?|Children.s services\b.{{0,110}}?)(?:{GRADE.pattern})", re.I)
OF_AREA = re.compile(
    r"(the )?(graded judge?ment|experiences? and progress|impact of leaders|leadership|adoption perf|children (who|looked|in)|care leavers|overall"
    r"|capacity|outcomes for|quality of provision|(effectiveness of the )?(local safeguarding|lscb))",
    re.IGNORECASE,
)
"""How headings that grade an area begin."""

GLOSSARY = re.compile(r"an? |what |good\b|outstanding\b|.*\b(likely to be|where|if)\b", re.IGNORECASE)
"""How the explanations of the grades begin."""

BOARD = re.compile(
    rf"The (?:effectiveness of the )?(?:Local )?(?:(?:\S+ ){{0,4}}Safeguarding Children.{{0,2}} Board|LSCB)(?: \(LSCB\))?.{{0,12}}?(?:{GRADE.pattern})",
    re.IGNORECASE,
)


TURNED = re.compile(r"\b(not(?! judged)|no longer|never|previously|were)\b", re.IGNORECASE)
"""Words with which a sentence names a grade that is not the one it gives."""


def judgements(pages: Sequence[Page], framework: str, body: float) -> tuple[Judgement, ...]:
    """Every graded area of the report, in the order printed. A grade that something speaks against is not `sure`."""
    if not pages:
        return ()
    told = headings(pages[1:], body)
    found = _read(pages, framework, body, told)
    if framework != "lscb_review":
        found += _only_in_headings(found, told, framework, pages)
    return tuple(_doubled(_checked(found, told)))


def _read(pages: Sequence[Page], framework: str, body: float, told: Sequence[Heading]) -> list[Judgement]:
    if framework == "lac_2013":
        return _of_table(pages, _record_table(pages))
    if framework == "ilacs":
        return _of_table(pages, _ilacs_table(pages))
    table = [] if framework == "lscb_review" else _of_table(pages, _numbered_table(pages))
    overall = [] if framework == "lscb_review" else _sentence(pages[0], OVERALL, "overall_effectiveness", body)
    return overall + table + _board(pages, body, told)


def _ilacs_table(pages: Sequence[Page]) -> list[Row]:
    for page in pages[:2]:
        start = next((i for i, line in enumerate(page.lines) if HEADER.search(plain(line.text))), None)
        if start is not None:
            return rows(page.lines[start + 1 :]) + _goes_on(pages, page.number)
    start = next((i for i, line in enumerate(pages[0].lines) if STARTS.search(line.text)), None)
    return [] if start is None else [row for row in rows(pages[0].lines[_raised(pages[0], start) :]) if area_of(row.label)]


def has_table(pages: Sequence[Page]) -> bool:
    """Whether a table of judgements stands on the first pages."""
    return bool(_ilacs_table(pages))


def _goes_on(pages: Sequence[Page], number: int) -> list[Row]:
    """The rows that a table has on the next page."""
    lines = pages[number].lines if number < len(pages) else ()
    if lines and HEADER.search(plain(lines[0].text)):
        lines = lines[1:]
    if any(_starts_as_row(line) for line in lines[:2]):
        return [row for row in rows(lines) if area_of(row.label)]
    return []


def _starts_as_row(line: Line) -> bool:
    label = re.match(r"(the )?(experiences and|impact of|overall eff)", plain(line.text))
    return bool(label or LATER_ROW.match(line.text)) and line.size < 13


def _numbered_table(pages: Sequence[Page]) -> list[Row]:
    for page in pages[:2]:
        start = next((i for i, line in enumerate(page.lines) if FIRST_ROW.search(plain(line.text))), None)
        if start is not None:
            here = [row for row in rows(page.lines[_raised(page, start) :]) if area_of(row.label)]
            return here + _goes_on(pages, page.number)
    return []


def _raised(page: Page, start: int) -> int:
    """Where the first row begins: its grade may stand over two lines and begin above its label."""
    line, before = page.lines[start], page.lines[max(start - 1, 0)]
    beside = before.x > line.words[-1].right - line.size or before.x > page.width * 0.5
    return start - 1 if start and beside and before.y - line.y < 1.2 * line.size else start


def _record_table(pages: Sequence[Page]) -> list[Row]:
    for page in reversed(pages):
        start = next((i for i, line in enumerate(page.lines) if RECORD.search(plain(line.text))), None)
        if start is not None:
            return [row for row in rows(page.lines[start + 1 :]) if area_of(row.label)]
    return []


def _of_table(pages: Sequence[Page], table: Iterable[Row]) -> list[Judgement]:
    return [_judgement(pages, row) for row in table]


def _judgement(pages: Sequence[Page], row: Row) -> Judgement:
    area, page, why = area_of(row.label), row.lines[0].page, row.why
    if area is None:
        area = re.sub(r"\W+", "_", plain(row.label)).strip("_")
        why = why or "Goldthread does not know this area."
    words = f"{row.label} | {row.grade.label}"
    return Judgement(area, row.label, row.grade.key, row.grade.label, page, words, not why, why, box_of(row.lines, pages[page - 1]))


def _sentence(page: Page, pattern: re.Pattern[str], area: str, body: float) -> list[Judgement]:
    """A grade given in a sentence that stands out from the text; in the text itself it counts, but is doubted."""
    large = [line for line in page.lines if stands_out(line, body)]
    for lines, why in ((large, ""), (page.lines, "The grade stands in the text, not in a heading.")):
        match = pattern.search(running(lines))
        if match:
            return [_told(match.group(), area, page, _on(lines, match), why)]
    return []


def _told(sentence: str, area: str, page: Page, lines: Sequence[Line], why: str) -> Judgement:
    label = " ".join(sentence.split())
    why = why or ("The sentence may say that it is not so." if TURNED.search(label) else "")
    grade = grades_in(label)[-1]
    return Judgement(area, label, grade.key, grade.label, page.number, label, not why, why, box_of(lines, page))


def _on(lines: Sequence[Line], match: re.Match[str]) -> list[Line]:
    """The lines on which a match in their running text stands."""
    found, at = [], 0
    for line in lines:
        if at < match.end() and at + len(line.text) > match.start():
            found.append(line)
        at += len(line.text) + 1
    return found


def _board(pages: Sequence[Page], body: float, told: Sequence[Heading]) -> list[Judgement]:
    """The safeguarding board's grade: on page 1 to 2014, later where the part about the board begins."""
    first = _sentence(pages[0]._replace(lines=tuple(ln for ln in pages[0].lines if stands_out(ln, body))), BOARD, "lscb", body)
    if first:
        return first
    for heading in told:
        match = BOARD.search(heading.text)
        if match:
            return [_told(match.group(), "lscb", pages[heading.page - 1], heading.lines, "")]
    return _sentence(pages[0], BOARD, "lscb", body)


def _evidence(told: Iterable[Heading]) -> dict[str, list[tuple[str, str, Heading]]]:
    """What headings say of an area: its grade, the grade's words, and the heading."""
    said: dict[str, list[tuple[str, str, Heading]]] = {}
    for heading in told:
        grades = grades_in(heading.text)
        graded = len(grades) == 1 and len(heading.text) < 220 and OF_AREA.match(heading.text) and not GLOSSARY.match(heading.text)
        area = area_of(plain(GRADE.sub(" ", heading.text))) if graded else None
        if area:
            said.setdefault(area, []).append((grades[0].key, grades[0].label, heading))
    return said


def _checked(found: Iterable[Judgement], told: Iterable[Heading]) -> list[Judgement]:
    said = _evidence(told)
    return [_against(judgement, said.get(judgement.area, [])) for judgement in found]


def _against(judgement: Judgement, said: Sequence[tuple[str, str, Heading]]) -> Judgement:
    other = next((s for s in said if s[0] != judgement.grade), None)
    if other is None:
        return judgement
    return replace(judgement, sure=False, why=f"A heading on page {other[2].page} says “{other[1]}”.")


def _only_in_headings(found: Sequence[Judgement], told: Sequence[Heading], framework: str, pages: Sequence[Page]) -> list[Judgement]:
    """Areas that a heading grades and no table does: told, but doubted."""
    known = {judgement.area for judgement in found}
    if framework != "ilacs" and len(found) > 2:
        known.add("lscb")
    added = []
    for area, said in _evidence(told).items():
        if area not in known:
            key, label, heading = said[0]
            why = "It stands in a heading only; the table of judgements could not be read."
            added.append(Judgement(area, heading.text, key, label, heading.page, heading.text, False, why, box_of(heading.lines, pages[heading.page - 1])))
    return added


def _doubled(found: Sequence[Judgement]) -> list[Judgement]:
    """An area that is graded twice is doubted."""
    areas = [judgement.area for judgement in found]
    return [replace(j, sure=False, why=j.why or "This area is graded twice.") if areas.count(j.area) > 1 else j for j in found]
