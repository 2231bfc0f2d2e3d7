"""Workers and the children they hold, oversight, and warnings."""

from functools import partial

from goldthread.measures.shape import FellDue, Measure, Open, Owed, Period, Within

SECTION = "Workforce"
_measure = partial(Measure, section=SECTION)

caseload = _measure(
    code="caseload",
    title="Children for each social worker",
    sentence="How many children a social worker holds at the end of the day, on average of those who hold any.",
    numerator="children with a named social worker",
    denominator="social workers who hold a child",
    rows=Open("allocation", where="x.works_as = 'social_worker' AND x.worker_id IS NOT NULL"),
    kind="mean",
    per="x.worker_id",
    period=Period.DAY,
    polarity="lower",
    target=16,
    source="Children's social work workforce: cases held; by head, because hours worked are not in the record",
    excludes="children who wait for a worker",
)

children_held = _measure(
    code="children_held",
    title="Children with a named social worker",
    sentence="How many children had a named social worker at the end of the day.",
    numerator="children with a named social worker",
    denominator="",
    rows=Open("allocation", where="x.works_as = 'social_worker' AND x.worker_id IS NOT NULL"),
    kind="count",
    period=Period.DAY,
    source="Children's social work workforce; team lists",
    excludes="children who wait for a worker",
)

named_worker = _measure(
    code="named_worker",
    title="Children not left without a social worker",
    sentence="Of the children the service was working with at the end of the day, how many are not waiting too long for a named social worker.",
    numerator="those with a named social worker, or waiting no longer than allowed",
    denominator="children in need",
    rows=Open("need", where="(p.born IS NULL OR p.born > [18 years old])"),
    beside=(("o", Owed(("WF08",))),),
    counts="CASE WHEN o.person IS NULL THEN TRUE ELSE o.kept END",
    period=Period.DAY,
    clock="2 working days (local: named worker)",
    polarity="higher",
    target=98,
    source="Local standard",
    duties=("WF08",),
)

changes_of_worker = _measure(
    code="changes_of_worker",
    title="Social workers a child has had in a year",
    sentence="How many different social workers a child in care or on a protection plan has had in the twelve months, on average.",
    numerator="different social workers in the twelve months",
    denominator="children in care or on a protection plan who had any",
    rows=Open("care_or_plan", where="w.kinds IS NOT NULL"),
    beside=(("w", Within("workers", lasting=True, of="v.worker_id")),),
    value="w.kinds",
    kind="mean",
    period=Period.YEAR,
    polarity="lower",
    target=1.5,
    source="SSDA903 social worker episodes",
    excludes="spells without a named worker",
)

three_workers = _measure(
    code="three_workers",
    title="Children who had three or more social workers in a year",
    sentence="Of the children in care or on a protection plan at the end of the day, how many had three or more different social workers in the twelve months.",
    numerator="those who had three or more",
    denominator="children in care or on a protection plan",
    rows=Open("care_or_plan"),
    beside=(("w", Within("workers", lasting=True, of="v.worker_id")),),
    counts="coalesce(w.kinds, 0) >= 3",
    period=Period.YEAR,
    polarity="lower",
    target=10,
    source="SSDA903 social worker episodes; Ofsted on turnover of workers",
    excludes="spells without a named worker",
)

manager_looked_in_time = _measure(
    code="manager_looked_in_time",
    title="Children whose manager has looked in time",
    sentence="Of the children the service was working with at the end of the day, how many are not waiting for a manager's look that is overdue.",
    numerator="those for whom the manager's look is not overdue",
    denominator="children in need",
    rows=Open("need"),
    beside=(("o", Owed(("WF03",))),),
    counts="o.kept",
    period=Period.DAY,
    clock="4 weeks on a protection plan, 6 weeks in care, otherwise 8 weeks (local: manager looks)",
    polarity="higher",
    target=90,
    source="Local standard; Ofsted on management oversight",
    duties=("WF03",),
)

warnings_answered_in_time = _measure(
    code="warnings_answered_in_time",
    title="Warnings answered in time",
    sentence="Of the warnings whose last day passed in the twelve months, how many had been answered by the hour.",
    numerator="those answered by a named person in time",
    denominator="warnings to be answered",
    rows=FellDue(("WA01",)),
    period=Period.YEAR,
    clock="24 hours (local: warning answer)",
    polarity="higher",
    target=95,
    source="Local standard",
    duties=("WA01",),
    unit="warnings",
)

MEASURES = (
    caseload,
    children_held,
    named_worker,
    changes_of_worker,
    three_workers,
    manager_looked_in_time,
    warnings_answered_in_time,
)
