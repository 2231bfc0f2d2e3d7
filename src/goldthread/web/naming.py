"""What a child of a list is called, with a link to their page. Values of a standing in, words out."""

from collections.abc import Sequence
from datetime import date

from goldthread.duties.words.kinds import CHILD
from goldthread.record.models import Standing
from goldthread.web import wording
from goldthread.web.addresses import address_of
from goldthread.web.said import Link, Part, listed_links

UNBORN = "the baby"


def of_a_child(one: Standing) -> bool:
    """Whether somebody of a list is a child, or is only mentioned and may become one: not a carer, worker or home."""
    return one.about in ("", CHILD)


def is_unborn(child: Standing) -> bool:
    return child.born is None and child.expected is not None


def first(child: Standing) -> str:
    """What the child is called in a sentence."""
    return child.forename or (UNBORN if is_unborn(child) else full(child))


def full(child: Standing) -> str:
    """'Kofi Larkfield', 'Baby Applemere'; the reference where nothing is known."""
    if not child.forename and is_unborn(child):
        return f"Baby {child.surname}".strip()
    return f"{child.forename} {child.surname}".strip() or child.reference


def link(child: Standing, text: str = "") -> Link:
    """The child's name, opening their page."""
    return Link(text or full(child), address_of("child", child.reference))


def age(child: Standing, today: date) -> str:
    """'8', '7 months', 'due 18 April 2027'."""
    return f"due {wording.plain_day(child.expected)}" if is_unborn(child) else wording.age(child.born, today)


def with_ages(children: Sequence[Standing], today: date) -> tuple[Part, ...]:
    """'Ama, 10, and Esi Larkfield, 3': links, with a surname said once where they share it."""
    shared = len({c.surname for c in children}) == 1
    parts: list[Part] = []
    for place, child in enumerate(children):
        last = place == len(children) - 1
        parts += [", and " if place and last else ", " if place else ""]
        parts += [link(child, "" if last or not shared else child.forename), f", {age(child, today)}" if of_a_child(child) else ""]
    return tuple(p for p in parts if p != "")


def links(children: Sequence[Standing]) -> tuple[Part, ...]:
    """'Ama and Esi Larkfield': links, without ages."""
    shared = len({c.surname for c in children}) == 1
    return listed_links(link(c, "" if c is children[-1] or not shared else c.forename) for c in children)


def listed(children: Sequence[Standing]) -> str:
    """'Ama and Esi Larkfield', without links."""
    shared = len({c.surname for c in children}) == 1
    return wording.listed(full(c) if c is children[-1] or not shared else first(c) for c in children)
