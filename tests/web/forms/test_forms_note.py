"""One note for many children, with a line each; the child's own words first."""

import pytest

from goldthread.record.models import Version
from goldthread.record.types.work import CaseNote
from goldthread.web.drafts.models import Draft
from tests.web.family import TODAY, signed_in
from tests.web.visiting import HOSTILE, text_of, token

pytestmark = pytest.mark.django_db
ADDRESS = "/notes/new/"


def note(client, children, **more):
    page = client.get(ADDRESS, {"child": ["LK-KOFI", "LK-ESI"]})
    return {
        "sheet": token(page), "do": "save", "child": ["LK-KOFI", "LK-ESI"], "day": "2026-11-20", "kind": "call", "title": "A call with Efua",
        "who": "Efua, their grandmother", "note": "Both slept well.", f"said-{children['Kofi']}": "I want to go home on Sunday.",
        f"line-{children['Esi']}": "Esi would not eat.", **more,
    }  # fmt: skip


def of(person):
    return CaseNote.objects.get(version__person=person)


def test_one_note_is_an_entry_for_each_child_and_they_stand_together(priya, children):
    priya.post(ADDRESS, note(priya, children))
    versions = Version.objects.filter(type="note")
    assert {v.person_id for v in versions} == {children["Kofi"], children["Esi"]} and len({v.together for v in versions}) == 1
    assert of(children["Kofi"]).title == of(children["Esi"]).title == "A call with Efua"


def test_the_line_about_one_child_is_only_in_that_childs_record(priya, children):
    priya.post(ADDRESS, note(priya, children))
    kofi, esi = of(children["Kofi"]), of(children["Esi"])
    assert (kofi.said, kofi.note) == ("I want to go home on Sunday.", "Both slept well.")
    assert (esi.said, esi.note) == ("", "Both slept well.\n\nEsi would not eat.")


def test_the_childs_words_are_asked_for_before_anybody_elses(priya, children):
    page = text_of(priya.get(ADDRESS, {"child": ["LK-KOFI"]}))
    assert page.index("What Kofi said") < page.index("What happened, and what do you make of it?")


def test_an_empty_note_is_not_saved_and_says_what_to_write(priya, children):
    page = priya.get(ADDRESS, {"child": "LK-KOFI"})
    answer = priya.post(ADDRESS, {"sheet": token(page), "child": "LK-KOFI"})
    assert answer.status_code == 422 and "There is nothing on it yet" in text_of(answer)


def test_a_title_that_is_too_long_keeps_every_letter_on_the_form(priya, children):
    long = "long " * 60
    page = priya.post(ADDRESS, note(priya, children, title=long))
    assert page.status_code == 422 and "use 200 letters or fewer" in text_of(page) and long.strip() in page.content.decode()
    assert Draft.objects.get().body["title"] == [long]


def test_hostile_words_are_kept_as_they_are(priya, children):
    priya.post(ADDRESS, note(priya, children, note=HOSTILE))
    assert of(children["Kofi"]).note == HOSTILE


def test_pressing_save_twice_writes_once(priya, children):
    sent = note(priya, children)
    assert priya.post(ADDRESS, sent).url == priya.post(ADDRESS, sent).url
    assert Version.objects.filter(type="note").count() == 2


def test_another_row_of_what_happens_next_loses_nothing(priya, children):
    page = priya.post(ADDRESS, note(priya, children, do="step", next_count="1", next_what_0="Ring Efua"), follow=True)
    words = page.content.decode()
    assert "Ring Efua" in words and 'name="next_what_1"' in words and "Both slept well." in words


def test_what_happens_next_is_written_with_who_and_by_when(priya, children, office):
    sent = note(priya, children, next_count="2", next_what_0="Ring Efua.", next_who_0=str(office["marcus"].pk), next_when_0="2026-11-24",
                next_what_1="Ask for a bed", next_when_1="other", next_when_1_other="3 December")  # fmt: skip
    priya.post(ADDRESS, sent)
    assert of(children["Kofi"]).next_steps == "Ring Efua. Marcus, by Tuesday 24 November 2026.\nAsk for a bed. By Thursday 3 December 2026."


def test_a_day_for_what_happens_next_that_cannot_be_read_is_pointed_out(priya, children):
    page = priya.post(ADDRESS, note(priya, children, next_what_0="Ring", next_when_0="other", next_when_0_other="whenever"))
    assert page.status_code == 422 and "“whenever” is not a day we can read" in text_of(page)


def test_a_child_of_another_team_is_refused(office, children):
    assert signed_in(office["nora"]).get(ADDRESS, {"child": "LK-KOFI"}).status_code == 403


def test_a_note_opened_about_nobody_asks_whom_it_is_about(priya, children):
    assert "Whom is the note about?" in text_of(priya.get(ADDRESS))


def test_a_note_of_today_is_written_on_today(priya, children):
    priya.post(ADDRESS, note(priya, children))
    assert set(Version.objects.filter(type="note").values_list("day", flat=True)) == {TODAY}
