"""Inspection reports of an authority that does not exist, in the layouts of every family, and what is true of them."""

from dataclasses import dataclass, field

from tests.inspection.flowing import Flow, Style

HELP = "The experiences and progress of children who need help and protection"
LEADERS = "The impact of leaders on social work practice with children and families"
CARE = "The experiences and progress of children in care"
LEAVERS = "The experiences and progress of care leavers"
BOTH = "The experiences and progress of children in care and care leavers"
OVERALL = "Overall effectiveness"
FORM_2018 = (LEADERS, HELP, BOTH, OVERALL)
FORM_2023 = (LEADERS, HELP, CARE, LEAVERS, OVERALL)
FORM_2026 = (LEADERS, HELP, CARE, LEAVERS)
KEYS = {LEADERS: "leaders_impact", HELP: "help_and_protection", BOTH: "in_care_and_care_leavers", CARE: "in_care", LEAVERS: "care_leavers", OVERALL: "overall_effectiveness"}  # fmt: skip
NUMBERED = (
    ("1.", "Children who need help and protection", "help_and_protection"),
    ("2.", "Children looked after and achieving permanence", "in_care"),
    ("2.1", "Adoption performance", "adoption"),
    ("2.2", "Experiences and progress of care leavers", "care_leavers"),
    ("3.", "Leadership, management and governance", "leaders_impact"),
)
RECORD = (
    ("Overall effectiveness", "overall_effectiveness"),
    ("Capacity to improve", "capacity_to_improve"),
    ("Outcomes for looked after children and young people", "outcomes"),
    ("Quality of provision", "quality_of_provision"),
    ("Leadership and management", "leaders_impact"),
)  # fmt: skip
PROSE = (
    "Wrenford has changed since it was last visited, and most of those who spoke with inspectors noticed it. "
    "Some things are as they were: they are told further down, with what was seen and by whom."
)


@dataclass
class Made:
    """A report's bytes and what is true of it, in the shape of the published truth."""

    pdf: bytes = b""
    framework: str = ""
    authority: str = "Wrenford"
    grades: dict[str, str] = field(default_factory=dict)
    improvements: list[tuple[str, int, str, str | None]] = field(default_factory=list)


def ilacs(
    areas=FORM_2023, grades=("Good",) * 5, items=("The pace of permanence planning.",), *, style: Style | None = None,
    title="Inspection of Wrenford local authority children’s services", above="", dates="9 to 20 May 2022",
    lead="Jo Example, His Majesty’s Inspector", heading="What needs to improve?", mark="", said=None, lead_label="Lead inspector:", dates_label="Inspection dates:", before=14,
) -> Made:  # fmt: skip
    """A report with a table "Judgement | Grade" and one list. `items` are texts, or pairs of a text and its points."""
    flow = Flow(style or Style(bullet="\u25fc"))
    _ilacs_front(flow, above, title, f"{dates_label} {dates}", f"{lead_label} {lead}")
    flow.row("Judgement", "Grade")
    for area, grade in zip(areas, grades, strict=False):
        flow.row(area, grade)
    for _ in range(before):
        flow.paragraph(PROSE)
    made = Made(framework={FORM_2018: "ilacs_2018", FORM_2026: "ilacs_2026_no_overall"}.get(areas, "ilacs_2023"))
    made.grades = {KEYS[area]: key(grade) for area, grade in zip(areas, grades, strict=False)}
    if heading:
        flow.heading(heading, mark=mark)
        made.improvements = _listed(flow, items, "local_authority", None)
    _ilacs_body(flow, areas, said or grades)
    made.pdf = flow.paper.pdf()
    return made


def _ilacs_front(flow: Flow, above: str, title: str, *rest: str) -> None:
    if above:
        flow.lines(flow.style.left, above, flow.style.title)
        flow.lines(flow.style.left, title, 16, True)
    else:
        flow.lines(flow.style.left, title, flow.style.title)
    for line in rest:
        flow.skip()
        flow.lines(flow.style.left, line)
    flow.skip(1.5)


def _ilacs_body(flow: Flow, areas, grades) -> None:
    number = 0
    for area, grade in zip(areas, grades, strict=False):
        if area == OVERALL:
            continue
        flow.heading(f"{area}: {grade.lower()}")
        for _ in range(5):
            number += 1
            flow.item(f"{number}.", PROSE, indent=28)


class Topic(str):
    """A heading over some of the items of a list."""


def _listed(flow: Flow, items, section: str, priority: str | None, number: int = 0) -> list[tuple[str, int, str, str | None]]:
    """Items with bullets, or numbered on from a number; what is true of each."""
    found = []
    for item in items:
        if isinstance(item, Topic):
            flow.heading(item, flow.style.topic, flow.style.topic_bold)
            continue
        text, points = (item, ()) if isinstance(item, str) else item
        mark = f"{number}." if number else flow.style.bullet
        page = flow.item(mark, text, points, indent=28 if number else None)
        found.append((" ".join((text, *points)), page, section, priority))
        number += bool(number)
    return found


def key(grade: str) -> str:
    lower = grade.lower()
    return "requires_improvement" if "improvement" in lower else lower.replace(" ", "_")


def sif(
    overall="Children’s services in Wrenford require improvement to be good", grades=("Requires improvement", "Good", "Outstanding", "Good", "Inadequate"),
    lists=(("Recommendations", None, 1, ("See that every plan has dates.",)),), board="", board_lists=(), *, style: Style | None = None, again=False,
    dates="3 March – 25 March 2015", published="13 May 2015", above="Wrenford City Council", lead="Sam Sample HMI", contents=True, board_title=None, second_title="", first_page_board="", after=(), touching=False,
) -> Made:  # fmt: skip
    """A report with a sentence and five numbered rows. `lists` are (heading, priority, first number or 0, items)."""
    flow = Flow(style or Style())
    both = board if board_title is None else board_title
    title = f"{'Re-inspection' if again else 'Inspection'} of services for children in need of help and protection, children looked after and care leavers"
    flow.lines(flow.style.left, above, flow.style.title)
    for line in (title, *(("and", "Review of the effectiveness of the Local Safeguarding Children Board") if both else ())):
        flow.lines(flow.style.left, line, 14, True)
        flow.skip()
    _sif_facts(flow, dates, published, overall, grades, touching)
    if first_page_board:
        flow.lines(flow.style.left, first_page_board, 14, True)
    if contents:
        _contents(flow)
    flow.new_page()
    flow.heading("Executive summary", 16)
    for _ in range(6):
        flow.paragraph(PROSE)
    made = Made(framework="sif_reinspection" if again else "sif_with_lscb" if both else "sif_without_lscb")
    made.grades = {"overall_effectiveness": key(_grade_of(overall))} | {area: key(grade) for (_, _, area), grade in zip(NUMBERED, grades, strict=True)}
    made.improvements = _sections(flow, lists, "local_authority")
    _sif_rest(flow, grades, made, board, board_lists, lead, second_title)
    for heading in after:
        flow.heading(heading, 14)
        flow.paragraph(PROSE)
    made.pdf = flow.paper.pdf()
    return made


def _grade_of(sentence: str) -> str:
    return next(word for word in ("improvement", "inadequate", "outstanding", "good") if word in sentence.lower())


def _sif_facts(flow: Flow, dates: str, published: str, overall: str, grades, touching: bool) -> None:
    flow.lines(flow.style.left, f"Inspection date: {dates}", 14, True)
    if published:
        flow.lines(flow.style.left, f"Report published: {published}", 14, True)
    flow.skip(1)
    flow.lines(flow.style.left, overall, 14, True)
    flow.skip(1)
    flow.paragraph("It is expected that, as a minimum, all children and young people receive good help, care and protection.")
    for (number, label, _), grade in zip(NUMBERED, grades, strict=True):
        flow.row(label, grade, "" if touching else number)


def _contents(flow: Flow) -> None:
    flow.new_page()
    flow.heading("Contents", 26)
    for text, page in (("The local authority", 3), ("Executive summary", 3), ("Recommendations", 4), ("Summary for children and young people", 5),
                       ("The Local Safeguarding Children Board (LSCB)", 8), ("Recommendations", 9), ("Information about this inspection", 12)):  # fmt: skip
        flow.paper.text(500, flow.y, str(page), 12)
        flow.line(flow.style.left, text, 12)
        flow.skip()


def _sections(flow: Flow, lists, section: str) -> list[tuple[str, int, str, str | None]]:
    found = []
    for heading, priority, number, items in lists:
        flow.heading(heading, 12 if priority else 14, True)
        found += _listed(flow, items, section, priority, number)
    return found


def _sif_rest(flow: Flow, grades, made: Made, board: str, board_lists, lead: str, second_title: str) -> None:
    flow.heading("Summary for children and young people", 14)
    flow.item(flow.style.bullet, "This is not something to improve, but a summary for children.")
    flow.new_page()
    for (_, label, _), grade in zip(NUMBERED, grades, strict=True):
        flow.heading(f"{label} {'is' if grade in ('Good', 'Outstanding', 'Inadequate') else ''} {grade.lower()}", 14)
        flow.paragraph(PROSE)
    if board:
        flow.new_page()
        if second_title:
            flow.heading("Wrenford Safeguarding Children Board", flow.style.title, False)
            flow.heading(second_title, 14)
        else:
            flow.heading("The Local Safeguarding Children Board (LSCB)", 16)
        flow.heading(board, 14)
        flow.paragraph(PROSE)
        made.grades["lscb"] = key(_grade_of(board))
        made.improvements += _sections(flow, board_lists, "lscb")
        flow.heading("Inspection findings – the Local Safeguarding Children Board", 14)
        flow.item("90.", PROSE, indent=28)
    flow.heading("Information about this inspection", 14)
    flow.paragraph("The lead inspector attended a meeting of the board.")
    flow.heading("The inspection team", 12)
    for line in (f"Lead inspector: {lead}", "Deputy lead inspector: Alex Other HMI", "Team inspectors: Kim Further HMI, Lee Another HMI"):
        flow.line(flow.style.left, line)


def board_review(*, style: Style | None = None) -> Made:
    """A review of a safeguarding board alone."""
    flow = Flow(style or Style())
    flow.lines(flow.style.left, "Wrenford Safeguarding Children Board", flow.style.title)
    flow.lines(flow.style.left, "Review of the effectiveness of the Local Safeguarding Children Board", 14, True)
    flow.lines(flow.style.left, "Inspection date: 15 June 2015 – 17 June 2015", 14, True)
    flow.lines(flow.style.left, "Report published: 3 August 2015", 14, True)
    flow.skip(1)
    flow.lines(flow.style.left, "The Local Safeguarding Children Board requires improvement", 14, True)
    flow.paragraph(PROSE)
    made = Made(framework="lscb_review", grades={"lscb": "requires_improvement"})
    flow.new_page()
    made.improvements = _sections(flow, (("Recommendations", None, 1, ("Hear from young people.", "Agree who pays for what.")),), "lscb")
    flow.heading("Information about this inspection", 14)
    flow.line(flow.style.left, "Lead inspector: Sam Sample, HMI")
    made.pdf = flow.paper.pdf()
    return made


def looked_after(grades=("Adequate", "Good", "Adequate", "Inadequate", "Adequate"), *, style: Style | None = None) -> Made:
    """A report of 2013: a bare cover, lists by how soon, and the grades on the last page but one."""
    flow = Flow(style or Style(head="Wrenford Inspection of looked after children services", bullet="\uf0a7"))
    flow.lines(flow.style.left, "Inspection of looked after children services", flow.style.title)
    flow.lines(flow.style.left, "Wrenford City Council", 18)
    flow.y = 280
    for line in ("Inspection dates: 15 – 19 July 2013", "Reporting inspector Sam Sample HMI", "Age group: All", "Published: 23 August 2013"):
        flow.line(flow.style.left, line, 10)
    made = Made(framework="lac_2013", grades={area: key(grade) for (_, area), grade in zip(RECORD, grades, strict=True)})
    flow.new_page()
    flow.heading("Overall effectiveness of services for looked after children and young people", 18)
    flow.heading(f"Grade 3 ({grades[0]})", 12)
    flow.item("13.", PROSE, indent=28)
    flow.heading("Areas for improvement", 14)
    flow.item("14.", "In order to improve what is provided, the authority should take the following action.", indent=28)
    for label, priority, items in (("Immediately:", "immediately", ("make a plan for every child in care", "review who lives where")),
                                   ("Within three months:", "within_three_months", ("train those who visit",)),
                                   ("Within six months:", "within_six_months", ("count what was done",))):  # fmt: skip
        flow.line(flow.style.left + 28, label)
        flow.skip()
        made.improvements += _listed(flow, items, "local_authority", priority)
    flow.heading("Outcomes for looked after children and young people", 18)
    flow.item("15.", PROSE, indent=28)
    flow.new_page()
    flow.heading("Record of main findings", 18)
    for (label, _), grade in zip(RECORD, grades, strict=True):
        flow.row(label, grade)
    made.pdf = flow.paper.pdf()
    return made
