"""A manager begins a carer's record and writes a supervision down, wide and narrow; a worker reads their own."""

import os
from datetime import date

from goldthread.record.models import Person
from goldthread.record.standing import HOLDS

SHOTS = os.environ.get("GOLDTHREAD_LOOK")  # a folder for pictures of the pages


def pictured(visitor, name):
    if SHOTS:
        visitor.page.screenshot(path=f"{SHOTS}/{name}-{visitor.width}.png", full_page=True)


def begun(city, about, name, worker=None, account=None, entries=()):
    with city.acts(date(2026, 9, 1), city.ngozi) as act:
        person = act.new_person()
        act.write(person, "person", date(2026, 9, 1), {"forename": name.split()[0], "surname": name.split()[1]})
        act.write(person, "allocation", date(2026, 9, 1), {"works_as": HOLDS[about], "worker": worker and worker.pk, "team": city.east.pk})
        for kind, values in entries:
            act.write(person, kind, date(2026, 9, 1), values)
    if account:
        account.person_id = person
        account.save()
    return Person.objects.get(pk=person).reference


def test_a_manager_finds_carers_and_writes_a_supervision_down(city, visit):
    city.larkfields()
    carer = begun(city, "carer", "Marian Oakfield", city.priya)
    begun(city, "worker", "Priya Fenwater", city.ngozi, city.priya, [("post", {"kind": "social_worker"}), ("worker_step", {"what": "supervision"})])
    ngozi = visit(city.ngozi)
    for address, name in (("/people/", "people"), ("/people/new/", "new"), (f"/children/{carer}/", "carer"), ("/search/?q=oakfield", "search"), ("/supervision/", "supervision")):
        ngozi.goes_to(address)
        pictured(ngozi, name)
    assert "Tue 1 Sep" in ngozi.reads() and "children: " in ngozi.reads()
    ngozi.follows("Write it down")
    pictured(ngozi, "write")
    ngozi.page.get_by_label("When?", exact=True).fill("today")
    ngozi.page.get_by_label("What was said and agreed?").fill("What she carries home.")
    ngozi.presses("Save")
    priya = visit(city.priya)
    priya.goes_to("/supervision/")
    assert "Fri 20 Nov" in priya.reads()
    pictured(priya, "own")


def test_what_goes_past_a_limit_is_asked_about_and_written_with_a_reason(city, visit):
    kofi = city.larkfields()["Kofi"]
    priya = visit(city.priya)
    priya.goes_to(f"/write/{kofi}/placement/")
    priya.page.get_by_label("When did the child move in?").fill("19/11/2026")
    priya.page.get_by_label("What kind of placement?").select_option("H5")
    priya.presses("Save")
    pictured(priya, "limit")
    assert "No child under 16" in priya.reads()
    priya.page.get_by_label("It is so all the same, because").fill("the court ordered it.")
    priya.presses("Save")
    assert "No child under 16" not in priya.reads()
