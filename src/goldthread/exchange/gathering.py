"""Rows gathered child by child, whichever files and years they stand in."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from goldthread.exchange import mapping_annex_a, mapping_cin, mapping_ssda903
from goldthread.exchange.mapping_ssda903 import told_on
from goldthread.exchange.rows import Fault, Note, Row, Source
from goldthread.exchange.tells import ADOPTER_ID, CHILD_ID, ChildTold, Where

ID = {"ssda903": "CHILD", "cin": "LAchildID", "annex_a": "Child Unique ID"}
ADOPTER = "Individual adopter identifier"
UNBORN = -1
BORN = {"ssda903": "DOB", "cin": "PersonBirthDate", "annex_a": "Date of Birth"}
TABLES = {"ssda903": mapping_ssda903.TABLES, "cin": mapping_cin.TABLES, "annex_a": mapping_annex_a.TABLES}
WAIT = {"ssda903.oc2", "ssda903.oc3", "ssda903.previous_permanence", "annex_a.5", "annex_a.6", "annex_a.7", "annex_a.8", "annex_a.9"}
"""Tables that can be told only when the day is known on which their return was made."""

EVENTS = {
    "ssda903.episodes": "DECOM", "ssda903.missing": "MIS_START", "annex_a.1": "Date of Contact", "annex_a.3": "Date of referral",
    "annex_a.4": "Continuous Assessment Date of Authorisation", "annex_a.5": "Date of Initial Child Protection Conference",
    "annex_a.6": "Date Child Was Last Seen", "annex_a.7": "Date of the Last Statutory Visit", "annex_a.8": "Date of Last Social Work Visit",
    "annex_a.9": "Latest Date of Contact",
}  # fmt: skip
"""Columns whose latest day tells when a return was made."""

Return = tuple[str, int | str | None]
"""A family of returns and the year, or for lists the workbook, whose sheets all describe one day."""

Who = tuple[str, str]
"""Whose number it is, a child's or an adopter's, and the number."""


class Route(NamedTuple):
    """What to do with the rows of one source."""

    family: str
    child: str
    born: str
    scheme: str
    tell: Callable[[ChildTold, Row], None]
    waits: bool
    event: str


@dataclass
class Gathering:
    """Children by the authority's number for them, but none of those that are `done`.

    At most `room` children are gathered, to bound memory; `more` says that there are others.
    """

    note: Note
    today: date
    done: frozenset[Who] | set[Who] = frozenset()
    room: int = 1_000_000_000
    more: bool = False
    children: dict[Who, ChildTold] = field(default_factory=dict)
    _years: set[int] = field(default_factory=set)
    _latest: dict[Return, date] = field(default_factory=dict)
    _waiting: list[tuple[ChildTold, Row, Route]] = field(default_factory=list)

    def take(self, rows: Iterable[Row]) -> None:
        """Gather all rows; afterwards `children` is complete."""
        source: Source | None = None
        for row in rows:
            if row.source is not source:
                source = row.source
                route = self._route(source)
            child_id = row.values[route.child]
            if child_id is not None and (child := self._child(child_id, row, route)):
                self._take(child, row, route)
        self._tell_what_waited()
        self._tell_who_was_forgotten()

    def told_on(self, family: str, source: Source) -> date | None:
        """The day a return describes: 31 March for yearly returns, the latest day in it for Annex A; never in the future."""
        latest = self._latest.get(_return(family, source))
        day = latest if family == "annex_a" else told_on(source.year, latest)
        return min(day, self.today) if day else None

    def _child(self, child_id: str, row: Row, route: Route) -> ChildTold | None:
        who = (route.scheme, child_id)
        child = self.children.get(who)
        if child is None and who not in self.done:
            if len(self.children) >= self.room:
                self.more = True
                return None
            where = Where(row.source.file, row.source.sheet, row.number)
            child = self.children[who] = ChildTold(child_id, self.note, self.today, where=where, by_family=route.family, scheme=route.scheme)
        return child

    def _take(self, child: ChildTold, row: Row, route: Route) -> None:
        born = row.values.get(route.born)
        if born is not None and (born > self.today or row.values.get("Age of Child (Years)", 0) == UNBORN):
            child.fact(row, "expected", born)
        elif born is not None:
            known = child.facts.get("born")
            if known is None or known[1] != born or (row.source.year or 0) > known[0]:
                child.born(row, route.born, born)
        if route.event:
            self._event(row, route)
        if route.waits:
            self._waiting.append((child, row, route))
        else:
            route.tell(child, row)

    def _event(self, row: Row, route: Route) -> None:
        day = row.values.get(route.event)
        made = _return(route.family, row.source)
        if isinstance(day, date) and day <= self.today and day > self._latest.get(made, date.min):
            self._latest[made] = day

    def _tell_what_waited(self) -> None:
        for child, row, route in self._waiting:
            child.told_on = self.told_on(route.family, row.source)
            route.tell(child, row)
        self._waiting.clear()

    def _tell_who_was_forgotten(self) -> None:
        """Care that is open at the end of one return must be in the next one too."""
        newest = max(self._years, default=0)
        for child in self.children.values():
            if not child.episodes:
                continue
            year, last, where = child.episodes[max(child.episodes)]
            if last.get("DEC") is None and 0 < year < newest:
                following = min(y for y in self._years if y > year)
                self.note(Fault(
                    *where, "DEC", f"Care goes on at the end of this return, and the return of {following} does not have child {child.child_id}. "
                    "Their care was kept open.",
                ))  # fmt: skip

    def _route(self, source: Source) -> Route:
        if source.table == "ssda903.episodes" and source.year:
            self._years.add(source.year)
        family, _, table = source.table.partition(".")
        tell = TABLES[family][table]
        tell = _with_header(tell) if family == "annex_a" else tell
        number, scheme = (ADOPTER, ADOPTER_ID) if source.table == "annex_a.11" else (ID[family], CHILD_ID)
        return Route(family, number, BORN[family], scheme, tell, source.table in WAIT, EVENTS.get(source.table, ""))


def _return(family: str, source: Source) -> Return:
    return family, source.file if family == "annex_a" and source.sheet else source.year


def _with_header(tell: Callable[[ChildTold, Row], None]) -> Callable[[ChildTold, Row], None]:
    def both(child: ChildTold, row: Row) -> None:
        mapping_annex_a.about(child, row)
        tell(child, row)

    return both
