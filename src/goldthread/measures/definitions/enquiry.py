"""Section 47 enquiries and initial conferences."""

from functools import partial

from goldthread.measures.shape import FellDue, Happened, Measure, Period

SECTION = "Section 47, conference, child protection"
_measure = partial(Measure, section=SECTION)
_DFE = "DfE Characteristics of children in need"

enquiries = _measure(
    code="enquiries",
    title="Section 47 enquiries",
    sentence="How many section 47 enquiries were started in the twelve months.",
    numerator="enquiries started",
    denominator="",
    rows=Happened("enquiry"),
    kind="count",
    period=Period.YEAR,
    source=f"{_DFE}, table C4; Annex A list 5; National Framework",
    unit="enquiries",
)

enquiry_rate = _measure(
    code="enquiry_rate",
    title="Section 47 enquiries per 10,000 children",
    sentence="Section 47 enquiries started in the twelve months for every 10,000 people under 18 in the area.",
    numerator="enquiries started",
    denominator="people under 18",
    rows=Happened("enquiry"),
    kind="rate",
    period=Period.YEAR,
    source=f"{_DFE}, table C4; National Framework",
    unit="enquiries",
)

conference_in_15 = _measure(
    code="conference_in_15",
    title="Initial conferences within 15 working days of the start of enquiries",
    sentence="Of the initial conferences held in the twelve months, how many were held no more than 15 working days after section 47 enquiries started.",
    numerator="those held within 15 working days of the start of the enquiries that led to them",
    denominator="initial conferences held",
    rows=Happened("initial_conferences", where="x.transfer_notified IS NULL"),
    counts="[working days from x.enquired to x.day] <= 15",
    began="x.enquired",
    happened="x.day",
    period=Period.YEAR,
    clock="15 working days from the actual start of the enquiries; the next working day is the first. The record does not say which enquiries led to "
    "a conference: they are those begun since the initial conference before it, at most 26 weeks ago; of several, the first that still went on or had "
    "ended with a conference needed, so that new enquiries start no clock afresh, else the last",
    polarity="higher",
    target=80,
    source=f"{_DFE}, table C4; Annex A list 5; LG Inform 3217",
    unit="conferences",
    excludes="children who moved here on a plan; a conference held before its own enquiries, or without any, stays in the number and cannot be told",
)

conference_in_15_of_strategy = _measure(
    code="conference_in_15_of_strategy",
    title="Initial conferences within 15 working days of the strategy discussion",
    sentence="Of the initial conferences whose last day passed in the twelve months, counted from the strategy discussion, how many had been held by then.",
    numerator="those held in time",
    denominator="initial conferences that were due",
    rows=FellDue(("S405",)),
    period=Period.YEAR,
    clock="15 working days from the strategy discussion that agreed the enquiries",
    polarity="higher",
    target=80,
    source="Working Together to Safeguard Children 2023, chapter 3",
    duties=("S405",),
    unit="conferences",
)

transfer_conference_in_15 = _measure(
    code="transfer_conference_in_15",
    title="Conferences within 15 working days for children who moved here on a plan",
    sentence="Of the conferences for children who moved here on a plan whose last day passed in the twelve months, how many had been held by then.",
    numerator="those held in time",
    denominator="conferences that were due after another council told us",
    rows=FellDue(("S408",)),
    period=Period.YEAR,
    clock="15 working days from the day we were told",
    polarity="higher",
    target=80,
    source="Children in need census: transfer-in conferences",
    duties=("S408",),
    unit="conferences",
)

enquiries_to_conference = _measure(
    code="enquiries_to_conference",
    title="Enquiries that led to a conference",
    sentence="Of the section 47 enquiries started in the twelve months, how many led to an initial conference.",
    numerator="those after which an initial conference was held, before any other enquiry",
    denominator="enquiries started",
    rows=Happened("enquiries"),
    counts="CASE WHEN x.conference IS NOT NULL THEN TRUE WHEN x.until IS NULL AND x.next IS NULL THEN NULL ELSE FALSE END",
    happened="x.conference",
    period=Period.YEAR,
    source="National Framework",
    unit="enquiries",
    excludes="nothing; an enquiry still going on without a conference cannot be told yet",
)

conferences_to_plan = _measure(
    code="conferences_to_plan",
    title="Initial conferences that ended in a plan",
    sentence="Of the initial conferences held in the six months, how many decided that the child needs a protection plan.",
    numerator="those that decided on a plan",
    denominator="initial conferences held",
    rows=Happened("initial_conferences"),
    counts="CASE WHEN x.decision = 'plan' THEN TRUE WHEN x.decision <> '' THEN FALSE END",
    period=Period.SIX_MONTHS,
    source="Annex A list 5",
    unit="conferences",
)

enquiry_to_plan_60_days = _measure(
    code="enquiry_to_plan_60_days",
    title="Enquiries followed by a plan within 60 days",
    sentence="Of the section 47 enquiries of the twelve months that began more than 60 days ago, how many were followed by a protection plan within 60 days.",
    numerator="those followed by a protection plan within 60 days",
    denominator="enquiries begun more than 60 days ago",
    rows=Happened("enquiries", where="x.day < [60 days ago]"),
    counts="x.plan IS NOT NULL AND x.plan <= [60 days after x.day]",
    due="[60 days after x.day]",
    happened="x.plan",
    period=Period.YEAR,
    clock="60 days",
    source="Children in need reports of the London and South East analysts",
    unit="enquiries",
)

referral_to_plan_days = _measure(
    code="referral_to_plan_days",
    title="Days from the referral to the protection plan",
    sentence="For half of the protection plans begun in the twelve months, no more than so many days had gone by since the referral.",
    numerator="days from the last referral before it to the plan",
    denominator="protection plans begun",
    rows=Happened("plans", where="x.referred IS NOT NULL"),
    value="x.day - x.referred",
    kind="median",
    began="x.referred",
    happened="x.day",
    period=Period.YEAR,
    source="Drift and delay tool",
    unit="plans",
)

MEASURES = (
    enquiries,
    enquiry_rate,
    conference_in_15,
    conference_in_15_of_strategy,
    transfer_conference_in_15,
    enquiries_to_conference,
    conferences_to_plan,
    enquiry_to_plan_60_days,
    referral_to_plan_days,
)
