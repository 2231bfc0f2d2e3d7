"""Goldthread's own source, as the house tests read it."""

import ast
from collections.abc import Iterator
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
SOURCE = PROJECT / "src"
PACKAGE = SOURCE / "goldthread"


def modules(folder: Path = PACKAGE) -> list[Path]:
    """Every module somebody wrote: migrations are generated."""
    return sorted(path for path in folder.rglob("*.py") if "migrations" not in path.parts)


def name(path: Path) -> str:
    """How a module is imported: goldthread.record.models."""
    parts = path.relative_to(SOURCE).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(), str(path))


def imports(path: Path, source: str | None = None) -> Iterator[tuple[str, int]]:
    """Each imported name in full, with its line; also imports inside functions and relative ones."""
    parsed = ast.parse(source) if source is not None else tree(path)
    for node in ast.walk(parsed):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from ((f"{_base(path, node)}.{alias.name}", node.lineno) for alias in node.names)
        elif _imports_by_string(node):
            yield node.args[0].value, node.lineno


def _base(path: Path, node: ast.ImportFrom) -> str:
    if not node.level:
        return node.module or ""
    package = name(path).split(".") if path.stem == "__init__" else name(path).split(".")[:-1]
    above = package[: len(package) - node.level + 1]
    return ".".join([*above, *([node.module] if node.module else [])])


def _imports_by_string(node: ast.AST) -> bool:
    called = isinstance(node, ast.Call) and getattr(node.func, "attr", getattr(node.func, "id", None))
    return called in ("import_module", "__import__") and bool(node.args) and isinstance(node.args[0], ast.Constant)
