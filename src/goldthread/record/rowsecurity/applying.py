"""Putting the database under its rules: the application's role, functions, views, policies and grants.

Done after every migration by the owner, and only where something differs: what was last put is named in a comment of the database.
"""

import hashlib
from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.db import connections

from goldthread.record.acting import APPLICATION
from goldthread.record.rowsecurity.policies import policies, statements
from goldthread.record.rowsecurity.scope import functions
from goldthread.record.rowsecurity.tables import allowed

# Two databases of one server may be made at the same moment, and the role is the server's.
ROLE = f"""DO $gt$ BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '{APPLICATION}') THEN
    CREATE ROLE {APPLICATION} LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE;
  END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
END $gt$"""
MEMBER = f"""DO $gt$ BEGIN
  IF NOT pg_has_role(current_user, '{APPLICATION}', 'SET') THEN EXECUTE 'GRANT {APPLICATION} TO ' || quote_ident(current_user); END IF;
EXCEPTION WHEN OTHERS THEN RAISE EXCEPTION 'Let the owner act as the application: GRANT {APPLICATION} TO %;', current_user;
END $gt$"""
ASKED = {"record_standing", "record_allegation", "people_opening", "people_invitationend", "web_draft"}  # by functions and views

# How a record is held, for the sentence of a refusal, and who began to write: numbers and references, and never a word about anybody. The owner's views see everything.
VIEWS = (
    "CREATE OR REPLACE VIEW record_held AS SELECT person_id, about, team_id, worker_id, adviser_id, chair_id FROM record_standing",
    "CREATE OR REPLACE VIEW record_named AS SELECT person_id, worker_id FROM record_restriction",
    "CREATE OR REPLACE VIEW record_family AS SELECT id, family, reference FROM record_person",
    "CREATE OR REPLACE VIEW web_begun AS SELECT worker_id, kind, children, kept_at FROM web_draft WHERE saved_at IS NULL",
)
SHOWN = ("record_held", "record_named", "record_family", "web_begun")
SEQUENCES = f"""DO $gt$ DECLARE s record; BEGIN
  FOR s IN SELECT c.relname FROM pg_class c WHERE c.relkind = 'S' AND c.relnamespace = 'public'::regnamespace LOOP
    EXECUTE format('GRANT USAGE, SELECT ON SEQUENCE public.%I TO {APPLICATION}', s.relname);
  END LOOP; END $gt$"""
# What functions give may change between versions; with them go the policies that ask them, all of which are put again.
GONE = """DO $gt$ DECLARE f record; BEGIN
  FOR f IN SELECT p.oid::regprocedure AS called FROM pg_proc p WHERE p.pronamespace = 'public'::regnamespace
      AND (p.proname LIKE 'gt\\_%' OR p.proname IN ('record_touch', 'record_say', 'record_in_use', 'record_number_of', 'record_names_near', 'record_newest', 'record_person_of')) LOOP
    EXECUTE 'DROP FUNCTION IF EXISTS ' || f.called || ' CASCADE';
  END LOOP; END $gt$"""
TABLES = "SELECT relname FROM pg_class WHERE relkind IN ('r', 'p') AND relnamespace = 'public'::regnamespace"
CALLED = "REVOKE ALL ON FUNCTION record_touch(bigint[]) FROM PUBLIC; GRANT EXECUTE ON FUNCTION record_touch(bigint[]) TO " + APPLICATION


def apply(using: str = "default", **_: Any) -> None:
    """Put what differs. Raises where the owner may not make the role: the message says what the server's administrator does."""
    with connections[using].cursor() as cursor:
        if not {cache["LOCATION"] for cache in settings.CACHES.values()} <= _tables(cursor):
            call_command("createcachetable", database=using, verbosity=0)
        tables = _tables(cursor)
        if tables >= ASKED and _put_last(cursor) != (wanted := _fingerprint(tables)):
            _put(cursor, tables, wanted)


def make_way(using: str = "default", plan: Sequence[Any] = (), **_: Any) -> None:
    """Before migrations: a column that a view shows could not be changed. What is taken away here is put again after them."""
    if plan:
        with connections[using].cursor() as cursor:
            cursor.execute(f"DROP VIEW IF EXISTS {', '.join(SHOWN)}")
            if _put_last(cursor):
                cursor.execute("COMMENT ON FUNCTION gt_way() IS NULL")


def _tables(cursor: Any) -> set[str]:
    cursor.execute(TABLES)
    return {table for (table,) in cursor.fetchall()}


def _put_last(cursor: Any) -> str | None:
    cursor.execute("SELECT to_regprocedure('gt_way()') IS NOT NULL")
    if not cursor.fetchone()[0]:
        return None
    cursor.execute("SELECT obj_description(to_regprocedure('gt_way()')::oid, 'pg_proc')")
    return cursor.fetchone()[0]


def _put(cursor: Any, tables: set[str], wanted: str) -> None:
    """All of it or nothing: sent in one piece, it is one transaction."""
    cursor.execute(";\n".join([ROLE, MEMBER, GONE, *_told(tables), f"COMMENT ON FUNCTION gt_way() IS '{wanted}'"]))


def _told(tables: set[str]) -> list[str]:
    return [*functions(), *VIEWS, *grants(tables), *(line for table in policies() if table in tables for line in statements(table))]


def grants(tables: set[str]) -> list[str]:
    """What the application's role may do: on each table what it is allowed, and nothing on any other."""
    given = [f"GRANT {', '.join(acts)} ON {table} TO {APPLICATION}" for table, acts in allowed().items() if table in tables]
    views = f"GRANT SELECT ON {', '.join(SHOWN)} TO {APPLICATION}"
    return [f"GRANT USAGE ON SCHEMA public TO {APPLICATION}", f"REVOKE ALL ON ALL TABLES IN SCHEMA public FROM {APPLICATION}", *given, views,
            SEQUENCES, CALLED]  # fmt: skip


def _fingerprint(tables: set[str]) -> str:
    return hashlib.sha256("\n".join([*_told(tables), *sorted(tables)]).encode()).hexdigest()
