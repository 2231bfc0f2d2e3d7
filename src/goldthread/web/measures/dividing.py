"""One measure divided: by team, area, age, sex, ethnic origin, plan or its own kind, and for chosen children alone."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.http import QueryDict

from goldthread.measures.cohort import Cohort, open_on
from goldthread.measures.figures import Figure
from goldthread.measures.groups import GROUPS, KIND
from goldthread.measures.shape import Measure
from goldthread.web import wording
from goldthread.web.measures import asking, publishing
from goldthread.web.measures.kinds import group_words
from goldthread.web.mine.listing import address

WHO = {
    "protection_plan": "on a protection plan", "need_plan": "on a child in need plan", "looked_after": "in care",
    "need": "known and open", "leaving_care": "leaving care",
}  # fmt: skip
EVERYBODY = "Every child the measure looks at"


@dataclass(frozen=True, slots=True)
class GroupLine:
    """One part of a measure. `counted`, `of`, `unsure` and `value` are as they are shown; each `href` opens its children."""

    name: str
    counted: str
    of: str
    unsure: str
    value: str
    width: float
    href: str


@dataclass(frozen=True, slots=True)
class Divided:
    """A measure divided one way. `choices` are (words, address, whether it is this one)."""

    by: str
    title: str
    lines: tuple[GroupLine, ...]
    choices: tuple[tuple[str, str, bool], ...]


def divided(measure: Measure, day: date, asked: QueryDict, cohort: Cohort | None, href: str, publish: bool) -> Divided:
    """The measure on a day, divided as the address asks; by team where it does not say."""
    ways = [code for code in GROUPS if code != KIND or measure.kind_of]
    by = asked.get("by", "")
    by = by if by in ways else "team"
    found = asking.figures([measure.code], [day], by, cohort)[measure.code]
    shown = publishing.hidden(found, measure) if publish else [publishing.shown(figure, measure) for figure in found]
    most = max((figure.value or 0 for figure in found), default=0) if measure.kind != "share" else 100
    lines = (_line(measure, f, s, by, most, href) for f, s in zip(found, shown, strict=True) if f.denominator or f.numerator or f.unknown)
    return Divided(by, GROUPS[by].title, tuple(lines), tuple((GROUPS[w].title, f"{address(asked, by=w)}#divided", w == by) for w in ways))


def _line(measure: Measure, figure: Figure, shown: publishing.Shown, by: str, most: float, href: str) -> GroupLine:
    return GroupLine(
        name=group_words(measure, by, figure.group), counted=shown.counted, of=shown.of, unsure=shown.unsure, value=shown.value,
        width=0 if shown.secret or not most else (figure.value or 0) / most, href=f"{href}&by={by}&group={_in_address(figure.group)}",
    )  # fmt: skip


def _in_address(group: str) -> str:
    asked = QueryDict(mutable=True)
    asked["group"] = group
    return asked.urlencode().removeprefix("group=")


def cohort(asked: QueryDict, today: date) -> Cohort | None:
    """Only children of whom something was so on a day ("who=protection_plan&on=2026-02-13"); None for all of them."""
    who = asked.get("who", "")
    if who not in WHO:
        return None
    day = day_asked(asked.get("on", ""), today) or usual_day(today)
    return open_on(f"children who were {WHO[who]} on {wording.plain_day(day)}", who, day)


def usual_day(today: date) -> date:
    """The day that is offered: our last inspection's, or the end of the last whole month."""
    return asking.inspected() or asking.last_month(today)


def day_asked(text: str, today: date) -> date | None:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if day.year > 1990 and day <= today else None


def choices(asked: QueryDict) -> Sequence[tuple[str, str, bool]]:
    """(value, words, chosen) of the question whose figures are wanted."""
    current = asked.get("who", "")
    return [("", EVERYBODY, current not in WHO), *((code, f"Children who were {says}", code == current) for code, says in WHO.items())]
