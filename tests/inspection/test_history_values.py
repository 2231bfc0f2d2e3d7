"""Promises of days said as exactly as a source says them, and of names."""

from datetime import date

import pytest

from goldthread.inspection.history.names import short_name, slug_of
from goldthread.inspection.history.reading import when_of
from goldthread.inspection.history.scales import BOXES, FOUR, SCALES, box_of, scale_of
from goldthread.inspection.history.values import MONTH, SEASON, Source, When
from tests.inspection.told import on, year


@pytest.mark.parametrize(
    "when, words",
    [
        (on(2018, 12, 3), "3 Dec 2018"),
        (When(date(2018, 12, 3), date(2018, 12, 14)), "3 to 14 Dec 2018"),
        (When(date(2023, 2, 20), date(2023, 3, 3)), "20 Feb to 3 Mar 2023"),
        (When(date(2019, 12, 30), date(2020, 1, 10)), "30 Dec 2019 to 10 Jan 2020"),
        (When(date(2005, 7, 1), exact=MONTH), "July 2005"),
        (When(date(2005, 7, 1), date(2005, 9, 30), MONTH), "July to September 2005"),
        (When(date(2005, 11, 1), date(2006, 2, 1), MONTH), "November 2005 to February 2006"),
        (When(date(2003, 6, 1), exact=SEASON), "Summer 2003"),
        (year(2004), "2004"),
        (year(2004, 2005), "2004–05"),
        (year(1999, 2003), "1999–2003"),
    ],
)
def test_a_day_is_said_as_exactly_as_the_source_says_it(when, words):
    assert when.words == words


@pytest.mark.parametrize(
    "when, first, last",
    [
        (on(2018, 12, 3), date(2018, 12, 3), date(2018, 12, 3)),
        (When(date(2005, 7, 9), exact=MONTH), date(2005, 7, 1), date(2005, 7, 31)),
        (When(date(2004, 2, 1), exact=MONTH), date(2004, 2, 1), date(2004, 2, 29)),
        (When(date(2003, 6, 1), exact=SEASON), date(2003, 6, 1), date(2003, 8, 31)),
        (When(date(2003, 12, 1), exact=SEASON), date(2003, 12, 1), date(2004, 2, 29)),
        (year(2004), date(2004, 1, 1), date(2004, 12, 31)),
        (year(2004, 2005), date(2004, 1, 1), date(2005, 12, 31)),
    ],
)
def test_what_is_not_exact_covers_every_day_it_may_have_been(when, first, last):
    assert (when.first, when.last) == (first, last) and first <= when.place <= last


def test_an_inspection_is_drawn_on_its_last_day_and_a_year_in_its_middle():
    assert When(date(2023, 2, 20), date(2023, 3, 3)).place == date(2023, 3, 3)
    assert year(2001).place == date(2001, 7, 2)


@pytest.mark.parametrize("words, said", [("23 May 2014", "23 May 2014"), ("23/05/2014", "23 May 2014"), ("May  2014", "May 2014"), ("2014", "2014"),
                                         ("1 Feb 2019", "1 Feb 2019"), ("2014-05-23", "23 May 2014")])  # fmt: skip
def test_a_day_is_read_as_people_write_it(words, said):
    assert when_of(words).words == said


@pytest.mark.parametrize("words", ["", "last spring", "31 February 2014", "14", "0001", "12/2014/3", "May 20144"])
def test_what_is_no_day_is_not_guessed(words):
    assert when_of(words) is None


@pytest.mark.parametrize(
    "written, name",
    [
        ("Birmingham City Council", "Birmingham"), ("City of York", "York"), ("Kingston upon Hull, City of", "Kingston upon Hull"),
        ("Royal Borough of Kensington and Chelsea", "Kensington and Chelsea"), ("City of London", "City of London"),
        ("Wrenford children’s services", "Wrenford"), ("Bath & North East Somerset", "Bath and North East Somerset"),
        ("Herefordshire, County of", "Herefordshire"), ("Durham County Council", "Durham"), ("The London Borough of Barnet", "Barnet"),
        ("Isle of Wight", "Isle of Wight"), ("Brighton and Hove City Council", "Brighton and Hove"), ("Medway", "Medway"),
    ],
)  # fmt: skip
def test_one_authority_has_one_name_however_it_is_written(written, name):
    assert short_name(written) == name and slug_of(written) == slug_of(name)


def test_no_two_authorities_share_an_address():
    assert slug_of("City of London") != slug_of("Barnet") and slug_of("Derby City") != slug_of("Derbyshire")


def test_a_source_says_its_day_and_of_a_report_that_it_was_published():
    assert Source("BBC", year(2017)).said == "BBC, 2017"
    assert Source("Ofsted report", on(2019, 1, 17), "report").said == "Ofsted report, published 17 Jan 2019"
    assert Source("minutes").said == "minutes"


def test_every_form_that_a_report_can_have_has_its_scale_and_its_box():
    forms = ("lac_2013", "sif_with_lscb", "sif_without_lscb", "sif_lscb_appended", "sif_reinspection", "lscb_review", "ilacs_2018", "ilacs_2023",
             "ilacs_2026_no_overall", "other", "something new")  # fmt: skip
    assert [box_of(form).code for form in forms] == ["lac", "sif", "sif", "sif", "sif", "lscb", "ilacs", "ilacs", "ilacs", "other", "other"]
    assert scale_of("ilacs_2026_no_overall").code == "ilacs_2026"


def test_no_scale_knows_the_grades_of_another_regime():
    assert "adequate" not in dict(FOUR) and "requires_improvement" not in dict(SCALES["lac_2013"].grades)
    assert not set(dict(SCALES["serving"].grades)) & set(dict(SCALES["sif"].grades))
    assert {scale.box for scale in SCALES.values()} == set(BOXES)
