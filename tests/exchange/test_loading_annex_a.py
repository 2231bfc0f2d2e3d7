"""What the Annex A lists become in the record."""

from datetime import date

import openpyxl
import pytest

from goldthread.exchange import annex_a
from goldthread.exchange.loading import QUEUE, load
from goldthread.people.models import Team, Worker
from goldthread.record.models import Identifier, Person, Standing, Version
from tests.exchange.annexed import listed
from tests.exchange.conftest import NOW
from tests.exchange.test_census_rows import census
from tests.exchange.test_loading import spans, stands

pytestmark = pytest.mark.django_db

CHILD = {"Child Unique ID": "A1", "Date of Birth": date(2015, 1, 25)}
CONTACT = {**CHILD, "Date of Contact": date(2026, 11, 18), "Contact Source": "q) 6: Police"}
DISABLED, TEAM, WORKER = "Does the Child have a Disability", "Allocated Team", "Allocated Worker"
REFERRED = {**CHILD, "Date of referral": date(2026, 9, 1), "Referral NFA?": "b) No"}
IN_NEED = {**CHILD, "CIN Start Date": date(2026, 9, 1), "Primary Need Code": "N1", "Case Status": "c) Child in need plan"}
ENQUIRY = {**CHILD, "Strategy discussion initiating Section 47 Enquiry Start Date": date(2026, 11, 2)}
IN_CARE = {**CHILD, "Date Started to be Looked After": date(2026, 9, 1), "Child's Legal Status": "C2: FCO", "Start date of current legal status": date(2026, 9, 1)}
LEAVING = {"Child Unique ID": "A1", "Date of Birth": date(2007, 1, 25), "Eligibility Category": "b) Former relevant child", "LA in Touch": None}
DECIDED = {**CHILD, "Date the Child Entered Care": date(2025, 1, 6), "Date of Decision that Child Should be Placed for Adoption": date(2025, 9, 1)}
ADOPTER = {"Individual adopter identifier": "A1", "Gender": "b) Female", "Disability": "b) No", "Date enquiry received": date(2026, 2, 2)}


@pytest.fixture
def lists(tmp_path):
    """Load lists, each given by its number as rows of the columns that matter; other columns of the list are blank."""

    def of(name="lists", by=None, **given):
        book = openpyxl.Workbook()
        book.remove(book.active)
        for number, rows in given.items():
            shape = next(s for s in annex_a.SHAPES if s.table == f"annex_a.{number[1:]}")
            names = ["Gender" if c.name == "Sex" else c.name for c in shape.columns]
            assert {key for row in rows for key in row} <= set(names)
            sheet = book.create_sheet(f"List {number[1:]}")
            sheet.append(names)
            for row in rows:
                sheet.append([row.get(n) for n in names])
        book.save(tmp_path / f"{name}.xlsx")
        return load([tmp_path / f"{name}.xlsx"], NOW, by=by)

    return of


def test_two_calls_on_one_day_from_one_source_are_two_contacts_and_stay_two(lists):
    report = lists(_1=[CONTACT, CONTACT, {**CONTACT, "Contact Source": "e) 2A: Schools"}])
    assert (report.entries["contact"], report.faults) == (3, [])
    assert lists(_1=[CONTACT, CONTACT, {**CONTACT, "Contact Source": "e) 2A: Schools"}]).entries.total() == 0


def test_early_help_is_kept_with_its_organisation_and_its_end(lists):
    began = {**CHILD, "Assessment start date": date(2026, 8, 3), "Organisation completing assessment": "Oak School"}
    assert lists(_2=[{**began, "Assessment completion date": date(2026, 9, 1)}]).faults == []
    ((day, until, values),) = stands("early_help", "A1")
    assert (day, until, values.organisation) == (date(2026, 8, 3), date(2026, 9, 1), "Oak School")


@pytest.mark.parametrize("said, kept", [("a) Yes", ["ANY"]), ("b) No", ["NONE"]), ("c) Unknown", [])])
def test_a_disability_is_kept_though_the_list_does_not_say_which(lists, said, kept):
    lists(_6=[{**IN_NEED, DISABLED: said}])
    assert stands("person", "A1")[0][2].disabilities == kept


def test_a_yes_says_nothing_new_where_the_record_knows_which_disability(lists, tmp_path):
    (tmp_path / "census.xml").write_text(census())
    load([tmp_path / "census.xml"], NOW)
    lists(_6=[{**IN_NEED, DISABLED: "a) Yes"}])
    assert stands("person", "A1")[0][2].disabilities == ["HAND", "HEAR"]


def test_a_child_who_came_alone_did_so_though_it_was_not_in_the_last_year(lists):
    lists(_8=[{**IN_CARE, annex_a.UASC_NOW: "b) No"}], _9=[{**LEAVING, **CHILD, annex_a.UASC_EVER: "a) Yes"}])
    assert stands("person", "A1")[0][2].unaccompanied is True


@pytest.mark.parametrize("age, born", [(-1, date(2026, 10, 1)), (None, date(2027, 1, 9))])
def test_an_unborn_child_is_expected_and_not_born(lists, age, born):
    lists(_1=[{**CONTACT, "Date of Birth": born, "Age of Child (Years)": age}])
    ((_, _, about),) = stands("person", "A1")
    assert (about.born, about.expected) == (None, born)


def test_an_enquiry_without_a_conference_had_ended_by_the_day_the_lists_describe(lists):
    lists(_5=[{**ENQUIRY, "Was an Initial Child Protection Conference deemed unnecessary?": "a) Yes"}], _1=[{**CONTACT, "Date of Contact": date(2026, 11, 12)}])
    assert spans("enquiry", "A1") == [(date(2026, 11, 2), date(2026, 11, 12))]


def test_counts_that_the_lists_tell_are_kept_on_what_they_are_told_of(lists):
    counts = {"Number of Section 47 Enquiries in the last 12 months": 2, "Number of ICPCs in the last 12 months": 1}
    lists(_3=[{**REFERRED, "Number of Referrals in Last 12 Months": 4}], _5=[{**ENQUIRY, **counts}])
    assert stands("referral", "A1")[0][2].earlier == 4
    (enquiry,) = [values for _, _, values in stands("enquiry", "A1")]
    assert (enquiry.earlier, enquiry.earlier_conferences) == (2, 1)


def test_answers_without_a_day_are_kept_as_told_and_noted_and_are_no_fault(lists):
    told = {annex_a.MISSING: 3, annex_a.ABSENT: 1, annex_a.OFFERED: "a) Yes", annex_a.ACCEPTED: "b) No", annex_a.PERMANENCE: "c) SGO/CAO", annex_a.CARE_AGAIN: "b) No"}
    report = lists(_8=[{**IN_CARE, **told, "Number of Placements in the Last 12 months": 2, "Date of Last Social Work Visit": date(2026, 11, 9)}])
    ((day, _, answers),) = stands("list_answers", "A1")
    assert day == date(2026, 11, 9)
    assert (answers.missing, answers.away, answers.placements, answers.care_again) == (3, 1, 2, False)
    assert (answers.interview_offered, answers.interview_accepted, answers.permanence) == (True, False, "sgo")
    assert stands("care_plan", "A1") == stands("missing", "A1") == stands("return_interview", "A1") == []
    assert report.faults == []
    assert any("without a day was kept as told" in note for note in report.notes)


def test_what_is_told_without_a_day_meets_no_duty(lists):
    from goldthread.record.models import Spoken

    lists(_6=[IN_NEED], _8=[{**IN_CARE, annex_a.PERMANENCE: "b) Adoption", annex_a.MISSING: 2, "Date of Last Social Work Visit": date(2026, 11, 9)}])
    entry = Version.objects.get(type="list_answers").entry
    assert not Spoken.objects.filter(entry=entry).exists()


def test_a_home_inside_or_outside_the_area_is_said_to_be_so(lists):
    home = {"Start Date of Most Recent Placement": date(2026, 9, 1), "Placement Type": "f) U6: Foster placement - not FFA"}
    lists(_8=[{**IN_CARE, **home, "Placement Location": "b) Out", "LA of Placement": "Birmingham"}])
    ((_, _, placement),) = stands("placement", "A1")
    assert (placement.outside_area, placement.location) == (True, "330")


def test_a_young_person_of_whom_no_contact_is_told_was_not_contacted(lists):
    lists(_9=[LEAVING], _1=[{**CONTACT, "Date of Birth": date(2007, 1, 25)}])
    assert stands("leaving_care_contact", "A1") == []
    assert len(stands("leaving_care", "A1")) == 1


def test_an_adviser_who_is_the_worker_too_is_told_once(lists):
    lists(_9=[{**LEAVING, TEAM: "West", WORKER: "Dean", "Allocated Personal Advisor": "Dean", "Latest Date of Contact": date(2026, 11, 9), "LA in Touch": "a) Yes"}])
    (held,) = [values for _, _, values in stands("allocation", "A1")]
    assert (held.works_as, held.worker_named, held.team_named, held.team.name) == ("personal_adviser", "Dean", "West", QUEUE)


def test_a_family_of_the_adoption_list_is_kept_with_the_decision(lists):
    lists(_10=[{**DECIDED, "Family identifier": "F12"}])
    assert stands("adoption_decision", "A1")[0][2].family == "F12"


# Adopters


def test_adopters_are_kept_with_every_step(lists):
    steps = {"Date Stage 1 started": date(2026, 3, 2), "Date application approved": date(2026, 9, 1), "No. of children placed": 2}
    left = {"Date of leaving adoption process": date(2026, 11, 2), "Reason for leaving adoption process": "1 - Adopter withdrew from process"}
    report = lists(_11=[{**ADOPTER, **steps, **left, "Family identifier": "F1", "Is the (prospective) adopter fostering for adoption?": "a) Yes"}])
    assert (report.faults, report.entries["adopter"], report.children, report.new_children) == ([], 1, 0, 0)
    ((day, _, adopter),) = stands("adopter", "A1")
    assert (day, adopter.family, adopter.early_placement, adopter.children_placed) == (date(2026, 2, 2), "F1", True, 2)
    assert (adopter.stage_1_began, adopter.approved, adopter.left, adopter.left_because) == (date(2026, 3, 2), date(2026, 9, 1), date(2026, 11, 2), "1")
    ((_, _, about),) = stands("person", "A1")
    assert (about.sex, about.disabilities) == ("F", ["NONE"])


def test_an_adopter_and_a_child_with_one_number_are_two_people(lists):
    report = lists(_1=[CONTACT], _11=[ADOPTER])
    assert (Person.objects.count(), report.children) == (2, 1)
    assert set(Identifier.objects.values_list("scheme", "value")) == {("child id", "A1"), ("adopter id", "A1")}
    assert [row["Individual adopter identifier"] for row in listed(11)] == ["A1"]
    assert lists(_1=[CONTACT], _11=[ADOPTER]).entries.total() == 0


def test_an_adopter_without_the_day_they_asked_is_kept_from_their_first_step_and_told(lists):
    report = lists(_11=[{**ADOPTER, "Date enquiry received": None, "Date Stage 1 started": date(2026, 3, 2)}])
    assert spans("adopter", "A1") == [(date(2026, 3, 2), None)]
    assert report.faults[0].message == "The enquiry has no day. It was kept from the first step that has one, 02/03/2026."


def test_an_adopter_without_any_day_is_left_out_and_told(lists):
    report = lists(_11=[{**ADOPTER, "Date enquiry received": None}])
    assert (report.entries["adopter"], report.faults[0].column) == (0, "Date enquiry received")


# Who holds the children


def test_a_worker_only_the_lists_know_stands_as_named_and_the_child_waits_in_the_queue(lists):
    report = lists(_6=[{**IN_NEED, TEAM: "West", WORKER: "Nobody Here"}])
    ((day, until, held),) = stands("allocation", "A1")
    assert (day, until, held.worker, held.team.name, held.worker_named, held.team_named) == (date(2026, 9, 1), None, None, QUEUE, "Nobody Here", "West")
    assert Standing.objects.get(reference="A1").team.name == QUEUE
    assert any(note.startswith("2 workers and teams that the files name are not in this service.") for note in report.notes)


def test_who_held_a_child_whose_work_has_ended_is_kept_until_then(lists):
    closed = {"CIN Closure Date": date(2026, 10, 5), "Reason for Closure": "RC7", "Case Status": "e) Closed episode"}
    lists(_6=[{**IN_NEED, **closed, TEAM: "West", WORKER: "Nobody Here"}])
    ((day, until, held),) = stands("allocation", "A1")
    assert (day, until, held.team, held.team_named) == (date(2026, 9, 1), date(2026, 10, 5), None, "West")
    assert Standing.objects.get(reference="A1").open is False


def test_the_queue_is_managed_by_whoever_loads(lists):
    Worker.objects.create_user("colin", None, name="Colin", role="head_of_service")
    loader = Worker.objects.create_user("anil", None, name="Anil", role="analyst")
    lists(by=loader.pk, _6=[IN_NEED])
    assert Team.objects.get(name=QUEUE).manager == loader


def test_the_queue_is_managed_by_the_first_who_answers_for_the_service(lists):
    for username, role in (("anil", "analyst"), ("helen", "director"), ("colin", "head_of_service"), ("gone", "head_of_service")):
        Worker.objects.create_user(username, None, name=username.title(), role=role, is_active=username != "gone")
    report = lists(_6=[IN_NEED])
    assert Team.objects.get(name=QUEUE).manager.name == "Colin"
    assert "Open children whom nobody here holds wait in the queue Children from returns, which Colin manages." in report.notes


def test_in_an_empty_service_the_queue_has_no_manager_until_there_is_somebody(lists):
    report = lists(_6=[IN_NEED])
    assert Team.objects.get(name=QUEUE).manager is None
    assert any("which has no manager yet: there is nobody in the service" in note for note in report.notes)
    colin = Worker.objects.create_user("colin", None, name="Colin", role="head_of_service")
    lists("again", _6=[IN_NEED, {**IN_NEED, "Child Unique ID": "A2"}])
    assert Team.objects.get(name=QUEUE).manager == colin


def test_the_manager_of_a_queue_that_has_one_is_left_alone(lists):
    colin, helen = (Worker.objects.create_user(u, None, name=u.title(), role="head_of_service") for u in ("colin", "helen"))
    Team.objects.create(name=QUEUE, manager=helen)
    lists(_6=[IN_NEED])
    assert Team.objects.get(name=QUEUE).manager == helen != colin


def test_all_lists_of_a_workbook_describe_one_day_though_the_days_in_them_differ(lists):
    """Children of list 8 came into care years ago; what both lists tell of a child without a day is told of one day."""
    old = {**IN_CARE, "Date Started to be Looked After": date(2019, 9, 2), annex_a.MISSING: 2, "Date of Last Social Work Visit": date(2026, 10, 5)}
    lists(_1=[CONTACT], _6=[IN_NEED], _8=[old])
    ((day, _, answers),) = stands("list_answers", "A1")
    assert (day, answers.status, answers.missing) == (date(2026, 11, 18), "need", 2)


def test_a_time_in_need_that_the_lists_do_not_end_ends_where_the_next_one_begins(lists):
    earlier = {**REFERRED, "Date of referral": date(2026, 7, 1)}
    report = lists(_3=[earlier, REFERRED], _6=[{**IN_NEED, "CIN Closure Date": date(2026, 10, 5), "Reason for Closure": "RC8"}])
    assert [(day, closing.reason) for day, _, closing in stands("closing", "A1")] == [(date(2026, 9, 1), ""), (date(2026, 10, 5), "RC8")]
    assert Standing.objects.get(reference="A1").open is False
    assert report.faults == []
    assert "Earlier times in need whose end the lists do not say: 1. They end where the child's next one begins." in report.notes


def test_an_end_that_the_census_knows_is_not_changed_by_lists_that_do_not_know_it(lists, tmp_path):
    closed = "<CINclosureDate>2023-12-01</CINclosureDate><ReasonForClosure>RC7</ReasonForClosure><Assessments>"
    (tmp_path / "census.xml").write_text(census().replace("<Assessments>", closed, 1))
    load([tmp_path / "census.xml"], NOW)
    ((referred, _, _),) = stands("referral", "A1")
    lists(_3=[{**REFERRED, "Date of referral": referred}, REFERRED], _6=[IN_NEED])
    assert [(day, closing.reason) for day, _, closing in stands("closing", "A1")] == [(date(2023, 12, 1), "RC7")]


def test_a_referral_while_the_child_is_in_need_already_ends_nothing(lists):
    lists(_3=[REFERRED, {**REFERRED, "Date of referral": date(2026, 10, 1)}], _6=[IN_NEED])
    assert stands("closing", "A1") == []
