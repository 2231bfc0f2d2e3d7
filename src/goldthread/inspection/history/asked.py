"""What reports asked to improve, theme by theme, report by report. A theme is a reading: suggested by words, decided by a person."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from goldthread.inspection.history.gathering import same_inspection
from goldthread.inspection.history.held import Held
from goldthread.inspection.history.themes import suggest
from goldthread.inspection.history.values import JUDGEMENT, Asked, Claim, Source, When
from goldthread.inspection.history.vocabulary import THEMES, Theme
from goldthread.inspection.models import Fact
from goldthread.inspection.models import Theme as ThemeRow
from goldthread.inspection.reports import Held as HeldFact
from goldthread.people.models import Worker
from goldthread.people.roles import IMPROVE
from goldthread.people.sight import check_may

SUGGESTED, BELONGS, TAKEN_OFF = "suggested", "belongs", "taken_off"
BOTH_DIFFER = "differ"  # the built-in reading has the theme, and a person took it off everything it was suggested for


@dataclass(frozen=True, slots=True)
class Mark:
    """A theme on one thing to improve. `shares` are the words that suggest it; `by` and `at` whose decision it is."""

    theme: Theme
    state: str
    shares: tuple[str, ...] = ()
    by: str = ""
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Thing:
    """One thing to improve, in the report's own words as a person confirmed them."""

    fact: int
    text: str
    sub_items: tuple[str, ...]
    number: str
    heading: str
    section: str
    page: int | None
    marks: tuple[Mark, ...]

    def mark(self, theme: Theme) -> Mark | None:
        return next((mark for mark in self.marks if mark.theme == theme), None)


@dataclass(frozen=True, slots=True)
class Cell:
    """A theme in a report: how sure it is, the pages, and the things that carry it where the report is held."""

    theme: Theme
    state: str
    pages: tuple[int, ...]
    things: tuple[Thing, ...] = ()
    built_in: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """One report, or a source that stands for one: when, how many things it lists by list, and its cells."""

    when: When
    sources: tuple[Source, ...]
    listed: dict[str, int]
    things: tuple[Thing, ...] = ()
    built_in: Asked | None = None
    report: int | None = None
    waiting: int = 0

    @property
    def key(self) -> str:
        """Its address among the reports of an authority: two may have ended on one day."""
        return f"{self.when.last.isoformat()}-{self.report}" if self.report and not self.built_in else self.when.last.isoformat()

    @property
    def label(self) -> str:
        return str(self.when.last.year)

    @property
    def number(self) -> int:
        return sum(self.listed.values())

    def cell(self, theme: Theme) -> Cell | None:
        """The theme here, or None where nobody and nothing says that the report asks for it."""
        marked = [(thing, mark) for thing in self.things for mark in [thing.mark(theme)] if mark]
        known = self.built_in.themes.get(theme.code, ()) if self.built_in else ()
        state = _state([mark.state for _, mark in marked], bool(known))
        if state is None:
            return None
        sure = state != SUGGESTED
        pages = {thing.page for thing, mark in marked if thing.page and mark.state == (BELONGS if sure else SUGGESTED)} | set(known)
        return Cell(theme, state, tuple(sorted(pages)), tuple(thing for thing, _ in marked), bool(known))

    @property
    def cells(self) -> list[Cell]:
        return [cell for theme in THEMES for cell in [self.cell(theme)] if cell]


def _state(said: list[str], built_in: bool) -> str | None:
    if BELONGS in said:
        return BELONGS
    if built_in:
        return BOTH_DIFFER if TAKEN_OFF in said and SUGGESTED not in said else BELONGS
    return SUGGESTED if SUGGESTED in said else None


def columns(asked: Iterable[Asked], reports: Sequence[Held]) -> list[Column]:
    """A column for each report whose things to improve are known, in the order of days."""
    decided = _decided([thing.fact.pk for held in reports for thing in held.things])
    found = [_built_in(one) for one in asked]
    for held in reports:
        if held.when is not None and (held.things or held.waiting):
            found = _with(found, held, decided)
    return sorted(found, key=lambda column: (column.when.last, column.when.first))


def _built_in(asked: Asked) -> Column:
    return Column(asked.when, (asked.source,), asked.listed, built_in=asked)


def _with(found: list[Column], held: Held, decided: dict[int, dict[str, ThemeRow]]) -> list[Column]:
    """The report in the column of the same inspection, or in one of its own."""
    things = tuple(_thing(one, decided.get(one.fact.pk, {})) for one in held.things)
    source = Source("the report held here", None, report=held.pk)
    mine = Column(held.when, (source,), _by_list(things), things, None, held.pk, held.waiting)
    same = next((column for column in found if column.report is None and _same(column, held.when)), None)
    if same is None:
        return [*found, mine]
    listed = mine.listed if things else same.listed
    joined = replace(mine, built_in=same.built_in, sources=(*same.sources, source), listed=listed)
    return [joined if column is same else column for column in found]


def _same(column: Column, when: When) -> bool:
    return same_inspection(Claim(JUDGEMENT, column.when), Claim(JUDGEMENT, when))


def _by_list(things: Sequence[Thing]) -> dict[str, int]:
    sections = [thing.section for thing in things]
    return {section: sections.count(section) for section in dict.fromkeys(sections)}


def _thing(one: HeldFact, decided: dict[str, ThemeRow]) -> Thing:
    value = one.value
    subs = tuple(str(item) for item in value.get("sub_items") or ())
    text = str(value["text"])
    marks = tuple(_marks(" ".join((text, *subs)), decided))
    return Thing(one.fact.pk, text, subs, str(value.get("number") or ""), value.get("heading") or "",
                 value.get("section") or "local_authority", one.fact.page, marks)  # fmt: skip


def _marks(text: str, decided: dict[str, ThemeRow]) -> Iterable[Mark]:
    shares = {suggestion.theme.code: suggestion.shares for suggestion in suggest(text)}
    for theme in THEMES:
        row = decided.get(theme.code)
        if row is not None:
            state = BELONGS if row.belongs else TAKEN_OFF
            yield Mark(theme, state, shares.get(theme.code, ()), row.by.name if row.by else "", row.at)
        elif theme.code in shares:
            yield Mark(theme, SUGGESTED, shares[theme.code])


def _decided(facts: Sequence[int]) -> dict[int, dict[str, ThemeRow]]:
    """The newest decision on each pair of a thing and a theme."""
    found: dict[int, dict[str, ThemeRow]] = {}
    for row in ThemeRow.objects.filter(fact__in=facts).select_related("by").order_by("at", "pk"):
        found.setdefault(row.fact_id, {})[row.theme] = row
    return found


def decide(fact: Fact, theme: Theme, belongs: bool, *, now: datetime, by: Worker) -> ThemeRow:
    """A person says whether a thing to improve belongs to a theme. Raises NotAllowed where their role does not lead improvement."""
    check_may(by, IMPROVE)
    return ThemeRow.objects.create(fact=fact, theme=theme.code, belongs=belongs, by=by, at=now)


def rows(found: Sequence[Column]) -> list[tuple[Theme, list[Cell | None]]]:
    """The table: each theme that some report asks for, what came back most often first."""
    table = [(theme, [column.cell(theme) for column in found]) for theme in THEMES]
    kept = [(theme, cells) for theme, cells in table if any(cells)]
    return sorted(kept, key=lambda row: -times(row[1]))


def times(cells: Sequence[Cell | None]) -> int:
    """In how many reports a theme was asked for, suggestions included."""
    return sum(cell is not None and cell.state != BOTH_DIFFER for cell in cells)
