"""Each room imports only from the rooms to its left."""

import subprocess
import sys

import pytest

from tests.house.source import PACKAGE, imports, modules, name

ROOMS = ["law", "clock", "duties", "people", "record", "oversight", "measures", "inspection", "exchange", "demo", "web"]
NOT_ROOMS = {"running"}
NEVER_IMPORTED = {"web", "demo"}
WITHOUT_DJANGO = ["law", "clock", "duties"]


def room_of(imported: str) -> str | None:
    parts = imported.split(".")
    return parts[1] if parts[0] == "goldthread" and len(parts) > 1 else None


def may_import(room: str, other: str) -> bool:
    """Whether a module in this room may import from that one."""
    if room == other:
        return True
    return other in ROOMS and ROOMS.index(other) < ROOMS.index(room) and other not in NEVER_IMPORTED


def wrong_imports(room, path, source=None):
    found = ((room_of(imported), imported, line) for imported, line in imports(path, source))
    return [
        f"{name(path)}:{line} imports {imported}"
        for other, imported, line in found
        if other and not may_import(room, other)
    ]


def modules_of(room):
    return modules(PACKAGE / room)


def test_every_folder_is_a_room_or_known_not_to_be_one():
    folders = {path.name for path in PACKAGE.iterdir() if path.is_dir() and path.name != "__pycache__"}
    assert folders - set(ROOMS) <= NOT_ROOMS


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_imports_only_from_rooms_to_its_left(room):
    assert [wrong for path in modules_of(room) for wrong in wrong_imports(room, path)] == []


@pytest.mark.parametrize("path", modules(PACKAGE / "running"), ids=name)
def test_what_runs_the_house_knows_no_room(path):
    assert [imported for imported, _ in imports(path) if room_of(imported) not in (None, "running")] == []


@pytest.mark.parametrize("room", WITHOUT_DJANGO)
def test_the_law_the_clock_and_the_duties_never_name_django(room):
    named = [
        (name(path), line) for path in modules_of(room) for module, line in imports(path) if module.startswith("django")
    ]
    assert named == []


def test_the_law_the_clock_and_the_duties_load_without_django():
    wanted = [name(path) for room in WITHOUT_DJANGO for path in modules_of(room)]
    script = f"import sys, importlib\nfor m in {wanted}: importlib.import_module(m)\nassert 'django' not in sys.modules"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(
    "source, wrong",
    [
        ("from goldthread.law import acts", False),
        ("from goldthread.record import models", False),
        ("from goldthread.web import pages", True),
        ("def late():\n    import goldthread.exchange.load", True),
        ("from ..exchange import load", True),
        ("from .. import exchange", True),
        ("import importlib\nimportlib.import_module('goldthread.demo.city')", True),
        ("from goldthread.running import home", True),
    ],
)
def test_this_test_sees_every_way_of_importing(source, wrong):
    assert bool(wrong_imports("oversight", PACKAGE / "oversight" / "warnings.py", source)) is wrong
