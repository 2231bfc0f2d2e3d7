"""Promises of Today: who waits first, one list in one order, each line with its reason and the next click."""


from datetime import date

import pytest
from django.urls import reverse

from goldthread.record.models import Version
from tests.web.desk import OUT, TODAY, ask, at, nov, on_plan, reference, visit, warning
from tests.web.drafting import half_written

pytestmark = pytest.mark.django_db


# The order of the page


def test_the_page_says_the_day_and_opens_each_count(office, kofi):
    page = ask(office.priya)
    assert "Friday 20 November 2026. 1 overdue." in page.text
    assert page.links["1 overdue"] == "#overdue" and 'id="overdue"' in page.html


def test_who_waits_for_an_answer_comes_before_everything_that_is_owed(office, kofi):
    office.child("Idris", office.priya, entries=[warning(at(18, 5))])
    page = ask(office.priya)
    assert page.text.index("A health visitor is waiting for your answer") < page.text.index("What is owed, in order")
    assert "“Please see him before Monday.”" in page.text


def test_the_hour_of_an_answer_is_said_in_words_as_of_the_clock_of_the_page(office):
    office.child("Idris", office.priya, entries=[warning(at(18, 5))])
    page = ask(office.priya)
    assert "Answer by 6:05pm, in 37 minutes" in page.text
    assert "If nobody has answered by 6:05pm it goes to Ngozi." in page.text


def test_a_warning_whose_hour_has_passed_says_so_and_is_not_hidden(office):
    office.child("Idris", office.priya, entries=[warning(at(16))])
    page = ask(office.priya)
    assert "An answer was due by 4pm, 88 minutes ago" in page.text and "Ngozi is to be told." in page.text


def test_a_warning_leads_to_the_page_on_which_it_is_answered(office):
    person = office.child("Idris", office.priya, entries=[warning(at(18, 5))])
    entry = Version.objects.get(person=person, type="warning").entry
    assert ask(office.priya).links["Answer Grace"] == reverse("warning_answer", args=[entry])


def test_only_the_first_hour_stands_large_and_the_others_are_lines_under_it(office):
    office.child("Idris", office.priya, entries=[warning(at(18, 5))])
    office.child("Nadia", office.priya, entries=[warning(at(20), raised_by="Rowan Ashmere", works_for="police officer")])
    page = ask(office.priya)
    assert page.html.count('class="gt-ask"') == 1
    assert "Waiting too A police officer about Nadia Larkfield: Answer by 8pm" in page.text


def test_a_warning_about_another_workers_child_is_not_on_this_desk(office):
    office.child("Idris", office.huw, entries=[warning(at(18, 5))])
    assert "waiting for your answer" not in ask(office.priya).text
    assert "waiting for your answer" in ask(office.huw).text


def test_a_contact_about_the_same_child_that_nobody_has_decided_on_stands_with_the_warning(office):
    call = ("contact", TODAY, {"who": "PC Rowan Ashmere", "decide_by": at(20, 20)})
    office.child("Idris", office.priya, entries=[warning(at(18, 5)), call])
    page = ask(office.priya)
    assert "Also: PC Rowan Ashmere, about Idris" in page.text and "What follows must be decided by 8:20pm." in page.text


# The list


def test_the_groups_come_in_the_order_of_the_day(office, kofi):
    on_plan(office, "Rosa", visit(nov(18), seen_alone=None))
    on_plan(office, "Ama", visit(nov(6)))
    on_plan(office, "Esi", visit(nov(12)))
    text = ask(office.priya).text
    places = [text.index(f"{heading} (") for heading in ("Overdue", "Due today", "We cannot tell yet", "Next five working days")]
    assert places == sorted(places)


def test_an_overdue_line_says_the_count_the_day_and_what_did_not_meet_it(office, kofi):
    row = ask(office.priya).row("See Kofi Larkfield, 8")
    assert row.startswith("1 day over due Thu 19 Nov")
    assert "Last seen Thursday 5 November. Today is day 11 of 10." in row
    assert "A visit was made on Thursday 12 November, but Kofi was not seen." in row


def test_a_visit_at_which_the_child_was_seen_with_others_is_said_to_be_that(office):
    on_plan(office, "Rosa", visit(date(2026, 10, 20)), visit(nov(17), seen_alone=False))
    assert "but not alone." in ask(office.priya, "/today/list/").row("See Rosa Larkfield, 8, alone")


def test_why_this_day_counts_the_days_and_names_the_promise_the_source_what_meets_it_and_who_is_told(office, kofi):
    row = ask(office.priya).row("See Kofi Larkfield")
    assert "The working days, counted from Thursday 5 November" in row
    assert "5 seen 6 day 1" in row and "12 tried 13 day 6" in row and "19 due 20 today" in row
    assert "The promise See Kofi at least every 10 working days, while Kofi is on a protection plan. Local standard" in row
    assert "What meets it Kofi was seen on a visit." in row
    assert "Who knows Ngozi, since Thu 19 Nov" in row


def test_only_what_is_overdue_is_open(office, kofi):
    on_plan(office, "Esi", visit(nov(12)))
    page = ask(office.priya)
    assert page.html.count("<details class=\"gt-duty__open\" open") == 1 == page.html.count("gt-duty__open")


def test_of_many_overdue_lines_only_the_first_is_open(office):
    for forename, day in (("Kofi", 3), ("Jude", 4), ("Ezra", 5)):
        on_plan(office, forename, visit(nov(day)))
    page = ask(office.priya)
    assert page.html.count('<details class="gt-duty__open" open') == 1 and page.html.count("gt-duty__open") == 3


def test_brothers_and_sisters_with_the_same_duty_and_day_are_one_line_with_one_visit_form(office):
    ama, esi = (on_plan(office, name, visit(nov(5)), family=7, born=born) for name, born in (("Ama", date(2015, 11, 21)), ("Esi", date(2023, 4, 4))))
    page = ask(office.priya)
    assert "Both last seen Thursday 5 November." in page.row("See Ama, 10, and Esi Larkfield, 3")
    assert page.links["Record the visit"] == f"{reverse('visit_new')}?child={reference(ama)}&child={reference(esi)}"


def test_what_is_the_same_for_brothers_and_sisters_is_said_once_and_what_was_tried_for_each(office):
    on_plan(office, "Ama", visit(date(2026, 10, 20)), visit(nov(17), seen_alone=False), family=7, born=date(2015, 11, 21))
    on_plan(office, "Kofi", visit(date(2026, 10, 20)), ("visit", nov(17), OUT), family=7)
    row = ask(office.priya, "/today/list/").row("See Ama, 10, and Kofi Larkfield, 8, alone")
    assert row.count("It is due by") == 1 and "Ama was seen on a visit on Tuesday 17 November, but not alone." in row
    assert "A visit was made on Tuesday 17 November, but Kofi was not seen." in row


def test_what_is_theirs_is_said_to_be_theirs(office):
    office.child("Mei", office.priya, entries=[("looked_after", nov(16), {}), ("placement", nov(16), {})])
    assert "Get Mei Larkfield’s teeth checked" in ask(office.priya, "/today/list/?print=1").text


def test_a_missing_fact_is_asked_as_a_question_that_leads_to_the_entry_it_is_missing_from(office):
    rosa = on_plan(office, "Rosa", visit(nov(18), seen_alone=None))
    page = ask(office.priya)
    entry = Version.objects.get(person=rosa, type="visit").entry
    assert page.row("Was Rosa Larkfield, 8, seen alone?").startswith("One fact missing would be due Mon 30 Nov")
    assert page.links["Say yes or no"] == reverse("entry_correct", args=[entry]) + "?ask=seen_alone"


def test_what_is_missing_is_asked_of_each_child_even_of_brothers_and_sisters(office):
    for name in ("Ama", "Esi"):
        on_plan(office, name, visit(nov(18), seen_alone=None), family=7)
    text = ask(office.priya).text
    assert "Was Ama Larkfield, 8, seen alone?" in text and "Was Esi Larkfield, 8, seen alone?" in text


def test_each_line_says_whether_law_or_local_practice_asks_for_it(office, kofi):
    office.child("Mei", office.priya, entries=[("looked_after", nov(16), {}), ("placement", nov(16), {})])
    page = ask(office.priya)
    assert "Local standard" in page.row("See Kofi") and "Law: Care Planning Regulations 2010, reg. 28" in page.row("See Mei")


def test_a_visit_ahead_is_planned_and_one_that_is_booked_is_recorded(office):
    esi = on_plan(office, "Esi", visit(nov(12)))
    assert ask(office.priya).links["Plan the visit"].startswith(reverse("entry_write", args=[reference(esi), "booking"]))
    with office.reach(office.priya).act() as act:
        act.write(esi, "booking", nov(25), {"what": "visit"}, at=at(10, day=25))
    page = ask(office.priya)
    assert "Plan the visit" not in page.links and "Booked for Wednesday 25 November, 10am." in page.row("See Esi")


def test_an_assessment_that_was_begun_is_continued_and_one_that_was_not_is_begun(office):
    began = date(2026, 9, 18)
    yusuf = office.child("Yusuf", office.priya, since=began, entries=[("assessment", began, {"kind": "single"})])
    entry = Version.objects.get(person=yusuf, type="assessment").entry
    assert ask(office.priya).links["Continue"] == reverse("entry_correct", args=[entry]) + "?finish=1"
    waiting = office.child("Ezra", office.huw, since=began)
    assert reverse("entry_write", args=[reference(waiting), "assessment"]) + "?kind=single" in ask(office.huw).links.values()


def test_a_line_knows_the_draft_that_would_meet_it(office, kofi):
    draft = half_written(office.priya, "visit", [reference(kofi)], "Visit to Kofi Larkfield", at(17, 9), **{f"seen_{kofi}": "alone"})
    page = ask(office.priya)
    assert page.links["Finish the draft"] == reverse("draft", args=[draft.pk])
    assert "Your draft from 5:09pm today would meet this." in page.row("See Kofi")


def test_a_draft_that_does_not_say_yet_whether_the_child_was_seen_is_only_about_it(office, kofi):
    half_written(office.priya, "visit", [reference(kofi)], "Visit to Kofi Larkfield", at(17, 9))
    page = ask(office.priya)
    assert "Your draft from 5:09pm today is about this." in page.row("See Kofi") and "Finish the draft" in page.links


def test_a_draft_that_says_the_child_was_not_seen_would_not_meet_it(office, kofi):
    half_written(office.priya, "visit", [reference(kofi)], "Visit to Kofi Larkfield", at(17, 9), **{f"seen_{kofi}": "no"})
    page = ask(office.priya)
    assert "Your draft" not in page.row("See Kofi") and "Finish the draft" not in page.links


def test_a_draft_that_would_meet_it_for_one_of_two_sisters_says_for_whom(office):
    ama, esi = (on_plan(office, name, visit(nov(5)), family=7, born=born) for name, born in (("Ama", date(2015, 11, 21)), ("Esi", date(2023, 4, 4))))
    half_written(office.priya, "visit", [reference(ama), reference(esi)], "Visit to Ama and Esi", at(17, 9, day=19), **{f"seen_{ama}": "with"})
    assert "Your draft from 5:09pm on Thursday 19 November would meet this for Ama." in ask(office.priya).row("See Ama")


def test_what_was_left_half_written_stands_before_what_is_owed(office, kofi):
    half_written(office.priya, "note", [reference(kofi)], "Note: call with the school", at(17, 9))
    page = ask(office.priya)
    assert page.text.index("Pick up where you left off (1)") < page.text.index("What is owed")
    assert "Note: call with the school Kept 5:09pm today" in page.text


def test_how_many_are_shown_and_where_the_rest_are(office, kofi):
    page = ask(office.priya)
    words = next(w for w in page.links if "after Friday 27 November" in w)
    rest = ask(office.priya, page.links[words])
    assert f"Show the {rest.html.count('gt-duty__what')} after Friday 27 November" == words


def test_a_group_with_more_than_twenty_lines_is_cut_and_its_number_opens_all(office):
    for n in range(21):
        on_plan(office, f"Kofi{n}", visit(nov(5)))
    page = ask(office.priya)
    assert page.html.count("gt-duty__what") == 20
    everything = ask(office.priya, page.links["21"])
    assert "Showing 1 to 20 of 21." in everything.text


def test_by_child_puts_the_lines_under_the_children_they_are_owed_to(office, kofi):
    on_plan(office, "Ama", visit(nov(12)), family=7)
    on_plan(office, "Esi", visit(nov(12)), family=7)
    page = ask(office.priya, "/today/?by=child")
    assert "Kofi Larkfield (1)" in page.text and "Ama and Esi Larkfield (1)" in page.text


def test_the_list_can_be_printed_whole(office):
    for n in range(25):
        on_plan(office, f"Kofi{n}", visit(nov(5)))
    page = ask(office.priya, ask(office.priya).links["Print"])
    assert page.html.count("gt-duty__what") > 25 and "Showing 1 to" not in page.text


# Beside the list


def test_each_of_the_next_ten_working_days_opens_what_is_due_on_it(office, kofi):
    on_plan(office, "Esi", visit(nov(12)))
    page = ask(office.priya)
    address = page.links["Thu 26 1"]
    assert "See Esi Larkfield" in ask(office.priya, address).text
    assert "Mon 23 0" in page.text and "Mon 23 0" not in page.links


def test_a_day_with_many_is_marked_before_it_comes(office, kofi):
    for n in range(4):
        on_plan(office, f"Esi{n}", visit(nov(12)))
    page = ask(office.priya)
    assert page.html.count("is-full") == 1 and "Thursday 26 November has 4: do one sooner?" in page.text


def test_a_birthday_before_the_next_working_day_is_mentioned(office, kofi):
    on_plan(office, "Ama", visit(nov(12)), born=date(2015, 11, 21))
    on_plan(office, "Esi", visit(nov(12)), born=date(2023, 11, 23))
    text = ask(office.priya).text
    assert "Ama Larkfield is 11 tomorrow." in text and "Esi Larkfield is 3 on Monday." in text


def test_what_was_asked_of_others_and_has_not_come_is_waited_for(office, kofi):
    with office.reach(office.priya).act() as act:
        act.write(kofi, "health_assessment", nov(13), {"kind": "requested"})
    assert "You are waiting for (1) Health assessment for Kofi Larkfield asked Fri 13 Nov, 7 days ago" in ask(office.priya).text
    with office.reach(office.priya).act() as act:
        act.write(kofi, "health_assessment", nov(18), {"kind": "initial"})
    assert "You are waiting for" not in ask(office.priya).text


def test_what_was_done_today_says_what_it_met(office, kofi):
    with office.reach(office.priya).act() as act:
        act.write(kofi, "visit", TODAY, {"made": True, "child_seen": True, "seen_alone": True})
    page = ask(office.priya)
    assert "Done today (1)" in page.text and "Visit to Kofi Larkfield Met 2 duties, 1 late." in page.text
    assert "Visit to Kofi Larkfield" in ask(office.priya, page.links["1"]).text
