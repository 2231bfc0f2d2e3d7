"""What the service owes inspectors, government and the public. These run on the service's words, never on a child's."""

from datetime import date

from goldthread.clock.spans import Span, months, weeks, working_days
from goldthread.duties import service as s
from goldthread.duties.ladders import service_level
from goldthread.duties.roles import (
    Role,
    assistant_director,
    director,
    inspectorate,
    partnership,
    performance_team,
    safeguarding_partners,
)
from goldthread.duties.shape import Duty
from goldthread.duties.words import Word
from goldthread.law.instruments import Citation
from goldthread.law.sources import (
    adoption_standards,
    data_returns,
    education_and_inspections_2006,
    education_guidance,
    fostering_standards,
    inspection_framework,
    joint_inspection_framework,
    private_fostering_2005,
    reviewing_officers_handbook,
    single_inspection_framework,
    working_together_2023,
)

statement = Duty(
    "Send the written statement of action",
    code="OF01",
    when=s.report_received,
    within=working_days(70),
    until=s.statement_sent,
    restarts=True,
    ends_at=None,
    owner=director,
    law=education_and_inspections_2006.section(137).to_check(
        "the number of the regulations that set the 70 working days"
    ),
    since=date(2007, 4, 1),
    climbs=service_level,
    note="It goes to the Secretary of State and to the inspectorate.",
    last_said="The inspection report came on {day}.",
    asks="Send the statement of action",
)

first_monitoring_visit = Duty(
    "Be visited to see whether the plan works",
    code="OF02",
    during=s.inadequate,
    when=s.statement_due,
    within=weeks(4),
    until=s.monitoring_visited,
    first_only=True,
    ends_at=None,
    owner=director,
    owed_by=inspectorate,
    law=single_inspection_framework.about("monitoring visits").to_check(
        "what the 2016 handbook says of the first visit"
    ),
    since=date(2016, 1, 1),
    up_to=date(2017, 12, 31),
    climbs=service_level,
    asks="Prepare the monitoring visit",
)

monitoring_visits = Duty(
    "Be visited to see whether the plan works",
    code="OF02",
    during=s.inadequate,
    every=months(3),
    until=s.monitoring_visited,
    ends_at=None,
    owner=director,
    owed_by=inspectorate,
    law=inspection_framework.about("monitoring visits").to_check(
        "the present wording: about once a quarter, usually up to six before the next inspection"
    ),
    since=date(2018, 1, 1),
    climbs=service_level,
    last_said="The last one was on {day}.",
    asks="Prepare the monitoring visit",
)

priority_plan = Duty(
    "Send the action plan that a focused visit asked for",
    code="OF03",
    when=s.priority_action,
    within=working_days(70),
    until=s.priority_plan_sent,
    ends_at=None,
    owner=director,
    law=inspection_framework.about("priority action after a focused visit").to_check("the number of working days"),
    since=date(2018, 1, 1),
    climbs=service_level,
    last_said="The letter came on {day}.",
    asks="Send the action plan",
)

joint_statement = Duty(
    "Send the partners' written statement after a joint area inspection",
    code="OF04",
    when=s.joint_letter,
    within=working_days(70),
    until=s.joint_statement_sent,
    ends_at=None,
    owner=partnership,
    owed_by=safeguarding_partners,
    law=joint_inspection_framework.about("the written statement").to_check(
        "the number of working days, and what binds"
    ),
    since=date(2016, 1, 1),
    climbs=service_level,
    last_said="The letter came on {day}.",
    asks="Send the partners' statement",
)


def _draft(allowed: int, law: Citation, since: date, up_to: date | None = None) -> Duty:
    return Duty(
        "Say what is wrong in the draft report",
        code="OF05",
        when=s.draft_received,
        within=working_days(allowed),
        until=s.draft_answered,
        unless=(s.report_published,),
        ends_at=None,
        owner=director,
        law=law,
        since=since,
        up_to=up_to,
        climbs=service_level,
        last_said="The draft report came on {day}.",
        asks="Comment on the draft report",
    )


draft_before_2018 = _draft(
    5,
    single_inspection_framework.about("comments on the draft").to_check("which older schemes gave 5 working days"),
    date(2013, 11, 1),
    date(2017, 12, 31),
)
draft = _draft(
    10,
    inspection_framework.about("comments on the draft").to_check("that it is still 10 working days"),
    date(2018, 1, 1),
)

lists = Duty(
    "Give the inspectors the child-level lists",
    code="OF06",
    when=s.inspection_announced,
    within=working_days(2),
    until=s.lists_supplied,
    ends_at=None,
    owner=performance_team,
    law=inspection_framework.about("annex A").to_check("the hour and day by which each list is wanted"),
    since=date(2018, 1, 1),
    climbs=service_level,
    last_said="The inspectors said on {day} that they would come.",
    asks="Send the child-level lists",
)

cycle = Duty(
    "Be inspected again",
    code="OF07",
    when=s.inspected,
    every=months(36),
    until=s.inspected,
    ends_at=None,
    owner=director,
    owed_by=inspectorate,
    law=inspection_framework.about("how often"),
    since=date(2018, 1, 1),
    climbs=service_level,
    note="About every three years. A service judged inadequate is inspected again after its monitoring visits.",
    last_said="The last inspection ended on {day}.",
    asks="Be ready for the next inspection",
)

engagement = Duty(
    "Share the self-evaluation and hold the yearly engagement meeting",
    code="OF08",
    when=s.year_ended,
    within=months(12),
    until=s.engagement_met,
    partly=(s.self_evaluation_shared,),
    unsure=(s.engagement_unsaid,),
    ends_at=None,
    owner=director,
    law=inspection_framework.about("self-evaluation and annual engagement"),
    since=date(2018, 1, 1),
    climbs=service_level,
    asks="Hold the engagement meeting",
)


def _yearly(code: str, says: str, within: Span, until: Word, unsaid: Word, owner: Role, law: Citation, asks: str,
            since: date, when: Word = s.year_ended) -> Duty:  # fmt: skip
    return Duty(
        says, code=code, when=when, within=within, until=until, unsure=(unsaid,), ends_at=None,
        owner=owner, law=law, since=since, climbs=service_level, asks=asks,
    )  # fmt: skip


yearly_reports = (
    _yearly("OF09A", "Publish the reviewing officers' annual report", months(12), s.reviewing_reported, s.reviewing_unsaid,
            assistant_director, reviewing_officers_handbook.about("the annual report"), "Publish the report", date(2011, 4, 1)),
    _yearly("OF09B", "Present the annual report on private fostering", months(12), s.private_fostering_reported,
            s.private_fostering_unsaid, assistant_director, private_fostering_2005.regulation(12), "Present the report", date(2005, 7, 1)),
    _yearly("OF09C", "Present the designated officer's annual report", months(12), s.allegations_reported, s.allegations_unsaid,
            assistant_director, working_together_2023.about("allegations").to_check("what asks for a yearly report"),
            "Present the report", date(2010, 4, 1)),
    _yearly("OF09D", "Present the virtual school's annual report", months(12), s.virtual_school_reported, s.virtual_school_unsaid,
            assistant_director, education_guidance.about("the annual report"), "Present the report", date(2010, 11, 1)),
    _yearly("OF09E", "Publish the safeguarding partners' yearly report", months(6), s.partners_reported, s.partners_unsaid,
            partnership, working_together_2023.about("the yearly report").to_check("that it is still 30 September"),
            "Publish the report", date(2023, 12, 15)),
)  # fmt: skip

reports_to_executive = (
    _yearly("OF10A", "Report on fostering to the executive", months(3), s.fostering_reported, s.fostering_unsaid, assistant_director,
            fostering_standards.about("standard 25").to_check("that every three months still holds"), "Report on fostering",
            date(2011, 4, 1), s.quarter_ended),
    _yearly("OF10B", "Report on adoption to the executive", months(6), s.adoption_reported, s.adoption_unsaid, assistant_director,
            adoption_standards.about("standard 25").to_check("that every six months still holds"), "Report on adoption",
            date(2011, 4, 1), s.half_year_ended),
)  # fmt: skip

returns = (
    _yearly("OF11A", "Load the looked-after children return", months(3), s.looked_after_returned, s.looked_after_unsaid, performance_team,
            data_returns.about("looked-after children").to_check("the day set for this year"), "Load the return", date(2010, 4, 1)),
    _yearly("OF11B", "Load the children in need census", months(4), s.need_returned, s.need_unsaid, performance_team,
            data_returns.about("children in need").to_check("the day set for this year"), "Load the census", date(2010, 4, 1)),
)  # fmt: skip

SERVICE_RULES: tuple[Duty, ...] = (
    statement, first_monitoring_visit, monitoring_visits, priority_plan, joint_statement, draft_before_2018, draft, lists,
    cycle, engagement, *yearly_reports, *reports_to_executive, *returns,
)  # fmt: skip
SERVICE_CODES: tuple[str, ...] = tuple(dict.fromkeys(code for duty in SERVICE_RULES for code in duty.codes))
