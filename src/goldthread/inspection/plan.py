"""The plan that answers a report: what will be done, by whom and when, and which measures it should move.

Everything is added and nothing is changed: what became of an action is its steps, another target is another tie.
"""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from decimal import Decimal

from goldthread.inspection.models import Action, ActionStep, Called, Fact, Plan, Report, Tie, TieEnd
from goldthread.inspection.models.reports import IMPROVEMENT
from goldthread.inspection.reports import confirmed
from goldthread.measures.definitions import MEASURES
from goldthread.people.models import Worker
from goldthread.people.roles import IMPROVE
from goldthread.people.sight import check_may

BEGUN, COUNTED, DONE, DROPPED, OWNER, DUE, REOPENED = "begun", "counted", "done", "dropped", "owner", "due", "reopened"
STEPS = {
    BEGUN: "It was begun", COUNTED: "So many are done", DONE: "It was done", DROPPED: "It was given up",
    OWNER: "Somebody else owns it", DUE: "Another day was agreed", REOPENED: "It was not done after all",
}  # fmt: skip
LONGEST_NAME = 120
A_YEAR = timedelta(days=366)
NEEDS_WHY = {DROPPED, OWNER, DUE, REOPENED}


class Refused(ValueError):
    """What was asked for cannot stand in a plan. The message says what to do."""


def begin(report: Report, now: datetime, by: Worker) -> Plan:
    """Begin the plan that answers a report. A report has one plan: asked again, it is the same one."""
    check_may(by, IMPROVE)
    if not report.ours:
        raise Refused("A plan answers a report about this service. This report is about another one.")
    if not confirmed(report).recommendations:
        raise Refused("Nothing to improve has been confirmed in this report yet. Read it beside its pages first.")
    return Plan.objects.get_or_create(report=report, defaults={"begun_at": now, "begun_by": by})[0]


def call(plan: Plan, recommendation: Fact | int, words: str, *, now: datetime, by: Worker) -> Called:
    """Give a recommendation a short name for lists; its own sentence stays beside it."""
    check_may(by, IMPROVE)
    if not 0 < len(words.strip()) <= LONGEST_NAME:
        raise Refused(f"A short name has at least one letter and at most {LONGEST_NAME}.")
    return Called.objects.create(plan=plan, recommendation=_of(plan, recommendation), words=words.strip(), by=by, at=now)


def act(
    plan: Plan,
    recommendation: Fact | int,
    words: str,
    *,
    owner: Worker,
    due: date,
    now: datetime,
    by: Worker,
    counted_of: int | None = None,
    counted_unit: str = "",
) -> Action:
    """Somebody will do something about a recommendation by a day. `counted_of` 7 `counted_unit` "teams": piece by piece."""
    check_may(by, IMPROVE)
    fact = _of(plan, recommendation)
    if not words.strip():
        raise Refused("Say what will be done.")
    if due < now.date() - A_YEAR:
        raise Refused("That day is more than a year ago. Enter the day by which it was agreed to be done.")
    if counted_of is not None and (counted_of < 1 or not counted_unit.strip()):
        raise Refused("Something done piece by piece needs how many there are and what they are, such as 7 teams.")
    return Action.objects.create(
        plan=plan, recommendation=fact, words=words.strip(), owner=owner, due=due,
        counted_of=counted_of, counted_unit=counted_unit.strip(), by=by, at=now,
    )  # fmt: skip


def step(
    action: Action,
    kind: str,
    day: date,
    *,
    now: datetime,
    by: Worker,
    counted: int | None = None,
    owner: Worker | None = None,
    due: date | None = None,
    words: str = "",
) -> ActionStep:
    """What became of an action on a day; `kind` is one of STEPS. Its owner may say so, and whoever leads improvement."""
    if by != _owner(action):
        check_may(by, IMPROVE)
    _check_step(action, kind, day, counted, owner, due, words.strip())
    return ActionStep.objects.create(
        action=action, kind=kind, day=day, counted=counted, owner=owner, due=due, words=words.strip(), by=by, at=now
    )


def _owner(action: Action) -> Worker:
    last = action.steps.filter(kind=OWNER).order_by("-at", "-pk").first()
    return last.owner if last else action.owner


def _check_step(
    action: Action, kind: str, day: date, counted: int | None, owner: Worker | None, due: date | None, words: str
) -> None:
    if kind not in STEPS:
        raise Refused(f"'{kind}' is not something that can become of an action.")
    wants = {
        COUNTED: (counted is not None, "Say how many are done."),
        OWNER: (owner is not None, "Say who owns it now."),
        DUE: (due is not None, "Say which day was agreed."),
    }
    given, sentence = wants.get(kind, (True, ""))
    if not given:
        raise Refused(sentence)
    if kind in NEEDS_WHY and not words:
        raise Refused("Say why: whoever reads the plan later will ask.")
    if counted is not None and not 0 <= counted <= (action.counted_of or 0):
        raise Refused(f"This action counts {action.counted_of or 'nothing'} {action.counted_unit}.".replace(" .", "."))
    if kind in (DONE, COUNTED, BEGUN) and day < action.at.date() - A_YEAR:
        raise Refused("That day is more than a year before the action was agreed.")


def tie(
    plan: Plan,
    recommendation: Fact | int,
    measure: str,
    target: Decimal | float | int,
    *,
    now: datetime,
    by: Worker,
    trajectory: Iterable[tuple[date, float]] = (),
    shares: Sequence[str] = (),
    why: str = "",
) -> Tie:
    """A person decides that a recommendation should move a measure to a target.

    `trajectory` says how far it should be on days on the way; `shares` are the words that suggested the tie.
    """
    check_may(by, IMPROVE)
    fact = _of(plan, recommendation)
    _check_measure(measure)
    if Tie.objects.filter(plan=plan, recommendation=fact, measure=measure, end=None).exists():
        raise Refused("This measure is tied to the recommendation already. End that tie first, and say why.")
    path = sorted((day.isoformat(), float(number)) for day, number in trajectory)
    if MEASURES[measure].kind == "share" and max(float(target), *(number for _, number in path), 0) > 100:
        raise Refused("This measure is a share, so it ends at 100 per cent. Enter a number from 0 to 100.")
    return Tie.objects.create(
        plan=plan, recommendation=fact, measure=measure, target=Decimal(str(target)), trajectory=[list(p) for p in path],
        shares=list(shares), why=why.strip(), by=by, at=now,
    )  # fmt: skip


def _check_measure(code: str) -> None:
    if code not in MEASURES:
        raise Refused(f"There is no measure “{code}”. docs/measures.md lists them by their names.")
    if MEASURES[code].polarity == "neither":
        raise Refused(f"“{MEASURES[code].title}” is better neither higher nor lower by itself, so it cannot show an answer. Choose one that is.")


def untie(standing: Tie, why: str, *, now: datetime, by: Worker) -> TieEnd:
    """The tie no longer stands, and why. Another target is this and a new tie."""
    check_may(by, IMPROVE)
    if not why.strip():
        raise Refused("Say why the tie no longer stands: whoever reads the plan later will ask.")
    if TieEnd.objects.filter(tie=standing).exists():
        raise Refused("This tie was ended already.")
    return TieEnd.objects.create(tie=standing, why=why.strip(), by=by, at=now)


def _of(plan: Plan, recommendation: Fact | int) -> Fact:
    """The recommendation, if the plan's own report makes it."""
    number = recommendation.pk if isinstance(recommendation, Fact) else recommendation
    fact = Fact.objects.filter(pk=number, report=plan.report_id, kind=IMPROVEMENT).first()
    if fact is None:
        raise Refused("This plan answers another report: choose one of its own recommendations.")
    return fact
