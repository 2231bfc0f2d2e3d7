"""Every team in a few counts, for those who answer for several."""

from collections import Counter
from dataclasses import dataclass

from goldthread.duties import Occurrence, State, state
from goldthread.oversight.board import seeing_codes
from goldthread.oversight.worklist import not_done
from goldthread.people.models import Team, Worker
from goldthread.people.roles import SERVICE
from goldthread.people.sight import NotAllowed
from goldthread.record.reach import Reach


@dataclass(slots=True)
class TeamLine:
    """A team, its children, how many of them wait for a worker and were not seen in time, and its overdue duties."""

    team: Team
    children: int
    waiting: int
    not_seen: int
    overdue: int


def check_may_see(actor: Worker, team: Team) -> None:
    """Raise NotAllowed unless somebody works in a team, manages it, is told next, or sees the whole service."""
    mine = actor.pk in (team.manager_id, team.told_next_id) or actor.team_id == team.pk
    if not (mine or actor.plays.sees == SERVICE):
        raise NotAllowed(f"The page of {team.name} is for those who work in it and those who answer for it. Ask its manager.")


def own_team(actor: Worker) -> Team | None:
    """The team somebody manages or works in."""
    teams = Team.objects.select_related("manager", "told_next")
    return teams.filter(manager=actor).order_by("name").first() or teams.filter(pk=actor.team_id).first()


def team_lines(reach: Reach) -> list[TeamLine]:
    """Every team that holds open children whom the acting person may see, by name."""
    standings = reach.standings().filter(open=True)
    held, waiting = Counter(), Counter()
    team_of = {}
    for person, team, worker, adviser in standings.values_list("person", "team", "worker", "adviser"):
        team_of[person] = team
        held[team] += 1
        waiting[team] += worker is None and adviser is None
    overdue, not_seen = _overdue(reach, team_of)
    teams = Team.objects.filter(pk__in=[t for t in held if t]).select_related("manager").order_by("name")
    return [TeamLine(t, held[t.pk], waiting[t.pk], not_seen[t.pk], overdue[t.pk]) for t in teams]


def _overdue(reach: Reach, team_of: dict[int, int]) -> tuple[Counter, Counter]:
    """Overdue duties and children not seen in time, by team. Whatever is overdue is due today or earlier."""
    rows = not_done(reach.occurrences(reach.standings().filter(open=True)), reach.today).filter(due__lte=reach.today)
    codes, overdue, unseen = set(seeing_codes()), Counter(), set()
    for person, *values in rows.values_list("person", *Occurrence._fields):
        occurrence = Occurrence(*values)
        if state(occurrence, reach.now).state == State.OVERDUE:
            overdue[team_of[person]] += 1
            if occurrence.code in codes:
                unseen.add(person)
    return overdue, Counter(team_of[person] for person in unseen)
