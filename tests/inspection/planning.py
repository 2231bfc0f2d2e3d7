"""A report about our own service with three confirmed things to improve, and people who may plan."""

from datetime import UTC, date, datetime

from goldthread.inspection import plan as plans
from goldthread.inspection.models import Confirmed, Fact, File, Report
from goldthread.people.models import Team, Worker

READ = datetime(2026, 3, 30, 10, 0, tzinfo=UTC)
ENDED, PUBLISHED = date(2026, 2, 13), date(2026, 3, 24)
SENTENCES = (
    "Children on protection plans are not always seen as often as their plans say, and too few are seen on their own.",
    "Assessments before birth start too late.",
    "Written plans are not consistent.",
)
MORE = {
    "inspection_start": "2026-02-02", "inspection_end": ENDED.isoformat(), "published": PUBLISHED.isoformat(),
    "authority": "Wrenford", "framework": "ILACS", "lead_inspector": "Ada Quill",
}  # fmt: skip


class Improving:
    """Miriam leads improvement; Colin, Ngozi and Helen own actions; Priya works with children."""

    def __init__(self, ours=True, confirmed=True):
        east = Team.objects.create(name="East")
        self.miriam, self.colin, self.ngozi, self.helen, self.priya = (
            Worker.objects.create_user(name, "a long red scarf", name=full, role=role, team=team)
            for name, full, role, team in (
                ("miriam", "Miriam Tarnbrook", "quality_lead", None),
                ("colin", "Colin Wintergate", "head_of_service", None),
                ("ngozi", "Ngozi Millrace", "team_manager", east),
                ("helen", "Helen Applecroft", "director", None),
                ("priya", "Priya Fenwater", "social_worker", east),
            )
        )
        file = File.objects.create(name="report.pdf", media="application/pdf", sha256="0" * 64, content=b"", added_at=READ)
        self.report = Report.objects.create(file=file, pages=9, ours=ours, added_at=READ, added_by=self.miriam)
        for place, (kind, value) in enumerate(MORE.items()):
            self._said(kind, value, place, page=1)
        self.facts = [
            self._said(
                "improvement",
                {"text": text, "section": "What needs to improve", "priority": None, "heading": "", "number": n, "sub_items": []},
                10 + n, page=2, confirmed=confirmed,
            )
            for n, text in enumerate(SENTENCES, 1)
        ]  # fmt: skip

    def _said(self, kind, value, place, page, confirmed=True):
        fact = Fact.objects.create(report=self.report, kind=kind, place=place, read=value, page=page, words=str(value), sure=True)
        if confirmed:
            Confirmed.objects.create(fact=fact, value=value, by=self.miriam, at=READ)
        return fact

    def begun(self):
        """The plan, begun by Miriam on the day the report was read."""
        return plans.begin(self.report, READ, self.miriam)

    def action(self, plan, words="Name the cover for every absence", due=date(2026, 9, 30), fact=0, **more):
        said = {"owner": self.ngozi, "due": due, "now": READ, "by": self.miriam} | more
        return plans.act(plan, self.facts[fact], words, **said)


def at(day):
    """Eleven in the morning of a day."""
    return datetime(day.year, day.month, day.day, 11, 0, tzinfo=UTC)
