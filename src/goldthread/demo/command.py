"""`goldthread city`: make a city that does not exist, and the logins that the demo prints."""

import argparse
import sys
import time
from collections.abc import Iterable
from datetime import datetime

from goldthread.demo.telling import HERE, Story

CHILDREN, YEARS, SEED = 1200, 3.0, 4  # the default city around Wrenford's own families
AT_ONCE = 2500  # people kept in one transaction


def main(argv: list[str], *, now: datetime) -> int:
    """Make a city of so many children over so many years; the same for the same seed and day."""
    parser = argparse.ArgumentParser(prog="goldthread city", description="Make a city that does not exist.")
    parser.add_argument("--children", type=int, default=CHILDREN, help=f"children known to the service ({CHILDREN})")
    parser.add_argument("--years", type=float, default=YEARS, help=f"years of the record ({YEARS:g})")
    parser.add_argument("--seed", type=int, default=SEED, help=f"another seed is another city ({SEED})")
    parser.add_argument("--without-report", action="store_true", help="leave its inspection to whoever puts the report in: see demo-report")
    given = parser.parse_args(argv)
    if given.children < 1 or given.years <= 0:
        parser.error("A city needs at least one child and some time. Give --children and --years above nothing.")
    keep_lives(given.children, given.years, given.seed, now)
    if not given.without_report:
        _keep_thread(now)
    return 0


def fill_if_empty(*, now: datetime) -> None:
    """Make the default city, unless the record holds anybody already."""
    from goldthread.record.models import Person

    if not Person.objects.exists():
        keep_lives(CHILDREN, YEARS, SEED, now)
        _keep_thread(now)


def logins() -> list[tuple[str, str, str]]:
    """(role in words, username, password) of one worker in each role who may sign in."""
    from goldthread.demo import wrenford

    return wrenford.logins()


def _keep_thread(now: datetime) -> None:
    from goldthread.demo.wrenford import thread

    thread.keep(now)


def keep_lives(children: int, years: float, seed: int, now: datetime) -> None:
    """Keep the workers and the children of a city, and nothing of its inspection."""
    from goldthread.demo import approving, followed, helping, keeping, office, wrenford
    from goldthread.demo.city import stories
    from goldthread.demo.wrenford import closed, settled

    now = now.astimezone(HERE)
    staff = office.staff(children, years, seed, told_next=wrenford.HEAD, beside=followed.OPEN)
    wrenford.hire()
    settled.keep(now)
    keeping.hire(staff.squads.values(), staff.members, None)
    keeping.away(office.on_leave(staff, now.date()))
    if now < wrenford.TOLD_UNTIL:
        print(f"Wrenford’s own families are told until {wrenford.TOLD_UNTIL:%d %B %Y} and are left out before it.", file=sys.stderr)
    _keep(wrenford.families(now), wrenford.squads()[wrenford.EAST], now, "Wrenford’s own families")
    wrenford.tie()
    queue = next(iter(staff.squads.values()))
    _keep(stories(children, years, seed, staff, now), queue, now, f"{children} children")
    _keep(followed.families(staff, now, seed), queue, now, "Those whom the inspection asked about")
    _keep(helping.adopters(staff, children, seed, now), queue, now, "Adopters")
    approving.approve(now)
    if now >= wrenford.TOLD_UNTIL:
        closed.keep(now)


def _keep(stories: Iterable[Story], queue, now: datetime, what: str) -> None:
    """Keep stories batch by batch, telling how far it is."""
    from goldthread.demo.keeping import Keeper, batches

    keeper, began, entries, people = Keeper(now, queue), time.perf_counter(), 0, 0
    for batch in batches(stories, AT_ONCE):
        entries += keeper.keep(batch)
        people += sum(len(s.people) for s in batch)
        seconds = time.perf_counter() - began
        print(f"{what}: {people} people, {entries} versions, {entries / seconds:.0f} a second", file=sys.stderr, flush=True)
