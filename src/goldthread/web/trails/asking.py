"""What somebody asks of the audit, read from the address; what cannot be read is told beside its box."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from django.http import QueryDict

from goldthread.clock.reading import NotADay, read_day
from goldthread.clock.times import start_of
from goldthread.people.models import Worker
from goldthread.record.trail.acts import WORDS
from goldthread.record.trail.reading import Asked, called

OUT = "out"
CHOICES = [("", "Everything"), (OUT, "Took out or printed"), *((code, words.capitalize()) for code, words in WORDS.items())]
LONGEST_NUMBER = 18


@dataclass
class Question:
    """The question as typed, as asked, and what was wrong with it, by the name of the box. `person`: the number and the reference."""

    typed: dict[str, str]
    asked: Asked = Asked()
    troubles: dict[str, str] = field(default_factory=dict)
    person: tuple[int, str] | None = None
    worker: Worker | None = None

    @property
    def words(self) -> str:
        """For the line that says the audit was read: numbers, never names."""
        parts = (
            f"worker {self.worker.pk}" if self.worker else "", self.asked.act, "refused" if self.asked.refused else "",
            f"from {self.asked.start:%d/%m/%Y}" if self.asked.start else "", f"before {self.asked.end:%d/%m/%Y}" if self.asked.end else "",
        )  # fmt: skip
        return ", ".join(part for part in parts if part)


def question(given: QueryDict) -> Question:
    """Read the address. A box that cannot be read asks for nothing at all: no list is shown in its stead."""
    typed = {name: given.get(name, "").replace("\0", "").strip()[:80] for name in ("worker", "child", "act", "from", "until", "refused", "below")}
    found = Question(typed)
    found.worker = _one(found, "worker", Worker.objects.filter(username__iexact=typed["worker"]).first(), "Nobody signs in with this name.")
    found.person = _one(found, "child", called(typed["child"]), "No record has this reference.")
    start, until = _day(found, "from"), _day(found, "until")
    act = typed["act"] if typed["act"] in WORDS or typed["act"] == OUT else ""
    number = typed["below"]
    found.asked = Asked(
        worker=found.worker.pk if found.worker else None, person=found.person[0] if found.person else None, act=act,
        refused=typed["refused"] == "1", start=start_of(start) if start else None, end=start_of(until + timedelta(days=1)) if until else None,
        below=int(number) if number.isdecimal() and len(number) < LONGEST_NUMBER else None,
    )  # fmt: skip
    return found


def _one(found: Question, box: str, one: Any, trouble: str) -> Any:
    if found.typed[box] and one is None:
        found.troubles[box] = trouble
    return one if found.typed[box] else None


def _day(found: Question, box: str) -> date | None:
    if not found.typed[box]:
        return None
    try:
        return read_day(found.typed[box])
    except NotADay as wrong:
        found.troubles[box] = str(wrong)
        return None
