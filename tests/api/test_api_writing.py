"""Writing by token: any type, by the rules of its form and in the same words; every version names its token."""

from datetime import timedelta

import pytest

from goldthread.record.models import Version
from goldthread.web.api.models import KeptAnswer, TokenEntry
from tests.api.calling import NOW, VISIT, calls, visit
from tests.web.one_child import REFERENCE

ENTRIES = f"/children/{REFERENCE}/entries"


def errors(answer):
    return {e["field"]: e["detail"] for e in answer.said["errors"]}


def test_a_visit_is_written_and_names_the_integration_and_its_token(call, kofi, school):
    answer = call.post(ENTRIES, VISIT)
    assert answer.status_code == 201 and answer.said["href"] == answer["Location"]
    entry = call.get(answer.said["href"]).said
    assert entry["by"]["name"] == "School register" and entry["token"] == f"gt_{school.tokens.get().prefix}"
    assert entry["answers"]["seen_alone"] is False and entry["at"] == "2026-11-19T16:15:00Z"
    assert answer["ETag"] == f'"{answer.said["entry"]}.1"'


def test_a_visit_that_is_written_moves_what_is_owed(call, kofi):
    before = call.get(f"/children/{REFERENCE}").said["last_seen"]
    call.post(ENTRIES, VISIT)
    assert call.get(f"/children/{REFERENCE}").said["last_seen"] == "2026-11-19" != before


@pytest.mark.parametrize(
    ("body", "field", "words"),
    [
        (VISIT | {"author": 3}, "author", "There is no such field"),
        (visit(by_id=3), "answers.by_id", "There is no such field"),
        (VISIT | {"type": "visits"}, "type", "no entry type"),
        (VISIT | {"day": "2026-02-31"}, "day", "is not a day we can read"),
        (VISIT | {"day": "2027-01-04"}, "day", "is still to come"),
        (VISIT | {"day": 20261119}, "day", "Send a text"),
        (VISIT | {"time": "27:00"}, "time", "is not a time we can read"),
        (visit(child_seen="yes"), "answers.child_seen", "true or false"),
        ({"type": "placement", "day": "2026-11-02", "answers": {"kind": "moon"}}, "answers.kind", "Choose one of"),
        (visit(said="a\0b"), "answers.said", "cannot be kept"),
        (visit(by=999999), "answers.by", "There is nobody and nothing here"),
        ({"type": "visit", "answers": {}}, "day", "needed"),
        ({"type": "note", "day": "2026-11-19", "answers": {"note": 7}}, "answers.note", "Send a text"),
    ],
)
def test_what_cannot_be_written_is_named_by_its_field_in_words(call, kofi, body, field, words):
    before = Version.objects.count()
    answer = call.post(ENTRIES, body)
    assert answer.status_code == 422 and field in errors(answer) and words in errors(answer)[field]
    assert answer["Content-Type"] == "application/problem+json" and answer.said["type"].startswith("urn:goldthread:problem:")
    assert Version.objects.count() == before


def test_a_limit_of_the_law_asks_for_a_reason_as_the_form_does(call, kofi, no_placement_under_16):
    body = {"type": "placement", "day": "2026-11-02", "answers": {"kind": "U1"}}
    answer = call.post(ENTRIES, body)
    assert answer.status_code == 422 and no_placement_under_16.says in errors(answer)["all_the_same"]
    again = call.post(ENTRIES, {**body, "all_the_same": "the court ordered it."})
    assert again.status_code == 201
    assert call.get(again.said["href"]).said["why"] == "It is so all the same, because the court ordered it."


def test_the_same_call_with_the_same_key_is_done_once(call, kofi):
    first, again = (call.post(ENTRIES, VISIT, **{"Idempotency-Key": "a-1"}) for _ in range(2))
    assert first.status_code == again.status_code == 201 and first.said == again.said and again["Idempotency-Replayed"] == "true"
    assert Version.objects.filter(type="visit", day="2026-11-19", by__role="team_integration").count() == 1
    other = call.post(ENTRIES, visit(seen_alone=True), **{"Idempotency-Key": "a-1"})
    assert other.status_code == 422 and "used for another call" in other.said["detail"]


def test_a_key_is_kept_for_a_day_and_only_for_what_was_written(call, kofi, settings):
    assert call.post(ENTRIES, VISIT | {"day": ""}, **{"Idempotency-Key": "b"}).status_code == 422
    assert not KeptAnswer.objects.exists()
    first = call.post(ENTRIES, VISIT, **{"Idempotency-Key": "b"}).said
    settings.GOLDTHREAD_NOW = (NOW + timedelta(hours=25)).isoformat()
    assert call.post(ENTRIES, VISIT, **{"Idempotency-Key": "b"}).said["entry"] != first["entry"]


def test_two_tokens_may_use_the_same_key(call, kofi, school):
    first = call.post(ENTRIES, VISIT, **{"Idempotency-Key": "c"}).said
    assert calls(school).post(ENTRIES, VISIT, **{"Idempotency-Key": "c"}).said["entry"] != first["entry"]


# Correcting


@pytest.fixture
def written(call, kofi):
    return call.post(ENTRIES, VISIT)


def test_a_correction_says_why_and_keeps_what_it_does_not_name(call, written):
    path = written.said["href"]
    body = {"type": "visit", "why": "She was seen alone after all.", "answers": {"seen_alone": True}}
    answer = call.patch(path, body, **{"If-Match": written["ETag"]})
    assert answer.status_code == 200 and answer.said["version"] == 2 and answer["ETag"] == f'"{answer.said["entry"]}.2"'
    entry = call.get(path).said
    assert entry["answers"]["seen_alone"] is True and entry["answers"]["made"] is True and entry["at"] == "2026-11-19T16:15:00Z"
    assert entry["why"].startswith("She was seen alone") and entry["versions"][1]["answers"]["seen_alone"] is False
    assert TokenEntry.objects.filter(entry=entry["entry"]).count() == 2


def test_a_correction_without_a_reason_is_refused(call, written):
    answer = call.patch(written.said["href"], {"type": "visit", "read": 1, "answers": {"seen_alone": True}})
    assert answer.status_code == 422 and "Why do you correct it?" in errors(answer)["why"]


def test_what_was_open_is_answered_without_a_reason(call, written):
    answer = call.patch(written.said["href"], {"type": "visit", "read": 1, "answers": {"said": "I liked it."}})
    assert answer.status_code == 200


def test_null_takes_an_answer_back(call, written):
    call.patch(written.said["href"], {"type": "visit", "read": 1, "why": "Nobody asked.", "answers": {"seen_alone": None}})
    assert "seen_alone" not in call.get(written.said["href"]).said["answers"]


def test_a_correction_says_which_version_was_read(call, written):
    answer = call.patch(written.said["href"], {"type": "visit", "why": "w", "answers": {"seen_alone": True}})
    assert answer.status_code == 428 and "If-Match" in answer.said["detail"]


def test_of_two_corrections_the_second_is_shown_both_versions(call, written, school):
    path, body = written.said["href"], {"type": "visit", "why": "w", "answers": {"seen_alone": True}}
    assert call.patch(path, body, **{"If-Match": written["ETag"]}).status_code == 200
    late = calls(school).patch(path, {**body, "answers": {"made": False}}, **{"If-Match": written["ETag"]})
    assert late.status_code == 409
    assert late.said["stands"]["version"] == 2 and late.said["read"]["version"] == 1 and late.said["yours"]["answers"] == {"made": False}
    assert call.get(path).said["version"] == 2


def test_an_entry_is_corrected_as_its_own_type_only(call, written):
    answer = call.patch(written.said["href"], {"type": "note", "read": 1, "why": "w", "answers": {}})
    assert answer.status_code == 422 and "visit" in errors(answer)["type"]
