"""Opening one entry: every version of it, and the child it is about."""

from dataclasses import dataclass
from datetime import datetime
from itertools import zip_longest

from django.http import HttpRequest

from goldthread.record.reach import NotFound, Reach
from goldthread.record.reading import Written, differences
from goldthread.web import wording
from goldthread.web.child import known as known_on
from goldthread.web.child.opening import Opened
from goldthread.web.entries.permissions import may_write_kind

NOT_KNOWN_THEN = "That entry had not been written down by the end of {}. Nothing that came later is shown here."


@dataclass(frozen=True, slots=True)
class Sheet:
    """One entry as a page shows it. `versions` are newest first; `shown` is the one that stood at the moment of the page."""

    opened: Opened
    versions: tuple[Written, ...]

    @property
    def shown(self) -> Written:
        return self.versions[0]

    @property
    def stands(self) -> bool:
        """Whether it may be corrected: it is the version that stands, and has not been withdrawn."""
        return not self.opened.past and not self.shown.withdrawn

    @property
    def may_change(self) -> bool:
        return self.stands and self.opened.may_write and may_write_kind(self.opened.reach.actor, self.shown.kind)


@dataclass(frozen=True, slots=True)
class Version:
    """One version in the history of an entry: who, when, why, and what it changed."""

    heading: str
    why: str
    changed: tuple[tuple[str, str, str], ...]


def open_entry(request: HttpRequest, reach: Reach, number: int, page: str) -> Sheet:
    """Open an entry now, or as known on the day the address names. The look is written down against its child."""
    moment = _moment(request, reach)
    versions = reach.entry(number, page, moment)
    if not versions:
        raise NotFound(NOT_KNOWN_THEN.format(wording.full_day(moment)))
    standing = reach.standings_of([versions[0].person])[versions[0].person]
    child = reach.child(standing.reference, page, known=moment, again=True)
    opened = Opened(reach, child, reach.entries(child))
    request.here = opened.here
    return Sheet(opened, tuple(versions))


def _moment(request: HttpRequest, reach: Reach) -> datetime | None:
    try:
        return known_on.known_on(request.GET.get("known", ""), reach.today)
    except known_on.NotThatDay as wrong:
        raise NotFound(str(wrong)) from wrong


def history(sheet: Sheet) -> list[Version]:
    """Every version, the newest first, each with what it changed."""
    pairs = zip_longest(sheet.versions, sheet.versions[1:])
    return [_version(now, before) for now, before in pairs]


def _version(now: Written, before: Written | None) -> Version:
    who = "From a file" if now.origin else str(now.by or "Goldthread")
    did = "withdrew it" if now.withdrawn else "corrected it" if before else "wrote it down"
    changed = tuple(differences(before, now)) if before else ()
    return Version(f"{who} {did} on {wording.moment_words(now.recorded_at)}", now.why, changed)
