"""Sex, ethnicity, yes and no, as extracts write them."""

from goldthread.exchange.codes import ETHNICITY
from goldthread.exchange.kinds import Kind, Unreadable
from goldthread.exchange.spelling import Spelling

SEX = Spelling(
    "codes for sex",
    r"^(?:[a-d]\)\s*)?([mfu0129])(?:\s*[-:=].*)?$",
    (
        (r"indeterminate", "U"), (r"female", "F"), (r"\bmale\b", "M"),
        (r"not |unborn|unknown|unspecified|withheld|indeterminate|neither|transgender|unable|binary|dysphoria|^i$", "U"),
        (r"^a\)$", "M"), (r"^b\)$", "F"), (r"^[cd]\)$", "U"),
    ),
    {"transgender male": "M", "transgender female": "U"},
    {"1": "M", "2": "F", "0": "U", "9": "U"},
)  # fmt: skip

_CENSUS = "|".join(ETHNICITY)

ETHNIC = Spelling(
    "ethnicities",
    rf"(?:^|[^A-Z])({_CENSUS})(?![A-Z])",
    (
        # Said to be unsaid
        (r"^asian.* not yet obtained", "AOTH"), (r"^black.* (not yet obtained|form not completed)", "BOTH"),
        (r"refus|declin|wish to reply|prefers? not|preferred not|not (to )?(disclose|divulge)|would not say|^dtg$", "REFU"),
        (r"(?<!part )not (yet |client )*(obtain|stat|known|record|given|asked|avail|popul|declar)|information not|^no data|^no i|client contact", "NOBT"),
        (r"unknown|^unk\b|unborn|unspecified (-|ethnicity|information|refused)|obsolete|do not use|undeclared|requested|multivalue|ethnicity obtained", "NOBT"),
        (r"^x{4}|^\(?[nu]\)?$|^ns$|^nan$|^not$|^\(?[ux] ?x?\d?\)$|^0$|^n e4$", "NOBT"),
        # Of two backgrounds
        (r"white ?(and|/)? ?(black )?ca?rr?ib|black carib\w* and white", "MWBC"),
        (r"white ?(and|/)? ?(black )?afri|black african and white", "MWBA"),
        (r"mixed asian|asian (british )?mixed", "AOTH"), (r"mixed black(?! and)|black (british )?mixed", "BOTH"),
        (r"mixed white$|(?<!other )mixed white\b(?! ?(and|/))|european,? m(i)?xe?d|european mixed|mixed british", "WOTH"),
        (r"white ?(and|/) ?(black )?(asian|indian|pakistani)|white and any other asian|asian and white", "MWAS"),
        (r"mixed|dual|multiple|(asian|black|chinese|white) and (black|chinese|white|any other|other)", "MOTH"),
        # Travellers
        (r"travell?er|travir", "WIRT"), (r"gypsy|gyspy|\broma\b|romany|romanian", "WROM"),
        # The wide "other" groups that carry another group's name
        (r"any other white|other white|white( british)?.*(any )?other|whiteoth", "WOTH"),
        (r"any other black|other black|black.*(any )?other|blackoth|oth black", "BOTH"),
        (r"any other asian|other asian|asianoth", "AOTH"),
        (r"asian.*(afghan|filipin|iraqi|vietnam)|asian.*any other ethnic", "OOTH"),
        (r"chinese or other ethnic group ?[>(/]* ?(any|arab|$)", "OOTH"), (r"chin|hong kong|taiwan|singapor", "CHNE"),
        # Black
        (r"\bblack.*(carib|west indian)(?!.*asian)|^carib|\bbac\b|barbad|caribbean(?!.*asian)", "BCRB"),
        (r"african(?! (asian|indian))(?!.*(american|and carib))|somal|nigeria|ghana|congo|sudan|angol|burkina|liberia|senegal|sierra|swazi|tanzan|black cameroon", "BAFR"),
        (r"\bblack", "BOTH"),
        # Asian
        (r"(?<!west )(?<!african )indian|^indian", "AIND"), (r"pakistan", "APKN"), (r"bangl|bangal", "ABAN"),
        (r"\basian|kashmiri|sri lank|punjabi|tamil|nepal|sinhal|mauriti|^afghan$|^syrian$|afrind", "AOTH"),
        # White
        (r"(other|ethnic groups?).*(kurd|kosov|iran|cyp)|kurdish sorani|^kosovan$|euroth", "OOTH"),
        (r"northern irish|british|english|scottish|welsh|cornish|^white uk", "WBRI"), (r"irish", "WIRI"),
        (r"white|europ|albania|bulgar|greek|italian|jersey|jewish|kurd|mediterr|polish|portug|turk|bosni|croat|cypri", "WOTH"),
        # Other
        (r"other|arab|iran|iraq|filipi|vietnam|latin|morocc|\bthai|egypt|malay|polynes|yemen|ethoth|japan|korea", "OOTH"),
        # Codes of the longer lists and of old systems
        (r"^w(eng|sco|wel|cor|owb)\b", "WBRI"), (r"^w[a-z]{3}\b|^wo?tw", "WOTH"), (r"^mwa[a-z]\b", "MWAS"),
        (r"^m(oth|abl|ach|aoe|bch|boe|coe|otm|wch|woe)\b", "MOTH"), (r"^a(mpk|kpa|opk)\b", "APKN"),
        (r"^a(afr|kao|nep|ota|slt|snl|sro|far)\b", "AOTH"), (r"^b(con|gha|ngn|som|sud|aof)\b", "BAFR"),
        (r"^b(eur|nam|otb|bri|ann|sln)\b", "BOTH"), (r"^c(hkc|mal|sng|twn|och)\b", "CHNE"), (r"^o[a-z]{3}\b", "OOTH"),
        (r"^(a )?a1\b", "WBRI"), (r"^a2\b", "WIRI"), (r"^a4\b", "WIRT"), (r"^a5\b", "WROM"), (r"^\(?a\b", "WOTH"), (r"^a\d", "WOTH"),
        (r"^b1\b", "MWBC"), (r"^b2\b", "MWBA"), (r"^b3\b", "MWAS"), (r"^b\b|^b4\b", "MOTH"),
        (r"^c1\b", "AIND"), (r"^c2\b", "APKN"), (r"^c3\b", "ABAN"), (r"^c\b|^c[45]\b", "AOTH"),
        (r"^d1\b", "BCRB"), (r"^d2\b", "BAFR"), (r"^d\b|^d3\b", "BOTH"),
        (r"^e1\b", "CHNE"), (r"^e3\b", "REFU"), (r"^e[45]\b|^f1?\b|^f\b|^n\b|^u\b|^x\b", "NOBT"), (r"^e\b|^e2\b", "OOTH"),
        (r"information", "NOBT"),
    ),
    {"arab": "OOTH", "arab arab": "OOTH", "e4": "NOBT", "xxxx": "NOBT", "white not yet obtained": "WOTH"},
)  # fmt: skip


def _answer(yes: str, no: str, unknown: str) -> Spelling:
    return Spelling("answers yes, no or unknown", words=((unknown, "UNKNOWN"), (no, "NO"), (yes, "YES")))


_YES, _NO = r"^(a\)|y|t|1)$|^(a\)?|y|1|t)?[ =]*(yes|true)\b", r"^(b\)|n|f|0)$|^(b\)?|n|0|f)?[ =]*(no|false)\b"
_UNKNOWN = r"^c\)|unknown|^nobt|not (yet )?obtained|^refu|not (known|recorded|stated)"

YES_NO = _answer(_YES, _NO, _UNKNOWN)
NFA = _answer(rf"{_YES}|^nfa\b|no further", rf"{_NO.replace('(no|', '(no(?! f)|')}|^fa$|^further|^u$", "^c\\)|unknown")
SEEN = _answer(rf"{_YES}|seen", rf"{_NO}|not seen|unborn", r"^c\)|unknown|no visit|not seen alone")
SEEN_ALONE = _answer(rf"{_YES}|seen alone", rf"{_NO}|not seen", r"^c\)|unknown|no visit|^(child )?seen$")
DISABLED = _answer(
    rf"{_YES}|asperger|autis|^(aut|beh|comm|con|dda|hand|hear|inc|ld|mob|pc|vis)\b|behav|communicat|conc?i|conscious|disab|other dda|hearing|"
    r"incont|learning|mobil|personal care|vision",
    rf"{_NO}|no disab|^none", _UNKNOWN,
)  # fmt: skip
ASYLUM = _answer(rf"{_YES}|^uasc", rf"{_NO}|non uasc|^cla$", r"^c\)|unknown")
OFFERED = _answer(rf"{_YES}|^offered", rf"{_NO}|not offered", r"^c\)|unknown")
ACCEPTED = _answer(rf"{_YES}|accepted", rf"{_NO}|not offered|declined", r"^c\)|unknown")


def answer(spelling: Spelling) -> Kind:
    """True or False, or None where the answer is that nobody knows."""

    def parse(text: str) -> bool | None:
        code = spelling.code(text)
        if not code:
            raise Unreadable("which is neither yes nor no")
        return None if code == "UNKNOWN" else code == "YES"

    return Kind(parse)
