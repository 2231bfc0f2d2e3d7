"""Who contacted or referred, as extracts write it."""

from goldthread.exchange.spelling import Spelling

_FAMILY = (
    "family member|family/|famfrien|relative|\\bcarer|^family$|family relative|^family / |household|house member|houseme|parent(?!ing|ing| support)|"
    "mother|father|\\bmum|\\bdad|brother|sister|aunt|uncle|grand(?!\\w*hosp)|daughter|^son$|niece|nephew|husband|^wife|partner(?!ship| working)"
)

_SHORT = {
    "1B": "frei nei nie", "1A": "br ca daug daui fath gran grpa grso husb moth part sf sis sm or pem", "1D": "",
    "2A": "sch sen pfsa", "2B": "ewo neyc", "3A": "ocgp", "3B": "hv hw", "3C": "sn",
    "3D": "dn nurs midw cpn phy ot oopt aud cln mhat mh ncyps", "3F": "abs cas cmat cmht con dhos hn hoot hos hosp nhsc nhsd pct rr wr ws",
    "4": "hou hous shel slex slih supo supw ward", "5A": "ssdt sw senp acom asac otla cou dc gate hcin lcpa mho nurh otot otp otss worker you edt internal",
    "5B": "asb yot marac marat lado", "5C": "ola", "6": "pol ceop", "7": "ba cafs reg sol prob hmp",
    "8": "cc ch char fire hcex mp nspc od otht p3 reha res resh tp vcs vs web", "9": "anon", "10": "nk othe",
}  # fmt: skip

_WHOLE = {
    "7 police": "6", "domestic violence prefessional / service": "7", "occupational therapist (passport)": "5A", "education nursery": "2B",
    "(cs) education schools": "2B", "(cs) education pre school nursery childminders": "2B",
}  # fmt: skip
"""Whole cells whose own words would lead astray."""

SOURCE = Spelling(
    "sources of contact or referral",
    r"^(?:[‘']|[a-u]1?\)\s*)?(1[A-D]|2[AB]|3[A-F]|5[A-D]|10|[46789])(?=$|\s*[-:–\s])(?!\s*\))|\[(1[A-D]|2[AB]|3[A-F]|5[A-D]|10|[46789])\]",
    (
        (r"^health services other health", "3F"), (r"^court ?/ ?police", "7"),
        (r"^individuals anon|individual other", "1D"), (r"unknown|cs\) anon|^not (known|mapped|recorded)|^unkown", "10"), (r"anon", "9"), (r"^unk\b", "10"),
        # Schools and education, where another word would lead astray
        (r"(?<!pre )school staff|education.*nurser|^nursery(?!.*centre)|^schools/|early years setting \(|^education out of borough schools|school/pru|nursing school nurse", "2A"),
        (r"cs education (pre|schools)|education college|educational psych|education (psych|health care)|nursery/early|schools and early|cyp schools|schools / academy", "2B"),
        # Law
        (r"police|merlin|exploitation and online", "6"),
        (r"including.*benefits agency|^nspcc", "8"), (r"^hcc adult", "3D"), (r"adults? services", "5A"),
        (r"^(cs )?(leg|legal)\b|^\d\d\) legal|legal (agency|services|profession|external|dept)|cafcass|court|prison|probation|solicitor|lawyer|law centre|immigration|"
         r"border agency|^hm[ps]\b|rehabilitation company|jafcass|^registrar|violence prof|government agency|benefits agency|legalagy|quality commission", "7"),
        # Health
        (r"^nursing school", "2A"), (r"school nurs|schnurse|school health|well school", "3C"),
        (r"health visit|health  visit|helthvis|nursing health v", "3B"), (r"\bgps?\b|general practi|gen pract|g p /|g p/", "3A"),
        (r"a ?(and|/|\\) ?e\b|accident|emergency dep|aande|casualty", "3E"), (r"ambulance|nwas|111\b", "3E"),
        (r"hospice", "3F"), (r"other primary|primary health|primary service|primhlth|community health", "3D"),
        (r"voluntary|independ.*(agency|provider)|ind agency|substance misuse professional|nspcc", "8"),
        (r"ot none ssd|occupational therapist( -)? (none )?ssd|occupational therapist passport", "5A"), (r"occupational therapy$", "8"),
        # The authority itself, where another word would lead astray
        (r"childrens centres? key|(not|other than) housing|^north somerset dept", "5B"),
        (r"^supported housing staff|^hearthstone|education esbas|^education dept / school|family support worker|haringey employee", "5A"),
        (r"^hospital staff|unknown health|^nhs\b", "3F"), (r"housing environmental|housing parks|services hsc", "4"), (r"nursery / childrens|non smbc|^other team|home care ext", "8"),
        (r"youth (offend|justice)|\byo[ts]\b|marac", "5B"), (r"early help|step (down|up)|\btaf\b", "5D"),
        (r"(la|local authority) serv.*external|other (la\b|ola)|another la\b|other local auth|external la\b|^external (e ?g|another|services)", "5C"),
        (r"other internal|internal other|internal (dep|not csc)|department other than|dep\w* not|not (social|ssd|hsc)|disclosure information", "5B"),
        (r"(la|local authority|cyp la|bcc|cs la) serv(ices)?\b(?! hsc| legal)(?!.*childrens centre key)", "5A"),
        (r"social (care|services|worker)|\bssd\b|adults? (social|team|and comm)|internal (own|adults|ssd|i e)|child(ren)?s? with disab|"
         r"emergency duty|\bedt\b|out of hours|safeguarding cp|childrens services", "5A"),
        (r"^adults? .*(substance|drug)", "3D"), (r"^mental health staff/health", "3D"), (r"^mental health staff|substance misuse (staff|team)|drugs and alcohol team|u19 substance|hospital team out", "5A"),
        # More of health
        (r"health|hospital|hosptial|\bmed\b|nurse\b|^nurs\b|nursing(?!/res| home)|midwi|paediatr|psych|consultant|camhs|clinic|dentist|optom|physio|audiolog|pharmac|"
         r"medical|matron|ward (round|staff)|\bward\b|maternity|substance misuse|drug|addiction|rapid response|primary (link|care)|pre birth|day care staff|"
         r"day hosp|sexual assault|emergency service|birth notification|therapist|via hospital|walk in|addictions|^n a s s|other agencies$|ot$|fire and ambulance", "3D"),
        # The family and people near it
        (r"young  ?carers", "8"), (r"self", "1C"), (r"acq|aq?uaint|neighbour(?!hoods|hood off)|friend|(?<!ofsted / )(?<!oth )child ?minder(?!.*nurser)(?!.*early years)(?!.*pre school)", "1B"),
        (_FAMILY, "1A"),
        (r"individual|public|councill?or|stranger|elected|in person|community (member|contact)|^ind |employee|other service user|fire brigade(?<!london fire brigade)|^mp/", "1D"),
        # Schools and education
        (r"education (dept|department|health|psych|send|welfare|alternative|connex|other|out|not|support|serv|knowsley sp|knowsley ed)|other education|training provider", "2B"),
        (r"school|nursery|nurseries|senco|pupil|^education (college|knowsley)|6th form|colleges?/|^2a|early years setting|edu (school|primary)", "2A"),
        (r"education(?!\W*training)|college|early years (prov|centre)|university|esw\b", "2B"),
        # Housing
        (r"hous|homestart|home start|tenan|landlord|sheltered|supported living|warden|support officer|support worker|^hearth", "4"),
        # The authority
        (r"^childrens centre", "8"), (r"children (and )?famil|^fsu$|families and well|stronger famil|(?<!ifss )family (support|first|partnership|recovery|matters)|^sure start|portage|gateway|council|hbc\b|"
         r"\bl(bh|a)\b|local authority(?! agencies)|internal|[kds]mbc\b|cec\b|day ?centre|day  centre|escc|ehks|esbas|parent support|parenting and|substance misuse service|"
         r"early (years|interv|start)|young peoples|youth (serv|support)|targeted|trafford|isend|i art|resource centre|home care (unit|int)|leaving care|"
         r"accomodation manager|manual handling|senior practitioner|social|neighbourhood|team|emergency assistance|disability staff|domestic abuse service$|"
         r"residential care staff|nursing home|other (section|dept|haringey|hcc)|haringey|external|ladepts|otherscc|otherla|lado|sorted|family service", "5A"),
        (r"childrens? centre|\bnspcc|child minder|abuse services|establishment|parliament|none local", "8"),
        (r"other|voluntary|centre|agency|charit|fire|refuge|nspcc|ofsted|provider|organis|connexions|mp$|probation|home office|forces|military|defence|"
         r"church|care home|residential|aid\b|victim|advoc|project|fostering|hostel|youth|young  ?carers|idva|safety|action|third|party|jobcentre|crime|"
         r"utilit|inspection|talkshop|resident|parenting|catch|n s p|childline|commission|grow|taxi|wired|multicult|open door|caritas|government|servprov|"
         r"rehab|children? centre|pensions|family interv|family support|safe", "8"),
    ),
    {short: code for code, shorts in _SHORT.items() for short in shorts.split()} | _WHOLE,
)  # fmt: skip
