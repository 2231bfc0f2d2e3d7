"""What the database itself refuses: overwriting, deleting, and two of a kind where there may be one.

Plain PostgreSQL without extensions: a number takes part in an exclusion as a range of one.
"""

from goldthread.record.register import REGISTER

KEEP = """
CREATE OR REPLACE FUNCTION record_is_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND TG_TABLE_NAME IN ('record_version', 'record_spoken') THEN
    IF OLD.superseded_at IS NULL AND NEW.superseded_at IS NOT NULL
       AND (to_jsonb(OLD) - 'superseded_at') = (to_jsonb(NEW) - 'superseded_at') THEN
      RETURN NEW;
    END IF;
  END IF;
  RAISE EXCEPTION 'The record is never overwritten: write a new version instead (% on %).', TG_OP, TG_TABLE_NAME;
END $$;
"""

ONE_AT_A_TIME = """
ALTER TABLE record_version ADD CONSTRAINT one_at_a_time EXCLUDE USING gist (
  int8range(person_id, person_id, '[]') WITH &&,
  int4range(lane::int, lane::int, '[]') WITH &&,
  daterange(day, until, '[)') WITH &&
) WHERE (lane IS NOT NULL AND superseded_at IS NULL AND NOT withdrawn);
"""


LATER = {"0005_annex_a_guards": ("early_help", "list_answers", "adopter")}
"""Entry types by the migration that guards them, where that is not 0002: a database is built through them in turn."""


def kept_tables() -> list[str]:
    """The tables whose rows are never changed or removed, as far as migration 0002 knows them."""
    later = {code for codes in LATER.values() for code in codes}
    return ["record_version", "record_spoken", "record_look", "record_mark",
            *(t._meta.db_table for code, t in REGISTER.items() if code not in later)]  # fmt: skip


def kept_since(migration: str) -> list[str]:
    """The tables that this migration begins to guard."""
    return [REGISTER[code]._meta.db_table for code in LATER[migration]]


def keep(table: str) -> str:
    """SQL that makes one table keep its rows."""
    return (
        f"CREATE TRIGGER {table}_is_kept BEFORE UPDATE OR DELETE ON {table} FOR EACH ROW EXECUTE FUNCTION record_is_kept();"
    )
