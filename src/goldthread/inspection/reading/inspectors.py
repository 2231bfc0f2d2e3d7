"""Who led the inspection: on page 1, or in "Information about this inspection" towards the end."""

import re
from collections.abc import Iterator, Sequence

from goldthread.inspection.reading.lines import Line, Page, box_of, running
from goldthread.inspection.reading.names import inspectors, is_people
from goldthread.inspection.reading.values import Found

LEAD = re.compile(r"^(?:(?:joint |co-?)?lead inspectors?(?: on[ -]site)?\s*:|lead inspectors?(?: on[ -]site)?(?=\s+[A-Z])|reporting inspector\s*:?)\s*", re.IGNORECASE)  # fmt: skip
OTHER = re.compile(r"^(deputy|team|quality|age group|judge?ment|inspection|report|published|seconded|senior data|additional|shadow|\d)", re.IGNORECASE)
TITLE = re.compile(r"majesty|\bS?HMI\b|inspector", re.IGNORECASE)


def lead_inspector(pages: Sequence[Page]) -> Found | None:
    """The lead inspector, or the lead inspectors joined by "and"; their titles are left out."""
    return next((found for page in pages for found in _on(page)), None)


def _on(page: Page) -> Iterator[Found]:
    for i, line in enumerate(page.lines):
        label = LEAD.match(line.text)
        if label and not _is_prose(line.text, label.end()):
            lines = _with_what_follows(page.lines[i : i + 4], label.end())
            if names := inspectors(running(lines)[label.end() :]):
                yield _found(names, page, lines)


def _is_prose(text: str, after: int) -> bool:
    """"The lead inspector attended …" begins differently; "Lead inspector attended" goes on in small letters."""
    rest = text[after:]
    return bool(rest) and rest[0].islower()


def _with_what_follows(lines: Sequence[Line], after: int) -> list[Line]:
    """The line and those that go on with it: a title, or a name where the line before is not finished."""
    kept = [lines[0]]
    for line in lines[1:]:
        open_end = re.search(r"(,|\band|:)$", kept[-1].text) or len(kept[-1].text) <= after
        short_title = TITLE.search(line.text) and len(line.text) < 40 and not line.text.lower().startswith("lead")
        if OTHER.match(line.text) or not (open_end or short_title):
            break
        kept.append(line)
    return kept


def _found(names: str, page: Page, lines: Sequence[Line]) -> Found:
    why = "" if is_people(names) else "This does not read like a person’s name."
    return Found(names, page.number, running(lines), not why, why, box_of(lines, page))
