"""What the databases spell differently. Everything else of the text is the same on each."""

from collections.abc import Sequence
from dataclasses import dataclass

from goldthread.duties.sql.steps import Step


@dataclass(frozen=True, slots=True)
class Dialect:
    """One database's spelling of what is not the same everywhere. Days are whole days since 1970, moments microseconds."""

    name: str
    _microseconds: str
    _moment: str
    _by_letters: str
    _divided: str
    _every: str
    _measured: str
    _as_written: tuple[str, str] | None = None

    def microseconds(self, moment: str) -> str:
        """A moment as microseconds since 1970."""
        return self._microseconds.format(moment)

    def moment(self, microseconds: str) -> str:
        """Microseconds since 1970 as a moment."""
        return self._moment.format(microseconds)

    def by_letters(self, text: str) -> str:
        """A text as it is ordered everywhere: letter by letter, whatever the language of the database."""
        return self._by_letters.format(text)

    def divided(self, number: str, by: int) -> str:
        """A whole number, not below nothing, divided without a rest."""
        return self._divided.format(number, by)

    def every(self, first: str, last: str) -> str:
        """A row for every whole number between two, both included."""
        return self._every.format(first, last)

    def measured(self, table: str) -> list[str]:
        """What tells the database how big a new table is, where it does not know by itself."""
        return [self._measured.format(table)] if self._measured else []

    def as_written(self, steps: Sequence[Step]) -> list[Step]:
        """Steps whose joins hold in memory what stands on their right.

        A database that goes by the number of rows would rather hold the left: many wide rows, once more for every join.
        """
        return [self._as_written[0], *steps, self._as_written[1]] if self._as_written else [*steps]


DUCKDB = Dialect(
    "DuckDB",
    "epoch_us({})",
    "make_timestamptz({})",
    "{}",
    "({}) // {}",
    "unnest(generate_series({}, {}))",
    "",
    ("SET disabled_optimizers = 'build_side_probe_side'", "RESET disabled_optimizers"),
)
POSTGRESQL = Dialect(
    "PostgreSQL",
    "CAST(extract(epoch FROM {}) * 1000000 AS BIGINT)",
    "(TIMESTAMPTZ '1970-01-01 00:00:00+00' + ({}) * INTERVAL '1 microsecond')",
    '{} COLLATE "C"',
    "({}) / {}",
    "generate_series({}, {})",
    "ANALYZE {}",
)
