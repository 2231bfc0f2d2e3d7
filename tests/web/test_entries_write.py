"""Writing an entry from the questions of its type: nothing typed is lost, and what is wrong is said with what to do."""

import re
from datetime import date

import pytest

from goldthread.record.models import Standing, Version
from goldthread.record.reach import Reach
from goldthread.web.drafts.models import Draft
from tests.web import one_child
from tests.web.one_child import NOW, REFERENCE, section, signed_in, text

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("half_past_five")]


def address(kind):
    return f"/write/{REFERENCE}/{kind}/"


def token(page):
    return re.search(r'name="sheet" value="([^"]+)"', page.content.decode())[1]


def send(client, code, /, **answers):
    return client.post(address(code), {"sheet": token(client.get(address(code))), "do": "save", **answers})


def newest(kind):
    return Version.objects.filter(type=kind, superseded_at=None).latest("id")


def values(number, people):
    return Reach(people["hal"], NOW).entry(number)[0].values


def test_the_page_asks_the_questions_of_the_type_with_their_hints(priya, kofi):
    words = text(priya.get(address("core_group")))
    assert "Write down a core group" in words and "When was it held?" in words and "What is better, what is not, and who does what by when?" in words


def test_answers_may_come_with_the_address(priya, kofi):
    body = priya.get(address("booking"), {"what": "visit", "day": "2026-11-24"}).content.decode()
    assert 'value="24/11/2026"' in body and re.search(r'name="what" value="visit"[^>]*checked', body)


def test_saving_moves_the_duty_that_it_meets(priya, kofi):
    assert "Hold the core group" in section(priya.get(f"/children/{REFERENCE}/duties/?state=open"), "duties")
    assert send(priya, "core_group", day="20/11/2026", took_part="Abena, school").status_code == 302
    assert "Hold the core group" not in section(priya.get(f"/children/{REFERENCE}/duties/?state=open"), "duties").split("In ")[0]


@pytest.mark.parametrize("typed, day", [("12/11/2026", date(2026, 11, 12)), ("12 nov", date(2026, 11, 12)), ("yesterday", date(2026, 11, 19)), ("Thursday 12 November", date(2026, 11, 12))])
def test_a_day_is_read_as_people_write_it(priya, kofi, typed, day):
    assert send(priya, "core_group", day=typed).status_code == 302
    assert newest("core_group").day == day


@pytest.mark.parametrize("answers, sentence", [
    ({}, "When was it held? Write the day as 12/11/2026."),
    ({"day": "31/02/2026"}, "“31/02/2026” is not a day we can read."),
    ({"day": "21/11/2026"}, "Saturday 21 November 2026 is still to come. To write down something planned, add a booking."),
    ({"day": "12/11/1826"}, "is not a day we can read."),
    ({"day": "12/11/2026", "time": "quarter past"}, "“quarter past” is not a time we can read."),
])  # fmt: skip
def test_what_is_wrong_is_said_beside_it_and_at_the_top_and_everything_typed_stays(priya, kofi, answers, sentence):
    answer = send(priya, "core_group", discussed="Mornings are better.", **answers)
    body = answer.content.decode()
    assert answer.status_code == 422 and text(answer).count(sentence) == 2
    assert "Mornings are better." in body and all(f'value="{v}"' in body for v in answers.values())
    assert "<title>Error:" in body and not Version.objects.filter(type="core_group").exists()


def test_what_could_not_be_saved_waits_as_a_draft_with_every_word(priya, kofi):
    send(priya, "core_group", day="soon", discussed="Mornings are better.")
    draft = Draft.objects.get()
    assert draft.body["discussed"] == ["Mornings are better."] and draft.children == [REFERENCE]
    assert "Mornings are better." in priya.get(f"/drafts/{draft.pk}/", follow=True).content.decode()


def test_left_for_later_it_is_kept_and_nothing_is_written(priya, kofi):
    page = priya.get(address("core_group"))
    answer = priya.post(address("core_group"), {"sheet": token(page), "do": "later", "discussed": "Half a thought"})
    assert answer.status_code == 302 and Draft.objects.get().body["discussed"] == ["Half a thought"]
    assert not Version.objects.filter(type="core_group").exists()


def test_pressing_save_twice_writes_once(priya, kofi):
    form = {"sheet": token(priya.get(address("core_group"))), "do": "save", "day": "20/11/2026"}
    first, second = priya.post(address("core_group"), form), priya.post(address("core_group"), form)
    assert first.status_code == second.status_code == 302 and Version.objects.filter(type="core_group").count() == 1


def test_no_answer_is_not_a_no(priya, people, kofi):
    send(priya, "strategy_discussion", day="12/11/2026")
    send(priya, "strategy_discussion", day="13/11/2026", enquiry="no")
    unsaid, no = (values(v.entry, people).enquiry for v in Version.objects.filter(type="strategy_discussion").order_by("id"))
    assert unsaid is None and no is False


def test_a_question_that_depends_on_an_answer_is_there_without_a_script_and_marked_for_one(priya, kofi):
    body = priya.get(address("booking")).content.decode()
    part = re.search(r'<div class="gt-field gt-only-if"([^>]*)id="report_shared-field"', body)
    assert 'data-gt-only-if="what=initial_conference,review_conference"' in part[1] and "hidden" not in part[1]


def test_an_answer_to_a_question_that_was_not_asked_is_kept_all_the_same(priya, people, kofi):
    send(priya, "booking", day="1/12/2026", what="visit", report_shared="12/11/2026")
    assert values(newest("booking").entry, people).report_shared == date(2026, 11, 12)


def test_something_planned_may_lie_ahead_and_meets_nothing(priya, kofi):
    assert send(priya, "booking", day="1 December 2026", what="core_group", time="10am").status_code == 302
    assert newest("booking").day == date(2026, 12, 1)


def test_somebody_new_around_the_child_is_written_down_with_the_relationship(priya, people, kofi):
    answer = send(priya, "relationship", day="20/11/2026", other="new", relation="aunt_uncle", new_forename="Akua", new_surname="Larkfield", new_sex="F", new_born="4/5/1999")
    assert answer.status_code == 302
    assert "Akua Larkfield , 27 aunt" in section(priya.get(f"/children/{REFERENCE}/people/"), "people")


def test_somebody_new_needs_at_least_one_name(priya, kofi):
    answer = send(priya, "relationship", day="20/11/2026", other="new", relation="cousin")
    assert answer.status_code == 422 and "Write at least one name of the person." in text(answer)


def test_only_people_already_around_the_child_can_be_chosen(priya, people, kofi):
    """A number of somebody else's child, typed into the form by hand, is not taken."""
    other = one_child.baby(people)
    answer = send(priya, "relationship", day="20/11/2026", other=str(other), relation="cousin")
    assert answer.status_code == 422 and "Choose somebody, or write the name of somebody new." in text(answer)


def test_a_worker_who_does_not_exist_is_nobody(priya, people, kofi):
    send(priya, "conference", day="12/11/2026", kind="review", chair="999999")
    assert values(newest("conference").entry, people).chair is None


@pytest.mark.parametrize("typed", ["seven", "-1", "1e9", "99999999999999999999", "٣"])
def test_a_number_that_is_none_is_pointed_out(priya, kofi, typed):
    answer = send(priya, "sdq", day="12/11/2026", score=typed)
    assert answer.status_code == 422 and "write a whole number, such as 12" in text(answer) and f'value="{typed}"' in answer.content.decode()


def test_a_line_that_is_too_long_is_pointed_out_and_kept(priya, kofi):
    answer = send(priya, "schooling", day="12/11/2026", school="x" * 201)
    assert answer.status_code == 422 and "use 200 letters or fewer" in text(answer) and "x" * 201 in answer.content.decode()


def test_an_end_before_the_beginning_is_refused_with_the_day(priya, kofi):
    answer = send(priya, "schooling", day="12/11/2026", until="11/11/2026")
    assert answer.status_code == 422 and "It cannot end before it began, on 12 November 2026." in text(answer)


def test_two_plans_at_one_time_are_refused_in_words(priya, kofi):
    answer = send(priya, "protection_plan", day="12/11/2026", latest_category="EMO", must_change="Evenings")
    assert answer.status_code == 422 and "There is one already in that time." in text(answer) and "Evenings" in answer.content.decode()


def test_closing_offers_the_open_referral_and_closes_it(priya, people, baby):
    page = priya.get("/write/WR-30001/closing/")
    referral = Version.objects.get(person=baby, type="referral").entry
    assert f'<option value="{referral}" selected>' in page.content.decode()
    form = {"sheet": token(page), "do": "save", "day": "20/11/2026", "closes": str(referral), "reason": "RC7"}
    assert priya.post("/write/WR-30001/closing/", form).status_code == 302
    assert not Standing.objects.get(pk=baby).open
    assert "Not open to us since 20 November 2026: no longer in need of services" in text(priya.get("/children/WR-30001/"))


def test_closing_nothing_is_pointed_out(priya, kofi):
    assert "Choose the referral that began it." in text(send(priya, "closing", day="20/11/2026"))


def test_there_is_nothing_to_write_down_by_a_made_up_name(priya, kofi):
    assert priya.get(address("horoscope")).status_code == 404 and "nothing called horoscope" in text(priya.get(address("horoscope")))


def test_only_a_manager_writes_oversight(people, kofi):
    refused = signed_in(people["priya"]).get(address("oversight"))
    assert refused.status_code == 403 and "does not write manager's oversight" in text(refused).replace("’", "'")
    assert signed_in(people["ngozi"]).get(address("oversight")).status_code == 200


def test_a_form_of_somebody_elses_is_not_taken(people, kofi):
    page = signed_in(people["ngozi"]).get(address("core_group"))
    client = signed_in(people["nora"])
    assert client.post(address("core_group"), {"sheet": token(page), "do": "save", "day": "20/11/2026"}).status_code == 403


def test_nought_characters_and_every_script_of_the_world_are_kept_or_left_out_quietly(priya, people, kofi):
    words = "Ọmọ 🌍 نص עברית \u202e end"
    assert send(priya, "core_group", day="12/11/2026", discussed=f"{words}\0").status_code == 302
    assert values(newest("core_group").entry, people).discussed == words


def test_very_many_boxes_to_tick_are_folded_and_say_how_many_are_ticked(priya, kofi):
    body = priya.get(address("assessment"), {"factors": ["1A", "2B"]}).content.decode()
    fold = re.search(r"<details[^>]*><summary>Choose what applies \((\d) chosen so far\)</summary>(.*?)</details>", body, re.DOTALL)
    assert fold[1] == "2" and fold[2].count('name="factors"') > 15 and fold[2].count("checked") == 2
