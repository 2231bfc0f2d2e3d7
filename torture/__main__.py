"""python -m torture [--kills 300] [--seed 1]"""

import argparse
import signal
import sys
import time
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from torture.going import main

KILLS, SEED = 300, 1


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make torture", description="Kill the server and its database in the middle of writing.")
    parser.add_argument("--kills", type=int, default=KILLS, help=f"how often ({KILLS})")
    parser.add_argument("--seed", type=int, default=SEED, help=f"another seed is another order of things ({SEED})")
    parser.add_argument("--tables", type=Path, help="a copy of the tables by pg_dump, which spares making them")
    return parser.parse_args()


if __name__ == "__main__":
    given = arguments()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # tidied up like Ctrl-C
    figures = main(given.kills, given.seed, datetime.fromtimestamp(time.time(), ZoneInfo("Europe/London")), lambda words: print(words, file=sys.stderr, flush=True), given.tables)
    print("\n".join(figures.lines()))
    sys.exit(1 if figures.faults else 0)
