"""One measure as a page: its figure, the months behind it, what it means, and what it is made of."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django.http import QueryDict
from django.urls import reverse

from goldthread.duties.rules import RULES
from goldthread.measures.cohort import Cohort
from goldthread.measures.figures import Figure
from goldthread.measures.shape import Measure
from goldthread.web import rulebook
from goldthread.web.measures import asking, publishing, saying
from goldthread.web.mine.listing import address
from goldthread.web.parts import Tally
from goldthread.web.said import Link, Sentence, listed_links

SPANS = {"": (asking.YEAR, "13 months"), "5y": (asking.FIVE_YEARS, "5 years")}


def href(measure: Measure, asked: QueryDict) -> str:
    """The address of the children behind the measure, for the chosen children; a day is to be added to it."""
    kept = {name: asked[name] for name in ("who", "on") if asked.get(name)}
    return f"{reverse('measure_children', args=[measure.code])}?{urlencode(kept)}{'&' if kept else ''}day="


def figures(measure: Measure, last: date, asked: QueryDict, cohort: Cohort | None) -> list[Figure]:
    """The measure over the months that the address asks for."""
    number, _ = SPANS.get(asked.get("over", ""), SPANS[""])
    return asking.figures([measure.code], asking.months(last, number), cohort=cohort)[measure.code]


def upright(measure: Measure, cohort: Cohort | None) -> tuple[date, str] | None:
    """The day of our last inspection, and what the measure was then."""
    day = asking.inspected()
    if day is None:
        return None
    then = asking.figures([measure.code], [day], cohort=cohort)[measure.code][0]
    return day, f"inspection: {saying.value(then, measure)}" if saying.known(then, measure) is not None else "inspection"


def spans(asked: QueryDict) -> list[tuple[str, str, bool]]:
    """(words, address, whether it is shown now)."""
    current = asked.get("over", "") if asked.get("over", "") in SPANS else ""
    return [(words, address(asked, over=span), span == current) for span, (_, words) in SPANS.items()]


def tallies(figure: Figure, measure: Measure, to: str, publish: bool) -> tuple[Tally, ...]:
    """The figure and what it is made of, each number opening its children."""
    shown = publishing.one_hidden(figure, measure) if publish else publishing.shown(figure, measure)
    opens = "" if publish else f"{to}{figure.day.isoformat()}"
    counted = f"{opens}&counted=yes" if opens and figure.numerator else ""
    opens = opens if figure.numerator or figure.denominator or figure.unknown else ""
    made = [Tally(shown.value, _now(measure), opens)]
    if measure.kind == "share":
        made += [Tally(shown.counted, measure.numerator, counted), Tally(shown.of, measure.denominator, opens)]
    elif measure.per:
        made += [Tally(shown.counted, measure.numerator, counted), Tally(shown.of, measure.denominator)]
    elif measure.kind != "count":
        made.append(Tally(shown.of, "counted", counted))
    unsure = f"{opens}&counted=unsure" if opens and figure.unknown else ""
    return (*made, Tally(shown.unsure, "we cannot tell", unsure, "never counted as done" if figure.unknown else ""))


def _now(measure: Measure) -> str:
    return measure.unit if measure.kind == "count" else measure.period.value


@dataclass(frozen=True, slots=True)
class Then:
    """A month's figure as it was known at its end, beside what is known of it now."""

    month: date
    then: str
    then_of: str
    now: str
    now_of: str

    @property
    def differs(self) -> bool:
        return (self.then, self.then_of) != (self.now, self.now_of)


def known_then(measure: Measure, found: Sequence[Figure]) -> list[Then] | None:
    """The months of a trend as they were known when they ended, the newest first; None where that cannot be told."""
    then = asking.known_then(measure.code, [figure.day for figure in found])
    if then is None:
        return None
    pairs = zip(then, found, strict=True)
    return [Then(now.day, *_both(was, measure), *_both(now, measure)) for was, now in pairs][::-1]


def _both(figure: Figure, measure: Measure) -> tuple[str, str]:
    return saying.value(figure, measure), saying.rests_on(figure, measure)


def definition(measure: Measure) -> Iterator[tuple[str, Sentence]]:
    """What the measure means, as (name, words)."""
    yield "Counts", measure.numerator
    if measure.denominator:
        yield "Out of", measure.denominator
    yield "When", f"counted {measure.period.value}"
    if measure.clock:
        yield "Clock", measure.clock
    if measure.excludes:
        yield "Left out", measure.excludes
    yield "Target", f"{saying.target(measure)}. {saying.better(measure)}"
    yield "Source", measure.source
    rules = duties(measure)
    if rules:
        yield "Duties it counts", listed_links(rules)


def duties(measure: Measure) -> Sequence[Link]:
    """The rules whose duties it counts, each opening the rule."""
    found = {rule.says: rule for rule in RULES if set(rule.codes) & set(measure.duties)}
    return [Link(says, f"{reverse('counted')}#{rulebook.anchor(rule)}") for says, rule in found.items()]
