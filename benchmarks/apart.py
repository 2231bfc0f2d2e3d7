"""One measurement in a process of its own, so that its memory is its own: prints seconds and bytes as JSON.

    python -m benchmarks.apart beside DIR        each file sorted, then worked out, one after the other
    python -m benchmarks.apart replay DIR OUT [CODES]   the whole command
    python -m benchmarks.apart nine DIR OUT      the analyst's nine duties
"""

import contextlib
import io
import json
import sys
from datetime import date
from pathlib import Path
from time import perf_counter, process_time

from benchmarks.memory import most_held

THREADS, MEGABYTES = 2, 700
ON = date(2026, 11, 20)


def beside(folder: Path) -> dict[str, float]:
    """Sorting the relevant rows of each file into a table, beside working it out into a table: the same settings for both."""
    from goldthread.duties.replay.events import relation
    from goldthread.duties.replay.share import Share, kept
    from goldthread.duties.sql import duck

    took = {"sort": 0.0, "sort_processor": 0.0, "work": 0.0, "work_processor": 0.0, "rows": 0, "relevant": 0, "events": 0}
    words = relevant_words()
    for file in sorted(folder.glob("*.parquet")):
        with kept(Share(THREADS, MEGABYTES)) as database:
            database.execute(f"CREATE OR REPLACE TEMP VIEW events AS {relation(file)}")
            database.execute("CREATE OR REPLACE TEMP TABLE relevant AS SELECT unnest(?) AS word", [words])
            sort = "CREATE TEMP TABLE sorted AS SELECT * FROM events WHERE word IN (SELECT word FROM relevant) ORDER BY person, day, word"
            _timed(took, "sort", lambda database=database, sort=sort: database.execute(sort))
            took["relevant"] += database.execute("SELECT count(*) FROM sorted").fetchone()[0]
            took["events"] += database.execute("SELECT count(*) FROM events").fetchone()[0]
            database.execute("DROP TABLE sorted")
            name = _timed(took, "work", lambda database=database: duck.work_out(database, "events"))
            took["rows"] += database.execute(f"SELECT count(*) FROM {name}").fetchone()[0]
            database.execute(f"DROP TABLE {name}")
    return took


def relevant_words() -> list[str]:
    """The words that any rule uses."""
    from goldthread.duties.rules import RULES
    from goldthread.duties.words import WORDS

    said = repr(RULES)
    return [name for name in WORDS if f"name='{name}'" in said]


def _timed(took: dict[str, float], what: str, work):
    began, spent = perf_counter(), process_time()
    answer = work()
    took[what] += perf_counter() - began
    took[f"{what}_processor"] += process_time() - spent
    return answer


def replay(folder: Path, out: Path, codes: str = "") -> dict[str, float]:
    from goldthread.duties.replay.command import main

    asked = [str(folder), "--on", str(ON), "--out", str(out), "--memory", str(MEGABYTES)]
    began, spent = perf_counter(), process_time()
    with contextlib.redirect_stdout(io.StringIO()):
        if main([*asked, *(["--rules", codes] if codes else [])]):
            raise SystemExit(1)
    return {"seconds": perf_counter() - began, "processor": process_time() - spent}


def nine(folder: Path, out: Path) -> dict[str, float]:
    began, spent = perf_counter(), process_time()
    from benchmarks.nine import nine as count

    count(folder).to_parquet(out)
    return {"seconds": perf_counter() - began, "processor": process_time() - spent}


def main() -> int:
    what, *given = sys.argv[1:]
    took = {"beside": beside, "replay": replay, "nine": nine}[what](*(Path(g) if n < 2 else g for n, g in enumerate(given)))
    took["megabytes"] = most_held()
    print(json.dumps(took))
    return 0


if __name__ == "__main__":
    sys.exit(main())
