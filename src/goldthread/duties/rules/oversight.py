"""What managers owe every open child, and what anybody who raises a warning is owed."""

from datetime import date

from goldthread.clock.spans import hours, weeks
from goldthread.duties import words as w
from goldthread.duties.ladders import immediate_safety, ordinary
from goldthread.duties.roles import answerer, team_manager
from goldthread.duties.shape import Duty, Step, While, local
from goldthread.law.sources import local_practice

_OPEN = (w.need, w.assessment, w.need_plan, w.protection_plan, w.looked_after, w.leaving_care)

manager_looks = Duty(
    "Look at how things are going for the child, and write it down",
    code="WF03",
    during=_OPEN,
    every=(
        Step(
            "WF03", local("manager looks: protection", weeks(4)), While(w.protection_plan), says="on a protection plan"
        ),
        Step("WF03", local("manager looks: care", weeks(6)), While(w.looked_after), says="in care"),
        Step("WF03", local("manager looks", weeks(8)), says="otherwise"),
    ),
    until=(w.manager_looked,),
    ends_at=None,
    owner=team_manager,
    law=local_practice.about("supervision"),
    since=date(2000, 4, 1),
    climbs=ordinary,
    note="This is why every open child always has a next date.",
    last_said="A manager last looked on {day}.",
    asks="Look at how things are for the child",
)

answer_warning = Duty(
    "Answer the warning",
    code="WA01",
    when=w.warning_raised,
    within=local("warning answer", hours(24)),
    until=(w.warning_answered,),
    paired=True,
    ends_at=None,
    owner=answerer,
    law=local_practice.about("warnings"),
    since=date(2000, 4, 1),
    climbs=immediate_safety,
    note="A warning is not closed until somebody answers it.",
    last_said="The warning was raised on {day}.",
    asks="Answer the warning",
)

RULES = (manager_looks, answer_warning)
