"""Promises of the pages of a history: every fact with its source, every mark open, every change by somebody who may."""

import re

import pytest

from goldthread.inspection.models import Claim, Theme
from tests.inspection import held
from tests.web import one_child
from tests.web.desk import Page, ask

pytestmark = pytest.mark.django_db
BIRMINGHAM, WRENFORD = "/inspections/birmingham/", "/inspections/wrenford/"


@pytest.fixture(autouse=True)
def half_past_five(settings):
    settings.GOLDTHREAD_NOW = one_child.FIXED
    settings.GOLDTHREAD_AUTHORITY = "Wrenford children’s services"


@pytest.fixture
def office(db):
    return held.office()


@pytest.fixture
def miriam(office):
    return office["miriam"]


@pytest.fixture
def read(miriam):
    return held.all_confirmed(held.kept(miriam), miriam)


def asked(report):
    return f"{WRENFORD}asked/2026-02-13-{report.pk}/"


def send(worker, address, **fields):
    return Page(one_child.signed_in(worker).post(address, fields, follow=True))


def test_nobody_reads_without_signing_in(client):
    assert client.get(BIRMINGHAM).status_code == 302 and client.get("/inspections/").status_code == 302


def test_everybody_signed_in_may_read(office):
    assert {ask(office[name], address).status for name in ("priya", "colin") for address in ("/inspections/", BIRMINGHAM, BIRMINGHAM + "print/")} == {200}


def test_the_list_of_authorities_begins_with_ours(miriam):
    page = ask(miriam, "/inspections/")
    assert page.text.index("Wrenford this authority") < page.text.index("Birmingham")
    assert "Good in all 5 judgements 20 Feb to 3 Mar 2023" in page.text


def test_an_authority_is_found_by_part_of_its_name_and_none_is_told_calmly(miriam):
    assert "Wrenford" not in ask(miriam, "/inspections/?q=birm").text
    assert "No authority whose name has “zz” in it is known here." in ask(miriam, "/inspections/?q=zz").text


def test_an_authority_is_chosen_by_its_name(miriam):
    answer = one_child.signed_in(miriam).get("/inspections/?authority=birmingham")
    assert answer.status_code == 302 and answer.url == BIRMINGHAM
    assert ask(miriam, "/inspections/?authority=no/such").status == 404


def test_an_authority_of_which_nothing_is_known_is_a_calm_page_only_if_it_is_ours(miriam):
    assert "Nothing is known here yet" in ask(miriam, WRENFORD).text
    assert ask(miriam, "/inspections/otterby/").status == 404


def test_every_line_of_the_list_names_its_source(miriam):
    rows = re.findall(r"<li>(?:(?!</li>).)*gt-line__day.*?</li>", ask(miriam, BIRMINGHAM).main, re.S)
    assert len(rows) == 18 and all(re.search(r'<span class="gt-fresh">\s*\S', row) for row in rows)


def test_each_scale_is_written_out_with_the_answer_boxed(miriam):
    page = ask(miriam, BIRMINGHAM)
    assert "serving children well no some most yes" in page.text.replace("given: ", "")
    boxed = re.findall(r'class="is-on"><span class="govuk-visually-hidden">given: </span>([^<]*)<', page.html)
    assert boxed == ["no", "uncertain", "no", "uncertain", "none", "some", "promising", "inadequate", "inadequate", "requires improvement",
                     "requires improvement to be good", "good"]  # fmt: skip


def test_who_ran_the_service_heads_the_years(miriam):
    text = ask(miriam, BIRMINGHAM).text
    order = ["City council: social services from 2000", "Summer 2003", "City council: education and social services in one department from 1 Apr 2006",
             "2008, 2009 or 2010", "Birmingham Children’s Trust, for the council from April 2018", "20 Feb to 3 Mar 2023"]  # fmt: skip
    places = [text.index(words, text.index("The list")) for words in order]
    assert places == sorted(places)


def test_the_table_counts_what_the_reports_list_and_how_often_a_theme_came_back(miriam):
    page = ask(miriam, BIRMINGHAM)
    row = page.text[page.text.index("Permanence: a settled home for good") :]
    assert "p 8 yes, p 8 yes, p 3 yes, p 2 4 Young people leaving care" in row
    assert [page.links[number] for number in ("28", "17", "6", "4")] == [
        f"{BIRMINGHAM}asked/{day}/" for day in ("2014-04-09", "2016-10-06", "2018-12-14", "2023-03-03")
    ]
    assert "2014 counts 16 for the local authority and 12 for the safeguarding board." in page.text


def test_a_mark_without_the_report_says_where_its_words_stand_and_how_to_bring_them(miriam):
    page = ask(miriam, f"{BIRMINGHAM}asked/2018-12-14/?theme=courts")
    assert "page 3 of the report" in page.text and "Its own words are not held here" in page.text and "6 things" in page.text


def test_a_mark_from_the_press_says_that_there_is_no_report(miriam):
    page = ask(miriam, f"{BIRMINGHAM}asked/2005-07-31/?theme=housing")
    assert "of a letter that is not held here" in page.text


def test_a_mark_of_a_held_report_opens_its_words_with_page_and_reason(miriam, read):
    page = ask(miriam, f"{asked(read)}?theme=before_birth")
    assert "Assessments before birth start too late." in page.text and "page 3" in page.text
    assert '<mark class="gt-hist__word">before birth</mark>' in page.html
    assert "suggested by “before birth”; nobody has confirmed it yet" in page.text and "Children on protection plans" not in page.text


def test_a_suggested_mark_is_drawn_otherwise_and_said_to_be_one(miriam, read):
    page = ask(miriam, WRENFORD)
    assert "gt-mdot--suggested" in page.html and "suggested, p 3" in page.text and "not confirmed yet" in page.text


def test_a_person_confirms_a_theme_and_then_takes_it_off(miriam, read):
    address = f"{asked(read)}theme/"
    fact = held.fact(read, "improvement", 1).pk
    page = send(miriam, address, fact=fact, theme="before_birth", belongs="yes", only="before_birth")
    assert "“Assessment before birth” is confirmed." in page.text and "confirmed by Miriam Tarnbrook, 20 November 2026" in page.text
    page = send(miriam, address, fact=fact, theme="before_birth", belongs="no")
    assert "“Assessment before birth” is taken off." in page.text
    assert "Assessment before birth" not in ask(miriam, WRENFORD).text


def test_several_themes_of_a_thing_are_confirmed_at_once(miriam, read):
    fact = held.fact(read, "improvement", 1).pk
    page = send(miriam, f"{asked(read)}theme/", fact=fact, theme=["before_birth", "assessment"], belongs="yes")
    assert "“Assessment before birth” and “Assessments of need and risk” are confirmed." in page.text and Theme.objects.count() == 2


@pytest.mark.parametrize("fields", [{"theme": "no_such"}, {"fact": "99999999"}, {"fact": "x"}, {"fact": ""}, {"theme": ""}])
def test_a_theme_or_a_thing_that_is_not_there_is_404_and_nothing_is_kept(miriam, read, fields):
    given = {"fact": str(held.fact(read, "improvement").pk), "theme": "protection", "belongs": "yes", **fields}
    assert send(miriam, f"{asked(read)}theme/", **given).status == 404 and not Theme.objects.exists()


def test_a_thing_of_another_authority_is_not_decided_from_here(miriam, read):
    fact = held.fact(read, "improvement").pk
    assert send(miriam, f"{BIRMINGHAM}asked/2018-12-14/theme/", fact=fact, theme="courts", belongs="yes").status == 404


def test_whoever_does_not_lead_improvement_sees_no_button_and_is_refused_in_a_sentence(office, read):
    page = ask(office["priya"], f"{asked(read)}")
    assert "Confirm" not in page.text and "Add this theme" not in page.text
    fact = held.fact(read, "improvement").pk
    refused = send(office["priya"], f"{asked(read)}theme/", fact=fact, theme="protection", belongs="yes")
    assert refused.status == 403 and "does not lead improvement" in refused.text and not Theme.objects.exists()
    assert ask(office["priya"], BIRMINGHAM + "add/").status == 403 and send(office["priya"], BIRMINGHAM + "add/").status == 403
    assert "Add a source" not in ask(office["priya"], BIRMINGHAM).text


def test_a_report_or_theme_that_is_not_there_is_404(miriam):
    for address in ("asked/2001-01-01/", "asked/2018-12-14/?theme=nothing", "added/1/"):
        assert ask(miriam, BIRMINGHAM + address).status == 404


def test_facts_that_wait_are_named_and_not_shown(miriam):
    report = held.kept(miriam)
    for one in held.reports.held(report):
        if one.fact.kind != "improvement":
            held.reports.say(one.fact, one.fact.read, now=held.NOW, by=miriam)
    assert "2 facts wait for a person to confirm" in ask(miriam, WRENFORD).text
    page = ask(miriam, asked(report))
    assert "2 facts of this report wait" in page.text and "Assessments before birth" not in page.text


# Adding


GIVEN = {"kind": "event", "when": "March 2015", "words": "A board is set up", "source": "Minutes", "source_day": "2 April 2015", "grade": "", "area": "", "until": ""}


def test_a_source_is_added_and_stands_in_the_list(miriam):
    page = send(miriam, BIRMINGHAM + "add/", **GIVEN)
    assert "It is added, with its source." in page.text and "March 2015 A board is set up Minutes, 2 Apr 2015" in page.text


@pytest.mark.parametrize(
    "fields, says",
    [
        ({"source": ""}, "Name the source."),
        ({"when": ""}, "Say when it was, if only the year."),
        ({"when": "last spring"}, "“last spring” cannot be read as a day."),
        ({"words": ""}, "Say in a few words what the source says."),
        ({"kind": "judgement"}, "Choose the grade, under the scale it belongs to."),
    ],
)
def test_what_is_missing_is_asked_for_and_what_was_written_stays(miriam, fields, says):
    page = send(miriam, BIRMINGHAM + "add/", **{**GIVEN, **fields})
    assert page.status == 422 and says in page.text and not Claim.objects.exists()
    if "words" not in fields:
        assert "A board is set up" in page.html


def test_a_grade_added_on_a_scale_stands_on_that_scale_only(miriam):
    send(miriam, WRENFORD + "add/", **{**GIVEN, "kind": "judgement", "grade": "serving:some", "when": "2005"})
    page = ask(miriam, WRENFORD)
    assert "Serving children well?" in page.html and "requires improvement" not in page.text.lower()


def test_what_was_added_is_opened_and_taken_back_with_a_reason(miriam):
    send(miriam, BIRMINGHAM + "add/", **GIVEN)
    address = ask(miriam, BIRMINGHAM).links["Minutes, 2 Apr 2015"]
    assert "A board is set up" in ask(miriam, address).text and "Miriam Tarnbrook" in ask(miriam, address).text
    assert send(miriam, address, why=" ").status == 422
    page = send(miriam, address, why="Another council")
    assert "It is taken back." in page.text and "A board is set up" not in page.text
    assert "Taken back by Miriam Tarnbrook" in ask(miriam, address).text


def test_words_from_outside_are_only_words(miriam):
    send(miriam, BIRMINGHAM + "add/", **{**GIVEN, "words": "<script>alert(1)</script>", "source": "<b>x</b>"})
    page = ask(miriam, BIRMINGHAM)
    assert "<script>alert" not in page.html and "<b>x</b>" not in page.html and "alert(1)" in page.text


# On paper


def test_on_paper_everything_is_open(miriam):
    page = ask(miriam, BIRMINGHAM + "print/")
    assert "<details" not in page.main and "gt-pic" in page.html and "What we do not know (3)" in page.text and "Printed by Miriam Tarnbrook" in page.html
