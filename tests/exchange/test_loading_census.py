"""The census and Annex A in the record."""

from datetime import date

import openpyxl
import pytest

from goldthread.exchange.loading import load
from goldthread.people.models import Team, Worker
from goldthread.record.models import Standing, Version
from tests.exchange.conftest import NOW
from tests.exchange.test_census_rows import census
from tests.exchange.test_loading import loaded, spans, stands  # noqa: F401

pytestmark = pytest.mark.django_db


def test_a_referral_opens_the_work_and_its_closing_closes_that_referral(loaded):  # noqa: F811
    closed = "<CINclosureDate>2023-12-01</CINclosureDate><ReasonForClosure>RC7</ReasonForClosure><Assessments>"
    loaded(census_xml=census().replace("<Assessments>", closed, 1))
    ((_, _, closing),) = stands("closing", "A1")
    referral = Version.objects.get(type="referral")
    assert closing.closes == referral.entry
    assert stands("assessment", "A1")[0][2].referral == referral.entry
    assert Standing.objects.get(reference="A1").open is True  # a protection plan is still open


def test_every_module_of_the_census_finds_its_place(loaded):  # noqa: F811
    report = loaded(census_xml=census())
    assert report.faults == []
    assert spans("protection_plan", "A1") == [(date(2023, 5, 20), None)]
    assert [d for d, _, v in stands("conference", "A1") if v.kind == "review"] == [date(2023, 8, 1), date(2024, 1, 15)]
    assert stands("strategy_discussion", "A1")[0][2].enquiry is True
    assert stands("enquiry", "A1")[0][2].conference_needed is None or stands("enquiry", "A1")[0][2].conference_needed is True
    (about,) = [v for _, _, v in stands("person", "A1")]
    assert (about.sex, about.disabilities) == ("F", ["HAND", "HEAR"])
    assert stands("assessment", "A1")[0][2].factors == ["2A", "2B"]


def test_the_next_census_ends_what_was_open(loaded):  # noqa: F811
    loaded(census_xml=census())
    later = census().replace("2024-03-31", "2025-03-31").replace("<CPPstartDate>", "<CPPendDate>2024-06-01</CPPendDate><CPPstartDate>")
    report = loaded(census_xml=later)
    assert report.corrected == {"protection_plan": 1}
    assert spans("protection_plan", "A1") == [(date(2023, 5, 20), date(2024, 6, 1))]


def test_the_same_assessment_in_the_census_and_in_annex_a_is_one(loaded, tmp_path):  # noqa: F811
    loaded(census_xml=census())
    book = openpyxl.Workbook()
    book.active.append(["Child Unique ID", "Date of Birth", "Continuous Assessment Start Date", "Child Seen During Continuous Assessment",
                        "Continuous Assessment Date of Authorisation", "Allocated Team", "Allocated Worker"])  # fmt: skip
    book.active.append(["A1", date(2015, 1, 25), date(2023, 5, 2), "Yes", date(2023, 6, 20), "East", "Nobody Here"])
    book.save(tmp_path / "annex 2024.xlsx")
    report = load([tmp_path / "annex 2024.xlsx"], NOW)
    assert (report.entries.total(), report.corrected) == (0, {"assessment": 1})
    ((day, until, values),) = stands("assessment", "A1")
    assert (day, until, values.child_seen, values.factors) == (date(2023, 5, 2), date(2023, 6, 20), True, ["2A", "2B"])
    assert (values.worker, values.worker_named, values.team, values.team_named) == (None, "Nobody Here", None, "East")


def test_a_worker_whom_annex_a_names_holds_the_child_if_the_service_has_them(tmp_path):
    east = Team.objects.create(name="Locality 4 Unit 1")
    petra = Worker.objects.create_user("petra", None, name="Petra Wills", role="social_worker", team=east)
    book = openpyxl.Workbook()
    book.active.append(["Child Unique ID", "Date of Birth", "Child Protection Plan Start Date", "Date of the Last Statutory Visit",
                        "Was the Child Seen Alone?", "Allocated Team", "Allocated Worker"])  # fmt: skip
    book.active.append(["A1", date(2015, 1, 25), date(2026, 9, 8), date(2026, 11, 2), "a) Yes", "Locality 4 Unit 1", "Petra Wills"])
    book.active.append(["A2", date(2015, 1, 25), date(2026, 9, 8), date(2026, 11, 2), "c) Unknown", "Elsewhere", "Somebody Else"])
    book.save(tmp_path / "annex.xlsx")
    load([tmp_path / "annex.xlsx"], NOW)
    held, waiting = Standing.objects.get(reference="A1"), Standing.objects.get(reference="A2")
    assert (held.worker, held.team, held.last_seen, held.last_alone) == (petra, east, date(2026, 11, 2), date(2026, 11, 2))
    assert (waiting.worker, waiting.last_seen, waiting.last_tried) == (None, None, date(2026, 11, 2))
    assert waiting.team is not None


def test_an_end_before_its_beginning_never_stops_a_load(tmp_path):
    book = openpyxl.Workbook()
    book.active.append(["Child Unique ID", "Date of Birth", "Date Started to be Looked After", "Start date of current legal status", "Child's Legal Status",
                        "Date Ceased to be Looked After", "Start Date of Most Recent Placement", "Placement Type"])  # fmt: skip
    book.active.append(["A1", date(2015, 1, 25), date(2024, 9, 8), date(2026, 11, 2), "C2", date(2025, 1, 1), date(2026, 3, 3), "U6: Foster"])
    book.save(tmp_path / "annex.xlsx")
    report = load([tmp_path / "annex.xlsx"], NOW)
    assert spans("placement", "A1") == [(date(2026, 3, 3), None)]
    assert [f.message for f in report.faults] == [
        "The legal status of 02/11/2026 ends on 01/01/2025, before it begins. It was kept without its end.",
        "The placement of 03/03/2026 ends on 01/01/2025, before it begins. It was kept without its end.",
    ]
