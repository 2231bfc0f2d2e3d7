"""Local promises: read by everybody who signs in, changed by whoever answers for them, and nothing of before is lost."""

from datetime import date
from urllib.parse import urlencode

import pytest
from django.test import Client

from goldthread.people.models import Worker
from goldthread.record.acting import acting
from goldthread.record.local import changing, foreseen
from goldthread.record.local.inforce import in_force
from goldthread.record.local.models import BROKEN, DONE, RUNNING, WAITING, LocalSetting, SettingsRun
from goldthread.record.local.words import NUMBERS
from goldthread.record.models import Occurrence
from goldthread.web.drafts.models import Draft
from goldthread.web.settling import things, work
from tests.web.one_child import NOW, REFERENCE, signed_in, text

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("half_past_five")]
VISITS = "/settings/number/protection-visit/"
ASKED = {"value": "5 working days", "since": "01/11/2026", "why": "Agreed by the board in May."}


@pytest.fixture
def sunita(people):
    return signed_in(Worker.objects.create_user("sunita", None, name="Sunita Alderwick", role="practice_lead"))


@pytest.fixture
def at_once(monkeypatch):
    """What the page starts in the background happens here and now, for nobody, as in a process of its own."""
    monkeypatch.setattr(work, "start", for_nobody)


def for_nobody(run):
    with acting(None):
        work.carry_out(run.pk, lambda: NOW)


def spans(code):
    return {o.span.split(" (")[0] for o in Occurrence.objects.filter(code=code, met=None)}


# Reading


def test_every_local_number_stands_on_the_page_once_with_its_value_owner_and_duties(priya):
    page = text(priya.get("/settings/"))
    listed = [thing.name for _, found in things.numbers_by_family() for thing in found]
    assert sorted(listed) == sorted(NUMBERS)
    for thing in things.numbers().values():
        assert thing.title in page
    assert "Protection visit CP05" in page and "Protection plan (" in page and "10 working days" in page and "The practice lead" in page
    assert "A practice lead changes them" in page


@pytest.mark.parametrize(("asked", "title"), [("protection visit", "Protection visit"), ("CP05", "Protection visit"), ("  core   GROUP ", "Core group")])
def test_a_number_is_found_by_its_name_or_the_code_of_a_duty(priya, asked, title):
    page = priya.get("/settings/", {"q": asked})
    found = [line.thing.title for _, lines in page.context["numbers"] for line in lines]
    assert title in found and len(found) < 6 and "Every number, by kind of work" not in text(page)


def test_a_duty_is_found_and_what_is_nowhere_is_said_to_be(priya):
    page = priya.get("/settings/", {"q": "CN03"})
    assert "CN03 · Visit the child who has a child in need plan Kept since its rule began" in text(page)
    assert "No number and no duty is called that" in text(priya.get("/settings/", {"q": "no such thing"}))


def test_what_is_settled_here_stands_before_everything_that_is_as_usual(sunita, kofi):
    assert "No number has been settled here" in text(sunita.get("/settings/"))
    sunita.post(VISITS, {**ASKED, "do": "save"})
    said = text(sunita.get("/settings/"))
    assert "Settled here" in said.partition("5 working days 10 working days")[0] and said.index("5 working days 10 working days") < said.index("Every number")


@pytest.mark.parametrize("thing", [*things.numbers().values(), *list(things.duties().values())[:12], things.policy("leap day"), things.school()], ids=lambda t: t.slug)
def test_each_of_them_has_a_page_that_everybody_reads(priya, thing):
    page = text(priya.get(thing.href))
    assert thing.title in page and "it is as usual" in page and "Change it" not in page


@pytest.mark.parametrize("address", ["/settings/number/tea/", "/settings/kept/XX99/", "/settings/policy/luck/", "/settings/weather/rain/"])
def test_nothing_else_is_there(sunita, address):
    assert sunita.get(address).status_code == 404


def test_nobody_reads_them_without_signing_in(client):
    assert client.get("/settings/").status_code == 302


# Changing


def test_a_practice_lead_starts_on_this_page_and_changes_a_number(sunita, kofi):
    assert sunita.get("/", follow=True).request["PATH_INFO"] == "/settings/"
    page = text(sunita.post(VISITS, {**ASKED, "do": "save"}, follow=True))
    assert "Now 5 working days" in page and "Usually 10 working days" in page
    assert "5 working days, from 1 November 2026 Sunita Alderwick Fri 20 Nov 2026, 5:28pm Agreed by the board in May." in page
    assert spans("CP05") == {"5 working days"}


def test_a_value_to_come_is_shown_beside_the_one_that_holds(sunita):
    sunita.post(VISITS, {**ASKED, "since": "04/01/2027", "do": "save"})
    page = text(sunita.get("/settings/"))
    assert "10 working days 10 working days 5 working days from 4 January 2027" in page


def test_what_would_happen_is_counted_beforehand_and_nothing_is_changed(sunita, kofi):
    page = sunita.post(VISITS, {**ASKED, "do": "preview"})
    assert "1 child is owed this today. Of these 1 child would have an earlier day and 0 children would have a later day" in text(page)
    assert 'value="5 working days"' in page.content.decode() and not LocalSetting.objects.exists()
    assert spans("CP05") == {"10 working days"}


def test_of_a_number_to_come_it_says_that_nothing_of_today_moves_and_what_if_it_always_had_been(sunita, kofi):
    page = text(sunita.post(VISITS, {**ASKED, "since": "04/01/2027", "do": "preview"}))
    assert "Nothing that is owed today changes" in page and "Had it always been so, 1 child would have an earlier day" in page


def test_where_nobody_is_owed_it_or_too_many_are_the_preview_says_so(sunita, kofi, monkeypatch):
    assert "Nobody is owed this today" in text(sunita.post("/settings/number/keeping-in-touch-to-21/", {**ASKED, "do": "preview"}))
    monkeypatch.setattr(foreseen, "MOST", 0)
    assert "too many to work out beforehand" in text(sunita.post(VISITS, {**ASKED, "do": "preview"}))


def test_what_a_preview_says_is_what_then_happens(sunita, kofi):
    before = {o.pk: o.due for o in Occurrence.objects.filter(code="CP05", met=None)}
    said = text(sunita.post(VISITS, {**ASKED, "do": "preview"}))
    sunita.post(VISITS, {**ASKED, "do": "save"})
    (after,) = Occurrence.objects.filter(code="CP05", met=None).values_list("due", flat=True)
    assert ("1 child would have an earlier day" in said) == (after < min(before.values()))


@pytest.mark.parametrize(
    "given, says",
    [
        ({"value": "soon"}, "is not a length of time"),
        ({"value": ""}, "Enter a length of time"),
        ({"since": "yesterday"}, "not a day we can read"),
        ({"since": ""}, "which day?"),
        ({"why": ""}, "Say why"),
        ({"value": "0 days"}, "no time"),
    ],
)
@pytest.mark.parametrize("do", ["save", "preview"])
def test_nonsense_is_refused_in_a_sentence_beside_its_question_and_what_was_typed_stays(sunita, given, says, do):
    page = sunita.post(VISITS, {**ASKED, **given, "do": do})
    assert page.status_code == 422 and says in text(page)
    for name, value in {**ASKED, **given}.items():
        assert f'value="{value}"' in page.content.decode() or not value, name
    assert not LocalSetting.objects.exists()


def test_who_may_not_change_them_is_refused_and_told_why(people, priya):
    page = priya.post(VISITS, {**ASKED, "do": "save"})
    assert page.status_code == 403 and "does not change settings" in text(page)
    sunita = Worker.objects.create_user("s", None, name="S", role="practice_lead")
    signed_in(sunita).post(VISITS, {**ASKED, "do": "save"})
    assert priya.post(f"/settings/{LocalSetting.objects.get().pk}/take-back/", {"why": "No."}).status_code == 403


def test_taken_back_it_stays_readable_with_who_and_why(sunita, kofi):
    sunita.post(VISITS, {**ASKED, "do": "save"})
    row = LocalSetting.objects.get()
    assert sunita.post(f"/settings/{row.pk}/take-back/", {"why": ""}).status_code == 422
    page = text(sunita.post(f"/settings/{row.pk}/take-back/", {"why": "Meant for another."}, follow=True))
    assert "Now 10 working days" in page and "Taken back by Sunita Alderwick, Fri 20 Nov 2026, 5:28pm: Meant for another." in page
    assert spans("CP05") == {"10 working days"}


def test_a_duty_not_kept_here_is_named_with_its_reason_and_owed_by_nobody(sunita, priya, kofi):
    sunita.post("/settings/kept/CP06/", {"value": "not kept", "since": "", "why": "The form comes in spring.", "do": "save"})
    page = text(priya.get("/settings/"))
    assert "1 duty is not: nothing of them is counted" in page and "Not kept here The form comes in spring." in page
    assert not Occurrence.objects.filter(code="CP06").exists()
    assert "CP06" not in text(priya.get(f"/children/{REFERENCE}/duties/"))


def test_policies_and_terms_are_changed_on_pages_alike(sunita):
    said = text(sunita.post("/settings/policy/leap-day/", {"value": "28 February", "why": "Legal advice."}, follow=True))
    assert "Now 28 february" in said or "Now 28 February" in said
    terms = {"value": "2 September 2026 to 23 October 2026\n2 November 2026 to 18 December 2026", "why": "Published."}
    assert "Given to 18 December 2026" in text(sunita.post("/settings/school/terms/", terms, follow=True))
    assert in_force().school.published_to == date(2026, 12, 18)


# Never lose a word


def asked_on(client, address=VISITS):
    """The signed number on a freshly opened form."""
    return client.get(address).context["sheet"].token


def test_what_is_typed_is_kept_valid_or_not_and_stands_among_the_local_promises(sunita):
    sent = {**ASKED, "value": "five-ish", "sheet": asked_on(sunita)}
    assert sunita.post("/drafts/keep/", sent, headers={"x-goldthread-draft": "1"}).status_code == 200
    page = sunita.get("/settings/")
    assert "Pick up where you left off Local promise: Protection visit" in text(page)
    again = sunita.get(f"/drafts/{Draft.objects.get().pk}/", follow=True)
    assert again.request["PATH_INFO"] == VISITS and "You began this at 5:28pm" in text(again)
    assert all(f'value="{said}"' in again.content.decode() for said in ("five-ish", ASKED["since"], ASKED["why"]))


def test_a_sign_in_that_lapses_half_way_loses_nothing(sunita):
    sent = {**ASKED, "do": "save", "sheet": asked_on(sunita)}
    asked = Client().post(VISITS, urlencode(sent), content_type="application/x-www-form-urlencoded")
    assert "/accounts/login/" in asked.url and not LocalSetting.objects.exists()
    again = sunita.get(f"/drafts/{Draft.objects.get().pk}/", follow=True)
    assert ASKED["why"] in again.content.decode()


def test_looking_at_what_it_would_do_and_being_told_of_nonsense_keep_it_too(sunita, kofi):
    sunita.post(VISITS, {**ASKED, "do": "preview", "sheet": asked_on(sunita)})
    assert Draft.objects.get().body["why"] == [ASKED["why"]]
    sunita.post("/settings/number/core-group/", {**ASKED, "value": "soon", "sheet": asked_on(sunita, "/settings/number/core-group/")})
    assert Draft.objects.filter(saved_at=None).count() == 2 and not LocalSetting.objects.exists()


def test_left_for_later_it_is_settled_later_once(sunita):
    sent = {**ASKED, "sheet": asked_on(sunita)}
    left = sunita.post(VISITS, {**sent, "do": "later"}, follow=True)
    assert left.request["PATH_INFO"] == "/settings/" and "It waits here: Local promise: Protection visit" in text(left)
    for _ in range(2):
        sunita.post(VISITS, {**sent, "do": "save"})
    assert LocalSetting.objects.count() == 1 and Draft.objects.get().saved_at
    assert "Pick up where you left off" not in text(sunita.get("/settings/"))


def test_nobody_reads_what_another_began(sunita):
    sunita.post(VISITS, {**ASKED, "do": "later", "sheet": asked_on(sunita)})
    other = signed_in(Worker.objects.create_user("pat", None, name="Pat", role="practice_lead"))
    assert "Pick up where you left off" not in text(other.get("/settings/"))
    assert other.get(f"/drafts/{Draft.objects.get().pk}/").status_code == 404


# Many children


def test_many_children_are_worked_out_in_the_background_and_the_page_tells_how_far(sunita, kofi, monkeypatch, at_once):
    monkeypatch.setattr(changing, "AT_ONCE", 0)
    sunita.post(VISITS, {**ASKED, "do": "save"})
    run = SettingsRun.objects.get()
    assert (run.status, run.done, run.of) == (DONE, 1, 1)
    assert spans("CP05") == {"5 working days"}
    assert "worked out again" not in text(sunita.get(VISITS))


def test_a_run_that_is_under_way_or_died_is_told_and_can_go_on(sunita, kofi, monkeypatch):
    monkeypatch.setattr(changing, "AT_ONCE", 0)
    monkeypatch.setattr(work, "start", lambda run: None)
    sunita.post(VISITS, {**ASKED, "do": "save"})
    run = SettingsRun.objects.get()
    assert run.status == WAITING and "0 of 1 so far" in text(sunita.get(VISITS))
    SettingsRun.objects.update(status=RUNNING)
    assert "stopped half-way" in text(sunita.get(VISITS))
    run.refresh_from_db()
    assert run.status == BROKEN
    monkeypatch.setattr(work, "start", for_nobody)
    sunita.post(f"/settings/runs/{run.pk}/go-on/")
    run.refresh_from_db()
    assert run.status == DONE and spans("CP05") == {"5 working days"}


def test_what_goes_wrong_in_the_background_is_told_on_the_page(sunita, kofi, monkeypatch, at_once):
    def breaks(*_):
        raise RuntimeError("no room")

    monkeypatch.setattr(changing, "AT_ONCE", 0)
    monkeypatch.setattr(changing, "work_out_again", breaks)
    sunita.post(VISITS, {**ASKED, "do": "save"})
    assert SettingsRun.objects.get().status == BROKEN
    assert "stopped half-way" in text(sunita.get(VISITS))


def test_the_child_s_page_gives_the_number_that_was_in_force_on_its_day(sunita, priya, kofi):
    sunita.post(VISITS, {**ASKED, "do": "save"})
    duties = text(priya.get(f"/children/{REFERENCE}/duties/"))
    assert "day 11 of 5" in duties
