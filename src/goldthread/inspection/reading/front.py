"""Page 1: which inspection this is, of whom, when, and when it was published."""

import re
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from goldthread.inspection.reading.dates import read_day, read_period
from goldthread.inspection.reading.headings import plain
from goldthread.inspection.reading.lines import Line, Page, box_of, running
from goldthread.inspection.reading.names import authority_name
from goldthread.inspection.reading.values import Found

DATES = re.compile(r"^((inspection|review) dates?(\(s\))?|dates? of (the )?(inspection|review))\s*:?", re.IGNORECASE)
AFTER_DATES = re.compile(r"^(lead inspector|reporting inspector|report published|published|the overall|children.s services (in|are|is|requires?|area) |judge?ments?\b|age group|the local safeg|the effectiveness of|\d(\.\d)?\. )", re.IGNORECASE)  # fmt: skip
PUBLISHED = re.compile(r"^(report )?published\b:?", re.IGNORECASE)
OWN_TITLE = re.compile(r"^(re-?inspection|inspection|review|the effectiveness) of\b|^and$", re.IGNORECASE)
ILACS_TITLE = re.compile(r"inspection of (?P<who>.+?)(?: local authority)?(?:.s)? children.?s (social care )?services", re.IGNORECASE)
TITLES = (
    ("lac_2013", re.compile(r"inspection of looked after children services")),
    ("sif_reinspection", re.compile(r"re-?inspection of services for children in need of help")),
    ("sif", re.compile(r"inspection of services for children in need of help")),
    ("lscb_review", re.compile(r"review of the effectiveness of the local safeguarding children")),
    ("ilacs", re.compile(r"inspection of .*children.?s (social care )?services")),
)
LETTER = re.compile(r"(monitoring visit|focused visit|joint targeted area inspection|joint area child protection)")
LOGO = re.compile(r"^(ofsted|raising standards|improving lives)\b", re.IGNORECASE)
EARLIEST, LATEST = date(2005, 1, 1), date(2040, 1, 1)


class Front(NamedTuple):
    """What page 1 says."""

    kind: str | None
    title: tuple[Line, ...]
    authority: Found | None
    start: Found | None
    end: Found | None
    published: Found | None


def read_front(page: Page) -> Front:
    """The facts of a report's first page; `kind` is None where it has no title that is known."""
    end = next((i for i, line in enumerate(page.lines) if DATES.search(line.text) or AFTER_DATES.search(line.text)), min(12, len(page.lines)))
    title = tuple(line for line in page.lines[:end] if not LOGO.search(line.text))
    start, last = _dates(page)
    return Front(kind_of(title), title, _authority(page, title), start, last, _published(page))


def kind_of(title: Sequence[Line]) -> str | None:
    text = plain(running(title))
    return next((kind for kind, pattern in TITLES if pattern.search(text)), None)


def is_letter(page: Page) -> bool:
    """Whether it reads as a letter after a visit, which gives no grades."""
    return LETTER.search(plain(running(page.lines[:25]))) is not None


def _authority(page: Page, title: Sequence[Line]) -> Found | None:
    own = next((i for i, line in enumerate(title) if OWN_TITLE.search(line.text)), len(title))
    if own:
        return _named(page, running(title[:own]), title[:own])
    match = ILACS_TITLE.search(running(title))
    if match and not re.match(r"(looked after|services for)", match["who"], re.IGNORECASE):
        return _named(page, match["who"], title)
    last = max((i for i, line in enumerate(title) if _is_title_end(line)), default=len(title))
    return _named(page, running(title[last + 1 :]), title[last + 1 :])


def _is_title_end(line: Line) -> bool:
    return re.search(r"(services|care leavers|board)$", plain(line.text)) is not None


def _named(page: Page, printed: str, lines: Sequence[Line]) -> Found | None:
    name = authority_name(printed)
    if not name:
        return None
    odd = len(name) > 60 or any(char.isdigit() for char in name)
    why = "This does not read like the name of an authority." if odd else ""
    return Found(name, page.number, printed, not why, why, box_of(lines, page))


def _dates(page: Page) -> tuple[Found | None, Found | None]:
    lines = _from_label(page, DATES)
    text = DATES.sub("", running(lines)).strip(" :")
    period = read_period(text) if lines else None
    if period is None:
        return None, None
    why = period.doubt or _unlikely(period.end)
    box = box_of(lines, page)
    end = Found(period.end, page.number, text, not why, why, box)
    start = Found(period.start, page.number, text, not why, why, box) if period.start else None
    return start, end


def _unlikely(day: date) -> str:
    return "" if EARLIEST <= day < LATEST else f"{day.year} is not a year of these inspections."


def _from_label(page: Page, label: re.Pattern[str]) -> list[Line]:
    """The line with a label, and the lines after it until another label."""
    start = next((i for i, line in enumerate(page.lines) if label.search(line.text)), None)
    if start is None:
        return []
    lines = [page.lines[start]]
    for line in page.lines[start + 1 : start + 4]:
        if AFTER_DATES.search(line.text) or not re.search(r"\d|^(and|to|[-–—])\b", line.text):
            break
        lines.append(line)
    return lines


def _published(page: Page) -> Found | None:
    lines = _from_label(page, PUBLISHED)
    text = PUBLISHED.sub("", running(lines)).strip(" :")
    day = read_day(text)
    if day is None:
        return None
    why = _unlikely(day)
    return Found(day, page.number, text, not why, why, box_of(lines, page))


def published_by_name(name: str) -> Found | None:
    """The day in a file's name, as the website gives it: `80429-birmingham-2019-01-17.pdf`, `… - 17 january 2019.pdf`."""
    iso = re.search(r"(?<!\d)(\d{4})[-_.](\d{2})[-_.](\d{2})(?!\d)", name)
    worded = re.search(r"(?<!\d)(\d{1,2})[ _-]+([a-z]{3,9})[ _-]+(\d{4})(?!\d)", name, re.IGNORECASE)
    text = f"{iso[3]}/{iso[2]}/{iso[1]}" if iso else f"{worded[1]} {worded[2].capitalize()} {worded[3]}" if worded else ""
    day = read_day(text)
    why = "The report prints no day of publication; this one is in the file’s name."
    return Found(day, 0, name, False, why) if day else None
