"""Codes in the words of Ofsted's Annex A template, each with the template's letter.

Source: the template's values as the Standard Safeguarding Dataset's extract (2024) and the London pipeline's schema write them.
A code that the template has no letter for, such as placement K3, is written without one.
"""

from collections.abc import Mapping, Sequence
from string import ascii_lowercase

YES, NO, UNKNOWN = "a) Yes", "b) No", "c) Unknown"


def _lettered(words: Sequence[str]) -> dict[str, str]:
    """Words by the code they begin with, each with the template's letter before it: a, b, c and so on."""
    return {says.partition(":")[0]: f"{letter}) {says}" for letter, says in zip(ascii_lowercase, words, strict=False)}


SEX = {"M": "a) Male", "F": "b) Female", "": "c) Not stated/recorded (or unborn)"}
ETHNICITY = _lettered((
    "WBRI", "WIRI", "WIRT", "WOTH", "WROM", "MWBC", "MWBA", "MWAS", "MOTH", "AIND", "APKN", "ABAN", "AOTH", "BCRB", "BAFR", "BOTH",
    "CHNE", "OOTH", "REFU", "NOBT",
)) | {"": "t) NOBT"}  # fmt: skip
_SOURCES = (
    ("a", "1A: Individual"), ("b", "1B: Individual"), ("c", "1C: Individual"), ("d", "1D: Individual"), ("e", "2A: Schools"),
    ("f", "2B: Education services"), ("g", "3A: Health services"), ("h", "3B: Health services"), ("i", "3C: Health services"),
    ("j", "3D: Health services"), ("k", "3E: Health services"), ("l", "3F: Health services"), ("m", "4: Housing"), ("n", "5A: LA services"),
    ("o", "5B: LA services"), ("p", "5C: LA services"), ("p1", "5D: LA services"), ("q", "6: Police"), ("r", "7: Other legal agency"),
    ("s", "8: Other"), ("t", "9: Anonymous"), ("u", "10: Unknown"),
)  # fmt: skip
SOURCE = {says.partition(":")[0]: f"{letter}) {says}" for letter, says in _SOURCES} | {"": "u) 10: Unknown"}
NEED = {
    "N1": "N1 - Abuse or neglect", "N2": "N2 - Child's disability", "N3": "N3 - Parental disability or illness", "N4": "N4 - Family in acute stress",
    "N5": "N5 - Family dysfunction", "N6": "N6 - Socially unacceptable behaviour", "N7": "N7 - Low income", "N8": "N8 - Absent parenting",
    "N9": "N9 - Cases other than children in need", "N0": "N0 - Not stated", "": "N0 - Not stated",
}  # fmt: skip
CLOSURE = {
    "RC1": "RC1 - Adopted", "RC2": "RC2 - Died", "RC3": "RC3 - Child arrangements order", "RC4": "RC4 - Special guardianship order",
    "RC5": "RC5 - Transferred to services of another local authority", "RC6": "RC6 - Transferred to adult social care services",
    "RC7": "RC7 - Services ceased for any other reason, including child no longer in need",
    "RC8": "RC8 - Case closed after assessment, no further action", "RC9": "RC9 - Case closed after assessment, referred to early help",
}  # fmt: skip
STATUS = {
    "looked_after": "a) Looked after child", "protection": "b) Child Protection plan", "need": "c) Child in need plan",
    "assessment": "d) Open assessment", "closed": "e) Closed episode",
}  # fmt: skip
ABUSE = {
    "NEG": "a) Neglect", "PHY": "b) Physical abuse", "SAB": "c) Sexual abuse", "EMO": "d) Emotional abuse", "MUL": "e) Multiple/not recommended",
}
LEGAL = {
    "C1": "C1: ICO", "C2": "C2: FCO", "D1": "D1: Freeing order", "E1": "E1: Placement order", "V2": "V2: Single period under S20",
    "V3": "V3: Short term breaks, episodes recorded", "V4": "V4: Short term breaks, agreements recorded", "L1": "L1: Police protection LA accommodation",
    "L2": "L2: EPO", "L3": "L3: Child assessment order LA accommodation", "J1": "J1: Remanded to LA or youth detention",
    "J2": "J2: LA accommodation under PACE", "J3": "J3: Youth rehabilitation order",
}  # fmt: skip
PERMANENCE = {
    "home": "a) Return to family", "adoption": "b) Adoption", "sgo": "c) SGO/CAO", "community": "d) Supported living in the community",
    "residential": "e) Long-term residential placement", "fostering": "f) Long-term fostering", "other": "g) Other",
}  # fmt: skip
CEASED = _lettered((
    "E11: Adopted - application unopposed", "E12: Adopted - consent dispensed", "E2: Died", "E3: Care taken by another LA",
    "E4A: Returned home - part of planning", "E4B: Returned home - not part of planning", "E13: Parents, relatives or other with no PR",
    "E41: Residence order granted", "E45: SGO former carer relative/friend", "E46: SGO former carer other", "E47: SGO relative/friend",
    "E48: SGO other", "E5: Independent living - supported", "E6: Independent living - no support",
    "E7: Residential care funded by adult social services", "E9: Sentenced to custody", "E14: Accommodation on remand ended",
    "E15: Age assessment 18 or over", "E16: Child moved abroad", "E8: Any other reason", "X1: Episode ceases, new episode begins",
    "E17: Aged 18+ and remained with current carers",
)) | {"E4": "E4: Returned home"}  # fmt: skip
_PLACES: Mapping[str, tuple[str, str]] = {
    "U1": ("a", "Foster placement - relatives - long term"), "U2": ("b", "Foster placement - relative - FFA"),
    "U3": ("c", "Foster placement - relative - not FFA"), "U4": ("d", "Foster placement - long term"), "U5": ("e", "Foster placement - FFA"),
    "U6": ("f", "Foster placement - not FFA"), "A3": ("g", "Placed for adoption - consent - current foster"),
    "A4": ("h", "Placed for adoption - consent - not foster"), "A5": ("i", "Placed for adoption - order - foster"),
    "A6": ("j", "Placed for adoption - order - not foster"), "P1": ("k", "Placed with parents"), "P2": ("l", "Independent living"),
    "P3": ("m", "Residential employment"), "H5": ("n", "Residential accommodation"), "K1": ("o", "Secure Children's Homes"),
    "K2": ("p", "Children's Homes"), "R1": ("q", "Residential Care Home"), "R2": ("r", "NHS/Health Trust"),
    "R3": ("s", "Family Centre or Mother and Baby Unit"), "R5": ("t", "Young Offender Institution"), "S1": ("u", "Residential school"),
    "Z1": ("v", "Other placements"), "T0": ("w", "Temporary placements"), "T1": ("x", "Hospital"), "T2": ("y", "Holiday"),
    "T3": ("z", "Carer holiday"), "T4": ("zz", "Seven days or less"),
}  # fmt: skip
PLACEMENT = {code: f"{letter}) {code}: {says}" for code, (letter, says) in _PLACES.items()} | {
    "K3": "K3: Supported accommodation", "Z11": "Z11: Other placements", "Z12": "Z12: Other placements", "Z13": "Z13: Other placements",
    "Z14": "Z14: Other placements",
}  # fmt: skip
PROVIDER = {
    "PR0": "a) PR0: Parents/Parental responsibility", "PR1": "b) PR1: Own provision", "PR2": "c) PR2: Other LA provision",
    "PR3": "d) PR3: Other public provision", "PR4": "e) PR4: Private provision", "PR5": "f) PR5: Voluntary/third sector",
}  # fmt: skip
ELIGIBILITY = {
    "relevant": "a) Relevant child", "former_relevant": "b) Former relevant child", "qualifying": "c) Qualifying care leaver", "eligible": "d) Eligible child",
}
IN_TOUCH = {"YES": YES, "NO": NO, "DIED": "c) Died", "REFU": "d) Refu", "NREQ": "e) NREQ", "RHOM": "f) Rhom"}
HOME = {
    "B": "B: Parents/relatives", "C": "C: Community home/residential care", "D": "D: Semi-independent, transitional and self-contained accommodation",
    "E": "E: Supported lodgings", "G": "G: Abroad", "H": "H: Deported", "K": "K: Ordinary lodgings, without formal support", "R": "R: Residence not known",
    "S": "S: No fixed abode/homeless", "T": "T: Foyers and similar supported accommodation", "U": "U: Independent living", "V": "V: Emergency accommodation",
    "W": "W: Bed and breakfast", "X": "X: In custody", "Y": "Y: Other accommodation", "Z": "Z: With former foster carers",
}  # fmt: skip
SUITABLE = {True: "a) Suitable", False: "b) Unsuitable"}
ACTIVITY = {
    "F1": "F1: Full time in higher education", "P1": "P1: Part time in higher education", "F2": "F2: Full time in education other than higher",
    "P2": "P2: Part time in education other than higher", "F3": "F3: Full time in training or employment", "P3": "P3: Part time in training or employment",
    "F4": "F4: Full time in an apprenticeship", "P4": "P4: Part time in an apprenticeship", "F5": "F5: Full time in training or employment",
    "P5": "P5: Part time in training or employment", "G4": "G4: NEET - illness or disability", "G5": "G5: NEET - other",
    "G6": "G6: NEET - pregnancy or parenting",
}  # fmt: skip
REVERSED = {
    "RD1": "RD1 - The child's needs changed subsequent to the decision", "RD2": "RD2 - The Court did not make a placement order",
    "RD3": "RD3 - Prospective adopters could not be found", "RD4": "RD4 - Any other reason",
}  # fmt: skip
LEFT_ADOPTING = {"1": "1 - Adopter withdrew from process", "2": "2 - Process put on hold", "3": "3 - Application refused"}
ELSEWHERE = {"NIR": "NIR - Northern Ireland", "WAL": "WAL - Wales", "SCO": "SCO - Scotland", "NUK": "NUK - outside the UK", "CON": "CON - confidential"}


def yes_no(answer: bool | None) -> str | None:
    """Yes or no; nothing where nothing was said."""
    return None if answer is None else YES if answer else NO


def yes_no_unknown(answer: bool | None) -> str:
    return UNKNOWN if answer is None else YES if answer else NO
