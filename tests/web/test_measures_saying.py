"""Promises of how a figure is said beside its target: what is not known never makes one met."""

from datetime import date

import pytest

from goldthread.measures.definitions import MEASURES
from goldthread.measures.figures import Figure
from goldthread.web.measures import saying

FEWER = next(m for m in MEASURES.values() if m.polarity == "lower" and m.kind == "share" and m.target)
MORE = next(m for m in MEASURES.values() if m.polarity == "higher" and m.kind == "share" and m.target)
COUNTED = next(m for m in MEASURES.values() if m.polarity == "lower" and m.kind == "count" and m.target is not None)


MIDDLE = next(m for m in MEASURES.values() if m.kind == "median")
DAY = date(2026, 10, 31)


def figure(measure, counted, of, unknown):
    value = float(counted) if measure.kind == "count" else 100 * counted / of
    return Figure(measure.code, DAY, "", counted, of, unknown, value)


def said(measure, counted, of, unknown):
    return saying.towards(figure(measure, counted, of, unknown), measure)


@pytest.mark.parametrize("measure", [FEWER, MORE])
def test_a_share_of_which_nothing_is_known_is_neither_met_nor_missed(measure):
    assert said(measure, 0, 172, 172) == ("unsure", "we cannot tell")


@pytest.mark.parametrize("measure", [FEWER, MORE])
def test_a_share_of_which_nothing_is_known_is_not_said_as_0_per_cent_and_leaves_a_gap_in_its_trend(measure):
    dark, light = figure(measure, 0, 172, 172), figure(measure, 43, 172, 100)
    assert saying.value(dark, measure) == "not known" and saying.rests_on(dark, measure) == "0 of 172; 172 we cannot tell"
    assert [point.value for point in saying.points([dark, light], measure)] == [None, 25.0]
    assert [number for _, number in saying.small_line(measure, [dark, light]).points] == [None, 25.0]
    assert saying.moved(dark, light, measure) == saying.moved(light, dark, measure) == ""


def test_a_share_of_which_one_row_is_known_has_a_figure_and_one_of_nobody_has_none():
    assert saying.value(figure(MORE, 0, 172, 171), MORE) == "0%"
    assert saying.value(Figure(MORE.code, DAY, "", 0, 0, 0, None), MORE) == "nobody counted"
    assert saying.value(figure(COUNTED, 0, 0, 3), COUNTED).startswith("0")


def test_a_median_of_which_nothing_is_known_counted_somebody():
    assert saying.value(Figure(MIDDLE.code, DAY, "", 0, 0, 4, None), MIDDLE) == "not known"


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
