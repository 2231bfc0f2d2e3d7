"""Several questions to the database, or changes of it, in one trip: for one child, trips take longer than what is asked."""

from collections.abc import Sequence
from typing import Any

from django.db import connection
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import ForeignKey, Lookup
from django.db.models.sql.compiler import SQLCompiler

Question = tuple[str, Sequence[Any]]


def ask(*questions: Question) -> list[list[tuple]]:
    """The rows of each, in order; none where it is a change. Each sees what those before it changed.

    They are read in binary, which for days and moments is several times faster than Django's own reading of text.
    """
    connection.ensure_connection()
    database = connection.connection
    with connection.wrap_database_errors, database.pipeline():
        asked = [database.cursor(binary=True).execute(sql, arguments) for sql, arguments in questions]
    return [[] if cursor.rownumber is None else cursor.fetchall() for cursor in asked]


def among(people: Sequence[int]) -> tuple[str, Any]:
    """How SQL says that a column is one of these people, and the argument for it.

    One alone is told by itself: for a list of one the database would plan each time anew, which takes longer than reading.
    """
    return ("= %s::bigint", people[0]) if len(people) == 1 else ("= ANY(%s::bigint[])", list(people))


@ForeignKey.register_lookup
class Among(Lookup):
    """The same for Django: `filter(person__among=numbers)`, one argument however many they are."""

    lookup_name = "among"

    def get_prep_lookup(self) -> list[int]:
        return list(self.rhs)

    def as_sql(self, compiler: SQLCompiler, connection: BaseDatabaseWrapper) -> tuple[str, list[Any]]:
        column, arguments = self.process_lhs(compiler, connection)
        return f"{column} = ANY(%s::bigint[])", [*arguments, self.rhs]
