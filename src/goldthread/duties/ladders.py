"""Who is told next when a duty is late: the escalation patterns, as data.

They are practice, not law. Every number is a local setting in waiting.
"""

from dataclasses import dataclass

from goldthread.clock.spans import Span, days, hours, weeks, working_days
from goldthread.duties import roles
from goldthread.duties.roles import Role


@dataclass(frozen=True, slots=True)
class Rung:
    """Somebody is told, a length of time before or after the due date. A span of nothing is the due date itself."""

    tells: Role
    after: Span | None = None
    before: Span | None = None
    why: str = ""

    def __str__(self) -> str:
        when = f"{self.before} before" if self.before else "on the due date"
        if self.after and self.after.number:
            when = f"{self.after} after"
        return f"{self.tells.says}, {self.why or when}"


@dataclass(frozen=True, slots=True)
class Ladder:
    """An escalation pattern: `code` as in the timescales, what it is for, and its rungs in order."""

    code: str
    use: str
    rungs: tuple[Rung, ...]

    def __str__(self) -> str:
        return f"{self.use}: " + "; ".join(map(str, self.rungs)) + "."


_DUE = working_days(0)

immediate_safety = Ladder(
    "E1",
    "Immediate safety",
    (
        Rung(roles.team_manager, hours(0), why="in the same hour, without waiting for the due date"),
        Rung(roles.out_of_hours_team, hours(0), why="out of hours"),
        Rung(roles.head_of_service, hours(1)),
        Rung(roles.legal_adviser, hours(1), why="if powers may be needed"),
    ),
)
ordinary = Ladder(
    "E2",
    "Ordinary work",
    (
        Rung(roles.allocated_social_worker, before=working_days(5)),
        Rung(roles.allocated_social_worker, before=working_days(1)),
        Rung(roles.team_manager, _DUE),
        Rung(roles.service_manager, working_days(2)),
        Rung(roles.head_of_service, working_days(5)),
    ),
)
child_not_seen = Ladder(
    "E3",
    "Child not seen",
    (
        Rung(roles.team_manager, _DUE, why="the same day a visit fails; try again within 2 working days"),
        Rung(roles.service_manager, working_days(1)),
        Rung(roles.head_of_service, weeks(4), why="after twice the interval, or 4 weeks"),
    ),
)
plan_and_review = Ladder(
    "E4",
    "Plan, conference and review",
    (
        Rung(roles.team_manager, working_days(5), why="informally, within about 5 working days"),
        Rung(roles.service_manager, working_days(10)),
        Rung(roles.head_of_service, working_days(15)),
        Rung(roles.director, working_days(20)),
    ),
)
court = Ladder(
    "E5",
    "Court",
    (Rung(roles.legal_adviser, before=working_days(10)), Rung(roles.team_manager, before=working_days(5))),
)
approval_lapsing = Ladder(
    "E6",
    "Approval about to lapse",
    (
        Rung(roles.fostering_manager, before=days(28)),
        Rung(roles.fostering_manager, before=days(14)),
        Rung(roles.nominated_officer, before=days(7)),
        Rung(roles.director, before=working_days(2)),
    ),
)
partner_agency = Ladder(
    "E7",
    "Partner agency",
    (
        Rung(roles.allocated_social_worker, _DUE, why="to the named contact in the partner agency"),
        Rung(roles.health_lead, working_days(5), why="or the virtual school head, after 5 working days"),
        Rung(roles.partnership, working_days(10)),
    ),
)
corporate = Ladder(
    "E8", "Corporate clocks", (Rung(roles.complaints_manager, _DUE), Rung(roles.assistant_director, working_days(5)))
)
regulator = Ladder("E9", "Regulator or national panel", (Rung(roles.director, _DUE),))
service_level = Ladder(
    "E10",
    "Service level",
    (
        Rung(roles.performance_board, _DUE),
        Rung(roles.director, working_days(5)),
        Rung(roles.lead_member, working_days(10)),
    ),
)

LADDERS: dict[str, Ladder] = {v.code: v for v in list(globals().values()) if isinstance(v, Ladder)}
