"""Out of one record and into another: no fault, the same counts, and the same rows again."""

from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from django.db import transaction

from goldthread.exchange import annex_a_out
from goldthread.exchange.annex_a_out import Authority
from goldthread.exchange.loading import QUEUE, load
from goldthread.people.models import Team, Worker
from goldthread.record.models import Identifier, Standing, Version
from goldthread.record.speak import HERE
from tests.exchange.annexed import NOW, ON, Service, listed, workbook

pytestmark = pytest.mark.django_db

STEPS = {"stage_1_began": date(2026, 3, 2), "stage_1_ended": date(2026, 5, 5), "approved": date(2026, 9, 1), "children_placed": 1}


def everything():
    """Rows of every list, in an order of their own."""
    return {found.number: sorted(found.rows, key=repr) for found in annex_a_out.lists(Authority(NOW), ON)}


def city(children=90, years=2.0, seed=5):
    """A small generated city, in the database."""
    from goldthread.demo import keeping, office
    from goldthread.demo.city import stories

    now = NOW.astimezone(HERE)
    staff = office.staff(children, years, seed)
    keeping.hire(staff.squads.values(), staff.members, None)
    keeper = keeping.Keeper(now, next(iter(staff.squads.values())))
    for batch in keeping.batches(stories(children, years, seed, staff, now), 1_000):
        keeper.keep(batch)


def beside_the_city():
    """What the city has none of: early help, adopters, an unborn child, a child without a birthday, a decision reversed."""
    service = Service()
    service.child(("early_help", date(2026, 8, 3), {"organisation": "=Oak School", "until": date(2026, 9, 1)}), reference="EH1")
    service.child(("early_help", date(2026, 11, 2), {"organisation": "Family hub"}), reference="EH2", disabilities=["AUT"])
    service.child(("adopter", date(2026, 2, 2), {**STEPS, "family": "F1", "early_placement": True}), reference="AD1", born=None, sex="F", disabilities=["LD"])
    service.child(("adopter", date(2025, 6, 2), {"left": date(2026, 1, 5), "left_because": "2"}), reference="AD2", born=None, disabilities=["NONE"])
    service.child(("contact", ON, {"source": "3D"}), born=None, expected=date(2027, 1, 9), reference="UNBORN", sex="")
    service.child(("contact", ON, {"source": "6"}), ("contact", ON, {"source": "6"}), born=None, reference="WHEN")
    service.in_need(
        ("looked_after", date(2026, 9, 2), {"primary_need": "N1"}), ("legal_status", date(2026, 9, 2), {"status": "C1"}),
        ("placement", date(2026, 9, 2), {"kind": "K3", "provider": "PR4", "location": "330", "outside_area": True, "urn": "SC1234567", "postcode": "WR1 2AB"}),
        ("adoption_decision", date(2026, 10, 1), {"reversed_on": date(2026, 11, 2), "reversed_because": "RD3"}), reference="CLA", family=12, born=date(2010, 5, 1),
    )  # fmt: skip
    service.in_need(("protection_plan", date(2026, 9, 2), {"initial_category": "NEG", "latest_category": "EMO"}),
                    ("legal_status", date(2026, 9, 1), {"status": "L1", "until": date(2026, 9, 2)}), reference="CP")  # fmt: skip


@pytest.fixture(scope="module")
def sent(django_db_setup, django_db_blocker, tmp_path_factory):
    """The workbook of a small city, its rows and counts; the city itself is gone again."""
    with django_db_blocker.unblock(), transaction.atomic():
        city()
        beside_the_city()
        made, counts = workbook()
        rows = everything()
        transaction.set_rollback(True)
    path = tmp_path_factory.mktemp("sent") / "Annex A.xlsx"
    path.write_bytes(made)
    return path, rows, counts


def test_the_workbook_of_a_city_loads_without_a_fault_and_gives_the_same_rows_again(sent):
    path, rows, counts = sent
    report = load([path], NOW)
    assert report.faults == []
    assert report.rows == sum(counts.rows.values()) == sum(file.kept for file in report.files)
    assert all(counts.rows.values()), counts
    again = everything()
    assert {number: len(found) for number, found in again.items()} == counts.rows
    assert again == rows


def test_every_row_is_an_entry_of_its_own_type(sent):
    path, rows, counts = sent
    entries = load([path], NOW).entries
    kinds = {1: "contact", 2: "early_help", 4: "assessment", 5: "enquiry", 7: "protection_plan", 11: "adopter"}
    assert {kind: entries[kind] for kind in kinds.values()} == {kind: counts.rows[number] for number, kind in kinds.items()}
    assert entries["closing"] == sum(row[-3] == "e) Closed episode" for row in rows[6])
    assert entries["looked_after"] == len({(row[0], row[7]) for row in rows[8]} | {(row[0], row[7]) for row in rows[10]})
    assert entries["adoption_decision"] == counts.rows[10]


def test_loaded_twice_it_changes_nothing(sent):
    path, *_ = sent
    load([path], NOW)
    before = Version.objects.count()
    again = load([path], NOW)
    assert (again.entries.total(), again.corrected.total(), again.faults, Version.objects.count()) == (0, 0, [], before)


def test_no_open_child_is_without_a_holder_and_a_next_date_afterwards(sent):
    path, *_ = sent
    load([path], NOW)
    open_ = Standing.objects.filter(open=True)
    assert open_.exists() and {s.team.name for s in open_.select_related("team")} == {QUEUE}
    assert not open_.filter(next_due=None).exists()


def test_workers_and_teams_only_the_lists_know_stand_as_they_are_named_and_are_noted(sent):
    path, rows, _ = sent
    report = load([path], NOW)
    assert any("workers and teams that the files name are not in this service" in note for note in report.notes)
    assert [row["Allocated Worker"] for row in listed(4)] == [row[-1] for row in sorted(rows[4], key=lambda row: (row[0], row[6]))]


def test_a_worker_who_is_here_by_then_holds_the_child_in_their_own_name(sent):
    path, rows, _ = sent
    names = Counter(row[-1] for row in rows[6] if row[-1] and row[-3] != "e) Closed episode")
    name, team = names.most_common(1)[0][0], Team.objects.create(name="Somewhere")
    worker = Worker.objects.create_user("here", None, name=name, role="social_worker", team=team)
    load([path], NOW)
    assert Standing.objects.filter(worker=worker).count() >= 1


def test_adopters_are_people_by_their_own_number_and_no_children(sent):
    path, *_ = sent
    report = load([path], NOW)
    adopters = Identifier.objects.filter(scheme="adopter id")
    assert set(adopters.values_list("value", flat=True)) == {"AD1", "AD2"}
    assert not Standing.objects.filter(person__in=adopters.values("person"), is_child=True).exists()
    assert report.children == len({row[0] for number in range(1, 11) for row in annexed_rows(path, number)})


def annexed_rows(path: Path, number: int):
    import openpyxl

    return [tuple(row) for row in openpyxl.load_workbook(path)[f"List {number}"].iter_rows(min_row=2, values_only=True)]
