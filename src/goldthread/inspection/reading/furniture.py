"""What is printed round the text: running heads and feet, page numbers, footnotes."""

import re
from collections import Counter
from collections.abc import Sequence

from goldthread.inspection.reading.lines import Line, Page, body_size

EDGE = 0.12
"""The part of a page's height, at its top and at its foot, in which running heads and feet stand."""

FOOTNOTE = 0.88
"""Letters smaller than this part of the text's are a footnote's."""

NOTE = re.compile(r"(\d{1,2}|[*†‡])(\s|$|[A-Z])")
MARKS = tuple("123456789*†‡")
NUMBER = re.compile(r"(page )?\d{1,3}( of \d{1,3})?", re.IGNORECASE)


def without_furniture(pages: Sequence[Page]) -> list[Page]:
    """The pages with running heads, running feet and footnotes set aside in `furniture`."""
    repeated = _repeated(pages)
    size = body_size(pages)
    return [_cleared(page, repeated, size) for page in pages]


def _cleared(page: Page, repeated: set[str], size: float) -> Page:
    running = {i for i, line in enumerate(page.lines) if _at_edge(page, line) and _is_running(line, repeated, size)}
    foot = _footnotes(page, running, size)
    kept = tuple(line for i, line in enumerate(page.lines) if i not in running | foot)
    aside = tuple(line for i, line in enumerate(page.lines) if i in running | foot)
    return page._replace(lines=kept, furniture=aside)


def _footnotes(page: Page, running: set[int], size: float) -> set[int]:
    """The small lines that end the page, where one of them begins with a mark."""
    small: set[int] = set()
    for i in reversed(range(len(page.lines))):
        if i in running:
            continue
        if page.lines[i].size >= FOOTNOTE * size:
            break
        small.add(i)
    marked = (page.lines[i] for i in small | running if page.lines[i].size < FOOTNOTE * size)
    return small if any(NOTE.match(line.text) and not NUMBER.fullmatch(line.text) or line.text in MARKS for line in marked) else set()


def _is_running(line: Line, repeated: set[str], size: float) -> bool:
    return NUMBER.fullmatch(line.text) is not None or (_shape(line) in repeated and line.size < 1.2 * size)


def _at_edge(page: Page, line: Line) -> bool:
    return line.y < EDGE * page.height or line.y > (1 - EDGE) * page.height


def _repeated(pages: Sequence[Page]) -> set[str]:
    """What stands at the edge of three pages or more, but for its digits."""
    seen = Counter(shape for page in pages for shape in {_shape(ln) for ln in page.lines if _at_edge(page, ln)})
    return {shape for shape, times in seen.items() if times >= 3 and len(shape) > 3}


def _shape(line: Line) -> str:
    return re.sub(r"[\d\s]+", " ", line.text).strip().lower()
