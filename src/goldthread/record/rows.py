"""Rows of several tables by their numbers, in one trip to the database and without asking Django to put the question together each time."""

from collections.abc import Iterable
from functools import cache

from django.db.models import Model

from goldthread.record.asking import Question, among, ask

Wanted = tuple[type[Model], Iterable[int | None]]


def rows(*wanted: Wanted) -> list[dict[int, Model]]:
    """For each (table, numbers of rows): the rows by number. A number that is None, or that there is not, has none."""
    numbers = [sorted({one for one in some if one is not None}) for _, some in wanted]
    asked = [(model, some) for (model, _), some in zip(wanted, numbers, strict=True) if some]
    found = iter(ask(*(_question(model, some) for model, some in asked)) if asked else ())
    return [{row[0]: made(model, row) for row in next(found)} if some else {} for (model, _), some in zip(wanted, numbers, strict=True)]


def made(model: type[Model], row: tuple) -> Model:
    """A row as Django would have read it."""
    return model.from_db("default", _names(model), row)


@cache
def columns(model: type[Model], table: str = "") -> str:
    """Every column of a table, as SQL, in the order that `made` takes them: the number of the row comes first."""
    before = f"{table or model._meta.db_table}."
    return ", ".join(f'{before}"{field.column}"' for field in _fields(model))


@cache
def _names(model: type[Model]) -> list[str]:
    return [field.attname for field in _fields(model)]


def _fields(model: type[Model]) -> list:
    return list(model._meta.concrete_fields)


def _question(model: type[Model], numbers: list[int]) -> Question:
    some, argument = among(numbers)
    return f'SELECT {columns(model)} FROM {model._meta.db_table} WHERE "{model._meta.pk.column}" {some}', [argument]
