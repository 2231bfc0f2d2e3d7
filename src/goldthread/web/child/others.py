"""What stands above the fold of a page that is about a carer, an adult, a worker or a home: what goes on, who holds them, where."""

from django.urls import reverse

from goldthread.duties.words import EPISODES
from goldthread.duties.words.kinds import ADULT, CARER, HOME, WORKER
from goldthread.people.models import Worker
from goldthread.people.roles import ALLOCATE
from goldthread.web import wording
from goldthread.web.child import facts
from goldthread.web.child.opening import Opened
from goldthread.web.parts import Fact
from goldthread.web.said import Link, Sentence, Strong

SAY_ABOUT = {
    CARER: "foster carer or adopter", WORKER: "worker", ADULT: "adult who is no carer", HOME: "children’s home",
}  # fmt: skip
MANY = {CARER: "Foster carers and adopters", WORKER: "Workers", ADULT: "Adults: allegations and requests", HOME: "Children’s homes"}
HOLDER = {CARER: "supervising social worker", WORKER: "line manager", ADULT: "designated officer", HOME: "registered manager"}
GOES_ON = {e.name: e.says for e in EPISODES if e.begins.about in SAY_ABOUT}


def facts_of(opened: Opened) -> tuple[Fact, ...]:
    """The facts in the order they are asked for: what goes on, who holds them, where they live or the home is."""
    found = (_goes_on(opened), _holder(opened))
    return found if opened.about in (WORKER, ADULT) else (*found, facts.lives(opened))


def line(opened: Opened) -> str:
    """What they are to the service."""
    says = SAY_ABOUT[opened.about]
    return says[:1].upper() + says[1:]


def going_on(open_episodes: dict) -> list[str]:
    """'the carer is approved, since 3 May 2021' for each thing that goes on, the oldest first."""
    some = sorted((day, GOES_ON[name]) for name, day in open_episodes.items() if name in GOES_ON)
    return [f"{says}, since {wording.plain_day(day)}" for day, says in some]


def _goes_on(opened: Opened) -> Fact:
    lines: tuple[Sentence, ...] = tuple(said[:1].upper() + said[1:] for said in going_on(opened.child.shape.open))
    return Fact("Now" if not opened.past else "Then", lines or ((Strong("Nothing goes on"),),))


def _holder(opened: Opened) -> Fact:
    heading = f"{wording.possessive(opened.starting)} {HOLDER[opened.about]}"
    holder: Worker | None = opened.workers.get(opened.standing["worker"])
    team = str(opened.team) if opened.team else ""
    if holder:
        return Fact(heading, ((Strong(holder.name), f", {team}" if team else ""), _manager(opened)))
    held = f"held by {team}" if team else "held by no team"
    if opened.past or not opened.reach.actor.may(ALLOCATE):
        return Fact(heading, ((Strong("Nobody yet"), f", {held}"), _manager(opened)))
    allocate = Link("Allocate", reverse("allocate", args=[opened.reference]))
    return Fact(heading, ((Strong("Nobody yet"), f", {held}. ", allocate), _manager(opened)))


def _manager(opened: Opened) -> str:
    return f"Manager of the team: {opened.team.manager.name}" if opened.team and opened.team.manager and not opened.past else ""
