"""Wrenford's own thread: the report kept and confirmed, the plan that answers it, who met, and what else shows it."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from goldthread.demo import report as paper
from goldthread.demo.reading import read
from goldthread.demo.telling import moment
from goldthread.demo.wrenford import FOLDER, PASSWORD, TOLD_UNTIL
from goldthread.demo.wrenford.lives import moment as moment_said
from goldthread.inspection import evidence, governance, plan, reports, room
from goldthread.inspection.models import Plan, Report
from goldthread.inspection.reports import Recommendation
from goldthread.inspection.ties import suggest
from goldthread.people.models import Worker

Line = Mapping[str, Any]
LEADS = "miriam"


def keep(now: datetime) -> None:
    """Keep all of it, unless some report is held already or the evening of the pictures has not come."""
    if now >= TOLD_UNTIL and not Report.objects.exists():
        _Thread(read("thread.yaml", FOLDER)).keep()


def confirmed_report(said: Line, by: Worker) -> Report:
    """The report, with each fact confirmed as it was read."""
    report = reports.keep(paper.pdf(), paper.FILE_NAME, now=moment_said(said["kept"]), by=by, ours=True)
    for held in reports.held(report):
        reports.say(held.fact, held.fact.read, now=moment_said(said["confirmed"]), by=by)
    return report


class _Thread:
    """Keeps what the file says, line by line, each at the moment it was written down."""

    def __init__(self, said: Line):
        self.said = said
        self.workers = {worker.username: worker for worker in Worker.objects.all()}
        self.by = self.workers[LEADS]

    def keep(self) -> None:
        report = confirmed_report(self.said, self.by)
        answer = plan.begin(report, moment_said(self.said["plan"]), self.by)
        asked = reports.confirmed(report).recommendations
        for recommendation, line in zip(asked, self.said["recommendations"], strict=True):
            self._answer(answer, recommendation, line)
        for line in self.said["milestones"]:
            written = self._written(line, line["day"])
            governance.milestone(report, line["word"], line["day"], words=line.get("words", ""), now=written, by=self.by)
        for line in self.said["meetings"]:
            self._meeting(answer, asked, line)
        self._invite(report, self.said["invited"])

    def _answer(self, answer: Plan, recommendation: Recommendation, line: Line) -> None:
        begun = moment_said(self.said["plan"])
        plan.call(answer, recommendation.fact, line["called"], now=begun, by=self.by)
        for tied in line["ties"]:
            plan.tie(answer, recommendation.fact, tied["measure"], tied["target"], trajectory=tied["way"].items(),
                     shares=_shared(recommendation, tied["measure"]), why=tied["why"], now=begun, by=self.by)  # fmt: skip
        for action in line["actions"]:
            self._action(answer, recommendation, action, begun)
        for told in line.get("evidence", ()):
            piece = evidence.Told(told["kind"], told["day"], told["title"], told["words"], told["agrees"], told["number"], told.get("of"))
            evidence.give(recommendation.fact, piece, now=moment(told["day"], 17), by=self.by)

    def _action(self, answer: Plan, recommendation: Recommendation, line: Line, begun: datetime) -> None:
        action = plan.act(answer, recommendation.fact, line["words"], owner=self.workers[line["owner"]], due=line["due"],
                          counted_of=line.get("of"), counted_unit=line.get("unit", ""), now=begun, by=self.by)  # fmt: skip
        for step in line["steps"]:
            written = max(begun, moment(step["day"], 16))
            plan.step(action, step["kind"], step["day"], counted=step.get("counted"), words=step.get("words", ""), now=written, by=self.by)

    def _meeting(self, answer: Plan, asked: tuple[Recommendation, ...], line: Line) -> None:
        decisions = [(asked[d["about"] - 1].fact if "about" in d else None, d["words"]) for d in line["decisions"]]
        governance.meet(answer, line["day"], decisions=decisions, now=moment(line["day"], 17), by=self.by, **self.said["board"])

    def _invite(self, report: Report, line: Line) -> None:
        """The inspector may read; she keeps the demo's password."""
        at = moment_said(line["at"])
        asked = room.Asked(line["name"], line["email"], line["day"], line["until"], line["lists_on"], at, line["why"], report)
        inspector = room.invite(asked, by=self.by, now=at)[0].invitation.inspector
        inspector.set_password(PASSWORD)
        inspector.save()

    def _written(self, line: Line, day: date) -> datetime:
        return moment_said(line["written"]) if "written" in line else moment(day, 16)


def _shared(recommendation: Recommendation, measure: str) -> tuple[str, ...]:
    """The words for which the tie was suggested."""
    return next((one.shares for one in suggest(recommendation.text) if one.measure.code == measure), ())
