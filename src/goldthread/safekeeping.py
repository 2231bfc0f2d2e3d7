"""`goldthread backup` and `goldthread restore`: the whole of one Goldthread in one file, and back."""

import argparse
import os
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import psycopg

from goldthread.running import backup, database, home, restore

SAMPLE = 500  # people whose duties are worked out again after a restore
LAST = "last_backup"  # a file in the home: when it was changed is when the last backup was made

BACK_UP = """Write the database and the uploads into one file that only you may read. Nobody is stopped meanwhile.
The file is not encrypted: keep it where only you may go, or pass it on to age or gpg. The secret key stays in GOLDTHREAD_HOME."""
RESTORE = """Put a backup in the place of an empty database. It is looked through before anything is touched, put into a database
beside the one in use, looked at there, and swapped in at once."""


def back_up(argv: list[str], *, now: datetime) -> int:
    """Write a backup and say what is in it."""
    parser = argparse.ArgumentParser(prog="goldthread backup", description=BACK_UP)
    parser.add_argument("target", metavar="FILE", type=Path, help="the file to write, or a folder to put it in under a name with the moment")
    given = parser.parse_args(argv)
    with database.in_use() as url:
        file, manifest = backup.back_up(url, given.target, home.private_folder("uploads"), now, _asked)
    (home.home() / LAST).touch(mode=0o600)
    print(f"{file} holds {manifest['counts'].get('record_person', 0)} people and {manifest['counts'].get('record_version', 0)} versions "
          f"of entries as of {now:%d/%m/%Y %H:%M}, with {len(manifest['parts']) - 1} uploads.")  # fmt: skip
    return 0


def restore_from(argv: list[str], *, now: datetime) -> int:
    """Restore a backup and say what was verified."""
    parser = argparse.ArgumentParser(prog="goldthread restore", description=RESTORE)
    parser.add_argument("file", metavar="FILE", type=Path, help="a file that `goldthread backup` wrote")
    parser.add_argument("--replace", metavar="NAME", help="also where the database of this name has people in it; they are kept beside it")
    given = parser.parse_args(argv)
    with database.in_use() as url:
        archive = restore.Archive(given.file, _known())
        kept = restore.restore(url, archive, home.private_folder("uploads"), now, replace=given.replace, verify=_verified(url, now))
    print(f"Restored as of {archive.manifest['made_at'][:16].replace('T', ' ')}: {archive.manifest['counts'].get('record_person', 0)} people. "
          f"Counts, tables, {_chain_said(archive.manifest)} and the duties of a sample are as they were.")  # fmt: skip
    if kept:
        print(f"What was there before is kept in the database {kept}, and its uploads beside the uploads. Drop them when you are sure.")
    return 0


def _asked(connection: psycopg.Connection) -> dict[str, Any]:
    from goldthread import whole

    _django()
    return {"goldthread": _version(), "audit": whole.audit_heads(connection)}


def _chain_said(manifest: dict[str, Any]) -> str:
    return "the audit’s chains" if manifest.get("audit") else "no audit (it had none)"


def _version() -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("goldthread")
    except PackageNotFoundError:
        return "unknown"


def _known() -> set[str]:
    """The changes of the tables that this version knows."""
    _django()
    from django.db.migrations.loader import MigrationLoader

    return {f"{app}.{name}" for app, name in MigrationLoader(None, ignore_no_migrations=True).disk_migrations}


def _verified(url: str, now: datetime) -> Callable[[str, dict[str, Any]], list[str]]:
    """Looks at a restored database as the pages would, brought up to date first where it was made by an older version."""

    def verify(aside: str, manifest: dict[str, Any]) -> list[str]:
        from django.core.management import call_command
        from django.db import connections

        from goldthread import whole
        from goldthread.record import checked, fresh

        settings = connections["default"].settings_dict
        before = dict(settings)
        settings.update(database.django_database(aside, settings["OPTIONS"]))
        try:
            connections["default"].ensure_connection()
            chain = whole.broken_chain(connections["default"].connection, manifest.get("audit"))
            call_command("migrate", interactive=False, verbosity=0)
            people = checked.sample(SAMPLE) if fresh.is_fresh() else []
            return ([chain] if chain else []) + checked.half_there() + checked.not_following(people)
        finally:
            connections["default"].close()
            connections["default"].close_pool()
            settings.clear()
            settings.update(before)

    return verify


def _django() -> None:
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "goldthread.settings")
    django.setup()


