"""Code lists of the statutory returns, in the words the returns use.

Sources: children in need census and children looked after (SSDA903) guides as summarised in the Standard
Safeguarding Dataset. Historic codes stay, because imported history uses them.
"""

SEX = {"M": "Male", "F": "Female", "U": "Not known"}
ETHNICITY = {
    "WBRI": "White British", "WIRI": "White Irish", "WIRT": "Traveller of Irish heritage", "WOTH": "Any other White background",
    "WROM": "Gypsy or Roma", "MWBC": "White and Black Caribbean", "MWBA": "White and Black African", "MWAS": "White and Asian",
    "MOTH": "Any other mixed background", "AIND": "Indian", "APKN": "Pakistani", "ABAN": "Bangladeshi",
    "AOTH": "Any other Asian background", "BCRB": "Black Caribbean", "BAFR": "Black African", "BOTH": "Any other Black background",
    "CHNE": "Chinese", "OOTH": "Any other ethnic group", "REFU": "Preferred not to say", "NOBT": "Not yet asked",
}
DISABILITY = {
    "NONE": "None", "MOB": "Moving about", "HAND": "Using hands", "PC": "Personal care", "INC": "Continence", "COMM": "Communication",
    "LD": "Learning", "HEAR": "Hearing", "VIS": "Sight", "BEH": "Behaviour", "CON": "Consciousness", "AUT": "Autism",
    "DDA": "Another disability", "ANY": "A disability; a return does not say which",
}
SOURCE = {
    "1A": "Family member or carer", "1B": "Friend, neighbour or child minder", "1C": "The child", "1D": "Another person",
    "2A": "School", "2B": "Education service", "3A": "GP", "3B": "Health visitor", "3C": "School nurse",
    "3D": "Other primary health service", "3E": "Emergency department", "3F": "Other health service", "4": "Housing",
    "5A": "Adult social care", "5B": "Another council service", "5C": "Another council", "5D": "Early help", "6": "Police",
    "7": "Court, probation or other legal agency", "8": "Other organisation", "9": "Somebody who did not give a name", "10": "Not known",
}
NEED = {
    "N1": "Abuse, neglect and exploitation", "N2": "The child's disability", "N3": "A parent's disability or illness",
    "N4": "Family in acute stress", "N5": "Family dysfunction", "N6": "Socially unacceptable behaviour", "N7": "Low income",
    "N8": "Absent parenting", "N9": "Other than children in need", "N0": "Not stated",
}
CLOSING = {
    "RC1": "Adopted", "RC2": "Died", "RC3": "Child arrangements order", "RC4": "Special guardianship order",
    "RC5": "Moved to another authority", "RC6": "Moved to adult social care", "RC7": "No longer in need of services",
    "RC8": "Closed after assessment", "RC9": "Closed after assessment, early help continues",
}
ABUSE = {"NEG": "Neglect", "PHY": "Physical abuse", "SAB": "Sexual abuse", "EMO": "Emotional abuse", "MUL": "More than one category"}
LEGAL_STATUS = {
    "C1": "Interim care order", "C2": "Full care order", "D1": "Freeing order", "E1": "Placement order",
    "V2": "Accommodated by agreement, section 20", "V3": "Short breaks, recorded one by one", "V4": "Short breaks, recorded as an agreement",
    "L1": "Police protection", "L2": "Emergency protection order", "L3": "Child assessment order", "J1": "On remand",
    "J2": "Detained under PACE", "J3": "Sentenced with a residence requirement",
}
PLACEMENT = {
    "A3": "Placed for adoption by consent, with the foster carer", "A4": "Placed for adoption by consent",
    "A5": "Placed for adoption under a placement order, with the foster carer", "A6": "Placed for adoption under a placement order",
    "K1": "Secure children's home", "K2": "Children's home", "K3": "Supported accommodation", "P1": "With own parents",
    "P2": "Independent living", "P3": "Residential employment", "H5": "Semi-independent living", "R1": "Residential care home",
    "R2": "Hospital or health establishment", "R3": "Family centre or mother and baby unit", "R5": "Young offender institution",
    "S1": "Residential school", "T0": "Temporary move", "T1": "In hospital for a time", "T2": "On holiday",
    "T3": "Carer's holiday", "T4": "Another temporary move of a week or less", "U1": "Foster care with family or friends, long term",
    "U2": "Foster care with family or friends who may adopt", "U3": "Foster care with family or friends", "U4": "Foster care, long term",
    "U5": "Foster care with carers who may adopt", "U6": "Foster care", "Z1": "Other placement", "Z11": "Other placement (Z11)",
    "Z12": "Other placement (Z12)", "Z13": "Other placement (Z13)", "Z14": "Other placement (Z14)",
}
PROVIDER = {
    "PR0": "Parents", "PR1": "Our own", "PR2": "Another council", "PR3": "Another public body", "PR4": "Private", "PR5": "Voluntary",
}
EPISODE_START = {
    "S": "Started to be looked after", "L": "Change of legal status", "P": "Change of placement and carer", "T": "Change of placement, same carer",
    "B": "Change of legal status, placement and carer", "U": "Change of legal status and placement, same carer",
}
CARE_END = {
    "X1": "The next episode began the same day", "E11": "Adopted", "E12": "Adopted, consent dispensed with", "E2": "Died",
    "E3": "Another authority took over", "E4A": "Returned home as planned", "E4B": "Returned home, not planned", "E4": "Returned home",
    "E13": "Left to live with relatives", "E41": "Child arrangements order", "E45": "Special guardianship, former foster carer, family",
    "E46": "Special guardianship, former foster carer", "E47": "Special guardianship, family", "E48": "Special guardianship, others",
    "E5": "Independent living with support", "E6": "Independent living", "E7": "Adult residential care", "E8": "Another reason",
    "E9": "Sentenced to custody", "E14": "Remand ended", "E15": "Age assessed as 18 or over", "E16": "Moved abroad",
    "E17": "Stayed with carers at 18",
}
PLACE_CHANGE = {
    "CARPL": "As the care plan said", "CLOSE": "The home closed or the carer resigned", "ALLEG": "Allegation", "STAND": "Standards of care",
    "APPRR": "Approval removed", "CREQB": "Carer asked: behaviour", "CREQO": "Carer asked: other", "CHILD": "The child asked",
    "LAREQ": "The authority asked", "PLACE": "Same home, new status", "CUSTOD": "Custody", "OTHER": "Other",
}
PARTICIPATION = {
    "PN0": "Under four", "PN1": "Came and spoke", "PN2": "Came; an advocate spoke", "PN3": "Came; took part without words",
    "PN4": "Came; did not contribute", "PN5": "Did not come; briefed an advocate", "PN6": "Did not come; sent views another way",
    "PN7": "Did not come; no views sent",
}
MISSING = {"M": "Missing", "A": "Away without authorisation"}
SDQ_REASON = {
    "SDQ1": "Under four or over sixteen", "SDQ2": "Carer refused", "SDQ3": "Disability too severe", "SDQ4": "Other", "SDQ5": "Child refused",
}
IN_TOUCH = {
    "YES": "In touch", "NO": "Not in touch", "DIED": "Died", "REFU": "Refuses contact", "NREQ": "No longer needs services",
    "RHOM": "Returned home for six months or more",
}
ACTIVITY = {
    "F1": "Higher education, full time", "P1": "Higher education, part time", "F2": "Other education, full time",
    "P2": "Other education, part time", "F3": "Training or work, full time (to 2021)", "P3": "Training or work, part time (to 2021)",
    "F4": "Apprenticeship, full time", "P4": "Apprenticeship, part time", "F5": "Training or work, full time",
    "P5": "Training or work, part time", "G4": "Not in work or study: illness or disability", "G5": "Not in work or study: other",
    "G6": "Not in work or study: pregnancy or parenting", "0": "Not known",
}
ACCOMMODATION = {
    "B": "With parents or relatives", "C": "Residential care", "D": "Semi-independent", "E": "Supported lodgings", "G": "Abroad",
    "H": "Deported", "K": "Ordinary lodgings", "R": "Not known", "S": "No fixed home", "T": "Foyer", "U": "Independent living",
    "V": "Emergency", "W": "Bed and breakfast", "X": "In custody", "Y": "Other", "Z": "With former foster carers", "0": "Not known",
}
ELIGIBILITY = {"eligible": "Eligible child", "relevant": "Relevant child", "former_relevant": "Former relevant", "qualifying": "Qualifying"}
FACTORS = {
    **{f"{n}{who}": f"{what}: {whose}" for n, what in (
        ("1", "Alcohol"), ("2", "Drugs"), ("3", "Domestic abuse"), ("4", "Mental health"), ("5", "Learning disability"),
        ("6", "Physical disability or illness")) for who, whose in (("A", "child"), ("B", "parent or carer"), ("C", "another in the home"))},
    "7A": "Young carer", "8B": "Privately fostered, returning abroad", "8C": "Privately fostered, staying", "8D": "Privately fostered, education",
    "8E": "Privately fostered, family arrangement", "8F": "Privately fostered, other", "9A": "Unaccompanied asylum seeker", "10A": "Missing",
    "11A": "Sexual exploitation", "12A": "Trafficking", "13A": "Gangs", "14A": "Socially unacceptable behaviour", "15A": "Self-harm",
    "16A": "Neglect", "17A": "Emotional abuse", "18A": "Physical abuse", "18B": "Physical abuse, child on child",
    "18C": "Physical abuse, adult on child", "19A": "Sexual abuse", "19B": "Sexual abuse, child on child",
    "19C": "Sexual abuse, adult on child", "20": "Other", "21": "No factors found", "22A": "Female genital mutilation",
    "23A": "Abuse linked to faith or belief", "24A": "Criminal exploitation",
}
PERMANENCE = {"P1": "Adoption", "P2": "Special guardianship", "P3": "Child arrangements order", "P4": "Not known", "Z1": "None"}
REVERSED = {"RD1": "The child's needs changed", "RD2": "The court made no placement order", "RD3": "Adopters not found", "RD4": "Other"}
UPN_UNKNOWN = {f"UN{n}": f"No pupil number: reason {n}" for n in range(1, 11)}
AIM = {
    "home": "Return to family", "adoption": "Adoption", "sgo": "Special guardianship or child arrangements", "community": "Supported living",
    "residential": "Long-term residential", "fostering": "Long-term fostering", "other": "Other",
}
LEFT_ADOPTING = {"1": "They withdrew", "2": "The process was put on hold", "3": "The application was refused"}
