"""Somebody is given the information about them: the whole record, without what is about somebody else, and nothing by accident."""

import io
import json
import zipfile
from datetime import date, timedelta

import pypdfium2
import pytest
from django.db import ProgrammingError, transaction

from goldthread.exchange.access.reasons import REASONS
from goldthread.people.roles import ANSWER
from goldthread.record.derive import derive
from goldthread.record.models import Disclosure, DisclosureCopy, DisclosureDecision, Look, Restriction
from goldthread.record.reach import Reach
from tests.web.one_child import NOW, REFERENCE, signed_in, text, write

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("half_past_five")]
HOSTILE = "<script>alert(1)</script> #panic() =cmd|' /C calc'!A0 {{ 7*7 }}"
EVERYBODY = ("priya", "nora", "ngozi", "rhys", "ana", "dina", "hal", "adam")


@pytest.fixture
def asked(people, kofi):
    """Kofi's mother asks for him; Ngozi begins the review. Gives the number of the review."""
    day = NOW.date() - timedelta(days=3)
    request = write(people["priya"], kofi["person"], "access_request", day, {"who": "His mother, for him"})
    write(people["priya"], kofi["person"], "note", day, {"title": "A call", "note": f"Terence Vole next door says Abena shouts. Efua came. {HOSTILE}"})
    answer = signed_in(people["ngozi"]).post(f"/children/{REFERENCE}/access/", {"request": str(request)})
    assert answer.status_code == 302
    return Disclosure.objects.get(request=request).pk


@pytest.fixture
def ngozi(people):
    return signed_in(people["ngozi"])


def decide(client, review, where="", **choices):
    return client.post(f"/access/{review}/{where}", {f"on:{key}": choice for key, choice in choices.items()})


def made(client, review):
    """The copy as (JSON, the words on paper, every byte unpacked)."""
    assert client.post(f"/access/{review}/make/").status_code == 302
    copy = DisclosureCopy.objects.latest("pk")
    packed = zipfile.ZipFile(io.BytesIO(client.get(f"/access/copies/{copy.pk}/").content))
    assert packed.namelist() == ["record.pdf", "record.json"] and packed.testzip() is None
    document = pypdfium2.PdfDocument(packed.read("record.pdf"))
    paper = " ".join(" ".join(page.get_textpage().get_text_range().split()) for page in document)
    document.close()
    return json.loads(packed.read("record.json")), paper, packed.read("record.json").decode()


def test_the_copy_holds_every_entry_and_version_and_says_what_the_record_says(ngozi, asked, kofi):
    told, paper, _ = made(ngozi, asked)
    assert told["about"] == {"reference": REFERENCE, "name": "Kofi Larkfield"}
    kinds = {entry["kind"] for entry in told["entries"]}
    assert {"visit", "conference", "protection plan", "address", "relationship", "assessment"} <= kinds
    assert [entry["version"] for entry in told["entries"] if entry["entry"] == kofi["late"]] == [1, 2]
    assert "I want Mum to get up in the morning." in paper and "14 Saltmarsh Row" in paper and "A later version took its place." in paper
    assert told["owed"] and "What had to be done for you" in paper


def test_family_and_strangers_are_left_out_and_workers_are_named_unless_somebody_decides_otherwise(ngozi, asked):
    _, paper, raw = made(ngozi, asked)
    for hidden in ("Abena", "Marcus", "Efua", "Terence", "Vole"):
        assert hidden not in paper and hidden not in raw
    assert "Priya Fenwater" in paper and "Priya Fenwater" in raw
    assert "[left out: about somebody else]" in raw and "Kofi" in raw


def test_what_was_decided_for_somebody_holds_everywhere_and_a_place_may_differ(ngozi, asked, kofi):
    assert decide(ngozi, asked, **{f"person:{kofi['mum']}": "give"}).status_code == 302
    _, _, raw = made(ngozi, asked)
    assert "says Abena shouts" in raw and "Efua" not in raw
    page = ngozi.get(f"/access/{asked}/lines/").content.decode()
    note = next(key for key in keys(page) if ".note:" in key and "Abena" in page.split(f'for="{key}"')[1][:80])
    assert decide(ngozi, asked, "lines/", **{note: "serious_harm"}).status_code == 302
    _, _, raw = made(ngozi, asked)
    assert "says [left out: serious harm] shouts" in raw and "Abena" in raw


def keys(page):
    return [part.split('"')[0] for part in page.split('name="on:')[1:]]


def test_a_whole_answer_is_left_out_with_its_reason(ngozi, asked):
    page = ngozi.get(f"/access/{asked}/lines/?all=1").content.decode()
    whole = next(key for key in keys(page) if key.endswith(".note"))
    assert ngozi.post(f"/access/{asked}/lines/?all=1", {f"on:{whole}": "privilege"}).status_code == 302
    _, paper, raw = made(ngozi, asked)
    assert "next door" not in raw and "[left out: legal advice]" in raw and "[left out: legal advice]" in paper


def test_a_worker_may_be_left_out_and_be_named_again(ngozi, asked, people):
    key = f"worker:{people['priya'].pk}"
    decide(ngozi, asked, **{key: "serious_harm"})
    assert "Priya" not in made(ngozi, asked)[2]
    decide(ngozi, asked, **{key: "usual"})
    assert "Priya" in made(ngozi, asked)[2]
    assert list(DisclosureDecision.objects.filter(key=key).order_by("pk").values_list("given", "why")) == [(False, "serious_harm"), (False, "usual")]


def test_a_name_the_record_does_not_know_can_be_looked_for(ngozi, asked, people, kofi):
    write(people["priya"], kofi["person"], "note", date(2026, 11, 18), {"title": "At school", "note": "he said bobo hit him"})
    assert "bobo" in made(ngozi, asked)[2]
    assert ngozi.post(f"/access/{asked}/", {"look_for": "Bobo"}).status_code == 302
    assert "bobo" not in made(ngozi, asked)[2] and "Looked for now: Bobo" in text(ngozi.get(f"/access/{asked}/"))


def test_what_was_withdrawn_is_left_out_because_it_may_be_about_another_child(ngozi, asked, people, kofi):
    wrong = write(people["priya"], kofi["person"], "note", date(2026, 11, 18), {"title": "Wrong child", "note": "broke her arm"})
    with Reach(people["priya"], NOW).act() as act:
        act.withdraw(wrong, 1, "about another child")
    assert "broke her arm" not in made(ngozi, asked)[2]


def test_hostile_words_stay_words_on_the_page_on_paper_and_in_json(ngozi, asked):
    page = ngozi.get(f"/access/{asked}/lines/?all=1")
    assert "<script>alert" not in page.content.decode() and "alert(1)" in text(page)
    told, paper, _ = made(ngozi, asked)
    note = next(answer["answer"] for entry in told["entries"] for answer in entry["answers"] if "#panic" in answer["answer"])
    assert HOSTILE in note and "#panic()" in paper and "{{ 7*7 }}" in paper


def test_the_copy_is_a_file_that_opens_nothing_and_each_look_is_written_down(ngozi, asked, people):
    made(ngozi, asked)
    answer = ngozi.get(f"/access/copies/{DisclosureCopy.objects.latest('pk').pk}/")
    assert answer["Content-Disposition"].startswith("attachment") and "sandbox" in answer["Content-Security-Policy"] and "no-store" in answer["Cache-Control"]
    assert "Larkfield" not in answer["Content-Disposition"]
    looks = Look.objects.filter(worker=people["ngozi"], page__startswith="access", refused=False)
    assert set(looks.values_list("page", flat=True)) == {"access", "access_make", "access_copy"}


def test_a_copy_is_gone_after_its_last_day_and_its_row_says_so(ngozi, asked, settings):
    made(ngozi, asked)
    copy = DisclosureCopy.objects.get()
    assert copy.until == NOW.date() + timedelta(days=30)
    settings.GOLDTHREAD_NOW = "2026-12-20T09:00"
    assert ngozi.get(f"/access/copies/{copy.pk}/").status_code == 200
    settings.GOLDTHREAD_NOW = "2026-12-21T09:00"
    assert ngozi.get(f"/access/copies/{copy.pk}/").status_code == 404
    copy.refresh_from_db()
    assert copy.content is None and copy.removed_at and len(copy.sha256) == 64
    assert "removed Mon 21 Dec 2026" in text(ngozi.get(f"/children/{REFERENCE}/access/"))


def test_a_copy_answers_a_request_that_is_written_down_and_still_open(ngozi, asked, people, kofi):
    refused = ngozi.post(f"/children/{REFERENCE}/access/", {"request": str(kofi["late"])})
    assert refused.status_code == 422 and "A copy answers a request." in text(refused)
    with Reach(people["ngozi"], NOW).act() as act:
        act.end(Disclosure.objects.get().request, NOW.date(), "given")
    late = ngozi.post(f"/access/{asked}/make/")
    assert late.status_code == 422 and "has been answered or taken back" in text(late) and not DisclosureCopy.objects.exists()


def test_without_a_request_the_page_says_to_write_one_down(ngozi, kofi):
    assert "No request is written down." in text(ngozi.get(f"/children/{REFERENCE}/access/"))


@pytest.mark.parametrize("name", EVERYBODY)
def test_only_those_who_answer_requests_and_see_the_child_open_any_of_it(ngozi, asked, people, name):
    made(ngozi, asked)
    client, allowed = signed_in(people[name]), name in {"ngozi", "hal"}
    assert people[name].may(ANSWER) == allowed
    copy = DisclosureCopy.objects.get().pk
    for address in (f"/children/{REFERENCE}/access/", f"/access/{asked}/", f"/access/{asked}/lines/", f"/access/copies/{copy}/"):
        assert client.get(address).status_code == (200 if allowed else 403), address
    before = DisclosureDecision.objects.count()
    assert client.post(f"/access/{asked}/make/").status_code == (302 if allowed else 403)
    assert decide(client, asked, **{f"worker:{people['priya'].pk}": "privilege"}).status_code == (302 if allowed else 403)
    assert (DisclosureDecision.objects.count() > before) == allowed


def test_a_restricted_record_is_for_those_named_and_a_teams_manager_sees_their_own_teams(ngozi, asked, people, kofi):
    north = people["north"]
    north.manager = people["nora"]
    north.save()
    people["nora"].role = "team_manager"
    people["nora"].save()
    assert signed_in(people["nora"]).get(f"/access/{asked}/").status_code == 403
    Restriction.objects.create(person_id=kofi["person"], worker=people["hal"], why="A colleague's family")
    assert ngozi.get(f"/access/{asked}/").status_code == 403 and signed_in(people["hal"]).get(f"/access/{asked}/").status_code == 200


def test_somebody_whose_record_is_restricted_is_not_named_to_the_reviewer(ngozi, asked, people, kofi):
    Restriction.objects.create(person_id=kofi["gran"], worker=people["hal"], why="A colleague")
    derive([kofi["gran"]], NOW, None, None)
    page = text(ngozi.get(f"/access/{asked}/"))
    assert "Efua Larkfield" not in page and "Somebody whose record is restricted" in page


def test_what_is_no_reason_and_no_key_of_the_page_is_not_written_down(ngozi, asked):
    assert decide(ngozi, asked, **{"person:999999": "give"}).status_code == 302
    assert not DisclosureDecision.objects.exists()
    known = next(key for key in keys(ngozi.get(f"/access/{asked}/").content.decode()) if key.startswith("person:"))
    wrong = decide(ngozi, asked, **{known: "because"})
    assert wrong.status_code == 422 and "is no reason to leave something out" in text(wrong)


def test_what_was_decided_is_never_overwritten(ngozi, asked, kofi):
    decide(ngozi, asked, **{f"person:{kofi['mum']}": "give"})
    with pytest.raises(ProgrammingError, match="never overwritten"), transaction.atomic():
        DisclosureDecision.objects.update(given=False)


def test_every_reason_to_leave_something_out_has_its_law():
    assert all("Data Protection Act 2018, schedule" in str(reason.law) for reason in REASONS.values())
