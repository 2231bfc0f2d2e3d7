"""The service's clocks on a page: what is owed to inspectors, government and the public, with reason, source and what to check."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from goldthread.clock.calendars import working_days_in_england
from goldthread.duties import State
from goldthread.duties.sentence import either, sentence_case, until_says
from goldthread.duties.service import SERVICE_WORDS
from goldthread.inspection import clocks as counting
from goldthread.inspection import files, governance
from goldthread.inspection.clocks import Clock
from goldthread.inspection.models import File, Milestone
from goldthread.people.roles import IMPROVE
from goldthread.people.sight import check_may
from goldthread.record.reach import Reach
from goldthread.web import rulebook, wording
from goldthread.web.improvement import opening
from goldthread.web.improvement.asking import Question, ask
from goldthread.web.improvement.forms import EndForm, MilestoneForm
from goldthread.web.parts import DutyGroup, DutyRow, Why
from goldthread.web.reaching import with_reach
from goldthread.web.said import Link, Sentence, Tag
from goldthread.web.today.why import curly

HERE = "improvement"
MARKS = {
    State.OVERDUE: "overdue", State.UNKNOWN: "unsure", State.OWED: "owed", State.MET: "met", State.MET_LATE: "metlate",
    State.MISSED: "ended", State.ENDED: "ended",
}  # fmt: skip
SOON = 10  # working days
GROUPS = (
    ("Overdue", lambda row: row.state == "overdue"),
    ("We cannot tell", lambda row: row.state == "unsure"),
    ("Due in the next ten working days", lambda row: row.state == "soon"),
    ("Later", lambda row: row.state == "owed"),
    ("Done, or no longer owed", lambda row: row.state in ("met", "metlate", "ended")),
)
MOST_OVER = 12


@dataclass(frozen=True, slots=True)
class Line:
    """Something that happened or is booked, with its letter, and how it may be withdrawn."""

    day: str
    what: str
    words: str
    who: str
    letter: Link | None
    withdraw: str


@with_reach
def milestones(request: HttpRequest, reach: Reach) -> HttpResponse:
    """Every clock of the service, and the days they run on."""
    every = counting.standing()
    leads = opening.leads(reach)
    context = {
        "groups": groups(counting.clocks(reach.today), reach.today), "leads": leads,
        "ahead": lines(counting.ahead(every, reach.today), leads, reach.today),
        "happened": lines(sorted((m for m in every if m.day <= reach.today), key=lambda m: m.day, reverse=True), leads, reach.today),
        "withdrawn": Milestone.objects.exclude(withdraws=None).select_related("by", "withdraws").order_by("-at"),
    }  # fmt: skip
    request.here = HERE
    return render(request, "goldthread/improvement/milestones.html", context)


def groups(found: Sequence[Clock], today: date) -> tuple[DutyGroup, ...]:
    """Clocks as duties are shown everywhere: overdue first, what cannot be told, what comes, what is over."""
    rows = [row(clock, today) for clock in found]
    over = [r for r in rows if r.state in ("met", "metlate", "ended")]
    shown = [r for r in rows if r not in over[MOST_OVER:]]
    made = ((heading, tuple(r for r in shown if belongs(r))) for heading, belongs in GROUPS)
    return tuple(DutyGroup(heading, some, of=len(over) if some and some[0] in over else 0) for heading, some in made if some)


def row(clock: Clock, today: date) -> DutyRow:
    told, o = clock.told, clock.occurrence
    left = working_days_in_england().between(today, clock.due)
    state = MARKS[clock.state]
    if state == "owed" and left <= SOON:
        state = "soon"
    reason: Sentence = curly(told.sentence)
    if clock.check:
        reason = (curly(told.sentence), " ", Tag("Unconfirmed"), curly(f" Check {clock.check}."))
    return DutyRow(
        state, _when(clock, today), curly(told.title), reason, "" if state in ("met", "metlate", "ended") else wording.short_day_with_year(o.due),
        opened=Why(tuple(_facts(clock)), heading="Why this day"),
    )  # fmt: skip


def _when(clock: Clock, today: date) -> str:
    days = (clock.due - today).days
    match clock.state:
        case State.OVERDUE:
            return f"{wording.count(-days, 'day')} over"
        case State.UNKNOWN:
            return "not known"
        case State.OWED:
            return "today" if days == 0 else f"in {wording.length(days)}"
        case State.MET:
            return "done"
        case State.MET_LATE:
            return "done late"
        case State.MISSED:
            return "not done"
    return "no longer owed"


def _facts(clock: Clock) -> Iterable[tuple[str, Sentence]]:
    duty = clock.duty
    yield "The promise", curly(clock.told.rule)
    yield "Where it comes from", curly(f"{clock.told.law} ({duty.law.instrument.force.value}).")
    yield "To check", curly(f"{sentence_case(clock.check)}. Nobody here has confirmed this number yet.") if clock.check else "Nothing: this number is sure."
    yield "What meets it", curly(f"{sentence_case(either(until_says(duty)))}.")
    yield "Who answers for it", curly(f"{sentence_case(duty.owner.says)}; owed by {duty.owed_by}.")
    yield "The rule in full", (Link(clock.occurrence.code, f"{reverse('counted')}#{rulebook.anchor(duty)}"),)


def lines(found: Iterable[Milestone], leads: bool, today: date) -> list[Line]:
    return [_line(m, leads, today) for m in found]


def _line(m: Milestone, leads: bool, today: date) -> Line:
    later = counting.written_later(m)
    who = f"{m.by.name if m.by else ''}, {wording.moment_words(m.at)}{f', {wording.length(later)} later' if later else ''}"
    letter = Link(m.file.name, opening.address("file", m.file_id)) if m.file_id and opening.address("file", m.file_id) else None
    what = sentence_case(SERVICE_WORDS[m.word].says) if m.word in SERVICE_WORDS else m.word
    return Line(wording.long_day(m.day, today), curly(what), m.words, who, letter, opening.address("milestone_withdraw", m.pk) if leads else "")


def _kept(letter: UploadedFile, reach: Reach) -> File:
    """The letter that came along, looked at by its size before it is read. Raises files.NotKept."""
    files.check_size(letter.size or 0, letter.name or "")
    return files.keep_file(letter.read(), letter.name or "file", now=reach.now, by=reach.actor)


@with_reach
def milestone_add(request: HttpRequest, reach: Reach) -> HttpResponse:
    """Write down something that happened, or is booked."""
    check_may(reach.actor, IMPROVE)
    one = opening.chosen(request, opening.ours())

    def save(form: MilestoneForm) -> str:
        said = form.cleaned_data
        kept = _kept(said["letter"], reach) if said["letter"] else None
        report = one.report if one else None
        governance.milestone(report, said["word"], said["day"], words=said["words"], file=kept, now=reach.now, by=reach.actor)
        messages.success(request, "It is written down, and the clocks are counted again.")
        return there

    there = opening.address("milestones")
    way = (Link("Improvement", opening.address("improvement")), Link("The service’s clocks", there))
    lede = "The clocks are counted from this. What was wrong is withdrawn with a reason, never removed."
    return ask(request, Question("What happened, or is booked?", MilestoneForm, save, way, lede, "Write it down"))


@with_reach
def milestone_withdraw(request: HttpRequest, reach: Reach, number: int) -> HttpResponse:
    """Withdraw a milestone that was wrong."""
    check_may(reach.actor, IMPROVE)
    found = get_object_or_404(Milestone, pk=number, withdraws=None, withdrawn_by=None)

    def save(form: EndForm) -> str:
        governance.withdraw(found, form.cleaned_data["why"], now=reach.now, by=reach.actor)
        return there

    there = opening.address("milestones")
    way = (Link("Improvement", opening.address("improvement")), Link("The service’s clocks", there))
    lede = f"{curly(sentence_case(SERVICE_WORDS[found.word].says))}, {wording.long_day(found.day, reach.today)}. It is kept, and no clock runs on it any more."
    return ask(request, Question("Withdraw what was written", EndForm, save, way, lede, "Withdraw it"))
