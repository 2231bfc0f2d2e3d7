"""One meaning for the many spellings of extracts. The published spellings are checked in tests/real."""

import pytest

from goldthread.exchange.authorities import authority
from goldthread.exchange.kinds import Unreadable
from goldthread.exchange.spelling import Spelling
from goldthread.exchange.spelt_care import ACTIVITY, CEASED, HOME, IN_TOUCH, LEGAL, PLACEMENT, PROVIDER
from goldthread.exchange.spelt_need import ABUSE, CLOSURE, NEED, STATUS
from goldthread.exchange.spelt_people import ACCEPTED, ETHNIC, SEEN, SEEN_ALONE, SEX, YES_NO, answer
from goldthread.exchange.spelt_sources import SOURCE

EXAMPLES = [
    (SEX, {"a) Male": "M", "2 - Female": "F", "U": "U", "Non-Binary": "U", "c) Not stated/recorded (or unborn)": "U", "female": "F"}),
    (ETHNIC, {
        "a) WBRI": "WBRI", "WBRI - White British": "WBRI", "A1: A1 - White - British": "WBRI", "White Irish": "WIRI", "Gypsy / Roma": "WROM",
        "Traveller of Irish Heritage": "WIRT", "Mixed - White/Black Carib (B1)": "MWBC", "White and Black African": "MWBA",
        "White & Asian": "MWAS", "Dual Heritage": "MOTH", "Asian or Asian British > Indian": "AIND", "Pakistani": "APKN",
        "Bangladeshi [ABAN]": "ABAN", "Black or Black British - West Indian": "BCRB", "Black Somali": "BAFR", "Chinese (E1)": "CHNE",
        "Arab": "OOTH", "Refused to say": "REFU", "Information not yet obtained": "NOBT", "XXXX - Unknown": "NOBT", "White (Polish)": "WOTH",
    }),
    (SOURCE, {
        "a) 1A: Individual": "1A", "u) 10: Unknown": "10", "p1) 5D: LA services": "5D", "Health Visitor": "3B", "School Nurse": "3C", "GP": "3A",
        "HEALTH: A&E": "3E", "Police - Merlins": "6", "Housing (LA housing or housing association)": "4", "Primary School": "2A",
        "Education welfare officer": "2B", "Grandmother": "1A", "Self-Referral": "1C", "Anonymous": "9", "NSPCC": "8", "CAFCASS": "7",
        "Early Help": "5D", "Youth Offending Team": "5B", "Neighbour": "1B", "01) Police": "6",
    }),
    (NEED, {"N1 - Abuse or Neglect": "N1", "N5.CHIL28": "N5", "Family in acute stress": "N4", "Low income": "N7", "Child with Disability": "N2",
            "Parental Illness/Disability": "N3", "Absent parenting": "N8", "Not stated": "N0", "Not CIN": "N9"}),
    (CLOSURE, {"RC1 - Adopted": "RC1", "Died": "RC2", "Special Guardianship Order": "RC4", "Transferred to adult social care": "RC6",
               "Case Closed after assessment NFA": "RC8", "Other": "RC7"}),
    (ABUSE, {"a) Neglect": "NEG", "Physical abuse": "PHY", "NNYN": "SAB", "Emotional": "EMO", "Neglect, Physical": "MUL", "YNNY": "MUL",
             "e) Multiple/not recommended": "MUL", "Likelihood of Neglect": "NEG"}),
    (STATUS, {"a) Looked after child": "looked_after", "CPP": "protection", "CiN Plan": "need", "Open asmt": "assessment", "Closed": "closed"}),
    (LEGAL, {"C2: FCO": "C2", "CLA - C1 - Interim Care Order": "C1", "Interim care order": "C1", "Placement Order": "E1", "S20 Single Period": "V2",
             "Police Protection Order": "L1", "Emergency Protection Order": "L2", "On Remand": "J1"}),
    (PLACEMENT, {"a) U1: Foster placement - relatives - long term": "U1", "P1OUT - Placed with own parents": "P1", "Children's Homes": "K2",
                 "Secure unit": "K1", "Family centre or mother and baby unit": "R3", "Residential school": "S1", "Temporary Move": "T0"}),
    (CEASED, {"e) E4A: Returned home": "E4A", "E4 B - Return home": "E4B", "Adopted, consent dispensed with": "E12", "Died": "E2",
              "Sentenced to custody": "E9", "Moved abroad": "E16", "E17": "E17", "Moved into independent living WITHOUT formal support": "E6"}),
    (PROVIDER, {"b) PR1: Own provision": "PR1", "[PR5] Voluntary": "PR5", "Private provision": "PR4", "Parents or other person with PR": "PR0"}),
    (HOME, {"D: Semi-independent": "D", "(U) Independent Living": "U", "Z1": "Z", "Supported lodgings [E]": "E", "Homeless": "S", "In custody": "X"}),
    (ACTIVITY, {"F1: Full time in higher education": "F1", "Part time apprenticeship": "P4", "NEET - illness": "G4", "f2": "F2"}),
    (IN_TOUCH, {"a) Yes": "YES", "b) No": "NO", "d) Refu": "REFU", "Young person no longer requires services": "NREQ", "c) Died": "DIED"}),
]  # fmt: skip


@pytest.mark.parametrize(("spelling", "text", "code"), [(s, t, c) for s, examples in EXAMPLES for t, c in examples.items()])
def test_a_spelling_means_its_code(spelling, text, code):
    assert spelling.code(text) == code


@pytest.mark.parametrize(("text", "number"), {
    "330": "330", "E08000025": "330", "Birmingham City Council": "330", "LONDON BOROUGH OF HAVERING": "311", "Bristol, City of": "801",
    "EAST RIDING OF Y": "811", "Nottinghamshire": "891", "Nottingham City Council": "892", "Colchester District (B)": "881",
    "WAL - Child placed in Wales": "WAL", "CAERDYDD - CARDIFF": "WAL", "Dumfries And Galloway": "SCO", "Northern Ireland": "NIR",
    "Confidential": "CON", "City of London": "201", "Terford and Wrek": "894", "Home Town": "",
}.items())  # fmt: skip
def test_an_authority_is_known_by_number_ons_code_or_name(text, number):
    assert authority(text) == number


def test_seen_is_not_seen_alone_and_not_seen_alone_is_not_unseen():
    assert SEEN_ALONE.code("Child seen") == "UNKNOWN"
    assert SEEN.code("Not seen alone") == "UNKNOWN"
    assert SEEN.code("Child seen alone") == "YES"
    assert SEEN.code("Child not seen") == "NO"


def test_an_interview_that_was_declined_was_not_accepted():
    assert ACCEPTED.code("Offered and Declined (by YP)") == "NO"


def test_an_answer_that_nobody_knows_is_no_answer():
    kind = answer(YES_NO)
    assert (kind.read("a) Yes"), kind.read("0 - No"), kind.read("c) Unknown"), kind.read("")) == (True, False, None, None)
    with pytest.raises(Unreadable, match="neither yes nor no"):
        kind.read("CS Assessment Updated")


def test_what_nobody_has_spelt_before_is_told_not_guessed():
    with pytest.raises(Unreadable, match="not one of the categories of need, in any spelling known here"):
        NEED.kind().read("PSRMEM - Support with memory and cognition")


def test_a_code_stands_at_the_start_or_in_brackets_not_inside_a_word():
    colours = Spelling("colours", r"(?:^|[\[(])(C[12])(?!\d)", (("red", "C1"),))
    assert colours.code("C2 - blue") == "C2"
    assert colours.code("blue [c2]") == "C2"
    assert colours.code("C21 red") == "C1"
    assert colours.code("AC2") == ""
