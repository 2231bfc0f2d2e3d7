"""The published returns, read by other means than the loader's, and what the record holds of them."""

import csv
from datetime import UTC, datetime

from goldthread.record.models import Identifier, Version
from tests.real.shared import DATA

NOW = datetime(2026, 11, 20, 17, 28, tzinfo=UTC)
LOOKED_AFTER, CENSUS, LISTS = DATA / "returns" / "ssda903_2017_2021", DATA / "returns" / "cin", DATA / "returns" / "annex_a"


def told(table):
    """The rows of one looked-after table in all years, with the year."""
    for path in sorted(LOOKED_AFTER.glob(f"*-{table}.csv")):
        with path.open(newline="") as file:
            for row in csv.DictReader(file):
                yield path.name[:4], row


def day(text):
    return datetime.strptime(text, "%d/%m/%Y").date()


def entries(kind):
    """(child's number, day) of every standing entry of a type."""
    numbers = dict(Identifier.objects.filter(scheme="child id").values_list("person", "value"))
    return {(numbers[p], d) for p, d in Version.objects.filter(type=kind, superseded_at=None).values_list("person", "day")}
