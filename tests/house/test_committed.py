"""What is committed names no machine, and nothing that only one machine has."""

import json
import re
import subprocess
import tomllib

import pytest

from tests.house.source import PROJECT

LOCKS = ["requirements.txt", "requirements-dev.txt", "requirements-cluster.txt", "requirements-node.txt"]
# Built from parts, so that this file does not contain what it looks for.
MACHINE = re.compile(r"(?<![\w.}/])/(?:" + "|".join(["work", "root", "home", "Users", "opt"]) + r")/\w")
PINNED = re.compile(r"[\w.-]+(\[.*\])?==\S+ .*--hash=sha256:", re.DOTALL)
WORDS = {".py", ".md", ".toml", ".txt", ".in", ".sh", ".json", ".yaml", ".yml", ".html", ".css", ".js", ".scss", ""}


def committed():
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=PROJECT, capture_output=True, text=True)
    if listed.returncode:
        pytest.skip("not a git clone: there is nothing committed to look at")
    return [PROJECT / file for file in listed.stdout.split("\0") if file]


def test_no_file_names_a_folder_of_one_machine():
    files = [path for path in committed() if path.suffix in WORDS and path.is_file()]
    found = {str(path.relative_to(PROJECT)): MACHINE.findall(path.read_text(errors="replace")) for path in files}
    assert {file: names for file, names in found.items() if names} == {}


def test_nothing_made_is_committed():
    made = {"node_modules", ".venv", ".goldthread", "__pycache__", "built"}
    assert [str(path) for path in committed() if made & set(path.relative_to(PROJECT).parts)] == []


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_pins_every_package_by_hash_and_names_no_address(lock):
    text = (PROJECT / lock).read_text()
    assert "://" not in text
    requirements = re.split(r"\n(?=\S)", re.sub(r"^ *#.*\n", "", text, flags=re.MULTILINE).strip())
    assert requirements
    assert [line for line in requirements if not PINNED.match(line)] == []


def test_the_lock_of_the_pages_parts_names_no_address_to_fetch_from():
    packages = json.loads((PROJECT / "package-lock.json").read_text())["packages"]
    assert [name for name, entry in packages.items() if "resolved" in entry] == []
    assert [name for name, entry in packages.items() if name and "integrity" not in entry] == []


def test_the_lock_is_not_older_than_what_the_project_asks_for():
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text())
    asked = {re.match(r"[\w-]+", wish).group() for wish in project["project"]["dependencies"]}
    locked = set(re.findall(r"^([\w-]+)(?:\[.*\])?==", (PROJECT / "requirements.txt").read_text(), re.MULTILINE))
    assert asked <= locked


def pinned(lock):
    return dict(re.findall(r"^([\w-]+)(?:\[.*\])?==(\S+)", (PROJECT / lock).read_text(), re.MULTILINE))


def test_a_cluster_has_the_same_packages_as_one_machine_and_spark():
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text())
    [spark] = project["project"]["optional-dependencies"]["cluster"]
    assert spark in (PROJECT / "requirements-cluster.in").read_text().splitlines()
    both = pinned("requirements.txt").keys() & pinned("requirements-cluster.txt").keys()
    assert {"duckdb", "pyarrow", "holidays", "pyyaml"} <= both
    assert {name: pinned("requirements-cluster.txt")[name] for name in both} == {name: pinned("requirements.txt")[name] for name in both}


def test_spark_is_no_part_of_what_make_demo_installs():
    assert "pyspark" not in pinned("requirements.txt")
    assert "requirements-cluster" not in (PROJECT / "scripts" / "setup.sh").read_text()
