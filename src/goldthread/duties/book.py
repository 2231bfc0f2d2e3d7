"""The rule book as Markdown: an index with the words, and a page for each family with every rule, its law and its examples."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from goldthread.clock.times import spoken_day
from goldthread.duties.examples import Example, Expected, read_examples
from goldthread.duties.ladders import LADDERS
from goldthread.duties.rules import FAMILIES, NOT_DUTIES, SERVICE_FAMILIES, STATISTICS
from goldthread.duties.sentence import account
from goldthread.duties.service import COUNTED_OUT, SERVICE_WORDS
from goldthread.duties.shape import Duty, law_of
from goldthread.duties.timeline import as_text
from goldthread.duties.words import EPISODES, WORDS

STATISTICS_ONLY = "Counted by statistics only"

_OPENING = """# The rule book

Every promise that Goldthread keeps count of, written from the rules and the examples that specify them. Change one of
those and run `goldthread docs`; a test fails while these pages are stale.

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


@dataclass(frozen=True, slots=True)
class Told:
    """An example in words: what it shows, what is said of somebody, and what is then owed by the rules asked about."""

    says: str
    said: str
    owed: tuple[str, ...]


def told(codes: Collection[str], specs: Path = SPECS) -> tuple[Told, ...]:
    """The examples of some rules, as the pages have them; none where the folder of specs is not there."""
    named = [path for path in sorted(specs.glob("*.yaml")) if any(code in _text(path) for code in codes)]
    found = [example for path in named for example in _read(path, path.stat().st_mtime_ns)]
    return tuple(_told(example, codes) for example in found if not example.codes.isdisjoint(codes))


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


@lru_cache(maxsize=64)
def _read(path: Path, changed: int) -> tuple[Example, ...]:
    """A file is read again only after it changed."""
    return tuple(read_examples(path))


def _told(example: Example, codes: Collection[str]) -> Told:
    number = f" ({example.example})" if example.example else ""
    owed = tuple(_expected(expected) for expected in example.expect if expected.code in codes)
    return Told(f"{example.says}{number}", example.facts, owed)


def rule_book(specs: Path = SPECS) -> dict[str, str]:
    """The pages by name, with the examples found in a folder of specs: `rules.md`, and one in `rules/` for each family."""
    examples = [example for path in sorted(specs.glob("*.yaml")) for example in read_examples(path)]
    chapters = _chapters()
    pages = {file_of(family): _family(family, duties, examples) for family, duties in chapters.items()}
    parts = [_OPENING, "## The families\n", *_index(chapters), "## Not a duty, because …\n", *_not_duties()]
    parts += ["\n## When something is late\n", *_ladders(), "\n## The words\n", *_words(), *_service_words()]
    return {"rules.md": "\n".join(parts).rstrip() + "\n", **pages}


def _chapters() -> dict[str, tuple[Duty, ...]]:
    """Every family that has rules, and at the end what only statistics count."""
    chapters = {**FAMILIES, **SERVICE_FAMILIES, STATISTICS_ONLY: STATISTICS}
    return {family: duties for family, duties in chapters.items() if duties}


def file_of(family: str) -> str:
    """The page of a family: 'rules/front-door.md'."""
    return f"rules/{re.sub(r'[^a-z]+', '-', family.lower().replace(chr(39), '')).strip('-')}.md"


def page_of(code: str) -> str:
    """The page on which a duty stands, by any of its codes."""
    return next(file_of(f) for f, duties in _chapters().items() if any(code in duty.codes for duty in duties))


def _index(chapters: dict[str, tuple[Duty, ...]]) -> Iterator[str]:
    for family, duties in chapters.items():
        yield f"**[{family}]({file_of(family)})**\n"
        yield from (f"- {', '.join(duty.codes)} · {duty.says}{_ended(duty)}" for duty in duties)
        yield ""


def _ended(duty: Duty) -> str:
    return f" (to {spoken_day(duty.up_to)})" if duty.up_to else ""


def _not_duties() -> Iterator[str]:
    yield "What the compiled timescales hold that is no duty of its own here.\n"
    yield "| timescale | what it is instead | why |\n|---|---|---|"
    yield from (f"| {row.code} · {row.says} | {row.kind.value} | {row.because} |" for row in NOT_DUTIES)


def _family(family: str, duties: tuple[Duty, ...], examples: list[Example]) -> str:
    parts = [f"# {family}\n", "Part of [the rule book](../rules.md), written from the rules by `goldthread docs`.\n"]
    if family == STATISTICS_ONLY:
        parts.append("Counted by a national statistic otherwise than the duty is: explained, and on nobody's desk.\n")
    shown: set[str] = set()
    for duty in duties:
        parts.extend(_entry(duty, [e for e in examples if _is_about(e, duty) and e.says not in shown]))
        shown |= {e.says for e in examples if _is_about(e, duty)}
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
    yield f"    {as_text(duty)}\n"
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
    yield from (
        f"- Local setting: `{number.name}`, usually {number.usual}; {number.owner} answers for it"
        for number in duty.locals
    )
    yield f"- When late: {duty.climbs.code}, {duty.climbs.use.lower()}"


def _row(example: Example, codes: set[str]) -> str:
    in_words = _told(example, codes)
    return f"| {in_words.says} | {_escaped(in_words.said)} | {'<br>'.join(in_words.owed)} |"


def _expected(expected: Expected) -> str:
    fields = ", ".join(f"{name} {value}" for name, value in expected.fields.items())
    states = "; ".join(f"on {day} {state}" for day, state in expected.states.items())
    return f"{expected.code}: " + "; ".join(part for part in (fields, states) if part)


def _escaped(text: str) -> str:
    return text.replace("|", "\\|")
