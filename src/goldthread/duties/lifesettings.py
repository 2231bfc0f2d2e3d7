"""The settings of a life file: an authority's own numbers and policies."""

from datetime import date, datetime
from enum import Enum
from typing import TypeVar

import yaml

from goldthread.clock.calendars import SchoolDays, Term
from goldthread.clock.reading import NotADay, read_day, read_moment
from goldthread.clock.spans import Span, Unit, span
from goldthread.duties.lifenames import near_name, plain
from goldthread.duties.lifeyaml import each, pairs, scalar, wrong
from goldthread.duties.rules import RULES
from goldthread.duties.settings import Chosen, LeapDay, NotExceeding, Receipt, Settings, WhenItChanges

NUMBERS = {plain(number.name): number.name for duty in RULES for number in duty.locals}
_OF_PREGNANCY = {duty.no_later.reached.name for duty in RULES if duty.no_later}


def settings(node: yaml.Node) -> Settings:
    """An authority's choices, as 'name: value' lines."""
    said = {plain(scalar(key)): value for key, value in pairs(node)} if isinstance(node, yaml.MappingNode) else {}
    if not said:
        raise wrong(node, "settings are written as 'name: value' lines")
    policy = _choice(said.pop("when it changes", None), WhenItChanges, WhenItChanges.STRICT)
    receipt = _choice(said.pop("day of receipt", None), Receipt, Receipt.AS_RECEIVED)
    limit = _choice(said.pop("not exceeding", None), NotExceeding, NotExceeding.FIRST_DAY)
    leap = _choice(said.pop("leap day", None), LeapDay, LeapDay.MARCH)
    school = _school(said.pop("school terms")) if "school terms" in said else None
    numbers = tuple(chosen for name, value in said.items() for chosen in _numbers(name, value))
    return Settings(numbers, (), policy, receipt, limit, leap, school)


_Choice = TypeVar("_Choice", bound=Enum)


def _choice(node: yaml.Node | None, choices: type[_Choice], usual: _Choice) -> _Choice:
    if node is None:
        return usual
    for choice in choices:
        if choice.value.lower() == plain(scalar(node)):
            return choice
    raise wrong(node, f"'{scalar(node)}' is not one of {', '.join(choice.value for choice in choices)}")


def _school(node: yaml.Node) -> SchoolDays:
    terms = []
    for term in each(node):
        days = [_day(child) for child in each(term)]
        if len(days) != 2 or days[0] > days[1]:
            raise wrong(term, "a school term is its first and last day, as [2026-09-02, 2026-10-23]")
        terms.append(Term(days[0], days[1]))
    return SchoolDays(tuple(terms))


def _numbers(name: str, node: yaml.Node) -> list[Chosen]:
    """A local number, or several with the day from which each holds."""
    if name not in NUMBERS:
        raise wrong(node, f"there is no setting '{name}'" + near_name(name, dict(sorted(NUMBERS.items()))))
    name = NUMBERS[name]
    given = pairs(node) if isinstance(node, yaml.MappingNode) else [(None, node)]
    chosen = [Chosen(name, _span(value), _day(since) if since else date.min) for since, value in given]
    if name in _OF_PREGNANCY and any(number.span.unit is not Unit.WEEK for number in chosen):
        raise wrong(node, f"'{name}' is a number of weeks of pregnancy, as '28 weeks'")
    return chosen


def _span(node: yaml.Node) -> Span:
    try:
        return span(scalar(node))
    except ValueError as error:
        raise wrong(node, str(error).rstrip(".")) from error


def _day(node: yaml.Node) -> date:
    try:
        return read_day(scalar(node))
    except NotADay as error:
        raise wrong(node, str(error).rstrip(".")) from error


def moment(node: yaml.Node) -> date | datetime:
    """A day, or a day and a time."""
    try:
        return read_moment(scalar(node))
    except NotADay as error:
        raise wrong(node, str(error).rstrip(".")) from error
