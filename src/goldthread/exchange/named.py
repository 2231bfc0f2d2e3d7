"""Workers and teams whom returns name, and numbers of entries that others refer to."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from goldthread.people.models import Team, Worker
from goldthread.record.store import take_entry_numbers

TAKEN_AT_ONCE = 500
LINE = 200  # characters
HOLDS = ("allocation", "referral", "assessment", "enquiry")


@dataclass
class Named:
    """Finds workers by name or Social Work England number, and teams by name."""

    workers: dict[str, tuple[int, int | None]] = field(default_factory=dict)
    registered: dict[str, tuple[int, int | None]] = field(default_factory=dict)
    teams: dict[str, int] = field(default_factory=dict)
    strangers: set[str] = field(default_factory=set)
    _numbers: dict[str, int] = field(default_factory=dict)
    _spare: list[int] = field(default_factory=list)

    @classmethod
    def here(cls) -> "Named":
        """Everybody in the service now."""
        named = cls(teams={name.lower(): pk for pk, name in Team.objects.values_list("pk", "name")})
        for pk, name, number, team in Worker.objects.filter(is_active=True).values_list("pk", "name", "registration", "team"):
            named.workers[name.lower()] = (pk, team)
            if number:
                named.registered[number.upper()] = (pk, team)
        return named

    def number(self, origin: str) -> int:
        """The number that the entry of this origin will have, taken beforehand so that others can name it."""
        if origin not in self._numbers:
            if not self._spare:
                self._spare = take_entry_numbers(TAKEN_AT_ONCE)
            self._numbers[origin] = self._spare.pop(0)
        return self._numbers[origin]

    def resolve(self, kind: str, values: Mapping[str, Any]) -> Mapping[str, Any]:
        """The values with workers and teams put in; whom the return names but the service does not have stay as they are named."""
        if kind not in HOLDS:
            return values
        values = dict(values)
        name, team, number = (values.pop(k, None) for k in ("worker_named", "team_named", "registration"))
        found = self.registered.get(str(number).upper()) if number else self.workers.get(str(name).lower()) if name else None
        if found:
            values["worker"] = found[0]
        held_by = self.teams.get(str(team).lower()) if team else found[1] if found else None
        if held_by:
            values["team"] = held_by
        named = {"worker_named": None if found else name or number, "team_named": None if held_by else team}
        self.strangers |= {str(stranger) for stranger in named.values() if stranger}
        return {**values, **{field: str(stranger)[:LINE] for field, stranger in named.items() if stranger}}
