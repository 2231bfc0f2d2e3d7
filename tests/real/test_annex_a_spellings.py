"""The spellings that real extracts were seen to use: ten thousand of them, each with the group it belongs to."""

import json
from collections import defaultdict

from goldthread.exchange import annex_a, spelt_care, spelt_need, spelt_people
from goldthread.exchange.authorities import AUTHORITY
from goldthread.exchange.kinds import Unreadable
from goldthread.exchange.shapes import recognise
from goldthread.exchange.spelt_sources import SOURCE
from tests.real.shared import DATA, needs_data

pytestmark = needs_data

SPELLINGS = 10_781
AGREED = 0.9885
"""The published groups contradict themselves and their own codes here and there ("R5 - Independent living")."""


def published():
    """The groups that each spelling stands in, by column."""
    schema = json.loads((DATA / "reference" / "annex_a_schema_2024_with_aliases.json").read_text())["column_map"]
    found = defaultdict(lambda: defaultdict(set))
    for columns in schema.values():
        for column, rules in columns.items():
            for group in rules.get("category", ()):
                for name in group["name"] if isinstance(group["name"], list) else [group["name"]]:
                    found[column][str(name)].add(str(group["code"]).strip().lower())
    return found


def lettered(codes, letters="abcdefghijklmnop"):
    return {code: f"{letter})" for code, letter in zip(codes.split(), letters, strict=False)}


ANSWERS = {"YES": "true", "NO": "false", "UNKNOWN": "unknown"}
NEEDS = lettered("N1 N2 N3 N4 N5 N6 N7 N8 N9 N0") | {"": "zz"}
ABUSE = lettered("NEG PHY SAB EMO MUL")
WITH_SUB = {"E12": "a)", "E4B": "d)", "E46": "g)", "E47": "g)", "E48": "g)", "E6": "h)"}
CEASED = lettered("E11 E2 E3 E4A E13 E41 E45 E5 E7 E9 E14 E15 E16 E8") | WITH_SUB | {"E17": ("n)", "e)"), "X1": "zz"}
PLACED = lettered("U1 A3 P1 P2 P3 H5 K1 K2 R1 R2 R3 R5 S1 Z1 T0")
PLACED |= {f"U{n}": "a)" for n in range(2, 7)} | {f"A{n}": "b)" for n in range(4, 7)} | {f"T{n}": "o)" for n in range(1, 5)}
SOURCES = {"1": "a)", "2A": "b)", "2B": "c)", "3": "d)", "4": "e)", "5": "f)", "6": "g)", "7": "h)", "8": "i)", "9": "j)", "10": "k)"}


def source_group(code):
    return SOURCES.get(code) or SOURCES.get(code[:1], "")


def ethnic_group(code):
    if code in ("REFU", "NOBT"):
        return "f)"
    return {"W": "a)", "M": "b)", "A": "c)", "B": "d)", "": ""}.get(code[:1], "e)")


def by(table, blank=""):
    return lambda code: table.get(code, blank if code in ("", "-") else "")


YES_NO_COLUMNS = {
    "Referral NFA?": spelt_people.NFA, "Does the Child have a Disability": spelt_people.DISABLED, "Disability": spelt_people.DISABLED,
    "Child Seen During Continuous Assessment": spelt_people.SEEN, "Was the Child Seen Alone?": spelt_people.SEEN_ALONE,
    "Was the child assessed as requiring LA children's social care support?": spelt_people.YES_NO,
    "Was an Initial Child Protection Conference deemed unnecessary?": spelt_people.YES_NO,
    "Did the Initial Child Protection Conference Result in a Child Protection Plan": spelt_people.YES_NO,
    "Subject to Emergency Protection Order or Protected Under Police Powers in Last Six Months (Y/N)": spelt_people.YES_NO,
    "Is this a second or subsequent period of being a Looked After Child within the last 12 months (Y/N)": spelt_people.YES_NO,
    "Unaccompanied Asylum Seeking Child (UASC) within the Last 12 Months (Y/N)": spelt_people.ASYLUM,
    "Unaccompanied Asylum Seeking Child (UASC), or formerly UASC if 18 or over (Y/N)": spelt_people.ASYLUM,
    "Was the child offered a Return Interview after their last missing episode (Y/N)?": spelt_people.OFFERED,
    "Did the child accept a Return Interview after their last missing episode (Y/N)?": spelt_people.ACCEPTED,
    "Is the (prospective) adopter fostering for adoption?": spelt_people.YES_NO,
}  # fmt: skip
COLUMNS = {column: (spelling, by(ANSWERS)) for column, spelling in YES_NO_COLUMNS.items()} | {
    "Gender": (spelt_people.SEX, by({"M": "a)", "F": "b)", "U": ("c)", "d)")})),
    "Ethnicity": (spelt_people.ETHNIC, ethnic_group),
    "Contact Source": (SOURCE, source_group),
    "Referral Source": (SOURCE, source_group),
    "Primary Need Code": (spelt_need.NEED, by(NEEDS)),
    "Child's Category of Need": (spelt_need.NEED, by(NEEDS)),
    "Reason for Closure": (spelt_need.CLOSURE, by(lettered("RC1 RC2 RC3 RC4 RC5 RC6 RC7 RC8") | {"RC9": "h)"}, "i)")),
    "Initial Category of Abuse": (spelt_need.ABUSE, by(ABUSE)),
    "Latest Category of Abuse": (spelt_need.ABUSE, by(ABUSE)),
    "Case Status": (spelt_need.STATUS, by(lettered("looked_after protection need assessment closed"))),
    "Child's Legal Status": (spelt_care.LEGAL, by(
        lettered("C1 C2 D1 E1 V2 L1") | {"L2": "f)", "L3": "f)", "J1": ("g)", "j1"), "J2": ("g)", "j2"), "J3": "g)", "V3": "zz", "V4": "zz"}, "zz")),
    "What is the permanence plan for this child?": (spelt_care.PERMANENCE, by(lettered("home adoption guardianship supported residential fostering other"))),
    "Reason Ceased to be Looked After": (spelt_care.CEASED, by(CEASED)),
    "Placement Type": (spelt_care.PLACEMENT, by(PLACED)),
    "Placement Provider": (spelt_care.PROVIDER, by({"PR1": "a)", "PR4": "b)", "PR0": ("a)", "c)"), "PR2": "c)", "PR3": "c)", "PR5": "c)"}, "c)")),
    "Placement Location": (spelt_care.LOCATION, by(lettered("IN OUT"))),
    "Eligibility Category": (spelt_care.ELIGIBILITY, by(lettered("relevant former_relevant qualifying eligible"), "e)")),
    "LA in Touch": (spelt_care.IN_TOUCH, by({"YES": ("a)", "d)"), "NO": ("b)", "d)"), "REFU": "b)", "NREQ": "b)", "DIED": "d)", "RHOM": "d)"}, "c)")),
    "Type of Accommodation": (spelt_care.HOME, by(lettered("B C D E G H K R S T U V W X Z Y"), "zz")),
    "Suitability of Accommodation": (spelt_care.SUITABLE, by(lettered("1 2"), "c)")),
    "Reason Why Child No Longer Placed for Adoption": (spelt_care.REVERSED, by(lettered("RD1 RD2 RD3 RD4"))),
    "Reason for leaving adoption process": (spelt_care.LEFT_ADOPTING, by(lettered("1 2 3"))),
}  # fmt: skip


def agrees(group, published_groups):
    groups = group if isinstance(group, tuple) else (group,)
    return any(g and p.startswith(g) for g in groups for p in published_groups)


def authorities_agree(spellings):
    """A name agrees if it gives the number that its group holds, or one of the four countries, or nothing where nothing was said."""
    agreed = 0
    numbers = {group: name for name, groups in spellings.items() if name.isdigit() for group in groups}
    for name, groups in spellings.items():
        try:
            number = AUTHORITY.read(name)
        except Unreadable:
            continue
        known = {numbers[group] for group in groups if group in numbers}
        agreed += not known or number in known or number in ("838", "940", "941")
    return agreed


def activities_agree(spellings):
    """The published file names each group in full; the group is the spelling."""
    return sum(spelt_care.ACTIVITY.code(next(iter(groups)).upper()) in next(iter(groups)).upper() for groups in spellings.values())


def test_the_spellings_of_real_extracts_mean_what_their_publishers_say():
    found = published()
    assert sum(map(len, found.values())) == SPELLINGS
    agreed, unlike = 0, defaultdict(list)
    for column, spellings in found.items():
        if column == "LA of Placement":
            agreed += authorities_agree(spellings)
        elif column == "Activity Status":
            agreed += activities_agree(spellings)
        else:
            spelling, group = COLUMNS[column]
            for name, groups in spellings.items():
                if agrees(group(spelling.code(name)), groups):
                    agreed += 1
                else:
                    unlike[column].append((name, spelling.code(name), groups))
    print(f"{agreed:,} of {SPELLINGS:,} spellings agree: {agreed / SPELLINGS:.2%}")
    assert agreed / SPELLINGS > AGREED, {column: names[:5] for column, names in unlike.items()}


def test_almost_every_spelling_means_something():
    spelt = [(column, name) for column, names in published().items() if column in COLUMNS for name in names]
    silent = [(column, name) for column, name in spelt if not COLUMNS[column][0].code(name)]
    assert len(silent) < 0.005 * len(spelt), silent


def test_every_published_heading_is_a_column_of_its_list():
    schema = json.loads((DATA / "reference" / "annex_a_schema_2024_with_aliases.json").read_text())["column_map"]
    shapes = {shape.table: shape for shape in annex_a.SHAPES}
    unknown = [(name, heading) for name, columns in schema.items() for heading in columns if not shapes[name.replace("list_", "annex_a.")].named(heading)]
    assert unknown == []
    assert {recognise(list(columns), annex_a.SHAPES)[0].table for columns in schema.values()} == set(shapes)
