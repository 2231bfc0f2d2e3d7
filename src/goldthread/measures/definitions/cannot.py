"""What people ask for and this record cannot answer, each with the fact that is missing."""

from goldthread.measures.shape import Cannot

CARE, LEAVERS, WORKFORCE = "Looked after children", "Care leavers", "Workforce"
COMBINED = "Combined lists"

CANNOT: tuple[Cannot, ...] = (
    Cannot("Length of care proceedings (26 weeks)", "The day an application was issued and the day of the final order are not in the record, only the orders made.", CARE),
    Cannot("Pre-proceedings (12 to 16 weeks)", "Letters before proceedings and meetings with the family's lawyers have no entry type.", CARE),
    Cannot("Proceedings that end with the child at home", "Care proceedings have no entry type, so nothing says how they ended.", COMBINED),
    Cannot("Care leavers aged 22 to 25 who asked for and received support", "A contact says whether the young person was in touch, not whether they asked for support and received it.", LEAVERS),
    Cannot("Turnover of social workers", "The days on which workers joined and left, and the hours they work, are kept by personnel and not here.", WORKFORCE),
    Cannot("Agency social workers", "The record does not say whether a worker is employed or comes from an agency.", WORKFORCE),
    Cannot("Agency workers who cover vacancies", "The record knows neither posts nor who fills them.", WORKFORCE),
    Cannot("Vacancies", "The record does not know how many posts there are.", WORKFORCE),
    Cannot("Days lost to absence", "Leave is kept so that somebody covers; whether it is sickness is not.", WORKFORCE),
    Cannot("Cases held by whole-time equivalent", "The hours a worker works are not in the record: `caseload` counts by head.", WORKFORCE),
    Cannot("Turnover of directors and practice leaders", "Who led the service, and from when to when, is not in the record.", WORKFORCE),
    Cannot("Share of spending on children in care", "The record holds no money.", WORKFORCE),
    Cannot("Attendance of children in need at school", "Attendance is with the schools; the education plan holds one figure, for children in care alone.", COMBINED),
    Cannot("Attainment and progress at key stages", "Results are with the schools and the Department.", COMBINED),
    Cannot("Children educated at home", "Elective home education is registered elsewhere.", COMBINED),
    Cannot("Education, health and care plans", "Requests, assessments and plans for special needs are kept elsewhere.", COMBINED),
    Cannot("Reports for the family court (section 7 and section 37)", "Reports for the court have no entry type.", COMBINED),
    Cannot("Young people of 16 and 17 who are homeless", "Homelessness of those not in care has no entry type.", COMBINED),
    Cannot("Families without recourse to public funds", "A family's right to public funds is not in the record.", COMBINED),
    Cannot("Children who need a special guardianship or child arrangements order allowance", "Allowances after an order are not in the record.", COMBINED),
    Cannot("Rates by ethnic group (disproportionality)", "How many children of each ethnic group live in the area is not in the record. Figures by ethnic group are.", COMBINED),
    Cannot("Missing from home", "A child who went missing while not in care is in the record only if somebody wrote it down; the police hold the full list.", COMBINED),
)
