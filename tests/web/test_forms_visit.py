"""One visit, one form, a line for each child: what is missing does not stop it, and each child has their own next day."""

import json
import re
from datetime import UTC, date, datetime, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from goldthread.record.models import Look, Standing, Version
from goldthread.record.reach import Reach
from goldthread.record.types.work import Visit
from goldthread.web.drafts.models import Draft
from tests.web import family
from tests.web.family import NOW, signed_in

pytestmark = pytest.mark.django_db
HOSTILE = "</textarea><script>alert(1)</script>\"'><b onmouseover=x>&amp; ‘Ọmọ’ 🌍\u202e \\ {{ 7*7 }} '; DROP TABLE record_visit; --"


@pytest.fixture(autouse=True)
def at_half_past_five(settings):
    settings.GOLDTHREAD_NOW = "2026-11-20T17:28"


@pytest.fixture
def office():
    return family.office()


@pytest.fixture
def children(office):
    return family.larkfields(office["priya"])


@pytest.fixture
def priya(office):
    return signed_in(office["priya"])


ADDRESS = "/visits/new/"
LARKFIELDS = ["LK-KOFI", "LK-AMA", "LK-ESI"]


def opened(client, references=LARKFIELDS):
    return client.get(ADDRESS, {"child": references})


def token(page):
    return re.search(r'name="sheet" value="([^"]+)"', page.content.decode())[1]


def answers(page, children, **more):
    """Everything a person fills in for Kofi alone, Ama not alone, Esi not seen."""
    kofi, ama, esi = children["Kofi"], children["Ama"], children["Esi"]
    return {
        "sheet": token(page), "do": "save", "child": LARKFIELDS, "day": "2026-11-20", "time": "4:15pm", "place": "home", "known": "yes",
        f"seen-{kofi}": "alone", f"said-{kofi}": "She’s up before me now.", f"bedroom-{kofi}": "yes",
        f"seen-{ama}": "with", f"why_not_alone-{ama}": "Cousin was in the room", f"said-{ama}": "Excited about her birthday.",
        f"seen-{esi}": "no", f"why_not_seen-{esi}": "With her grandmother until Sunday",
        "at_home": "Warm, tea cooking.", "present": ["Abena"], "next_count": "1", "next_what_0": "Ask the welfare fund for a washing machine",
        "next_when_0": "2026-11-27", **more,
    }  # fmt: skip


def visits_of(person):
    return Visit.objects.filter(version__person=person, version__superseded_at=None, version__day=date(2026, 11, 20))


def text_of(page):
    return " ".join(re.sub(r"<[^>]+>", " ", page.content.decode()).split())


# What the page shows


def test_the_form_has_a_line_for_each_child_with_what_is_owed_now(priya, children):
    page = text_of(opened(priya))
    assert "A visit to Kofi, Ama and Esi" in page
    assert "1 working day over, due Thu 19 Nov" in page
    assert page.count("by Thu 26 Nov") == 2
    assert "last seen Thu 5 Nov, alone, at school" in page and "last alone Thu 5 Nov, at school" in page
    assert "10, 11 tomorrow" in page


def test_the_last_visit_and_the_plan_lie_beside_the_form(priya, children):
    page = text_of(opened(priya))
    assert "Last visit, 12 November 2026" in page and "Heating on, food in." in page
    assert "Mornings: up, breakfast, school by 8:50" in page and "protection plan of 20 July 2026" in page


def test_quick_days_show_the_day_itself(priya, children):
    page = text_of(opened(priya))
    assert "Today Fri 20 Nov" in page and "Yesterday Thu 19 Nov" in page
    assert "In 5 working days Fri 27 Nov" in page


def test_a_brother_or_sister_can_be_added_and_taken_out_without_losing_a_word(priya, children):
    page = opened(priya, ["LK-KOFI"])
    assert 'value="LK-AMA"' in page.content.decode() and "A visit to Kofi<" in page.content.decode()
    sent = answers(page, children, child=["LK-KOFI", "LK-AMA"], do="children")
    added = priya.post(ADDRESS, sent, follow=True)
    assert "A visit to Kofi and Ama" in text_of(added) and "Cousin was in the room" in text_of(added)
    out = priya.post(ADDRESS, {**sent, "child": ["LK-KOFI"], "sheet": token(added)}, follow=True)
    assert "A visit to Kofi<" in out.content.decode()
    assert f'name="why_not_alone-{children["Ama"]}" value="Cousin was in the room"' in out.content.decode()


def test_opened_about_nobody_it_asks_whom_it_is_about(priya, children):
    page = text_of(priya.get(ADDRESS))
    assert "Whom did you visit?" in page and "Kofi Larkfield" in page
    assert "Esi Larkfield" in text_of(priya.get(ADDRESS, {"find": "Essy Larkfeld"}))


def test_a_form_like_one_that_was_begun_leads_back_to_it(priya, children, office):
    page = opened(priya)
    assert "began one like this" not in text_of(page)
    priya.post(ADDRESS, answers(page, children, do="later"))
    number = Draft.objects.get().pk
    again = opened(priya, reversed(LARKFIELDS))
    assert "You began one like this at 5:28pm" in text_of(again) and f'href="/drafts/{number}/"' in again.content.decode()
    assert "began one like this" not in text_of(priya.get(f"{ADDRESS}?draft={number}"))
    assert "began one like this" not in text_of(opened(priya, ["LK-KOFI"]))
    assert "began one like this" not in text_of(opened(signed_in(office["marcus"])))


# Saving


def test_three_children_one_of_them_not_seen_have_three_different_next_days(priya, children):
    assert priya.post(ADDRESS, answers(opened(priya), children)).status_code == 302
    owed = {name: first_visit_owed(priya, person) for name, person in children.items()}
    assert owed == {"Kofi": date(2026, 12, 4), "Ama": date(2026, 12, 4), "Esi": date(2026, 11, 26)}
    alone = {name: Standing.objects.get(pk=person).last_alone for name, person in children.items()}
    assert alone == {"Kofi": date(2026, 11, 20), "Ama": date(2026, 11, 5), "Esi": date(2026, 11, 5)}


def first_visit_owed(client, person):
    worker = family.Worker.objects.get(username="priya")
    child = Reach(worker, NOW).child(family.reference(person))
    return min(o.due for o in child.owed if o.code == "CP05" and o.owed_on(NOW.date()))


def test_what_saving_will_do_is_said_before_and_after_in_the_same_words(priya, children):
    page = opened(priya)
    shown = text_of(priya.post(reverse("visit_preview"), answers(page, children)))
    assert "Kofi’s visit is met 1 working day late. It stays visible as late." in shown
    assert "Ama’s visit is met 4 working days early" in shown
    assert "Esi still has to be seen by Thursday 26 November" in shown
    assert "Next visit by Friday 4 December 10 working days from today" in shown
    assert "Next visit by Friday 4 December , and alone by Thursday 3 December alone at least once in 4 weeks" in shown
    assert "Still by Thursday 26 November a visit where Esi is not seen does not count" in shown
    priya.post(ADDRESS, answers(page, children))
    told = " ".join(str(message) for message in messages_of(priya))
    assert "Kofi’s visit is met, 1 working day late. It stays visible as late. Next visit by Friday 4 December." in told
    assert "and alone by Thursday 3 December." in told
    assert "Esi still has to be seen, by Thursday 26 November.<" in told


def messages_of(client):
    return [part[3] for part in json.loads(client.session["_messages"])]


def test_a_visit_to_three_is_three_entries_that_stand_together(priya, children, office):
    priya.post(ADDRESS, answers(opened(priya), children))
    versions = Version.objects.filter(type="visit", day=date(2026, 11, 20))
    assert {v.person_id for v in versions} == set(children.values())
    assert len({v.together for v in versions}) == 1 and None not in {v.together for v in versions}
    assert {v.by_id for v in versions} == {office["priya"].pk}
    assert {v.at for v in versions} == {datetime(2026, 11, 20, 16, 15, tzinfo=UTC)}


def test_made_seen_and_alone_are_three_facts(priya, children):
    priya.post(ADDRESS, answers(opened(priya), children))
    facts = {name: visits_of(person).values_list("made", "child_seen", "seen_alone").get() for name, person in children.items()}
    assert facts == {"Kofi": (True, True, True), "Ama": (True, True, False), "Esi": (True, False, None)}


def test_what_is_said_of_one_child_is_not_written_about_another(priya, children):
    priya.post(ADDRESS, answers(opened(priya), children))
    kofi, ama, esi = (visits_of(children[name]).get() for name in ("Kofi", "Ama", "Esi"))
    assert (kofi.said, ama.said, esi.said) == ("She’s up before me now.", "Excited about her birthday.", "")
    assert esi.why_not_seen == "With her grandmother until Sunday" and kofi.why_not_seen == ""
    assert kofi.at_home == ama.at_home == esi.at_home == "Warm, tea cooking."
    assert kofi.next_steps == "Ask the welfare fund for a washing machine. By Friday 27 November 2026."


def test_missing_answers_are_shown_and_do_not_stop_saving(priya, children):
    page = opened(priya)
    few = {"sheet": token(page), "do": "save", "child": LARKFIELDS, f"seen-{children['Kofi']}": "alone"}
    shown = text_of(priya.post(reverse("visit_preview"), few))
    assert "answers are missing" in shown and "whether Ama was seen" in shown
    assert "We cannot tell whether Ama was seen" in shown
    assert priya.post(ADDRESS, few).status_code == 302
    kofi = visits_of(children["Kofi"]).get()
    assert (kofi.child_seen, kofi.bedroom, kofi.known, kofi.place) == (True, None, None, "")
    assert visits_of(children["Ama"]).get().child_seen is None


def test_one_missing_answer_is_named_and_leads_to_its_field(priya, children):
    shown = priya.post(reverse("visit_preview"), answers(opened(priya), children)).content.decode()
    assert "1 answer is missing" in shown
    assert f'<a href="#bedroom-{children["Ama"]}">Ama’s bedroom</a>' in shown


def test_nobody_seen_and_not_let_in_is_a_visit_that_was_not_made(priya, children):
    page = opened(priya, ["LK-KOFI"])
    sent = {"sheet": token(page), "do": "save", "child": "LK-KOFI", f"seen-{children['Kofi']}": "no", "got_in": "no"}
    priya.post(ADDRESS, sent)
    assert visits_of(children["Kofi"]).values_list("made", "child_seen").get() == (False, False)


@pytest.mark.parametrize(
    ("field", "typed", "sentence"),
    [
        ("day_other", "the 31st of Novembre", "is not a day we can read"),
        ("day_other", "30/11/2026", "is still to come"),
        ("time", "tea time", "is not a time we can read"),
        ("time", "25:99", "is not a time we can read"),
    ],
)
def test_a_day_or_time_that_cannot_be_read_keeps_every_word_and_says_what_to_do(priya, children, field, typed, sentence):
    sent = answers(opened(priya), children, **{field: typed})
    if field == "day_other":
        sent["day"] = "other"
    page = priya.post(ADDRESS, sent)
    content = page.content.decode()
    assert page.status_code == 422 and sentence in content
    for words in (typed, "She’s up before me now.", "Cousin was in the room", "With her grandmother until Sunday", "Warm, tea cooking."):
        assert words in content
    assert f'href="#{field}"' in content and not Version.objects.filter(day=date(2026, 11, 20)).exists()
    assert Draft.objects.get().body[field] == [typed]


@pytest.mark.parametrize("typed", ["12/11/2026", "12 November", "Thu 12 Nov", "2026-11-12", "12th november 2026", "12.11.26"])
def test_a_day_may_be_written_in_many_ways(priya, children, typed):
    page = opened(priya, ["LK-KOFI"])
    priya.post(ADDRESS, {"sheet": token(page), "child": "LK-KOFI", "day": "other", "day_other": typed, f"seen-{children['Kofi']}": "alone"})
    assert Version.objects.filter(person=children["Kofi"], type="visit", day=date(2026, 11, 12)).count() == 2


@pytest.mark.parametrize(("typed", "hour"), [("4:15pm", 16), ("4.15 pm", 16), ("16:15", 16), ("1615", 16), ("about 9:15am", 9)])
def test_a_time_may_be_written_in_many_ways(priya, children, typed, hour):
    page = opened(priya, ["LK-KOFI"])
    priya.post(ADDRESS, {"sheet": token(page), "child": "LK-KOFI", "time": typed, f"seen-{children['Kofi']}": "alone"})
    assert Version.objects.get(person=children["Kofi"], day=date(2026, 11, 20)).at == datetime(2026, 11, 20, hour, 15, tzinfo=UTC)


def test_pressing_save_twice_writes_once(priya, children):
    sent = answers(opened(priya), children)
    first, second = priya.post(ADDRESS, sent), priya.post(ADDRESS, sent)
    assert first.status_code == second.status_code == 302 and first.url == second.url
    assert Version.objects.filter(type="visit", day=date(2026, 11, 20)).count() == 3


def test_hostile_words_are_kept_as_they_are_and_run_nowhere(priya, children):
    kofi = children["Kofi"]
    sent = answers(opened(priya), children, **{f"said-{kofi}": HOSTILE, "at_home": HOSTILE, "next_what_0": HOSTILE, "day": "other", "day_other": HOSTILE})
    shown = priya.post(ADDRESS, sent).content.decode()
    assert "<script>alert" not in shown and "{{ 7*7 }}" in shown
    reopened = priya.get(f"{ADDRESS}?draft={Draft.objects.get().pk}").content.decode()
    assert "<script>alert" not in reopened
    sent["day"] = "2026-11-20"
    assert priya.post(ADDRESS, sent).status_code == 302
    assert visits_of(kofi).get().said == HOSTILE


def test_a_person_who_must_not_have_the_address_is_asked_about_at_once(priya, children, office):
    reach = Reach(office["priya"], NOW - timedelta(hours=1))
    with reach.act() as act:
        marcus = act.new_person()
        act.write(marcus, "person", date(2026, 7, 1), {"forename": "Marcus", "surname": "Dray"})
        act.write(children["Kofi"], "relationship", date(2026, 7, 1), {"other": marcus, "relation": "other"})
    shown = text_of(priya.post(reverse("visit_preview"), answers(opened(priya), children, present=["Abena", "Marcus"])))
    assert "Marcus must not learn Kofi’s address." in shown and "Abena must not" not in shown


def beside_kofi(office, children, **people):
    """People around Kofi: for each (what is known of the person, what they are to him)."""
    with Reach(office["priya"], NOW - timedelta(hours=1)).act() as act:
        for details, tie in people.values():
            other = act.new_person()
            act.write(other, "person", date(2026, 7, 1), details)
            act.write(children["Kofi"], "relationship", date(2026, 7, 1), {"other": other, **tie})


def offered(page):
    """The names below "Who was there?", in their order."""
    return re.findall(r'name="present" value="([^"]+)"', page.content.decode())


def test_somebody_who_has_died_is_not_asked_about(priya, children, office):
    beside_kofi(office, children, joseph=({"forename": "Joseph", "died": date(2019, 11, 9)}, {"relation": "grandparent"}))
    assert offered(opened(priya)) == ["Abena", "Somebody else"]


@pytest.mark.parametrize(("before", "last"), [("Coach", "Ray"), ("Dr", "Anand"), ("Mrs.", "Oatridge")])
def test_somebody_known_by_a_title_is_called_by_their_whole_name(priya, children, office, before, last):
    beside_kofi(office, children, friend=({"forename": before, "surname": last}, {"relation": "friend"}))
    assert f"{before} {last}" in offered(opened(priya)) and before not in offered(opened(priya))


def test_those_who_live_with_the_children_come_first(priya, children, office):
    beside_kofi(
        office, children, dad=({"forename": "Marcus"}, {"relation": "father", "lives_with": False}),
        akua=({"forename": "Akua"}, {"relation": "aunt_uncle", "lives_with": True}), sam=({"forename": "Sam"}, {"relation": "friend"}),
    )  # fmt: skip
    assert offered(opened(priya)) == ["Akua", "Abena", "Marcus", "Sam", "Somebody else"]


# Who may


def test_a_child_of_another_team_is_refused_and_the_refusal_is_written_down(office, children):
    nora = signed_in(office["nora"])
    page = opened(nora)
    assert page.status_code == 403 and "Kofi" not in text_of(page)
    assert Look.objects.filter(worker=office["nora"], refused=True).exists()


def test_a_child_put_into_the_form_by_hand_is_refused_too(office, children, priya):
    sent = answers(opened(priya), children)
    nora = signed_in(office["nora"])
    for address in (ADDRESS, reverse("visit_preview")):
        assert nora.post(address, sent).status_code == 403
    assert not Version.objects.filter(day=date(2026, 11, 20)).exists()


def test_a_form_opened_by_one_person_is_not_saved_in_the_name_of_another(office, children, priya):
    sent = answers(opened(priya), children)
    marcus = signed_in(office["marcus"])
    page = marcus.post(ADDRESS, sent)
    assert page.status_code == 403 and "Nothing was saved in your name" in text_of(page)
    assert not Version.objects.filter(day=date(2026, 11, 20)).exists()
    assert Draft.objects.get().worker == office["priya"]


def test_without_a_sign_in_nothing_is_shown(children):
    assert Client().get(ADDRESS, {"child": LARKFIELDS}).status_code == 302


def test_writing_for_an_hour_is_one_look_and_not_many(priya, children):
    page = opened(priya)
    for _ in range(5):
        priya.post(reverse("visit_preview"), answers(page, children))
    assert Look.objects.filter(person=children["Kofi"], page="visit form").count() == 1
