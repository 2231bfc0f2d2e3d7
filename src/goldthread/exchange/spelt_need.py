"""Primary need, closing, abuse and standing with the service, as extracts write them."""

from goldthread.exchange.spelling import BLANK, Spelling

NEED = Spelling(
    "categories of need",
    r"(?:^|[\[( ]|child )[NU][ .]?(\d)(?!\d)",
    (
        (r"do not use|^zz|escr|memory|cognition and|^ld1|^mh1|^a\d$|resettlement|vulnerable|support to carer|completely entered|^psr(?!.*(oth|ld))", ""),
        (r"not (stated|known|recorded|specified|yet)|unknown|^nan$|^no$|no need code|information received", "N0"),
        (r"not (cin|child in need|in need|children in need)|other than ch|have been adopted|step parent|o cin|child death|child in need \(other|^other1?$|^n10$|cin other|case not", "N9"),
        (r"acute (di)?stress|accute stress|^4[a-z]\b|temporary crisis|4famstr|^homeless|missing person|financial prob|isolation|other parenting|nwas|escc", "N4"),
        (r"dysfunc|disfunc|^5[a-z]\b|^5famd|chronically inadequate|control issues|^fds|^fst", "N5"),
        (r"^3[a-z]\b|^3parn|^par |^c1 carer|mental health parent|parent illness|parents? or carers? to care|parental (ill|disab|alcohol)", "N3"),
        (r"low income|^7[a-z]?|inc hles|income below", "N7"),
        (r"absent|^8[a-z]?|asylum|no parents|uasc|^abp|^16/17", "N8"),
        (r"unaccept|^6[a-z]?|^bhv|childrens behaviour", "N6"),
        (r"abus|neglect|^1[a-z]\b|violence|exploitation|abandon|harm\b|slavery|genital|^abs |multiple$|section 47|substance|trilogy", "N1"),
        (r"disab|^2[a-z]\b|^2chld|^dis |learning|frailty|cognit|cyads|mental health|occupational|physical|sensory|^b5", "N2"),
    ),
    {"n0 n / a (adoption and fostering use only)": "N9", "code escc is not mapped": ""},
    again={str(n): f"N{n}" for n in range(10)},
)  # fmt: skip

CLOSURE = Spelling(
    "reasons for closing",
    r"(?:^|[\[(])(?:CIN )?RC ?([1-9])(?!\d)",
    (
        (r"^adopt|\badopted|adoption order", "RC1"), (r"\bdied\b|death|deceased", "RC2"),
        (r"^(?!return).*(residence order|child arrangements? order)", "RC3"), (r"^(?!return).*(guardianship|gship)", "RC4"),
        (r"transfer\w* to (the )?adult|adult case|adult (division|soc)", "RC6"),
        (r"transfer.*(another|other)( la\b| local)|moved out of|left area|moved to other local|services of another|^referred to other agency$", "RC5"),
        (r"(?<!social care) early help team following (referral and assessment|c and f)|after assess.*early help", "RC9"),
        (r"^unknown$", BLANK), (r"in need after referral", "RC7"),
        (r"(closed|in need|closed directly|closed at first|found not to be in need|found|no further action case closed)( directly)? (to be )?(after|at first c) |"
         r"^(?!step).*closed after|in need after assess|no factors|^eha|ineligible|nfa referral to|no further (action required|sw)|threshold not met|"
         r"^case closed$|^refused services$|^school leaving age", "RC8"),
        (r"", "RC7"),
    ),
    again={str(n): f"RC{n}" for n in range(1, 10)},
)  # fmt: skip

ABUSE = Spelling(
    "categories of abuse",
    words=(
        (r"multipl|muliple|^mul$|not recommended|^e\)", "MUL"),
        (r"(neglect|physical|sexual|emotional)\W.*?(?!\1)(neglect?|physical|sexual|emotional)", "MUL"),
        (r"(?=(?:.*y){2})^[ny]{4}$", "MUL"),
        (r"negl|^neg$|^ynnn$|^a\)", "NEG"), (r"phys|^phy$|^pa$|^nynn$|^b\)", "PHY"),
        (r"sex|^sab$|^nnyn$|^c\)", "SAB"), (r"emot|^emo$|^nnny$|^d\)", "EMO"),
    ),
)  # fmt: skip

STATUS = Spelling(
    "kinds of standing",
    words=(
        (r"looked|\bcla\b|\blac\b|^a\)", "looked_after"), (r"protection|\bcpp?\b|^b\)", "protection"),
        (r"closed|care leaver|^e\)", "closed"), (r"assessment|asmt|^d\)", "assessment"), (r"in need|\bcin\b|^c\)", "need"),
    ),
)  # fmt: skip
