"""A child's record as one page shows it, at the moment the page is about."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from typing import Any

from django.utils.http import urlencode

from goldthread.duties import Settings
from goldthread.duties.explain import Explainer
from goldthread.duties.words import kinds
from goldthread.people.models import Team, Worker
from goldthread.people.roles import ANSWER, DISPOSE, WRITE
from goldthread.record.local.inforce import in_force
from goldthread.record.reach import Child, Reach
from goldthread.record.reading import Written
from goldthread.record.rows import rows
from goldthread.web import wording
from goldthread.web.addresses import address_of
from goldthread.web.drafts.waiting import Waiting, drafts_of

UNBORN = "the baby"
CALLED = {
    kinds.CHILD: "the child", kinds.CARER: "the carer", kinds.ADULT: "this person", kinds.WORKER: "the worker", kinds.HOME: "the home",
    "": "the child",
}  # fmt: skip
CHILDS_WORDS = ("visit", "note", "review", "education_plan", "return_interview", "pathway_plan", "leaving_care_contact")


@dataclass
class Opened:
    """What builders of the page are given. `entries` are newest first; `known_text` is what stands in the date box.

    `explanations` are those of duties already worked out for this page: the same one is said in several places.
    """

    reach: Reach
    child: Child
    entries: list[Written]
    known_text: str = ""
    known_problem: str = ""
    explanations: dict[Any, Any] = field(default_factory=dict)

    @property
    def past(self) -> bool:
        return self.child.known is not None

    @property
    def when(self) -> datetime:
        """The moment the page is about."""
        return self.child.known or self.reach.now

    @cached_property
    def settings(self) -> Settings:
        """What the authority had settled, as known at the moment of the page."""
        return in_force(self.child.known)

    @cached_property
    def explainer(self) -> Explainer:
        """Explains what is owed to the child at the moment of the page."""
        return Explainer(self.child.life.spoken, self.when, self.first, settings=self.settings)

    @property
    def day(self) -> date:
        return wording.as_day(self.when)

    @property
    def standing(self) -> dict[str, Any]:
        return self.child.standing

    @property
    def reference(self) -> str:
        return self.child.reference

    @property
    def may_write(self) -> bool:
        return not self.past and self.reach.actor.may(WRITE)

    @property
    def may_answer(self) -> bool:
        return not self.past and self.reach.actor.may(ANSWER)

    @property
    def may_dispose(self) -> bool:
        return not self.past and self.reach.actor.may(DISPOSE)

    @property
    def about(self) -> str:
        """Whom the record is about: see duties.words.kinds; "" for somebody whom it only mentions."""
        return self.standing["about"]

    @property
    def of_a_child(self) -> bool:
        """Whether the page is a child's. Somebody who is only mentioned is shown as a child is, and may become one."""
        return self.about in ("", kinds.CHILD)

    @property
    def here(self) -> str:
        """The entry of the navigation to which the page belongs."""
        return "my_children" if self.of_a_child else "people"

    @property
    def owed_to(self) -> str:
        """The word before the name: what is owed to a child, and about anybody else."""
        return "to" if self.of_a_child else "about"

    @property
    def unborn(self) -> bool:
        """Expected, and nobody has written down that the child is born."""
        return self.standing["born"] is None and self.standing["expected"] is not None

    @property
    def first(self) -> str:
        """What the child, carer or home is called in a sentence."""
        name = self.standing["surname"] if self.about == kinds.HOME else ""
        return self.standing["forename"] or name or (UNBORN if self.unborn else CALLED[self.about])

    @property
    def starting(self) -> str:
        """The same at the beginning of a sentence."""
        return self.first[:1].upper() + self.first[1:]

    @property
    def name(self) -> str:
        if self.unborn and not self.standing["forename"]:
            return f"Baby {self.standing['surname']}".strip() + ", not born yet"
        return self.child.name

    def of(self, *kinds: str) -> list[Written]:
        """Entries of these types, newest first."""
        return [w for w in self.entries if w.kind.code in kinds]

    def current(self, *kinds: str) -> list[Written]:
        """Those that last on the day of the page."""
        return [w for w in self.of(*kinds) if w.day <= self.day and (w.until is None or w.until > self.day)]

    def latest(self, kind: str) -> Written | None:
        return next((w for w in self.of(kind) if w.day <= self.day), None)

    def childs_words(self) -> Iterator[Written]:
        """Entries with something the child said, newest first."""
        return (w for w in self.of(*CHILDS_WORDS) if w.values.said.strip())

    @cached_property
    def workers(self) -> dict[int, Worker]:
        """Everybody who works or worked with the child, by number."""
        wanted = {w.values.worker_id for w in self.of("allocation")} | {
            self.standing[part] for part in ("worker", "adviser", "chair")
        }
        return rows((Worker, wanted))[0]

    @cached_property
    def drafts(self) -> list[Waiting]:
        """What the acting person began to write about this child and has not saved."""
        return [d for d in drafts_of(self.reach) if self.reference in d.children]

    @cached_property
    def team(self) -> Team | None:
        """The team that holds the child, with its manager."""
        return Team.objects.select_related("manager", "told_next").filter(pk=self.standing["team"]).first()

    def address(self, part: str = "", **query: object) -> str:
        """The address of this page or one of its parts, at the same moment."""
        place = address_of("child_part", self.reference, part) if part else address_of("child", self.reference)
        asked = {
            **({"known": self.day.isoformat()} if self.past else {}),
            **{k: v for k, v in query.items() if v not in ("", None)},
        }
        return f"{place}?{urlencode(asked)}" if asked else place

    def entry_address(self, number: int | str) -> str:
        """The address of an entry as it was known at the moment of the page."""
        return address_of("entry", number) + (f"?known={self.day}" if self.past else "")


def open_child(reach: Reach, reference: str, page: str, known: datetime | None = None) -> Opened:
    """Open a child's record for a page; the look is written down. Raises NotFound or NotAllowed."""
    child = reach.child(reference, page, known=known)
    return Opened(reach, child, reach.entries(child))
