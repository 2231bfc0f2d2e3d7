"""What can be settled, each under an address of its own."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from django.urls import reverse
from django.utils.text import slugify

from goldthread.duties.rules import FAMILIES, SERVICE_FAMILIES
from goldthread.duties.shape import Duty
from goldthread.record.local.models import KEPT, NUMBER, POLICY, SCHOOL
from goldthread.record.local.words import NUMBERS, POLICIES, using

POLICY_SAYS = {
    "when it changes": ("When the interval changes half-way", "A visit may fall due under one interval and the next under another, such as when a child turns one. Strict: the interval in force when it began. Expiry: the one in force when it would run out."),
    "day of receipt": ("Something that comes on a day off", "What counts as day 0 for something that comes on a weekend or bank holiday, for rules counted in working days."),
    "not exceeding": ("‘Not exceeding’ in the law", "Whether the first day is counted where the law says ‘not exceeding’ or ‘beginning with’."),
    "leap day": ("Born on 29 February", "On which day somebody born on 29 February reaches an age in a year without one."),
}  # fmt: skip
SCHOOL_SAYS = "The first and last day of each stretch of school days, a line each. Without them school days are counted as working days and a term as four months."


@dataclass(frozen=True, slots=True)
class Thing:
    """One thing that can be settled: `what` and `name` as the record has them, and the slug of its address."""

    what: str
    name: str
    slug: str
    title: str
    says: str = ""

    @property
    def href(self) -> str:
        return reverse("setting", args=[self.what, self.slug])


def number(name: str) -> Thing:
    return Thing(NUMBER, name, slugify(name), name[:1].upper() + name[1:])


def duty(of: Duty) -> Thing:
    """Whether a duty is kept here, under the first of its codes."""
    return Thing(KEPT, of.code, of.code, f"{of.code} · {of.says}", "Whether this is asked for and written down here. What is not kept opens nothing: it is neither done nor late.")


def policy(name: str) -> Thing:
    return Thing(POLICY, name, slugify(name), *POLICY_SAYS[name])


def school() -> Thing:
    return Thing(SCHOOL, "", "terms", "School terms", SCHOOL_SAYS)


@cache
def numbers() -> dict[str, Thing]:
    return {number(name).slug: number(name) for name in NUMBERS}


@cache
def duties() -> dict[str, Thing]:
    """By code, the version in force last for each."""
    return {of.code: duty(of) for rules in (*FAMILIES.values(), *SERVICE_FAMILIES.values()) for of in rules}


def find(what: str, slug: str) -> Thing | None:
    """The thing at an address."""
    if what == NUMBER:
        return numbers().get(slug)
    if what == KEPT:
        return duties().get(slug)
    if what == POLICY:
        return next((policy(name) for name in POLICIES if slugify(name) == slug), None)
    return school() if (what, slug) == (SCHOOL, "terms") else None


def of_row(what: str, name: str) -> Thing:
    """The thing that a row of the record is about."""
    make = {NUMBER: lambda: number(name), KEPT: lambda: duties()[name], POLICY: lambda: policy(name), SCHOOL: school}
    return make[what]()


def numbers_by_family() -> Iterator[tuple[str, list[Thing]]]:
    """Each local number once, with the first family that uses it."""
    met: set[str] = set()
    for family, rules in {**FAMILIES, **SERVICE_FAMILIES}.items():
        names = dict.fromkeys(number.name for rule in rules for number in rule.locals if number.name not in met)
        met.update(names)
        if names:
            yield family, [number(name) for name in names]


def duties_using(name: str) -> list[Duty]:
    """The duties that use a number, each code once, in the version that is in force last."""
    return list({rule.code: rule for rule in using(name)}.values())
