"""The front door."""

from goldthread.measures.shape import FellDue, Happened, Measure, Period

SECTION = "Front door"

abuse_two_agencies = Measure(
    code="abuse_two_agencies",
    section=SECTION,
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

contact_decided_in_time = Measure(
    code="contact_decided_in_time",
    section=SECTION,
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

rereferrals = Measure(
    code="rereferrals",
    section=SECTION,
    title="Referrals within 12 months of an earlier one",
    sentence="Of the referrals of the twelve months, how many were of a child who had been referred on an earlier day of the twelve months before.",
    numerator="those of a child with another referral on an earlier day in the 12 months before",
    denominator="referrals",
    rows=Happened("referrals"),
    counts="x.before IS NOT NULL AND [12 months after x.before] >= x.day",
    began="x.before",
    happened="x.day",
    kind_of="x.source",
    period=Period.YEAR,
    clock="12 months from referral to referral",
    polarity="lower",
    target=20,
    source="DfE Characteristics of children in need; National Framework; Annex A list 3",
    unit="referrals",
    excludes="a second referral on the same day",
)

MEASURES = (abuse_two_agencies, contact_decided_in_time, rereferrals)
