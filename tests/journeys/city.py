"""Two teams and some families, written down as workers write: at half past five on the day each thing happened, or when said."""

from datetime import UTC, date, datetime, timedelta

from goldthread.people.models import Team, Worker
from goldthread.record.models import Person
from goldthread.record.reach import Reach
from tests.settled import as_wrenford

TODAY = date(2026, 11, 20)
PASSWORD = "a long red scarf"
ALONE = {"made": True, "child_seen": True, "seen_alone": True}
NOT_ALONE = {"made": True, "child_seen": True, "seen_alone": False, "why_not_alone": "Her mum stayed."}
NOT_SEEN = {"made": True, "child_seen": False, "why_not_seen": "Out at football."}
BORN = {"Kofi": date(2018, 3, 2), "Ama": date(2015, 11, 21), "Esi": date(2023, 5, 14)}


def evening(day):
    """Twenty past five on that day: a little before the clock of the pages on the last one."""
    return datetime(day.year, day.month, day.day, 17, 20, tzinfo=UTC)


def worker(username, name, role, team=None):
    return Worker.objects.create_user(username, PASSWORD, name=name, role=role, team=team)


class City:
    """East, managed by Ngozi, where Priya and Marcus work; North, where Nora works; Ana, who loads returns.

    It keeps the duties that Wrenford keeps, as the pages it is told for are those of Wrenford.
    """

    def __init__(self):
        as_wrenford()
        self.east, self.north = Team.objects.create(name="East"), Team.objects.create(name="North")
        self.priya = worker("priya", "Priya Fenwater", "social_worker", self.east)
        self.marcus = worker("marcus", "Marcus Oldacre", "social_worker", self.east)
        self.nora = worker("nora", "Nora Pellgate", "social_worker", self.north)
        self.ngozi = worker("ngozi", "Ngozi Millrace", "team_manager", self.east)
        self.ana = worker("ana", "Ana Corbel", "analyst")
        self.east.manager = self.ngozi
        self.east.save()

    def acts(self, day, worker=None):
        return Reach(worker or self.priya, evening(day)).act()

    def larkfields(self):
        """Kofi and Esi on protection plans, Ama with a child in need plan. References by first name."""
        people = self._begun(BORN, "Larkfield", date(2026, 8, 3), self.priya)
        with self.acts(date(2026, 9, 2)) as act:
            for name, person in people.items():
                plan = "need_plan" if name == "Ama" else "protection_plan"
                act.write(person, plan, date(2026, 9, 2), {} if name == "Ama" else {"latest_category": "NEG"})
        self._visited(people, date(2026, 11, 5), dict.fromkeys(BORN, ALONE))
        self._visited(people, date(2026, 11, 12), {"Kofi": NOT_SEEN, "Ama": ALONE, "Esi": NOT_ALONE})
        return {name: reference(person) for name, person in people.items()}

    def hollowbrooks(self):
        """Ezra and Noor, who wait for a worker since Wednesday."""
        born = {"Ezra": date(2021, 4, 9), "Noor": date(2024, 2, 27)}
        people = self._begun(born, "Hollowbrook", date(2026, 11, 18), None)
        return {name: reference(person) for name, person in people.items()}

    def wren(self, worker):
        """A child on a protection plan with a worker, whom another team has nothing to do with."""
        people = self._begun({"Wren": date(2019, 1, 8)}, "Ashlock", date(2026, 10, 5), worker)
        return reference(people["Wren"])

    def _begun(self, born, surname, since, worker):
        with self.acts(since, worker or self.ngozi) as act:
            people, family = {}, None
            for name, day in born.items():
                people[name] = act.new_person(reference=f"WR-{name.upper()}", family=family)
                family = family or Person.objects.get(pk=people[name]).family
                act.write(people[name], "person", since, {"forename": name, "surname": surname, "born": day})
                act.write(people[name], "referral", since, {"decision": "accepted", "decided": since})
                if worker:
                    given = {"works_as": "social_worker", "worker": worker.pk, "team": worker.team_id}
                    act.write(people[name], "allocation", since, given)
                for other in list(people.values())[:-1]:
                    act.write(people[name], "relationship", since, {"other": other, "relation": "sibling"})
        return people

    def _visited(self, people, day, seen):
        with self.acts(day) as act:
            together = act.together()
            for name, person in people.items():
                values = {"by": self.priya.pk, "place": "home", "known": True, **seen[name]}
                act.write(person, "visit", day, values, at=evening(day) - timedelta(hours=1), together=together)


def reference(person):
    return Person.objects.get(pk=person).reference
