"""Every measure in a table: what it says, its newest figure, where it should be, and the year behind it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.http import QueryDict
from django.urls import reverse

from goldthread.measures.figures import Figure
from goldthread.measures.shape import Cannot, Measure
from goldthread.web.measures import asking, saying
from goldthread.web.measures.counting import Counted, lately
from goldthread.web.mine.listing import address
from goldthread.web.parts import Chip
from goldthread.web.pictures.trend import Spark


@dataclass(frozen=True, slots=True)
class MeasureLine:
    """One measure of a table. `state` is a key of parts.STATES, or "" where there is no target."""

    code: str
    title: str
    sentence: str
    href: str
    value: str
    rests_on: str
    target: str
    state: str
    towards: str
    moved: str
    spark: Spark


@dataclass(frozen=True, slots=True)
class Section:
    """The measures under one heading."""

    heading: str
    lines: tuple[MeasureLine, ...]


def line(measure: Measure, found: Sequence[Figure], upright: date | None = None) -> MeasureLine:
    """A measure with its figures of some months, the newest last."""
    now, before = found[-1], found[0] if len(found) == asking.YEAR else None
    state, towards = saying.towards(now, measure)
    return MeasureLine(
        code=measure.code, title=measure.title, sentence=measure.sentence, href=reverse("measure", args=[measure.code]),
        value=saying.value(now, measure), rests_on=saying.rests_on(now, measure), target=saying.target(measure), state=state,
        towards=towards, moved=saying.moved(before, now, measure), spark=saying.small_line(measure, found, upright),
    )  # fmt: skip


def counted(measures: Iterable[Measure], last: date, now: datetime, again: bool = False) -> Counted:
    """These measures over thirteen months up to a day, counted within the last hour."""
    return lately([measure.code for measure in measures], asking.months(last, asking.YEAR), now, again)


def lines(measures: Iterable[Measure], found: Counted) -> list[MeasureLine]:
    """Those of the measures that have been counted, each as a row."""
    upright = asking.inspected()
    return [line(measure, found.figures[measure.code], upright) for measure in measures if measure.code in found.figures]


def sections(chosen: Sequence[Measure], found: Counted) -> list[Section]:
    """The chosen measures under their headings, in the order of the book."""
    said = {row.code: row for row in lines(chosen, found)}
    wanted = [measure for measure in chosen if measure.code in said]
    headings = dict.fromkeys(measure.section for measure in wanted)
    return [Section(heading, tuple(said[m.code] for m in wanted if m.section == heading)) for heading in headings]


def chosen(asked: QueryDict) -> list[Measure]:
    """Those the address asks for, by section and by words that stand in them."""
    section, words = asked.get("section", ""), asked.get("q", "").lower().split()
    known = {measure.section for measure in asking.every()}
    of_section = [m for m in asking.every() if section not in known or m.section == section]
    return [m for m in of_section if all(word in _text(m) for word in words)]


def cannot(asked: QueryDict) -> list[Cannot]:
    """What the record cannot answer, of what the address asks for."""
    section, words = asked.get("section", ""), asked.get("q", "").lower().split()
    known = {measure.section for measure in asking.every()}
    wanted = [c for c in asking.cannot() if section not in known or c.section == section]
    return [c for c in wanted if all(word in f"{c.title} {c.missing} {c.section}".lower() for word in words)]


def _text(measure: Measure) -> str:
    return f"{measure.title} {measure.sentence} {measure.section} {measure.source} {measure.code}".lower()


def chips(asked: QueryDict) -> tuple[Chip, ...]:
    """Sections as filters, with how many measures each has."""
    current, every = asked.get("section", ""), asking.every()
    headings = dict.fromkeys(measure.section for measure in every)
    counted = [(heading, sum(m.section == heading for m in every)) for heading in headings]
    chips = [Chip("All", len(every), address(asked, section=""), current not in headings)]
    return (*chips, *(Chip(heading, number, address(asked, section=heading), heading == current) for heading, number in counted))
