"""Where a person stands: worked out from what is known, never decided here twice."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from goldthread.duties import words
from goldthread.duties.words import EPISODES, WORDS
from goldthread.duties.words.kinds import ADULT, CARER, CHILD, HOME, WORKER
from goldthread.record.lives import Life

BEGINS = {e.begins.name: e for e in EPISODES}
ENDS = {e.ends.name: e for e in EPISODES}
ABOUT = {w.name: w.about for w in WORDS.values()}
OF_ANYBODY = "person."  # words that begin so, such as being born, are said of everybody
GOES_ON = frozenset(e.name for e in EPISODES if e.begins.about != CHILD)  # such as being approved, or in post

# Who holds somebody, by whom the record is about: the part that an allocation names.
HOLDS = {
    CHILD: "social_worker", HOME: "registered_manager", WORKER: "manager", CARER: "supervising_social_worker", ADULT: "designated_officer",
}  # fmt: skip
MARKS = {part: whom for whom, part in HOLDS.items() if whom != CHILD}  # who has such a holder is one of these

# What a child is called when several are true: the first of these that is.
KINDS = (
    ("care", words.looked_after), ("protection", words.protection_plan), ("in_need", words.need_plan),
    ("assessment", words.assessment), ("open", words.need), ("leaving_care", words.leaving_care),
)  # fmt: skip
SAY_KIND = {
    "care": "in care", "protection": "protection plan", "in_need": "in need", "assessment": "being assessed",
    "open": "open, no plan yet", "leaving_care": "leaving care", "": "not open",
}  # fmt: skip


@dataclass(slots=True)
class Shape:
    """What the words of a life say as a whole: whom they are about, the episodes that are open (with their first day), and last days."""

    open: dict[str, date] = field(default_factory=dict)
    last: dict[str, date] = field(default_factory=dict)
    about: str = ""

    @property
    def kinds(self) -> list[str]:
        """What a child is called, the first of KINDS first; nothing for anybody else."""
        return [kind for kind, episode in KINDS if episode.name in self.open] if self.about == CHILD else []

    @property
    def goes_on(self) -> bool:
        """Whether the service works with them: a child of some kind, or anybody else while something about them goes on."""
        return bool(self.kinds) if self.about == CHILD else not GOES_ON.isdisjoint(self.open)


def shape(life: Life) -> Shape:
    """Whom a life is about, open episodes paired by their own identity, and the last day of every word."""
    begun: dict[tuple[str, str], date] = {}
    ended: set[tuple[str, str]] = set()
    found = Shape()
    last = found.last
    for word, day, _, key, _, _, _ in life.spoken:
        if word in BEGINS:
            begun[BEGINS[word].name, key] = day
        elif word in ENDS:
            ended.add((ENDS[word].name, key))
        if word not in last or day > last[word]:
            last[word] = day
    for (name, key), day in begun.items():
        if (name, key) not in ended:
            found.open[name] = min(day, found.open.get(name, day))
    found.about = _about(life, found.last)
    return found


def _about(life: Life, words_said: Iterable[str]) -> str:
    """Whom the record is about: a child where any word about a child was ever said, then a home, a worker, a carer, an adult.

    "" is somebody whom the record only mentions, such as a grandmother.
    """
    said = {ABOUT.get(word, CHILD) for word in words_said if not word.startswith(OF_ANYBODY)}
    said |= {MARKS[a["works_as"]] for a in life.facts["allocation"] if a["works_as"] in MARKS}
    return next((whom for whom in HOLDS if whom in said), "")


def holders(life: Life, whom: str = CHILD) -> dict[str, Any]:
    """Who works with the person now: the team that holds them, the worker, the adviser, the chair, and since when."""
    held: dict[str, Any] = {"team": None, "worker": None, "adviser": None, "chair": None, "held_since": None}
    for a in life.current("allocation"):
        if a["works_as"] == HOLDS.get(whom, HOLDS[CHILD]):
            held.update(worker=a["worker_id"], team=a["team_id"], held_since=a["day"])
        elif a["works_as"] == "personal_adviser":
            held["adviser"] = a["worker_id"]
            if held["worker"] is None:
                held.update(team=held["team"] or a["team_id"], held_since=held["held_since"] or a["day"])
        elif a["works_as"] in ("conference_chair", "reviewing_officer"):
            held["chair"] = a["worker_id"]
    return held


def stand(life: Life, next_due: date | None, found: Shape | None = None) -> dict[str, Any]:
    """The columns of a Standing that follow from a life and its next date."""
    found = found or shape(life)
    person, kinds = life.latest("person"), found.kinds
    home = next((a for a in reversed(life.current("address")) if a["kind"] in ("home", "placement", "")), {})
    names = {name: person.get(name) or "" for name in ("forename", "surname", "other_names", "sex", "ethnicity")}
    return {
        **names,
        "born": person.get("born"),
        "expected": person.get("expected"),
        "died": person.get("died"),
        "postcode": (home.get("postcode") or "").upper(),
        "about": found.about,
        "is_child": found.about == CHILD,
        "open": found.goes_on and person.get("died") is None,
        "kind": kinds[0] if kinds else "",
        "kinds": kinds,
        "kind_since": found.open[dict(KINDS)[kinds[0]].name] if kinds else None,
        "legal_status": next((s["status"] for s in reversed(life.current("legal_status"))), ""),
        "category": next((s["latest_category"] for s in reversed(life.current("protection_plan"))), ""),
        **holders(life, found.about),
        "last_seen": found.last.get(words.visit_child_seen.name),
        "last_alone": found.last.get(words.visit_seen_alone.name),
        "last_tried": found.last.get(words.visit_made.name),
        "next_due": next_due,
    }
