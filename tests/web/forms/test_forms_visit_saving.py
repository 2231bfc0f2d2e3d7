"""A visit is saved: each child's part an entry of its own, nothing refused that can be asked about, and nothing written twice."""

import json
import re
from datetime import UTC, date, datetime, timedelta

import pytest
from django.urls import reverse

from goldthread.record.local.models import KEPT, LocalSetting
from goldthread.record.local.words import YES
from goldthread.record.models import Standing, Version
from goldthread.record.reach import Reach
from goldthread.record.types.work import Visit
from goldthread.web.drafts.models import Draft
from tests.web import family
from tests.web.family import NOW
from tests.web.visiting import ADDRESS, HOSTILE, LARKFIELDS, answers, opened, text_of, token

pytestmark = pytest.mark.django_db


def visits_of(person):
    return Visit.objects.filter(version__person=person, version__superseded_at=None, version__day=date(2026, 11, 20))


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


def test_where_another_try_is_kept_the_form_says_it_beside_the_day_that_stands(priya, children):
    """An authority that asks for another try in two working days: that is soonest, and seeing her by Thursday is owed as before."""
    LocalSetting.objects.create(what=KEPT, name="CP08A", value=YES, since=date(2026, 11, 16), at=NOW - timedelta(days=4), why="Agreed by the partnership.")
    page = opened(priya)
    shown = text_of(priya.post(reverse("visit_preview"), answers(page, children)))
    assert "Another try by Tuesday 24 November , and still to be seen by Thursday 26 November 2 working days from today, as Esi was not seen" in shown
    assert "Esi still has to be seen by Thursday 26 November" in shown
    priya.post(ADDRESS, answers(page, children))
    told = " ".join(str(message) for message in messages_of(priya))
    assert "Esi still has to be seen, by Thursday 26 November. Another try by Tuesday 24 November.<" in told


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
