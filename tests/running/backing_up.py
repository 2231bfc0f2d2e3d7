"""A database as small as it can be, backed up and restored as the commands do it."""

from datetime import UTC, datetime

import psycopg

from goldthread.running import backup, restore

NOW = datetime(2026, 11, 20, 17, 28, tzinfo=UTC)
SMALL = """
    CREATE TABLE record_person (id int PRIMARY KEY, reference text);
    CREATE TABLE django_migrations (app text, name text);
    INSERT INTO record_person SELECT n, 'WR-' || n FROM generate_series(1, 2000) n;
    INSERT INTO django_migrations VALUES ('record', '0001_initial');
"""
KNOWN = {"record.0001_initial"}


def nothing_more(connection):
    return {}


def backed_up(url, target, uploads):
    return backup.back_up(url, target, uploads, NOW, nothing_more)[0]


def restored(url, file, uploads, *, replace=None, verify=lambda url, manifest: [], known=KNOWN):
    return restore.restore(url, restore.Archive(file, known), uploads, NOW, replace=replace, verify=verify)


def empty(url):
    with psycopg.connect(url) as connection:
        connection.execute("DROP TABLE record_person, django_migrations")


def people(url):
    with psycopg.connect(url) as connection:
        return connection.execute("SELECT count(*), max(reference) FROM record_person").fetchone()
