"""The one door through which anything kept leaves the database, as SQL.

A tombstone can only be laid for somebody whose erasing one person proposed and another agreed to, when the days have passed and no hold
stands: the database itself asks. Rows that are kept may be deleted where their person has a tombstone, and nowhere else. `record_erase`
lays the stones and takes everything out; nothing else in the code deletes what is kept.
"""

ERASED = "Record erased "
"""How the reference of somebody who was erased begins; their number follows."""

KEEP_OR_ERASED = """
CREATE OR REPLACE FUNCTION record_may_go(place text, gone jsonb) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
DECLARE whose bigint;
BEGIN
  IF place IN ('record_version', 'record_spoken', 'record_mark', 'record_disclosure') THEN
    whose := (gone->>'person_id')::bigint;
  ELSIF place = 'record_disclosuredecision' THEN
    SELECT person_id INTO whose FROM record_disclosure WHERE id = (gone->>'disclosure_id')::bigint;
  ELSIF gone ? 'version_id' AND place LIKE 'record\\_%' THEN
    SELECT person_id INTO whose FROM record_version WHERE id = (gone->>'version_id')::bigint;
  END IF;
  RETURN whose IS NOT NULL AND EXISTS (SELECT FROM record_tombstone t WHERE t.person_id = whose);
END $$;

CREATE OR REPLACE FUNCTION record_is_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND TG_TABLE_NAME IN ('record_version', 'record_spoken') THEN
    IF OLD.superseded_at IS NULL AND NEW.superseded_at IS NOT NULL
       AND (to_jsonb(OLD) - 'superseded_at') = (to_jsonb(NEW) - 'superseded_at') THEN
      RETURN NEW;
    END IF;
  END IF;
  IF TG_OP = 'DELETE' AND record_may_go(TG_TABLE_NAME, to_jsonb(OLD)) THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION 'The record is never overwritten: write a new version instead (% on %).', TG_OP, TG_TABLE_NAME;
END $$;
"""

DECLARED_OR_ERASED = """
CREATE OR REPLACE FUNCTION people_is_kept() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE moment text := TG_ARGV[0];
BEGIN
  IF TG_OP = 'UPDATE' AND to_jsonb(OLD) ->> moment IS NULL AND to_jsonb(NEW) ->> moment IS NOT NULL
     AND (to_jsonb(OLD) - TG_ARGV) = (to_jsonb(NEW) - TG_ARGV) THEN
    RETURN NEW;
  END IF;
  IF TG_OP = 'DELETE' AND EXISTS (SELECT FROM record_tombstone t WHERE t.person_id = OLD.person_id) THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION 'What was declared is kept as it was: only its end, or who answered, is added once (% on %).', TG_OP, TG_TABLE_NAME;
END $$;
"""

CHECKED = """
CREATE OR REPLACE FUNCTION record_check_tombstone() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  decided record;
  kin bigint;
BEGIN
  SELECT d.person_id, d.until, d.by_id AS proposer, a.by_id AS agreed_by, a.at INTO decided
    FROM record_deletion d JOIN record_deletionanswer a ON a.deletion_id = d.id AND a.agreed WHERE d.id = NEW.deletion_id;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'Nothing is erased before somebody proposed it and somebody else agreed.';
  END IF;
  IF decided.proposer = decided.agreed_by OR (NEW.proposed_by_id, NEW.agreed_by_id) IS DISTINCT FROM (decided.proposer, decided.agreed_by) THEN
    RAISE EXCEPTION 'Whoever proposed that a record be erased cannot agree to it.';
  END IF;
  IF decided.until >= (decided.at AT TIME ZONE 'Europe/London')::date THEN
    RAISE EXCEPTION 'The record is kept until %.', decided.until;
  END IF;
  SELECT family INTO kin FROM record_person WHERE id = NEW.person_id;
  IF EXISTS (SELECT FROM record_hold h WHERE NOT EXISTS (SELECT FROM record_holdend e WHERE e.hold_id = h.id)
             AND ((h.person_id IS NULL AND h.family IS NULL) OR h.person_id = NEW.person_id OR h.family = kin)) THEN
    RAISE EXCEPTION 'A hold stands over this record.';
  END IF;
  IF NEW.person_id = decided.person_id THEN
    IF EXISTS (SELECT FROM record_version v WHERE v.person_id = NEW.person_id AND v.recorded_at > decided.at)
       OR EXISTS (SELECT FROM record_standing s WHERE s.person_id = NEW.person_id AND s.open) THEN
      RAISE EXCEPTION 'Something was written in this record after it was decided, or it is open.';
    END IF;
  ELSIF NOT record_only_mentioned_by(NEW.person_id, decided.person_id) THEN
    RAISE EXCEPTION 'Only the person decided about is erased, and whom nobody else mentions.';
  END IF;
  RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION record_only_mentioned_by(whom bigint, whose bigint) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT FROM record_tombstone WHERE person_id = whose)
    AND EXISTS (SELECT FROM record_relationship r JOIN record_version v ON v.id = r.version_id WHERE r.other_id = whom AND v.person_id = whose)
    AND NOT EXISTS (SELECT FROM record_standing WHERE person_id = whom AND about <> '')
    AND NOT EXISTS (SELECT FROM people_worker WHERE person_id = whom)
    AND NOT EXISTS (SELECT FROM record_allegation WHERE child_id = whom)
    AND NOT EXISTS (SELECT FROM record_relationship r JOIN record_version v ON v.id = r.version_id WHERE r.other_id = whom AND v.person_id <> whose)
$$;

CREATE TRIGGER record_tombstone_is_checked BEFORE INSERT ON record_tombstone FOR EACH ROW EXECUTE FUNCTION record_check_tombstone();
"""

ERASE = """
CREATE OR REPLACE FUNCTION record_erase(decision bigint, moment timestamptz) RETURNS bigint[]
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  gone bigint[];
  called text[];
  place record;
  named regclass;
  name text;
BEGIN
  INSERT INTO record_tombstone (person_id, deletion_id, proposed_by_id, agreed_by_id, until, categories, at)
    SELECT d.person_id, d.id, d.by_id, a.by_id, d.until, d.categories, moment
    FROM record_deletion d JOIN record_deletionanswer a ON a.deletion_id = d.id AND a.agreed WHERE d.id = decision;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'Nothing is erased before somebody proposed it and somebody else agreed.';
  END IF;
  INSERT INTO record_tombstone (person_id, deletion_id, proposed_by_id, agreed_by_id, until, categories, at)
    SELECT DISTINCT r.other_id, t.deletion_id, t.proposed_by_id, t.agreed_by_id, t.until, t.categories, moment
    FROM record_tombstone t JOIN record_version v ON v.person_id = t.person_id JOIN record_relationship r ON r.version_id = v.id
    WHERE t.deletion_id = decision AND record_only_mentioned_by(r.other_id, t.person_id)
      AND NOT EXISTS (SELECT FROM record_hold h JOIN record_person p ON p.id = r.other_id
                      WHERE NOT EXISTS (SELECT FROM record_holdend e WHERE e.hold_id = h.id) AND (h.person_id = p.id OR h.family = p.family));
  SELECT array_agg(t.person_id), array_agg(p.reference) INTO gone, called
    FROM record_tombstone t JOIN record_person p ON p.id = t.person_id WHERE t.deletion_id = decision;
  FOR place IN SELECT c.conrelid::regclass AS named, a.attname FROM pg_constraint c
      JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
      WHERE c.contype = 'f' AND c.confrelid = 'record_version'::regclass LOOP
    EXECUTE format('DELETE FROM %s WHERE %I IN (SELECT id FROM record_version WHERE person_id = ANY($1))', place.named, place.attname) USING gone;
  END LOOP;
  DELETE FROM record_disclosurecopy WHERE disclosure_id IN (SELECT id FROM record_disclosure WHERE person_id = ANY(gone));
  DELETE FROM record_disclosuredecision WHERE disclosure_id IN (SELECT id FROM record_disclosure WHERE person_id = ANY(gone));
  FOREACH named IN ARRAY ARRAY['record_disclosure', 'record_spoken', 'record_mark', 'record_version', 'record_occurrence', 'record_nametoken',
      'record_standing', 'record_identifier', 'record_restriction', 'people_interest', 'people_opening']::regclass[] LOOP
    EXECUTE format('DELETE FROM %s WHERE person_id = ANY($1)', named) USING gone;
  END LOOP;
  UPDATE record_look SET reason = '', salt = NULL WHERE salt IS NOT NULL AND (person_id = ANY(gone) OR people && gone);
  FOREACH name IN ARRAY called LOOP
    DELETE FROM web_press WHERE strpos(goes_to, name) > 0;
    DELETE FROM web_keptanswer WHERE strpos(answer::text, name) > 0;
    UPDATE web_loadrun SET report = NULL, words = '', progress = '{}' WHERE strpos(coalesce(report::text, '') || words || progress::text, name) > 0;
  END LOOP;
  DELETE FROM web_draft WHERE children && called::varchar[];
  UPDATE people_worker SET person_id = NULL WHERE person_id = ANY(gone);
  UPDATE record_person SET reference = 'CALLED_SO' || id, family = NULL WHERE id = ANY(gone);
  RETURN gone;
END $$;
""".replace("CALLED_SO", ERASED)
DOOR = (KEEP_OR_ERASED, DECLARED_OR_ERASED, CHECKED, ERASE)
