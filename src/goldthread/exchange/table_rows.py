"""Rows out of a table whose shape is known: each distinct cell is read once, each fault told in a sentence."""

from collections.abc import Callable, Sequence
from operator import getitem, itemgetter
from typing import NamedTuple

from goldthread.exchange.kinds import MANY, Kind, Unreadable, cell_text
from goldthread.exchange.rows import Fault, Note, Row, Source
from goldthread.exchange.shapes import Column, Shape

REMEMBERED = 100_000
"""How many distinct cells of one column are kept in memory."""
SHOWN = 60


class Bad(NamedTuple):
    """A cell without meaning: why, and what can be kept in its place."""

    reason: str
    instead: object


class Memo(dict[object, object]):
    """What each distinct cell of a column means; worked out once, then looked up at the speed of a dict."""

    def __init__(self, column: Column, year: int | None, bad: set[object], untimely: list[tuple[str, str]]) -> None:
        self._column = column
        self._year = year
        self._bad = bad
        self._untimely = untimely
        self._told: set[object] = set()

    def __missing__(self, cell: object) -> object:
        if len(self) >= REMEMBERED:
            self.clear()
        value = self[cell] = self._read(cell)
        return value

    def _read(self, cell: object) -> object:
        kind = self._column.kind
        try:
            value = kind.read(cell)
        except Unreadable as fault:
            return self._remember(Bad(fault.reason, fault.instead))
        if value is None and self._column.without:
            return self._remember(Bad("", None))
        if kind.terms:
            self._check_term(kind, value)
        return value

    def _remember(self, bad: Bad) -> Bad:
        self._bad.add(bad)
        return bad

    def _check_term(self, kind: Kind, value: object) -> None:
        if self._year is None or value not in kind.terms or value in self._told:
            return
        first, last = kind.terms[str(value)]
        if not first - 1 <= self._year <= last + 1:  # a year in a file's name may be the one it starts or ends in
            self._told.add(value)
            self._untimely.append((self._column.name, _untimely(str(value), first, last, self._year)))


class RowReader:
    """Reads records of one table. `places` says where each column stands in a record."""

    def __init__(self, shape: Shape, source: Source, places: dict[str, int], note: Note) -> None:
        self._source = source
        self._note = note
        self._columns = [c for c in shape.columns if c.name in places]
        self._names = tuple(c.name for c in self._columns)
        self._pick = _picker([places[name] for name in self._names])
        self._bad: set[object] = set()
        self._untimely: list[tuple[str, str]] = []
        self._memos = tuple(Memo(c, source.year, self._bad, self._untimely) for c in self._columns)
        at = self._names.index
        self._spans = [(at(a), at(b)) for a, b in shape.spans if a in places and b in places]
        self.width = max(places.values()) + 1

    def row(self, number: int, record: Sequence[object]) -> Row | None:
        """The row that `record` is, or None where it means nothing. Faults go to `note`."""
        values = tuple(map(getitem, self._memos, self._pick(record)))
        if self._bad and not self._bad.isdisjoint(values):
            mended = self._mend(number, record, values)
            if mended is None:
                return None
            values = mended
        for start, end in self._spans:
            if (last := values[end]) is not None and (first := values[start]) is not None and last < first:
                if (ended := self._drop_early_end(number, values, start, end)) is None:
                    return None
                values = ended
        if self._untimely:
            self._tell_untimely(number)
        return Row(self._source, number, dict(zip(self._names, values, strict=True)))

    def tell(self, number: int, column: str, message: str) -> None:
        """Note a fault of this table."""
        self._note(Fault(self._source.file, self._source.sheet, number, column, message))

    def _mend(self, number: int, record: Sequence[object], values: tuple[object, ...]) -> tuple[object, ...] | None:
        kept, fatal = [], False
        for column, cell, value in zip(self._columns, self._pick(record), values, strict=True):
            if isinstance(value, Bad):
                self.tell(number, column.name, _sentence(column, cell, value))
                fatal = fatal or bool(column.without)
                value = value.instead
            kept.append(value)
        return None if fatal else tuple(kept)

    def _drop_early_end(self, number: int, values: tuple[object, ...], start: int, end: int) -> tuple[object, ...] | None:
        first, last = self._columns[start], self._columns[end]
        self.tell(
            number, last.name,
            f"{last.name} ({values[end]:%d/%m/%Y}) lies before {first.name} ({values[start]:%d/%m/%Y}). {_outcome(last)}",
        )  # fmt: skip
        return None if last.without else (*values[:end], None, *values[end + 1 :])

    def _tell_untimely(self, number: int) -> None:
        for column, message in self._untimely:
            self.tell(number, column, message)
        self._untimely.clear()


def _picker(places: list[int]) -> Callable[[Sequence[object]], tuple[object, ...]]:
    if len(places) == 1:
        only = places[0]
        return lambda record: (record[only],)
    return itemgetter(*places)


def _sentence(column: Column, cell: object, bad: Bad) -> str:
    if not bad.reason:
        return f"{column.name} is blank. The row was left out, because {column.without}."
    said = cell_text(cell).replace(MANY, ", ")
    said = said if len(said) <= SHOWN else said[:SHOWN] + "…"
    outcome = "The row was kept with the rest of it." if bad.instead else _outcome(column)
    return f"{column.name} is “{said}”, {bad.reason}. {outcome}"


def _outcome(column: Column) -> str:
    if column.without:
        return f"The row was left out, because {column.without}."
    if column.plain.startswith(("who", "why", "how")):
        return f"The row was kept; {column.plain} is not known from it."
    return f"The row was kept without {column.plain}."


def _untimely(code: str, first: int, last: int, year: int) -> str:
    when = f"from {first} on" if year < first else f"until {last}"
    return f"“{code}” belongs to returns {when}, and this one is of {year}. It was kept; this is said once for the file."
