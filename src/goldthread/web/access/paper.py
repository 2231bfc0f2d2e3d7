"""The copy on paper: the whole record in the order it happened, in words that its person can read."""

from collections.abc import Iterator
from datetime import datetime

from django.conf import settings

from goldthread.exchange.access import copies
from goldthread.exchange.access.whole import Everything, Part
from goldthread.people.models import Worker
from goldthread.web import wording
from goldthread.web.printing import Facts, Heading, Note, Paper, Table, Words, paper
from goldthread.web.printing.blocks import Block

ABOUT = (
    "This is the information that is held about you, in the order in which it happened. Where an entry was corrected, each version stands here.",
    "Where something is left out, it says so and why: most often because it is about somebody else. If you think that something is wrong, or should not "
    "have been left out, write to the authority. You may also complain to the Information Commissioner.",
)
RECORD_PDF, RECORD_JSON = "record.pdf", "record.json"


def made(without: Everything, worker: Worker, now: datetime) -> bytes:
    """The ZIP of a record from which was taken what is left out."""
    told = Paper(f"Information about {without.name}", settings.GOLDTHREAD_AUTHORITY or "Goldthread", worker.name, now, tuple(_blocks(without)), without.reference)
    return copies.packed({RECORD_PDF: paper(told), RECORD_JSON: copies.as_json(without, now).encode()})


def _blocks(whole: Everything) -> Iterator[Block]:
    yield from (Words(words) for words in ABOUT)
    if whole.identifiers:
        yield Heading("Numbers by which others know you")
        yield Facts([(scheme, value) for scheme, value in whole.identifiers])
    year = 0
    for part in whole.parts:
        if part.day.year != year:
            year = part.day.year
            yield Heading(str(year))
        yield from _part(part)
    yield from _owed(whole)


def _part(part: Part) -> Iterator[Block]:
    yield Heading(f"{part.called.capitalize()}, {wording.full_day(part.at or part.day)}", 2)
    until = f" It lasted until {wording.plain_day(part.until)}." if part.until else ""
    state = " It was withdrawn later." if part.withdrawn else "" if part.stands else " A later version took its place."
    yield Note(f"Written down {wording.moment_words(part.recorded_at)}, version {part.version}.{until}{state}")
    if part.answers:
        yield Facts([(answer.question, answer.words) for answer in part.answers])


def _owed(whole: Everything) -> Iterator[Block]:
    if whole.owed:
        yield Heading("What had to be done for you, and when it was")
        rows = [(duty, wording.plain_day(due), wording.plain_day(met) if met else "not written down as done") for duty, _, due, met in whole.owed]
        yield Table(("What", "By", "Done"), rows, widths=(5, 2, 2))
