"""The rules as the second engine lays them out: nothing twice, and no question that no rule asks."""

from goldthread.clock.calendars import working_days_in_england
from goldthread.duties import DEFAULTS, RULES
from goldthread.duties.engine import lowered
from goldthread.duties.sql import book, statements
from goldthread.duties.sql.dialect import DUCKDB, POSTGRESQL


def forms(*codes: str):
    chosen = tuple(duty for duty in RULES if not codes or set(duty.codes) & set(codes))
    return lowered(chosen, DEFAULTS, working_days_in_england(None))


def test_spans_that_count_the_same_are_laid_out_once():
    rules = book(forms())
    assert len({tables.counts for tables in rules.spans}) == len(rules.spans)
    assert len(rules.spans) < len(rules.rows["gt_versions"])


def test_every_version_of_a_number_counts_as_it_says():
    asked = forms()
    rules = book(asked)
    said = [(rule, n, timed.due.counts) for rule, form in enumerate(asked) for n, step in enumerate(form.intervals) for timed in step.versions]
    assert [(rule, n, rules.spans[span].counts) for rule, n, _, _, span, _, _ in rules.rows["gt_versions"]] == said


def test_what_no_rule_asks_for_is_not_looked_for():
    few, every = ("\n".join(statements(forms(*codes), DUCKDB)) for codes in (("FD01",), ()))
    for table in ("gt_walk", "gt_done", "gt_written", "gt_hour", "gt_step", "gt_held"):
        assert f"CREATE TEMP TABLE {table} AS" in every
        assert f"CREATE TEMP TABLE {table} AS" not in few


def test_only_duckdb_is_told_which_side_of_a_join_to_hold():
    assert any("disabled_optimizers" in step for step in statements(forms("FD01"), DUCKDB))
    assert not any("disabled_optimizers" in step for step in statements(forms("FD01"), POSTGRESQL))
