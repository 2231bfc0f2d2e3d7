"""Who reads the plan and decides, and the days in the life of an inspection: both are only ever added to."""

from collections.abc import Iterable
from datetime import date, datetime

from django.db import transaction

from goldthread.clock.times import day_of
from goldthread.duties.service import COUNTED_OUT, SERVICE_WORDS
from goldthread.inspection.models import Fact, File, Meeting, MeetingDecision, Milestone, Plan, Report
from goldthread.inspection.models.reports import IMPROVEMENT
from goldthread.inspection.plan import A_YEAR, Refused
from goldthread.people.models import Worker
from goldthread.people.roles import IMPROVE
from goldthread.people.sight import check_may


def meet(
    plan: Plan,
    day: date,
    name: str,
    *,
    now: datetime,
    by: Worker,
    present: str = "",
    chaired_by: str = "",
    decisions: Iterable[tuple[Fact | int | None, str]] = (),
) -> Meeting:
    """A board met and read the plan. Each decision is about one recommendation, or None for all of them."""
    check_may(by, IMPROVE)
    said = [(about, words.strip()) for about, words in decisions if words.strip()]
    if not name.strip():
        raise Refused("Say which board met.")
    if day > day_of(now):
        raise Refused("That day is still to come: write the meeting down once it has met.")
    if day < plan.begun_at.date() - A_YEAR:
        raise Refused("That day is more than a year before the plan was begun. Enter the day on which the board met.")
    with transaction.atomic():
        meeting = Meeting.objects.create(
            plan=plan, day=day, name=name.strip(), present=present.strip(), chaired_by=chaired_by.strip(), by=by, at=now
        )
        for about, words in said:
            decide(meeting, words, about=about, now=now, by=by)
    return meeting


def decide(meeting: Meeting, words: str, *, about: Fact | int | None = None, now: datetime, by: Worker) -> MeetingDecision:
    """What the board decided. A decision is undone by a later one, never removed."""
    check_may(by, IMPROVE)
    if not words.strip():
        raise Refused("Say what was decided.")
    number = about.pk if isinstance(about, Fact) else about
    if number and not Fact.objects.filter(pk=number, report=meeting.plan.report_id, kind=IMPROVEMENT).exists():
        raise Refused("This board reads another plan: choose one of its own recommendations.")
    return MeetingDecision.objects.create(meeting=meeting, recommendation_id=number, words=words.strip(), by=by, at=now)


def milestone(
    report: Report | None, word: str, day: date, *, now: datetime, by: Worker, words: str = "", file: File | None = None
) -> Milestone:
    """Something happened in the life of an inspection, or is booked for a day to come. `word` is one of SERVICE_WORDS."""
    check_may(by, IMPROVE)
    if word not in SERVICE_WORDS or word in COUNTED_OUT:
        raise Refused("Choose what happened from the list: the service's clocks run on those words only.")
    return Milestone.objects.create(report=report, word=word, day=day, words=words.strip(), file=file, by=by, at=now)


def withdraw(wrong: Milestone, why: str, *, now: datetime, by: Worker) -> Milestone:
    """A milestone that was wrong no longer stands, and why. It is kept, and so is this."""
    check_may(by, IMPROVE)
    if not why.strip():
        raise Refused("Say why it was wrong: whoever reads this later will ask.")
    if wrong.withdraws_id or Milestone.objects.filter(withdraws=wrong).exists():
        raise Refused("This was withdrawn already.")
    return Milestone.objects.create(
        report=wrong.report, word=wrong.word, day=wrong.day, words=why.strip(), withdraws=wrong, by=by, at=now
    )
