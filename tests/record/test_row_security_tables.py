"""Every table of the schema is under a rule, or on a list with the reason why it is not."""

import pytest
from django.db import connection, models

from goldthread.record.acting import APPLICATION
from goldthread.record.register import REGISTER
from goldthread.record.rowsecurity import applying, policies
from goldthread.record.rowsecurity.tables import allowed, open_tables

SEES_PEOPLE = {"record_person", "people_worker"}  # tables that point at a person without being about their record


def rows(sql, given=()):
    with connection.cursor() as cursor:
        cursor.execute(sql, given)
        return cursor.fetchall()


@pytest.fixture
def tables(db):
    """By table, whether it is under row security."""
    return dict(rows("SELECT relname, relrowsecurity FROM pg_class WHERE relkind IN ('r', 'p') AND relnamespace = 'public'::regnamespace"))


def test_every_table_has_a_policy_or_a_reason_for_none(tables):
    under = {table for table, secured in tables.items() if secured}
    assert under == set(policies.policies())
    for table, (_, reason) in open_tables().items():
        assert len(reason) > 3 and table not in under
    unknown = set(tables) - under - set(open_tables())
    assert unknown == set(), "Put these tables in record/rowsecurity/tables.py, under a policy or with the reason why none."


def test_every_entry_type_is_under_the_rule_of_its_version(tables):
    found = rows("SELECT tablename, cmd FROM pg_policies WHERE schemaname = 'public' AND tablename LIKE 'record_%%'")
    for kind in REGISTER.values():
        assert {(kind._meta.db_table, "SELECT"), (kind._meta.db_table, "INSERT")} <= set(found)


def test_an_entry_type_that_is_new_has_its_policy_with_the_next_migration(tables):
    table = REGISTER["note"]._meta.db_table
    with connection.cursor() as cursor:
        cursor.execute(f"DROP POLICY gt_select ON {table}; COMMENT ON FUNCTION gt_way() IS 'as before that type'")
    applying.apply()
    assert (table, "SELECT") in rows("SELECT tablename, cmd FROM pg_policies WHERE policyname = 'gt_select'")


def test_a_table_without_a_policy_points_at_no_person(tables):
    for table in open_tables():
        pointing = {name for (name,) in rows(
            "SELECT confrelid::regclass::text FROM pg_constraint WHERE contype = 'f' AND conrelid = to_regclass(%s)", [table])}  # fmt: skip
        assert table in SEES_PEOPLE or "record_person" not in pointing, table


def test_the_application_may_do_to_each_table_what_is_written_down_and_no_more(tables):
    granted = {}
    for table, act in rows("SELECT table_name, privilege_type FROM information_schema.role_table_grants WHERE grantee = %s", [APPLICATION]):
        granted.setdefault(table, set()).add(act)
    views = set(applying.SHOWN)
    assert {table: acts for table, acts in granted.items() if table not in views} == {t: set(acts) for t, acts in allowed().items() if t in tables}
    assert all(granted[view] == {"SELECT"} for view in views)


def test_the_application_owns_nothing_and_passes_by_no_policy(tables):
    [powers] = rows("SELECT rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolcanlogin FROM pg_roles WHERE rolname = %s", [APPLICATION])
    assert powers == (False, False, False, False, True)
    owned = rows("SELECT relname FROM pg_class WHERE relowner = (SELECT oid FROM pg_roles WHERE rolname = %s)", [APPLICATION])
    assert owned == [] and rows("SELECT has_schema_privilege(%s, 'public', 'CREATE')", [APPLICATION]) == [(False,)]


def test_what_everybody_may_call_is_asked_in_a_schema_that_nobody_can_put_anything_before(tables):
    found = rows("SELECT proname, proconfig FROM pg_proc WHERE prosecdef AND pronamespace = 'public'::regnamespace")
    assert len(found) > 10 and [name for name, config in found if not any("search_path" in word for word in config or ())] == []


def test_every_model_of_the_rooms_is_known(tables):
    from django.apps import apps

    managed = {m._meta.db_table for m in apps.get_models(include_auto_created=True) if m._meta.managed and isinstance(m, models.base.ModelBase)}
    assert managed <= set(policies.policies()) | set(open_tables())
