"""Code lists of the statutory returns, with the return years a code belongs to where it has not always been there."""

ALWAYS = 9999

SEX = ("M", "F", "U")
SEX_SPELLINGS = {"1": "M", "2": "F", "0": "U", "9": "U"}

ETHNICITY = (
    "WBRI", "WIRI", "WIRT", "WOTH", "WROM", "MWBC", "MWBA", "MWAS", "MOTH", "AIND", "APKN", "ABAN", "AOTH", "BCRB",
    "BAFR", "BOTH", "CHNE", "OOTH", "REFU", "NOBT",
)  # fmt: skip

NEED = ("N1", "N2", "N3", "N4", "N5", "N6", "N7", "N8", "N9", "N0")

DISABILITY = ("NONE", "MOB", "HAND", "PC", "INC", "COMM", "LD", "HEAR", "VIS", "BEH", "CON", "AUT", "DDA")

REFERRAL_SOURCE = (
    "1A", "1B", "1C", "1D", "2A", "2B", "3A", "3B", "3C", "3D", "3E", "3F", "4", "5A", "5B", "5C", "5D", "6", "7",
    "8", "9", "10",
)  # fmt: skip
REFERRAL_SOURCE_TERMS = {"5D": (2023, ALWAYS)}

CLOSURE = ("RC1", "RC2", "RC3", "RC4", "RC5", "RC6", "RC7", "RC8", "RC9")
CLOSURE_TERMS = {"RC9": (2023, ALWAYS)}

ABUSE = ("NEG", "PHY", "SAB", "EMO", "MUL")

FACTORS = (
    *(f"{n}{who}" for n in range(1, 7) for who in "ABC"), "7A", "8B", "8C", "8D", "8E", "8F", "9A", "10A", "11A", "12A",
    "13A", "14A", "15A", "16A", "17A", "18A", "18B", "18C", "19A", "19B", "19C", "20", "21", "22A", "23A", "24A",
)  # fmt: skip
FACTOR_TERMS = {
    "18A": (0, 2023), "19A": (0, 2023), "18B": (2023, ALWAYS), "18C": (2023, ALWAYS), "19B": (2023, ALWAYS),
    "19C": (2023, ALWAYS), "24A": (2022, ALWAYS),
}  # fmt: skip

EPISODE_BEGAN = ("S", "L", "P", "T", "B", "U")
LEGAL_STATUS = ("C1", "C2", "D1", "E1", "V2", "V3", "V4", "L1", "L2", "L3", "J1", "J2", "J3")
PLACEMENT = (
    "A3", "A4", "A5", "A6", "K1", "K2", "K3", "P1", "P2", "P3", "H5", "R1", "R2", "R3", "R5", "S1", "T0", "T1", "T2",
    "T3", "T4", "U1", "U2", "U3", "U4", "U5", "U6", "Z1", "Z11", "Z12", "Z13", "Z14",
)  # fmt: skip
PLACEMENT_TERMS = {
    "P2": (0, 2024), "H5": (0, 2024), "K3": (2024, ALWAYS), "Z11": (2026, ALWAYS), "Z12": (2026, ALWAYS),
    "Z13": (2026, ALWAYS), "Z14": (2026, ALWAYS),
}  # fmt: skip
PROVIDER = ("PR0", "PR1", "PR2", "PR3", "PR4", "PR5")
EPISODE_ENDED = (
    "X1", "E11", "E12", "E2", "E3", "E4A", "E4B", "E13", "E41", "E45", "E46", "E47", "E48", "E5", "E6", "E7", "E8",
    "E9", "E14", "E15", "E16", "E17",
)  # fmt: skip
PLACEMENT_CHANGED = (
    "CARPL", "CLOSE", "ALLEG", "STAND", "APPRR", "CREQB", "CREQO", "CHILD", "LAREQ", "PLACE", "CUSTOD", "OTHER",
)  # fmt: skip
TOOK_PART = ("PN0", "PN1", "PN2", "PN3", "PN4", "PN5", "PN6", "PN7")
SDQ_REASON = ("SDQ1", "SDQ2", "SDQ3", "SDQ4", "SDQ5")
IN_TOUCH = ("YES", "NO", "DIED", "REFU", "NREQ", "RHOM")
ACTIVITY = ("F1", "P1", "F2", "P2", "F3", "P3", "F4", "P4", "F5", "P5", "G4", "G5", "G6", "0")
ACTIVITY_TERMS = {
    "F3": (0, 2021), "P3": (0, 2021), "F4": (2022, ALWAYS), "P4": (2022, ALWAYS), "F5": (2022, ALWAYS), "P5": (2022, ALWAYS),
}  # fmt: skip
HOMES = "BCDEGHKRSTUVWXYZ"
ACCOMMODATION = (*(f"{home}{fit}" for home in HOMES for fit in "12"), "0")
PREVIOUS_ORDER = ("P1", "P2", "P3", "P4", "Z1")
PLACED_CEASED = ("RD1", "RD2", "RD3", "RD4")
ADOPTERS = ("1", "2")
ADOPTERS_SEX = ("M1", "F1", "MM", "FF", "MF")
ADOPTERS_STATUS = ("L0", "L11", "L12", "L2", "L3", "L4")
AWAY = ("M", "A")
WORKER_CHANGED = (
    "MANAGE", "FCONTA", "LEFTRL", "ORGRST", "TSPROC", "ABSENC", "CHCHAN", "PCCHAN", "SWDIED", "OTHERS",
)  # fmt: skip
ELSEWHERE = ("WAL", "SCO", "NIR", "NUK", "CON")
