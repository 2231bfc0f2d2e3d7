"""What entries say, as tables: the answers, and the words with their days."""

from datetime import UTC, date, datetime

import pytest

from goldthread.record.speak import NewEntry, speak

DAY, NEXT = date(2026, 6, 20), date(2026, 6, 22)
ENTERED = datetime(2026, 6, 22, 9, 0, tzinfo=UTC)
FOUND = datetime(2026, 6, 20, 23, 30, tzinfo=UTC)  # half past midnight on the 21st in England

TABLE = [
    ("visit", {"made": True, "child_seen": True, "seen_alone": True}, {},
     {"visit.made": DAY, "visit.child_seen": DAY, "visit.seen_alone": DAY, "visit.bedroom_unsaid": DAY, "visit.written_up": NEXT}),
    ("visit", {"made": True, "child_seen": False, "bedroom": True}, {},
     {"visit.made": DAY, "visit.child_not_seen": DAY, "visit.bedroom_seen": DAY, "visit.written_up": NEXT}),
    ("visit", {"made": True, "place": "school"}, {}, {"visit.made": DAY, "visit.seen_unsaid": DAY, "visit.written_up": NEXT}),
    ("visit", {"made": True, "child_seen": True, "bedroom": False}, {},
     {"visit.made": DAY, "visit.child_seen": DAY, "visit.alone_unsaid": DAY, "visit.written_up": NEXT}),
    ("visit", {"made": False}, {}, {"visit.written_up": NEXT}),
    ("visit", {"made": True, "child_seen": True, "seen_alone": False, "bedroom": False}, {"origin": "list 7"},
     {"visit.made": DAY, "visit.child_seen": DAY, "visit.written_up": DAY}),
    ("referral", {"decision": "accepted", "decided": NEXT}, {},
     {"referral.received": DAY, "referral.decided": NEXT, "need.begins": DAY}),
    ("referral", {"decision": "no_further", "decided": NEXT}, {},
     {"referral.received": DAY, "referral.decided": NEXT, "referral.assessment_unneeded": NEXT}),
    ("referral", {}, {}, {"referral.received": DAY}),
    ("referral", {"by_telephone": True, "written": NEXT, "acknowledged": DAY, "history_read": True}, {},
     {"referral.received": DAY, "referral.telephoned": DAY, "referral.written": NEXT, "referral.acknowledged": DAY, "referral.history_read": DAY}),
    ("contact", {"rating": "red"}, {"at": FOUND}, {"contact.received": date(2026, 6, 21), "contact.rated_red": date(2026, 6, 21)}),
    ("conference", {"kind": "initial", "decisions_sent": NEXT}, {},
     {"conference.initial_held": DAY, "conference.decisions_sent": NEXT}),
    ("conference", {"kind": "review", "adjourned": True}, {}, {"conference.adjourned": DAY}),
    ("concern", {"what": "danger", "acted": FOUND}, {}, {"danger.learned": DAY, "danger.acted": date(2026, 6, 21)}),
    ("concern", {"what": "harm", "unfounded": NEXT}, {}, {"harm.suspected": DAY, "harm.unfounded": NEXT}),
    ("emergency_power", {"kind": "police", "ended_at": FOUND}, {"until": NEXT},
     {"police_protection.begins": DAY, "police_protection.ends": date(2026, 6, 21)}),
    ("emergency_power", {"kind": "order", "runs_until": NEXT}, {"until": NEXT},
     {"emergency_order.begins": DAY, "emergency_order.until": NEXT, "emergency_order.ends": NEXT}),
    ("court_report", {"kind": "37", "due": NEXT}, {}, {"section_37.directed": DAY, "section_37.due": NEXT}),
    ("plan_step", {"what": "need_declined"}, {}, {"need_plan.declined": DAY}),
    ("note", {"saw": True}, {}, {"child.seen_by_other": DAY}),
    ("note", {}, {}, {}),
    ("placement", {"kind": "U6"}, {"until": NEXT}, {"placement.begins": DAY, "placement.ends": NEXT}),
    ("placement", {"kind": "T3"}, {"until": NEXT}, {}),
    ("allocation", {"works_as": "social_worker", "worker": 7}, {}, {"social_worker.begins": DAY}),
    ("allocation", {"works_as": "social_worker", "team": 1}, {}, {}),
    ("missing", {"kind": "M", "found_at": FOUND}, {"until": NEXT}, {"missing.begins": DAY, "missing.ends": date(2026, 6, 21)}),
    ("missing", {"kind": "M"}, {"until": NEXT}, {"missing.begins": DAY, "missing.ends": NEXT}),
    ("booking", {"what": "review_conference"}, {}, {"conference.review_booked": DAY}),
    ("booking", {"what": "visit"}, {}, {}),
    ("person", {"forename": "Esi", "born": DAY}, {}, {"person.born": DAY}),
    ("person", {"expected": NEXT}, {}, {"person.expected": NEXT}),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "answers", "more", "words"), TABLE)
def test_an_entry_says_these_words_and_no_others(kind, answers, more, words):
    entry = NewEntry(1, kind, DAY, answers, **more)
    assert {said.word: said.day for said in speak(entry, ENTERED)} == words


def test_a_moment_is_kept_with_the_word_and_its_day_is_the_day_in_england():
    said = next(speak(NewEntry(1, "missing", DAY, {}, at=FOUND), ENTERED))
    assert (said.day, said.at) == (date(2026, 6, 21), FOUND)


def test_a_closing_ends_the_period_of_work_that_it_names():
    (said,) = speak(NewEntry(1, "closing", DAY, {"closes": 4711}), ENTERED)
    assert (said.word, said.key) == ("need.ends", "4711")
    told = list(speak(NewEntry(1, "closing", DAY, {"closes": 4711, "decided": DAY, "told_on": NEXT}), ENTERED))
    assert {(s.word, s.key) for s in told} == {("need.ends", "4711"), ("closing.decided", "4711"), ("closing.told", "4711")}


def test_a_return_interview_answers_the_time_missing_that_it_names():
    said = [s.key for s in speak(NewEntry(1, "return_interview", DAY, {"accepted": True, "episode": 12}), ENTERED)]
    unnamed = [s.key for s in speak(NewEntry(1, "return_interview", DAY, {"accepted": True}), ENTERED)]
    assert (said, unnamed) == (["12"], [""])
