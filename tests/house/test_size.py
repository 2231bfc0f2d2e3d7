"""Small pieces: what one person can hold in their head."""

import ast
from pathlib import Path
from statistics import median

from tests.house.source import modules, name, tree

TESTS = Path(__file__).parents[1]
LONGEST_FUNCTION = 60
LONGEST_MODULE = 300
MEDIAN_FUNCTION = 10


def functions():
    for path in modules():
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                yield f"{name(path)}.{node.name}", node.end_lineno - node.lineno + 1


def test_no_function_is_longer_than_a_page():
    assert {function: lines for function, lines in functions() if lines > LONGEST_FUNCTION} == {}


def test_half_of_all_functions_are_shorter_than_ten_lines():
    assert median(lines for _, lines in functions()) < MEDIAN_FUNCTION


def test_no_module_hides_a_boundary_nobody_drew():
    lines = {name(path): path.read_text().count("\n") for path in modules()}
    assert {module: count for module, count in lines.items() if count >= LONGEST_MODULE} == {}


def test_no_two_test_files_share_a_name():
    """The folders of tests are no packages: of two files with one name only the first would be collected."""
    names = [path.name for path in TESTS.rglob("test_*.py")]
    assert [name for name in set(names) if names.count(name) > 1] == []
