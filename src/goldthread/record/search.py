"""Finding a child in one box: by any name, as it sounds or nearly as it is spelt, any order of a date of birth,
a postcode or a reference. Only those whom the acting person may see are ever matched. Carers and others are found in the same way.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import permutations

from django.db.models import Q, QuerySet
from rapidfuzz.distance import DamerauLevenshtein

from goldthread.record.acting import current
from goldthread.record.asking import ask
from goldthread.record.models import Identifier, NameToken, Standing
from goldthread.record.names import fold, sound
from goldthread.record.reach import Reach

POSTCODE = re.compile(r"\b([A-Z]{1,2}\d[A-Z\d]?)\s*(\d[A-Z]{2})?\b", re.I)
DATE = re.compile(r"\b(\d{1,4})[\s./-]+(\d{1,2}|[a-z]{3,9})[\s./-]+(\d{1,4})\b|\b(\d{8})\b", re.I)
REFERENCE = re.compile(r"\b[A-Z]{0,6}[-/ ]?\d{3,}[A-Z0-9]*\b", re.I)
MONTHS = {m: n for n, m in enumerate(["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"], 1)}
AT_MOST = 2000
LONGEST_NUMBER = 40
FAR = 20  # the distance of a word that does not match at all
WHY = {0: "same name", 1: "begins so", 2: "sounds the same"}


@dataclass(slots=True)
class Found:
    """A child, or another, who matches and why, in words; the better matches have the smaller `distance`."""

    standing: Standing
    because: str
    distance: int


@dataclass(slots=True)
class Asked:
    """What was typed, taken apart."""

    names: tuple[str, ...]
    days: frozenset[date]
    postcode: str
    number: str


class Sought:
    """What is looked for, however many are looked through: what was typed, and who has a number or names like it, each asked once."""

    def __init__(self, reach: Reach, text: str) -> None:
        self._reach, self.text = reach, text.strip()
        self.asked = take_apart(self.text)

    @cached_property
    def named(self) -> list[dict[int, int]]:
        """For each name that was typed, the people one of whose names is near to it, with how near."""
        return [_people_named(name) for name in self.asked.names]

    @cached_property
    def numbered(self) -> list[frozenset[int]]:
        """For what was typed, and for the number in it, the people who have it."""
        numbers = dict.fromkeys(n for n in (self.text, self.asked.number) if n and len(n) <= LONGEST_NUMBER)
        return [_people_numbered(self._reach.everybody(), number) for number in numbers]


def take_apart(text: str) -> Asked:
    """Names, possible dates, a postcode and a number in what was typed."""
    days: set[date] = set()
    for match in DATE.finditer(text):
        days |= _readings(match)
    rest = DATE.sub(" ", text) if days else text
    place = POSTCODE.search(rest)
    rest = rest.replace(place.group(0), " ") if place else rest
    number = REFERENCE.search(rest)
    rest = rest.replace(number.group(0), " ") if number else rest
    return Asked(fold(rest), frozenset(days), tidy_postcode(place.group(0)) if place else "", number.group(0).strip() if number else "")


def tidy_postcode(text: str) -> str:
    """A postcode in capitals with its one space: "b12 2ke" is B12 2KE; part of one stays a part."""
    plain = re.sub(r"\s+", "", text).upper()
    return f"{plain[:-3]} {plain[-3:]}" if re.fullmatch(r"[A-Z]{1,2}\d[A-Z\d]?\d[A-Z]{2}", plain) else plain


def _readings(match: re.Match) -> set[date]:
    """Every day that the three parts can mean, whichever order they were typed in."""
    if match.group(4):
        digits = match.group(4)
        parts = [(digits[:2], digits[2:4], digits[4:]), (digits[6:], digits[4:6], digits[:4])]
    else:
        parts = list(permutations(match.group(1, 2, 3)))
    return {day for day in map(_reading, parts) if day}


def _reading(parts: tuple[str, ...]) -> date | None:
    d, m, y = parts
    month = MONTHS.get(m[:3].lower()) if m.isalpha() else int(m)
    if d.isalpha() or y.isalpha() or month is None or len(y) not in (2, 4) or len(d) > 2:
        return None
    year = int(y) if len(y) == 4 else 2000 + int(y)
    try:
        return date(year, month, int(d))
    except ValueError:
        return None


def search(reach: Reach, text: str | Sought, among: QuerySet[Standing] | None = None) -> list[Found]:
    """Children who match what was typed, best first; at most 2,000. `among` are others to look through, such as carers."""
    candidates = reach.standings() if among is None else among
    sought = text if isinstance(text, Sought) else Sought(reach, text)
    asked = sought.asked
    for people in filter(None, sought.numbered):
        if found := [Found(s, "same reference", 0) for s in candidates.filter(person__among=people)[:AT_MOST]]:
            return found
    if asked.days:
        candidates = candidates.filter(Q(born__in=asked.days) | Q(expected__in=asked.days))
    if asked.postcode:
        candidates = candidates.filter(postcode__startswith=asked.postcode)
    if asked.names:
        return _by_name(candidates, asked.names, sought.named)
    if not (asked.days or asked.postcode):
        return []
    because = "same date of birth" if asked.days else "same postcode"
    return [Found(s, because, 0) for s in candidates.order_by("-open", "surname", "forename")[:AT_MOST]]


def _people_numbered(everybody: QuerySet[Standing], number: str) -> frozenset[int]:
    plain = number.replace(" ", "-")
    people = Identifier.objects.filter(value__iexact=number).values("person")
    match = Q(reference__iexact=plain) | Q(person__in=people)
    if number.isdigit():
        match |= Q(reference__iendswith=f"-{number}")
    return frozenset(everybody.filter(match).values_list("person", flat=True)[:AT_MOST])


def _by_name(candidates: QuerySet[Standing], names: tuple[str, ...], matches: Sequence[dict[int, int]]) -> list[Found]:
    """Children whom every word typed matches; where there is none, those whom some of the words match, and it is said."""
    whole = set.intersection(*map(set, matches))
    found = _ranked(candidates, whole, names, matches)
    if found or len(names) == 1:
        return found
    return _ranked(candidates, set().union(*matches), names, matches)


def _people_named(name: str) -> dict[int, int]:
    """People one of whose names is near to this one, with how near."""
    tokens = _near(name)
    people: dict[int, int] = {}
    for person, token in NameToken.objects.filter(token__in=list(tokens)).values_list("person", "token"):
        people[person] = min(tokens[token], people.get(person, FAR))
    return people


def _ranked(candidates: QuerySet[Standing], people: set[int], names: Sequence[str], matches: Sequence[dict[int, int]]) -> list[Found]:
    scores = {person: [match.get(person, FAR) for match in matches] for person in people}
    nearest = sorted(people, key=lambda person: sum(scores[person]))[: AT_MOST * 2]
    found = [Found(s, _because(scores[s.person_id], names), sum(scores[s.person_id])) for s in candidates.filter(person__among=nearest)]
    found.sort(key=lambda f: (f.distance, not f.standing.open, f.standing.surname, f.standing.forename))
    return found[:AT_MOST]


def _near(name: str) -> dict[str, int]:
    """Names in use that are near to this one: 0 the same, 1 it begins so, 2 it sounds so, 3 and more by letters changed."""
    heard = sound(name)
    rows = NameToken.objects.filter(Q(token__startswith=name[0]) | Q(sound=heard)).values_list("token", "sound").distinct()
    found = rows if current.get() is None else ask(("SELECT token, sound FROM record_names_near(%s::text, %s::text)", [name[0], heard]))[0]
    return {token: score for token, s in found if (score := _distance(name, token, s == heard)) is not None}


def _distance(name: str, token: str, same_sound: bool) -> int | None:
    if token == name:
        return 0
    if len(name) > 1 and token.startswith(name):
        return 1
    allowed = 1 if len(name) < 5 else 2
    changed = DamerauLevenshtein.distance(name, token, score_cutoff=allowed)
    if same_sound and len(name) > 2:
        return 2 if DamerauLevenshtein.distance(name, token) <= max(2, len(name) // 2) else 3
    return 2 + changed if changed <= allowed and len(name) > 2 else None


def _because(scores: Sequence[int], names: Sequence[str]) -> str:
    """Why a child matches, in words; where only some of what was typed matches, which."""
    matched = [name for name, score in zip(names, scores, strict=True) if score < FAR]
    how = WHY.get(max(score for score in scores if score < FAR), "nearly the same spelling")
    return how if len(matched) == len(names) else f"only “{' '.join(matched)}”: {how}"
