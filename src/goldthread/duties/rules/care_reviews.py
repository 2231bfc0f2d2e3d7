"""Reviews of children in care. A placement move leaves them alone; a new period of care starts them again."""

from datetime import date

from goldthread.clock.spans import Span, months, weeks, working_days
from goldthread.duties import words as w
from goldthread.duties.ladders import plan_and_review
from goldthread.duties.roles import independent_reviewing_officer
from goldthread.duties.shape import Duty, Nth, Step
from goldthread.law.instruments import Citation
from goldthread.law.sources import care_planning_2010, reviews_1991


def _reviews(first: Span, law: Citation, later: Citation, since: date, up_to: date | None = None) -> Duty:
    """The chain of reviews, with the first interval as a version of the law has it."""
    return Duty(
        "Hold the review of the child's care",
        code="LR01",
        during=w.looked_after,
        every=(
            Step("LR01", first, Nth(0), law, "the first review"),
            Step("LR02", months(3), Nth(1), later, "the second"),
            Step("LR03", months(6), None, later, "each later review"),
        ),
        until=(w.review_held,),
        owner=independent_reviewing_officer,
        law=law,
        since=since,
        up_to=up_to,
        climbs=plan_and_review,
        asks="Hold the review",
    )


reviews_from_1991 = _reviews(
    weeks(4), reviews_1991.whole(), reviews_1991.whole(), date(1991, 10, 14), date(2011, 3, 31)
)
reviews = _reviews(
    working_days(20), care_planning_2010.regulation(33, 1), care_planning_2010.regulation(33, 2), date(2011, 4, 1)
)

RULES = (reviews_from_1991, reviews)
