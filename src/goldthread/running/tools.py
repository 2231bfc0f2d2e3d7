"""PostgreSQL's own programs for copying a database out and in: those that fit the server it is on."""

import os
import re
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from psycopg import conninfo

from goldthread.running import Trouble, postgres

DUMP, RESTORE = "pg_dump", "pg_restore"
INSTALLED = Path("/usr/lib/postgresql")
VERSION = re.compile(r"\b(\d+)(?:\.\d+|\w+)?\b")


class Tools(NamedTuple):
    """A folder of programs and the version of PostgreSQL they belong to."""

    version: int
    folder: Path

    def program(self, name: str) -> str:
        return str(self.folder / name)


def tools_for(server: int, found: Iterable[Tools] | None = None) -> Tools:
    """The programs of the server's own version, or else of the next newer one: an older one cannot read it."""
    known = sorted(all_tools() if found is None else found, key=lambda tools: tools.version)
    fitting = [tools for tools in known if tools.version >= server]
    if not fitting:
        here = f"here are those of version {', '.join(str(tools.version) for tools in known)}" if known else "there are none here"
        raise Trouble(f"The database is PostgreSQL {server}, which needs {DUMP} of version {server} or newer; {here}. Install postgresql-client-{server}.")
    return fitting[0]


def all_tools() -> list[Tools]:
    """The wheel's programs, those in PATH and those of Debian's packages."""
    folders = [postgres.programs(), *sorted(INSTALLED.glob("*/bin"))]
    if in_path := shutil.which(DUMP):
        folders.append(Path(in_path).parent)
    told = {folder: _version(folder) for folder in folders if (folder / RESTORE).exists()}
    return [Tools(version, folder) for folder, version in told.items() if version]


def _version(folder: Path) -> int | None:
    done = subprocess.run([folder / DUMP, "--version"], capture_output=True, text=True)
    said = VERSION.search(done.stdout)
    return int(said[1]) if said and not done.returncode else None


def told_apart(url: str) -> tuple[str, dict[str, str]]:
    """The address without its password, which others could read among the running programs, and the environment that has it."""
    parts = conninfo.conninfo_to_dict(url)
    password = parts.pop("password", None)
    return conninfo.make_conninfo(**parts), {**os.environ, **({"PGPASSWORD": str(password)} if password else {})}


def beside(url: str, database: str) -> str:
    """The address of another database on the same server."""
    return conninfo.make_conninfo(url, dbname=database)
