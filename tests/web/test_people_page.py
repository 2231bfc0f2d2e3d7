"""People we work with: found, read and written about, and never taken for children."""


import pytest

from goldthread.duties.words.kinds import ADULT, CARER, CHILD, HOME, WORKER
from goldthread.record.models import Standing, Version
from goldthread.record.reach import Reach
from goldthread.record.register import REGISTER
from tests.web.one_child import NOW, REFERENCE, signed_in, text
from tests.web.some_others import begin

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("half_past_five")]


def test_the_list_has_each_with_what_they_are_and_who_holds_them(people, others):
    page = text(signed_in(people["ngozi"]).get("/people/"))
    for words in ("Marian Oakfield", "Foster carer or adopter", people["priya"].name, "Larch House", "Children’s home", "Terence Vole"):
        assert words in page
    only = text(signed_in(people["ngozi"]).get(f"/people/?kind={HOME}"))
    assert "Larch House" in only and "Marian Oakfield" not in only


def unheld(people):
    """A home that waits for somebody to hold it, beside those of `others`."""
    return begin(Reach(people["ngozi"], NOW), HOME, "", "Rowan Court")


def names(page):
    return [line.name.text for line in page.context["lines"]]


def test_records_that_nobody_holds_are_counted_and_found(people, others):
    unheld(people)
    ngozi = signed_in(people["ngozi"])
    chip = next(chip for chip in ngozi.get("/people/").context["chips"] if chip.label == "Held by nobody")
    assert chip.number == 1 and not chip.current
    page = ngozi.get(f"/people/{chip.href}")
    assert names(page) == ["Rowan Court"] and "Nobody yet, East" in text(page).replace("nobody", "Nobody")
    again = next(chip for chip in page.context["chips"] if chip.label == "Held by nobody")
    assert again.current and len(names(ngozi.get(f"/people/{again.href}"))) == 5


def test_filters_of_kind_holder_and_name_hold_together_and_each_count_is_of_what_it_opens(people, others):
    unheld(people)
    ngozi = signed_in(people["ngozi"])
    for address in ("", "?held=nobody", f"?kind={HOME}", f"?kind={CARER}", f"?kind={HOME}&held=nobody", "?q=rowan", "?held=anybody&kind=plant"):
        for chip in ngozi.get(f"/people/{address}").context["chips"]:
            assert chip.current or len(names(ngozi.get(f"/people/{chip.href}"))) == chip.number, (address, chip)
    nothing = ngozi.get(f"/people/?kind={CARER}&held=nobody")
    assert names(nothing) == [] and "take a filter away" in text(nothing)


def test_where_everybody_is_held_no_such_filter_is_offered(people, others):
    assert "Held by nobody" not in text(signed_in(people["ngozi"]).get("/people/"))


def test_the_list_holds_only_what_the_reader_may_open(people, others):
    ana = text(signed_in(people["ana"]).get("/people/"))
    assert "Marian Oakfield" in ana and "Terence Vole" not in ana and "Priya Anand" not in ana
    nora = text(signed_in(people["nora"]).get("/people/"))
    assert "Marian Oakfield" not in nora
    assert "Priya Anand" in text(signed_in(people["priya"]).get("/people/"))


def test_the_search_names_them_apart_from_children(people, others):
    page = signed_in(people["ngozi"]).get("/search/?q=oakfeild")
    assert "Not children: people we work with" in text(page) and "Marian Oakfield" in text(page)
    assert page.context["results"] == []
    child = signed_in(people["ngozi"]).get("/search/?q=larkfield")
    assert child.context["others"] == [] and "Not children" not in text(child)
    assert [one.name.text for one in signed_in(people["ana"]).get("/search/?q=vole").context["others"]] == []


def test_a_carers_page_leaves_out_what_only_a_child_has(people, others):
    page = text(signed_in(people["priya"]).get(f"/children/{others[CARER]}/"))
    assert "Marian Oakfield" in page and "Foster carer or adopter" in page and "supervising social worker" in page
    for words in ("Plan and legal status", "life on one line", "Age not known", "Date of birth not known", "Record a visit", "What Marian says"):
        assert words not in page
    assert "Life" not in [label for label, _, _ in signed_in(people["priya"]).get(f"/children/{others[CARER]}/").context["subnav"]]
    assert signed_in(people["priya"]).get(f"/children/{REFERENCE}/").context["life"]


@pytest.mark.parametrize("about", [CARER, HOME, ADULT, WORKER])
@pytest.mark.parametrize("part", ["", "timeline/", "people/", "duties/", "history/", "?known=2026-11-21", "chronology/"])
def test_every_part_of_the_page_opens(people, others, about, part):
    assert signed_in(people["ngozi"]).get(f"/children/{others[about]}/{part}").status_code == 200


@pytest.mark.parametrize("part", ["life/", "plan/"])
def test_a_part_that_only_children_have_is_not_there(people, others, part):
    assert signed_in(people["ngozi"]).get(f"/children/{others[CARER]}/{part}").status_code == 404


@pytest.mark.parametrize("about", [CARER, HOME, ADULT, WORKER])
def test_only_what_is_written_about_such_a_person_is_offered(people, others, about):
    ways = dict(signed_in(people["ngozi"]).get(f"/children/{others[about]}/timeline/").context["ways"])
    offered = {way.href.rstrip("/").rpartition("/")[2] for some in ways.values() for way in some}
    assert {"note", "person", "address"} <= offered and not {"visit", "referral", "placement"} & offered
    assert all(about in REGISTER[code].written_about() for code in offered)


def test_nothing_about_carers_is_offered_for_a_child(people, kofi):
    ways = signed_in(people["ngozi"]).get(f"/children/{REFERENCE}/timeline/").context["ways"]
    offered = {way.href for _, some in ways for way in some}
    assert all(CHILD in REGISTER[code].written_about() for code in REGISTER if any(f"/{code}/" in href for href in offered))


def test_what_belongs_to_a_child_is_refused_about_a_carer_with_a_reason(people, others):
    answer = signed_in(people["priya"]).get(f"/write/{others[CARER]}/referral/")
    assert answer.status_code == 403 and "This record is about a carer, and referral is written about a child" in text(answer)


def test_a_note_about_a_carer_is_written_and_read(people, others):
    client = signed_in(people["priya"])
    address = f"/write/{others[CARER]}/note/"
    sheet = client.get(address).context["sheet"].token
    saved = client.post(address, {"sheet": sheet, "do": "save", "day": "18/11/2026", "title": "Rang about the loft"})
    assert saved.status_code == 302
    page = client.get(f"/entries/{Version.objects.filter(type='note').latest('id').entry}/")
    assert "Rang about the loft" in text(page) and "Marian Oakfield" in text(page)
    assert not Standing.objects.get(reference=others[CARER]).is_child


@pytest.mark.parametrize(("name", "status"), [("hal", 200), ("adam", 403)])
def test_the_list_opens_to_those_who_work_with_them_and_to_nobody_else(people, kofi, name, status):
    assert signed_in(people[name]).get("/people/").status_code == status
