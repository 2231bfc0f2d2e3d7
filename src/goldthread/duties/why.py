"""`goldthread why LIFE.yaml`: every duty in a small life, with the sentence that explains it. See docs/why.md."""

import argparse
import io
import json
import os
import re
import sys
from collections.abc import Callable, Sequence
from datetime import date, datetime
from difflib import get_close_matches
from pathlib import Path
from typing import Any, NoReturn

from goldthread.clock.calendars import NotPublished
from goldthread.clock.reading import NotADay, read_moment
from goldthread.clock.times import day_of, spoken_day, spoken_moment
from goldthread.duties.asjson import as_json, iso
from goldthread.duties.engine import occurrences
from goldthread.duties.explain import Explainer, Explanation, How
from goldthread.duties.faults import Fault, faults
from goldthread.duties.life import as_known
from goldthread.duties.lifefile import LifeFile, Person, read_life
from goldthread.duties.lifeyaml import Unreadable
from goldthread.duties.occurrence import Occurrence
from goldthread.duties.rules import CODES, RULES, STATISTIC_CODES, STATISTICS
from goldthread.duties.sentence import named, sentence_case
from goldthread.duties.shape import Duty

Told = tuple[Occurrence, Explanation, How]


def main(argv: Sequence[str], today: date, say: Callable[[str], object] = print) -> int:
    """Runs the command; the number it returns is its exit code. 2 means that the question could not be read."""
    _in_utf_8()
    try:
        options = _options(argv)
        life = read_life(Path(options.life))
        on = _moment("--on", options.on) or life.on or today
        known = _moment("--known", options.known) or life.known
        rules = _rules(options.rules or life.rules)
        answer = _json if options.json else _table
        say(answer(life, on, known, rules))
        return 0
    except (Unreadable, NotPublished) as error:
        print(f"goldthread why: {error}", file=sys.stderr)
        return 2
    except BrokenPipeError:  # whoever read the answer has read enough
        _hush()
        return 0


def _in_utf_8() -> None:
    """Names are printed as they are, also where the terminal says it knows only plain letters."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8")


def _hush() -> None:
    """Lets what is left to print go nowhere, so that closing the stream fails no more."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise Unreadable(f"{message}. Write 'goldthread why LIFE.yaml', or 'goldthread why --help'.")


def _options(argv: Sequence[str]) -> argparse.Namespace:
    parser = _Parser(prog="goldthread why", description="Every duty in a small life, and why. See docs/why.md.")
    parser.add_argument("life", metavar="LIFE.yaml", help="people and their words, as docs/why.md shows")
    parser.add_argument("--on", metavar="DATE", help="the day asked about (today unless given)")
    parser.add_argument("--known", metavar="DATE", help="only what had been recorded by the end of that day")
    parser.add_argument(
        "--rules",
        "--rule",
        metavar="CODE,…",
        action="append",
        help="only these rules, such as CP05,LV02, with the count of each; a statistic's own clock, such as S405S, too",
    )
    parser.add_argument("--json", action="store_true", help="as JSON")
    return parser.parse_args(list(argv))


def _moment(option: str, text: str | None) -> date | datetime | None:
    if text is None:
        return None
    try:
        return read_moment(text)
    except NotADay as error:
        raise Unreadable(f"{option}: {error}") from error


def _rules(codes: Sequence[str]) -> tuple[Duty, ...]:
    """The rules with any of these codes, however they are divided; all that are owed to somebody when none is named.

    What only a national statistic counts is on nobody's desk, and is told where its code is named.
    """
    wanted = [code.upper() for part in codes for code in re.split(r"[\s,;]+", part) if code]
    for code in wanted:
        if code not in (*CODES, *STATISTIC_CODES):
            near = get_close_matches(code, (*CODES, *STATISTIC_CODES), n=1, cutoff=0.5)
            hint = f" Did you mean {near[0]}?" if near else ""
            raise Unreadable(f"There is no rule {code}.{hint} The rules are {', '.join((*CODES, *STATISTIC_CODES))}.")
    if not wanted:
        return RULES
    return tuple(duty for duty in (*RULES, *STATISTICS) if set(duty.codes) & set(wanted))


def told(
    person: Person, life: LifeFile, on: date | datetime, known: date | datetime | None, rules: tuple[Duty, ...]
) -> list[Told]:
    """One person's occurrences with their explanations, in the order they are due."""
    found = occurrences(person.spoken, rules, life.settings, known)
    found.sort(key=lambda o: (o.due, o.opened, o.code))
    explainer = Explainer(person.spoken, on, person.name, rules, life.settings, known)
    return [(o, explainer.explain(o), explainer.how(o)) for o in found]


def _table(life: LifeFile, on: date | datetime, known: date | datetime | None, rules: tuple[Duty, ...]) -> str:
    said = [sentence_case(_said(on)) + (f", as known {_said(known)}" if known else "") + "."]
    for person in life.people:
        said.append("")
        if person.name:
            born = person.born(known)
            said.append(person.name + (f", born {spoken_day(born)}" if born else ""))
        found = told(person, life, on, known, rules)
        said.extend(
            _rows(found, day_of(on), counted=rules is not RULES) if found else ["Nothing is owed, and nothing was."]
        )
        said.extend(f"Does not fit: {fault.says}" for fault in _faults(person, known))
    return "\n".join(said)


def _faults(person: Person, known: date | datetime | None) -> list[Fault]:
    """What does not fit in a life, said of the person by name."""
    return [f._replace(says=named(f.says, person.name)) for f in faults(as_known(person.spoken, known))]


_HEADINGS = ("rule", "opened", "due", "met", "ended", "state", "owner")


def _rows(rows: list[Told], on: date, *, counted: bool) -> list[str]:
    """The table; `counted` says under each row how its day was found."""
    cells = [_HEADINGS, *(_cells(o, e, on) for o, e, _ in rows)]
    widths = [max(len(row[n]) for row in cells) for n in range(len(_HEADINGS))]
    lines = ["  ".join(text.ljust(width) for text, width in zip(row, widths, strict=True)).rstrip() for row in cells]
    said = [lines[0], "  ".join("-" * width for width in widths)]
    for line, (_, explanation, how) in zip(lines[1:], rows, strict=True):
        said += [line, f"      {explanation.title}. {explanation.sentence}"]
        said += [f"      {' '.join(how.says)}"] if counted else []
        said += [f"      {caution}" for caution in explanation.cautions]
    return said


def _cells(o: Occurrence, e: Explanation, on: date) -> tuple[str, ...]:
    due = f"{o.due_at:%a} {_clock(o.due_at)}" if o.due_at else _day(o.due)
    return (o.code, _day(o.opened), due, _day(o.met), _day(o.ended or o.over_by(on)), e.verdict.state.value, e.owner)


def _clock(moment: datetime) -> str:
    return f"{moment.day} {moment:%b %Y %H:%M}"


def _day(day: date | None) -> str:
    return f"{day:%a} {day.day} {day:%b %Y}" if day else "-"


def _said(moment: date | datetime) -> str:
    return f"at {spoken_moment(moment)}" if isinstance(moment, datetime) else f"on {spoken_day(moment)}"


def _json(life: LifeFile, on: date | datetime, known: date | datetime | None, rules: tuple[Duty, ...]) -> str:
    people = [_person(person, life, on, known, rules) for person in life.people]
    answer = {"on": iso(on), "known": iso(known), "people": people}
    return json.dumps(answer, indent=2, ensure_ascii=False)


def _person(
    person: Person, life: LifeFile, on: date | datetime, known: date | datetime | None, rules: tuple[Duty, ...]
) -> dict[str, Any]:
    return {
        "name": person.name,
        "born": iso(person.born(known)),
        "occurrences": [as_json(o, e, how, day_of(on)) for o, e, how in told(person, life, on, known, rules)],
        "faults": [_fault(fault) for fault in _faults(person, known)],
    }


def _fault(fault: Fault) -> dict[str, Any]:
    return {"word": fault.word, "day": iso(fault.day), "entry": fault.entry, "says": fault.says}
