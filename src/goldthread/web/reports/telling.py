"""Facts of a report in words: what each is called, what it says, how a correction differs, and what became of it."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from difflib import SequenceMatcher

from goldthread.inspection import facts, reports
from goldthread.inspection.models import Confirmed, Evidence, Fact, Report
from goldthread.inspection.models.reports import AUTHORITY, ENDED, FRAMEWORK, IMPROVEMENT, JUDGEMENT, STARTED
from goldthread.web import wording
from goldthread.web.parts import STATES

SAME, OUT, IN = "", "out", "in"
MARKS = {
    reports.CONFIRMED: ("met", "confirmed"), reports.CORRECTED: ("metlate", "corrected"),
    reports.ADDED: ("met", "added by a person"), reports.STRUCK: ("ended", "struck out"),
}  # fmt: skip
DOUBTFUL = ("unsure", "read with doubt")
DID = {reports.CONFIRMED: "Confirmed", reports.CORRECTED: "Corrected", reports.ADDED: "Added", reports.STRUCK: "Struck out"}
assert {mark for mark, _ in (*MARKS.values(), DOUBTFUL)} <= STATES.keys()


def called(fact: Fact, value: object) -> str:
    """What the fact is: 'Lead inspector', or the area of a judgement as the report calls it."""
    if fact.kind == JUDGEMENT:
        label = value.get("label") if isinstance(value, dict) else ""
        return label or facts.AREAS.get(fact.area, facts.HEADINGS[JUDGEMENT])
    return facts.HEADINGS[fact.kind]


def says(kind: str, value: object) -> str:
    """The value in words: a day in full, a grade, a form by its name, the words of a thing to improve."""
    if value is None:
        return "not a fact of this report"
    if kind in facts.DAYS:
        return wording.plain_day(date.fromisoformat(str(value)))
    if kind == FRAMEWORK:
        return facts.FRAMEWORKS.get(str(value), str(value))
    if isinstance(value, dict):
        return value["text"] if kind == IMPROVEMENT else _capital(value.get("grade_label") or facts.GRADES[value["grade"]])
    return str(value)


def _capital(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}"


def details(fact: Fact, value: object) -> str:
    """What stands small under a grade: the part of the service it is kept for, where the report calls it otherwise; and under
    a thing to improve: its heading, who is asked, how soon, its number."""
    if not isinstance(value, dict):
        return ""
    if fact.kind == JUDGEMENT:
        area = facts.AREAS.get(fact.area, "")
        return "" if area.casefold() in called(fact, value).casefold() else f"kept as: {area}"
    section = value.get("section")
    parts = (value.get("heading"), facts.SECTIONS.get(section, "") if section != "local_authority" else "",
             facts.PRIORITIES.get(value.get("priority") or "", ""), f"number {value['number']}" if value.get("number") else "")  # fmt: skip
    return " · ".join(part for part in parts if part)


def whole(fact: Fact, value: object) -> str:
    """Everything a value says in one line, so that two can be compared."""
    if value is None:
        return ""
    words, small = says(fact.kind, value), details(fact, value)
    if fact.kind == JUDGEMENT:
        return f"{called(fact, value)}: {words}"
    return f"{words} ({small})" if small else words


def says_the_same(fact: Fact, value: object) -> bool:
    """Whether the words a fact rests on would only be said twice: its own words, or the row of a table it stands in."""
    said = {says(fact.kind, value)}
    if isinstance(value, dict) and fact.kind == JUDGEMENT:
        said |= {f"{value.get('label')} {says(fact.kind, value)}", called(fact, value)}
    return _bare(fact.words) in {_bare(words) for words in said}


def quoted(fact: Fact) -> str:
    """The words that a fact rests on, without the bullet before them."""
    return re.sub(r"^[^\w“‘(]+", "", fact.words)


def _bare(words: str) -> str:
    """Without bullets, numbers before them, marks and spaces."""
    return re.sub(r"[\W_]+", "", re.sub(r"^\W*\d{1,3}[.)]\s", "", words)).casefold()


def differences(before: str, after: str) -> Iterator[tuple[str, str]]:
    """Stretches of words: the same, taken out, put in."""
    old, new = (re.findall(r"\S+\s*", text) for text in (before, after))
    for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            yield SAME, "".join(old[a:b])
            continue
        yield from ((mark, "".join(words)) for mark, words in ((OUT, old[a:b]), (IN, new[c:d])) if words)


def who(said: Confirmed | Evidence) -> str:
    """'Miriam Tarnbrook, Fri 20 Nov 2026, 5:28pm'."""
    return f"{said.by.name if said.by else 'Somebody'}, {wording.moment_words(said.at)}"


def name_of(report: Report, known: Iterable[reports.Held]) -> str:
    """What a report is called, as it was read or as people said: 'Inspection of Wrenford, 2 to 13 February 2026'; else its file."""
    found = {one.fact.kind: one.value for one in known if one.value is not None}
    if AUTHORITY not in found:
        return report.file.name
    days = span(reports.day_or_none(found.get(STARTED)), reports.day_or_none(found.get(ENDED)))
    return f"Inspection of {found[AUTHORITY]}{f', {days}' if days else ''}"


def span(start: date | None, end: date | None) -> str:
    """'2 to 13 February 2026'; with only one day known, that day."""
    if start is None or end is None or start == end:
        return wording.plain_day(end or start) if end or start else ""
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day} to {wording.plain_day(end)}"
    first = wording.plain_day(start) if start.year != end.year else f"{start.day} {start:%B}"
    return f"{first} to {wording.plain_day(end)}"
