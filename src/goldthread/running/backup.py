"""A backup: one file with the database, the uploads and a manifest that says what must be in it.

It is a zip without compression of its own: `database` as pg_dump writes it (custom format), `uploads/…`, and last `manifest.json`, so
that a file that was cut short has none. Written beside its name, given to the disk, then renamed: it is there whole or not at all.
"""

import errno
import json
import os
import subprocess
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import IO, Any

import psycopg
from psycopg import sql

from goldthread.running import Trouble, tools

FORMAT = 1
MANIFEST, DATABASE, UPLOADS = "manifest.json", "database", "uploads/"
PIECE = 1024 * 1024
TABLES = "SELECT relname FROM pg_class WHERE relkind IN ('r', 'p') AND relnamespace = 'public'::regnamespace ORDER BY relname"
MIGRATIONS = "SELECT app || '.' || name FROM django_migrations ORDER BY app, name"
# Whom the database gives something to: a backup holds the grants, and the roles must be there before them.
ROLES = """
    SELECT DISTINCT r.rolname FROM pg_roles r WHERE r.rolname NOT LIKE 'pg\\_%' AND (
      r.oid IN (SELECT (aclexplode(relacl)).grantee FROM pg_class WHERE relnamespace = 'public'::regnamespace)
      OR r.oid IN (SELECT unnest(polroles) FROM pg_policy)) AND r.oid <> (SELECT datdba FROM pg_database WHERE datname = current_database())"""

Asked = Callable[[psycopg.Connection], dict[str, Any]]


def back_up(url: str, target: Path, uploads: Path, now: datetime, asked: Asked) -> tuple[Path, dict[str, Any]]:
    """Write a backup to a file, or under a name of its own into a folder. Returns where it is, and its manifest.

    `asked` is given the connection that sees what the backup holds, for more to put into the manifest.
    """
    file = target / f"goldthread-{now:%Y%m%d-%H%M%S}.backup" if target.is_dir() else target
    if file.exists():
        raise Trouble(f"{file} is there already, and a backup is never written over: choose another name.")
    draft = file.with_name(f".{file.name}.part")
    try:
        manifest = _written(url, draft, uploads, now, asked)
        os.replace(draft, file)
        _to_disk(file.parent)
    except OSError as trouble:
        raise _in_words(trouble, file) from trouble
    finally:
        draft.unlink(missing_ok=True)
    return file, manifest


def _written(url: str, draft: Path, uploads: Path, now: datetime, asked: Asked) -> dict[str, Any]:
    draft.unlink(missing_ok=True)
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as output, psycopg.connect(url) as connection:
        connection.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
        [snapshot] = connection.execute("SELECT pg_export_snapshot()").fetchone()
        manifest = {"format": FORMAT, "made_at": now.isoformat(), **_about(connection), **asked(connection), "parts": {}}
        with zipfile.ZipFile(output, "w", allowZip64=True) as archive:
            with _dumped(url, connection.info.server_version // 10_000, snapshot) as dump:
                manifest["parts"][DATABASE] = _put(archive, DATABASE, dump)
            for name, path in _files(uploads):
                with path.open("rb") as file:
                    manifest["parts"][name] = _put(archive, name, file)
            archive.writestr(MANIFEST, json.dumps(manifest, indent=1))
        output.flush()
        os.fsync(output.fileno())
    return manifest


def _about(connection: psycopg.Connection) -> dict[str, Any]:
    [server] = connection.execute("SHOW server_version").fetchone()
    return {
        "server": server, "database": connection.info.dbname, "counts": counts(connection), "migrations": migrations(connection),
        "roles": [role for (role,) in connection.execute(ROLES)],
    }  # fmt: skip


def counts(connection: psycopg.Connection) -> dict[str, int]:
    """How many rows each table has."""
    found = {}
    for (table,) in connection.execute(TABLES).fetchall():
        [found[table]] = connection.execute(sql.SQL("SELECT count(*) FROM {}").format(sql.Identifier(table))).fetchone()
    return found


def migrations(connection: psycopg.Connection) -> list[str]:
    """Every change of the tables that was made; none where there are no tables yet."""
    if connection.execute("SELECT to_regclass('django_migrations')").fetchone() == (None,):
        return []
    return [name for (name,) in connection.execute(MIGRATIONS)]


@contextmanager
def _dumped(url: str, server: int, snapshot: str) -> Iterator[IO[bytes]]:
    """The database as pg_dump gives it, to be read; on the way out it is known that all of it was."""
    address, environment = tools.told_apart(url)
    command = [tools.tools_for(server).program(tools.DUMP), "--format=custom", "--compress=1", "--no-owner", f"--snapshot={snapshot}", address]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment, cwd="/") as process:
        try:
            yield process.stdout
        except BaseException:
            process.kill()
            raise
        said = process.communicate()[1].decode(errors="replace").strip()
    if process.returncode:
        raise Trouble(f"PostgreSQL could not copy the database, and no backup was left: {said}")


def _put(archive: zipfile.ZipFile, name: str, source: IO[bytes]) -> dict[str, Any]:
    digest, size = sha256(), 0
    with archive.open(name, "w", force_zip64=True) as part:
        while piece := source.read(PIECE):
            digest.update(piece)
            size += len(piece)
            part.write(piece)
    return {"sha256": digest.hexdigest(), "bytes": size}


def _files(uploads: Path) -> Iterator[tuple[str, Path]]:
    for path in sorted(uploads.rglob("*")):
        if path.is_file() and not path.is_symlink():
            yield f"{UPLOADS}{path.relative_to(uploads).as_posix()}", path


def _to_disk(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _in_words(trouble: OSError, file: Path) -> Trouble:
    if trouble.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return Trouble(f"There is no room in {file.parent} for the backup, and nothing of it was left there: make room, or choose another disk.")
    return Trouble(f"The backup {file} could not be written, and nothing of it was left: {trouble.strerror}.")
