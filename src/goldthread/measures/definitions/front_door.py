"""Contacts and referrals."""

from functools import partial

from goldthread.measures.shape import FellDue, Happened, Measure, Period

SECTION = "Front door"
_measure = partial(Measure, section=SECTION)
_DFE = "DfE Characteristics of children in need"

contacts = _measure(
    code="contacts",
    title="Contacts",
    sentence="How many times in the month somebody got in touch about a child.",
    numerator="contacts that came in",
    denominator="",
    rows=Happened("contact", on="received"),
    kind="count",
    kind_of="x.source",
    period=Period.MONTH,
    source="Annex A list 1; regional benchmarking",
    unit="contacts",
)

contacts_per_child = _measure(
    code="contacts_per_child",
    title="Contacts for each child somebody was worried about",
    sentence="How many contacts there were in the twelve months for each child about whom there was at least one.",
    numerator="contacts that came in",
    denominator="children they were about",
    rows=Happened("contact", on="received"),
    kind="mean",
    per="x.person",
    period=Period.YEAR,
    source="Annex A list 1",
    unit="contacts",
)

contacts_referred = _measure(
    code="contacts_referred",
    title="Contacts that became a referral",
    sentence="Of the contacts of the twelve months, how many were made a referral.",
    numerator="contacts whose outcome was a referral",
    denominator="contacts that came in",
    rows=Happened("contact", on="received"),
    counts="NULLIF(x.outcome, '') = 'referral'",
    kind_of="x.source",
    began="x.received",
    happened="x.decided_at",
    period=Period.YEAR,
    source="ADCS Safeguarding Pressures",
    unit="contacts",
)

contact_decided_in_time = _measure(
    code="contact_decided_in_time",
    title="Contacts decided within one working day",
    sentence="Of the contacts whose last day for a decision passed in the month, how many had been decided by then.",
    numerator="those decided in time",
    denominator="contacts on which a decision was due",
    rows=FellDue(("FD02",)),
    period=Period.MONTH,
    clock="1 working day (local: contact decision) from the day it came in",
    polarity="higher",
    target=95,
    source="Working Together: a decision within one working day",
    duties=("FD02",),
    unit="contacts",
)

abuse_two_agencies = _measure(
    code="abuse_two_agencies",
    title="Domestic abuse: two agencies heard before deciding",
    sentence="Of the contacts about domestic abuse decided in the month, how many were decided after at least two agencies had been heard.",
    numerator="those where two or more agencies were heard before the decision",
    denominator="contacts about domestic abuse that were decided",
    rows=Happened("contact", on="decided_at", where="x.about_domestic_abuse"),
    counts="x.agencies_heard >= 2",
    kind_of="x.source",
    began="x.received",
    happened="x.decided_at",
    period=Period.MONTH,
    polarity="higher",
    target=90,
    source="Inspection: decisions on domestic abuse made on one agency's word",
    unit="contacts",
)

referrals = _measure(
    code="referrals",
    title="Referrals",
    sentence="How many referrals came in during the twelve months.",
    numerator="referrals",
    denominator="",
    rows=Happened("referral"),
    kind="count",
    kind_of="x.source",
    period=Period.YEAR,
    source=f"{_DFE}, table C1; Annex A list 3",
    unit="referrals",
)

referral_rate = _measure(
    code="referral_rate",
    title="Referrals per 10,000 children",
    sentence="Referrals of the twelve months for every 10,000 people under 18 in the area.",
    numerator="referrals",
    denominator="people under 18",
    rows=Happened("referral"),
    kind="rate",
    period=Period.YEAR,
    source=f"{_DFE}, table C1",
    unit="referrals",
)

referral_decided_in_time = _measure(
    code="referral_decided_in_time",
    title="Referrals decided within one working day",
    sentence="Of the referrals whose last day for a decision passed in the month, how many had been decided by then.",
    numerator="those decided in time",
    denominator="referrals on which a decision was due",
    rows=FellDue(("FD01",)),
    period=Period.MONTH,
    clock="1 working day from the day it came in",
    polarity="higher",
    target=95,
    source="Working Together to Safeguard Children 2023, chapter 3",
    duties=("FD01",),
    unit="referrals",
)

rereferrals = _measure(
    code="rereferrals",
    title="Referrals within 12 months of an earlier one",
    sentence="Of the referrals of the twelve months, how many were of a child who had been referred on an earlier day of the twelve months before.",
    numerator="those of a child with another referral on an earlier day in the 12 months before",
    denominator="referrals",
    rows=Happened("referrals"),
    counts="x.before IS NOT NULL AND [12 months after x.before] >= x.day",
    kind_of="x.source",
    began="x.before",
    happened="x.day",
    period=Period.YEAR,
    clock="12 months from referral to referral",
    polarity="lower",
    target=20,
    source=f"{_DFE}; National Framework; Annex A list 3",
    unit="referrals",
    excludes="a second referral on the same day, as an earlier one",
)

rereferrals_after_closing = _measure(
    code="rereferrals_after_closing",
    title="Referrals within 12 months of the end of earlier work",
    sentence="Of the referrals of the twelve months, how many were of a child with whom work had ended in the twelve months before.",
    numerator="those of a child whose earlier work had ended in the 12 months before",
    denominator="referrals",
    rows=Happened("referrals"),
    counts="x.closed_before IS NOT NULL AND [12 months after x.closed_before] >= x.day",
    began="x.closed_before",
    happened="x.day",
    period=Period.YEAR,
    clock="12 months from the end of the work to the referral",
    polarity="lower",
    source="The local form of the measure above, which counts from the end of the work",
    unit="referrals",
)

referrals_no_further = _measure(
    code="referrals_no_further",
    title="Referrals after which nothing more was done",
    sentence="Of the referrals of the twelve months, how many were decided to need nothing more from us.",
    numerator="those decided to need nothing more",
    denominator="referrals",
    rows=Happened("referral"),
    counts="CASE x.decision WHEN 'no_further' THEN TRUE WHEN 'accepted' THEN FALSE END",
    kind_of="x.source",
    happened="x.decided",
    period=Period.YEAR,
    source=f"{_DFE}; Annex A list 3",
    unit="referrals",
)

assessed_not_in_need = _measure(
    code="assessed_not_in_need",
    title="Work that ended after the assessment",
    sentence="Of the periods of work that ended in the twelve months, how many ended because the assessment found no need of services.",
    numerator="those closed after assessment (RC8, RC9)",
    denominator="periods of work that ended",
    rows=Happened("need", on="until"),
    counts="CASE WHEN x.reason IN ('RC8', 'RC9') THEN TRUE WHEN x.reason <> '' THEN FALSE END",
    kind_of="x.reason",
    began="x.day",
    happened="x.until",
    period=Period.YEAR,
    source=f"{_DFE}, methodology",
    unit="periods of work",
)

referral_outcome_30_days = _measure(
    code="referral_outcome_30_days",
    title="Referrals with an outcome within 30 days",
    sentence="Of the referrals of the twelve months that are more than 30 days old, how many had led to a decision that nothing more is needed, "
    "an assessment or section 47 enquiries within 30 days.",
    numerator="those with an outcome within 30 days",
    denominator="referrals more than 30 days old",
    rows=Happened("referrals", where="x.day < [30 days ago]"),
    counts="coalesce(least(coalesce(x.no_further_on, x.assessed_from, x.enquired_from), coalesce(x.assessed_from, x.enquired_from, x.no_further_on), "
    "coalesce(x.enquired_from, x.no_further_on, x.assessed_from)) <= [30 days after x.day], FALSE)",
    kind_of="CASE WHEN x.enquired_from <= [30 days after x.day] THEN CASE WHEN x.assessed_from <= [30 days after x.day] THEN 'Both' "
    "ELSE 'Section 47' END WHEN x.assessed_from <= [30 days after x.day] THEN 'Section 17' "
    "WHEN x.no_further_on <= [30 days after x.day] THEN 'Nothing more' ELSE '' END",
    due="[30 days after x.day]",
    period=Period.YEAR,
    clock="30 days",
    polarity="higher",
    source="Children in need reports of the London and South East analysts",
    unit="referrals",
)

MEASURES = (
    contacts,
    contacts_per_child,
    contacts_referred,
    contact_decided_in_time,
    abuse_two_agencies,
    referrals,
    referral_rate,
    referral_decided_in_time,
    rereferrals,
    rereferrals_after_closing,
    referrals_no_further,
    assessed_not_in_need,
    referral_outcome_30_days,
)
