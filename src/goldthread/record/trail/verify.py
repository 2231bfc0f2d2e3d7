"""Is the audit whole? Walks all chains once, streaming, and names the first line of each that is not as it was written.

What the database's own functions say is not believed: links are worked out again here, from the columns.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256
from itertools import groupby
from typing import NamedTuple

import psycopg
from psycopg.rows import tuple_row

from goldthread.record.speak import HERE
from goldthread.record.trail.chain import BODY, SAID, SEAL_BODY

AT_ONCE = 5_000  # lines fetched in one trip
CHANGED, MISSING, ADDED, SWAPPED, CUT_OFF, REWRITTEN = "changed", "missing", "added", "swapped", "cut off", "rewritten"

LINES = f"""SELECT l.chain, l.place, l.id, l.hash, {BODY.format(row="l")}, l.at, l.worker_id,
  CASE WHEN l.salt IS NULL THEN l.reason = '' ELSE coalesce(l.said = {SAID.format(row="l")}, false) END, l.salt IS NULL AND l.said IS NOT NULL
  FROM record_look l ORDER BY l.chain, l.place, l.id"""
SEALS = f"SELECT s.id, s.at, s.heads, s.hash, {SEAL_BODY.format(row='s')} FROM record_seal s ORDER BY s.id"


class Head(NamedTuple):
    """The end of a chain: the place of its last line, and that line's hash."""

    place: int = 0
    hash: bytes = b""


class Line(NamedTuple):
    """What is asked about one line; `body` is its text."""

    chain: int
    place: int
    number: int
    hash: bytes
    body: str
    at: datetime
    worker: int | None
    reason_stands: bool
    forgotten: bool

    def linked(self, before: bytes, place: int) -> bytes:
        """The hash it would have at a place, after another."""
        return sha256(before + f"{self.chain}:{place}:{self.body}".encode()).digest()


class Broken(NamedTuple):
    """Where a chain breaks: the line's number, moment and worker (None where no line is left to name), and what is wrong."""

    fault: str
    words: str
    chain: int | None = None
    number: int | None = None
    at: datetime | None = None
    worker: int | None = None


@dataclass
class Verified:
    """What was found. `broken` has the first break of each chain, the lowest number first; `heads` are the ends of whole chains."""

    lines: int = 0
    seals: int = 0
    forgotten: int = 0
    broken: list[Broken] = field(default_factory=list)
    heads: dict[int, Head] = field(default_factory=dict)
    sealed_at: datetime | None = None

    @property
    def whole(self) -> bool:
        return not self.broken

    @property
    def words(self) -> str:
        """'1,204 lines in 32 chains under 9 seals: whole.'"""
        found = f"{self.lines:,} lines in {len(self.heads)} chains under {self.seals:,} seals"
        return f"{found}: {self.broken[0].words if self.broken else 'whole.'}"


class Bound(NamedTuple):
    """The end of a chain as something else remembers it: a seal, or a file kept outside."""

    hash: bytes
    by: str


Bounds = dict[int, dict[int, Bound]]
"""By chain and place."""


def verify(connection: psycopg.Connection, outside: dict[int, Head] | None = None) -> Verified:
    """Verify the whole audit. `outside` are heads kept elsewhere: see trail.heads."""
    found, bounds = Verified(), {}
    with connection.transaction():
        _seals(connection, found, bounds)
        for chain, head in (outside or {}).items():
            bounds.setdefault(chain, {})[head.place] = Bound(head.hash, "the file kept outside")
        with psycopg.ServerCursor(connection, "verify_audit", row_factory=tuple_row) as cursor:
            cursor.itersize = AT_ONCE
            cursor.execute(LINES)
            _chains((Line(*row[:3], bytes(row[3]), *row[4:]) for row in cursor), found, bounds)
    for chain in bounds.keys() - found.heads.keys():
        _end(chain, Head(), None, found, bounds[chain])
    found.broken.sort(key=lambda broken: (broken.number is None, broken.number))
    return found


def _seals(connection: psycopg.Connection, found: Verified, bounds: Bounds) -> None:
    before, expected = b"", 1
    for number, at, heads, link, body in connection.execute(SEALS):
        link = bytes(link)
        if number != expected or link != sha256(before + body.encode()).digest():
            fault = MISSING if number != expected else CHANGED
            found.broken.append(Broken(fault, f"Seal {number}, of {_moment(at)}, does not follow from the seal before it: {fault}.", at=at))
            return
        for chain, (place, hexed) in json.loads(heads).items():
            bounds.setdefault(int(chain), {})[place] = Bound(bytes.fromhex(hexed), f"the seal of {_moment(at)}")
        before, expected, found.seals, found.sealed_at = link, number + 1, number, at


def _moment(at: datetime) -> str:
    return f"{at.astimezone(HERE):%d/%m/%Y %H:%M}"


def _chains(lines: Iterable[Line], found: Verified, bounds: Bounds) -> None:
    for chain, some in groupby(lines, key=lambda line: line.chain):
        _chain(chain, iter(some), found, bounds.get(chain, {}))


def _chain(chain: int, lines: Iterator[Line], found: Verified, bounds: dict[int, Bound]) -> None:
    """One chain, up to its first break; the rest of its lines is only counted."""
    head, last = Head(), None
    for line in lines:
        found.lines += 1
        found.forgotten += line.forgotten
        if wrong := _wrong(line, head, bounds):
            after = next(lines, None)
            found.lines += after is not None
            found.broken.append(_broken(line, *_told(line, after, head, wrong)))
            found.lines += sum(1 for _ in lines)
            found.heads[chain] = head
            return
        head, last = Head(line.place, line.hash), line
    _end(chain, head, last, found, bounds)


def _wrong(line: Line, head: Head, bounds: dict[int, Bound]) -> str:
    if line.place > head.place + 1:
        return MISSING
    if line.place <= head.place:
        return ADDED
    if line.hash != line.linked(head.hash, line.place) or not line.reason_stands:
        return CHANGED
    bound = bounds.get(line.place)
    return REWRITTEN if bound and bound.hash != line.hash else ""


def _told(line: Line, after: Line | None, head: Head, wrong: str) -> tuple[str, str]:
    """What became of it, as exactly as can be told, and in words."""
    if wrong == MISSING:
        return wrong, f"{line.place - head.place - 1:,} before it are missing"
    if wrong == REWRITTEN:
        return wrong, "it and its followers were chained anew, which a seal or the file kept outside contradicts"
    if wrong == CHANGED and after is not None and after.linked(head.hash, line.place) == after.hash:
        if line.linked(after.hash, line.place + 1) == line.hash:
            return SWAPPED, "it has changed places with the next"
        return ADDED, "it was added in between"
    return wrong, "it was added in between" if wrong == ADDED else "it was changed after it was written"


def _broken(line: Line, fault: str, words: str) -> Broken:
    who = "nobody signed in" if line.worker is None else f"worker {line.worker}"
    sentence = f"Line {line.number}, of {_moment(line.at)} by {who}, in chain {line.chain}: {words}."
    return Broken(fault, sentence, line.chain, line.number, line.at, line.worker)


def _end(chain: int, head: Head, last: Line | None, found: Verified, bounds: dict[int, Bound]) -> None:
    """A chain may not end before a place that a seal, or the file, knows."""
    found.heads[chain] = head
    beyond = max((place for place in bounds if place > head.place), default=0)
    if not beyond:
        return
    words = f"{beyond - head.place:,} after it are cut off, which {bounds[beyond].by} knows of"
    if last:
        found.broken.append(_broken(last, CUT_OFF, words))
    else:
        found.broken.append(Broken(CUT_OFF, f"Chain {chain} is gone: {beyond:,} lines are cut off, which {bounds[beyond].by} knows of.", chain))
