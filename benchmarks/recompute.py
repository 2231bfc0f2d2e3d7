"""One child: read the words, work out every duty; and the whole of one act, from entry to standing."""

import random
from datetime import UTC, datetime
from time import perf_counter

from benchmarks.report import Line, Report, median_and_p95

SECTION = "One child"
TIMES = 1000


def measure(report: Report, chosen) -> None:
    from goldthread.duties import occurrences
    from goldthread.people.models import Worker
    from goldthread.record.lives import read_lives
    from goldthread.record.models import Standing
    from goldthread.record.reach import Reach

    people = list(Standing.objects.filter(is_child=True, open=True).values_list("person", flat=True)[:20_000])
    chance = random.Random(1)
    engine, whole, words = [], [], []
    for person in chance.sample(people, min(TIMES, len(people))):
        start = perf_counter()
        life = read_lives([person])[person]
        read = perf_counter()
        occurrences(life.spoken)
        end = perf_counter()
        engine.append((end - read) * 1000)
        whole.append((end - start) * 1000)
        words.append(len(life.spoken))
    _lines(report, f"engine alone, {sum(words) / len(words):.0f} words a child", engine)
    _lines(report, "rows read and every duty worked out again", whole, p95=5)
    writer = Reach(Worker.objects.filter(role="quality_lead").first() or Worker.objects.filter(role="analyst").first(), datetime.now(UTC))
    _lines(report, "a note written, duties and standing stored", [_write(writer, p) for p in chance.sample(people, min(200, len(people)))])


def _write(reach, person: int) -> float:
    start = perf_counter()
    with reach.act() as act:
        act.write(person, "note", reach.today, {"title": "Measured", "kind": "other"})
    return (perf_counter() - start) * 1000


def _lines(report: Report, what: str, values: list[float], p95: float | None = None) -> None:
    middle, most = median_and_p95(values)
    report.add(SECTION, Line(f"{what}: median", middle, "ms"))
    report.add(SECTION, Line(f"{what}: p95", most, "ms", p95))
