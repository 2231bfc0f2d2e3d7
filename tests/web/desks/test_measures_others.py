"""Our figures beside those of others: only where a person says they are alike, and nobody ranked."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from goldthread.inspection import neighbours
from goldthread.inspection.models import Likened
from goldthread.people.models import Worker
from tests.inspection.test_neighbours import FIGURES, JUDGED, NEAR, keep
from tests.oversight.conftest import NOW
from tests.web.counted import some_children
from tests.web.desk import FIXED, Page, ask

pytestmark = pytest.mark.django_db
SEEN, OTHERS = "/measures/cp_seen_in_time/", "/measures/others/"


@pytest.fixture(autouse=True)
def half_past_five(settings):
    settings.GOLDTHREAD_NOW, settings.GOLDTHREAD_AUTHORITY = FIXED, "Wrenford"


@pytest.fixture
def loaded(office):
    some_children(office)
    for text in (NEAR, JUDGED, FIGURES):
        keep(text, "published.csv")
    neighbours.choose("901", now=NOW, by=office.colin)


def send(worker, address, **fields):
    client = Client()
    client.force_login(worker)
    return Page(client.post(address, fields, follow=True))


def test_without_published_lists_the_page_says_what_is_missing(office):
    assert "No published statistics have been loaded yet." in ask(office.colin, SEEN).text
    page = ask(office.colin, OTHERS)
    assert "First load the published lists: send them below, or on the server with goldthread load-published FILE…" in page.text
    assert page.links["send them below"] == "#files" and 'id="files"' in page.main and "Choose an authority" not in page.text


def test_who_may_not_load_is_told_who_does_and_before_an_authority_is_chosen_who_chooses(office):
    assert "Whoever leads improvement or loads data loads the published lists first" in ask(office.priya, OTHERS).text
    keep(NEAR, "published.csv")
    assert "whoever leads improvement chooses it" in ask(office.priya, OTHERS).text
    assert "Choose an authority" in ask(office.colin, OTHERS).text


def test_nothing_stands_beside_a_measure_before_somebody_says_it_is_like_it(office, loaded):
    page = ask(office.colin, SEEN)
    assert "Nobody has said yet which published series is like this measure." in page.text and "77.9" not in page.text


def test_a_series_that_is_like_it_stands_beside_it_with_neighbours_region_and_england(office, loaded):
    page = send(office.colin, f"{SEEN}beside/", series="pc_within_15", why="Their clock is another.")
    beside = page.section("Beside others")
    for words in ("Wrenford 31 Oct 2026, from this record 50%", "Saltmouth good, 2023 81%", "Oxmere, City of no overall grade given, 2026 hidden: a small number",
                  "St. Ebb rounds to 0", "South East (region) 74%", "England 77.9%", "April 2023 to March 2024", "Their clock is another. Chosen by Colin, 20 November 2026."):  # fmt: skip
        assert words in beside, words


def test_what_was_said_to_be_like_can_be_taken_back(office, loaded):
    send(office.colin, f"{SEEN}beside/", series="pc_within_15")
    send(office.colin, f"{SEEN}beside/", series="")
    assert "Nobody has said yet" in ask(office.colin, SEEN).text and Likened.objects.count() == 2


def test_a_series_nobody_loaded_is_refused_in_words(office, loaded):
    assert "Choose a series that has been loaded." in send(office.colin, f"{SEEN}beside/", series="x").text


def test_only_those_who_lead_improvement_decide_what_stands_beside_us(office, loaded):
    for address, fields in ((f"{SEEN}beside/", {"series": "number"}), (OTHERS, {"authority": "902"}), (OTHERS, {"load": "1"})):
        assert send(office.priya, address, **fields).status == 403
    assert "Choose a series" not in ask(office.priya, SEEN).text and "<form" not in ask(office.priya, OTHERS).main


def test_neighbours_stand_with_the_judgements_of_their_newest_inspection_and_its_source(office, loaded):
    page = ask(office.priya, OTHERS)
    assert "Saltmouth chosen Overall: good Help and protection: requires improvement to be good inspected to 21 July 2023" in page.text
    assert "In doubt: not checked against the report; grade wraps over the page" in page.text and "Overall: no overall grade given" in page.text
    assert "St. Ebb" in page.text and "no judgement is held" in page.text and "nobody is ranked" in page.text
    assert page.text.index("Saltmouth chosen") < page.text.index("Oxmere") < page.text.index("St. Ebb –")


def test_another_authority_can_be_chosen_and_one_that_is_not_there_is_refused(office, loaded):
    assert "Our figures stand beside Oxmere, City of" in send(office.colin, OTHERS, authority="902").text
    page = send(office.colin, OTHERS, authority="999")
    assert page.status == 422 and "Choose an authority of the list." in page.text


def test_lists_are_loaded_from_the_page_and_what_became_of_each_is_said(office):
    files = [SimpleUploadedFile("near.csv", NEAR.encode()), SimpleUploadedFile("judged.csv", JUDGED.encode())]
    page = send(office.colin, OTHERS, files=files, load="1")
    assert "near.csv: neighbours, 7 rows added." in page.text and "judged.csv: judgements" in page.text
    assert "nothing new in it" in send(office.colin, OTHERS, files=[SimpleUploadedFile("near.csv", NEAR.encode())], load="1").text


@pytest.mark.parametrize(("name", "data"), [("a.csv", b"name,age\n"), ("a.pdf", b"%PDF-1.7\0\0"), ("a.csv", b"")])
def test_a_file_that_is_no_published_list_is_refused_and_nothing_of_it_is_kept(office, name, data):
    page = send(office.colin, OTHERS, files=[SimpleUploadedFile(name, data)] if data else [], load="1")
    assert page.status == 422 and not neighbours.authorities()


def test_an_analyst_may_load_and_not_choose(office, loaded):
    ana = Worker.objects.create_user("ana", None, name="Ana", role="analyst")
    page = ask(ana, OTHERS)
    assert "Load published lists" in page.text and 'name="authority"' not in page.main
    assert reverse("others") in ask(ana, "/measures/").html
