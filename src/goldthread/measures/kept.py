"""Measures of duties that the authority does not keep: they have no figure, rather than one in which nothing was late."""

from datetime import date

from goldthread.duties import RULES, Settings
from goldthread.measures.shape import FellDue, Kept, Measure, Owed


def codes(measure: Measure) -> frozenset[str]:
    """The duties whose occurrences a measure counts; none where it counts the record's own entries."""
    rows = measure.rows.codes if isinstance(measure.rows, FellDue) else ()
    return frozenset((*rows, *(code for _, what in measure.beside if isinstance(what, Owed | Kept) for code in what.codes)))


def is_kept(measure: Measure, day: date, settings: Settings) -> bool:
    """Whether any of the duties that a measure counts is kept by a day. One that counts no duties always is."""
    counted = codes(measure)
    if not counted or not settings.kept:
        return True
    return any(settings.kept_from(rule.code) <= day for rule in RULES if counted & set(rule.codes))
