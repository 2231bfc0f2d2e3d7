"""No button and no number leads nowhere: everything that Today, Team and their lists link to answers."""

from datetime import date

import pytest

from goldthread.people.models import Leave, Worker
from goldthread.record.models import Standing
from tests.oversight.conftest import Office
from tests.web.desk import FIXED, OUT, TODAY, ask, at, nov, on_plan, visit, warning
from tests.web.drafting import half_written

pytestmark = pytest.mark.django_db

PAGES = {
    "priya": ["/today/", "/today/?by=child", "/today/list/", "/today/done/", "/my-children/", "/team/"],
    "ngozi": ["/today/", "/team/", "/team/children/", "/team/duties/", "/team/duties/?met=in_time", "/team/weights/", "/team/next-week/"],
    "colin": ["/team/", "/today/"],
    "gwen": ["/today/", "/my-children/"],
}


@pytest.fixture
def office(db, settings):
    """An evening with something of everything."""
    settings.GOLDTHREAD_NOW = FIXED
    office = Office()
    office.gwen = Worker.objects.create_user("gwen", None, name="Gwen", role="reviewing_officer")
    kofi = on_plan(office, "Kofi", visit(nov(5)), ("visit", nov(12), OUT), family=1)
    on_plan(office, "Ama", visit(nov(12)), family=1, born=date(2015, 11, 21))
    on_plan(office, "Esi", visit(nov(18), seen_alone=None), family=1)
    call = ("contact", TODAY, {"who": "PC Rowan Ashmere", "decide_by": at(20, 20)})
    office.child("Idris", office.priya, entries=[warning(at(18, 5)), call])
    office.child("Leila", office.huw, entries=[warning(at(16))])
    mei = office.child("Mei", office.priya, entries=[("looked_after", nov(16), {}), ("placement", nov(16), {})])
    office.child("Yusuf", office.priya, since=date(2026, 9, 18), entries=[("assessment", date(2026, 9, 18), {"kind": "single"})])
    office.child("Ezra", since=nov(18))
    with office.reach(office.ngozi).act() as act:
        act.write(mei, "allocation", nov(16), {"works_as": "reviewing_officer", "worker": office.gwen.pk})
        act.write(mei, "missing", nov(18), {}, until=nov(19))
    with office.reach(office.priya).act() as act:
        act.write(mei, "health_assessment", nov(17), {"kind": "requested"})
        act.write(kofi, "note", TODAY, {"title": "Rang the school"})
    half_written(office.priya, "visit", [Standing.objects.get(pk=kofi).reference], "Visit to Kofi", at(17, 9), **{f"seen_{kofi}": "alone"})
    Leave.objects.create(worker=office.huw, day=nov(16), until=nov(29), covered_by=office.priya)
    return office


@pytest.mark.parametrize("who, page", [(who, page) for who, pages in PAGES.items() for page in pages])
def test_everything_a_page_links_to_is_there(office, who, page):
    worker = getattr(office, who)
    found = ask(worker, page)
    assert found.status == 200
    # A way on is a page, a filter of this page, or a place on it.
    for words, address in found.links.items():
        if address.startswith("#"):
            assert f'id="{address[1:]}"' in found.html, (words, address)
            continue
        place = page.split("?")[0] + address if address.startswith("?") else address.split("#")[0]
        assert ask(worker, place).status in (200, 302), (words, place)


def test_what_is_asked_as_a_question_is_answered_in_the_entry_with_the_reason_already_there(office):
    page = ask(office.priya, ask(office.priya).links["Say yes or no"])
    assert "Was Esi seen alone on Wednesday 18 November?" in page.text and "This was not written down before." in page.html


def test_planning_a_visit_begins_with_the_day_it_is_due(office):
    address = ask(office.priya).links["Plan the visit"]
    page = ask(office.priya, address)
    assert "what=visit" in address and "Plan a visit to " in page.text and page.status == 200
