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


def kept_tables() -> list[str]:
    """The tables whose rows are never changed or removed."""
    return ["record_version", "record_spoken", "record_look", "record_mark", *(t._meta.db_table for t in REGISTER.values())]


def keep(table: str) -> str:
    """SQL that makes one table keep its rows."""
    return (
        f"CREATE TRIGGER {table}_is_kept BEFORE UPDATE OR DELETE ON {table} FOR EACH ROW EXECUTE FUNCTION record_is_kept();"
    )
