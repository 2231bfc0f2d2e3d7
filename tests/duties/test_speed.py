"""Duties are worked out in the request: one child in about a millisecond of work, however busy the machine."""

import gc
from statistics import quantiles
from time import process_time

from goldthread.duties import RULES, occurrences
from tests.duties.lives import life

CHILD = life(
    "2018-03-04 person.born",
    "2025-01-06 contact.received",
    "2025-01-06 referral.received r",
    "2025-01-07 referral.decided r",
    "2025-01-07 need.begins n",
    "2025-01-08 social_worker.begins s",
    "2025-01-08 assessment.begins a",
    "2025-01-13 strategy.enquiry_agreed",
    "2025-01-31 conference.initial_held",
    "2025-01-31 protection_plan.begins p",
    "2025-03-07 assessment.ends a",
    *(
        f"2025-{month:02}-{day:02} {word}"
        for month in range(2, 8)
        for day in (5, 19)
        for word in ("visit.made", "visit.child_seen")
    ),
    *(f"2025-{month:02}-12 core_group.held" for month in range(2, 8)),
    "2025-07-21 protection_plan.ends p",
    "2025-07-21 looked_after.begins c",
    "2025-07-21 legal_status.begins l",
    "2025-07-21 placement.begins f",
    "2025-07-24 reviewing_officer.begins i",
    "2025-08-08 health.assessed",
    "2025-08-11 review.held",
    "2025-11-03 review.held",
    *(f"2025-{month:02}-25 visit.child_seen" for month in range(8, 13)),
    *(f"2025-{month:02}-15 oversight.recorded" for month in range(1, 13, 2)),
)


def test_one_child_with_sixty_words_and_every_rule_takes_about_a_millisecond():
    assert len(CHILD) >= 60
    assert len(RULES) >= 25
    for _ in range(20):
        occurrences(CHILD)
    gc.collect()
    taken = []
    for _ in range(200):
        start = process_time()
        occurrences(CHILD)
        taken.append((process_time() - start) * 1000)
    spread = quantiles(taken, n=20)
    median, p95 = spread[9], spread[18]
    assert median < 2.5, f"median {median:.2f} ms"
    assert p95 < 5, f"p95 {p95:.2f} ms"
