"""What stands against what, what nobody here knows, and what to read before two grades are compared: all from the claims."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from goldthread.clock.times import plain_day
from goldthread.inspection.history.asked import BOTH_DIFFER, Column
from goldthread.inspection.history.gathering import Inspection
from goldthread.inspection.history.scales import BOXES, OVERALL, SCALES, scale_of
from goldthread.inspection.history.values import JUDGEMENT, MEASURES, REPORT, SINCE, UNREAD, YEAR, Claim, Source

FOUR_JUDGEMENTS, FIVE_JUDGEMENTS, NO_OVERALL = "ilacs_2018", "ilacs_2023", "ilacs_2026"


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A question with more than one answer, each with who gives it. `settled_by` is what would answer it."""

    question: str
    answers: tuple[tuple[str, tuple[Source, ...]], ...]
    settled_by: str = ""


def disagreements(claims: Sequence[Claim], found: Sequence[Inspection], columns: Sequence[Column]) -> list[Disagreement]:
    """Everything that sources answer differently."""
    return [*_since(claims), *_grades(found), *_published(found), *_themes(columns)]


def _since(claims: Sequence[Claim]) -> Iterable[Disagreement]:
    by_grade: dict[str, dict[str, tuple[Source, ...]]] = {}
    for claim in claims:
        if claim.kind == SINCE:
            answers = by_grade.setdefault(claim.grade or claim.words, {})
            answers[claim.when.words] = (*answers.get(claim.when.words, ()), *claim.sources)
    for grade, answers in by_grade.items():
        if len(answers) > 1:
            settled = "The inspectors’ own letters of those years would settle it; none is held here."
            yield Disagreement(f"“{_upper(grade.replace('_', ' '))} since” when?", tuple(answers.items()), settled)


def _grades(found: Sequence[Inspection]) -> Iterable[Disagreement]:
    for inspection in found:
        for area in dict.fromkeys(claim.area for claim in inspection.graded):
            said = [claim for claim in inspection.graded if claim.area == area]
            if len({claim.grade for claim in said}) > 1:
                answers = tuple((SCALES[scale_of(claim.scale).code].grade(claim.grade), claim.sources) for claim in said)
                question = f"{_upper(_area_words(said[0]))}, {inspection.when.words}: which grade?"
                yield Disagreement(question, answers, "The report’s first page would settle it.")


def _area_words(claim: Claim) -> str:
    scale = scale_of(claim.scale)
    return scale.area(claim.area) if claim.area else scale.name


def _published(found: Sequence[Inspection]) -> Iterable[Disagreement]:
    for inspection in found:
        days: dict[date, tuple[Source, ...]] = {}
        for claim in inspection.claims:
            for source in claim.sources:
                day = source.when.day if source.kind == REPORT and source.when else claim.published if source.report else None
                if day is not None:
                    days[day] = tuple(dict.fromkeys((*days.get(day, ()), source)))
        if len(days) > 1:
            answers = tuple((plain_day(day), sources) for day, sources in sorted(days.items()))
            yield Disagreement(f"The inspection of {inspection.when.words}: published when?", answers,
                               "A report’s printed day and the website’s may differ by some days.")  # fmt: skip


def _themes(columns: Sequence[Column]) -> Iterable[Disagreement]:
    for column in columns:
        for cell in column.cells:
            if cell.state == BOTH_DIFFER:
                by = next(mark.by for thing in cell.things for mark in [thing.mark(cell.theme)] if mark)
                answers = (("asked for", (Source("built-in reading"),)), ("not asked for", (Source(by or "a person here"),)))
                yield Disagreement(f"{cell.theme.label} in {column.label}?", answers, "The report’s own words are behind the mark.")


@dataclass(frozen=True, slots=True)
class Unknown:
    """Something that nobody here knows. `report` opens what would answer it; `why` says what is missing."""

    words: str
    report: int | None = None
    add: bool = False


def unknowns(claims: Sequence[Claim], found: Sequence[Inspection], columns: Sequence[Column]) -> list[Unknown]:
    """What the claims leave open."""
    return [*_open_measures(claims), *_unread(claims), *_doubtful(found), *_not_asked(found, columns), *_waiting(columns), *_inexact(found),
            *_before(claims)]  # fmt: skip


def _open_measures(claims: Sequence[Claim]) -> Iterable[Unknown]:
    for claim in claims:
        if claim.kind == MEASURES and claim.when.until is None:
            words = claim.words or "measures"
            yield Unknown(f"When the {words[:1].lower() + words[1:]} of {claim.when.words} ended")


def _unread(claims: Sequence[Claim]) -> Iterable[Unknown]:
    for claim in claims:
        if claim.kind == JUDGEMENT and claim.grade == UNREAD:
            yield Unknown(f"What the report listed for {claim.when.words} says: it cannot be read", add=True)


def _doubtful(found: Sequence[Inspection]) -> Iterable[Unknown]:
    """What a list of judgements notes beside them itself."""
    for inspection in found:
        for note in dict.fromkeys(claim.words for claim in inspection.graded if claim.area and claim.words):
            yield Unknown(f"Whether the grades of {inspection.when.words} are as listed: {note}", add=True)


def _not_asked(found: Sequence[Inspection], columns: Sequence[Column]) -> Iterable[Unknown]:
    known = {column.when for column in columns}
    missing = [one for one in found if one.graded and BOXES[one.box].tall and not any(one.when.overlaps(when) for when in known)]
    for inspection in missing:
        yield Unknown(f"What the inspection of {inspection.when.words} asked to improve: its report is not held here", add=True)


def _waiting(columns: Sequence[Column]) -> Iterable[Unknown]:
    for column in columns:
        if column.report and column.waiting:
            facts = "1 fact waits" if column.waiting == 1 else f"{column.waiting} facts wait"
            yield Unknown(f"All that the report of {column.label} says: {facts} for a person to confirm", column.report)


def _inexact(found: Sequence[Inspection]) -> Iterable[Unknown]:
    years = list(dict.fromkeys(one.when.words for one in found if one.when.exact == YEAR))
    if years:
        named = years[0] if len(years) == 1 else f"{', '.join(years[:-1])} and {years[-1]}"
        yield Unknown(f"The exact days of the {named} inspection{'' if len(years) == 1 else 's'}")


def _before(claims: Sequence[Claim]) -> Iterable[Unknown]:
    first = min((claim.when for claim in claims), default=None)
    if first is not None and first.first.year > 2000:
        begins = f"{first.first:%B %Y}" if first.exact != YEAR else first.first.year
        yield Unknown(f"Anything before {begins}: no report or source of earlier years is held here", add=True)


def comparing(found: Sequence[Inspection]) -> list[str]:
    """What to read before two grades of this history are set side by side."""
    graded = [one for one in found if one.graded and one.box]
    if not graded:
        return []
    forms = {scale_of(claim.scale).code for one in graded for claim in one.graded}
    boxes = [code for code in BOXES if any(one.box == code for one in graded)]
    first = [one for one in graded if one.box == boxes[0]][-1]
    return [_two(first, graded[-1]) if len(boxes) > 1 else _one(boxes[0]), *_forms(forms)]


def _two(first: Inspection, last: Inspection) -> str:
    return (f"{_upper(_answer(last))} and {_answer(first)} are answers to different questions. "
            "Goldthread never turns one into the other.")  # fmt: skip


def _one(box: str) -> str:
    return (f"All grades here are of one form ({BOXES[box].name}), given by other inspectors on other days. "
            "What each looked at is in its report.")  # fmt: skip


def _answer(inspection: Inspection) -> str:
    """'a “good” of 2023', 'a “serving children well: some” of 2005'."""
    claim = next((claim for claim in inspection.graded if claim.area in (OVERALL, "")), inspection.graded[0])
    scale = scale_of(claim.scale)
    grade = scale.grade(claim.grade)
    said = grade if claim.area in (OVERALL, "lscb") else f"{_area_words(claim)}: {grade}"
    return f"{'an' if said[:1] in 'aeiou' else 'a'} “{said}” of {inspection.when.last.year}"


def _forms(forms: set[str]) -> Iterable[str]:
    if {FOUR_JUDGEMENTS, FIVE_JUDGEMENTS} <= forms:
        yield "Until 2022 one judgement covered children in care and care leavers together. From 2023 each has its own, so neither continues it."
    if NO_OVERALL in forms:
        yield "Since April 2026 there is no overall grade. Goldthread makes none from the others."
    if "lac_2013" in forms:
        yield "“Adequate” was a grade before the single framework. “Requires improvement” came after it and is not the same answer."


def _upper(words: str) -> str:
    return words[:1].upper() + words[1:]
