"""Faults planted one at a time in a copy of either engine: how many do the tests that compare the engines catch?

    python -m tests.generative.mutate [--only 3 17] [--seeds 6] [--on postgresql]

A fault is caught when the engines differ on some life, or fail. DuckDB answers for the SQL, or PostgreSQL where it is asked to:
what they run is the same text. Prints a line for each fault, and at the end how many were caught.
"""

import argparse
import os
import pickle
import shutil
import subprocess
import sys
import tempfile
from contextlib import nullcontext
from pathlib import Path
from typing import NamedTuple

import psycopg

from goldthread.running import database
from tests.generative import edges
from tests.generative.agree import by_duckdb, by_postgres, by_reference, differing
from tests.generative.batches import of_odd_rules

ROOT = Path(__file__).parents[2]
DUTIES = "src/goldthread/duties/"


class Fault(NamedTuple):
    """A place in a file where one piece of text is put for another."""

    file: str
    was: str
    now: str

    @property
    def of_text(self) -> str:
        """Says something where it is a fault of the second engine."""
        return "yes" if self.file.startswith("sql/") else ""


def faults() -> list[Fault]:
    reference = {
        "life.py": [
            ("s.recorded <= moment", "s.recorded < moment"), ("s.superseded > moment", "s.superseded >= moment"),
            ("if begin.key in seen", "if False"), ("end_said.day < begin.day", "end_said.day <= begin.day"),
            ("key=_order_of_versions", "key=in_order"), ("items.sort(key=in_order)", "items.sort(key=lambda s: s.day)"),
        ],
        "stretches.py": [
            ("r.end >= stretch.start)", "r.end > stretch.start)"), ("_ONE_DAY if last", "_ONE_DAY if not last"),
            ("stretch.start > last.end", "stretch.start >= last.end"), ("closing.day > stretch.start", "closing.day >= stretch.start"),
            ("other.start > stretch.start", "other.start >= stretch.start"), ("birthday <= stretch.start", "birthday < stretch.start"),
            ("max(wanted - (stretch.end - first).days - 1, 1)", "max(wanted - (stretch.end - first).days, 1)"),
            ("earlier > start_of_span(stage.within, day)", "earlier >= start_of_span(stage.within, day)"),
        ],
        "openings.py": [
            ("return (opening.day, opening.strict)", "return (opening.day, False)"), ("later=True", "later=False"),
            ("days[first] > start_of_span", "days[first] >= start_of_span"), ("s.start < day", "s.start <= day"),
            ("before.end >= earliest", "before.end > earliest"), ("if held or not found", "if held"),
        ],
        "closings.py": [
            ("met_day <= ended", "met_day < ended"), ("(form.closed_by, bisect_right)", "(form.closed_by, bisect_left)"),
            ("s.day <= previous.end", "s.day < previous.end"), ("day < closed.met", "day <= closed.met"),
            ("following.day < ended", "following.day <= ended"), ("s.at.timestamp() < opening", "s.at.timestamp() <= opening"),
        ],
        "intervals.py": [
            ("week >= opening.day", "week > opening.day"), ("birthday > opening.day", "birthday >= opening.day"),
            ("days[place] <= day", "days[place] < day"), ("day < opening.day:", "day <= opening.day + timedelta(days=1):"),
            ("sooner < day", "sooner > day"),
        ],
        "engine.py": [("day < free_from", "day <= free_from"), ("place += 1", "place += 2")],
    }  # fmt: skip
    text = {
        "sql/text_lives.py": [
            ("recorded DESC, e DESC", "e DESC"), ("{ended} >= {begun} THEN ended", "{ended} > {begun} THEN ended"),
            ("v.superseded > {at}", "v.superseded >= {at}"),
        ],
        "sql/text_stages.py": [
            ("p.finish >= b.day", "p.finish > b.day"), ("finish >= reached", "finish > reached"),
            ("s.earlier > b.earliest", "s.earlier >= b.earliest"), ("d.due + 1 AS alone", "d.due AS alone"),
            ("coalesce(before, 0), 1) - 1", "coalesce(before, 0), 1)"),
        ],
        "sql/text_stretches.py": [
            ("c.day < s.finish", "c.day <= s.finish"), ("a.day > s.start", "a.day >= s.start"),
            ("start <= before", "start < before"), ("ORDER BY finish DESC, start, n, place)", "ORDER BY finish, start, n, place)"),
            ("p.finish > v.day", "p.finish >= v.day"), ("o.start > p.start\n", "o.start >= p.start\n"),
            ("WHERE o.finish >= s.start", "WHERE o.finish > s.start"),
        ],
        "sql/text_openings.py": [
            ("p.start < v.day", "p.start <= v.day"), ("coalesce(edge + 1, start)", "coalesce(edge, start)"),
            ("v.day < s.start", "v.day <= s.start"), ("p.finish >= b.earliest", "p.finish > b.earliest"),
            ("t.earlier > b.earliest", "t.earlier >= b.earliest"), ("g.times - 1", "g.times"),
        ],
        "sql/text_next.py": [
            ("0, 1, 20_000_000_000, _WIDTH - 3, _WIDTH - 2", "2, 1, 20_000_000_000, _WIDTH - 3, _WIDTH - 2"),
            ("_WIDTH - 3, _WIDTH - 2, _WIDTH - 1", "_WIDTH - 2, _WIDTH - 3, _WIDTH - 1"),
            ("least(o.needs, m.needs)", "coalesce(o.needs, m.needs)"), ("WHERE NOT o.strict", "WHERE TRUE"),
            ("WHEN 'ends' THEN 0 ELSE 1 END) * {1", "WHEN 'ends' THEN 1 ELSE 0 END) * {1"),
            ("v.position >= {_OPENED}", "v.position > {_OPENED}"),
        ],
        "sql/text_closings.py": [
            ('{day_in("meets")} <= ends_on THEN meets', '{day_in("meets")} < ends_on THEN meets'), ("v.day > s.previous", "v.day >= s.previous"),
            ("WHERE busy > day", "WHERE busy >= day"), ("b.day >= a.closed", "b.day > a.closed"),
            ("AND (t.nth = 0 OR NOT r.first_only)", ""), ("f.day > o.day", "f.day >= o.day"),
            ("+ coalesce(l.later, 0)", ""), ("ORDER BY s.place, s.start) AS previous", "ORDER BY s.start) AS previous"),
            ('{day_in("unsure")} < CASE', '{day_in("unsure")} <= CASE'), ("ELSE over + 1 END THEN unsure", "ELSE over END THEN unsure"),
            ('{day_in("met_by")} >= day THEN {TIMED}', '{day_in("met_by")} > day THEN {TIMED}'),
            ("WHEN finish THEN stretch_ended WHEN stops_on THEN stops", "WHEN stops_on THEN stops WHEN finish THEN stretch_ended"),
        ],
        "sql/text_due.py": [
            ("f.day <= o.asked", "f.day < o.asked"), ("a.day > t.day", "a.day >= t.day"), ("w.days >= t.day", "w.days > t.day"),
            ("WHEN s.day IS NULL THEN h.due_at", "WHEN TRUE THEN h.due_at"),
            ("greatest(d.due, t.day)", "d.due"), ("- coalesce(u.taken, 0)", ""), ("p.finish > o.asked", "p.finish >= o.asked"),
        ],
        "sql/tables.py": [("*(day - 1 for day in first)", "*first")],
    }  # fmt: skip
    named = {**reference, **text}
    return [Fault(file, *pair) for file, pairs in named.items() for pair in pairs if pair[0] != pair[1]]


CHECK = """
import os, pickle, sys
from pathlib import Path
import psycopg
from tests.generative.agree import by_duckdb, by_postgres, by_reference, differing
address, of_text = os.environ['ON'], os.environ['OF_TEXT']
with psycopg.connect(address, autocommit=True) if address and of_text else open(os.devnull) as connection:
    engine = by_reference if not of_text else by_postgres(connection) if address else by_duckdb
    for lives, question, answer in pickle.loads(Path('batches').read_bytes()):
        if differing(answer, engine(lives, question)):
            sys.exit(3)
"""


def batches(seeds: int, address: str) -> bytes:
    """What every fault is tried on: edges, odd duties with ninety wild lives for each seed, and what both engines answer without a fault."""
    found = []
    with psycopg.connect(address, autocommit=True) if address else nullcontext() as connection:
        engine = by_postgres(connection) if connection else by_duckdb
        for batch in (edges.batch(), *(of_odd_rules(seed, 90) for seed in range(1, seeds + 1))):
            answer = by_reference(batch.lives, batch.question)
            theirs = engine(batch.lives, batch.question)
            if wrong := differing(answer, theirs):
                life = wrong[0]
                said = f"The engines differ on {len(wrong)} lives of batch {len(found)} without any fault planted. Of life {life}"
                raise SystemExit(f"{said}, reference only: {answer[life] - theirs[life]}; the other only: {theirs[life] - answer[life]}")
            found.append((batch.lives, batch.question, answer))
    return pickle.dumps(found)


def planted(fault: Fault) -> str:
    """The text of a file with a fault in it."""
    source = (ROOT / DUTIES / fault.file).read_text()
    if fault.was not in source:
        raise SystemExit(f"{fault.file} does not say {fault.was!r}: the fault cannot be planted.")
    return source.replace(fault.was, fault.now, 1)


def copied(folder: Path, tried_on: bytes) -> None:
    """What is needed of the source, with the batches beside it."""
    for part in ("src/goldthread", "tests/generative"):
        shutil.copytree(ROOT / part, folder / part, ignore=shutil.ignore_patterns("static", "templates", "__pycache__"))
    (folder / "batches").write_bytes(tried_on)


def caught(fault: Fault, folder: Path, address: str) -> str:
    """Whether the engine with the fault, planted in a copy of the source, answers otherwise than before, or fails."""
    file = folder / DUTIES / fault.file
    whole = file.read_text()
    file.write_text(planted(fault))
    shutil.rmtree(file.parent / "__pycache__", ignore_errors=True)
    environment = {**os.environ, "PYTHONPATH": f"{folder / 'src'}:{folder}", "ON": address, "OF_TEXT": fault.of_text}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    done = subprocess.run([sys.executable, "-c", CHECK], cwd=folder, env=environment, capture_output=True, text=True)
    file.write_text(whole)
    failed = done.stderr.strip().splitlines()[-1:]
    return {0: "not seen", 3: "caught"}.get(done.returncode, f"caught by failing: {failed}")


def tried(planned: list[int], seeds: int, address: str) -> int:
    """Plants these faults, says of each whether it was caught, and counts those that were."""
    many = 0
    with tempfile.TemporaryDirectory() as folder:
        copied(Path(folder), batches(seeds, address))
        for number in planned:
            fault = faults()[number]
            result = caught(fault, Path(folder), address)
            many += result != "not seen"
            print(f"{number:3} {result:18} {fault.file}: {fault.was!r} -> {fault.now!r}", flush=True)
    return many


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.generative.mutate", description=__doc__)
    parser.add_argument("--only", type=int, nargs="*", help="the numbers of the faults to plant; all where none is given")
    parser.add_argument("--seeds", type=int, default=6, help="how many batches of ninety wild lives each is tried on, besides the edges")
    parser.add_argument("--on", choices=("duckdb", "postgresql"), default="duckdb", help="which database answers")
    asked = parser.parse_args()
    for fault in faults():
        planted(fault)
    planned = asked.only if asked.only is not None else list(range(len(faults())))
    with database.in_use() if asked.on == "postgresql" else nullcontext("") as address:
        many = tried(planned, asked.seeds, address)
    print(f"{many} of {len(planned)} caught on {asked.on}, by the edges and {asked.seeds} batches of wild lives")


if __name__ == "__main__":
    main()
