"""Wrenford's interests, its one opened record, and what its managers approved: by the same acts as on the pages."""

import pytest

from goldthread.demo import approving, keeping, wrenford
from goldthread.demo.keeping import Keeper
from goldthread.demo.wrenford import closed
from goldthread.people.models import Interest, Opening, Worker
from goldthread.record.models import Verdict, Version
from goldthread.record.reach import Reach

pytestmark = pytest.mark.django_db
NOW = wrenford.TOLD_UNTIL


@pytest.fixture
def kept(db):
    wrenford.hire()
    keeper = Keeper(NOW, wrenford.squads()[wrenford.EAST])
    for batch in keeping.batches(wrenford.families(NOW), 2500):
        keeper.keep(batch)


def test_two_interests_and_one_answered_opening_are_kept_once(kept):
    for _ in range(2):
        closed.keep(NOW)
    assert set(Interest.objects.values_list("worker__username", flat=True)) == {"anil", "ivy"}
    opened = Opening.objects.get()
    assert opened.beyond and opened.seen_by.username == "ngozi" and opened.until < NOW
    seen = set(Reach(Worker.objects.get(username="anil"), NOW).standings().values_list("reference", flat=True))
    assert seen and not seen & {"WR-20417", "WR-20418", "WR-23105"}


def test_whoever_approved_something_did_not_write_it(kept):
    for _ in range(2):
        approving.approve(NOW)
    found = list(Verdict.objects.values_list("entry", "number", "by", "approved"))
    assert found and len(set(found)) == len(found)
    wrote = set(Version.objects.values_list("entry", "by"))
    assert all((entry, by) not in wrote and approved for entry, _, by, approved in found)
