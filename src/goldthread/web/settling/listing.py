"""Every local number, whether each duty is kept, the policies and the school terms: now, to come, and as they were."""

from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import TypeVar

from django.urls import reverse

from goldthread.clock.spans import Span
from goldthread.duties import DEFAULTS, Settings
from goldthread.duties.rules import FAMILIES, SERVICE_FAMILIES
from goldthread.duties.shape import Duty
from goldthread.record.local.inforce import Row, rows, standing
from goldthread.record.local.models import KEPT, NUMBER, SCHOOL
from goldthread.record.local.words import FIELDS, NUMBERS, POLICIES, YES
from goldthread.web import wording
from goldthread.web.said import Link
from goldthread.web.settling import things
from goldthread.web.settling.things import Thing


@dataclass(frozen=True, slots=True)
class Number:
    """One local number as a line: what it usually is, what it is today, and what it will be."""

    thing: Thing
    duties: tuple[Link, ...]
    usual: Span
    now: Span
    coming: str
    owner: str
    check: str
    ours: bool


@dataclass(frozen=True, slots=True)
class KeptLine:
    """One duty: since when it is kept here, or that it is not, and why."""

    thing: Thing
    kept: bool
    words: str
    why: str


T = TypeVar("T", Number, KeptLine)


@dataclass(frozen=True, slots=True)
class Written:
    """One line of a history: the value with its day, who wrote it, when and why; `gone` says who took it back and why."""

    number: int
    words: str
    by: str
    at: str
    why: str
    gone: str = ""


def line(thing: Thing, settings: Settings, today: date) -> Number:
    number, rules = NUMBERS[thing.name], things.duties_using(thing.name)
    versions = settings.versions(number)
    now = next(span for since, span in versions if since <= today)
    coming = [(since, span) for since, span in versions if since > today]
    links = tuple(Link(rule.code, rule_href(rule)) for rule in rules)
    to_come = "; ".join(f"{span} from {wording.plain_day(since)}" for since, span in reversed(coming))
    return Number(thing, links, number.usual, now, to_come, number.owner.says, check_of(rules), len(versions) > 1)


def rule_href(rule: Duty) -> str:
    return reverse("rule", args=[rule.codes[0]])


def check_of(rules: list[Duty]) -> str:
    """What is to be confirmed before anybody relies on it, in the first rule that says so."""
    return next((check for rule in rules for check in (rule.law.check, rule.law.instrument.check) if check), "")


def numbers(settings: Settings, today: date) -> list[tuple[str, list[Number]]]:
    return [(family, [line(thing, settings, today) for thing in found]) for family, found in things.numbers_by_family()]


def finding(found: list[tuple[str, list[T]]], words: str) -> list[tuple[str, list[T]]]:
    """Of lines by family those in whose title, family or codes all the words stand; families with nothing left are left out."""
    asked = words.lower().split()
    kept = [(family, [line for line in lines if all(word in _searched(family, line) for word in asked)]) for family, lines in found]
    return [(family, lines) for family, lines in kept if lines]


def _searched(family: str, line: Number | KeptLine) -> str:
    codes = [link.text for link in line.duties] if isinstance(line, Number) else []
    return " ".join([family, line.thing.title, *codes]).lower()


def changed(found: list[tuple[str, list[Number]]]) -> list[Number]:
    """Those that somebody here has settled or changes soon."""
    return [one for _, lines in found for one in lines if one.ours]


def duties(settings: Settings, today: date) -> list[tuple[str, list[KeptLine]]]:
    """Each duty that still opens, by family, whether it is kept here."""
    said = {row.name: row for row in standing() if row.what == KEPT}
    chapters = {**FAMILIES, **SERVICE_FAMILIES}.items()
    return [(family, [kept_line(rule, said.get(rule.code), settings, today) for rule in rules if rule.up_to is None or rule.up_to >= today]) for family, rules in chapters]


def kept_line(rule: Duty, row: Row | None, settings: Settings, today: date) -> KeptLine:
    since = settings.kept_from(rule.code)
    words = "Not kept here" if since == date.max else kept_words(since)
    return KeptLine(things.duty(rule), since <= today, words, row.why if row else "")


def kept_words(since: date) -> str:
    return "Kept since its rule began" if since == date.min else f"Kept from {wording.plain_day(since)}"


def policies(settings: Settings) -> list[tuple[Thing, str, str, str]]:
    """(policy, what it is now, its default, '' or 'settled here')."""
    return [(things.policy(name), *_policy(getattr(settings, FIELDS[name]), getattr(DEFAULTS, FIELDS[name]))) for name in POLICIES]


def _policy(now: Enum, usual: Enum) -> tuple[str, str, str]:
    return str(now.value), str(usual.value), "" if now is usual else "settled here"


def school(settings: Settings) -> tuple[Thing, str]:
    """The terms, and how far they reach."""
    reach = settings.school.published_to if settings.school else None
    return things.school(), f"Given to {wording.plain_day(reach)}" if reach else "Not given: working days are counted for school days"


def history(thing: Thing) -> list[Written]:
    """Everything that was ever settled about one thing, the newest first."""
    about = [row for row in rows() if (row.what, row.name) == (thing.what, thing.name)]
    gone = {row.withdraws: row for row in about if row.withdraws}
    return [_written(row, gone.get(row.number)) for row in reversed(about) if row.withdraws is None]


def _written(row: Row, by: Row | None) -> Written:
    gone = f"Taken back by {by.by}, {wording.moment_words(by.at)}: {by.why}" if by else ""
    return Written(row.number, value_words(row), row.by, wording.moment_words(row.at), row.why, gone)


def value_words(row: Row) -> str:
    """'8 working days, from 4 January 2027'."""
    since = f"from {wording.plain_day(row.since)}" if row.since else ""
    if row.what == KEPT:
        return f"Kept {since}" if row.value == YES else "Not kept here"
    if row.what == SCHOOL:
        return "; ".join(row.value.splitlines())
    return ", ".join(part for part in (row.value, since if row.what == NUMBER else "") if part)
