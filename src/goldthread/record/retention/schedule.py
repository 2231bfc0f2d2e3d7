"""How long what is kept, and from when it counts: one value a row. The law's numbers are minimums; a local row is the authority's own."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from goldthread.duties.words import (
    Episode,
    Word,
    adopting,
    after_care,
    allegations,
    fostering,
    homes,
    private_fostering,
    workforce,
)
from goldthread.duties.words import children as words
from goldthread.law.instruments import Citation
from goldthread.law.sources.adults_and_rights import childrens_homes_2015
from goldthread.law.sources.court_and_care import disclosure_of_adoption_2005
from goldthread.law.sources.general import care_planning_2010
from goldthread.law.sources.health_and_carers import fostering_2011

OWNER = "head of service"
ADULT_AT = 18


class From(Enum):
    """What a length of time is counted from; the value completes "counted from ...". """

    BIRTH = "the date of birth"
    DEATH = "the date of death"
    WORD = "the last of these days"
    LAST = "the last day that anything in the record is about"


@dataclass(frozen=True, slots=True)
class Count:
    """So many years from something; `of` are the words whose last day counts, for From.WORD."""

    years: int
    since: From
    of: tuple[str, ...] = ()
    says: str = ""

    def __str__(self) -> str:
        return f"{self.years} years from {self.says or self.since.value}"


@dataclass(frozen=True, slots=True)
class Category:
    """One row of the schedule. It holds of whoever has any of `holds` in their record (none: of everybody).

    Of several `counts` the longest wins. `died` takes their place for somebody who died before 18. `law` None: a local promise.
    """

    code: str
    title: str
    holds: frozenset[str]
    counts: tuple[Count, ...]
    law: Citation | None = None
    died: tuple[Count, ...] = ()
    note: str = ""

    @property
    def local(self) -> bool:
        return self.law is None


def _said(*values: Word | Episode) -> frozenset[str]:
    return frozenset(v.name if isinstance(v, Word) else v.begins.name for v in values)


def _after(years: int, says: str, *values: Word | Episode) -> Count:
    return Count(years, From.WORD, tuple(v.name if isinstance(v, Word) else v.ends.name for v in values), says)


def _from_birth(years: int) -> Count:
    return Count(years, From.BIRTH)


_LAST = Count(6, From.LAST)

SCHEDULE: tuple[Category, ...] = (
    Category("care", "Children who were ever looked after", _said(words.looked_after), (_from_birth(75),), care_planning_2010.regulation(50),
             died=(Count(15, From.DEATH),), note="Until the 75th birthday; of a child who died before 18, for 15 years from the death."),
    Category("leaving_care", "Young people who were owed support after care", _said(words.leaving_care, after_care.relevant), (_from_birth(75),)),
    Category("adoption", "Children who were adopted", _said(adopting.adopted), (_after(100, "the adoption order", adopting.adopted),),
             disclosure_of_adoption_2005.regulation(6)),
    Category("adoption_plan", "Children for whom adoption was the plan", _said(adopting.planned, adopting.decided, adopting.may_be_placed, adopting.placed), (_from_birth(75),),
             note="Without an adoption order the papers belong to the record of a child in care."),
    Category("protection", "Enquiries, conferences and protection plans", _said(words.enquiry, words.initial_conference_held, words.review_conference_held, words.protection_plan),
             (_from_birth(25), _LAST)),
    Category("private_fostering", "Children who were privately fostered", _said(private_fostering.fostered), (_from_birth(25),)),
    Category("missing", "Children who went missing", _said(words.missing), (_from_birth(25),)),
    Category("need", "Children in need, and referrals", _said(words.need, words.need_plan, words.referral_received, words.assessment), (_LAST,)),
    Category("foster_carer", "Foster carers who were approved", _said(fostering.approved, fostering.other_approval),
             (_after(10, "the day the approval ended", fostering.approved, fostering.other_approval),), fostering_2011.regulation(32)),
    Category("foster_applicant", "Applicants to foster who were not approved, or withdrew", _said(fostering.stage_1_refused, fostering.withdrawn, fostering.determination_final),
             (_after(3, "the refusal or withdrawal", fostering.stage_1_refused, fostering.withdrawn, fostering.determination_final),), fostering_2011.regulation(32)),
    Category("adopter", "Adopters, and those who applied to adopt", _said(adopting.registered, adopting.stage_1_begun, adopting.approved), (Count(25, From.LAST),),
             note="Of adopters with whom a child was placed for adoption see the child’s record: it is kept for a hundred years."),
    Category("allegation", "Allegations against those who work with children", _said(allegations.allegation, allegations.learned),
             (_from_birth(68), Count(10, From.LAST)), note="Until the highest age at which a state pension begins now, or for ten years where that is longer."),
    Category("worker", "Workers’ own records", _said(workforce.in_post, workforce.supervised, workforce.agency), (_LAST,)),
    Category("home", "Children’s homes", _said(homes.running, homes.visited, homes.event), (Count(15, From.LAST),), childrens_homes_2015.regulation(37).to_check("that it covers each kind of entry about a home")),
    Category("record", "Every record", frozenset(), (_LAST,), note="Also early help, contacts that led to nothing, complaints and requests for information: the time in which a claim can be brought."),
)  # fmt: skip
BY_CODE = {category.code: category for category in SCHEDULE}


def holding(said: Iterable[str]) -> list[Category]:
    """The rows that hold of whoever has these words in their record."""
    words_said = frozenset(said)
    return [category for category in SCHEDULE if not category.holds or category.holds & words_said]
