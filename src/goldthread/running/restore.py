"""Restoring a backup: looked through first, put into a database beside the one in use, looked at there, and only then swapped in."""

import json
import os
import shutil
import subprocess
import zipfile
import zlib
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from hashlib import sha256
from pathlib import Path, PurePosixPath
from typing import Any

import psycopg
from psycopg import sql

from goldthread.running import Trouble, tools
from goldthread.running.backup import DATABASE, FORMAT, MANIFEST, PIECE, UPLOADS, counts, migrations

ASIDE = "_restoring"
LONGEST_MANIFEST = 64_000_000  # bytes: room for a quarter of a million files
MOST_SIGNS = 2_000_000  # commas, colons and brackets in it: as many, and a value takes fifty times the room it is written in
TOLD = {"format": int, "made_at": str, "counts": dict, "migrations": list, "roles": list, "parts": dict}
LONGEST_NAME = 200  # letters of a part's name that are said
NAMES_MOST = 63  # characters of a name in PostgreSQL
PEOPLE = ("record_person", "record_version", "people_worker")
CUT_SHORT = "{} is cut short or is no backup: nothing was changed. Take another copy of it."
NO_MANIFEST = "{} tells of itself in a way that no backup does: nothing was changed. Take another copy of it."
CHANGED = "{} is not as it was written ({} differs): nothing was changed. Take another copy of it."
NEWER = "{} was made by a newer Goldthread ({}): nothing was changed. Install that version first."
NOT_EMPTY = "The database {0} has {1} people in it. To put the backup in its place, run it again with --replace {0}; what is there now is kept beside it."
WRONG_NAME = "The database is called {}, not {}: nothing was changed."
NOT_WHOLE = "What came out of the backup is not what went in, and nothing was changed: {}"


class Archive:
    """A backup that was looked through: every part is there and as it was written."""

    def __init__(self, file: Path, known: set[str]):
        """`known` are the changes of tables that this version knows. Raises Trouble, which names what is wrong."""
        self.file = file
        try:
            self.zip = zipfile.ZipFile(file)
            self._check_sizes()
            self.manifest: dict[str, Any] = json.loads(self._manifest())
            self._check_shape()
            self._check_version(known)
            self._check_parts()
        except FileNotFoundError as missing:
            raise Trouble(f"There is no file {file}.") from missing
        except (zipfile.BadZipFile, KeyError, TypeError, ValueError, zlib.error, EOFError, RuntimeError) as trouble:
            raise Trouble(CUT_SHORT.format(file)) from trouble

    def _check_sizes(self) -> None:
        """Nothing in a backup is packed, so nothing that comes out of it is larger than it."""
        parts = self.zip.infolist()
        packed = [part.filename for part in parts if part.compress_type != zipfile.ZIP_STORED]
        if packed or sum(part.file_size for part in parts) > self.file.stat().st_size:
            raise Trouble(CHANGED.format(self.file, _named(packed[0] if packed else MANIFEST)))

    def _manifest(self) -> bytes:
        with self.zip.open(MANIFEST) as part:
            told = part.read(LONGEST_MANIFEST + 1)
        if len(told) > LONGEST_MANIFEST:
            raise Trouble(NO_MANIFEST.format(self.file))
        if sum(told.count(sign) for sign in (b",", b":", b"[", b"{")) > MOST_SIGNS:
            raise Trouble(NO_MANIFEST.format(self.file))
        return told

    def _check_shape(self) -> None:
        """What is read out of it further on is there and of its kind."""
        told = self.manifest
        right = isinstance(told, dict) and all(isinstance(told.get(name), kind) for name, kind in TOLD.items())
        if not right or not all(isinstance(name, str) for name in (*told["migrations"], *told["roles"])):
            raise Trouble(NO_MANIFEST.format(self.file))

    def _check_version(self, known: set[str]) -> None:
        if self.manifest["format"] > FORMAT:
            raise Trouble(NEWER.format(self.file, f"format {self.manifest['format']}"))
        if unknown := sorted(set(self.manifest["migrations"]) - known):
            raise Trouble(NEWER.format(self.file, f"its tables know {unknown[0]}"))

    def _check_parts(self) -> None:
        parts = self.manifest["parts"]
        there = set(self.zip.namelist()) - {MANIFEST}
        if odd := sorted(there ^ set(parts)) or [name for name in parts if not _is_plain(name)]:
            raise Trouble(CHANGED.format(self.file, _named(odd[0])))
        for name, told in parts.items():
            try:
                right = self._digest(name, told["bytes"]) == told["sha256"]
            except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError):
                right = False
            if not right:
                raise Trouble(CHANGED.format(self.file, _named(name)))

    def _digest(self, name: str, size: int) -> str:
        """The fingerprint of a part, read no further than one piece past the size it is said to have."""
        digest, done = sha256(), 0
        with self.zip.open(name) as part:
            while done <= size and (piece := part.read(PIECE)):
                digest.update(piece)
                done += len(piece)
        return digest.hexdigest()

    def uploads_into(self, folder: Path) -> None:
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(mode=0o700)
        for name in self.manifest["parts"]:
            if name.startswith(UPLOADS):
                target = folder / name.removeprefix(UPLOADS)
                target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
                with self.zip.open(name) as part, target.open("wb") as output:
                    shutil.copyfileobj(part, output, PIECE)
                    output.flush()
                    os.fsync(output.fileno())


def _is_plain(name: str) -> bool:
    """Whether it is the database, or a file that stays in the folder of uploads however it is put together."""
    inside = name.removeprefix(UPLOADS)
    path = PurePosixPath(inside)
    return name == DATABASE or (name.startswith(UPLOADS) and str(path) == inside and not path.is_absolute() and not {".", ".."} & {inside, *path.parts})


def _named(name: str) -> str:
    """The name of a part as it may stand in a sentence on a terminal."""
    return "".join(letter if letter.isprintable() else "?" for letter in name[:LONGEST_NAME])


def restore(
    url: str, archive: Archive, uploads: Path, now: datetime, *, replace: str | None, verify: Callable[[str, dict[str, Any]], list[str]]
) -> str | None:
    """Put a backup in the place of an empty database or, where its name was typed in `replace`, of one in use.

    `verify` is given the address of the restored database before it is in use, and says what is wrong. Returns the name under which
    the database that was in use is kept, or None where it was empty.
    """
    with psycopg.connect(url) as connection:
        name = connection.info.dbname
        people = _people(connection)
    if replace is not None and replace != name:
        raise Trouble(WRONG_NAME.format(name, replace))
    if people and replace is None:
        raise Trouble(NOT_EMPTY.format(name, people))
    aside, folder = f"{name[: NAMES_MOST - len(ASIDE)]}{ASIDE}", uploads.with_name(f"{uploads.name}.restoring")
    with psycopg.connect(tools.beside(url, "postgres"), autocommit=True) as server:
        try:
            _make_aside(server, aside, archive)
            _fill(tools.beside(url, aside), server.info.server_version // 10_000, archive)
            archive.uploads_into(folder)
            if wrong := _differs(tools.beside(url, aside), archive.manifest) or verify(tools.beside(url, aside), archive.manifest):
                raise Trouble(NOT_WHOLE.format("; ".join(wrong[:5])))
            kept = _swap(server, name, aside, f"{name[:40]}_before_{now:%Y%m%d_%H%M%S}")
        except BaseException as trouble:
            _drop(server, aside)
            shutil.rmtree(folder, ignore_errors=True)
            if isinstance(trouble, psycopg.Error | OSError):
                raise Trouble(f"The backup could not be restored, and nothing was changed: {str(trouble).strip()}") from trouble
            raise
        _swap_uploads(uploads, folder, now)
        if not people:
            _drop(server, kept)
    return kept if people else None


def _people(connection: psycopg.Connection) -> int:
    """How many rows speak of somebody; none in a database that has no tables yet."""
    there = [table for table in PEOPLE if connection.execute("SELECT to_regclass(%s)", [table]).fetchone() != (None,)]
    return max((connection.execute(sql.SQL("SELECT count(*) FROM {}").format(sql.Identifier(t))).fetchone()[0] for t in there), default=0)


def _make_aside(server: psycopg.Connection, aside: str, archive: Archive) -> None:
    _drop(server, aside)
    server.execute(sql.SQL("CREATE DATABASE {} TEMPLATE template0 ENCODING 'UTF8'").format(sql.Identifier(aside)))
    there = {role for (role,) in server.execute("SELECT rolname FROM pg_roles")}
    for role in archive.manifest["roles"]:
        if role not in there:
            server.execute(sql.SQL("CREATE ROLE {} LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE").format(sql.Identifier(role)))


def _fill(url: str, version: int, archive: Archive) -> None:
    address, environment = tools.told_apart(url)
    command = [tools.tools_for(version).program(tools.RESTORE), "--exit-on-error", "--no-owner", f"--dbname={address}"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stderr=subprocess.PIPE, env=environment, cwd="/") as process:
        with archive.zip.open(DATABASE) as part, suppress(BrokenPipeError):  # it says below what it did not like
            shutil.copyfileobj(part, process.stdin, PIECE)
        said = process.communicate()[1].decode(errors="replace").strip()
    if process.returncode:
        raise Trouble(f"PostgreSQL could not take the backup in, and nothing was changed: {said[-500:]}")


def _differs(url: str, manifest: dict[str, Any]) -> list[str]:
    """Tables whose rows are not as many as were written down, and changes of tables that are not those of the backup."""
    with psycopg.connect(url) as connection:
        found, made = counts(connection), migrations(connection)
    told = manifest["counts"]
    wrong = [f"{table} has {found.get(table, 0)} rows instead of {told.get(table, 0)}" for table in sorted(told.keys() | found.keys()) if found.get(table) != told.get(table)]
    return wrong + (["its tables are of another state"] if made != manifest["migrations"] else [])


def _swap(server: psycopg.Connection, name: str, aside: str, before: str) -> str:
    """Both names change in one transaction: at no moment is there no database of that name."""
    for database in (name, aside):
        server.execute(sql.SQL("ALTER DATABASE {} ALLOW_CONNECTIONS false").format(sql.Identifier(database)))
        server.execute("SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity WHERE datname = %s", [database])
    try:
        with server.transaction():
            for old, new in ((name, before), (aside, name)):
                server.execute(sql.SQL("ALTER DATABASE {} RENAME TO {}").format(sql.Identifier(old), sql.Identifier(new)))
    finally:
        for database in (name, aside, before):
            if server.execute("SELECT 1 FROM pg_database WHERE datname = %s", [database]).fetchone():
                server.execute(sql.SQL("ALTER DATABASE {} ALLOW_CONNECTIONS true").format(sql.Identifier(database)))
    return before


def _swap_uploads(uploads: Path, folder: Path, now: datetime) -> None:
    if uploads.exists() and any(uploads.iterdir()):
        uploads.rename(uploads.with_name(f"{uploads.name}.before-{now:%Y%m%d-%H%M%S}"))
    elif uploads.exists():
        uploads.rmdir()
    folder.rename(uploads)


def _drop(server: psycopg.Connection, database: str) -> None:
    server.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(database)))
