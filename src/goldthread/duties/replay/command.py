"""`goldthread replay DIR --on DATE --out DIR`: every duty of every child in a folder of events."""

import argparse
import sys
from collections.abc import Sequence
from contextlib import closing
from datetime import date, datetime
from pathlib import Path
from time import perf_counter

from goldthread.clock.reading import NotADay, read_day, read_moment
from goldthread.duties.replay.events import Refused
from goldthread.duties.replay.one import Question
from goldthread.duties.replay.running import Replay, replay
from goldthread.duties.replay.settingsfile import settings_in
from goldthread.duties.replay.summary import table
from goldthread.duties.replay.workers import Here, Processes, Workers
from goldthread.duties.rules import CODES


def main(argv: Sequence[str]) -> int:
    """Run the command: 0 when everything was worked out, 1 when it was refused, with the sentences that say why."""
    given = _parser().parse_args(list(argv))
    began = perf_counter()
    try:
        asked = _asked(given)
        with closing(_workers(given)) as workers:
            counts = replay(asked, workers, _progress)
    except Refused as refused:
        print(refused, file=sys.stderr)
        return 1
    print("\n".join(table(counts)))
    many = sum(count.occurrences for count in counts)
    _progress(
        f"Wrote {many:,} occurrences to {given.out} in {perf_counter() - began:.1f} s. The counts are in summary.csv."
    )
    return 0


def _progress(said: str) -> None:
    print(said, file=sys.stderr, flush=True)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="goldthread replay",
        description="Work out every duty of every child in a folder of events, written by `goldthread export-events`."
        " See docs/replay.md.",
    )
    parser.add_argument("folder", metavar="DIR", type=Path, help="the folder of events")
    parser.add_argument(
        "--on", required=True, type=_day, metavar="DATE", help="the day at whose end the states are told"
    )
    parser.add_argument(
        "--known", type=_moment, metavar="DATE", help="only what had been recorded by the end of that day"
    )
    parser.add_argument(
        "--out", required=True, type=Path, metavar="DIR", help="the folder to write the rows and the counts to"
    )
    parser.add_argument(
        "--processes", type=_number, default=1, metavar="N", help="how many processes share the files (1)"
    )
    parser.add_argument(
        "--memory", type=_number, default=700, metavar="MB", help="what each may use before it goes to disk (700)"
    )
    parser.add_argument(
        "--settings", type=Path, metavar="FILE", help="local numbers and readings, as a life file writes them"
    )
    parser.add_argument("--rules", type=_codes, default=(), metavar="CODE,…", help="only these duties")
    parser.add_argument(
        "--cluster", metavar="URL", help="hand the files to Spark: spark://HOST:7077, or local[N] to try it"
    )
    return parser


def _asked(given: argparse.Namespace) -> Replay:
    settings = settings_in(given.settings) if given.settings else None
    question = Question(given.on, given.known, codes=given.rules)
    folder, out = (path.absolute() if given.cluster else path for path in (given.folder, given.out))
    return Replay(folder, out, question, settings)


def _workers(given: argparse.Namespace) -> Workers:
    if given.cluster:
        from goldthread.duties.replay.cluster import Spark

        return Spark(given.cluster, given.memory)
    return Processes(given.processes, given.memory) if given.processes > 1 else Here(given.memory)


def _day(written: str) -> date:
    try:
        return read_day(written)
    except NotADay as wrong:
        raise argparse.ArgumentTypeError(str(wrong)) from wrong


def _moment(written: str) -> date | datetime:
    try:
        return read_moment(written)
    except NotADay as wrong:
        raise argparse.ArgumentTypeError(str(wrong)) from wrong


def _number(written: str) -> int:
    if not written.isdigit() or not int(written):
        raise argparse.ArgumentTypeError(f"'{written}' is not a number from 1 upwards.")
    return int(written)


def _codes(written: str) -> tuple[str, ...]:
    codes = tuple(code.strip().upper() for code in written.split(",") if code.strip())
    if unknown := [code for code in codes if code not in CODES]:
        raise argparse.ArgumentTypeError(f"There is no duty {unknown[0]}. docs/rules.md lists them.")
    return codes
