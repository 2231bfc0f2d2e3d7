"""The timeline: every line with the day it happened and the day it was written down, filters in the address, gaps as lines."""

import re
from datetime import date

import pytest

from goldthread.people.roles import WRITE
from goldthread.record.derive import derive
from goldthread.record.models import Mark
from goldthread.record.reach import Reach
from goldthread.record.speak import NewEntry
from goldthread.record.store import store
from tests.web import one_child
from tests.web.one_child import NOW, REFERENCE, SAID, section, signed_in, text

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("half_past_five")]
PAGE = f"/children/{REFERENCE}/timeline/"


def lines(client, **query):
    return section(client.get(PAGE, query), "timeline")


def titles(client, **query):
    return re.findall(r"<h3><a href=\"/entries/\d+/\">([^<]+)</a>", client.get(PAGE, query).content.decode())


def test_made_seen_and_alone_are_three_marks(priya, kofi):
    words = lines(priya)
    assert "Visit at school visit made Kofi seen alone" in words
    assert "Visit at home, not announced visit made Kofi not seen" in words


def test_an_answer_that_is_missing_is_said_to_be_missing(priya, kofi):
    assert "Kofi seen alone: does not say" in lines(priya, show="visits", when="2026")


def test_a_line_written_down_days_later_says_how_many_working_days(priya, kofi):
    assert "Priya Fenwater, recorded Mon 16 Nov, 2 working days later . Corrected once" in lines(priya)


def test_a_line_written_down_the_same_day_says_so(priya, kofi):
    assert "Priya Fenwater, recorded the same day" in lines(priya)


def test_the_childs_words_stand_as_a_quotation_with_one_pair_of_marks(priya, people, kofi):
    one_child.write(people["priya"], kofi["person"], "note", date(2026, 11, 19), {"title": "A talk", "said": "“I can swim.”"})
    body = priya.get(PAGE).content.decode()
    assert f"<p>“{SAID}”</p>" in body and "<p>“I can swim.”</p>" in body


@pytest.mark.parametrize("show, kinds", [("visits", {"Visit"}), ("meetings", {"Conference", "Booking"}), ("words", {"Visit", "Note"}), ("plans", {"Protection plan", "Assessment"})])
def test_a_chip_shows_the_lines_it_counts(priya, kofi, show, kinds):
    chip = re.search(rf'href="[^"]*show={show}"[^>]*>[^<]*\((\d+)\)', priya.get(PAGE).content.decode())
    found = titles(priya, show=show)
    assert len(found) == int(chip[1]) and {t.split(":")[0].split(" at ")[0] for t in found} == kinds


def test_words_are_found_in_every_answer_whatever_their_case(priya, kofi):
    assert titles(priya, q="FOOTBALL until") == ["Visit at home, not announced"]


def test_words_by_a_person_and_in_a_time_narrow_together(priya, people, kofi):
    found = titles(priya, by="Rhys Tidewell", when="2026")
    assert found == ["Conference: Initial conference, The child needs a protection plan"]
    assert titles(priya, by="Rhys Tidewell", when="2021") == []


def test_the_time_since_this_referral_can_be_chosen(priya, kofi):
    body = priya.get(PAGE, {"when": "referral"}).content.decode()
    assert "Since 3 August 2026 (this referral)" in body and "14 Saltmarsh Row" not in body.split('id="timeline"')[1]


def test_a_filtered_timeline_is_its_address_and_stays_in_its_own_links(priya, kofi):
    body = priya.get(PAGE, {"q": "visit", "show": "visits", "when": "2026", "order": "old"}).content.decode()
    chip = re.search(r'href="([^"]*)"[^>]*>Everything', body)[1]
    assert "q=visit" in chip and "when=2026" in chip and "order=old" in chip
    assert 'value="visit"' in body and '<option value="2026" selected>' in body


def test_nothing_that_matches_is_said_in_a_sentence_with_a_way_back(priya, kofi):
    words = lines(priya, q="xyzzy")
    assert "No line matches what you asked for." in words and "Show everything again" in words


@pytest.mark.parametrize("query", [{"show": "nonsense"}, {"lines": "-5"}, {"lines": "x"}, {"lines": "٣"}, {"when": "0000"}, {"when": "9999"}, {"order": "sideways"}, {"when": "²²²²"}, {"q": "\0"}])
def test_an_address_nobody_made_is_as_if_it_asked_for_nothing(priya, kofi, query):
    assert priya.get(PAGE, query).status_code == 200


def test_oldest_first_turns_the_lines_round(priya, kofi):
    assert titles(priya, lines=100) == list(reversed(titles(priya, order="old", lines=100)))


def test_twenty_lines_and_then_twenty_more(priya, people, kofi):
    with Reach(people["priya"], NOW).act() as act:
        for number in range(50):
            act.write(kofi["person"], "note", date(2026, 11, 18), {"title": f"Call {number}"})
    page = priya.get(PAGE)
    assert "Showing 20 of 71" in text(page)
    more = re.search(r'href="([^"]+)#timeline">Show 20 more', page.content.decode())[1]
    assert "Showing 40 of 71" in text(priya.get(more.replace("&amp;", "&")))


def test_a_stretch_with_nothing_in_it_is_a_line_of_its_own(priya, kofi):
    assert "13 days Nothing recorded from Fri 23 Oct 2026 to Wed 4 Nov 2026." in lines(priya)


def test_gaps_are_not_claimed_among_lines_that_were_filtered(priya, kofi):
    assert "Nothing recorded" not in lines(priya, show="visits") and "Nothing recorded" not in lines(priya, q="visit")


def test_the_gaps_can_be_read_alone(priya, kofi):
    assert lines(priya, show="gaps").count("Nothing recorded from") == 4


def test_the_time_between_two_stretches_of_work_is_said_not_to_have_been_ours(priya, people, kofi):
    with Reach(people["priya"], NOW).act() as act:
        earlier = act.write(kofi["person"], "referral", date(2024, 1, 8), {"decision": "accepted"})
        act.write(kofi["person"], "closing", date(2024, 6, 3), {"closes": earlier, "reason": "RC7"})
    assert "Not open to children’s social care from Tue 4 Jun 2024 to Sun 2 Aug 2026." in lines(priya, show="gaps")


def test_a_star_makes_a_line_significant_and_the_chronology_is_those_lines(priya, people, kofi):
    assert priya.post(f"/entries/{kofi['school']}/mark/").status_code == 302
    assert titles(priya, show="significant") == ["Visit at school"]
    words = text(priya.get(f"/children/{REFERENCE}/chronology/"))
    assert SAID in words and "Visit at home" not in words
    priya.post(f"/entries/{kofi['school']}/mark/")
    assert titles(priya, show="significant") == [] and Mark.objects.count() == 2


def test_marking_goes_back_to_where_it_was_done_and_nowhere_else(priya, kofi):
    here = priya.post(f"/entries/{kofi['school']}/mark/", headers={"referer": f"http://testserver{PAGE}?q=visit"})
    away = priya.post(f"/entries/{kofi['school']}/mark/", headers={"referer": "https://elsewhere.example/"})
    assert here.url == f"http://testserver{PAGE}?q=visit#timeline" and away.url == f"/entries/{kofi['school']}/"


def test_an_address_alone_marks_nothing(priya, kofi):
    assert priya.get(f"/entries/{kofi['school']}/mark/").status_code == 405


@pytest.mark.parametrize("name", ["nora", "dina", "adam"])
def test_whoever_may_not_write_about_the_child_marks_nothing(people, kofi, name):
    assert not people[name].may(WRITE) or name == "nora"
    assert signed_in(people[name]).post(f"/entries/{kofi['school']}/mark/").status_code == 403 and not Mark.objects.exists()


def test_very_long_words_are_kept_whole(priya, people, kofi):
    word = "Llanfairpwllgwyngyll" * 40
    one_child.write(people["priya"], kofi["person"], "note", date(2026, 11, 19), {"title": word[:200], "note": word})
    assert word in priya.get(PAGE).content.decode()


def test_a_line_from_a_file_says_so_and_nobody_is_called_late(priya, people, kofi):
    store([NewEntry(kofi["person"], "health_assessment", date(2026, 9, 30), {"kind": "dental"}, origin="file:1")], people["ana"].pk, NOW)
    derive([kofi["person"]], NOW, people["east"].pk, people["ana"].pk)
    words = lines(priya, show="school_health")
    assert "From a file, recorded Fri 20 Nov" in words and "later" not in words


def test_lines_far_back_carry_their_year(priya, kofi):
    assert "Fri 17 Dec 2021" in lines(priya, lines=100)


def test_a_line_written_down_long_after_says_so_in_weeks_or_months(priya, people, kofi):
    one_child.write(people["priya"], kofi["person"], "note", date(2026, 6, 1), {"title": "What the school remembered"}, recorded=NOW)
    assert "recorded Fri 20 Nov, 6 months later" in lines(priya).replace(" , ", ", ")


def test_people_confirmed_on_one_day_are_one_line_that_opens_each(priya, kofi):
    words = lines(priya, lines=100)
    assert words.count("Confirmed: ") == 1 and "Abena Larkfield (mother)" in words and "Relationship: Grandparent, Efua Larkfield" in words
