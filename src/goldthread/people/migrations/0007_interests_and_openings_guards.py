from django.db import migrations

KEPT = """
CREATE FUNCTION people_is_kept() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE moment text := TG_ARGV[0];
BEGIN
  IF TG_OP = 'UPDATE' AND to_jsonb(OLD) ->> moment IS NULL AND to_jsonb(NEW) ->> moment IS NOT NULL
     AND (to_jsonb(OLD) - TG_ARGV) = (to_jsonb(NEW) - TG_ARGV) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'What was declared is kept as it was: only its end, or who answered, is added once (% on %).', TG_OP, TG_TABLE_NAME;
END $$;
CREATE TRIGGER people_interest_is_kept BEFORE UPDATE OR DELETE ON people_interest
  FOR EACH ROW EXECUTE FUNCTION people_is_kept('ended_at', 'ended_by_id', 'ended_why');
CREATE TRIGGER people_opening_is_kept BEFORE UPDATE OR DELETE ON people_opening
  FOR EACH ROW EXECUTE FUNCTION people_is_kept('seen_at', 'seen_by_id');
"""
NOT_KEPT = """
DROP TRIGGER people_interest_is_kept ON people_interest;
DROP TRIGGER people_opening_is_kept ON people_opening;
DROP FUNCTION people_is_kept();
"""


class Migration(migrations.Migration):
    dependencies = [("people", "0006_interests_and_openings")]
    operations = [migrations.RunSQL(KEPT, NOT_KEPT)]
