"""Today and now are arguments: they come in through the commands and through the web's clockwork, nowhere else."""

import ast
import re

import pytest

from tests.house.source import PACKAGE, modules, name, tree

DOORS = {
    "goldthread.commands",
    "goldthread.web.clockwork",
    "goldthread.record.trail.chain",  # the audit's seals are set by the database's own clock, which nobody hands it
}
HIDDEN_CALLS = {"today", "now", "utcnow", "localdate", "localtime", "Now"}
HIDDEN_FIELDS = {"auto_now", "auto_now_add"}
HIDDEN_SQL = re.compile(r"\b(CURRENT_DATE|CURRENT_TIMESTAMP|LOCALTIMESTAMP|clock_timestamp\(\)|now\(\))", re.IGNORECASE)


def hidden_todays(parsed: ast.AST) -> list[str]:
    """Every place that asks the clock. Asking the web's clockwork is no secret: only the web may import it."""
    open_door = _from_the_clockwork(parsed)
    nodes = (
        node for node in ast.walk(parsed) if not (isinstance(node, ast.Call) and ast.unparse(node.func) in open_door)
    )
    return [f"line {node.lineno}: {what}" for node in nodes if (what := _asks_the_clock(node))]


def _from_the_clockwork(parsed: ast.AST) -> set[str]:
    imported = (node for node in ast.walk(parsed) if isinstance(node, ast.ImportFrom))
    names = {alias.name for node in imported if node.module == "goldthread.web.clockwork" for alias in node.names}
    return names | {"clockwork.now", "clockwork.today"}


def _asks_the_clock(node: ast.AST) -> str | None:
    if isinstance(node, ast.Call) and not node.args and (called := _called(node.func)) in HIDDEN_CALLS:
        return f"{called}()"
    if isinstance(node, ast.Call) and _called(node.func) == "now":
        return "now(…)"
    if isinstance(node, ast.Attribute) and node.attr in {"today", "now", "localdate"} and _is_a_clock(node.value):
        return ast.unparse(node)
    if isinstance(node, ast.keyword) and node.arg in HIDDEN_FIELDS:
        return node.arg
    if isinstance(node, ast.Constant) and isinstance(node.value, str) and HIDDEN_SQL.search(node.value):
        return HIDDEN_SQL.search(node.value).group()
    return None


def _called(function: ast.expr) -> str | None:
    return getattr(function, "attr", getattr(function, "id", None))


def _is_a_clock(value: ast.expr) -> bool:
    return ast.unparse(value) in {
        "date",
        "datetime",
        "timezone",
        "datetime.date",
        "datetime.datetime",
        "django.utils.timezone",
    }


@pytest.mark.parametrize("path", [path for path in modules() if name(path) not in DOORS], ids=name)
def test_no_module_asks_the_clock_what_day_it_is(path):
    assert hidden_todays(tree(path)) == []


def test_migrations_write_no_moment_of_their_own():
    found = {path.name: hidden_todays(tree(path)) for path in PACKAGE.rglob("migrations/*.py")}
    assert {file: hidden for file, hidden in found.items() if hidden} == {}


@pytest.mark.parametrize(
    "source",
    [
        "date.today()",
        "datetime.now(UTC)",
        "timezone.now()",
        "field(default=timezone.now)",
        "DateTimeField(auto_now_add=True)",
        "filter(day__lt=Now())",
        "cursor.execute('SELECT * FROM entry WHERE day < current_date')",
    ],
)
def test_this_test_sees_every_way_of_asking(source):
    assert hidden_todays(ast.parse(source))


@pytest.mark.parametrize(
    "source",
    [
        "today + days(3)",
        "from goldthread.web.clockwork import now\nnow()",
        "answer(today=today, now=now)",
        "'as known today'",
    ],
)
def test_a_day_that_was_handed_in_is_no_hidden_today(source):
    assert not hidden_todays(ast.parse(source))
