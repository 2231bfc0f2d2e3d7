"""Acts, regulations and guidance as values that a duty can cite by paragraph."""

from dataclasses import dataclass, replace
from datetime import date
from enum import Enum


class Force(Enum):
    """How binding a text is; the value is how a page says it."""

    STATUTE = "the law"
    GUIDANCE = "statutory guidance"
    STANDARD = "a national standard"
    LOCAL = "local practice"


@dataclass(frozen=True, slots=True)
class Citation:
    """One paragraph of one instrument. `check` says what somebody should confirm before relying on it; "" when sure."""

    instrument: "Instrument"
    part: str
    check: str = ""

    def __str__(self) -> str:
        return f"{self.instrument.title}, {self.part}" if self.part else self.instrument.title

    @property
    def brief(self) -> str:
        """'Care Planning Regulations 2010, reg. 28(2)': for a small space."""
        part = self.part.replace("regulation ", "reg. ").replace("section ", "s. ").replace("chapter ", "ch. ")
        return ", ".join(filter(None, (self.instrument.short or self.instrument.title, part)))

    @property
    def sure(self) -> bool:
        return not (self.check or self.instrument.check)

    def to_check(self, what: str) -> "Citation":
        """The same paragraph, with what to confirm about it."""
        return replace(self, check=what)


@dataclass(frozen=True, slots=True)
class Instrument:
    """A text with force, from and until when. `reference` is its official number or edition; `short` what it is called in passing."""

    title: str
    reference: str
    force: Force
    in_force: date
    until: date | None = None
    check: str = ""
    short: str = ""

    def __str__(self) -> str:
        return f"{self.title} ({self.reference})" if self.reference else self.title

    def whole(self) -> Citation:
        return Citation(self, "")

    def in_force_on(self, day: date) -> bool:
        return self.in_force <= day and (self.until is None or day <= self.until)


class Act(Instrument):
    """An Act of Parliament."""

    __slots__ = ()

    def section(self, number: int | str, *within: int | str) -> Citation:
        """`section(47, 5, "a")` is section 47(5)(a)."""
        return Citation(self, "section " + _numbered(number, within))

    def schedule(self, number: int, paragraph: int | str) -> Citation:
        return Citation(self, f"schedule {number} paragraph {paragraph}")


class Regulations(Instrument):
    """A statutory instrument."""

    __slots__ = ()

    def regulation(self, number: int | str, *within: int | str) -> Citation:
        """`regulation(28, 2, "a")` is regulation 28(2)(a)."""
        return Citation(self, "regulation " + _numbered(number, within))


class Guidance(Instrument):
    """Statutory guidance, national standards, or an authority's own procedures."""

    __slots__ = ()

    def chapter(self, number: int) -> Citation:
        return Citation(self, f"chapter {number}")

    def about(self, subject: str) -> Citation:
        return Citation(self, f"on {subject}")


def _numbered(number: int | str, within: tuple[int | str, ...]) -> str:
    return f"{number}" + "".join(f"({part})" for part in within)
