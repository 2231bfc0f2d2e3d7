"""Taking a call: who is known already comes first, and nobody new is made before each who may be meant was answered."""

import re
from datetime import UTC, date, datetime

import pytest

from goldthread.record.models import Look, Person, Standing, Version
from goldthread.record.reach import Reach
from goldthread.record.types.front_door import Contact, Referral
from goldthread.record.types.people import PersonDetails
from goldthread.web.drafts.models import Draft
from goldthread.web.forms.contact import is_name
from goldthread.web.forms.matching import Told, age_told, matches
from tests.web import family
from tests.web.family import NOW, TODAY, signed_in
from tests.web.visiting import HOSTILE, text_of, token

pytestmark = pytest.mark.django_db
ADDRESS = "/contacts/new/"


@pytest.fixture
def carys(office):
    return signed_in(office["carys"])


def call(client, **more):
    page = client.get(ADDRESS)
    return {
        "sheet": token(page), "do": "save", "day": "2026-11-20", "time": "4:20pm", "forename": "Nadja", "surname": "Merrodale",
        "source": "6", "who": "PC Rowan Ashmere", "said": "Shouting, and a door broken.", "urgency": "now", **more,
    }  # fmt: skip


def answered(told, children, **yes_or_no):
    return {**told, **{f"is-{children[name]}": said for name, said in yes_or_no.items()}}


# Who may be meant


def test_whoever_may_be_meant_is_shown_with_reasons_while_the_name_is_typed(carys, children):
    page = text_of(carys.post("/contacts/known/", {"forename": "Kofy", "surname": "Larkfeild", "born": "about 8", "postcode": "wr42lk"}))
    assert "Kofi Larkfield , 8" in page and "Very likely: 3 of 3 agree" in page
    assert "Name sounds the same Kofy Larkfeild Kofi Larkfield" in page or "nearly the same spelling Kofy" in page
    assert "Age fits about 8 born 2 March 2018" in page and "Postcode the same WR4 2LK WR4 2LK" in page
    assert "protection plan; Priya, East; last seen Thursday 5 November" in page


def test_no_percentage_and_no_score_stands_beside_a_match(carys, children):
    page = text_of(carys.post("/contacts/known/", {"forename": "Kofi", "surname": "Larkfield"}))
    assert "%" not in page and "score" not in page.lower()


def test_the_likelier_match_comes_first(office, children):
    found = matches(Reach(office["carys"], NOW), Told("Ama", "Larkfield", date(2015, 11, 21), None, "WR4 2LK"))
    assert found[0].name == "Ama Larkfield" and found[0].agree == 3


def test_a_postcode_alone_finds_the_children_who_live_there(office, children):
    found = matches(Reach(office["carys"], NOW), Told("", "", None, None, "WR4 2LK"))
    assert {m.name for m in found} == {"Ama Larkfield", "Kofi Larkfield", "Esi Larkfield"}


def test_somebody_whom_the_reader_may_not_see_is_never_a_match(office, children):
    assert matches(Reach(office["nora"], NOW), Told("Kofi", "Larkfield", None, None, "")) == []


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("9 June 2024", (date(2024, 6, 9), None)), ("09/06/2024", (date(2024, 6, 9), None)), ("2024-06-09", (date(2024, 6, 9), None)),
        ("2", (None, 2)), ("about 2", (None, 2)), ("14 years", (None, 14)), ("7 months", (None, 0)), ("a baby", (None, None)), ("", (None, None)),
    ],
)  # fmt: skip
def test_a_birth_date_or_an_age_may_be_written_in_many_ways(typed, meant):
    assert age_told(typed, TODAY) == meant


def test_a_new_person_is_not_made_before_each_who_may_be_meant_was_answered(carys, children):
    told = call(carys, forename="Kofi", surname="Larkfield")
    before = Person.objects.count()
    page = carys.post(ADDRESS, told)
    assert page.status_code == 422 and "Say whether this is Kofi Larkfield." in text_of(page)
    assert f'href="#is-{children["Kofi"]}"' in page.content.decode()
    assert Person.objects.count() == before and "Shouting, and a door broken." in page.content.decode()
    assert carys.post(ADDRESS, answered(told, children, Kofi="no")).status_code == 302
    assert Person.objects.count() == before + 1


def test_yes_this_is_the_child_writes_in_their_record_and_makes_nobody(carys, children):
    before = Person.objects.count()
    answer = carys.post(ADDRESS, answered(call(carys, forename="Kofi", surname="Larkfeld"), children, Kofi="yes"))
    assert answer.url == "/children/LK-KOFI/"
    assert Person.objects.count() == before
    assert Contact.objects.get().version.person_id == children["Kofi"]


def test_the_child_may_be_only_one_of_them(carys, children):
    told = answered(call(carys, forename="", surname="Larkfield"), children, Kofi="yes", Ama="yes", Esi="no")
    page = carys.post(ADDRESS, told)
    assert page.status_code == 422 and "More than one is said to be the child" in text_of(page)


def test_a_call_about_nobody_at_all_asks_who_it_is_about(carys):
    page = carys.post(ADDRESS, call(carys, forename="", surname=""))
    assert page.status_code == 422 and "Say who the call is about" in text_of(page)


def test_whoever_does_not_see_the_whole_service_makes_no_new_record(office, children):
    nora = signed_in(office["nora"])
    page = nora.post(ADDRESS, call(nora))
    assert page.status_code == 422 and "Ask the front door" in text_of(page) and not Contact.objects.exists()


def test_a_call_from_a_childs_own_page_asks_for_nobody_else(office, children):
    priya = signed_in(office["priya"])
    page = priya.get(ADDRESS, {"child": "LK-KOFI"})
    assert "This is about Kofi Larkfield." in text_of(page)
    priya.post(ADDRESS, {"sheet": token(page), "child": "LK-KOFI", "said": "He has not come to school."})
    assert Contact.objects.get().version.person_id == children["Kofi"]


def test_a_child_of_another_team_is_refused(office, children):
    nora = signed_in(office["nora"])
    assert nora.get(ADDRESS, {"child": "LK-KOFI"}).status_code == 403
    assert Look.objects.filter(worker=office["nora"], refused=True).exists()


def test_what_to_know_of_the_child_is_shown_once_it_is_said_to_be_them(carys, children):
    told = answered(call(carys, forename="Kofi", surname="Larkfield"), children, Kofi="yes")
    page = text_of(carys.post("/contacts/preview/", told))
    assert "You should know of Kofi" in page and "Last seen Thursday 5 November" in page
    assert "Another entry in the record of Kofi Larkfield" in page
    assert Look.objects.filter(person=children["Kofi"], worker__username="carys").count() == 1


# What is written


def test_a_new_child_is_written_as_far_as_they_are_known(carys):
    carys.post(ADDRESS, call(carys, born="about 2", postcode="wr42lk"))
    details = PersonDetails.objects.get()
    assert (details.forename, details.surname, details.born, details.born_estimated) == ("Nadja", "Merrodale", date(2024, 11, 20), True)
    assert Standing.objects.get().postcode == "WR4 2LK"


def test_a_birth_date_that_is_known_is_no_estimate(carys):
    carys.post(ADDRESS, call(carys, born="9/6/2024"))
    assert PersonDetails.objects.values_list("born", "born_estimated").get() == (date(2024, 6, 9), None)


def test_a_day_of_birth_that_is_still_to_come_is_the_day_a_baby_is_expected(carys):
    carys.post(ADDRESS, call(carys, forename="", surname="Applemere", born="9/4/2027"))
    assert PersonDetails.objects.values_list("born", "expected").get() == (None, date(2027, 4, 9))


@pytest.mark.parametrize(
    ("urgency", "by"),
    [
        ("now", datetime(2026, 11, 20, 20, 20, tzinfo=UTC)), ("day", datetime(2026, 11, 21, 16, 20, tzinfo=UTC)),
        ("week", datetime(2026, 11, 25, 16, 20, tzinfo=UTC)),
    ],
)  # fmt: skip
def test_how_soon_it_must_be_decided_gives_the_hour(carys, urgency, by):
    carys.post(ADDRESS, call(carys, urgency=urgency))
    assert Contact.objects.get().decide_by == by


def test_the_hour_stands_on_the_choice_before_it_is_chosen(carys):
    page = text_of(carys.get(ADDRESS))
    assert "Now by 9:28pm" in page and "Within a day by Sat 21 Nov, 5:28pm" in page and "Within three working days by Wed 25 Nov, 5:28pm" in page


def test_the_callers_words_are_kept_as_they_were_said(carys):
    carys.post(ADDRESS, call(carys, said=f"“He is here again.”\r\n{HOSTILE}"))
    assert Contact.objects.get().said == f"“He is here again.”\n{HOSTILE}"


def test_a_call_not_decided_yet_is_saved_and_stays_owed(carys):
    answer = carys.post(ADDRESS, call(carys, outcome="open_still"))
    assert answer.status_code == 302 and Contact.objects.values_list("outcome", "decided_at", "decided_by").get() == ("", None, None)
    person = Standing.objects.get()
    child = Reach(family.Worker.objects.get(username="carys"), NOW).child(person.reference)
    assert [o.code for o in child.owed if o.owed_on(TODAY)] == ["FD02"]


def test_a_decision_is_signed_by_whoever_is_signed_in_whatever_the_form_says(carys, office):
    carys.post(ADDRESS, call(carys, outcome="none", because="The school had made a mistake.", decided_by=str(office["ngozi"].pk)))
    contact = Contact.objects.get()
    assert contact.decided_by == office["carys"] and contact.decided_at == NOW and contact.because == "The school had made a mistake."


def test_a_referral_opens_work_that_waits_with_the_manager_of_the_team(carys, office):
    carys.post(ADDRESS, call(carys, outcome="referral", team=str(office["east"].pk), primary_need="N1", because="Third time."))
    standing = Standing.objects.get()
    assert standing.open and standing.team == office["east"] and standing.worker is None and standing.next_due
    referral = Referral.objects.get()
    assert (referral.decision, referral.decided, referral.primary_need, referral.source) == ("accepted", TODAY, "N1", "6")


def test_a_referral_without_a_team_is_asked_for_one_and_nothing_is_lost(carys):
    page = carys.post(ADDRESS, call(carys, outcome="referral"))
    assert page.status_code == 422 and "Say which team takes the child" in text_of(page)
    assert not Version.objects.exists() and Draft.objects.get().body["said"] == ["Shouting, and a door broken."]


def test_a_child_with_open_work_is_not_opened_a_second_time(carys, children, office):
    told = answered(call(carys, forename="Kofi", surname="Larkfield", outcome="referral", team=str(office["east"].pk)), children, Kofi="yes")
    page = carys.post(ADDRESS, told)
    assert page.status_code == 422 and "has open work already, held by Priya" in text_of(page)


def test_what_saving_will_ask_for_is_said_before(carys, office):
    told = call(carys, outcome="referral", team=str(office["east"].pk))
    page = text_of(carys.post("/contacts/preview/", told))
    assert "A new record" in page and re.search(r"by (Mon|Tues|Wednes|Thurs|Fri)day", page)


def test_pressing_save_twice_makes_one_child(carys):
    told = call(carys)
    first, second = carys.post(ADDRESS, told), carys.post(ADDRESS, told)
    assert first.url == second.url and Person.objects.count() == 1 and Contact.objects.count() == 1


def test_the_name_from_a_search_that_found_nobody_is_on_the_form(carys):
    page = carys.get(ADDRESS, {"name": "Zebedee van der Quince"}).content.decode()
    assert 'value="Zebedee"' in page and 'value="van der Quince"' in page


def test_a_draft_of_a_call_comes_back_with_its_answers(carys, children):
    told = answered(call(carys, forename="Kofi", surname="Larkfield", do="later"), children, Kofi="no")
    carys.post(ADDRESS, told)
    page = carys.get(f"{ADDRESS}?draft={Draft.objects.get().pk}").content.decode()
    assert "Shouting, and a door broken." in page and f'name="is-{children["Kofi"]}" value="no" checked' in page


def test_an_analyst_may_write_and_a_director_may_not(office):
    director = family.worker("dina", "director")
    assert signed_in(director).get(ADDRESS).status_code == 403


def test_the_name_of_a_question_names_its_person(office, children):
    (match, *_) = matches(Reach(office["carys"], NOW), Told("Kofi", "", None, None, ""))
    assert is_name(match) == f"is-{children['Kofi']}"
