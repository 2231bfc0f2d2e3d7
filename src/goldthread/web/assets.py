"""Compiles the parts of the pages that come from npm, and copies the one script that comes with django-htmx.

What is made lands in `static/built/`, which git ignores. Packages are expected in `node_modules/` beside `package.json`.
"""

import shutil
import subprocess
import sys
from pathlib import Path

import django_htmx

WEB = Path(__file__).resolve().parent
STYLES = WEB / "styles"
BUILT = WEB / "static" / "built"
HTMX = Path(django_htmx.__file__).parent / "static" / "django_htmx" / "htmx-2.min.js"
MINUTE = 60


class AssetsError(Exception):
    """The pages' parts could not be made. The message says what to do."""


def build(root: Path | None = None) -> list[Path]:
    """Makes what is older than its sources and returns the files it wrote.

    `root` is the folder that holds `package.json` and `node_modules/`; by default the one this package was installed from.
    Raises AssetsError with a sentence where Node or a package is missing.
    """
    root = root or WEB.parents[2]
    BUILT.mkdir(parents=True, exist_ok=True)
    made = [_compile(source, root) for source in sorted(STYLES.glob("*.scss")) if _is_stale(source, root)]
    return made + _copy_htmx()


def _target(source: Path) -> Path:
    return BUILT / source.with_suffix(".css").name


def _is_stale(source: Path, root: Path) -> bool:
    target = _target(source)
    inputs = [path for path in (source, root / "package-lock.json") if path.exists()]
    return not target.exists() or any(path.stat().st_mtime > target.stat().st_mtime for path in inputs)


def _compile(source: Path, root: Path) -> Path:
    packages = root / "node_modules"
    compiler = packages / "sass" / "sass.js"
    if not compiler.exists():
        raise AssetsError(f"The page styles need npm packages that are not in {packages}: run `make setup`.")
    target = _target(source)
    half_made = target.with_suffix(".part")
    command = [_node(), str(compiler), "--style=compressed", "--no-source-map", "--no-error-css", "--quiet"]
    command += [f"--load-path={root}", f"--load-path={packages}", str(source), str(half_made)]
    answer = subprocess.run(command, capture_output=True, text=True, timeout=MINUTE, check=False)
    if answer.returncode:
        raise AssetsError(f"{source.name} did not compile: {answer.stderr.strip()}")
    half_made.replace(target)
    return target


def _node() -> str:
    beside_python = Path(sys.executable).parent / "node"
    found = str(beside_python) if beside_python.exists() else shutil.which("node")
    if not found:
        raise AssetsError("The page styles need Node to compile: run `make setup`, which installs it.")
    return found


def _copy_htmx() -> list[Path]:
    target = BUILT / "htmx.min.js"
    if target.exists() and target.stat().st_mtime >= HTMX.stat().st_mtime:
        return []
    shutil.copyfile(HTMX, target)
    return [target]
