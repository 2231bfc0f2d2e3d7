"""Published returns, loaded whole: every child, episode and review is there, counted here by other means."""

import csv
from collections import Counter
from datetime import UTC, datetime

import openpyxl
import pytest
from lxml import etree

from goldthread.exchange.loading import load
from goldthread.record.models import Identifier, Occurrence, Standing, Version
from tests.real.shared import DATA, needs_data

pytestmark = [needs_data, pytest.mark.django_db]

NOW = datetime(2026, 11, 20, 17, 28, tzinfo=UTC)
LOOKED_AFTER, CENSUS, LISTS = DATA / "returns" / "ssda903_2017_2021", DATA / "returns" / "cin", DATA / "returns" / "annex_a"


def told(table):
    """The rows of one table in all years, with the year."""
    for path in sorted(LOOKED_AFTER.glob(f"*-{table}.csv")):
        with path.open(newline="") as file:
            for row in csv.DictReader(file):
                yield path.name[:4], row


def day(text):
    return datetime.strptime(text, "%d/%m/%Y").date()


def entries(kind):
    """(child's number, day) of every standing entry of a type."""
    numbers = dict(Identifier.objects.filter(scheme="child id").values_list("person", "value"))
    return {(numbers[p], d) for p, d in Version.objects.filter(type=kind, superseded_at=None).values_list("person", "day")}


def test_five_years_of_looked_after_returns_are_all_there():
    report = load([LOOKED_AFTER], NOW)
    children = {row["CHILD"] for _, row in told("header")}
    assert set(Identifier.objects.filter(scheme="child id").values_list("value", flat=True)) == children
    assert report.children == report.new_children == len(children)
    assert report.rows == sum(len(path.read_text().splitlines()) - 1 for path in LOOKED_AFTER.glob("*.csv"))

    reviews = {(row["CHILD"], day(row["REVIEW"])) for _, row in told("reviews")}
    assert entries("review") == reviews
    assert report.entries["review"] == len(reviews)

    episodes = {(row["CHILD"], day(row["DECOM"])) for _, row in told("episodes")}
    assert entries("placement") | entries("legal_status") == episodes

    for kind, table, column in (("missing", "missing", "MIS_START"), ("previous_permanence", "previous_permanence", None)):
        rows = {(row["CHILD"], column and row[column]) for _, row in told(table)}
        assert report.entries[kind] == len(rows)
    assert report.entries["year_in_care"] == len({(year, row["CHILD"]) for year, row in told("oc2")})


def test_the_last_return_of_a_child_says_whether_they_are_in_care():
    load([LOOKED_AFTER], NOW)
    last = {}
    for _, row in sorted(told("episodes"), key=lambda told: told[0]):
        last[row["CHILD"], row["DECOM"]] = row
    newest = {}
    for (child, begins), row in last.items():
        if child not in newest or day(begins) > day(newest[child]["DECOM"]):
            newest[child] = row
    looked_after = {child for child, row in newest.items() if not row["DEC"]}
    assert set(Standing.objects.filter(kinds__contains=["care"]).values_list("reference", flat=True)) == looked_after
    assert not Standing.objects.filter(open=True, team=None).exists()
    assert not Standing.objects.filter(open=True, next_due=None).exists()


def test_reviews_lead_to_the_next_review_with_a_day():
    load([LOOKED_AFTER], NOW)
    held = Version.objects.filter(type="review").values("person").distinct().count()
    assert Occurrence.objects.filter(code__startswith="LAC-REV").exists() or Occurrence.objects.filter(met__isnull=False).exists()
    assert held > 700


def test_faults_of_the_returns_are_told_where_they_stand():
    report = load([LOOKED_AFTER], NOW)
    homes = {(f"{year}-oc3.csv", row["ACCOM"]) for year, row in told("oc3") if row["ACCOM"] not in ("", "0") and row["ACCOM"][0] == "0"}
    assert {(f.file, f.message[10:12]) for f in report.faults if f.column == "ACCOM"} == homes
    assert all(f.message.endswith(".") and f.row > 1 for f in report.faults)


def test_the_same_returns_again_change_nothing():
    load([LOOKED_AFTER, CENSUS, LISTS], NOW)
    before = Version.objects.count()
    again = load([LOOKED_AFTER, CENSUS, LISTS], NOW)
    assert (again.entries.total(), again.corrected.total(), again.new_children) == (0, 0, 0)
    assert Version.objects.count() == before


def test_years_loaded_one_by_one_end_where_all_at_once_do():
    def stands():
        return Counter(
            (v.person.reference, v.type, v.day, v.until)
            for v in Version.objects.filter(superseded_at=None, withdrawn=False, type__in=["placement", "looked_after", "legal_status", "review", "missing"]).select_related("person")
        )  # fmt: skip

    for year in range(2017, 2022):
        load(sorted(LOOKED_AFTER.glob(f"{year}-*.csv")), NOW)
    one_by_one = stands()
    assert load([LOOKED_AFTER], NOW).entries.total() == 0
    assert stands() == one_by_one


def test_the_census_is_all_there():
    report = load([CENSUS], NOW)
    files = [etree.parse(path) for path in sorted(CENSUS.glob("*.xml"))]
    ids = {e.text for file in files for e in file.iter("LAchildID")}
    assert report.children == len(ids)
    referrals = {(c.findtext("ChildIdentifiers/LAchildID"), d.findtext("CINreferralDate")) for file in files for c in file.iter("Child") for d in c.iter("CINdetails")}
    assert {(child, str(on)) for child, on in entries("referral")} == referrals
    assert report.entries["protection_plan"] == sum(1 for file in files for _ in file.iter("CPPstartDate"))


def test_the_annex_a_lists_are_all_there():
    report = load([LISTS], NOW)
    book = openpyxl.load_workbook(next(LISTS.glob("*.xlsx")), data_only=True)
    rows = {sheet.title: [r for r in sheet.iter_rows(min_row=2, values_only=True) if any(v is not None for v in r)] for sheet in book}
    assert report.rows == sum(map(len, rows.values()))
    children = {str(row[0]) for title, found in rows.items() if title != "List 11" for row in found}
    assert set(Identifier.objects.filter(scheme="child id").values_list("value", flat=True)) == children
    assert report.entries["contact"] == len(rows["List 1"])
    assert report.entries["protection_plan"] == len({(row[0], row[6]) for row in rows["List 7"]})
    assert any(f.sheet == "List 11" and "Adopters are not children" in f.message for f in report.faults)
