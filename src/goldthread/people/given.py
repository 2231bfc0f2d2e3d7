"""What a form may say of an account, checked; and the words in which a change is told."""

from dataclasses import dataclass

from goldthread.people.models import Team, Worker
from goldthread.people.roles import INVITED, ROLES

FIELDS = ("name", "email", "telephone", "registration", "role", "team")
"""What a form may change of an account, and nothing beside it."""


class Refused(ValueError):
    """It cannot be done like this. `field` is the question whose answer is wrong, "" for none; the message says what to do."""

    def __init__(self, sentence: str, field: str = ""):
        super().__init__(sentence)
        self.field = field


@dataclass(frozen=True, slots=True)
class Given:
    """What an account says of somebody. `team` is a team's number, None for nobody's team."""

    name: str
    role: str
    team: int | None = None
    email: str = ""
    telephone: str = ""
    registration: str = ""

    def columns(self) -> dict[str, object]:
        """Column of Worker to value, ready to be stored."""
        words = {name: getattr(self, name).replace("\0", "").strip() for name in ("name", "email", "telephone", "registration")}
        return {**words, "role": self.role, "team_id": self.team}


def check(given: Given, worker: Worker | None = None) -> None:
    """Raise Refused unless an account may say this. `worker` is whose it is, None for a new one."""
    if not given.name.strip():
        raise Refused("Enter their name, as it should stand in the record.", "name")
    if given.role not in ROLES:
        raise Refused("Choose their role.", "role")
    if ROLES[given.role].sees == INVITED and (worker is None or worker.role != given.role):
        raise Refused("Inspectors are invited for named days, under Inspections.", "role")
    if given.team is not None and not Team.objects.filter(pk=given.team).exists():
        raise Refused("Choose their team.", "team")
    others = Worker.objects.exclude(pk=worker.pk if worker else None)
    if given.email.strip() and others.filter(email__iexact=given.email.strip()).exists():
        raise Refused("Another account has this address, and by it people are known. Enter one of their own.", "email")


def changed(worker: Worker, columns: dict[str, object]) -> str:
    """'role: Social worker → Team manager'; "" where nothing differs."""
    differs = {name: value for name, value in columns.items() if getattr(worker, name) != value}
    return "; ".join(f"{name.removesuffix('_id')}: {_said(name, getattr(worker, name))} → {_said(name, value)}" for name, value in differs.items())


def _said(name: str, value: object) -> str:
    if name == "role":
        return ROLES[str(value)].name
    if name == "team_id":
        return str(Team.objects.get(pk=value)) if value else "no team"
    return str(value) or "nothing"


def reason(why: str, ask: str) -> str:
    """The reason somebody gave. Raises Refused with `ask` where there is none."""
    given = why.replace("\0", "").strip()
    if not given:
        raise Refused(ask, "why")
    return given
