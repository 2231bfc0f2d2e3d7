"""A child's record as one page shows it, at the moment the page is about."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from typing import Any

from django.urls import reverse
from django.utils.http import urlencode

from goldthread.people.models import Team, Worker
from goldthread.people.roles import WRITE
from goldthread.record.reach import Child, Reach
from goldthread.record.reading import Written
from goldthread.web import wording
from goldthread.web.drafts.waiting import Waiting, drafts_of

UNBORN, CHILD = "the baby", "the child"
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
    def unborn(self) -> bool:
        """Expected, and nobody has written down that the child is born."""
        return self.standing["born"] is None and self.standing["expected"] is not None

    @property
    def first(self) -> str:
        """What the child is called in a sentence."""
        return self.standing["forename"] or (UNBORN if self.unborn else CHILD)

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
        return Worker.objects.in_bulk([pk for pk in wanted if pk])

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
        place = reverse("child_part", args=[self.reference, part]) if part else reverse("child", args=[self.reference])
        asked = {
            **({"known": self.day.isoformat()} if self.past else {}),
            **{k: v for k, v in query.items() if v not in ("", None)},
        }
        return f"{place}?{urlencode(asked)}" if asked else place

    def entry_address(self, number: int | str) -> str:
        """The address of an entry as it was known at the moment of the page."""
        return reverse("entry", args=[number]) + (f"?known={self.day}" if self.past else "")


def open_child(reach: Reach, reference: str, page: str, known: datetime | None = None) -> Opened:
    """Open a child's record for a page; the look is written down. Raises NotFound or NotAllowed."""
    child = reach.child(reference, page, known=known)
    return Opened(reach, child, reach.entries(child))
