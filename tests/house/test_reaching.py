"""The record is reached through the record's own room, which asks who is looking: nobody else reads its tables."""

import ast
import re

import pytest

from goldthread.record.register import REGISTER
from tests.house.source import PACKAGE, modules, name, tree

TABLES = {"Person", "Identifier", "Version", "Spoken", "Occurrence", "Standing", "NameToken", "Restriction", "Look", "Mark", "Verdict"} | {
    kind.__name__ for kind in REGISTER.values()
}
RAW = re.compile(r"\brecord_(?!id_seq)[a-z]+\b(?!\()")
"""A table named in SQL."""
MANAGERS = {"objects", "_base_manager", "_default_manager"}
FROM = ("goldthread.record.models", "goldthread.record.types")

WITH_A_REASON = {
    "goldthread.commands": "tells the moment of the last entry to whoever runs the server, and names nobody",
    "goldthread.demo.approving": "writes a whole city, which nobody looks at while it is made",
    "goldthread.demo.command": "asks whether there is anybody before a city is made",
    "goldthread.demo.wrenford": "ties the workers of the city it has just made to their records",
    "goldthread.exchange.annex_a_out.known": "reads the whole authority as known at a moment; the lists keep what their reader may see",
    "goldthread.exchange.annex_a_out.lists": "counts restricted people whose rows are kept back",
    "goldthread.exchange.events_out.writing": "is run on the server: words of numbered people for the second engine",
    "goldthread.exchange.joining": "joins rows of returns to the children they are about; what it finds is told by number",
    "goldthread.exchange.standing_entries": "compares a return with what came in the one before",
    "goldthread.inspection.printed": "counts entries by type, and names nobody",
    "goldthread.measures.facts": "counts the whole service; the rows behind a number go through Reach",
    "goldthread.oversight.asked": "reads warnings and calls of children whose standings came from Reach",
    "goldthread.oversight.board": "reads when children were seen, whose standings came from Reach",
    "goldthread.oversight.done": "reads what the acting person wrote, of children whose standings came from Reach",
    "goldthread.oversight.knew": "tells which workers knew a family, of children whose standings came from Reach",
    "goldthread.oversight.loads": "counts children for each worker, and names none",
    "goldthread.oversight.leaving": "finds every child of somebody who leaves, so that none is left over; it is shown as numbers and references to who closes accounts",
    "goldthread.oversight.planned": "reads what is booked for children whose standings came from Reach",
    "goldthread.oversight.stale": "reads what was last confirmed of children whose standings came from Reach",
    "goldthread.oversight.supervised": "tells when children were last written about, whose standings came from Reach",
    "goldthread.oversight.tally": "counts the service for whoever watches the machine, and names nobody",
    "goldthread.web.drafts.pictured": "draws the form of pictured children for the docs, in the demo city",
}


def reached(parsed):
    """What a module reads of the record past its room: managers of its tables, and tables named in SQL."""
    imported = {alias.asname or alias.name for node in ast.walk(parsed) if isinstance(node, ast.ImportFrom) and (node.module or "").startswith(FROM) for alias in node.names}
    imported |= {alias.asname or alias.name for node in ast.walk(parsed) if isinstance(node, ast.ImportFrom) and node.module == "goldthread.record" for alias in node.names}
    for node in ast.walk(parsed):
        if isinstance(node, ast.Attribute) and node.attr in MANAGERS and _is_a_table(node.value, imported):
            yield f"line {node.lineno}: {ast.unparse(node)}"
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and re.search(r"\b(FROM|JOIN|INTO|UPDATE)\b", node.value) and (found := RAW.search(node.value)):
            yield f"line {node.lineno}: {found.group()}"


def _is_a_table(value, imported):
    if isinstance(value, ast.Name):
        return value.id in TABLES and value.id in imported
    return isinstance(value, ast.Attribute) and value.attr in TABLES and isinstance(value.value, ast.Name) and value.value.id in imported


OUTSIDE = [path for path in modules() if path.relative_to(PACKAGE).parts[0] != "record"]


@pytest.mark.parametrize("path", [path for path in OUTSIDE if name(path) not in WITH_A_REASON], ids=name)
def test_no_other_room_reads_the_tables_of_the_record(path):
    assert list(reached(tree(path))) == []


def test_every_exception_is_still_one_and_says_why():
    outside = {name(path): path for path in OUTSIDE}
    assert [module for module in WITH_A_REASON if module not in outside or not list(reached(tree(outside[module])))] == []
    assert all(len(why.split()) > 5 for why in WITH_A_REASON.values())


@pytest.mark.parametrize(
    "source",
    [
        "from goldthread.record.models import Standing\nStanding.objects.all()",
        "from goldthread.record import models\nmodels.Person.objects.get(pk=1)",
        "from goldthread.record.types import Visit\nVisit.objects.filter(pk=1)",
        "from goldthread.record.types.work import Visit as Seen, CaseNote\nCaseNote._default_manager.all()",
        "cursor.execute('SELECT person_id FROM record_standing')",
    ],
)
def test_this_test_sees_every_way_of_reading(source):
    assert list(reached(ast.parse(source)))
