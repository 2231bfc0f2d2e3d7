"""The history as a list on the thread: the same facts as the picture, each with its source."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from goldthread.inspection.history import History
from goldthread.inspection.history.scales import OVERALL, Scale, scale_of
from goldthread.inspection.history.values import EVENT, JUDGEMENT, MEASURES, RAN, SINCE, UNREAD, Claim, Source
from goldthread.web import wording
from goldthread.web.history import ways
from goldthread.web.said import Sentence

ORDER = (JUDGEMENT, EVENT, MEASURES)  # what is said first of one day


@dataclass(frozen=True, slots=True)
class Answer:
    """One grade of a scale; `on` where it was given, `doubted` where another source gives another."""

    words: str
    on: bool = False
    doubted: bool = False


@dataclass(frozen=True, slots=True)
class ScaleLine:
    """A scale written out, the grade that was given boxed: 'overall and 4 areas'."""

    label: str
    answers: tuple[Answer, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the list, or with `regime` a heading: who ran the service from here on."""

    when: str
    title: str
    source: Sentence = ""
    state: str = "owed"
    scales: tuple[ScaleLine, ...] = ()
    regime: bool = False


def rows(history: History) -> list[Row]:
    """Every claim, those of the same days together, in the order of days, under who ran the service."""
    dated = [(claim.when.first, 0, _ran(claim, history.slug)) for claim in history.claims if claim.kind == RAN]
    dated += [(day, 1, row) for day, row in _moments(history)]
    return [row for _, _, row in sorted(dated, key=lambda one: one[:2])]


def number(found: Sequence[Row]) -> int:
    return sum(not row.regime for row in found)


def _ran(claim: Claim, slug: str) -> Row:
    return Row(claim.when.words, claim.words, ways.sources(claim.sources, slug), regime=True)


def _moments(history: History) -> Iterable[tuple[date, Row]]:
    together: dict[object, list[Claim]] = {}
    for claim in history.claims:
        if claim.kind == SINCE:
            together.setdefault((SINCE, claim.grade), []).append(claim)
        elif claim.kind != RAN:
            together.setdefault(claim.when, []).append(claim)
    for claims in together.values():
        made = _since(claims, history.slug) if claims[0].kind == SINCE else _moment(claims, history.slug)
        yield min(claim.when.place for claim in claims), made


def _since(claims: Sequence[Claim], slug: str) -> Row:
    """'Judged inadequate since: three sources, three years'."""
    years = list(dict.fromkeys(claim.when.words for claim in claims))
    sources = [source for claim in claims for source in claim.sources]
    grade = claims[0].grade.replace("_", " ") or claims[0].words
    said = f"Judged {grade} “since”: {wording.few(len(set(sources)), 'source')}, {wording.few(len(years), 'year')}"
    named = [part for claim in claims for part in (*ways.sources(claim.sources, slug), f" ({claim.when.words}); ")]
    return Row(wording.listed(years, "or"), said, (*named[:-1], named[-1].removesuffix("; ")), "unsure" if len(years) > 1 else "owed")


def _moment(claims: Sequence[Claim], slug: str) -> Row:
    judged = [claim for claim in claims if claim.kind == JUDGEMENT]
    graded = [claim for claim in judged if claim.grade and claim.grade != UNREAD]
    told = [words for claim in sorted(claims, key=lambda claim: ORDER.index(claim.kind)) for words in [_told(claim)] if words]
    unread = any(claim.grade == UNREAD for claim in judged)
    title = "; ".join(dict.fromkeys(told)) or summary(graded)
    scales = tuple(line for scale in dict.fromkeys(scale_of(claim.scale) for claim in graded) for line in _scale(scale, graded))
    return Row(claims[0].when.words, title[:1].upper() + title[1:], _sources(claims, slug), "unsure" if unread else "owed", scales)


def _told(claim: Claim) -> str:
    """The words of a claim that say something of their own."""
    if claim.kind == MEASURES:
        ends = f"until {claim.when.until.year}" if claim.when.until else "end not known"
        return f"{claim.words or 'measures'} ({ends})"
    alone = claim.kind == EVENT or not claim.area
    return claim.words if alone else ""


def _sources(claims: Sequence[Claim], slug: str) -> Sentence:
    found: dict[Source, None] = {}
    for claim in claims:
        found |= dict.fromkeys(claim.sources)
    return ways.sources(found, slug)


def summary(graded: Sequence[Claim]) -> str:
    """'Good in all 5 judgements', 'Inadequate: overall, leadership. Requires improvement: adoption'."""
    if not graded:
        return "An inspection"
    scale = scale_of(graded[0].scale)
    grades = _by_grade(graded, scale)
    if len(grades) == 1 and len(graded) > 1:
        return f"{_upper(scale.grade(graded[0].grade))} in all {len(graded)} judgements"
    return ". ".join(f"{_upper(scale.grade(grade))}: {wording.listed([_area(scale, claim) for claim in claims])}" for grade, claims in grades.items())


def _by_grade(graded: Sequence[Claim], scale: Scale) -> dict[str, list[Claim]]:
    """The judgements by grade, that of the whole first, areas in the order of the form."""
    order = [area for area, _ in scale.areas]
    found: dict[str, list[Claim]] = {}
    for claim in sorted(graded, key=lambda claim: (claim.area != OVERALL, order.index(claim.area) if claim.area in order else 99)):
        found.setdefault(claim.grade, []).append(claim)
    return found


def _area(scale: Scale, claim: Claim) -> str:
    return scale.area(claim.area) if claim.area else scale.name


def _scale(scale: Scale, graded: Sequence[Claim]) -> Iterable[ScaleLine]:
    mine = [claim for claim in graded if scale_of(claim.scale) == scale]
    twice = {claim.area for claim in mine if sum(other.area == claim.area for other in mine) > 1}
    for grade, claims in _by_grade(mine, scale).items():
        if not scale.grades:
            continue
        known = [*scale.grades, *([] if grade in dict(scale.grades) else [(grade, scale.grade(grade))])]
        doubted = any(claim.area in twice for claim in claims)
        yield ScaleLine(_label(scale, claims), tuple(Answer(words, code == grade, code == grade and doubted) for code, words in known))


def _label(scale: Scale, claims: Sequence[Claim]) -> str:
    areas = [claim for claim in claims if claim.area != OVERALL]
    if len(areas) > 2 and len(areas) < len(claims):
        return f"overall and {len(areas)} areas"
    return wording.listed([_area(scale, claim) for claim in claims])


def _upper(words: str) -> str:
    return words[:1].upper() + words[1:]
