"""Is it a child who is known already? What was said on the call laid beside the record, reason by reason, without a score."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from goldthread.record.models import Standing
from goldthread.record.reach import Reach
from goldthread.record.search import Found, search, tidy_postcode
from goldthread.record.standing import SAY_KIND
from goldthread.web import naming, wording
from goldthread.web.finding.views import holder
from goldthread.web.forms.answers import day_from

MOST = 6
LOOKED_AT = 30
NAMES = {"same name": "the same", "begins so": "begins the same", "sounds the same": "sounds the same"}
AGREES, DIFFERS, UNSAID = "met", "ended", "unsure"  # the marks they are shown with
YEAR = timedelta(days=366)
AGE = re.compile(r"\D*(\d{1,2})\s*(month|week|day)?\D*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Told:
    """What the caller said of the child. `born` is a day, `age` a number of whole years, either if known."""

    forename: str
    surname: str
    born: date | None
    age: int | None
    postcode: str

    @property
    def name(self) -> str:
        return f"{self.forename} {self.surname}".strip()

    @property
    def is_something(self) -> bool:
        return bool(self.name or self.postcode or self.born)


@dataclass(frozen=True, slots=True)
class Reason:
    """One thing compared: the mark, how they agree, what the call says and what the record says."""

    what: str
    mark: str
    words: str
    call: str
    record: str


@dataclass(frozen=True, slots=True)
class Match:
    """Somebody who may be meant."""

    child: Standing
    name: str
    age: str
    known: str
    reasons: tuple[Reason, ...]

    @property
    def agree(self) -> int:
        return sum(reason.mark == AGREES for reason in self.reasons)

    @property
    def words(self) -> str:
        """'Very likely: 3 of 3 agree'."""
        number = len(self.reasons)
        likely = "Very likely" if self.agree == number and number > 1 else "Possible" if self.agree * 2 >= number else "Unlikely"
        return f"{likely}: {self.agree} of {number} {'agrees' if self.agree == 1 and number == 1 else 'agree'}"


def age_told(text: str, today: date) -> tuple[date | None, int | None]:
    """A date of birth, or an age in years, in what was typed."""
    born = day_from(text, today) if re.search(r"\d\D+\d{2,4}\s*$|^\d{8}$", text) else None
    if born:
        return born, None
    found = AGE.fullmatch(text.strip())
    return (None, 0 if found[2] else int(found[1])) if found else (None, None)


def matches(reach: Reach, told: Told) -> list[Match]:
    """Those who may be meant, best first: by the name as it is spelt or sounds, by the postcode, by the birth date."""
    asked = [told.name, told.postcode, told.born.isoformat() if told.born else ""]
    found: dict[int, Found] = {}
    for text in filter(None, asked):
        for one in search(reach, text)[:LOOKED_AT]:
            found.setdefault(one.standing.person_id, one)
    compared = [_match(one, told, reach.today) for one in found.values()]
    compared.sort(key=lambda m: (-m.agree, found[m.child.person_id].distance, not m.child.open, m.name))
    return [m for m in compared if m.agree][:MOST]


def _match(found: Found, told: Told, today: date) -> Match:
    child = found.standing
    known = f"{SAY_KIND[child.kind]}; {holder(child)}" if child.open else "known before, not open now"
    if child.last_seen:
        known += f"; last seen {wording.long_day(child.last_seen, today)}"
    return Match(child, naming.full(child), naming.age(child, today), known, tuple(_reasons(found, told, today)))


def _reasons(found: Found, told: Told, today: date) -> Iterator[Reason]:
    child = found.standing
    if told.name:
        how = NAMES.get(found.because, "nearly the same spelling" if "spelling" in found.because else "")
        yield Reason("Name", AGREES if how else DIFFERS, how or "different", told.name, naming.full(child))
    if told.born or told.age is not None:
        yield _age(child, told, today)
    if told.postcode:
        yield _place(child, told.postcode)


def _age(child: Standing, told: Told, today: date) -> Reason:
    call = wording.plain_day(told.born) if told.born else f"about {told.age}"
    if child.born is None:
        return Reason("Age", UNSAID, "not in the record", call, "not known")
    record = f"born {wording.plain_day(child.born)}"
    if told.born:
        near = abs(told.born - child.born) < YEAR
        words = "the same" if told.born == child.born else "near" if near else "different"
    else:
        near = abs(wording.years_old(child.born, today) - (told.age or 0)) <= 1
        words = "fits" if near else "different"
    return Reason("Age", AGREES if near else DIFFERS, words, call, record)


def _place(child: Standing, postcode: str) -> Reason:
    if not child.postcode:
        return Reason("Postcode", UNSAID, "not in the record", postcode, "not known")
    same, near = child.postcode == postcode, child.postcode.split(" ")[0] == postcode.split(" ")[0]
    words = "the same" if same else "the same part of town" if near else "different"
    return Reason("Postcode", AGREES if same or near else DIFFERS, words, postcode, child.postcode)


def tidy(text: str) -> str:
    return tidy_postcode(text) if text.strip() else ""
