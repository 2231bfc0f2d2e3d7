"""What stands on the page of one setting: its facts, and what a change of it would do."""

from datetime import date

from goldthread.duties import Settings
from goldthread.duties.sentence import sentence
from goldthread.record.local.checks import Choice
from goldthread.record.local.foreseen import MOST, Moved
from goldthread.record.local.models import KEPT, NUMBER, SCHOOL
from goldthread.web import wording
from goldthread.web.said import Link, Sentence
from goldthread.web.settling import listing, things
from goldthread.web.settling.things import Thing


def facts(thing: Thing, settings: Settings, today: date) -> list[tuple[str, Sentence]]:
    """(question, answer): what it is now, what it usually is, what it will be, who answers for it, which duties use it."""
    if thing.what == NUMBER:
        return _number(listing.line(thing, settings, today))
    if thing.what == KEPT:
        return [("Now", listing.kept_words(settings.kept_from(thing.name)) if settings.kept_from(thing.name) < date.max else "Not kept here")]
    if thing.what == SCHOOL:
        return [("Now", listing.school(settings)[1])]
    now, usual = next((now, usual) for found, now, usual, _ in listing.policies(settings) if found.name == thing.name)
    return [("Now", now.capitalize()), ("By default", usual.capitalize())]


def _number(line: listing.Number) -> list[tuple[str, Sentence]]:
    said: list[tuple[str, Sentence]] = [("Now", str(line.now)), ("Usually", str(line.usual))]
    if line.coming:
        said.append(("To come", line.coming))
    said.append(("Who answers for it", line.owner[:1].upper() + line.owner[1:]))
    if line.check:
        said.append(("To be checked", line.check))
    rules = things.duties_using(line.thing.name)
    return [*said, *((rule.code, (Link(rule.says, listing.rule_href(rule)), sentence(rule).removeprefix(rule.says))) for rule in rules)]


def moved(found: Moved, choice: Choice) -> str:
    """What a number would do, in sentences. It says what it knows and nothing more."""
    day = wording.full_day(choice.since)
    if not found.children:
        return f"From {day}. Nobody is owed this today, so nothing that is owed changes."
    who = wording.count(found.children, "child is owed this today", "children are owed this today")
    if found.too_many:
        return f"From {day}. {who}: more than {MOST:,}, too many to work out beforehand. What they are owed is worked out in the background."
    would = f"{_had(found.earlier, 'earlier')} and {_had(found.later, 'later')}"
    late = f"; {wording.count(found.overdue, 'child', 'children')} would be overdue who {'is' if found.overdue == 1 else 'are'} not" if found.overdue else ""
    if found.supposed:
        return f"From {day}. Nothing that is owed today changes, because what opened before keeps its number. {who}. Had it always been so, {would}{late}."
    return f"From {day}. {who}. Of these {would}{late}."


def _had(number: int, when: str) -> str:
    return f"{wording.count(number, 'child', 'children')} would have {'an' if when == 'earlier' else 'a'} {when} day"
