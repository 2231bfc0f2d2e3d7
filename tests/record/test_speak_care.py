"""What entries about court and care say, as a table: the answers, and the words with their days."""

from datetime import UTC, date, datetime

import pytest

from goldthread.record.speak import NewEntry, speak

DAY, NEXT, LATER = date(2026, 6, 20), date(2026, 6, 22), date(2026, 7, 31)
ENTERED = datetime(2026, 6, 22, 9, 0, tzinfo=UTC)
LOCKED, FREED = datetime(2026, 6, 20, 19, 0, tzinfo=UTC), datetime(2026, 6, 22, 8, 0, tzinfo=UTC)

TABLE = [
    # Before court and in it
    ("pre_proceedings", {"decision": "letter"}, {}, {"legal_gateway.decided": DAY}),
    ("pre_proceedings", {"decision": "issue"}, {"until": NEXT}, {}),
    ("pre_proceedings", {"decision": "letter", "letter_sent": NEXT, "extended": NEXT, "extended_to": LATER}, {"until": LATER},
     {"legal_gateway.decided": DAY, "pre_proceedings.begins": NEXT, "pre_proceedings.ends": LATER, "pre_proceedings.extended": NEXT,
      "pre_proceedings.extended_to": LATER}),
    ("proceedings", {"papers_served": NEXT}, {"until": LATER},
     {"proceedings.begins": DAY, "proceedings.ends": LATER, "proceedings.papers_served": NEXT}),
    ("court_step", {"what": "care_plan", "by": LATER, "done": NEXT}, {},
     {"court.care_plan_directed": DAY, "court.care_plan_wanted": LATER, "court.care_plan_filed": NEXT}),
    ("court_step", {"what": "extended", "by": LATER}, {}, {"proceedings.extended": DAY, "proceedings.extended_to": LATER}),
    ("court_step", {"what": "secure_order", "by": LATER}, {}, {"secure.ordered": DAY, "secure.order_expires": LATER}),
    ("court_step", {}, {}, {}),
    ("contact_refused", {"applied": NEXT}, {"until": LATER},
     {"contact_refused.begins": DAY, "contact_refused.ends": LATER, "contact_refused.order_applied": NEXT}),
    ("secure", {}, {"until": LATER},
     {"secure.begins": DAY, "secure.ends": LATER, "secure_without_order.begins": DAY, "secure_without_order.ends": LATER}),
    ("secure", {"ordered_before": True}, {"until": LATER}, {"secure.begins": DAY, "secure.ends": LATER}),
    ("secure", {"ordered_at": FREED}, {"at": LOCKED, "until": LATER},
     {"secure.begins": DAY, "secure.ends": LATER, "secure_without_order.begins": DAY, "secure_without_order.ends": NEXT}),
    ("adoption_decision", {"placement_order": LATER}, {},
     {"adoption.decided": DAY, "placement_order.needed": DAY, "placement_order.applied": LATER, "adoption.may_be_placed.begins": LATER}),
    ("adoption_decision", {"order_applied": NEXT, "placement_order": LATER}, {},
     {"adoption.decided": DAY, "placement_order.needed": DAY, "placement_order.applied": NEXT, "adoption.may_be_placed.begins": LATER}),
    # Care
    ("looked_after", {"end_reason": "E4A"}, {"until": NEXT},
     {"looked_after.begins": DAY, "looked_after.ends": NEXT, "care_end.returned_home": NEXT}),
    ("looked_after", {"end_reason": "E4A"}, {}, {"looked_after.begins": DAY}),
    ("looked_after", {"end_reason": "E9", "released": LATER}, {"until": NEXT},
     {"looked_after.begins": DAY, "looked_after.ends": NEXT, "custody.begins": NEXT, "custody.ends": LATER}),
    ("looked_after", {"end_reason": "E11"}, {"until": NEXT}, {"looked_after.begins": DAY, "looked_after.ends": NEXT}),
    ("legal_status", {"status": "V2"}, {"until": NEXT},
     {"legal_status.begins": DAY, "legal_status.ends": NEXT, "section_20.begins": DAY, "section_20.ends": NEXT}),
    ("legal_status", {"status": "C2"}, {}, {"legal_status.begins": DAY}),
    ("placement", {"kind": "U6", "outside_area": True, "area_told": NEXT}, {},
     {"placement.begins": DAY, "outside_area.begins": DAY, "outside_area.told": NEXT}),
    ("placement", {"kind": "U6", "outside_area": None}, {}, {"placement.begins": DAY}),
    ("placement", {"kind": "H5", "registered": False}, {"until": NEXT},
     {"placement.begins": DAY, "placement.ends": NEXT, "other_arrangements.begins": DAY, "other_arrangements.ends": NEXT,
      "unregistered.begins": DAY, "unregistered.ends": NEXT}),
    ("placement", {"kind": "H5", "registered": None}, {}, {"placement.begins": DAY, "other_arrangements.begins": DAY}),
    ("placement", {"kind": "R5", "detained": True}, {}, {"placement.begins": DAY, "detention.begins": DAY}),
    ("care_plan", {"aim": "fostering"}, {}, {"care_plan.made": DAY, "permanence.planned": DAY}),
    ("care_plan", {}, {}, {"care_plan.made": DAY}),
    ("review", {"meeting": True, "decisions_sent": NEXT}, {},
     {"review.held": DAY, "review.meeting_held": DAY, "review.decisions_sent": NEXT}),
    ("review", {"meeting": False, "adjourned": True, "completed": NEXT}, {},
     {"review.held": DAY, "review.adjourned": DAY, "review.completed": NEXT}),
    ("review", {}, {}, {"review.held": DAY, "review.meeting_unsaid": DAY}),
    # Steps
    ("care_decision", {"what": "outside_area", "planned": LATER, "approved": NEXT}, {},
     {"outside_area.proposed": DAY, "outside_area.planned": LATER, "outside_area.approved": NEXT}),
    ("care_decision", {"what": "leaving", "assessed": NEXT, "dropped": LATER}, {},
     {"care_end.proposed": DAY, "care_end.assessed": NEXT, "care_end.dropped": LATER}),
    ("care_decision", {"what": "ending", "approved": NEXT}, {}, {"placement_ending.proposed": DAY}),
    ("care_step", {"what": "refusal", "done": NEXT}, {},
     {"temporary_approval.review_asked": DAY, "temporary_approval.review_decided": NEXT}),
    ("care_step", {"what": "section_20"}, {}, {"section_20.considered": DAY}),
    ("care_arrangement", {"kind": "short_break"}, {"until": NEXT}, {"short_break.begins": DAY, "short_break.ends": NEXT}),
    ("care_arrangement", {"kind": "fewer_visits"}, {}, {"fewer_visits.begins": DAY}),
    ("visit_step", {"what": "worrying", "passed_on": FREED}, {}, {"visit.worrying": DAY, "visit.worry_passed_on": NEXT}),
    ("visit_step", {"what": "remote"}, {}, {"visit.remote": DAY}),
    ("review_arranged", {"set_for": LATER, "child_heard": NEXT}, {},
     {"review.arranged": DAY, "review.set_for": LATER, "review.child_heard": NEXT}),
    ("review_step", {"what": "before", "by": LATER, "not_needed": NEXT}, {},
     {"review.needed_before": DAY, "review.needed_by": LATER, "review.not_needed_sooner": NEXT}),
    ("review_step", {"what": "visitor", "declined": NEXT}, {}, {"visitor.wanted": DAY, "visitor.declined": NEXT}),
    ("review_dispute", {"sent_on": NEXT}, {}, {"dispute.raised": DAY, "dispute.sent_to_cafcass": NEXT}),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "answers", "more", "words"), TABLE)
def test_an_entry_about_court_or_care_says_these_words_and_no_others(kind, answers, more, words):
    entry = NewEntry(1, kind, DAY, answers, **more)
    assert {said.word: said.day for said in speak(entry, ENTERED)} == words


def test_hours_behind_a_locked_door_are_kept_to_the_minute():
    entry = NewEntry(1, "secure", DAY, {"released_at": FREED}, at=LOCKED, until=NEXT)
    at = {said.word: said.at for said in speak(entry, ENTERED)}
    assert (at["secure_without_order.begins"], at["secure_without_order.ends"]) == (LOCKED, FREED)
