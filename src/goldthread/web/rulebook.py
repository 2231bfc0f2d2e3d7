"""The rule book as a page: every duty as a sentence, printed from the rules themselves."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from goldthread.duties.rules import FAMILIES, SERVICE_FAMILIES
from goldthread.duties.shape import Duty
from goldthread.law.instruments import Force
from goldthread.web import wording


@dataclass(frozen=True, slots=True)
class Rule:
    """One duty in words."""

    code: str
    anchor: str
    title: str
    sentence: str
    owner: str
    source: str
    force: str
    dates: str
    check: str


@dataclass(frozen=True, slots=True)
class Chapter:
    """Rules of one kind of work."""

    heading: str
    rules: tuple[Rule, ...]


def counted(request: HttpRequest) -> HttpResponse:
    """How duties are counted."""
    childrens, services = _chapters(FAMILIES), _chapters(SERVICE_FAMILIES)
    numbers = {"number": _number(childrens), "service_number": _number(services)}
    return render(request, "goldthread/about/rules.html", {"chapters": [*childrens, *services], **numbers})


def _chapters(families: Mapping[str, tuple[Duty, ...]]) -> list[Chapter]:
    return [Chapter(heading, tuple(map(_rule, duties))) for heading, duties in families.items()]


def anchor(duty: Duty) -> str:
    """The id under which a rule stands on the page."""
    return f"{duty.code}-{duty.since.year}" if duty.up_to else duty.code


def source_words(duty: Duty) -> str:
    """Where a duty comes from, in a few words: 'Law: …', 'Guidance: …' or 'Local standard'."""
    named = {Force.STATUTE: f"Law: {duty.law}", Force.LOCAL: "Local standard"}
    return named.get(duty.law.instrument.force, str(duty.law))


def _rule(duty: Duty) -> Rule:
    dates = f"since {wording.plain_day(duty.since)}"
    if duty.up_to:
        dates = f"{wording.plain_day(duty.since)} to {wording.plain_day(duty.up_to)}"
    law = duty.law
    return Rule(
        code=", ".join(duty.codes), anchor=anchor(duty), title=duty.says, sentence=str(duty), owner=str(duty.owner),
        source=str(law), force=law.instrument.force.value, dates=dates, check=law.check or law.instrument.check,
    )  # fmt: skip


def _number(chapters: list[Chapter]) -> int:
    return sum(len(chapter.rules) for chapter in chapters)
