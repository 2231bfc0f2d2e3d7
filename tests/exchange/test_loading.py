"""Loads into the record: children joined, years merged, corrections made, nothing twice, all or nothing."""

from datetime import date, timedelta

import pytest

from goldthread.exchange import loading, reading
from goldthread.exchange.loading import QUEUE, Stopped, load
from goldthread.people.models import Team, Worker
from goldthread.record.models import Identifier, Person, Standing, Version
from goldthread.record.reach import Reach
from goldthread.record.register import entry_type
from tests.exchange.conftest import EPISODES, HEADER, NOW, REVIEWS

pytestmark = pytest.mark.django_db

UPN = "B097131712320"
CHILD = f"101,2,17/12/2009,BCRB,{UPN},,"


def episode(child="101", begins="09/04/2017", ends="", rne="S", ls="C2", place="U4", rec="", urn="1679094"):
    return f"{child},{begins},{rne},{ls},N1,{place},PR1,{ends},{rec},,V28 5OY,H8 7NR,{urn}"


@pytest.fixture
def loaded(folder, tmp_path):
    """Load files by name, each load from a folder of its own."""
    loads = iter(range(100))

    def of(now=NOW, **files):
        made = folder(**files)
        room = tmp_path / f"load {next(loads)}"
        room.mkdir()
        for path in [p for p in made.iterdir() if p.is_file()]:
            path.rename(room / path.name)
        return load([room], now)

    return of


def stands(kind, reference="101"):
    """Standing entries of a type: (day, until, values)."""
    found = []
    for version in Version.objects.filter(type=kind, superseded_at=None, withdrawn=False, person__reference=reference).order_by("day"):
        found.append((version.day, version.until, entry_type(kind).objects.get(pk=version.pk)))
    return found


def spans(kind, reference="101"):
    return [(day, until) for day, until, _ in stands(kind, reference)]


YEAR = {"2017__header_csv": [HEADER, CHILD], "2017__episodes_csv": [EPISODES, episode()]}


def test_a_child_in_care_has_an_owner_and_a_next_date(loaded):
    report = loaded(**YEAR)
    standing = Standing.objects.get(reference="101")
    assert (standing.kind, standing.sex, standing.ethnicity, standing.born) == ("care", "F", "BCRB", date(2009, 12, 17))
    assert standing.team.name == QUEUE
    assert standing.next_due is not None
    assert (report.children, report.new_children) == (1, 1)
    assert set(Identifier.objects.values_list("scheme", "value")) == {("child id", "101"), ("upn", UPN)}


def test_the_same_file_twice_changes_nothing(loaded):
    loaded(**YEAR)
    before = list(Version.objects.values_list("pk", "superseded_at").order_by("pk"))
    again = loaded(now=NOW + timedelta(days=1), **YEAR)
    assert (again.entries.total(), again.corrected.total(), again.new_children) == (0, 0, 0)
    assert list(Version.objects.values_list("pk", "superseded_at").order_by("pk")) == before


def test_a_newer_return_closes_what_was_open_and_never_doubles_it(loaded):
    loaded(**YEAR)
    report = loaded(**{"2018__episodes_csv": [EPISODES, episode(ends="01/05/2018", rec="E4A")]})
    assert report.entries.total() == 0
    assert report.corrected == {"looked_after": 1, "placement": 1, "legal_status": 1}
    assert spans("looked_after") == [(date(2017, 4, 9), date(2018, 5, 1))]
    assert stands("looked_after")[0][2].end_reason == "E4A"
    assert Standing.objects.get(reference="101").open is False


def test_what_was_known_before_stays_to_be_seen(loaded):
    loaded(**YEAR)
    loaded(now=NOW + timedelta(days=2), **{"2018__episodes_csv": [EPISODES, episode(ends="01/05/2018", rec="E4A")]})
    versions = Version.objects.filter(type="looked_after").order_by("number")
    assert [v.until for v in versions] == [None, date(2018, 5, 1)]
    assert [v.why for v in versions] == ["From the looked-after children return of 2017.", "From the looked-after children return of 2018."]


def test_a_child_whom_the_next_return_forgets_stays_in_care_and_is_told(loaded):
    report = loaded(**{"2017__episodes_csv": [EPISODES, episode()], "2018__episodes_csv": [EPISODES, episode("102")]})
    assert Standing.objects.get(reference="101").kind == "care"
    (fault,) = report.faults
    assert (fault.file, fault.row, fault.column) == ("2017-episodes.csv", 2, "DEC")
    assert fault.message == "Care goes on at the end of this return, and the return of 2018 does not have child 101. Their care was kept open."


def test_an_older_return_loaded_later_never_overrules_a_newer_one(loaded):
    loaded(**{"2018__header_csv": [HEADER, CHILD], "2018__episodes_csv": [EPISODES, episode(ends="01/05/2018", rec="E4A")]})
    report = loaded(**{"2017__header_csv": [HEADER, CHILD.replace("BCRB", "WBRI")], "2017__episodes_csv": [EPISODES, episode()]})
    assert report.corrected.total() == 0
    assert spans("looked_after") == [(date(2017, 4, 9), date(2018, 5, 1))]
    assert Standing.objects.get(reference="101").ethnicity == "BCRB"


def test_an_older_return_fills_what_the_newer_one_left_blank(loaded):
    loaded(**{"2018__header_csv": [HEADER, CHILD.replace("BCRB", "")]})
    loaded(**{"2017__header_csv": [HEADER, CHILD.replace(",2,", ",1,")]})
    standing = Standing.objects.get(reference="101")
    assert (standing.ethnicity, standing.sex) == ("BCRB", "F")


def test_next_years_return_goes_on_where_this_years_left_off(loaded):
    """The second return begins with the legal status; that the placement began before is known from the first."""
    loaded(**{"2017__episodes_csv": [EPISODES, episode(ls="C1", ends="01/03/2018", rec="X1"), episode(begins="01/03/2018", rne="L")]})
    loaded(**{"2018__episodes_csv": [EPISODES, episode(begins="01/03/2018", rne="L", ends="01/09/2018", rec="X1"), episode(begins="01/09/2018", rne="P", place="K2", urn="2")]})
    assert spans("placement") == [(date(2017, 4, 9), date(2018, 9, 1)), (date(2018, 9, 1), None)]
    assert spans("legal_status") == [(date(2017, 4, 9), date(2018, 3, 1)), (date(2018, 3, 1), None)]
    assert spans("looked_after") == [(date(2017, 4, 9), None)]


def test_an_earlier_return_found_later_joins_what_looked_like_a_beginning(loaded):
    loaded(**{"2018__episodes_csv": [EPISODES, episode(begins="01/03/2018", rne="L")]})
    assert spans("placement") == [(date(2018, 3, 1), None)]
    loaded(**{"2017__episodes_csv": [EPISODES, episode(ls="C1", ends="01/03/2018", rec="X1"), episode(begins="01/03/2018", rne="L")]})
    assert spans("placement") == [(date(2017, 4, 9), None)]
    assert spans("looked_after") == [(date(2017, 4, 9), None)]
    assert Version.objects.filter(type="placement", withdrawn=True).count() == 1


def test_what_a_worker_corrected_is_left_alone_and_told(loaded):
    loaded(**YEAR, reviews_csv=[REVIEWS, "101,17/12/2009,11/08/2017,PN1"])
    team = Team.objects.get(name=QUEUE)
    worker = Worker.objects.create_user("priya", None, name="Priya", role="team_manager", team=team)
    review = Version.objects.get(type="review")
    with Reach(worker, NOW).act() as act:
        act.correct(review.entry, 1, "She was there and spoke through her advocate", values={"participation": "PN2"})
    report = loaded(**{"2018__reviews_csv": [REVIEWS, "101,17/12/2009,11/08/2017,PN7"]})
    assert stands("review")[0][2].participation == "PN2"
    assert "was corrected by hand and differs from the return. It was left as it is." in report.faults[0].message
    assert loaded(**{"2018__reviews_csv": [REVIEWS, "101,17/12/2009,11/08/2017,PN2"]}).faults == []


def test_what_a_worker_withdrew_does_not_come_back(loaded):
    loaded(**YEAR, reviews_csv=[REVIEWS, "101,17/12/2009,11/08/2017,PN1"])
    worker = Worker.objects.create_user("priya", None, name="Priya", role="team_manager", team=Team.objects.get(name=QUEUE))
    review = Version.objects.get(type="review")
    with Reach(worker, NOW).act() as act:
        act.withdraw(review.entry, 1, "This was another child's review")
    assert loaded(**{"2018__reviews_csv": [REVIEWS, "101,17/12/2009,11/08/2017,PN5"]}).entries.total() == 0
    assert stands("review") == []


def test_one_number_with_two_dates_of_birth_is_one_child_and_a_fault(loaded):
    report = loaded(**{"2017__header_csv": [HEADER, CHILD], "2018__header_csv": [HEADER, CHILD.replace("2009", "2008")]})
    assert Person.objects.count() == 1
    assert Standing.objects.get().born == date(2008, 12, 17)
    (fault,) = report.faults
    assert (fault.file, fault.row, fault.column) == ("2018-header.csv", 2, "DOB")
    assert "Check that the number is not used for two children." in fault.message


def test_two_numbers_with_one_pupil_number_and_birth_are_one_child(loaded):
    report = loaded(**{"2017__header_csv": [HEADER, CHILD], "2018__header_csv": [HEADER, CHILD.replace("101", "909")]})
    assert Person.objects.count() == 1
    assert set(Identifier.objects.filter(scheme="child id").values_list("value", flat=True)) == {"101", "909"}
    assert "have the same pupil number" in report.faults[0].message
    again = loaded(**{"2019__header_csv": [HEADER, CHILD.replace("101", "777")]})
    assert Person.objects.count() == 1
    assert "was joined to them" in again.faults[0].message


def test_a_shared_pupil_number_with_other_births_joins_nobody(loaded):
    report = loaded(**{"2017__header_csv": [HEADER, CHILD, CHILD.replace("101", "909").replace("2009", "2011")]})
    assert Person.objects.count() == 2
    assert "They were kept as two children." in report.faults[0].message


def test_strict_keeps_nothing_where_anything_is_wrong(folder):
    made = folder(header_csv=[HEADER, CHILD, "102,2,17/12/2009,????,,,"])
    with pytest.raises(Stopped) as stopped:
        load([made], NOW, strict=True)
    assert len(stopped.value.report.faults) == 1
    assert stopped.value.report.kept is False
    assert (Person.objects.count(), Version.objects.count(), Team.objects.count()) == (0, 0, 0)


@pytest.mark.django_db(transaction=True)
def test_a_crash_half_way_leaves_the_database_as_it_was(folder, monkeypatch):
    monkeypatch.setattr(loading, "CHILDREN_AT_ONCE", 2)
    calls = []

    def crash(*args):
        calls.append(args)
        if len(calls) == 2:
            raise RuntimeError("the power went")

    monkeypatch.setattr(loading, "derive", crash)
    with pytest.raises(RuntimeError):
        load([folder(header_csv=[HEADER, *[f"{n},2,17/12/2009,BCRB,,," for n in range(6)]])], NOW)
    assert (Person.objects.count(), Version.objects.count(), Identifier.objects.count()) == (0, 0, 0)


def test_more_children_than_fit_in_memory_load_in_turns(folder, monkeypatch):
    monkeypatch.setattr(loading, "CHILDREN_IN_MEMORY", 7)
    rows = [f"{n},2,17/12/2009,BCRB,,," for n in range(30)]
    made = folder(header_csv=[HEADER, *rows, "?,2,01/01/1801,BCRB,,,"], reviews_csv=[REVIEWS, *[f"{n},17/12/2009,11/08/2031,PN1" for n in range(30)]])
    report = load([made], NOW)
    assert (report.children, report.rows, report.entries["person"], report.entries["review"]) == (30, 61, 30, 30)
    assert sum("lies in the future" in fault.message for fault in report.faults) == 30
    assert len(report.faults) == 32


def test_of_very_many_faults_the_first_are_listed_and_the_rest_counted(folder, monkeypatch):
    monkeypatch.setattr(reading, "MOST_TOLD", 5)
    report = load([folder(header_csv=[HEADER, *[f"{n},2,17/12/2009,????,,," for n in range(30)]])], NOW)
    assert len(report.faults) == 6
    assert report.faults[-1].message == "There are 25 more faults in ETHNIC. Only the first 5 are listed."


def test_what_lies_in_the_future_is_kept_and_told(loaded):
    report = loaded(**YEAR, reviews_csv=[REVIEWS, "101,17/12/2009,11/08/2031,PN1"])
    assert spans("review") == [(date(2031, 8, 11), None)]
    (fault,) = report.faults
    assert (fault.file, fault.row) == ("reviews.csv", 2)
    assert fault.message == "The review of 11/08/2031 lies in the future. It was kept as the return has it."


def test_an_end_that_has_not_come_leaves_care_open(loaded):
    report = loaded(**{"2017__episodes_csv": [EPISODES, episode(ends="01/05/2031", rec="E4A")]})
    assert spans("looked_after") == [(date(2017, 4, 9), None)]
    assert "which has not come yet" in report.faults[0].message


def test_progress_is_told_as_it_goes(folder):
    told = []
    load([folder(header_csv=[HEADER, CHILD])], NOW, progress=lambda what, done: told.append((what, done)))
    assert told == [("rows", 1), ("children", 1)]


OTHERS = {
    "2020__oc2_csv": ["CHILD,DOB,SDQ_SCORE,SDQ_REASON,CONVICTED,HEALTH_CHECK,IMMUNISATIONS,TEETH_CHECK,HEALTH_ASSESSMENT,SUBSTANCE_MISUSE,INTERVENTION_RECEIVED,INTERVENTION_OFFERED",
                      "101,17/12/2009,12,,0,,1,1,1,0,,"],
    "2020__uasc_csv": ["CHILD,SEX,DOB,DUC", "101,2,17/12/2009,17/12/2027"],
    "2020__missing_csv": ["CHILD,DOB,MISSING,MIS_START,MIS_END", "101,17/12/2009,M,01/02/2020,03/02/2020"],
    "2020__ad1_csv": ["CHILD,DOB,DATE_INT,DATE_MATCH,FOSTER_CARE,NB_ADOPTR,SEX_ADOPTR,LS_ADOPTR", "101,17/12/2009,05/05/2019,06/07/2019,0,2,MF,L11"],
    "2020__placed_csv": ["CHILD,DOB,DATE_PLACED,DATE_PLACED_CEASED,REASON_PLACED_CEASED", "101,17/12/2009,05/05/2019,09/09/2019,RD4"],
    "2020__sw_csv": ["CHILD,DOB,SW_ID,SW_DECOM,SW_DEC,SW_REASON", "101,17/12/2009,SW1,01/04/2019,01/06/2019,MANAGE", "101,17/12/2009,SW2,01/06/2019,,MANAGE"],
    "2020__dolo_csv": ["CHILD,DOB,DOLO_START,DOLO_END", "101,17/12/2009,01/06/2019,01/07/2019"],
    "2020__prev_csv": ["CHILD,DOB,PREV_PERM,LA_PERM,DATE_PERM", "101,17/12/2009,P1,330,zz/03/2012"],
}  # fmt: skip


def test_every_table_of_the_looked_after_return_finds_its_place(loaded):
    team = Team.objects.create(name="East")
    jo = Worker.objects.create_user("jo", None, name="Jo Hart", role="social_worker", team=team, registration="SW2")
    report = loaded(**YEAR, **OTHERS)
    assert report.faults == []
    (year,) = stands("year_in_care")
    assert (year[0], year[2].sdq_score, year[2].teeth_checked, year[2].developmental_check) == (date(2020, 3, 31), 12, True, None)
    assert spans("missing") == [(date(2020, 2, 1), date(2020, 2, 3))]
    ((day, _, decision),) = stands("adoption_decision")
    assert (day, decision.matched, decision.adopters, decision.reversed_because) == (date(2019, 5, 5), date(2019, 7, 6), 2, "RD4")
    assert [(d, u, a.worker_id) for d, u, a in stands("allocation")] == [(date(2019, 4, 1), date(2019, 6, 1), None), (date(2019, 6, 1), None, jo.pk)]
    assert stands("previous_permanence")[0][2].ordered == "03/2012"
    assert "In force from 01/06/2019 to 01/07/2019." in stands("note")[0][2].note
    (about,) = [v for _, _, v in stands("person")]
    assert (about.unaccompanied, about.unaccompanied_ended) == (True, date(2027, 12, 17))
    assert Standing.objects.get(reference="101").worker == jo


def test_a_care_leaver_is_owed_services_until_twenty_one(loaded):
    oc3 = ["CHILD,DOB,IN_TOUCH,ACTIV,ACCOM", "101,17/12/2007,YES,F2,B1", "102,17/12/1999,NREQ,0,0"]
    loaded(**{"2026__oc3_csv": oc3, "2026__episodes_csv": [EPISODES, episode("103", "01/04/2025")]})
    ((day, _, contact),) = stands("leaving_care_contact")
    assert (day, contact.birthday, contact.accommodation, contact.suitable) == (date(2025, 12, 17), 18, "B", True)
    assert spans("leaving_care") == [(date(2025, 12, 17), None)]
    assert Standing.objects.get(reference="101").kind == "leaving_care"
    assert spans("leaving_care", "102") == [(date(2025, 12, 17), date(2025, 12, 17))]


def test_what_goes_past_a_limit_of_the_law_is_kept_and_said(loaded):
    """A child of twelve in supported accommodation: the file is told so, and its row is in the record."""
    report = loaded(**{**YEAR, "2022__episodes_csv": [EPISODES, episode(begins="09/04/2022", place="H5")]})
    said = [f for f in report.faults if "goes past a limit" in f.message]
    assert len(said) == 1 and "No child under 16" in said[0].message and said[0].file.endswith("episodes.csv")
    assert [values.kind for _, _, values in stands("placement")][-1] == "H5"


def test_what_is_within_the_limit_is_not_spoken_of(loaded):
    report = loaded(**{**YEAR, "2026__episodes_csv": [EPISODES, episode(begins="09/04/2026", place="H5")]})
    assert not [f for f in report.faults if "limit" in f.message]
