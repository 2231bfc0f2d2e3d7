"""Our figure beside those that others published, and what inspectors said of them. Nothing here ranks anybody."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.conf import settings

from goldthread.inspection import neighbours
from goldthread.inspection.models import Authority, Claim
from goldthread.inspection.neighbours import Line
from goldthread.measures.figures import Figure
from goldthread.measures.shape import Measure
from goldthread.people.roles import IMPROVE, LOAD
from goldthread.record.reach import Reach
from goldthread.web import wording
from goldthread.web.measures import saying

SYMBOLS = {
    "c": "hidden: a small number", "z": "does not apply", "x": "not available", ":": "not available", "u": "not reliable", "k": "rounds to 0",
    "low": "rounds to 0", "~": "rounds to 0",
}  # fmt: skip
GRADES = {
    "outstanding": "outstanding", "good": "good", "requires_improvement": "requires improvement to be good", "inadequate": "inadequate",
    "not_judged": "not judged",
}  # fmt: skip
AREAS = {
    "overall_effectiveness": "Overall", "leaders_impact": "Leaders", "help_and_protection": "Help and protection", "in_care": "In care",
    "care_leavers": "Care leavers", "in_care_and_care_leavers": "In care and care leavers",
}  # fmt: skip
DOUBT = "doubtful: "
OVERALL, NO_OVERALL = "overall_effectiveness", "no overall grade given"


@dataclass(frozen=True, slots=True)
class PlaceLine:
    """One place with its published figure, and its judgement where one is held."""

    name: str
    value: str
    judged: str
    ours: bool = False


@dataclass(frozen=True, slots=True)
class Beside:
    """What stands beside one of our measures. Without `lines`, `why` says what is missing."""

    lines: tuple[PlaceLine, ...] = ()
    series: str = ""
    period: str = ""
    minding: str = ""
    why: str = ""
    choices: tuple[str, ...] = ()


def may_liken(reach: Reach) -> bool:
    """Whether this person decides what is laid beside what."""
    return reach.actor.may(IMPROVE)


def may_load(reach: Reach) -> bool:
    return reach.actor.may(IMPROVE) or reach.actor.may(LOAD)


def beside(measure: Measure, figure: Figure) -> Beside:
    """The measure beside the chosen authority, its neighbours, its region and England."""
    code, series, held = neighbours.beside(), neighbours.likened(measure.code), tuple(neighbours.series_held())
    if not held:
        return Beside(why="No published statistics have been loaded yet.")
    if series is None:
        return Beside(why="Nobody has said yet which published series is like this measure.", choices=held)
    found = neighbours.figures_beside(series.series, code)
    minding = f"{series.why} Chosen by {series.by.name}, {wording.plain_day(series.at)}." if series.by else series.why
    if not found:
        return Beside(series=series.series, minding=minding, why="It holds no figure of these places.", choices=held)
    judged = neighbours.judgements(line.name for line in found)
    lines = (PlaceLine(line.name, said(line, measure), _overall(judged.get(line.name, ()))) for line in found)
    ours = PlaceLine(settings.GOLDTHREAD_AUTHORITY or "Ours", saying.value(figure, measure), "", ours=True)
    return Beside((ours, *lines), series.series, period(found[0].period), minding, choices=held)


def said(line: Line, measure: Measure) -> str:
    """A published figure as it is read: with its sign, or what its symbol means."""
    if line.value.lower() in SYMBOLS:
        return SYMBOLS[line.value.lower()]
    return f"{line.value}%" if measure.kind == "share" and not line.value.endswith("%") else line.value


def period(text: str) -> str:
    """'202425' is 'April 2024 to March 2025'; any other is left as it is."""
    if len(text) == 6 and text.isdecimal() and int(text[2:4]) + 1 == int(text[4:]):
        return f"April {text[:4]} to March {text[:2]}{text[4:]}"
    return text


# Neighbours and what inspectors said


@dataclass(frozen=True, slots=True)
class NeighbourLine:
    """One authority with the judgements of its newest inspection that is held, by area; `when` is its last day."""

    name: str
    grades: tuple[tuple[str, str], ...]
    when: str
    source: str
    doubt: str = ""
    chosen: bool = False


def neighbour_lines(code: str, names: Mapping[str, Authority]) -> list[NeighbourLine]:
    """The chosen authority and its neighbours, the nearest first."""
    wanted = [names[one].name for one in (code, *neighbours.neighbour_codes(code)) if one in names]
    judged = neighbours.judgements(wanted)
    return [_neighbour(name, judged.get(name, ()), chosen=place == 0) for place, name in enumerate(wanted)]


def _neighbour(name: str, claims: Sequence[Claim], chosen: bool) -> NeighbourLine:
    by_area = {claim.area: claim for claim in claims}
    grades = [(label, _grade(by_area[area])) for area, label in AREAS.items() if area in by_area]
    if claims and OVERALL not in by_area:
        grades.insert(0, (AREAS[OVERALL], NO_OVERALL))
    when = f"inspected to {wording.plain_day(claims[0].day)}" if claims else "no judgement is held"
    doubts = dict.fromkeys(claim.words.removeprefix(DOUBT) for claim in claims if claim.words.startswith(DOUBT))
    return NeighbourLine(name, tuple(grades), when, claims[0].source if claims else "", "; ".join(doubts), chosen)


def _grade(claim: Claim) -> str:
    return GRADES.get(claim.grade, claim.grade)


def _overall(claims: Sequence[Claim]) -> str:
    if not claims:
        return ""
    found = next((claim for claim in claims if claim.area == OVERALL), None)
    doubt = ", in doubt" if found and found.words.startswith(DOUBT) else ""
    return f"{_grade(found) if found else NO_OVERALL}, {claims[0].day.year}{doubt}"
