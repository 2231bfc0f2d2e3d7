"""Finding a child in one box: why each matches, who holds them, and never 'no such child' when the record could not be asked."""

from datetime import date

import pytest
from django.db import OperationalError, ProgrammingError
from django.test import Client

from goldthread.record.reach import Reach
from tests.web.family import NOW, signed_in
from tests.web.visiting import text_of

pytestmark = pytest.mark.django_db


def found(worker, asked, **more):
    return signed_in(worker).get("/search/", {"q": asked, **more})


def test_a_child_is_found_by_a_misspelt_name_and_the_page_says_why(office, children):
    page = text_of(found(office["carys"], "Koffi Larkfeeld"))
    assert "Kofi Larkfield , 8 years old" in page
    assert "sounds the same as “Koffi Larkfeeld”" in page or "spelt nearly like “Koffi Larkfeeld”" in page


def test_a_result_says_who_holds_the_child_what_work_it_is_and_what_is_due(office, children):
    page = text_of(found(office["carys"], "Kofi"))
    assert "Priya, East" in page and "protection plan since 20 July 2026" in page
    assert "LK-KOFI, born 2 March 2018, WR4 2LK" in page


def test_brothers_and_sisters_stand_with_their_ages(office, children):
    assert "With Ama, 10 and Esi, 3" in text_of(found(office["carys"], "Kofi"))


@pytest.mark.parametrize("asked", ["02/03/2018", "2018-03-02", "3/2/2018", "WR4 2LK Kofi", "  kofi   02 03 2018 "])
def test_any_order_of_birth_date_or_a_postcode_will_do(office, children, asked):
    assert "Kofi Larkfield" in text_of(found(office["carys"], asked))


@pytest.mark.parametrize("asked", ["WR-90815", "wr 90815", "90815"])
def test_a_reference_finds_its_child_with_or_without_its_letters(office, asked):
    with Reach(office["priya"], NOW).act() as act:
        person = act.new_person(reference="WR-90815")
        act.write(person, "person", NOW.date(), {"forename": "Ines", "surname": "Larkspur"})
        act.write(person, "contact", NOW.date(), {"source": "6"})
    assert "Ines Larkspur" in text_of(found(office["carys"], asked))


def test_a_child_who_waits_belongs_to_the_manager_by_name(office):
    reach = Reach(office["priya"], NOW)
    with reach.act() as act:
        person = act.new_person()
        act.write(person, "person", NOW.date(), {"forename": "Poppy", "surname": "Saltcombe"})
        act.write(person, "referral", NOW.date(), {"decision": "accepted", "decided": NOW.date()})
    assert "waits for a worker, with Ngozi, East" in text_of(found(office["carys"], "Poppy"))


def test_long_lists_come_in_pages_that_are_in_the_address(office):
    reach = Reach(office["priya"], NOW)
    with reach.act() as act:
        for n in range(43):
            person = act.new_person()
            act.write(person, "person", NOW.date(), {"forename": "Theo", "surname": f"Beckmoor{chr(97 + n % 26)}", "born": date(2015, 1, 1 + n % 28)})
            act.write(person, "contact", NOW.date(), {"source": "6"})
    first, last = found(office["carys"], "Theo"), found(office["carys"], "Theo", page="3")
    assert "Showing 1 to 20 of 43" in text_of(first) and '?q=Theo&amp;page=2"' in first.content.decode()
    assert "Showing 41 to 43 of 43" in text_of(last) and text_of(last).count("Theo Beckmoor") == 3
    assert "Showing 41 to 43 of 43" in text_of(found(office["carys"], "Theo", page="999"))
    assert "Showing 1 to 20 of 43" in text_of(found(office["carys"], "Theo", page="x"))


def test_nobody_found_is_a_calm_page_that_says_what_to_try(office, children):
    page = text_of(found(office["carys"], "Zebedee Quince"))
    assert "Nobody you may see matches “Zebedee Quince”." in page and "how it begins" in page
    assert "not known" not in page.lower()


def test_a_child_of_another_team_does_not_leak_into_results_counts_or_families(office, children):
    page = text_of(found(office["nora"], "Larkfield"))
    assert "Kofi" not in page and "Nobody you may see matches" in page and "Another team may hold the record" in page


@pytest.mark.parametrize(("error", "status"), [(OperationalError, 503), (ProgrammingError, 500)])
def test_a_database_error_is_an_error_page_and_never_no_such_child(office, monkeypatch, error, status):
    def fails(*_):
        raise error("the server closed the connection")

    monkeypatch.setattr("goldthread.web.finding.views.search", fails)
    client = signed_in(office["carys"])
    client.raise_request_exception = False
    page = client.get("/search/", {"q": "Kofi"})
    assert page.status_code == status and "Nobody" not in text_of(page)
    assert "matches" not in text_of(page)


def test_hostile_words_in_the_box_run_nowhere(office, children):
    for asked in ("<script>alert(1)</script>", "'; DROP TABLE record_person; --", "%", "\0", "a" * 5000, "\u202eKofi", "((((("):
        page = found(office["carys"], asked)
        assert page.status_code == 200 and "<script>alert" not in page.content.decode()


def test_nothing_typed_is_an_invitation_and_not_a_failure(office):
    assert "Find a child" in text_of(found(office["carys"], "  "))


def test_without_a_sign_in_nobody_is_found(children):
    assert Client().get("/search/", {"q": "Kofi"}).status_code == 302


def test_a_page_of_results_takes_the_same_few_questions_however_many_children(office, children, django_assert_max_num_queries):
    client = signed_in(office["carys"])
    with django_assert_max_num_queries(14):
        client.get("/search/", {"q": "Larkfield"})
