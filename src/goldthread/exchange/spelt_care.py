"""Legal status, placement, leaving care and adoption, as extracts write them."""

from goldthread.exchange.codes import EPISODE_ENDED
from goldthread.exchange.spelling import BLANK, Spelling

_START = r"(?:^|[\[(]|^[a-z]{1,2}\d?\)\s*|^CLA - |^Code ')"

LEGAL = Spelling(
    "legal statuses",
    rf"{_START}(C[12]|D1|E1|V[1234]|L[123](?!\d)|J[1234])(?![0-9])",
    (
        (r"interim s(upervision)? ?o", "J1"), (r"interim care|38(.6)?\(1\)|38 ca 89", "C1"), (r"placement order|^po$", "E1"), (r"free(d|ing)", "D1"),
        (r"short term breaks.*agreements", "V4"), (r"short term breaks", "V3"),
        (r"remand", "J1"), (r"\bpace\b", "J2"), (r"supervision order|rehabilitation|supervsn|sup ord|secure accomm|12aa", "J3"),
        (r"child assessment", "L3"), (r"emergency|\bepo\b", "L2"), (r"police", "L1"),
        (r"(care order|section 31)(?!.*17)|wardship|^ward of court$", "C2"),
        (r"section 20|\bs ?20|single period|under s20|voluntary|single placement", "V2"),
    ),
    again={"V1": "V3", "J4": "J1"},
)  # fmt: skip

_ENDS = "|".join(sorted((code for code in EPISODE_ENDED if code not in ("E4A", "E4B")), key=len, reverse=True))

CEASED = Spelling(
    "reasons for leaving care",
    rf"(?:^|[\[(]|^[a-z]\)\s*)S?(E4 ?A|E4 ?B|E4[234]|E4|E20|E8[12]|E90|{_ENDS}|E1)(?![0-9])",
    (
        (r"unopposed|unapposed", "E11"), (r"consent dispensed|conse?ct dispensed", "E12"), (r"^adopt", "E11"), (r"died|death", "E2"),
        (r"another la\b|other la\b|another local|anoth$", "E3"), (r"to adult|care of adult|by adult", "E7"),
        (r"age (assess|disput)|aged? assess|assessed (as )?over 18", "E15"), (r"remand", "E14"), (r"custody", "E9"), (r"abroad", "E16"),
        (r"remained with current|staying put|stayed with", "E17"),
        (r"no pr\b|no p[ae]rental|without p", "E13"),
        (r"^(return|with parent|un ?planned).*(unplanned|not (as )?part|(was|wsa) not)|unplanned", "E4B"),
        (r"^return|planned|^with parent|^to parent", "E4A"),
        (r"(special|sgo|guardian|^sg\b).*not (former|relative).*not|(special|sgo|guardian|^sg\b).*other than (a )?(relative|former).*other", "E48"),
        (r"(special|sgo|guardian|^sg\b).*(not former|other than former|not fc)", "E47"),
        (r"(special|sgo|guardian|^sg\b).*(former).*(other than|not rel)", "E46"), (r"(special|sgo|guardian|^sg\b).*former", "E45"),
        (r"special|sgo|guardian|^sg\b", "E48"),
        (r"residence order|arrangements?(/res)? order|\bcao\b", "E41"),
        (r"no formal|unsupported|non supp|without formal|nonsupp|no support|not formal", "E6"), (r"indep|supported accommodation", "E5"),
        (r"episode ceases|new epi", "X1"), (r"other reason|ceased|closed|closure|turned 18", "E8"),
    ),
    again={"E4": "E4A", "E4 A": "E4A", "E4 B": "E4B", "E1": "E11", "E42": "E46", "E43": "E45", "E44": "E48", "E20": "E17",
           "E81": "E8", "E82": "E8", "E90": "E8"},
)  # fmt: skip

PLACEMENT = Spelling(
    "kinds of placement",
    rf"{_START}(A[3456]|K[123]|P[123]|H5|R[1235]|S1|T[01234]|U[123456]|Z1[1234]?|Q[12])(?![0-9]*-\d)",
    (
        (r"^reg 38", "U3"),
        (r"refuge|whereabouts|regulation 38|youth treatment centre$|^x1|^m[123]", "Z1"),
        (r"adopt(?!er|ed)(?!.*approved)|^a[12]\b", "A5"),
        (r"parent(?!/? ?relative/friend)", "P1"), (r"(?<!normal )foster carer|relative/friend|regulation 24|foster placement", "U6"),
        (r"tempor|holiday|respite|^t\d", "T0"), (r"seven days", "T4"),
        (r"secure unit(?!s)|secure child|^h[12]", "K1"),
        (r"not (subject|reg)|semi indep|supported (lodg|acc|res)|supportive|hostel with|vol hostel|secure units|accommodation not", "H5"),
        (r"school", "S1"), (r"mother|family centre", "R3"), (r"\bnhs\b|health trust|nursing|medical", "R2"),
        (r"offender|yoi\b|prison|youth treatment|ytc", "R5"), (r"care home", "R1"),
        (r"children?s? home|homes? and hostels?|childrens homes|^h[34]", "K2"),
        (r"employment", "P3"), (r"indep|lodgings|in the community", "P2"),
        (r"foster|relative|friend|^f\d|carer|\bfp\b|\bffa\b|connected|family", "U6"),
        (r"other", "Z1"),
    ),
    again={"Q1": "U3", "Q2": "U6"},
)  # fmt: skip

PROVIDER = Spelling(
    "placement providers",
    r"(?:^|[\[(]|^[a-z]\)\s*)(PR[0-5])",
    (
        (r"^not required|^unknown|not recorded|^nan$|unauthorised|^$", BLANK), (r"parent", "PR0"), (r"own|^local auth", "PR1"),
        (r"other (la|local)", "PR2"), (r"public", "PR3"), (r"private", "PR4"), (r"volunt|third", "PR5"),
    ),
)  # fmt: skip

LOCATION = Spelling("places", words=((r"^(a\)|in|y|yes)\b|^a\)|inside", "IN"), (r"^(b\)|out|n|no)\b|^b\)|outside", "OUT")))

PERMANENCE = Spelling(
    "permanence plans",
    words=(
        (r"adoption", "adoption"), (r"guardian|sgo|cao|arrangement order|residence order", "guardianship"),
        (r"transition|parallel|concurrent|specify|^permanency.*relatives|task|time limited|^g\)|^other", "other"),
        (r"residential|^e\)", "residential"), (r"foster|long term placement|^f\)", "fostering"),
        (r"parent|return|birth family|^a\)", "home"), (r"independen|supported living|^d\)", "supported"),
    ),
)  # fmt: skip

ELIGIBILITY = Spelling(
    "kinds of eligibility",
    words=(
        (r"not mapped|^$|under 16|^other$", BLANK), (r"qualifying|^q$|^c\)", "qualifying"),
        (r"former|pa to 25|^fr$|^b\)", "former_relevant"), (r"eligible|^e$|^d\)", "eligible"), (r"relevant|^r$|^a\)", "relevant"),
    ),
)  # fmt: skip

IN_TOUCH = Spelling(
    "answers to whether the authority is in touch",
    words=(
        (r"not recorded|unknown|no contact|no care leaver|^nan$", BLANK), (r"^\d* ?(.*)died|^c\)", "DIED"),
        (r"refus|refu|^d\)", "REFU"), (r"no longer|nreq|^e\)", "NREQ"), (r"returned|rhom|^f\)", "RHOM"),
        (r"\byes\b|^y$|^a\)|^1$", "YES"), (r"\bno\b|^n$|^b\)|not known|^[23]$|gone abroad", "NO"),
    ),
)  # fmt: skip

HOME = Spelling(
    "kinds of accommodation",
    r"^(?:\(|code ')?([BCDEGHKRSTUVWXYZ])[1-3]?(?:\)|'|$|\s*[-:–]| (?!and)|\s)|\[([B-Z])\]$",
    (
        (r"#?multivalue", ""), (r"former|staying put|foster|stay put|fost carer", "Z"),
        (r"foyer|residential schools", "T"), (r"semi indep|family centre|not subject|supported accom", "D"), (r"parent|relative|friends and family|relation", "B"),
        (r"supported lodg|host family", "E"), (r"bed and", "W"), (r"homeless|no fixed", "S"), (r"custody|offender|prison", "X"),
        (r"community home|residential|homes and hostels|nhs", "C"), (r"abroad", "G"), (r"deport", "H"), (r"lodgings(?! without formal support staff)", "K"),
        (r"not know|no information|not recorded|not stated|unknown", "R"), (r"emergency", "V"),
        (r"independ|tenancy|university", "U"), (r"other|friend|^cla$", "Y"),
    ),
    {"4 lac custody": "X", "1 lac foster placement": "Z"},
)  # fmt: skip

SUITABLE = Spelling(
    "answers to whether it suits",
    words=((r"^0$|^$|not recorded|unknown|^nan$", BLANK), (r"unsuit|not (considered )?suit|^b\)|^2|^n$|^no$|^false|^0", "2"), (r"suit|^a\)|^1|^y$|^yes|^true", "1")),
)  # fmt: skip

ACTIVITY = Spelling(
    "activities",
    r"(?:^|[\[(]|^[a-z]\)\s*)([FP][1-5]|G[456])(?![0-9])",
    (
        (r"full.*(not|other).*higher", "F2"), (r"part.*(not|other).*higher", "P2"), (r"full.*higher", "F1"), (r"part.*higher", "P1"),
        (r"full.*apprentice", "F4"), (r"part.*apprentice", "P4"), (r"full.*(training|employ)", "F5"), (r"part.*(training|employ)", "P5"),
        (r"pregnan|parenting", "G6"), (r"illness|disab", "G4"), (r"not in|neet|^other", "G5"), (r"not known|not recorded|^0$", BLANK),
    ),
)  # fmt: skip

REVERSED = Spelling(
    "reasons for reversing the decision",
    r"(?:^|[\[(])(RD[1-4])",
    (
        (r"needs changed|returned|overturned|^a\)", "RD1"), (r"court|placement order|freeing|^b\)", "RD2"),
        (r"adopter|^c\)", "RD3"), (r"other|disruption|^d\)", "RD4"),
    ),
)  # fmt: skip

LEFT_ADOPTING = Spelling(
    "reasons for leaving the process",
    r"^([123])\b",
    ((r"withdr", "1"), (r"hold", "2"), (r"refus", "3")),
)  # fmt: skip
