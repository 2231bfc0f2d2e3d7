"""Correcting, ending and withdrawing: nothing is overwritten, a reason stands beside it, and two people never lose a word."""

import re
from datetime import date, timedelta

import pytest

from goldthread.record.models import Version
from goldthread.record.reach import Reach
from goldthread.record.trail.reading import looks
from tests.web import one_child
from tests.web.one_child import NOW, REFERENCE, SAID, section, signed_in, text

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("half_past_five")]
MINE, THEIRS = "He wants breakfast with his mum.", "He wants to be early."


def token(page):
    return re.search(r'name="sheet" value="([^"]+)"', page.content.decode())[1]


def form_of(client, number, page="correct"):
    return client.get(f"/entries/{number}/{page}/")


def send(client, number, form, **answers):
    read = re.search(r'name="read" value="(\d+)"', form.content.decode())[1]
    fields = {"sheet": token(form), "do": "save", "read": read, "day": "05/11/2026", "place": "school", "made": "yes", "child_seen": "yes",
              "seen_alone": "yes", "said": SAID, "why": "I looked at my notes"}  # fmt: skip
    return client.post(f"/entries/{number}/correct/", {**fields, **answers})


def versions(people, number):
    return Reach(people["hal"], NOW).entry(number)


def theirs(people, number, **changed):
    with Reach(people["ngozi"], NOW - timedelta(minutes=5)).act() as act:
        act.correct(number, 1, "Heard from school", **changed)


def test_the_form_holds_what_was_said_before(priya, kofi):
    body = form_of(priya, kofi["school"]).content.decode()
    assert 'value="05/11/2026"' in body and SAID in body and re.search(r'value="yes"[^>]*checked', body)


def test_a_reason_may_come_with_the_address(priya, kofi):
    body = priya.get(f"/entries/{kofi['unsaid']}/correct/", {"why": "This was not written down before."}).content.decode()
    assert "This was not written down before." in body and 'value="22/10/2026"' in body


def test_a_correction_needs_a_reason(priya, people, kofi):
    answer = send(priya, kofi["school"], form_of(priya, kofi["school"]), why="")
    assert answer.status_code == 422 and "Why do you correct it?" in text(answer) and len(versions(people, kofi["school"])) == 1


def test_a_correction_is_a_new_version_and_the_page_shows_both(priya, people, kofi):
    answer = send(priya, kofi["school"], form_of(priya, kofi["school"]), said=MINE)
    assert answer.url == f"/entries/{kofi['school']}/"
    words = section(priya.get(answer.url), "versions")
    assert "Priya Fenwater corrected it on Fri 20 Nov 2026" in words and f"before: {SAID} now: {MINE}" in words and "“I looked at my notes”" in words


def test_an_answer_may_be_taken_back_to_not_said(priya, people, kofi):
    send(priya, kofi["school"], form_of(priya, kofi["school"]), seen_alone="")
    assert versions(people, kofi["school"])[0].values.seen_alone is None


def test_somebody_who_changed_it_meanwhile_is_shown_beside_what_i_wrote(priya, people, kofi):
    form = form_of(priya, kofi["school"])
    theirs(people, kofi["school"], values={"said": THEIRS})
    answer = send(priya, kofi["school"], form, said=MINE)
    words = text(answer)
    assert answer.status_code == 409 and "Somebody else changed this while you were writing" in words
    assert f"Ngozi Millrace wrote {THEIRS} You wrote {MINE}" in words and "“Heard from school”" in words
    assert len(versions(people, kofi["school"])) == 2


def choose(client, people, kofi, form, choice, **more):
    """Conflict, then the choice, as a browser would post it."""
    theirs(people, kofi["school"], values={"said": THEIRS, "at_home": "Toast on the table."})
    page = send(client, kofi["school"], form, said=MINE)
    hidden = re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', page.content.decode())
    fields: dict[str, list[str]] = {}
    for name, value in hidden:
        fields.setdefault(name, []).append(value)
    chosen = dict(re.findall(r'name="(choose_\w+)" value="(\w+)" checked', page.content.decode()))
    return client.post(f"/entries/{kofi['school']}/correct/", {**fields, **chosen, "choose_said": choice, "do": "save", **more})


@pytest.mark.parametrize("choice, kept", [("theirs", THEIRS), ("mine", MINE)])
def test_each_difference_is_chosen_and_what_only_one_changed_is_kept(priya, people, kofi, choice, kept):
    answer = choose(priya, people, kofi, form_of(priya, kofi["school"]), choice)
    assert answer.status_code == 302, text(answer)
    now = versions(people, kofi["school"])[0]
    assert (now.version, now.values.said, now.values.at_home) == (3, kept, "Toast on the table.")


def test_both_can_be_put_together(priya, people, kofi):
    choose(priya, people, kofi, form_of(priya, kofi["school"]), "both", both_said=f"{THEIRS} {MINE}")
    assert versions(people, kofi["school"])[0].values.said == f"{THEIRS} {MINE}"


def test_a_third_change_while_choosing_is_shown_again(priya, people, kofi):
    form = form_of(priya, kofi["school"])
    theirs(people, kofi["school"], values={"said": THEIRS})
    page = send(priya, kofi["school"], form, said=MINE)
    with Reach(people["ngozi"], NOW).act() as act:
        act.correct(kofi["school"], 2, "again", values={"said": "A third version"})
    hidden = dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', page.content.decode()))
    again = priya.post(f"/entries/{kofi['school']}/correct/", {**hidden, "choose_said": "mine", "do": "save"})
    assert again.status_code == 409 and "A third version" in text(again) and MINE in text(again)


def test_the_words_of_a_conflict_wait_as_a_draft(priya, people, kofi):
    form = form_of(priya, kofi["school"])
    theirs(people, kofi["school"], values={"said": THEIRS})
    send(priya, kofi["school"], form, said=MINE)
    from goldthread.web.drafts.models import Draft

    assert Draft.objects.get().body["said"] == [MINE]


@pytest.mark.parametrize("read", ["", "x", "0", "99", "٣"])
def test_a_version_nobody_read_is_not_corrected(priya, people, kofi, read):
    answer = send(priya, kofi["school"], form_of(priya, kofi["school"]), read=read)
    assert answer.status_code == 409 and len(versions(people, kofi["school"])) == 1


def test_something_that_lasts_is_ended_with_its_day(priya, people, kofi):
    number = kofi["plan"]
    form = form_of(priya, number, "end")
    assert "When did the plan begin?" not in text(form)
    fields = re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', form.content.decode())
    answer = priya.post(f"/entries/{number}/end/", {**dict(fields), "do": "save", "until": "19/11/2026", "why": "Conference ended it"})
    assert answer.status_code == 302, text(answer)
    now = versions(people, number)[0]
    assert (now.until, now.why, now.values.must_change) == (date(2026, 11, 19), "Conference ended it", "Mornings")


def test_an_end_needs_its_day_and_may_not_come_before_the_beginning(priya, kofi):
    form = form_of(priya, kofi["plan"], "end")
    fields = dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', form.content.decode()))
    missing = priya.post(f"/entries/{kofi['plan']}/end/", {**fields, "do": "save"})
    early = priya.post(f"/entries/{kofi['plan']}/end/", {**fields, "do": "save", "until": "1/9/2026"})
    assert "Write the last day as 12/11/2026." in text(missing) and "It cannot end before it began" in text(early)


def test_an_entry_is_withdrawn_with_a_reason_counts_for_nothing_and_stays_readable(priya, people, kofi):
    number = kofi["school"]
    asked = priya.post(f"/entries/{number}/withdraw/", {"read": "1"})
    assert asked.status_code == 422 and "Say why" in text(asked)
    assert priya.post(f"/entries/{number}/withdraw/", {"read": "1", "why": "It was about another boy"}).status_code == 302
    page = priya.get(f"/entries/{number}/")
    assert "This was withdrawn." in text(page) and "It was about another boy" in text(page) and SAID in text(page)
    assert SAID not in text(priya.get(f"/children/{REFERENCE}/timeline/"))
    assert priya.get(f"/entries/{number}/correct/").status_code == 404


def test_an_entry_changed_meanwhile_is_not_withdrawn_unread(priya, people, kofi):
    theirs(people, kofi["school"], values={"said": THEIRS})
    answer = priya.post(f"/entries/{kofi['school']}/withdraw/", {"read": "1", "why": "wrong"})
    assert answer.status_code == 422 and "Somebody changed this entry" in text(answer)


def test_an_entry_that_does_not_exist_is_a_calm_page(priya, people):
    answer = priya.get("/entries/987654321/")
    assert answer.status_code == 404 and "There is no entry 987654321." in text(answer)


def test_what_was_not_answered_is_said_to_be_unanswered(priya, kofi):
    words = text(priya.get(f"/entries/{kofi['unsaid']}/"))
    assert "Not answered" in words and "Alone?" in words


def test_an_entry_that_speaks_of_another_names_and_opens_it(priya, people, kofi):
    number = one_child.write(people["priya"], kofi["person"], "need_plan", date(2026, 8, 5), {"referral": kofi["referral"]}, until=date(2026, 9, 1), recorded=NOW)
    page = priya.get(f"/entries/{number}/")
    assert f'<a href="/entries/{kofi["referral"]}/">Referral: School, We assess or work with the child, 3 August 2026</a>' in page.content.decode()


def test_a_print_is_for_the_family_without_the_menus(priya, kofi):
    page = priya.get(f"/entries/{kofi['school']}/print/")
    body = page.content.decode()
    assert SAID in text(page) and "gt-nav" not in body and "If something here is wrong, say so to the social worker." in text(page)


def test_a_version_of_a_file_is_corrected_by_hand_like_any_other(priya, people, kofi):
    from goldthread.record.derive import derive
    from goldthread.record.speak import NewEntry
    from goldthread.record.store import store

    (number,) = store([NewEntry(kofi["person"], "visit", date(2026, 10, 1), {"made": True}, origin="cin:1")], people["ana"].pk, NOW - timedelta(days=1))
    derive([kofi["person"]], NOW, people["east"].pk, people["ana"].pk)
    form = form_of(priya, number)
    assert send(priya, number, form, day="02/10/2026").status_code == 302 and Version.objects.filter(entry=number).count() == 2


def test_opening_an_entry_is_a_look_at_the_child(people, kofi):
    def looked():
        return len(looks(kofi["person"], NOW - timedelta(days=30), NOW + timedelta(minutes=1)))

    before = looked()
    signed_in(people["rhys"]).get(f"/entries/{kofi['school']}/")
    assert looked() == before + 1
