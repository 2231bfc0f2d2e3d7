"""Five published years of looked-after returns, loaded once: every child, episode and review is there."""

from collections import defaultdict

import pytest
from django.db import transaction

from goldthread.clock.ages import add_months
from goldthread.exchange.loading import load
from goldthread.record.models import Identifier, Occurrence, PersonDetails, Standing
from tests.real.published import LOOKED_AFTER, NOW, day, entries, told
from tests.real.shared import needs_data

pytestmark = needs_data


@pytest.fixture(scope="module")
def report(django_db_setup, django_db_blocker):
    """The report of the load; what was loaded is there for the tests of this file and taken back after them."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield load([LOOKED_AFTER], NOW)
        transaction.set_rollback(True)


def test_every_child_is_there(report):
    children = {row["CHILD"] for _, row in told("header")}
    assert set(Identifier.objects.filter(scheme="child id").values_list("value", flat=True)) == children
    assert report.children == report.new_children == len(children)


def test_every_row_was_read(report):
    assert report.rows == sum(len(path.read_text().splitlines()) - 1 for path in LOOKED_AFTER.glob("*.csv"))
    assert all(file.kept == file.rows for file in report.files)


def test_every_review_is_there_once(report):
    reviews = {(row["CHILD"], day(row["REVIEW"])) for _, row in told("reviews")}
    assert entries("review") == reviews
    assert report.entries["review"] == len(reviews)


def test_every_episode_shows_as_the_beginning_of_a_placement_or_a_legal_status(report):
    assert entries("placement") | entries("legal_status") == {(row["CHILD"], day(row["DECOM"])) for _, row in told("episodes")}


def test_every_other_table_is_there(report):
    for kind, table, column in (("missing", "missing", "MIS_START"), ("previous_permanence", "previous_permanence", None)):
        assert report.entries[kind] == len({(row["CHILD"], column and row[column]) for _, row in told(table)})
    assert report.entries["year_in_care"] == len({(year, row["CHILD"]) for year, row in told("oc2")})
    asylum = {row["CHILD"] for _, row in told("uasc")}
    assert PersonDetails.objects.filter(unaccompanied=True).count() == len(asylum)


def test_the_last_return_of_a_child_says_whether_they_are_in_care(report):
    last = {(row["CHILD"], row["DECOM"]): row for _, row in told("episodes")}
    newest = {}
    for (child, begins), row in last.items():
        if child not in newest or day(begins) > day(newest[child]["DECOM"]):
            newest[child] = row
    in_care = {child for child, row in newest.items() if not row["DEC"]}
    assert set(Standing.objects.filter(kinds__contains=["care"]).values_list("reference", flat=True)) == in_care


def test_no_open_child_is_without_an_owner_and_a_next_date(report):
    assert Standing.objects.filter(open=True).count() > 50
    assert not Standing.objects.filter(open=True, team=None).exists()
    assert not Standing.objects.filter(open=True, next_due=None).exists()


def test_the_next_review_is_due_six_months_after_the_last(report):
    held = defaultdict(set)
    for _, row in told("reviews"):
        held[row["CHILD"]].add(day(row["REVIEW"]))
    checked = 0
    for standing in Standing.objects.filter(kinds__contains=["care"]):
        since = [d for d in held[standing.reference] if d > standing.kind_since]
        if len(since) >= 2 and max(since) <= NOW.date():
            owed = Occurrence.objects.get(person=standing.person_id, code__in=("LR01", "LR02", "LR03"), met=None, ended=None)
            assert owed.due == add_months(max(since), 6)
            checked += 1
    assert checked > 10


def test_faults_of_the_returns_are_told_where_they_stand(report):
    homes = {(f"{year}-oc3.csv", row["ACCOM"]) for year, row in told("oc3") if row["ACCOM"] not in ("", "0") and row["ACCOM"][0] == "0"}
    assert {(f.file, f.message[10:12]) for f in report.faults if f.column == "ACCOM"} == homes
    assert all(f.message.endswith(".") and f.row > 1 for f in report.faults)
