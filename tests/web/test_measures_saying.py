"""Promises of how a figure is said beside its target: what is not known never makes one met."""

from datetime import date

import pytest

from goldthread.measures.definitions import MEASURES
from goldthread.measures.figures import Figure
from goldthread.web.measures import saying

FEWER = next(m for m in MEASURES.values() if m.polarity == "lower" and m.kind == "share" and m.target)
MORE = next(m for m in MEASURES.values() if m.polarity == "higher" and m.kind == "share" and m.target)
COUNTED = next(m for m in MEASURES.values() if m.polarity == "lower" and m.kind == "count" and m.target is not None)


def said(measure, counted, of, unknown):
    value = float(counted) if measure.kind == "count" else 100 * counted / of
    return saying.towards(Figure(measure.code, date(2026, 10, 31), "", counted, of, unknown, value), measure)


@pytest.mark.parametrize("measure", [FEWER, MORE])
def test_a_share_of_which_nothing_is_known_is_neither_met_nor_missed(measure):
    assert said(measure, 0, 172, 172) == ("unsure", "we cannot tell")


@pytest.mark.parametrize(("unknown", "mark"), [(0, "met"), (172, "unsure"), (100, "unsure")])
def test_where_fewer_is_better_what_is_not_known_does_not_help(unknown, mark):
    assert said(FEWER, 0, 172, unknown)[0] == mark


def test_where_fewer_is_better_a_target_that_is_met_at_the_worst_is_met():
    assert said(FEWER, 0, 1000, 1) == ("met", "target met")


def test_a_number_of_children_whom_we_cannot_tell_is_added_before_a_target_is_met():
    assert said(COUNTED, COUNTED.target, 0, 0)[0] == "met"
    assert said(COUNTED, COUNTED.target, 0, 1) == ("unsure", "we cannot tell")


def test_a_target_that_is_missed_even_at_the_best_is_missed():
    assert said(MORE, 0, 100, 99)[0] == "soon"
