"""Who is like whom: keeps published lists and answers what stands beside our own figures.

`goldthread load-published FILE…` keeps them from the command line.
"""

import argparse
import re
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from django.db import transaction

from goldthread.inspection.models import Authority, Beside, Claim, Likened, Neighbour, PublishedFigure
from goldthread.inspection.published import CannotBeRead, Judged, Place, Published, read
from goldthread.people.models import Worker
from goldthread.record.copying import copy_rows

AT_ONCE = 5000
FIGURE = ("measure", "group", "la_code", "period", "value", "source", "at")
ENGLAND = "E92000001"
TITLES = re.compile(
    r"\b(the|city of|royal borough of|london borough of|borough of|borough|county council|council|city council)\b"
)


# Keeping


@dataclass(frozen=True, slots=True)
class Kept:
    """What became of one file: how many rows were new; the same file again adds none."""

    name: str
    kind: str
    added: int
    faults: tuple[str, ...] = ()

    def says(self) -> str:
        """'outcomes.csv: judgements, 720 rows added.'"""
        added = f"{self.added:,} row{'' if self.added == 1 else 's'} added" if self.added else "nothing new in it"
        return f"{self.name}: {self.kind}, {added}."


def keep(data: bytes, name: str, *, now: datetime, by: Worker | None = None) -> Kept:
    """Read a published list and keep what is new in it. Raises CannotBeRead with a sentence."""
    found = read(data, name)
    with transaction.atomic():
        added = _keep_places(found, name, now)
        added += _keep_judgements(found.judged, name, now, by)
        added += _keep_figures(found, name, now)
    return Kept(name, found.kind, added, found.faults)


def _keep_places(found: Published, source: str, now: datetime) -> int:
    held = authorities()
    by_name = {plain(place.name): place.code for place in held.values()}
    coded = [place._replace(code=place.code or by_name.get(plain(place.name), "")) for place in found.places]
    told = {place.code: _filled_in(place, held.get(place.code)) for place in coded if place.code and place.name}
    new = [place for place in told.values() if place != _as_place(held.get(place.code))]
    Authority.objects.bulk_create(
        Authority(code=p.code, new_code=p.new_code, name=p.name, region=p.region, region_code=p.region_code, source=source, at=now) for p in new
    )  # fmt: skip
    return len(new) + _keep_neighbours((place for place in found.places if place.neighbours), source, now)


def _filled_in(place: Place, held: Authority | None) -> Place:
    """The place with what this list does not say taken from what is held; the name first held stays."""
    known = _as_place(held)
    bare = place._replace(neighbours=())
    return (
        bare
        if known is None
        else Place(*(old or new for old, new in zip(known, bare, strict=True)))._replace(neighbours=())
    )


def _as_place(held: Authority | None) -> Place | None:
    return held and Place(held.code, held.name, held.new_code, held.region, held.region_code)


def _keep_neighbours(places: Iterable[Place], source: str, now: datetime) -> int:
    new = []
    for place in places:
        if list(place.neighbours) != neighbour_codes(place.code):
            new += [
                Neighbour(code=place.code, neighbour=near, place=n, source=source, at=now)
                for n, near in enumerate(place.neighbours, 1)
            ]
    return len(Neighbour.objects.bulk_create(new, AT_ONCE))


def _keep_judgements(judged: Sequence[Judged], source: str, now: datetime, by: Worker | None) -> int:
    held = set(Claim.objects.filter(kind="judgement").values_list("authority", "scale", "area", "grade", "day"))
    new = [one for one in judged if (one.authority, one.scale, one.area, one.grade, one.day) not in held]
    rows = (
        Claim(authority=one.authority, kind="judgement", scale=one.scale, area=one.area, grade=one.grade, day=one.day,
              words=one.words, source=f"{source}, a list of published judgements", source_day=one.published, by=by, at=now)
        for one in new
    )  # fmt: skip
    return len(Claim.objects.bulk_create(rows, AT_ONCE))


def _keep_figures(found: Published, source: str, now: datetime) -> int:
    series = {figure.series for figure in found.figures}
    old = (
        PublishedFigure.objects.filter(measure__in=series)
        .order_by("pk")
        .values_list("measure", "group", "la_code", "period", "value")
    )
    held = {tuple(key): value for *key, value in old.iterator()}
    new = [figure for figure in found.figures if held.get(figure[:4]) != figure.value]
    copy_rows(PublishedFigure._meta.db_table, FIGURE, ((f.series, f.group, f.place, f.period, f.value, source, now) for f in new))
    return len(new)


# Asking


def plain(name: str) -> str:
    """A name as lists agree on it: 'Kingston Upon Hull, City of' and 'Kingston upon Hull' are one."""
    words = re.sub(r"[^\w ]", " ", name.lower().replace("&", " and ").replace(".", ""))
    return " ".join(TITLES.sub(" ", words).split())


def authorities() -> dict[str, Authority]:
    """Every authority that a list has named, by its three-figure code."""
    return {row.code: row for row in Authority.objects.order_by("pk")}


def neighbour_codes(code: str) -> list[str]:
    """The statistical neighbours of an authority, the nearest first; none where no list has been loaded."""
    newest = Neighbour.objects.filter(code=code).order_by("-at").values_list("at", flat=True).first()
    return list(
        Neighbour.objects.filter(code=code, at=newest).order_by("place", "pk").values_list("neighbour", flat=True)
    )


def beside() -> str:
    """The code of the authority whose neighbours our figures are laid beside; "" where nobody has chosen one."""
    return Beside.objects.order_by("-pk").values_list("code", flat=True).first() or ""


def choose(code: str, *, now: datetime, by: Worker) -> None:
    """From now on our figures stand beside this authority and its neighbours. Raises ValueError for a code nobody has."""
    if code not in authorities():
        raise ValueError("Choose an authority of the list.")
    Beside.objects.create(code=code, by=by, at=now)


def liken(measure: str, series: str, why: str, *, now: datetime, by: Worker) -> None:
    """This published series may stand beside our measure; "" takes it back. Raises ValueError for one that is not held."""
    if series and series not in series_held():
        raise ValueError("Choose a series that has been loaded.")
    Likened.objects.create(measure=measure, series=series, why=why.replace("\0", ""), by=by, at=now)


def likened(measure: str) -> Likened | None:
    """The published series that stands beside a measure, or None."""
    newest = Likened.objects.filter(measure=measure).select_related("by").order_by("-pk").first()
    return newest if newest and newest.series else None


def series_held() -> list[str]:
    """The names of every published series that has been loaded."""
    return sorted(PublishedFigure.objects.order_by().values_list("measure", flat=True).distinct())


class Line(NamedTuple):
    """One place's figure in one period, as published."""

    code: str
    name: str
    value: str
    period: str


def figures_beside(series: str, code: str) -> list[Line]:
    """The newest figure of the authority, of its neighbours, its region and England, all of one period, for all children."""
    names = authorities()
    region = names[code].region_code if code in names else ""
    wanted = [*dict.fromkeys([code, *neighbour_codes(code), region, ENGLAND])]
    held = PublishedFigure.objects.filter(measure=series, group="", la_code__in=[c for c in wanted if c]).order_by("pk")
    periods = {(row.la_code, row.period): row.value for row in held}
    newest = max((period for _, period in periods), default="")
    called = {region: f"{names[code].region} (region)" if region else "", ENGLAND: "England"}
    found = (
        (place, called.get(place) or (names[place].name if place in names else place)) for place in wanted if place
    )
    return [Line(place, name, periods[place, newest], newest) for place, name in found if (place, newest) in periods]


def judgements(names: Iterable[str]) -> dict[str, list[Claim]]:
    """The newest inspection's judgements of each authority, by the name that was asked for."""
    wanted = {plain(name): name for name in names}
    found: dict[str, list[Claim]] = {}
    for claim in Claim.objects.filter(kind="judgement", scale__startswith="ilacs").order_by("-day", "pk"):
        name = wanted.get(plain(claim.authority))
        if name and (name not in found or found[name][0].day == claim.day):
            found.setdefault(name, []).append(claim)
    return found


# The command


def main(argv: Sequence[str], *, now: datetime) -> int:
    """Run `goldthread load-published`: 0 when every file was kept, 1 when one could not be read."""
    given = _parser().parse_args(argv)
    status = 0
    for path in given.paths:
        try:
            kept = keep(path.read_bytes(), path.name, now=now)
        except (CannotBeRead, OSError) as trouble:
            print(
                trouble if isinstance(trouble, CannotBeRead) else f"{path} cannot be opened: {trouble.strerror}.",
                file=sys.stderr,
            )
            status = 1
        else:
            print("\n".join([kept.says(), *kept.faults]))
    return status


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="goldthread load-published",
        description="Keep published lists to compare with: statistical neighbours, regions, judgements of inspections, and statistics in the "
        "layout of explore-education-statistics. They are known by the names of their columns. The same file twice adds nothing.",
    )  # fmt: skip
    parser.add_argument("paths", nargs="+", metavar="FILE", type=Path, help="a CSV file")
    return parser
