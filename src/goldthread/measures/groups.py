"""Ways to divide a figure. Every row is put where the child stood on its own day: the team then, the age then.

A group's SQL gives (person, on_day, grp) for the pairs of person and day in the relation `asked`. Ethnic origin and sex
are what is known of the person; everything else is looked up on the day.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from goldthread.record.codes import ETHNICITY, SEX

FIVE = {"W": "White", "M": "Mixed or multiple", "A": "Asian or Asian British", "B": "Black or Black British"}
OTHER, UNTOLD = ("CHNE", "OOTH"), ("REFU", "NOBT")
BANDS = ("Not born yet", "Under 1", "1 to 4", "5 to 9", "10 to 15", "16 and 17", "18 and over")
PLANS = ("In care", "On a protection plan", "Child in need plan", "Leaving care", "Open, no plan")


def _five(code: str) -> str:
    if code in UNTOLD:
        return ""
    return "Asian or Asian British" if code == "CHNE" else "Other" if code in OTHER else FIVE[code[0]]


@dataclass(frozen=True, slots=True)
class Group:
    """A way to divide figures: its words, its SQL, the words for "none or not known", and its parts where they are few."""

    code: str
    title: str
    none: str
    sql: str
    parts: tuple[str, ...] = ()

    def in_order(self, found: Iterable[str]) -> list[str]:
        """The parts that were found, in the order they are shown; the nameless last."""
        return sorted(found, key=lambda part: (part == "", self.parts.index(part) if part in self.parts else 0, part))


def _case(column: str, words: Iterable[tuple[str, str]]) -> str:
    whens = " ".join(f"WHEN '{code}' THEN '{said}'" for code, said in words)
    return f"CASE {column} {whens} ELSE '' END"


def _of_person(column: str, words: Iterable[tuple[str, str]]) -> str:
    return f"SELECT a.person, a.on_day, {_case('p.' + column, words)} AS grp FROM asked a JOIN persons p ON p.person = a.person"


# Who held the child: the social worker's team or the team the child waits in, else the adviser's; of two on one day, the later.
_TEAM = """SELECT DISTINCT ON (a.person, a.on_day) a.person, a.on_day, t.name AS grp FROM asked a
  JOIN allocation h ON h.person = a.person AND h.day <= a.on_day AND h.ends >= a.on_day
    AND h.works_as IN ('social_worker', 'personal_adviser')
  JOIN team t ON t.team = h.team_id
  ORDER BY a.person, a.on_day, h.works_as DESC, h.day DESC, h.entry DESC"""

_AREA = """SELECT DISTINCT ON (a.person, a.on_day) a.person, a.on_day, h.district AS grp FROM asked a
  JOIN address h ON h.person = a.person AND h.day <= a.on_day AND h.ends >= a.on_day AND h.kind IN ('home', 'placement', '')
  ORDER BY a.person, a.on_day, h.day DESC, h.entry DESC"""

_AGE = """SELECT a.person, a.on_day, CASE
    WHEN p.born IS NULL AND p.expected IS NULL THEN '' WHEN p.born IS NULL OR p.born > a.on_day THEN 'Not born yet'
    WHEN p.born > c.back_1 THEN 'Under 1' WHEN p.born > c.back_5 THEN '1 to 4' WHEN p.born > c.back_10 THEN '5 to 9'
    WHEN p.born > c.back_16 THEN '10 to 15' WHEN p.born > c.back_18 THEN '16 and 17' ELSE '18 and over' END AS grp
  FROM asked a JOIN persons p ON p.person = a.person JOIN measures_calendar c ON c.day = a.on_day"""

_IN_FORCE = (("looked_after", "In care"), ("protection_plan", "On a protection plan"), ("need_plan", "Child in need plan"),
             ("leaving_care", "Leaving care"), ("need", "Open, no plan"))  # fmt: skip
_PLAN = f"""SELECT person, on_day, {_case("min(place)", ((str(n), said) for n, (_, said) in enumerate(_IN_FORCE))).replace("WHEN '", "WHEN ").replace("' THEN", " THEN")} AS grp FROM (
  {" UNION ALL ".join(f"SELECT a.person, a.on_day, {n} AS place FROM asked a JOIN {relation} e ON e.person = a.person AND e.day <= a.on_day AND e.ends >= a.on_day" for n, (relation, _) in enumerate(_IN_FORCE))}
  ) s GROUP BY person, on_day"""

KIND = "kind"
GROUPS: dict[str, Group] = {
    group.code: group
    for group in (
        Group("team", "Team", "No team", _TEAM),
        Group("area", "Area", "No address known", _AREA),
        Group("age", "Age", "Age not known", _AGE, BANDS),
        Group("sex", "Sex", "Not known", _of_person("sex", [(c, s) for c, s in SEX.items() if c != "U"]), tuple(SEX.values())),
        Group("ethnicity", "Ethnic origin", "Not known", _of_person("ethnicity", [(c, _five(c)) for c in ETHNICITY]),
              tuple(dict.fromkeys(filter(None, map(_five, ETHNICITY))))),
        Group("ethnicity_detail", "Ethnic origin in detail", "Not known", _of_person("ethnicity", ETHNICITY.items()), tuple(ETHNICITY.values())),
        Group("plan", "Plan", "Not open", _PLAN, PLANS),
        Group(KIND, "Kind", "Not said", ""),
    )
}  # fmt: skip
"""Group codes and what they divide by. `kind` is the measure's own division, where it has one, such as category of abuse."""
