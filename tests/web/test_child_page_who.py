"""Who may open a child's page, and that everybody who did stands on it."""


import pytest

from goldthread.record.models import Look, Restriction, Standing
from goldthread.record.reach import Reach
from tests.web.one_child import NOW, PAGE, REFERENCE, section, signed_in, text
from tests.web.saying import said_why

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("half_past_five")]


@pytest.mark.parametrize("name", ["ngozi", "rhys", "ana", "dina", "hal"])
def test_those_who_answer_for_the_child_may_open_the_page(people, kofi, name):
    if people[name].plays.opens:
        assert signed_in(people[name]).get(PAGE).status_code == 302
        said_why(people[name], NOW, kofi["person"])
    assert signed_in(people[name]).get(PAGE).status_code == 200


@pytest.mark.parametrize("name, why", [("nora", "Another team holds this record."), ("adam", "does not see children’s records")])
def test_whoever_does_not_work_with_the_child_is_told_why_and_sees_nothing(people, kofi, name, why):
    answer = signed_in(people[name]).get(PAGE)
    assert answer.status_code == 403 and why.replace("’", "'") in text(answer).replace("’", "'")
    assert "Kofi" not in answer.content.decode() and "Saltmarsh" not in answer.content.decode()
    assert Look.objects.filter(worker=people[name], refused=True).count() == 1


def test_a_record_open_to_named_people_only_is_refused_to_everybody_else(people, kofi):
    Restriction.objects.create(person_id=kofi["person"], worker=people["hal"], why="A worker's own family")
    assert signed_in(people["dina"]).get(PAGE).status_code == 403 and signed_in(people["hal"]).get(PAGE).status_code == 200


def test_a_relative_whose_record_is_restricted_is_not_named_to_anybody_else(people, kofi):
    Restriction.objects.create(person_id=kofi["ama"], worker=people["hal"], why="A worker's own family")
    Standing.objects.filter(pk=kofi["ama"]).update(restricted=True)
    for address in (PAGE, f"{PAGE}people/", f"{PAGE}timeline/?lines=99", f"{PAGE}people/?known=2026-11-06"):
        assert "Ama" not in signed_in(people["priya"]).get(address).content.decode(), address
        assert "Somebody whose record is restricted" in text(signed_in(people["priya"]).get(address)) or address == PAGE
    assert "Ama" in text(signed_in(people["hal"]).get(f"{PAGE}people/"))


def test_a_director_reads_and_has_no_button_to_write(people, kofi):
    said_why(people["dina"], NOW, kofi["person"])
    page = signed_in(people["dina"]).get(PAGE).content.decode()
    assert "Kofi" in page and "/write/" not in page and "Record a visit" not in page and "/mark/" not in page


def test_every_page_that_is_opened_is_written_down_once(priya, people, kofi):
    for address in (PAGE, f"{PAGE}people/", f"{PAGE}?known=2026-11-06"):
        before = Look.objects.count()
        priya.get(address)
        assert Look.objects.count() == before + 1
    assert set(Look.objects.filter(worker=people["priya"]).values_list("page", flat=True)) >= {"child", "people"}


def test_who_looked_stands_on_the_page_with_the_reason_and_the_part_they_play(priya, people, kofi):
    said_why(people["ana"], NOW, kofi["person"])
    Reach(people["ana"], NOW).child(REFERENCE, reason="checking a return")
    words = section(priya.get(PAGE), "history")
    assert "Ana , analyst. Reason: “checking a return”" in words and "Priya Fenwater , Kofi’s social worker" in words
