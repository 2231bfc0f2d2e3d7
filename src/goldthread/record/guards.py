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


SETTINGS = ("record_localsetting",)
"""Tables of no entry type that migration 0007 begins to guard."""
RETENTION = ("record_disclosure", "record_disclosuredecision", "record_hold", "record_holdend", "record_deletion", "record_deletionanswer")
"""Tables of no entry type that migration 0014 begins to guard. Copies of what was given are not: their content goes after its last day."""
LATER = {
    "0005_annex_a_guards": ("early_help", "list_answers", "adopter"),
    "0010_every_duty_guards": (
        "access_request", "adopter_decision", "adopter_review", "adopters_child", "adoption_papers", "adoption_plan",
        "adoption_step", "allegation", "allegation_progress", "away_visit", "before_birth", "care_arrangement",
        "care_decision", "care_step", "carer_information", "complaint", "concern", "contact_refused", "court_report",
        "court_step", "data_breach", "death", "emergency_power", "family_breaks", "foster_approval", "foster_carer_step",
        "foster_home_empty", "fostering_application", "fostering_decision", "fostering_event", "freedom_request",
        "guardianship_support", "handover", "health_step", "home", "home_check", "home_event", "lead_practitioner",
        "leaving_care_step", "life_after_care", "long_stay", "move_away", "needs_advice", "plan_step", "post",
        "pre_proceedings", "private_fostering", "private_fostering_change", "private_fostering_plan", "proceedings",
        "protection_medical", "record_audit", "record_work", "registration_year", "review_arranged", "review_dispute",
        "review_step", "school_change", "secure", "serious_incident", "significant_change", "special_assessment",
        "supervision_order", "trying_to_reach", "visit_step", "worker_step",
    ),
}
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
