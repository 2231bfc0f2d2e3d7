"""What every list begins with, and who works with the child."""

from datetime import date
from typing import Any

from goldthread.clock.ages import age_on
from goldthread.exchange.annex_a_out import labels
from goldthread.exchange.annex_a_out.known import Known

Cell = str | int | date | None
UNBORN = -1


def facts(child: Known) -> Any:
    """The newest facts about the person themselves, or None."""
    return child.latest("person")


def child_and_facts(child: Known) -> tuple[Cell, ...]:
    """Identifier, sex, ethnicity, date of birth, age: as lists 1 to 9 begin."""
    return child.reference, *about(child)


def about(child: Known) -> tuple[Cell, ...]:
    """Sex, ethnicity, date of birth (for an unborn child the day they are expected) and age."""
    known = facts(child)
    return sex(known), ethnicity(known), *born_and_age(child, known)


def sex(known: Any) -> str:
    return labels.SEX.get(known.sex if known else "", labels.SEX[""])


def ethnicity(known: Any) -> str:
    return labels.ETHNICITY.get(known.ethnicity if known else "", labels.ETHNICITY[""])


def born_and_age(child: Known, known: Any) -> tuple[date | None, int | None]:
    born = known.born if known else None
    if born is not None and born <= child.on:
        return born, age_on(born, child.on)
    expected = born or (known.expected if known else None)
    return expected, None if expected is None else UNBORN


def age(child: Known) -> int | None:
    """Completed years; less than nothing for an unborn child, None where nobody knows."""
    return born_and_age(child, facts(child))[1]


def disabled(child: Known) -> str:
    known = facts(child)
    said = known.disabilities if known else None
    return labels.yes_no_unknown(None if not said else any(code != "NONE" for code in said))


def holders(child: Known, part: str = "social_worker", day: date | None = None) -> list[Any]:
    """Who worked with the child in this part by the day, those who still did last."""
    day = day or child.on
    by_then = [a for a in child.of("allocation") if a.works_as == part and a.day <= day]
    return sorted(by_then, key=lambda a: (a.ends is None or a.ends > day, a.day))


def team_and_worker(child: Known, entry: Any) -> tuple[str | None, str | None]:
    """The team and the worker of an entry that names them, by account or as a return named them."""
    if entry is None:
        return None, None
    worker = child.names.worker(entry.worker) or entry.worker_named
    team = child.names.team(entry.team)
    if entry.team_named and not (team and entry.worker):
        team = entry.team_named
    return team or None, worker or None


def held_by(child: Known) -> tuple[Cell, Cell]:
    """Team and worker who hold the child, or held them last."""
    return team_and_worker(child, next(iter(reversed(holders(child))), None))


def done_by(child: Known, entry: Any, day: date) -> tuple[Cell, Cell]:
    """Team and worker of a piece of work: those it names, else those who held the child by that day, else whoever wrote it."""
    team, worker = team_and_worker(child, entry)
    held_team, held_worker = team_and_worker(child, next(iter(reversed(holders(child, day=day))), None))
    return (
        team or held_team or child.names.team_of(entry.wrote) or None,
        worker or held_worker or child.names.worker(entry.wrote) or None,
    )
