"""The long run: wild lives on the reference, DuckDB and PostgreSQL until they differ.

python -m tests.generative --lives 20000 --seed 1
"""

import argparse
import sys

import psycopg

from goldthread.running import database
from tests.generative.agree import by_duckdb, by_postgres
from tests.generative.batches import disagreements, of_odd_rules, of_todays_rules

AT_ONCE = 1000


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.generative", description=__doc__)
    parser.add_argument("--lives", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    with database.in_use() as address, psycopg.connect(address, autocommit=True) as connection:
        engines = (by_duckdb, by_postgres(connection))
        for n in range(-(-asked.lives // AT_ONCE)):
            seed = asked.seed * 1_000_000 + n
            batch = (of_todays_rules, of_odd_rules)[n % 2](seed, min(AT_ONCE, asked.lives - n * AT_ONCE))
            if wrong := disagreements(batch, engines):
                print(*wrong, f"seed {seed}: {len(wrong)} lives differ", sep="\n\n")
                return 1
            print(f"{n * AT_ONCE + len(batch.lives):,} lives: no difference", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
