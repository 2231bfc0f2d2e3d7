"""What leaves the house gives nobody away: small numbers, what would betray them, and nothing a spreadsheet would run."""

import csv
import io
from random import Random

import pytest
from django.test import Client

from goldthread.measures.definitions import MEASURES
from goldthread.measures.figures import Figure
from goldthread.people.models import Team
from goldthread.web.measures import publishing
from tests.oversight.conftest import Office
from tests.web.counted import END, IN_TIME, LATE, on_plan
from tests.web.desk import FIXED, ask

SHARE = MEASURES["cp_seen_in_time"]
COUNT = next(m for m in MEASURES.values() if m.kind == "count")


def figure(numerator, denominator=0, unknown=0, group="", measure=SHARE):
    value = 100 * numerator / denominator if denominator else float(numerator)
    return Figure(measure.code, END, group, numerator, denominator, unknown, value)


def hidden(*figures, measure=SHARE):
    return [one.secret for one in publishing.hidden(figures, measure)]


@pytest.mark.parametrize(("numerator", "denominator", "secret"), [
    (20, 40, False), (3, 40, True), (38, 40, True), (4, 5, True), (0, 40, False), (40, 40, False), (0, 3, True), (6, 12, False), (5, 12, True),
])  # fmt: skip
def test_a_number_of_one_to_five_is_hidden_and_so_is_what_is_left_of_it(numerator, denominator, secret):
    assert hidden(figure(numerator, denominator)) == [secret]


@pytest.mark.parametrize(("number", "secret"), [(0, False), (1, True), (5, True), (6, False), (238, False)])
def test_a_count_is_hidden_where_it_is_small(number, secret):
    assert hidden(figure(number, measure=COUNT), measure=COUNT) == [secret]


def test_a_hidden_figure_shows_none_of_its_numbers():
    one = publishing.one_hidden(figure(3, 40, 7), SHARE)
    assert (one.counted, one.of, one.unsure, one.value) == ("c", "c", "c", "c")


def test_a_small_number_we_cannot_tell_is_hidden_by_itself():
    one = publishing.one_hidden(figure(91, 106, 1), SHARE)
    assert (one.counted, one.of, one.unsure, one.value) == ("91", "106", "c", "86%")


def test_one_hidden_part_is_never_alone_because_it_could_be_taken_from_the_sum():
    assert hidden(figure(20, 40), figure(3, 40), figure(10, 20)) == [False, True, True]
    assert hidden(figure(2, 40), figure(3, 40), figure(10, 20)) == [True, True, False]
    assert hidden(figure(3, 40), figure(0, 0)) == [True, False]


@pytest.mark.parametrize("seed", range(60))
def test_no_hidden_number_can_be_worked_out_from_those_beside_it_and_the_whole(seed):
    chance = Random(seed)
    sizes = [chance.randint(0, 30) for _ in range(chance.randint(2, 8))]
    figures = [figure(chance.randint(0, size), size, group=str(n)) for n, size in enumerate(sizes)]
    shown = publishing.hidden(figures, SHARE)
    for one, told in zip(figures, shown, strict=True):
        if not told.secret:
            assert not {one.numerator, one.denominator, one.denominator - one.numerator} & set(publishing.SMALL)
    others = [one for one in figures if one.denominator]
    assert sum(told.secret for told in shown) != 1 or len(others) <= 1


@pytest.mark.parametrize("cell", ["=1+1", "+44", "-2", "@SUM(A1)", "\t=1", "\r=1", '=HYPERLINK("http://x","y")'])
def test_nothing_in_the_table_is_run_by_a_spreadsheet(cell):
    rows = list(csv.reader(io.StringIO(publishing.as_csv(("Name",), [(cell,)]).decode("utf-8-sig"), newline="")))
    assert rows[1][0] == f"'{cell}"


# On the page


@pytest.fixture
def office(db, settings):
    settings.GOLDTHREAD_NOW = FIXED
    office = Office()
    for n in range(12):
        on_plan(office, f"Ama{n}", IN_TIME if n < 6 else LATE)
    west = Team.objects.create(name="=WEST()", manager=office.ngozi)
    office.east = west
    for n in range(2):
        on_plan(office, f"Bo{n}", IN_TIME, worker=None)
    return office


@pytest.mark.django_db
def test_the_page_for_publishing_opens_no_child_and_says_why_things_are_hidden(office):
    page = ask(office.colin, "/measures/cp_seen_in_time/?publish=1")
    assert "/children/?" not in page.main and "hidden as “c”" in page.text
    assert "Beside others" not in page.text and "As it was printed" not in page.text
    assert "/children/?" in ask(office.colin, "/measures/cp_seen_in_time/").main


@pytest.mark.django_db
def test_the_downloaded_table_is_what_may_be_published(office):
    client = Client()
    client.force_login(office.colin)
    answer = client.get("/measures/cp_seen_in_time/figures.csv?by=age")
    rows = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"), newline="")))
    assert answer["Content-Disposition"] == 'attachment; filename="cp_seen_in_time-by-age-2026-10-31.csv"'
    assert [(row["Age"], row["Counted"], row["Out of"]) for row in rows] == [("5 to 9", "8", "14")]
    assert "Larkfield" not in answer.content.decode()


@pytest.mark.django_db
def test_months_too_small_to_publish_are_left_out_of_the_picture(office):
    page = ask(office.colin, "/measures/cp_seen_in_time/?publish=1")
    table = page.main.split("<summary>The same as a table</summary>")[1].split("</table>")[0]
    assert table.count("not known") == 11 and "8 of 14" in table
    assert "Ama" not in page.html
