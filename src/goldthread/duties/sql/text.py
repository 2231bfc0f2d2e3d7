"""The whole text of the engine, in its order."""

from goldthread.duties.sql import text_closings, text_due, text_lives, text_openings, text_stages, text_stretches
from goldthread.duties.sql.dialect import Dialect
from goldthread.duties.sql.steps import Step, gone
from goldthread.duties.sql.tables import Book

RESULT = "gt_row"


def text(rules: Book, dialect: Dialect, events: str, known: str | None = None, *, in_march: bool = True) -> list[Step]:
    """Every step from a relation of events to the table `RESULT`. `known` is a moment in ISO 8601."""
    return [
        *gone(RESULT),
        *text_lives.heard(events, text_lives.as_known(known), dialect),
        *text_lives.lives(rules, in_march),
        *text_lives.episodes(),
        *text_stages.stages(rules, dialect),
        *text_stretches.stretches(rules),
        *gone("gt_stage", "gt_eligible", "gt_whole", "gt_outer_end", "gt_inner", "gt_other", "gt_part"),
        *text_openings.openings(rules),
        *gone("gt_time", "gt_often", "gt_before", "gt_carried", "gt_start", "gt_held", "gt_gap", "gt_missing"),
        *text_closings.closings(events, rules, dialect),
        *text_due.intervals(rules, dialect),
        *text_due.due(rules, dialect, rules.working),
        *text_due.rows(dialect),
        *gone(
            "gt_ev",
            "gt_life",
            "gt_age",
            "gt_episode",
            "gt_stretch",
            "gt_live",
            "gt_occurrence",
            "gt_step",
            "gt_timed",
            "gt_owed",
            "gt_written",
        ),
    ]
