"""Published returns of every kind, loaded whole and counted here by other means."""

from collections import Counter

import openpyxl
import pytest
from lxml import etree

from goldthread.exchange.loading import load
from goldthread.record.models import Identifier, Version
from tests.real.published import CENSUS, LISTS, LOOKED_AFTER, NOW, entries
from tests.real.shared import needs_data

pytestmark = [needs_data, pytest.mark.django_db]


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
    assert report.entries["adopter"] == len(rows["List 11"])
    assert report.entries["early_help"] == len(rows["List 2"])
    assert report.children == len(children)
