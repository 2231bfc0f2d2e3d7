"""The addresses of a team's page and of the lists behind its numbers."""

from datetime import date

from django.urls import reverse
from django.utils.http import urlencode

from goldthread.people.models import Team, Worker
from goldthread.web import said


class Ways:
    """Addresses of one team for one reader: their own team needs no number in the address."""

    def __init__(self, team: Team, own: Team | None) -> None:
        self.team = {} if own and own.pk == team.pk else {"team": team.pk}

    def page(self, **asked: object) -> str:
        return _address("team", self.team | asked)

    def children(self, **asked: object) -> str:
        return _address("team_children", self.team | asked)

    def duties(self, **asked: object) -> str:
        return _address("team_duties", self.team | asked)

    def away(self) -> str:
        return _address("team_away", self.team)

    def of_worker(self, worker: Worker, number: int, **asked: object) -> said.Part:
        """A count of one worker, opening its list; a nought opens nothing."""
        if not number:
            return "0"
        place = self.duties if "state" in asked else self.children
        return said.Link(str(number), place(worker=worker.username, **asked))


def _address(name: str, asked: dict[str, object]) -> str:
    query = {key: value.isoformat() if isinstance(value, date) else value for key, value in asked.items() if value not in (None, "")}
    return f"{reverse(name)}?{urlencode(query)}" if query else reverse(name)
