"""The child's page: what stands above the fold, each part at its own address, and who may open it."""


import re
from datetime import date

import pytest

from goldthread.people.models import Worker
from goldthread.record.reach import Reach
from tests.web import one_child, trips
from tests.web.one_child import LATER_SAID, NOW, PAGE, REFERENCE, section, signed_in, text
from tests.web.saying import said_why

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("half_past_five")]
PARTS = ("life", "timeline", "people", "duties", "plan", "history", "later")
HOSTILE = "</textarea><script>alert(1)</script>\"'><b onmouseover=x>{{ 7*7 }} {% now %} ‮ \\"


def test_somebody_who_is_not_signed_in_is_asked_to_and_sees_nothing(client, kofi):
    answer = client.get(PAGE)
    assert answer.status_code == 302 and "/accounts/login/" in answer.url and "Kofi" not in answer.content.decode()


def test_the_name_how_it_is_said_the_age_and_the_reference_come_first(priya, kofi):
    words = text(priya.get(PAGE))
    assert "Kofi Larkfield 8 years old, born Friday 2 March 2018 · says “KOH-fee” · Asante Twi and English · WR-20418" in words


def test_a_child_whose_birthday_is_estimated_is_said_to_be_born_about_then(priya, people, kofi):
    one_child.write(people["priya"], kofi["person"], "person", date(2026, 11, 19), {"forename": "Kofi", "surname": "Larkfield", "born": date(2018, 3, 2), "born_estimated": True})
    assert "born about Friday 2 March 2018" in text(priya.get(PAGE))


def test_the_one_thing_that_must_not_go_wrong_stands_before_the_facts(priya, kofi):
    words = text(priya.get(PAGE))
    assert words.index("Keep Kofi’s address private from Marcus Larkfield") < words.index("14 Saltmarsh Row, WR4 2LK")
    assert "Until 30 April 2027" in words


def test_an_address_that_was_to_be_private_until_a_day_gone_by_says_so(priya, people, kofi):
    with Reach(people["priya"], NOW).act() as act:
        home = next(w for w in Reach(people["priya"], NOW).entries(Reach(people["priya"], NOW).child(REFERENCE), ["address"]))
        act.correct(home.number, 1, "The order ended", values={"private_until": date(2026, 11, 1)})
    assert "That day has passed: ask whether it still holds." in text(priya.get(PAGE))


def test_four_facts_each_say_how_fresh_they_are(priya, kofi):
    words = text(priya.get(PAGE))
    assert "Lives With Abena (mother) and sister Ama, 10 14 Saltmarsh Row, WR4 2LK confirmed on a visit, 12 November, 8 days ago" in words
    assert "Protection plan, neglect since 2 September 2026. No court order; Abena Larkfield has parental responsibility" in words
    assert "decided at conference 2 September, 11 weeks ago" in words
    assert "Priya Fenwater , for 14 weeks Manager: Ngozi Millrace" in words


def test_the_childs_newest_words_stand_with_the_facts_and_all_of_them_are_one_click_away(priya, kofi):
    page = priya.get(PAGE)
    assert f"What Kofi says “{LATER_SAID}” to Priya Fenwater, 17 November, 3 days ago." in text(page)
    assert f'href="{PAGE}timeline/?show=words">All Kofi’s words (2)' in page.content.decode()


def test_the_childs_words_are_never_shortened(priya, people, kofi):
    long = "I said it all and more. " * 60
    one_child.write(people["priya"], kofi["person"], "note", date(2026, 11, 19), {"title": "A talk", "said": long})
    assert text(priya.get(PAGE)).count(long.strip()) == 2


def test_what_is_overdue_comes_first_and_then_the_next_two(priya, kofi):
    words = text(priya.get(PAGE))
    first, *rest = re.findall(r"(?:Overdue by|In \d+ working|Due)[^.]{5,60}", words)[:3]
    assert first.startswith("Overdue by") and all(not r.startswith("Overdue") for r in rest)
    assert "Booked for Tuesday 1 December ." in words


def test_every_overdue_duty_that_is_not_shown_is_counted_and_opens(priya, kofi):
    page = priya.get(PAGE)
    counted = re.search(r'<a href="([^"]+)">(\d+) more (?:is|are) overdue', page.content.decode())
    late = len(re.findall("Overdue by", section(page, "duties")))
    assert counted and int(counted[2]) == late - 1 and priya.get(counted[1]).status_code == 200


def test_a_duty_that_only_a_manager_can_meet_has_no_button_for_a_social_worker(people, baby):
    mine, theirs = (signed_in(people[name]).get("/children/WR-30001/").content.decode() for name in ("priya", "ngozi"))
    assert "/write/WR-30001/allocation/" not in mine and "/write/WR-30001/allocation/" in theirs


def test_an_unborn_child_has_a_page_with_the_weeks_before_birth(priya, baby):
    words = text(priya.get("/children/WR-30001/"))
    assert "Baby Applemere, not born yet" in words and "18 weeks before birth, expected Friday 26 March 2027" in words
    assert "The baby’s life on one line" in words and "Waits for a social worker" in words
    assert "None" not in words


@pytest.mark.parametrize("part", PARTS)
def test_each_part_has_its_own_address_and_the_facts_above_it(priya, kofi, part):
    page = priya.get(f"{PAGE}{part}/")
    assert page.status_code == 200 and section(page, part) and "14 Saltmarsh Row" in text(page)


def test_no_link_on_the_page_leads_nowhere(priya, kofi):
    followed = set()
    for address in (PAGE, *(f"{PAGE}{part}/" for part in PARTS), f"{PAGE}?known=2026-11-06"):
        links = set(re.findall(r'href="(/(?:children|entries|write|visits|notes|contacts)[^"#]*)', priya.get(address).content.decode()))
        for link in links - followed:
            assert priya.get(link.replace("&amp;", "&")).status_code == 200, (address, link)
        followed |= links


def test_a_part_that_does_not_exist_is_a_calm_page(priya, kofi):
    answer = priya.get(f"{PAGE}documents/")
    assert answer.status_code == 404 and "no part called documents" in text(answer)


def test_a_child_who_does_not_exist_is_a_calm_page_with_what_was_asked_for(priya, people):
    answer = priya.get("/children/WR-99999/")
    assert answer.status_code == 404 and "no record with the reference WR-99999" in text(answer)


def test_a_correction_is_a_readable_difference_with_its_reason_and_the_duties_it_moved(priya, kofi):
    words = section(priya.get(PAGE), "history")
    assert "Visit at home, not announced, Thu 12 Nov When were you there? before: Wednesday 11 November 2026 now: Thursday 12 November 2026" in words
    assert "“I typed the wrong day.” Because of this, " in words
    assert "“Write up the visit” moved from " in words


def test_duties_say_why_who_owes_them_and_which_rule(priya, kofi):
    words = section(priya.get(f"{PAGE}duties/"), "duties")
    assert "See Kofi Last seen Thursday 5 November. Today is day 11 of 10." in words
    assert "Priya Fenwater" in words and "Local standard" in words and "Why this day" in words
    assert "The working days, counted from Thursday 5 November" in words


def test_duties_that_were_met_are_shown_and_each_state_opens(priya, kofi):
    page = priya.get(f"{PAGE}duties/")
    counts = re.findall(r'href="([^"]*state=\w+)">(\d+) ', page.content.decode())
    for address, number in counts:
        found = section(priya.get(address), "duties")
        assert found.count("Why this day") == int(number)
    assert {address.split("state=")[1] for address, _ in counts} >= {"open", "met"}


def test_people_are_a_map_and_a_table_with_what_each_may_be_told(priya, kofi):
    words = section(priya.get(f"{PAGE}people/"), "people")
    assert "Abena Larkfield , 31 mother, parental responsibility with Kofi everything" in words
    assert "not the address" in words and "grandmother; cared for him in 2021" in words


def test_what_nobody_has_confirmed_for_half_a_year_is_amber_with_its_age_in_words(priya, kofi):
    page = priya.get(f"{PAGE}people/").content.decode()
    assert re.search(r'class="gt-amber">Fri 27 Feb, 9 months ago', page) and len(re.findall('class="gt-amber">', page)) == 1


def test_a_brother_or_sister_opens_their_own_page_where_the_reader_may_see_it(priya, kofi):
    assert re.search(r'<a href="/children/WR-\d+/">Ama Larkfield</a>', priya.get(f"{PAGE}people/").content.decode())


def test_the_counts_in_the_labels_are_what_the_parts_show(priya, kofi):
    labels = dict(re.findall(r">(People|Duties|Timeline) \((\d+)\)<", priya.get(PAGE).content.decode()))
    rows = priya.get(f"{PAGE}people/").content.decode()
    assert int(labels["People"]) == rows.count('data-label="Confirmed"') + rows.split("Who else is around")[1].split("</ul>")[0].count("<li>")
    assert int(labels["Duties"]) == section(priya.get(f"{PAGE}duties/?state=open"), "duties").count("Why this day")
    assert f"of {labels['Timeline']}." in text(priya.get(f"{PAGE}timeline/"))


def test_what_has_not_begun_is_not_called_open_and_has_a_count_of_its_own(priya, kofi):
    words = section(priya.get(f"{PAGE}duties/"), "duties")
    ahead, opened = (int(re.search(rf"(\d+) {called}", words)[1]) for called in ("not yet begun", "open"))
    assert ahead and section(priya.get(f"{PAGE}duties/?state=ahead"), "duties").count("Why this day") == ahead
    assert not re.search(r"From \w+day \d", section(priya.get(f"{PAGE}duties/?state=open"), "duties").split("Why this day")[0])
    assert words.count("Why this day") >= opened + ahead


def test_a_grown_up_around_the_child_has_a_page_of_their_own_record(priya, people, kofi):
    reference = Reach(people["dina"], NOW).standings_of([kofi["mum"]])[kofi["mum"]].reference
    assert "Abena Larkfield 31 years old, born Thursday 4 May 1995" in text(priya.get(f"/children/{reference}/"))
    assert signed_in(people["nora"]).get(f"/children/{reference}/").status_code == 403


def test_a_child_who_has_died_is_said_to_have_died(priya, people, kofi):
    one_child.write(people["priya"], kofi["person"], "person", date(2026, 11, 19), {"forename": "Kofi", "surname": "Larkfield", "born": date(2018, 3, 2), "died": date(2026, 11, 18)})
    words = text(priya.get(PAGE))
    assert "Died on Wednesday 18 November 2026 aged 8" in words and "Not open to us" in words


def test_a_child_of_whom_nothing_is_known_has_a_page(priya, people):
    with Reach(people["priya"], NOW).act() as act:
        person = act.new_person(reference="WR-40000")
        act.write(person, "referral", date(2026, 11, 20), {"decision": "accepted"})
    words = text(priya.get("/children/WR-40000/"))
    assert "WR-40000 Date of birth not known" in words and "None" not in words


def test_somebody_who_looked_twice_for_two_reasons_is_one_person(priya, people, kofi):
    said_why(people["ana"], NOW, kofi["person"])
    for reason in ("a return", "a call"):
        Reach(people["ana"], NOW).child(REFERENCE, reason=reason)
    assert "Who looked, last 30 days ( 2 people )" in section(priya.get(PAGE), "history")


def test_a_birthday_tomorrow_is_said(priya, kofi):
    assert "Ama Larkfield , 10 (11 tomorrow) sister" in section(priya.get(f"{PAGE}people/"), "people")


def test_a_visit_that_does_not_say_who_was_seen_asks_to_say_yes_or_no(priya, people, kofi):
    unsaid = one_child.write(people["priya"], kofi["person"], "visit", date(2026, 11, 19), {"made": True})
    page = priya.get(PAGE)
    assert re.search(rf'href="/entries/{unsaid}/correct/\?ask=child_seen">Say yes or no', page.content.decode()) and "We cannot tell" in text(page)


def test_a_duty_knows_about_the_draft_that_would_meet_it(priya, kofi):
    form = priya.get(f"/write/{REFERENCE}/core_group/").content.decode()
    token = re.search(r'name="sheet" value="([^"]+)"', form)[1]
    priya.post(f"/write/{REFERENCE}/core_group/", {"sheet": token, "do": "later", "discussed": "Half a thought"})
    body = priya.get(PAGE).content.decode()
    assert re.search(r'href="/drafts/[0-9a-f-]+/">Finish the core group draft', body) and "Record the core group" not in body


def test_what_was_begun_is_completed_and_not_written_a_second_time(people, baby):
    """An assessment that runs is continued; the referral that opened everything is decided on its own page."""
    number = one_child.write(people["priya"], baby, "assessment", date(2026, 11, 17), {})
    body = signed_in(people["priya"]).get("/children/WR-30001/duties/").content.decode()
    assert f"/entries/{number}/correct/?finish=1" in body and "Continue" in body and "/write/WR-30001/assessment/" not in body.split('id="duties"')[1]


def test_the_plan_shows_what_holds_with_everything_that_was_written(priya, kofi):
    words = section(priya.get(f"{PAGE}plan/"), "plan")
    assert "Protection plan since Wednesday 2 September" in words and "What must change for the child? Mornings" in words


def test_the_life_line_has_a_table_with_the_same_facts(priya, kofi):
    words = section(priya.get(f"{PAGE}life/"), "life")
    assert "Lives with: 14 Saltmarsh Row Fri 17 Dec 2021 now" in words and "No named worker, 11 days" in words
    assert "Visit at school (seen alone) Thu 5 Nov 2026" in words.replace("Visits: ", "")


def test_the_last_twelve_months_can_be_drawn_alone(priya, kofi):
    words = section(priya.get(f"{PAGE}life/?years=1"), "life")
    assert "Last 12 months" in words and "2021" not in words


def test_hostile_words_stay_words(priya, people, kofi):
    one_child.write(people["priya"], kofi["person"], "note", date(2026, 11, 19), {"title": HOSTILE, "said": HOSTILE, "note": HOSTILE})
    Worker.objects.filter(pk=people["marta"].pk).update(name=HOSTILE)
    for address in (PAGE, f"{PAGE}timeline/?q=%3Cscript%3E&show=%22%3E&by=%27&when=%3Cx", f"{PAGE}history/", f"{PAGE}chronology/"):
        body = priya.get(address).content.decode()
        assert "<script>alert" not in body and "<b onmouseover" not in body and "49" not in re.findall(r"\{\{ 7\*7 \}\}|49 \{%", body)


def test_the_page_runs_no_script_and_sets_no_style_of_its_own(priya, kofi):
    body = priya.get(PAGE).content.decode()
    assert not re.search(r"<script(?![^>]*\bsrc=)", body) and " style=" not in body and not re.search(r"\son\w+=", body)


def test_each_id_stands_once(priya, kofi):
    ids = re.findall(r'\bid="([^"]+)"', priya.get(PAGE).content.decode())
    assert sorted(set(ids)) == sorted(ids)


@pytest.mark.parametrize("part, most", [("", 32), ("timeline/", 18), ("people/", 24), ("history/", 27)])
def test_a_page_asks_the_database_a_bounded_number_of_questions(priya, people, kofi, part, most):
    def asked():
        with trips.counted() as made:
            priya.get(PAGE + part)
        return len(made)

    before = asked()
    for day in range(1, 20):
        one_child.write(people["priya"], kofi["person"], "visit", date(2026, 11, day), {"made": True, "child_seen": True})
    after = asked()
    assert after <= before + 1 and after <= most, (before, after)
