"""What a replay found, counted by duty and state, from the files it wrote."""

import csv
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from goldthread.duties.replay.events import reading
from goldthread.duties.replay.one import Question
from goldthread.duties.replay.share import Share, connected
from goldthread.duties.rules import CODES
from goldthread.duties.state import State

NAMES = ("summary.csv", "summary.json")


class Count(NamedTuple):
    """So many occurrences of one duty in one state."""

    code: str
    state: str
    occurrences: int


def counted(outs: Sequence[Path], share: Share) -> list[Count]:
    """The counts over every file written, in the order of the rule book."""
    with connected(share) as database:
        asked = f"SELECT code, state, count(*) FROM {reading(*outs)} GROUP BY ALL"
        found = [Count(*row) for row in database.execute(asked).fetchall()]
    places, states = {code: n for n, code in enumerate(CODES)}, [state.value for state in State]
    return sorted(found, key=lambda c: (places.get(c.code, len(places)), c.code, states.index(c.state)))


def write(folder: Path, question: Question, files: int, counts: Sequence[Count]) -> None:
    """`summary.csv` and `summary.json` beside the rows, each written aside and renamed."""
    said = {"on": str(question.on), "known": str(question.known) if question.known else None, "files": files}
    found = {"occurrences": sum(c.occurrences for c in counts), "counts": [c._asdict() for c in counts]}
    as_json, as_csv = folder / "summary.json.partial", folder / "summary.csv.partial"
    as_json.write_text(json.dumps(said | found, indent=1) + "\n", encoding="utf-8")
    with as_csv.open("w", newline="", encoding="utf-8") as out:
        writer = csv.writer(out)
        writer.writerow(Count._fields)
        writer.writerows(counts)
    for aside in (as_json, as_csv):
        aside.replace(aside.with_suffix(""))


def table(counts: Sequence[Count]) -> Iterator[str]:
    """The counts as people read them: a line for each duty, a column for each state that there is."""
    states = [state.value for state in State if any(c.state == state.value for c in counts)]
    lines = {c.code: dict.fromkeys(states, 0) for c in counts}
    for c in counts:
        lines[c.code][c.state] += c.occurrences
    yield f"{'duty':8}" + "".join(f"{state:>16}" for state in states)
    for code, numbers in lines.items():
        yield f"{code:8}" + "".join(f"{number:>16,}" for number in numbers.values())
