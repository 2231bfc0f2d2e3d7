"""A small service to write Annex A from, and its rows by their headings."""

from datetime import UTC, date, datetime
from io import BytesIO

from goldthread.exchange import annex_a_out
from goldthread.exchange.annex_a_out import Authority
from goldthread.people.models import Team, Worker
from goldthread.record.reach import Reach

NOW = datetime(2026, 11, 20, 17, 28, tzinfo=UTC)
ON = date(2026, 11, 20)
CHILD, TEAM, WORKER = "Child Unique ID", "Allocated Team", "Allocated Worker"


class Service:
    """One team, a head of service who manages it and writes everything, and a social worker."""

    def __init__(self):
        self.east = Team.objects.create(name="East")
        self.ngozi = self.worker("ngozi", "head_of_service", self.east)
        self.priya = self.worker("priya", "social_worker", self.east)
        self.east.manager = self.ngozi
        self.east.save()
        self.reach = Reach(self.ngozi, NOW)

    @staticmethod
    def worker(username, role, team=None):
        return Worker.objects.create_user(f"{username}.tests", None, name=username.title(), role=role, team=team)

    def child(self, *entries, reference=None, born=date(2015, 3, 2), now=NOW, family=None, **facts):
        """A child with entries, each (type, day, values) with an `until` among the values if it ends; gives their number."""
        with Reach(self.ngozi, now).act() as act:
            person = act.new_person(reference=reference, family=family)
            act.write(person, "person", date(2015, 3, 9), {"forename": "Kofi", "surname": "Larkfield", "sex": "M", "born": born, **facts})
            for kind, day, *values in entries:
                self._write(act, person, kind, day, dict(values[0]) if values else {})
        return person

    def add(self, person, kind, day, values=(), now=NOW):
        """One more entry; gives its number."""
        with Reach(self.ngozi, now).act() as act:
            return self._write(act, person, kind, day, dict(values))

    @staticmethod
    def _write(act, person, kind, day, values):
        until = values.pop("until", None)
        return act.write(person, kind, day, values, until=until)

    def in_need(self, *entries, day=date(2026, 9, 1), need="N1", **child):
        """A child in need since a day, with more entries. Gives their number and the referral's."""
        person = self.child(("referral", day, {"decision": "accepted", "primary_need": need}), ("need_plan", day), *entries, **child)
        return person, self.entry(person, "referral")

    @staticmethod
    def entry(person, kind):
        from goldthread.record.models import Version

        return Version.objects.filter(person=person, type=kind, superseded_at=None).latest("id").entry


def listed(number, on=ON, known=NOW, reader=None, layout=2024):
    """Rows of a list as dicts by heading."""
    (found,) = annex_a_out.lists(reader or Authority(NOW), on, known, numbers=(number,), layout=layout)
    return [dict(zip(found.headings, row, strict=True)) for row in found.rows]


def one(number, **more):
    (row,) = listed(number, **more)
    return row


def workbook(on=ON, known=NOW, reader=None, **more):
    """The workbook's bytes, and its counts."""
    to = BytesIO()
    counts = annex_a_out.workbook(reader or Authority(NOW), on, known, to, **more)
    return to.getvalue(), counts
