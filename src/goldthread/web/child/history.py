"""The history of a record: who changed what, which duties moved because of it, and who looked."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta

from goldthread.duties import Occurrence
from goldthread.duties.explain import duty_of
from goldthread.duties.sentence import named
from goldthread.people.roles import EVERY_ROLE
from goldthread.record.reading import Change
from goldthread.record.trail import reading
from goldthread.web import wording
from goldthread.web.child.opening import Opened
from goldthread.web.child.titles import title
from goldthread.web.closed import telling
from goldthread.web.said import Link, Sentence

ROLE_WORDS = {"worker": "social worker", "chair": "chair", "adviser": "personal adviser"}


@dataclass(frozen=True, slots=True)
class Difference:
    """One answer before and after; "" where nothing was said."""

    question: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """One correction as it is read."""

    who: str
    when: str
    what: Sentence
    differences: tuple[Difference, ...]
    why: str
    moved: str


@dataclass(frozen=True, slots=True)
class LookLine:
    """One person who looked, how often, last when, and why if they said."""

    who: str
    part: str
    times: str
    reason: str
    refused: bool


def changes(opened: Opened, most: int | None = None) -> tuple[list[ChangeLine], int]:
    """The newest corrections, and how many there are."""
    found = opened.reach.changes(opened.child, most)
    number = len(found) if most is None or len(found) < most else opened.reach.number_of_changes(opened.child)
    return [_line(c, opened) for c in found], number


def _line(change: Change, opened: Opened) -> ChangeLine:
    now = change.now
    return ChangeLine(
        who="A newer file" if now.origin else str(now.by or "Goldthread"),
        when=f"{wording.short_day(now.recorded_at, opened.day)}, {wording.clock_time(now.recorded_at)}",
        what=(Link(f"{title(now)}, {wording.short_day(now.day, opened.day)}", opened.entry_address(now.number)),),
        differences=tuple(Difference(*d) for d in change.differs),
        why=now.why,
        moved=moved_words(change.moved, opened),
    )


def moved_words(moved: Sequence[tuple[Occurrence | None, Occurrence | None]], opened: Opened) -> str:
    """Which duties moved because of a change, in a sentence."""
    sentences = [_moved(before, after, opened) for before, after in _paired(moved)]
    return f"Because of this, {'; '.join(sentences)}." if sentences else "No duty changed."


def _paired(moved: Sequence[tuple[Occurrence | None, Occurrence | None]]) -> list[tuple[Occurrence | None, Occurrence | None]]:
    """One that went and one that came under the same rule are one that moved."""
    came = [after for before, after in moved if before is None and after is not None]
    pairs = [(before, after) for before, after in moved if before is not None and after is not None]
    for before in (before for before, after in moved if before is not None and after is None):
        same = next((after for after in came if after.code == before.code), None)
        if same is not None:
            came.remove(same)
        pairs.append((before, same))
    return [*pairs, *((None, after) for after in came)]


def _moved(before: Occurrence | None, after: Occurrence | None, opened: Opened) -> str:
    either = after or before
    assert either is not None
    duty = f"“{named(duty_of(either).says, opened.first)}”"
    if before is None or after is None:
        return f"{duty} {'is owed from' if after else 'is no longer owed from'} {wording.long_day(either.opened, opened.day)}"
    if before.due != after.due:
        return f"{duty} moved from {wording.long_day(before.due, opened.day)} to {wording.long_day(after.due, opened.day)}"
    return f"{duty}: {_done(before, opened)} became {_done(after, opened)}"


def _done(o: Occurrence, opened: Opened) -> str:
    if o.met:
        return f"done {wording.long_day(o.met, opened.day)}"
    return f"ended {wording.long_day(o.ended, opened.day)}" if o.ended else "not done"


def looks(opened: Opened, days: int = 30) -> list[LookLine]:
    """Who looked in the last days; on a page about the past, by then."""
    return [_look(row, opened) for row in reading.looks(opened.child.person, opened.when - timedelta(days=days), opened.when)]


def _look(row: dict, opened: Opened) -> LookLine:
    times = {1: "once", 2: "twice"}.get(row["times"], f"{row['times']} times")
    day = wording.as_day(row["last"])
    near = "today" if day == opened.day and not opened.past else "that day" if day == opened.day else wording.short_day(day, opened.day)
    return LookLine(
        row["worker__name"] or "Somebody who has left", _part(row, opened),
        f"{times}, {'last ' if row['times'] > 1 else ''}{near}, {wording.clock_time(row['last'])}", row["reason"], row["refused"],
    )  # fmt: skip


def _part(row: dict, opened: Opened) -> str:
    """What somebody is to the child; otherwise their role and team."""
    names = {opened.workers[pk].name: words for part, words in ROLE_WORDS.items() if (pk := opened.standing[part]) in opened.workers}
    if row["worker__name"] in names:
        return f"{wording.possessive(opened.first)} {names[row['worker__name']]}"
    role = EVERY_ROLE[row["worker__role"]].name.lower() if row["worker__role"] in EVERY_ROLE else ""
    return ", ".join(filter(None, (role, row["worker__team__name"])))


def openings(opened: Opened) -> list[telling.Line]:
    """Who opened this record beyond what their role and team let them see."""
    return telling.history(opened.reach, opened.child.person)


@dataclass(frozen=True, slots=True)
class WrittenLine:
    """One version that was written: when, by whom, what."""

    when: str
    who: str
    what: Sentence


def written(opened: Opened, most: int) -> list[WrittenLine]:
    """What was written in this record, the latest first."""
    newest: Iterable = sorted(opened.entries, key=lambda w: w.recorded_at, reverse=True)[:most]
    return [
        WrittenLine(
            wording.moment_words(w.recorded_at), "From a file" if w.origin else str(w.by or "Goldthread"),
            (Link(title(w), opened.entry_address(w.number)), f", {wording.short_day(w.day, opened.day)}{', corrected' if w.version > 1 else ''}"),
        )
        for w in newest
    ]  # fmt: skip
