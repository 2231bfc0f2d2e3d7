"""How figures are said: the number, what it rests on, and how far it is from where it should be."""

from collections.abc import Iterable, Sequence
from datetime import date

from goldthread.measures.figures import Figure
from goldthread.measures.shape import Measure
from goldthread.web import wording
from goldthread.web.pictures import trend
from goldthread.web.pictures.trend import Point, Spark, Trend

UNITS = {"share": "%", "count": "", "rate": "per 10,000"}
TIMES = ("working days", "days", "weeks", "months", "hours")
WHICH_WAY = {"higher": True, "lower": False, "neither": None}
NOBODY, NOT_KEPT = "nobody counted", "not kept here"


def unit(measure: Measure) -> str:
    """The sign or word after its numbers: "%" for a share; for a mean or median what its numerator begins with, if that is a time."""
    if measure.kind in UNITS:
        return UNITS[measure.kind]
    return next((time for time in TIMES if measure.numerator.startswith(time)), "")


def known(figure: Figure | None, measure: Measure) -> float | None:
    """The number of a figure; None where there is none, and for a share of which not one row is known."""
    if figure is None or (measure.kind == "share" and 0 < figure.denominator <= figure.unknown):
        return None
    return figure.value


def value(figure: Figure | None, measure: Measure) -> str:
    """'86%', '12.5 days', '1,204'; 'not known' where not one row is known, 'nobody counted' where there is none."""
    number = known(figure, measure)
    if figure is not None and not figure.kept:
        return NOT_KEPT
    if number is None:
        return wording.NOT_KNOWN if figure and figure.unknown else NOBODY
    return trend.figure(number, unit(measure))


def rests_on(figure: Figure, measure: Measure) -> str:
    """'188 of 219; 6 we cannot tell': what a figure is made of."""
    unsure = f"; {figure.unknown:,} we cannot tell" if figure.unknown else ""
    if measure.kind != "count" and not figure.denominator:
        return ""
    if measure.kind == "share":
        return f"{figure.numerator:,} of {figure.denominator:,}{unsure}"
    if measure.per:
        return f"{figure.numerator:,} among {figure.denominator:,}{unsure}"
    if measure.kind in ("mean", "median"):
        return f"of {figure.denominator:,}{unsure}"
    return (f"{figure.numerator:,} counted" if measure.kind == "rate" else "") + unsure


def rests_on_published(figure: Figure, measure: Measure) -> str:
    """The same without how many we cannot tell, which may be few."""
    return rests_on(figure._replace(unknown=0), measure)


def towards(figure: Figure | None, measure: Measure) -> tuple[str, str]:
    """(mark, words) of a figure beside its target: a key of parts.STATES, or "" where there is no target or no figure."""
    if figure is None or figure.value is None or measure.target is None or measure.polarity == "neither":
        return "", ""
    if known(figure, measure) is None:
        return "unsure", "we cannot tell"
    if _meets(figure.value, measure):
        return ("met", "target met") if _meets(_with_unknown(figure, measure), measure) else ("unsure", "we cannot tell")
    away = _away(figure.value, measure)
    return "soon", f"{_distance(abs(away), measure)} {'below' if away < 0 else 'above'} target"


def _away(number: float, measure: Measure) -> float:
    return (round(number) if measure.kind == "share" else number) - measure.target


def _meets(number: float, measure: Measure) -> bool:
    away = _away(number, measure)
    return away == 0 or (away > 0) == (measure.polarity == "higher")


def _with_unknown(figure: Figure, measure: Measure) -> float:
    """Where fewer is better, what is not known counts among the bad ones: it never helps a target to be met."""
    if measure.polarity != "lower" or not figure.unknown:
        return figure.value
    return {"share": 100 * (figure.numerator + figure.unknown) / (figure.denominator or 1), "count": figure.numerator + figure.unknown}.get(measure.kind, figure.value)


def _distance(away: float, measure: Measure) -> str:
    if measure.kind == "share":
        return wording.count(round(away), "point")
    return trend.figure(away, unit(measure))


def better(measure: Measure) -> str:
    """Which way is better, in words."""
    return {"higher": "Higher is better.", "lower": "Lower is better.", "neither": "Neither higher nor lower is better by itself."}[measure.polarity]


def moved(before: Figure | None, now: Figure | None, measure: Measure) -> str:
    """'up 15 points in a year'; "" where one of them is not known."""
    then, today = known(before, measure), known(now, measure)
    if then is None or today is None:
        return ""
    if measure.kind == "share":
        change = round(today) - round(then)
        said = wording.count(abs(change), "point")
    else:
        change = today - then
        said = trend.figure(abs(change), unit(measure))
    return "as a year before" if round(change, 1) == 0 else f"{'up' if change > 0 else 'down'} {said} in a year"


def points(found: Iterable[Figure], measure: Measure, href: str = "") -> tuple[Point, ...]:
    """The dots of a trend; each opens its day where `href` is given, to which the day is added."""
    return tuple(Point(f.day, known(f, measure), rests_on(f, measure), f"{href}{f.day.isoformat()}" if href else "") for f in found)


def line(measure: Measure, found: Sequence[Figure], href: str = "", upright: tuple[date, str] | None = None) -> Trend:
    """A measure over time."""
    last = found[-1] if found else None
    note = f"{rests_on(last, measure)} on {wording.plain_day(last.day)}.".lstrip("; ").removeprefix("on ") if last else ""
    return Trend(
        title=measure.title, note=note, points=points(found, measure, href), target=measure.target,
        upright=upright, unit=unit(measure), higher=WHICH_WAY[measure.polarity],
    )  # fmt: skip


def small_line(measure: Measure, found: Sequence[Figure], upright: date | None = None) -> Spark:
    """The same in a table row."""
    return Spark(tuple((f.day, known(f, measure)) for f in found), measure.target, upright)


def target(measure: Measure) -> str:
    """'95%'; "none set"."""
    return "none set" if measure.target is None else trend.figure(measure.target, unit(measure))
