"""The second engine: the same duties as `duties/engine.py`, worked out by a database for everybody at once.

The rules become rows of small tables (`tables`); one fixed text (`text_lives` to `text_due`) joins the words of all people to
them, step by step, each step a temporary table; days are looked up in calendars that the clock fills (`calendar`). `duck`
and `postgres` run it. A result row is a person and the fields of `Occurrence`, entries as text.
"""

from collections.abc import Sequence

from goldthread.duties.lower import NormalForm
from goldthread.duties.sql.dialect import Dialect
from goldthread.duties.sql.steps import Fill, Step
from goldthread.duties.sql.tables import Book, book
from goldthread.duties.sql.text import text as whole_text

__all__ = ["Book", "Fill", "Step", "statements", "book"]


def statements(
    forms: Sequence[NormalForm], dialect: Dialect, events: str = "events", known: str | None = None
) -> list[str]:
    """The text as a list of statements, for reading: where the clock fills a calendar, what it is asked stands as a remark."""
    return [
        step if isinstance(step, str) else f"-- the clock fills {step.table} for\n{step.asks}"
        for step in whole_text(book(forms), dialect, events, known)
    ]
