"""As known on: what had been written down by the end of a day, and nothing that came later."""

import re
from datetime import date, timedelta

import pytest

from goldthread.record.models import Look
from goldthread.record.reach import Reach
from goldthread.web.child.known import read_day
from tests.web import one_child
from tests.web.one_child import LATER_SAID, NOW, REFERENCE, SAID, section, signed_in, text
from tests.web.saying import said_why

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("half_past_five")]
PAGE = f"/children/{REFERENCE}/"
PARTS = ("", "life/", "timeline/", "people/", "duties/", "plan/", "history/", "chronology/")
SECRET = "Zanzibar"


def then(client, day="2026-11-06", part=""):
    return client.get(f"{PAGE}{part}?known={day}")


def test_a_band_a_frame_and_another_clock_say_that_this_is_the_past(priya, kofi):
    page = then(priya)
    body = page.content.decode()
    assert "gt-is-past" in body and "As known at the end of Friday 6 November 2026" in text(page)
    assert "As known Fri 6 Nov 2026" in text(page) and ">Then<" in body and ">Now<" not in body


def test_the_band_is_the_first_landmark_and_counts_what_is_hidden_and_undone(priya, people, kofi):
    body = then(priya).content.decode()
    assert body.index("gt-pastband") < body.index("gt-header")
    assert "3 entries recorded since are hidden." in text(then(priya))
    with Reach(people["priya"], NOW).act() as act:
        act.correct(kofi["school"], 1, "More of what he said", values={"said": SECRET})
    assert "1 later correction is undone." in text(then(priya))


@pytest.mark.parametrize("part", PARTS)
def test_nothing_written_later_leaks_into_any_part(priya, people, kofi, part):
    """Later entries, later corrections, later names of relatives, later marks: none of their words appear."""
    later = people["priya"]
    one_child.write(later, kofi["person"], "note", date(2026, 10, 1), {"title": SECRET, "said": SECRET, "note": SECRET}, recorded=NOW - timedelta(days=1))
    one_child.write(later, kofi["mum"], "person", date(2026, 11, 18), {"forename": SECRET, "surname": SECRET}, recorded=NOW - timedelta(days=1))
    one_child.write(later, kofi["person"], "address", date(2021, 12, 17), {"line": SECRET, "private_from": SECRET, "lives_with": SECRET}, recorded=NOW - timedelta(days=1))
    one_child.write(people["ngozi"], kofi["person"], "oversight", date(2026, 11, 1), {"worry": SECRET}, recorded=NOW - timedelta(days=1))
    with Reach(later, NOW - timedelta(hours=1)).act() as act:
        act.correct(kofi["school"], 1, SECRET, values={"said": SECRET, "at_home": SECRET})
        act.correct(kofi["plan"], 1, SECRET, values={"must_change": SECRET, "latest_category": "SAB"})
    Reach(later, NOW).mark(kofi["school"], True)
    body = then(priya, part=part).content.decode()
    assert SECRET not in body and LATER_SAID not in body and "Sexual" not in body and "Significant" not in body
    assert SECRET in priya.get(f"{PAGE}timeline/").content.decode()


def test_the_child_is_called_as_they_were_called_then(priya, people, kofi):
    one_child.write(people["priya"], kofi["person"], "person", date(2026, 11, 18), {"forename": SECRET, "surname": "Newname", "born": date(2017, 3, 2)})
    words = text(then(priya))
    assert "Kofi Larkfield 8 years old" in words and SECRET not in words and "Newname" not in words


def test_an_entry_reads_as_it_was_written_then_and_says_so(priya, people, kofi):
    with Reach(people["priya"], NOW).act() as act:
        act.correct(kofi["school"], 1, "More of what he said", values={"said": SECRET})
    words = section(then(priya, part="timeline/"), "timeline")
    assert SAID in words and "as it was written then" in words


def test_what_the_child_said_by_then_stands_with_the_facts(priya, kofi):
    words = text(then(priya))
    assert f"What Kofi says “{SAID}”" in words and "1 day before" in words


def test_a_duty_has_the_state_it_had_then(priya, kofi):
    words = section(then(priya, part="duties/"), "duties")
    assert "Due Thursday 19 November See Kofi" in words and "It was day 1 of 10" in words
    assert "Today" not in words


def test_nothing_can_be_written_on_a_page_about_the_past(priya, kofi):
    for part in PARTS:
        body = then(priya, part=part).content.decode()
        forms = re.findall(r'<form[^>]*method="post"[^>]*action="([^"]*)"', body)
        assert forms == [] and "/write/" not in body and "Record a visit" not in body and "/correct/" not in body, part


def test_every_link_inside_the_past_stays_in_the_past(priya, kofi):
    main = then(priya).content.decode().split("<main")[1].split("</main>")[0]
    links = set(re.findall(r'href="(/(?:children|entries)/[^"#]*)', main))
    assert len(links) > 10 and all("known=2026-11-06" in link for link in links), links


def test_the_form_of_the_timeline_keeps_the_day(priya, kofi):
    assert '<input type="hidden" name="known" value="2026-11-06">' in then(priya, part="timeline/").content.decode()


def test_what_had_happened_but_was_not_written_down_is_behind_one_link(priya, people, kofi):
    words = text(then(priya, "2026-11-13"))
    assert "Not known then 1 thing had happened" in words and "football" not in words
    page = then(priya, "2026-11-13", "later/")
    assert "At football until six." in section(page, "later") and "not yet written down" in section(page, "later")


def test_one_day_earlier_and_later_are_links_and_the_band_leads_back(priya, kofi):
    body = then(priya).content.decode()
    for address in (f"{PAGE}?known=2026-11-05", f"{PAGE}?known=2026-11-07", f'href="{PAGE}"'):
        assert address in body


def test_the_day_before_today_offers_no_later_day(priya, kofi):
    assert "One day later" not in text(then(priya, "2026-11-19"))


@pytest.mark.parametrize("typed", ["06/11/2026", "6.11.2026", "6 Nov 2026", "2026-11-06", "6/11/26"])
def test_a_day_may_be_written_as_people_write_it(priya, kofi, typed):
    assert "As known at the end of Friday 6 November 2026" in text(priya.get(PAGE, {"known": typed}))


@pytest.mark.parametrize("typed, sentence", [
    ("31/02/2026", "“31/02/2026” is not a day we can read. Write it as 12/11/2026."), ("yesterweek", "is not a day we can read"),
    ("01/01/0001", "is not a day we can read"), ("21/11/2026", "Saturday 21 November 2026 is still to come."),
    ("<script>x</script>", "is not a day we can read"), ("9" * 500, "is not a day we can read"), ("١٢/١١/٢٠٢٦", "")])  # fmt: skip
def test_a_day_that_cannot_be_shown_gets_a_sentence_and_the_page_as_it_is_now(priya, kofi, typed, sentence):
    page = priya.get(PAGE, {"known": typed})
    assert page.status_code == 200 and sentence in text(page)
    if sentence:
        assert "gt-is-past" not in page.content.decode() and "This page shows what is known now." in text(page)


def test_what_was_typed_stays_in_the_box(priya, kofi):
    assert 'name="known" value="31/02/2026"' in priya.get(PAGE, {"known": "31/02/2026"}).content.decode()


def test_asking_for_today_shows_the_page_as_it_is_now(priya, kofi):
    assert "gt-is-past" not in then(priya, "2026-11-20").content.decode()


def test_a_day_before_anything_was_known_is_an_empty_page_that_leaks_nothing(priya, kofi):
    for part in PARTS:
        page = then(priya, "2025-01-01", part)
        assert page.status_code == 200 and not re.search("Kofi|Larkfield|Saltmarsh|Abena|Elmbank", page.content.decode())


def test_who_had_looked_by_then_and_not_who_looked_later(priya, people, kofi):
    Reach(people["rhys"], one_child.at(date(2026, 11, 3))).child(REFERENCE)
    said_why(people["ana"], one_child.at(date(2026, 11, 10)), kofi["person"])
    Reach(people["ana"], one_child.at(date(2026, 11, 10))).child(REFERENCE)
    words = section(then(priya, part="history/"), "history")
    assert "Rhys Tidewell" in words and "Ana " not in words


def test_looking_at_the_past_is_a_look_too(priya, people, kofi):
    then(priya)
    assert Look.objects.filter(worker=people["priya"], page="child").count() == 1


def test_a_worker_of_another_team_may_not_see_the_past_either(people, kofi):
    assert then(signed_in(people["nora"])).status_code == 403


def test_an_entry_opened_from_the_past_shows_the_version_of_then(priya, kofi):
    words = text(priya.get(f"/entries/{kofi['late']}/?known=2026-11-16"))
    assert "Wednesday 11 November 2026" in words and "Thursday 12 November" not in words and "wrong day" not in words
    assert "Correct it" not in words and "As known at the end of Monday 16 November 2026" in words


def test_an_entry_names_a_relative_as_they_were_named_then(priya, people, kofi):
    mother = next(w for w in Reach(people["hal"], NOW).entries(Reach(people["hal"], NOW).child(REFERENCE), ["relationship"]) if w.values.other_id == kofi["mum"])
    one_child.write(people["priya"], kofi["mum"], "person", date(2026, 11, 18), {"forename": SECRET, "surname": SECRET})
    words = text(priya.get(f"/entries/{mother.number}/?known=2026-11-06"))
    assert "Abena Larkfield" in words and SECRET not in words


def test_an_entry_that_was_not_written_down_then_cannot_be_opened_from_the_past(priya, kofi):
    answer = priya.get(f"/entries/{kofi['late']}/?known=2026-11-13")
    assert answer.status_code == 404 and "had not been written down" in text(answer) and "football" not in text(answer)


@pytest.mark.parametrize("typed", ["2026-1-5", "5 jan 26", "05.01.2026", "5/January/2026"])
def test_days_are_read_in_the_order_people_write_them(typed):
    assert read_day(typed) == date(2026, 1, 5)


@pytest.mark.parametrize("typed", ["", "5 foo 2026", "2026", "0/0/0", "29/02/2026", "1/1/1/1", "a b c", "99999999999999999999/1/1"])
def test_what_is_no_day_is_none(typed):
    assert read_day(typed) is None
