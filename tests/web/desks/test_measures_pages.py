"""Promises of the pages of measures: every number opens its children, unknown is never done, and nobody sees whom they may not."""

import re
from datetime import UTC, date, datetime

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from goldthread.measures.definitions import CANNOT, MEASURES
from goldthread.people.models import Team, Worker
from goldthread.record.models import Look, Restriction
from goldthread.record.reach import Reach
from goldthread.web.measures import asking, kinds
from tests.web.counted import BEGAN, END, IN_TIME, LATE, PLAN, on_plan
from tests.web.desk import ask

pytestmark = pytest.mark.django_db
SEEN = "/measures/cp_seen_in_time/"
COUNTS_PLANS = next(code for code, m in MEASURES.items() if m.kind == "count" and getattr(m.rows, "relation", "") == "protection_plan" and not m.duties)


def numbers(page):
    """{words: (number, address)} of the numbers at the top."""
    found = re.findall(r"<li>(?:<a href=\"([^\"]*)\">|<b[^>]*>)([^<]+)</[ab]><span>([^<]+)", page.main)
    return {words.strip(): (number, address.replace("&amp;", "&")) for address, number, words in found}


def rows(page):
    return page.main.count('<td data-label="Child">')


# One measure


def test_the_figure_stands_with_what_it_rests_on_and_its_target(office, children):
    page = ask(office.colin, SEEN)
    assert "3 of 6; 1 we cannot tell on 31 October 2026." in page.text
    assert "Saturday 31 October 2026 45 points below target" in page.text
    found = numbers(page)
    assert found["on the day"][0] == "50%" and found["we cannot tell"][0] == "1"


def test_each_number_opens_as_many_as_it_counts(office, children):
    page = ask(office.colin, SEEN)
    for words, (number, address) in numbers(page).items():
        if "%" not in number and address:
            assert rows(ask(office.colin, address)) == int(number), words
    for address, number in re.findall(r'<td data-label="(?:Counted|Out of|Cannot tell)" class="gt-r"><a href="([^"]+)">(\d+)</a>', page.main):
        assert rows(ask(office.colin, address.replace("&amp;", "&"))) == int(number)


@pytest.mark.parametrize("by", ["team", "area", "age", "sex", "ethnicity", "ethnicity_detail", "plan"])
def test_every_division_adds_up_to_the_whole_and_opens_its_children(office, children, by):
    page = ask(office.colin, f"{SEEN}?by={by}")
    groups = re.findall(r'data-label="Out of" class="gt-r"><a href="([^"]+)">(\d+)</a>', page.main)
    assert sum(int(number) for _, number in groups) == 6
    for address, number in groups:
        assert rows(ask(office.colin, address.replace("&amp;", "&"))) == int(number)


def test_a_child_of_whom_the_record_does_not_say_never_counts_as_seen(office, children):
    page = ask(office.colin, f"{SEEN}children/?day={END}&counted=unsure")
    assert rows(page) == 1 and "Leo" in page.text and "the record does not say" in page.text
    assert "Leo" not in ask(office.colin, f"{SEEN}children/?day={END}&counted=yes").text


def test_each_child_behind_a_number_has_its_reason_and_its_worker(office, children):
    page = ask(office.colin, f"{SEEN}children/?day={END}&counted=no")
    assert "Kofi Larkfield, 8 Protection plan" in page.text, page.text
    assert re.search(r"Since Wed 2 Sep 2026; due \w+ \d+ \w+ 2026, not done by then; neglect\. Priya", page.text, re.IGNORECASE), page.text


def test_those_who_count_against_a_measure_have_no_tick(office, children):
    counted = ask(office.colin, f"{SEEN}children/?day={END}&counted=yes").main
    assert "gt-state--met" in counted
    worse = next(code for code, m in MEASURES.items() if m.polarity == "lower" and m.kind == "share")
    assert "gt-state--met" not in ask(office.colin, f"/measures/{worse}/children/?day={END}&counted=yes").main


def test_every_month_of_the_trend_opens_its_own_day(office, children):
    page = ask(office.colin, SEEN)
    days = re.findall(r'<td class="gt-r"><a href="([^"]+)">', page.main)
    assert len(days) == 13 and days[-1].endswith("day=2026-10-31") and rows(ask(office.colin, days[-2])) == 6


def test_the_years_behind_it_can_be_seen(office, children):
    page = ask(office.colin, f"{SEEN}?over=5y")
    assert page.main.count('<th scope="row">') >= 61 and "October 2021" in page.text


def test_a_month_that_is_over_can_be_asked_for_and_none_other(office, children):
    assert "30 September 2026" in ask(office.colin, f"{SEEN}?month=2026-09").text
    for wrong in ("2026-11", "2031-01", "soon", "2026-13", "0001-01", "9999-12"):
        assert "31 October 2026" in ask(office.colin, f"{SEEN}?month={wrong}").text


def test_it_says_what_it_means_and_opens_the_rules_it_counts(office, children):
    page = ask(office.colin, SEEN)
    for words in ("Counts", "Out of", "Clock", "Target 95%. Higher is better.", "Source Annex A list 7"):
        assert words in page.text
    assert page.links["See the child who is on a protection plan"].startswith(reverse("counted") + "#")


def test_chosen_children_can_be_followed(office, children):
    on_plan(office, "Zoe", IN_TIME, worker=office.huw)
    page = ask(office.colin, f"{SEEN}?who=protection_plan&on=2026-09-30")
    assert "Only children who were on a protection plan on 30 September 2026." in page.text
    page = ask(office.colin, f"{SEEN}?who=protection_plan&on=2026-09-01")
    assert "Nobody is counted here among children who were on a protection plan on 1 September 2026." in page.text
    assert "nobody counted" in page.text
    assert "on 31 October 2026." in ask(office.colin, f"{SEEN}?who=protection_plan").text


@pytest.mark.parametrize("asked", ["who=x&on=2026-01-01", "who=protection_plan&on=never", "who=protection_plan&on=2031-01-01", "by=x", "by=kind", "over=x", "publish=2", "by=team&group=%00", "by=team&group=%25s%27"])
def test_an_address_nobody_made_still_answers(office, children, asked):
    assert ask(office.colin, f"{SEEN}?{asked}").status == 200
    assert ask(office.colin, f"{SEEN}children/?{asked}&day=x&counted=x&page=99").status == 200


def test_a_measure_that_does_not_exist_is_not_there(office):
    for address in ("/measures/no_such/", "/measures/no_such/children/", "/measures/no_such/figures.csv"):
        assert ask(office.colin, address).status == 404


def test_each_month_can_be_seen_as_it_was_known_at_its_end(office):
    """Two children on a plan since September, one of them written down only in November."""
    with Reach(office.priya, datetime(2026, 10, 5, 9, tzinfo=UTC)).act() as act:
        person = act.new_person()
        act.write(person, "person", BEGAN, {"forename": "Ama", "surname": "Larkfield", "born": date(2018, 3, 2)})
        act.write(person, "referral", BEGAN, {"decision": "accepted", "decided": BEGAN})
        act.write(person, "allocation", BEGAN, {"works_as": "social_worker", "worker": office.priya.pk, "team": office.east.pk})
        act.write(person, *PLAN)
    on_plan(office, "Zoe")
    page = ask(office.colin, f"/measures/{COUNTS_PLANS}/?then=1")
    assert "October 2026 1 2" in page.text and "September 2026 0 2" in page.text


def test_a_measure_of_duties_says_why_it_cannot_be_shown_as_known_then(office, children):
    assert "How it was known then cannot be shown; what was printed is kept." in ask(office.colin, f"{SEEN}?then=1").text
    assert "As each month was known at its end" in ask(office.colin, SEEN).links


# Who may see what


def test_numbers_are_for_everybody_and_children_for_those_who_may_see_them(office, children):
    west = Team.objects.create(name="West")
    wanda = Worker.objects.create_user("wanda", None, name="Wanda", role="social_worker", team=west)
    assert numbers(ask(wanda, SEEN))["on the day"][0] == "50%"
    page = ask(wanda, f"{SEEN}children/?day={END}")
    assert rows(page) == 0 and "Larkfield" not in page.html and "You may see none of the 6 rows here." in page.text


def test_a_child_whose_record_is_closed_to_the_reader_is_counted_and_not_named(office, children):
    from goldthread.record.models import Standing

    Standing.objects.filter(person=children["Kofi"]).update(restricted=True)
    Restriction.objects.create(person_id=children["Kofi"], worker=office.priya)
    page = ask(office.colin, f"{SEEN}children/?day={END}")
    assert rows(page) == 5 and "Kofi" not in page.html and "And 1 row about children whom you may not see." in page.text


def test_opening_the_children_is_written_down_with_what_was_asked(office, children):
    ask(office.colin, f"{SEEN}children/?day={END}")
    look = Look.objects.exclude(act="sign in").get(worker=office.colin)
    assert (look.page, look.reason) == ("measure_children", f"cp_seen_in_time, {END}")


def test_nobody_who_is_not_signed_in_reads_a_number():
    for name in ("measures", "service", "monthly_report", "others"):
        assert Client().get(reverse(name)).status_code == 302


# All of them


def test_every_measure_is_listed_with_its_sentence_and_opens(office, children):
    page = ask(office.ngozi, "/measures/")
    for measure in MEASURES.values():
        assert measure.sentence in page.html.replace("&#x27;", "'").replace("&#39;", "'"), measure.code
        assert f'href="{reverse("measure", args=[measure.code])}"' in page.main


def test_what_cannot_be_answered_is_listed_with_the_missing_fact(office):
    page = ask(office.ngozi, "/measures/")
    for one in CANNOT:
        assert one.title in page.text and one.missing in page.text


def test_measures_are_found_by_their_words_and_by_section(office):
    page = ask(office.ngozi, "/measures/?q=seen+alone")
    assert "Children on a protection plan seen alone" in page.text and "Contacts decided" not in page.text
    section = MEASURES["cp_seen_alone"].section
    page = ask(office.ngozi, "/measures/")
    only = ask(office.ngozi, "/measures/" + next(to for words, to in page.links.items() if words.startswith(section)))
    assert "seen alone" in only.text and "Contacts decided" not in only.text
    assert "No measure has these words." in ask(office.ngozi, "/measures/?q=zebra").text
    assert ask(office.ngozi, "/measures/?section=nonsense").text.count("Thirteen months") > 3


@pytest.mark.parametrize("code", sorted(MEASURES))
def test_every_measure_has_a_page_that_answers_even_where_nothing_is_recorded(office, code):
    assert ask(office.colin, f"/measures/{code}/").status == 200
    assert ask(office.colin, f"/measures/{code}/children/?day={END}").status == 200


# What is kept


def test_a_figure_is_counted_once_until_somebody_writes_again(office, children):
    client = Client()
    client.force_login(office.colin)
    first = questions(client, SEEN)
    assert questions(client, SEEN) < first
    on_plan(office, "Zoe", IN_TIME)
    assert "4 of 7" in ask(office.colin, SEEN).text


def questions(client, address):
    with CaptureQueriesContext(connection) as asked:
        assert client.get(address).status_code == 200
    return len(asked)


def test_more_children_ask_no_more_questions(office, children):
    client = Client()
    client.force_login(office.colin)
    address = f"{SEEN}children/?day={END}"
    few = questions(client, address)
    for n in range(5):
        on_plan(office, f"Bo{n}", LATE)
    assert questions(client, address) <= few


@pytest.mark.parametrize(("today", "last"), [(date(2026, 11, 20), END), (END, END), (date(2026, 3, 1), date(2026, 2, 28)), (date(2024, 2, 29), date(2024, 2, 29))])
def test_measures_go_to_the_end_of_the_last_whole_month(today, last):
    assert asking.last_month(today) == last


# Words


def test_kinds_are_said_in_words_and_never_in_codes():
    by_code = [m for m in MEASURES.values() if kinds.OF_FIELD.fullmatch(m.kind_of)]
    said = {kinds.kind_words(measure, code) for measure in by_code for code in kinds._codes(getattr(measure.rows, "relation", ""), kinds.OF_FIELD.fullmatch(measure.kind_of)[1])}
    assert kinds.kind_words(MEASURES["cp_seen_in_time"], "NEG") == "Neglect" and len(by_code) > 5
    assert {words for words in said if words.isupper()} <= {"GP"}


def test_bands_keep_their_order_without_showing_the_number_it_is_kept_by():
    banded = next(m for m in MEASURES.values() if m.kind_of and not kinds.OF_FIELD.fullmatch(m.kind_of))
    assert kinds.kind_words(banded, "1 Up to 3 months") == "Up to 3 months" and kinds.kind_words(banded, "Both") == "Both"
    assert kinds.kind_words(banded, "17") == "17"
