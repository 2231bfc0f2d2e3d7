"""A worker leaves: whoever is left is handed over and the account is closed, in one step or not at all."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from goldthread.people import accounts
from goldthread.people.given import Refused
from goldthread.people.models import Worker
from goldthread.record.act import Act
from goldthread.record.models import Standing
from goldthread.record.reach import Reach
from goldthread.record.register import entry_type

WAITS = "social_worker"
"""The one part in which somebody may wait for a worker, in a team whose manager holds them by name."""


@dataclass(frozen=True, slots=True)
class Holding:
    """An allocation that stands: which entry, in which version, from when, of whom, in which part and team."""

    entry: int
    version: int
    day: date
    person: int
    part: str
    team: int | None


def holdings(worker: Worker) -> list[Holding]:
    """What this worker holds now, of open records."""
    kind = entry_type("allocation")
    found = kind.objects.filter(worker=worker.pk, version__superseded_at=None, version__withdrawn=False, version__until=None)
    open_ones = found.filter(version__person__in=Standing.objects.filter(open=True).values("person"))
    columns = ("version__entry", "version__number", "version__day", "version__person", "works_as", "team")
    return [Holding(*row) for row in open_ones.order_by("version__person").values_list(*columns)]


def parts(worker: Worker) -> dict[str, int]:
    """The parts this worker plays, and for how many."""
    held = holdings(worker)
    return {part: sum(h.part == part for h in held) for part in sorted({h.part for h in held})}


def close(worker: Worker, why: str, to: Mapping[str, Worker | None], reach: Reach) -> None:
    """Close an account; whoever the worker holds goes to `to` by part, and None is the queue of the team that holds them.

    Raises Refused where a part has nobody, NotAllowed where one of the records is closed to the acting person. Then nothing moves.
    """

    def hand_over() -> None:
        held = holdings(worker)
        if held:
            _check(held, to, worker)
            with reach.act() as act:
                for holding in held:
                    _move(act, reach, holding, to[holding.part])

    accounts.close(worker, why, by=reach.actor, now=reach.now, hand_over=hand_over if to else None)


def _check(held: list[Holding], to: Mapping[str, Worker | None], leaver: Worker) -> None:
    for part in {h.part for h in held}:
        taker = to.get(part)
        if part not in to or (taker is None and part != WAITS):
            raise Refused("Choose who takes over.", part)
        if taker is not None and (not taker.is_active or taker.pk == leaver.pk):
            raise Refused("Choose somebody who works here.", part)


def _move(act: Act, reach: Reach, holding: Holding, taker: Worker | None) -> None:
    name = taker.name if taker else "the team’s queue"
    team = (taker and taker.team_id) or holding.team
    day = max(holding.day, reach.today)
    act.correct(holding.entry, holding.version, f"Handed over to {name}: the worker has left.", until=day)
    values = {"works_as": holding.part, "worker": taker and taker.pk, "team": team, "reason": "The worker before has left."}
    act.write(holding.person, "allocation", day, values)

