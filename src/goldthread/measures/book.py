"""The measures as a page of `docs/`: every definition with its examples, and what cannot be answered."""

from collections.abc import Iterator
from itertools import groupby

from goldthread.duties.book import page_of
from goldthread.measures.definitions import CANNOT, MEASURES
from goldthread.measures.examples import Example, Expected, by_measure
from goldthread.measures.groups import GROUPS
from goldthread.measures.shape import Measure

_OPENING = """# Measures

Written by `goldthread docs` from the definitions and the examples that specify them; a test fails when it is stale.

**In time** is never said here a second time: it is what the duties say. Statistics and duties may differ (the conference
within 15 working days is counted by the Department from the start of enquiries, by the duty from the strategy discussion);
both are here, under two names.

**What cannot be told** never counts as done. A figure is three numbers: how many counted, of how many, and of how many of
these the record does not say. The last are in the second, and never in the first.

**As it stood then.** A figure for an earlier day is counted from what was in force on that day, and each child is put where
they were then: the team that held them, where they lived, how old they were. Whoever ended or began since makes no
difference. Answers without a day of their own, such as the outcome of a contact, are taken as they stand now.

**Late recording changes earlier figures.** A visit made in March and written down in May was made in March, so the figure
for March is better when it is counted in June than when it was counted in April. Measures of entries can be counted as they were
known at a moment; measures of duties cannot yet, because duties are worked out from what is known now.

**Duties that fell due** are counted once, in the period in which their last day passed: what is due on the last day of a
month may still be done on it, and is counted in the next.

**Small numbers.** Where a figure leaves the house, numbers of 1 to 5 are printed `c`, with what would give them back, and
what there is none of is printed `:`.

**Divided by** {groups}. Any set of people can be counted by itself: named, or told by what they had in common on a day.
"""


def measures_page() -> str:
    """The whole page as Markdown."""
    examples = by_measure()
    ways = ", ".join(group.title.lower() for group in GROUPS.values())
    parts = [_OPENING.format(groups=ways)]
    by_section = sorted(MEASURES.values(), key=lambda m: _place(m.section))
    for section, measures in groupby(by_section, key=lambda m: m.section):
        parts.append(f"## {section}\n")
        for measure in measures:
            parts.extend(_entry(measure, examples.get(measure.code, [])))
    parts += ["## What the record cannot answer\n", "| what people ask for | the missing fact |", "|---|---|"]
    parts += [f"| {cannot.title} | {cannot.missing} |" for cannot in CANNOT]
    return "\n".join(parts).rstrip() + "\n"


def _place(section: str) -> int:
    return list(dict.fromkeys(m.section for m in MEASURES.values())).index(section)


def _entry(measure: Measure, examples: list[tuple[Example, Expected]]) -> Iterator[str]:
    yield f"### {measure.title} (`{measure.code}`)\n"
    yield measure.sentence + "\n"
    yield f"- Counts {measure.numerator}" + (f", of {measure.denominator}" if measure.denominator else "") + f"; {measure.period}"
    yield from (f"- {said}" for said in _facts(measure))
    if examples:
        yield "\n| example | figure |\n|---|---|"
        yield from dict.fromkeys(f"| {example.says} | {_figure(expected)} |" for example, expected in examples)
    yield ""


def _facts(measure: Measure) -> Iterator[str]:
    better = {"higher": "higher is better", "lower": "lower is better", "neither": "neither way is better by itself"}[measure.polarity]
    target = "" if measure.target is None else f"; usual target {measure.target:g}{' %' if measure.kind == 'share' else ''}"
    yield f"A {measure.kind}: {better}{target}"
    if measure.clock:
        yield f"Clock: {measure.clock}"
    if measure.duties:
        yield f"Duties: {', '.join(f'[{code}]({page_of(code)})' for code in measure.duties)}"
    if measure.excludes:
        yield f"Leaves out {measure.excludes}"
    yield f"Source: {measure.source}"


def _figure(expected: Expected) -> str:
    told = f"{expected.value:g}" if expected.value is not None else ""
    if expected.counted is not None:
        told = f"{expected.counted} of {expected.of}" if expected.of is not None else str(expected.counted)
    return f"{expected.day.isoformat()}: {told}" + (f", {expected.unknown} not known" if expected.unknown else "")
