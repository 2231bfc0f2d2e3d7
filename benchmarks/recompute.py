"""One child: rows fetched, and every duty worked out; and the whole of one act, from entry to standing."""

import random
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from time import perf_counter

from benchmarks.report import Line, Report, median_and_p95

SECTION = "One child"
TIMES, ACTS = 1000, 200


def measure(report: Report, chosen) -> None:
    from goldthread.people.models import Worker
    from goldthread.record.models import Standing
    from goldthread.record.reach import Reach

    people = list(Standing.objects.filter(is_child=True, open=True, restricted=False).values_list("person", flat=True)[:20_000])
    chance = random.Random(1)
    _engine(report, chance.sample(people, min(TIMES, len(people))))
    writer = Reach(Worker.objects.filter(role="conference_chair", is_active=True).first(), datetime.now(UTC))
    some = chance.sample(people, min(ACTS, len(people)))
    for what, write in ((f"{one}, every duty worked out again, what changed stored", write) for one, write in ACTS_OF.items()):
        _lines(report, what, _timed(lambda person, write=write: write(writer, person), some), p95=10)


def _engine(report: Report, people: Sequence[int]) -> None:
    """The rows are those that an act reads before it works anything out."""
    from goldthread.duties import occurrences
    from goldthread.record.lives import read_lives

    lives = read_lives(people)
    words = sum(len(life.spoken) for life in lives.values()) / len(lives)
    _lines(report, f"engine alone, {words:.0f} words a child", _timed(lambda person: occurrences(lives[person].spoken), people))
    whole = _timed(lambda person: occurrences(read_lives([person])[person].spoken), people)
    _lines(report, "rows fetched and every duty worked out", whole, median=2, p95=5)


def _note(reach, person: int) -> None:
    with reach.act() as act:
        act.write(person, "note", reach.today, {"title": "Measured", "kind": "other"})


def _visit(reach, person: int) -> None:
    with reach.act() as act:
        act.write(person, "visit", reach.today, {"made": True, "child_seen": True, "seen_alone": True})


ACTS_OF = {"a note written": _note, "a visit written": _visit}


def _timed(what: Callable[[int], object], people: Sequence[int]) -> list[float]:
    """Milliseconds for each of these people."""
    taken = []
    for person in people:
        start = perf_counter()
        what(person)
        taken.append((perf_counter() - start) * 1000)
    return taken


def _lines(report: Report, what: str, values: list[float], median: float | None = None, p95: float | None = None) -> None:
    middle, most = median_and_p95(values)
    report.add(SECTION, Line(f"{what}: median", middle, "ms", median))
    report.add(SECTION, Line(f"{what}: p95", most, "ms", p95))
