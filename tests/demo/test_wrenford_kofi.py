"""Promises that Kofi's record is the one in the pictures, on Friday 20 November 2026 at 17:28."""

from datetime import UTC, datetime

import pytest

from goldthread.demo.telling import HERE
from goldthread.record.families import brothers_and_sisters
from goldthread.record.models import Look, Standing
from tests.demo.conftest import NOW
from tests.demo.evening import day, reach

pytestmark = pytest.mark.usefixtures("wrenford_kept", "db")
KOFI = "WR-20418"


@pytest.fixture
def priya():
    return reach("priya")


# Kofi's page


@pytest.fixture
def kofi(priya):
    return priya.child(KOFI)


def test_kofi_is_on_a_plan_for_neglect_since_2_september_with_priya_and_rhys(kofi):
    assert (kofi.standing["kind"], kofi.standing["category"], kofi.standing["kind_since"]) == ("protection", "NEG", day("2026-09-02"))
    standing = Standing.objects.get(reference=KOFI)
    assert (standing.worker.username, standing.chair.username, standing.born) == ("priya", "rhys", day("2018-03-02"))
    assert (standing.last_seen, standing.last_alone, standing.last_tried) == (day("2026-11-05"), day("2026-11-05"), day("2026-11-12"))


def test_his_brothers_and_sisters_are_ama_and_esi(priya, kofi):
    assert {s.forename for s in brothers_and_sisters(priya, [kofi.person])[kofi.person] if s.is_child} - {"Kofi"} == {"Ama", "Esi"}


def test_ama_is_eleven_tomorrow():
    assert Standing.objects.get(forename="Ama", surname="Larkfield").born == day("2015-11-21")


@pytest.mark.parametrize("code, due", [("CP05", "2026-11-19"), ("CP03", "2026-12-02"), ("CP06", "2026-12-03"), ("CP02", "2026-12-08")])
def test_what_is_owed_to_kofi_falls_due_on_the_days_pictured(kofi, code, due):
    assert due in [o.due.isoformat() for o in kofi.owed if o.code == code and o.owed_on(NOW.date())]


@pytest.mark.parametrize("code, met", [("CP01", "2026-09-15"), ("S405", "2026-09-02")])
def test_what_was_met_was_met_on_the_days_pictured(kofi, code, met):
    assert met in [o.met.isoformat() for o in kofi.owed if o.code == code and o.met]


def entry(priya, child, type, on):
    return next(w for w in priya.entries(child, [type]) if w.day == day(on))


def test_the_visit_of_the_12th_was_made_and_kofi_was_not_seen(priya, kofi):
    visit = entry(priya, kofi, "visit", "2026-11-12")
    assert (visit.values.made, visit.values.child_seen, visit.values.seen_alone) == (True, False, None)
    assert visit.entered_at == datetime(2026, 11, 16, 10, 5, tzinfo=UTC)


def test_it_was_first_written_down_as_the_11th_and_put_right_on_the_17th_with_a_reason(priya, kofi):
    second, first = priya.entry(entry(priya, kofi, "visit", "2026-11-12").number)
    assert (first.day, second.day) == (day("2026-11-11"), day("2026-11-12"))
    assert second.recorded_at == datetime(2026, 11, 17, 9, 2, tzinfo=UTC) and second.why == "I typed the wrong day."


def test_because_of_it_his_sisters_next_visits_moved_from_the_25th_to_the_26th(priya):
    ama = priya.child("WR-20417")
    change = next(c for c in priya.changes(ama) if c.now.kind.code == "visit")
    before, after = ([o.due for o in side if o and o.code == "CP05"] for side in zip(*change.moved, strict=True))
    assert day("2026-11-25") in before and day("2026-11-26") in after


def test_the_visit_at_school_says_what_he_wants(priya, kofi):
    visit = entry(priya, kofi, "visit", "2026-11-05")
    assert visit.significant and visit.values.seen_alone
    assert visit.values.said.startswith("“I want Mum to get up in the morning.")


def test_the_visit_of_22_october_does_not_say_whether_his_bedroom_was_seen(priya, kofi):
    assert entry(priya, kofi, "visit", "2026-10-22").values.bedroom is None


def test_as_known_on_6_november_his_core_group_was_on_the_12th_and_nothing_later_is_there(priya):
    then = datetime(2026, 11, 6, 9, 12, tzinfo=HERE)
    child = priya.child(KOFI, known=then)
    entries = priya.entries(child)
    assert max(w.recorded_at for w in entries) <= then
    assert day("2026-10-12") in [w.day for w in entries if w.kind.code == "core_group"]
    assert day("2026-10-13") not in [w.day for w in entries if w.kind.code == "core_group"]
    assert not [w for w in entries if w.kind.code == "booking"]


def test_as_known_then_one_thing_had_happened_and_was_not_yet_written_down(priya):
    """The call from his grandmother on the evening before."""
    child = priya.child(KOFI, known=datetime(2026, 11, 6, 9, 12, tzinfo=HERE))
    assert [(w.kind.code, w.day) for w in priya.not_yet_written(child)] == [("note", day("2026-11-05"))]


def test_eighteen_lines_of_his_timeline_are_significant(priya, kofi):
    assert sum(w.significant for w in priya.entries(kofi)) == 18


def test_his_address_is_kept_private_from_his_father_until_30_april(priya, kofi):
    address = next(w for w in priya.entries(kofi, ["address"]) if w.until is None)
    assert address.values.private_from == "Marcus Quillby" and address.values.private_until == day("2027-04-30")


def test_three_weeks_of_2021_have_no_address(priya, kofi):
    lived = {(w.day, w.until) for w in priya.entries(kofi, ["address"])}
    assert (day("2020-07-15"), day("2021-03-08")) in lived and (day("2021-03-29"), day("2021-12-17")) in lived


def test_nine_days_of_2025_had_no_named_worker(priya, kofi):
    held = sorted((w.day, w.until, w.values.worker and w.values.worker.username) for w in priya.entries(kofi, ["allocation"])
                  if w.values.works_as == "social_worker")  # fmt: skip
    assert (day("2025-01-20"), day("2025-01-29"), None) in held
    assert held[-1] == (day("2026-08-14"), None, "priya")


def test_five_people_looked_at_his_record_in_30_days():
    looks = Look.objects.filter(person__reference=KOFI, at__gte=datetime(2026, 10, 21, tzinfo=HERE), at__lt=NOW)
    counted = {w: looks.filter(worker__username=w).count() for w in ("priya", "ngozi", "rhys", "emmanuel", "carys")}
    assert counted == {"priya": 38, "ngozi": 4, "rhys": 3, "emmanuel": 1, "carys": 1}
