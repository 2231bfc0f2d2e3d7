"""Promises of the table of what came back: years that can be told apart, pages as people write them, and a list where it is too wide."""

from datetime import date

import pytest

from goldthread.inspection.history.asked import columns
from goldthread.inspection.history.values import Asked, Source, When
from goldthread.web.history.matrix import heads, matrix, pages
from goldthread.web.history.things import marked
from goldthread.web.history.ways import page_words, sources
from goldthread.web.said import plain
from tests.inspection.told import on, source


def asked(*day, **themes):
    return Asked(on(*day), source("Ofsted report"), {"local_authority": 3}, themes)


@pytest.mark.parametrize("found, words", [((8,), "p 8"), ((8, 9), "p 8–9"), ((7, 32, 33), "p 7, 32–33"), ((0,), "press"), ((), "no page")])
def test_pages_are_said_as_people_write_them(found, words):
    assert pages(found) == words


@pytest.mark.parametrize("found, words", [((8,), "page 8"), ((7, 32), "pages 7, 32"), ((0,), ""), ((), "")])
def test_pages_in_a_sentence(found, words):
    assert page_words(found) == words


def test_a_source_is_named_once_with_the_pages_its_facts_stand_on():
    told = [Source("Ofsted report", on(2014, 5, 23), "report", page=page) for page in (23, 1, 1)] + [source("BBC")]
    assert plain(sources(told)) == "Ofsted report, published 23 May 2014, pages 1, 23; BBC"


def test_a_year_with_two_reports_says_their_months():
    found = columns([asked(2015, 6, 3), asked(2015, 8, 3), asked(2018, 1, 9)], [])
    assert heads(found) == ("Jun 2015", "Aug 2015", "2018")


def test_each_mark_opens_its_theme_in_its_report():
    (line,) = matrix(columns([asked(2014, 4, 9, courts=(8,)), asked(2016, 4, 9)], []), "otterby").lines
    (head, mark), (_, nothing) = line.headed
    assert (head, mark.words, mark.href, nothing) == ("2014", "p 8", "/inspections/otterby/asked/2014-04-09/?theme=courts", None)


def test_more_than_five_reports_are_a_list_on_a_phone():
    five = [asked(2014 + n, 4, 9) for n in range(5)]
    assert not matrix(columns(five, []), "x").wide and matrix(columns([*five, asked(2020, 1, 1)], []), "x").wide


def test_a_number_of_things_opens_them_and_a_source_without_pages_says_press():
    letter = Asked(When(date(2005, 7, 1), exact="month"), source("press"), {}, {"housing": (0,)})
    totals = matrix(columns([letter, asked(2014, 4, 9)], []), "x").totals
    assert [(words, href) for _, words, href in totals] == [("press", "/inspections/x/asked/2005-07-31/"), ("3", "/inspections/x/asked/2014-04-09/")]


def test_the_shared_words_are_marked_wherever_the_hyphens_stand_and_the_rest_is_only_words():
    assert marked("Early-Help <b>", ["Early Help"]) == '<mark class="gt-hist__word">Early-Help</mark> &lt;b&gt;'
    assert marked("nothing", []) == "nothing"
    assert marked("a.b", ["a.b"]).startswith("<mark")
