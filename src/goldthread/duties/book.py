"""The rule book: every rule with its sentence, its law, its owner and its examples, as one Markdown page.

python -m goldthread.duties.book tests/specs docs/rules.md
"""

from collections.abc import Iterator
from pathlib import Path

from goldthread.clock.times import spoken_day
from goldthread.duties.examples import Example, Expected, read_examples
from goldthread.duties.ladders import LADDERS
from goldthread.duties.rules import FAMILIES, SERVICE_FAMILIES
from goldthread.duties.sentence import account
from goldthread.duties.service import COUNTED_OUT, SERVICE_WORDS
from goldthread.duties.shape import Duty, law_of
from goldthread.duties.words import EPISODES, WORDS

_OPENING = """# The rule book

Every promise that Goldthread keeps count of, written from the rules and the examples that specify them. Change one of
those and run `goldthread docs`; a test fails while this page is stale.

**How days are counted.** The day something happens is day 0 unless the span says it counts the first day. Working days
leave out weekends and the bank holidays of England; weeks and months leave out nothing, and a date that falls on a
weekend stays there, with the last working day before it to plan by. A month ends on the same day of the month, or on
its last. Hours are real hours, through changes of the clock.

**Same-day order.** What starts comes before what it asks for, and what is asked for comes before what ends: a visit on
the day a plan began counts, and so does one on the day it ended.

**Which version of a rule.** The one in force on the day the duty opened. Entries marked *local* are an authority's own
numbers: each is a setting that can be given another value from a day on.
"""


SPECS = Path(__file__).parents[3] / "tests" / "specs"


def rule_book(specs: Path = SPECS) -> str:
    """The rule book as Markdown, with the examples found in a folder of specs."""
    examples = [example for path in sorted(specs.glob("*.yaml")) for example in read_examples(path)]
    parts = [_OPENING]
    for family, duties in {**FAMILIES, **SERVICE_FAMILIES}.items():
        parts.append(f"## {family}\n")
        shown: set[str] = set()
        for duty in duties:
            parts.extend(_entry(duty, [e for e in examples if _is_about(e, duty) and e.says not in shown]))
            shown |= {e.says for e in examples if _is_about(e, duty)}
    parts += ["## When something is late\n", *_ladders(), "\n## The words\n", *_words(), *_service_words()]
    return "\n".join(parts).rstrip() + "\n"


def _ladders() -> Iterator[str]:
    yield "Practice, not law: who is told next. Every number is local.\n"
    yield from (f"- **{code}** {ladder}" for code, ladder in LADDERS.items())


def _words() -> Iterator[str]:
    yield "What the record can say of a person on a day, and all that a rule is written in. An episode has a beginning"
    yield "and an end that share a key; `name.begins` and `name.ends` are its two words.\n"
    yield "| episode | while | begins | ends |\n|---|---|---|---|"
    yield from (f"| `{e.name}` | {e.says} | {e.begins.says} | {e.ends.says} |" for e in EPISODES)
    paired = {word.name for e in EPISODES for word in (e.begins, e.ends)}
    yield "\n| word | on that day |\n|---|---|"
    yield from (f"| `{word.name}` | {word.says} |" for word in WORDS.values() if word.name not in paired)


def _service_words() -> Iterator[str]:
    yield "\nOf the service itself, said by whoever leads improvement; those in brackets are said by the calendar, or by silence.\n"
    yield "| word | on that day |\n|---|---|"
    yield from (f"| {_bracketed(word.name)} | {word.says} |" for word in SERVICE_WORDS.values())


def _bracketed(name: str) -> str:
    return f"(`{name}`)" if name in COUNTED_OUT else f"`{name}`"


def _is_about(example: Example, duty: Duty) -> bool:
    return bool(example.codes & set(duty.codes))


def _entry(duty: Duty, examples: list[Example]) -> Iterator[str]:
    yield f"### {', '.join(duty.codes)} · {duty.says}\n"
    yield " ".join(account(duty)) + "\n"
    yield from _facts(duty)
    if examples:
        yield "\n| example | what is said | what is owed |\n|---|---|---|"
        yield from (_row(example, set(duty.codes)) for example in examples)
    yield ""


def _facts(duty: Duty) -> Iterator[str]:
    yield f"- Form: {duty.form}"
    for law in dict.fromkeys(law_of(duty, code) for code in duty.codes):
        yield f"- Source: {law} ({law.instrument.force.value})"
        yield from (f"- To check: {check}" for check in (law.check, law.instrument.check) if check)
    yield from (f"- See also: {law}" for law in duty.also)
    until = f" to {spoken_day(duty.up_to)}" if duty.up_to else ""
    yield f"- For duties that open from {spoken_day(duty.since)}{until}"
    yield from (f"- Local setting: `{number.name}`, usually {number.usual}" for number in duty.locals)
    yield f"- When late: {duty.climbs.code}, {duty.climbs.use.lower()}"


def _row(example: Example, codes: set[str]) -> str:
    number = f" ({example.example})" if example.example else ""
    owed = "<br>".join(_expected(expected) for expected in example.expect if expected.code in codes)
    return f"| {example.says}{number} | {_escaped(example.facts)} | {owed} |"


def _expected(expected: Expected) -> str:
    fields = ", ".join(f"{name} {value}" for name, value in expected.fields.items())
    states = "; ".join(f"on {day} {state}" for day, state in expected.states.items())
    return f"{expected.code}: " + "; ".join(part for part in (fields, states) if part)


def _escaped(text: str) -> str:
    return text.replace("|", "\\|")
