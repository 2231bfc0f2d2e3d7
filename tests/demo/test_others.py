"""Wrenford's foster homes and the records of Priya's team: enough for a tour, and nobody of them among the children."""

import pytest

from goldthread.demo.telling import HERE
from goldthread.duties.words.kinds import CARER, WORKER
from goldthread.oversight.supervised import managed
from goldthread.oversight.worklist import worklist
from goldthread.people.models import Worker
from goldthread.people.sight import NotAllowed
from goldthread.record.models import Standing
from goldthread.record.reach import Reach
from tests.demo.conftest import NOW

pytestmark = [pytest.mark.usefixtures("wrenford_kept"), pytest.mark.django_db]
JO, MAUREEN = "WR-60101", "WR-60102"


def reach(username):
    return Reach(Worker.objects.get(username=username), NOW.astimezone(HERE))


def test_two_foster_homes_are_approved_and_owen_supervises_both():
    homes = {s.reference: s for s in reach("owen").others(CARER)}
    assert {JO, MAUREEN} <= set(homes)
    assert all(homes[r].open and homes[r].worker.username == "owen" and not homes[r].is_child for r in (JO, MAUREEN))


def test_maureens_review_is_late_and_stands_on_a_desk():
    late = {row.children[0].reference for owner in ("owen", "ngozi", "colin") for row in worklist(reach(owner)).overdue}
    assert MAUREEN in late


def test_ngozi_sees_whom_she_supervises_and_what_is_due():
    found = {one.worker.username: one for one in managed(reach("ngozi"))}
    assert {"priya", "zanele", "owen", "huw"} <= {name for name, one in found.items() if one.record and one.last}
    assert found["daniel"].record is None
    assert found["priya"].due and found["priya"].changed


def test_priya_reads_her_own_record_and_nobody_elses():
    priya = reach("priya")
    assert [s.person_id for s in priya.others(WORKER)] == [priya.actor.person_id]
    with pytest.raises(NotAllowed):
        reach("anil").check(priya.actor.person_id)


def test_nobody_of_them_is_counted_as_a_child():
    assert not Standing.objects.filter(reference__startswith="WR-60", is_child=True).exists()
    assert not reach("helen").standings().filter(reference__startswith="WR-60").exists()
