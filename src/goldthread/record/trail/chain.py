"""How the database chains the audit. The application can neither choose nor change a link.

Every line belongs to one of 32 chains, whichever nobody else is writing to at that moment, so that pages do not wait for
each other. Its hash is SHA-256 over the hash before it in its chain and a text of its columns. A lock on the chain is
held until the transaction ends: lines of a chain are committed in the order of their places, and one that is rolled back
leaves no gap. The first line of a day (by the database's clock) also seals: see Seal.

The functions run as their owner with a fixed search path: the application's role needs no more than INSERT and SELECT.
"""

CHAINS = 32
LOCK = 20260  # the class of the advisory locks; CHAINS is the number of the seals' lock

BODY = """jsonb_build_array({row}.id, to_char({row}.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), {row}.worker_id, {row}.act,
  {row}.person_id, {row}.people, {row}.page, {row}.what, encode({row}.said, 'hex'), {row}.refused, {row}.session)::text"""
"""The text of a line: JSON, in which no value can be taken for a part of another."""
LINK = "sha256({before} || convert_to({row}.chain || ':' || {row}.place || ':' || " + BODY + ", 'UTF8'))"
SAID = "sha256({row}.salt || convert_to({row}.reason, 'UTF8'))"
SALT = "CASE WHEN {row}.reason <> '' THEN uuid_send(gen_random_uuid()) END"
SEAL_BODY = """({row}.id || ':' || to_char({row}.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US') || ':' || {row}.heads)"""

LINE = f"""
CREATE OR REPLACE FUNCTION record_look_is_chained() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, %(schema)s, pg_temp SET enable_seqscan = off AS $$
DECLARE
  mine CONSTANT integer := pg_backend_pid() % {CHAINS};
  before bytea := '';
  last bigint := 0;
BEGIN
  FOR tried IN 0..{CHAINS} LOOP
    NEW.chain := (mine + tried) % {CHAINS};
    IF tried = {CHAINS} THEN
      PERFORM pg_advisory_xact_lock({LOCK}, NEW.chain);
    END IF;
    EXIT WHEN pg_try_advisory_xact_lock({LOCK}, NEW.chain);
  END LOOP;
  SELECT place, hash INTO last, before FROM record_look WHERE chain = NEW.chain ORDER BY place DESC LIMIT 1;
  NEW.place := coalesce(last, 0) + 1;
  NEW.salt := {SALT.format(row="NEW")};
  NEW.said := {SAID.format(row="NEW")};
  NEW.hash := {LINK.format(row="NEW", before="coalesce(before, '')")};
  IF NOT EXISTS (SELECT FROM (SELECT at FROM record_seal ORDER BY id DESC LIMIT 1) s
                 WHERE (s.at AT TIME ZONE 'UTC')::date >= (clock_timestamp() AT TIME ZONE 'UTC')::date)
     AND EXISTS (SELECT FROM record_look) AND pg_try_advisory_xact_lock({LOCK}, {CHAINS}) THEN
    INSERT INTO record_seal (id) VALUES (0);
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER record_look_is_chained BEFORE INSERT ON record_look FOR EACH ROW EXECUTE FUNCTION record_look_is_chained();
"""

SEAL = f"""
CREATE OR REPLACE FUNCTION record_seal_is_set() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, %(schema)s, pg_temp SET enable_seqscan = off AS $$
DECLARE
  before bytea := '';
  last bigint := 0;
BEGIN
  PERFORM pg_advisory_xact_lock({LOCK}, {CHAINS});
  SELECT id, hash INTO last, before FROM record_seal ORDER BY id DESC LIMIT 1;
  NEW.id := coalesce(last, 0) + 1;
  NEW.at := clock_timestamp();
  SELECT coalesce(jsonb_object_agg(c, jsonb_build_array(place, encode(hash, 'hex'))), '{{}}')::text INTO NEW.heads
    FROM generate_series(0, {CHAINS - 1}) c
    CROSS JOIN LATERAL (SELECT place, hash FROM record_look WHERE chain = c ORDER BY place DESC LIMIT 1) head;
  NEW.hash := sha256(coalesce(before, '') || convert_to({SEAL_BODY.format(row="NEW")}, 'UTF8'));
  RETURN NEW;
END $$;
CREATE TRIGGER record_seal_is_set BEFORE INSERT ON record_seal FOR EACH ROW EXECUTE FUNCTION record_seal_is_set();
"""

KEEP = """
CREATE OR REPLACE FUNCTION record_look_is_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND TG_TABLE_NAME = 'record_look' THEN
    IF NEW.reason = '' AND NEW.salt IS NULL AND (to_jsonb(OLD) - 'reason' - 'salt') = (to_jsonb(NEW) - 'reason' - 'salt') THEN
      RETURN NEW;
    END IF;
  END IF;
  RAISE EXCEPTION 'The audit is never overwritten: write a new line instead (% on %).', TG_OP, TG_TABLE_NAME;
END $$;
DROP TRIGGER IF EXISTS record_look_is_kept ON record_look;
CREATE TRIGGER record_look_is_kept BEFORE UPDATE OR DELETE ON record_look FOR EACH ROW EXECUTE FUNCTION record_look_is_kept();
CREATE TRIGGER record_seal_is_kept BEFORE UPDATE OR DELETE ON record_seal FOR EACH ROW EXECUTE FUNCTION record_look_is_kept();
"""
"""What may be done to a line: its reason may be taken out, together with its salt."""

CHAIN_OLD = f"""
SET CONSTRAINTS ALL IMMEDIATE;
DROP TRIGGER IF EXISTS record_look_is_kept ON record_look;
UPDATE record_look l SET
  act = CASE WHEN page = 'annex_a_workbook' THEN 'export' WHEN person_id IS NULL THEN 'list' ELSE 'read' END,
  salt = {SALT.format(row="l")};
UPDATE record_look l SET said = {SAID.format(row="l")} WHERE salt IS NOT NULL;
DO $$
DECLARE
  l record_look;
  heads bytea[] := array_fill(''::bytea, ARRAY[{CHAINS}]);
  places bigint[] := array_fill(0::bigint, ARRAY[{CHAINS}]);
BEGIN
  FOR l IN SELECT * FROM record_look ORDER BY id LOOP
    l.chain := l.id % {CHAINS};
    l.place := places[l.chain + 1] + 1;
    l.hash := {LINK.format(row="l", before="heads[l.chain + 1]")};
    UPDATE record_look SET chain = l.chain, place = l.place, hash = l.hash WHERE id = l.id;
    heads[l.chain + 1] := l.hash;
    places[l.chain + 1] := l.place;
  END LOOP;
END $$;
"""
"""Chains the lines that were written before there were chains."""
