"""Wrenford, the city of the pictures: its workers, and the families of the East safeguarding team, told in the files here."""

from collections.abc import Iterator
from datetime import datetime
from functools import cache
from random import Random

from goldthread.demo import keeping
from goldthread.demo.deals import Deals, wrenford_shares
from goldthread.demo.office import IN_CARE, LEAVING, Office
from goldthread.demo.reading import read
from goldthread.demo.telling import HERE, Member, Squad, Story
from goldthread.people.roles import ROLES

FOLDER = "wrenford"
FILES = ("larkfields", "merrowdales", "priya", "east", "before", "others")
HEAD = "colin"
PASSWORD = "goldthread-demo"
TOLD_UNTIL = datetime(2026, 11, 20, 17, 28, tzinfo=HERE)


@cache
def squads() -> dict[str, Squad]:
    return {key: Squad(**said) for key, said in read("staff.yaml", FOLDER)["squads"].items()}


@cache
def members() -> dict[str, Member]:
    """The workers by username."""
    listed = read("staff.yaml", FOLDER)["members"]
    return {m["username"]: Member(**{**m, "squad": squads().get(m.get("squad", ""))}) for m in listed}


EAST = "east"


def office(deals: Deals) -> Office:
    """The office in which East's families are told."""
    east, grown = squads()[EAST], squads()["grown"]
    return Office(Random("Wrenford"), {IN_CARE: east, LEAVING: grown}, list(members().values()), deals=deals)


def hire() -> None:
    """Make Wrenford's teams and workers; those who may sign in get the demo's password."""
    may = set(read("staff.yaml", FOLDER)["sign_in"])
    keeping.hire(squads().values(), [m for m in members().values() if m.username in may], PASSWORD)
    keeping.hire(squads().values(), [m for m in members().values() if m.username not in may], None)
    keeping.away((away["who"], away["from"], away["until"], away["cover"]) for away in read("staff.yaml", FOLDER)["leave"])


def tie() -> None:
    """Those of the team who have a record of their own can read it: each is tied to theirs by name."""
    from goldthread.record.models import Person

    for username, said in read("others.yaml", FOLDER)["people"].items():
        if username in members():
            keeping.tie(username, Person.objects.filter(reference=said["reference"]).first())


def logins() -> list[tuple[str, str, str]]:
    """(role in words, username, password) of one worker in each role."""
    return [(ROLES[members()[who].role].name, who, PASSWORD) for who in read("staff.yaml", FOLDER)["sign_in"]]


def families(now: datetime) -> Iterator[Story]:
    """The families as they stand on the evening of the pictures; none before it, because their lives are not told shorter."""
    from goldthread.demo.wrenford.lives import told

    if now >= TOLD_UNTIL:
        deals = Deals(wrenford_shares(), "East")
        for name in FILES:
            yield from told(read(f"{name}.yaml", FOLDER), deals)
