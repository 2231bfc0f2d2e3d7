"""Reads published lists by the names of their columns: neighbours, regions, judgements, and statistics of any subject.

Statistics are in the layout of explore-education-statistics: `time_period`, `geographic_level`, codes and names of places, then
filters and figures. Nothing here touches the database.
"""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

NEIGHBOURS, REGIONS, JUDGEMENTS, STATISTICS = "neighbours", "regions", "judgements", "statistics"
MOST_FIGURES = 2_000_000
MOST_COLUMNS = 400
MOST_CELLS = 8_000_000
SAMPLED = 4000
SYMBOLS = frozenset({"", "c", "z", "x", ":", "u", "k", "low", "~", "-", "..", "n/a"})
PLACES = frozenset({
    "time_period", "time_identifier", "geographic_level", "country_code", "country_name", "region_code", "region_name", "old_la_code",
    "new_la_code", "la_name", "lad_code", "lad_name", "local_authority_selection_status", "pcon_code", "pcon_name",
})  # fmt: skip
EVERYBODY = re.compile(r"(total|all|all children|all ages|headline|not applicable|z)?", re.IGNORECASE)
NUMBER = re.compile(r"[-+]?[\d,]*\.?\d+%?")
AREAS = (
    "overall_effectiveness",
    "leaders_impact",
    "help_and_protection",
    "in_care",
    "care_leavers",
    "in_care_and_care_leavers",
)
KINDS = (
    (STATISTICS, ("time_period", "geographic_level")),
    (NEIGHBOURS, ("la_code", "stat_neighbours")),
    (JUDGEMENTS, ("authority", "form", "published")),
    (REGIONS, ("local authority", "region")),
)


class CannotBeRead(Exception):
    """The file is none of the published lists. The message says what was expected."""


class Place(NamedTuple):
    """An authority as a list names it, with its neighbours in order where the list has them."""

    code: str
    name: str
    new_code: str = ""
    region: str = ""
    region_code: str = ""
    neighbours: tuple[str, ...] = ()


class Judged(NamedTuple):
    """One judgement of one inspection. `day` is the inspection's last day, or the publication's where that is not given."""

    authority: str
    code: str
    scale: str
    area: str
    grade: str
    day: date
    published: date | None
    words: str


class Figure(NamedTuple):
    """One published statistic: `value` is as published, a number or a symbol."""

    series: str
    group: str
    place: str
    period: str
    value: str


@dataclass(frozen=True, slots=True)
class Published:
    """What a file holds. `faults` are sentences about rows that were left out."""

    kind: str
    places: tuple[Place, ...] = ()
    judged: tuple[Judged, ...] = ()
    figures: tuple[Figure, ...] = ()
    faults: tuple[str, ...] = field(default=())


Row = dict[str, str]


def read(data: bytes, name: str) -> Published:
    """What the file says. Raises CannotBeRead with a sentence."""
    rows = csv.DictReader(io.StringIO(_text(data, name), newline=""), delimiter=_delimiter(data))
    try:
        headings = [heading.strip().lower() for heading in rows.fieldnames or ()]
        rows.fieldnames = headings
        kind = _kind(headings, name)
        lines = max(data.count(b"\n"), data.count(b"\r"))
        if len(headings) > MOST_COLUMNS or lines * len(headings) > MOST_CELLS:
            raise CannotBeRead(f"{name} holds more than any published list: {lines:,} lines of {len(headings):,} columns. Keep the rows and columns to compare with.")
        return READERS[kind](_filled(rows), headings)
    except csv.Error as fault:
        raise CannotBeRead(f"{name} is not a table that can be read: {fault}.") from fault


def _text(data: bytes, name: str) -> str:
    if b"\0" in data[:4000]:
        raise CannotBeRead(f"{name} is not a text table. Published lists are CSV files.")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def _delimiter(data: bytes) -> str:
    head = data[:4000].partition(b"\n")[0].decode("latin-1")
    return max(",;\t", key=head.count)


def _kind(headings: Sequence[str], name: str) -> str:
    for kind, needed in KINDS:
        if set(needed) <= set(headings):
            return kind
    shown = ", ".join(heading for heading in headings[:5] if heading) or "nothing"
    raise CannotBeRead(
        f"{name} is none of the published lists: its columns begin with {shown[:120]}. Expected are statistical neighbours (la_code, "
        "stat_neighbours), regions (Local authority, Region), judgements (authority, form, published) or statistics (time_period, "
        "geographic_level)."
    )  # fmt: skip


def _filled(rows: Iterable[dict]) -> Iterator[Row]:
    """Rows with every value a trimmed string, blank where the row is too short."""
    for row in rows:
        filled = {key: (value or "").strip() for key, value in row.items() if isinstance(key, str)}
        if any(filled.values()):
            yield filled


# Lists of authorities


def _neighbours(rows: Iterator[Row], headings: Sequence[str]) -> Published:
    places, faults = [], []
    for number, row in enumerate(rows, 2):
        name = row.get("local_authority_ons_name") or row.get("la_name") or row.get("name", "")
        if not row["la_code"] or not name:
            faults.append(f"Row {number} has no code or no name and was left out.")
            continue
        near = tuple(re.findall(r"\w+", row["stat_neighbours"]))
        code = row.get("region_code", "") if row.get("region_code", "").startswith("E") else row.get("rgn22cd", "")
        region = row.get("region_name") or row.get("rgn22nm", "")
        places.append(Place(row["la_code"], name, row.get("la_code_new", ""), region, code, near))
    return Published(NEIGHBOURS, places=tuple(places), faults=tuple(faults))


def _regions(rows: Iterator[Row], headings: Sequence[str]) -> Published:
    """Authorities by name only: their code is found by the name when they are kept."""
    return Published(
        REGIONS,
        places=tuple(Place("", row["local authority"], region=row["region"]) for row in rows if row["local authority"]),
    )


# Judgements


def _judgements(rows: Iterator[Row], headings: Sequence[str]) -> Published:
    judged: list[Judged] = []
    places, faults = [], []
    for number, row in enumerate(rows, 2):
        day = _day(row.get("inspection_end", "")) or _day(row["published"])
        if not row["authority"] or day is None:
            faults.append(f"Row {number} has no authority or no day that can be read and was left out.")
            continue
        places.append(Place(row.get("la_code", ""), row["authority"], region=row.get("region", "")))
        judged += _judged(row, day)
    return Published(JUDGEMENTS, places=tuple(places), judged=tuple(judged), faults=tuple(faults))


def _judged(row: Row, day: date) -> Iterator[Judged]:
    note = row.get("note", "")
    words = f"doubtful: {'; '.join(filter(None, (row['doubtful'], note)))}" if row.get("doubtful") else note
    for area in AREAS:
        if row.get(area):
            yield Judged(
                row["authority"],
                row.get("la_code", ""),
                row["form"],
                area,
                row[area],
                day,
                _day(row["published"]),
                words,
            )


def _day(written: str) -> date | None:
    try:
        return date.fromisoformat(written[:10])
    except ValueError:
        return None


# Statistics


def _statistics(rows: Iterator[Row], headings: Sequence[str]) -> Published:
    held = list(rows)
    columns = [heading for heading in headings if heading and heading not in PLACES]
    shown = [column for column in columns if _is_figure(column, held)]
    filters = [column for column in columns if column not in shown]
    if not shown:
        raise CannotBeRead("The file has places and periods, and no column of figures.")
    if len(held) * len(shown) > MOST_FIGURES:
        raise CannotBeRead(
            f"The file holds more than {MOST_FIGURES:,} figures. Keep the rows of the years and places to compare with."
        )
    places = {place.code: place for place in map(_place, held) if place}
    figures = (figure for row in held for figure in _figures(row, shown, filters))
    return Published(STATISTICS, places=tuple(places.values()), figures=tuple(figures))


def _is_figure(column: str, rows: Sequence[Row]) -> bool:
    """A column of figures holds numbers and the symbols for what is not published; a filter holds words."""
    sampled = {row.get(column, "") for row in rows[:SAMPLED]}
    return any(NUMBER.fullmatch(value) for value in sampled) and all(
        NUMBER.fullmatch(v) or v.lower() in SYMBOLS for v in sampled
    )


def _place(row: Row) -> Place | None:
    if row["geographic_level"].lower() != "local authority" or not row.get("old_la_code"):
        return None
    return Place(
        row["old_la_code"],
        row.get("la_name", ""),
        row.get("new_la_code", ""),
        row.get("region_name", ""),
        row.get("region_code", ""),
    )


def _figures(row: Row, shown: Sequence[str], filters: Sequence[str]) -> Iterator[Figure]:
    level = row["geographic_level"].lower()
    code = {
        "local authority": row.get("old_la_code"),
        "regional": row.get("region_code"),
        "national": row.get("country_code"),
    }.get(level)
    if not code:
        return
    group = "; ".join(f"{column}: {row[column]}" for column in filters if not EVERYBODY.fullmatch(row[column]))
    for column in shown:
        if row[column]:
            yield Figure(column[:120], group[:200], code[:12], row["time_period"][:12], row[column][:24])


READERS = {NEIGHBOURS: _neighbours, REGIONS: _regions, JUDGEMENTS: _judgements, STATISTICS: _statistics}
