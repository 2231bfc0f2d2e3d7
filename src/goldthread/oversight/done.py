"""What somebody did for their children in a stretch of days, and which duties that met."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from goldthread.clock.times import day_of, start_of
from goldthread.duties import Occurrence, words
from goldthread.oversight.worklist import as_made
from goldthread.people.models import Worker
from goldthread.record import models
from goldthread.record.models import Standing
from goldthread.record.reach import Reach


@dataclass(slots=True)
class Did:
    """Entries written as one act: the type, the day it happened, the children and entry of each, a note's title, and the duties met."""

    type: str
    day: date
    written: date
    children: list[Standing] = field(default_factory=list)
    entries: list[int] = field(default_factory=list)
    title: str = ""
    met: list[Occurrence] = field(default_factory=list)


@dataclass(slots=True)
class Done:
    """What one worker did since a day. `seen` and `alone` are children; `met` pairs a child with the duty that was met."""

    acts: list[Did]
    seen: list[Standing]
    alone: list[Standing]
    met: list[tuple[Standing, Occurrence]]

    @property
    def late(self) -> list[tuple[Standing, Occurrence]]:
        return [(child, o) for child, o in self.met if o.met > o.due]


def done(reach: Reach, worker: Worker, children: Iterable[Standing], since: date) -> Done:
    """What a worker wrote down about these children from a day on, with what it met; the newest first."""
    standings = {s.person_id: s for s in children}
    versions = list(
        models.Version.objects.filter(person__among=standings, by=worker, number=1, recorded_at__gte=start_of(since))
        .exclude(entry__in=models.Version.objects.filter(person__among=standings, withdrawn=True).values("entry"))
        .order_by("-recorded_at", "entry").values_list("person", "entry", "type", "day", "recorded_at", "together")
    )  # fmt: skip
    if not versions:
        return Done([], [], [], [])
    entries = [v[1] for v in versions]
    met = _met(reach, standings, entries)
    seen = _said(standings, entries)
    return Done(
        _acts(versions, standings, met, _titles(entries)),
        [s for p, s in standings.items() if p in seen[words.visit_child_seen.name]],
        [s for p, s in standings.items() if p in seen[words.visit_seen_alone.name]],
        [(standings[person], o) for person, o in met],
    )


def _met(reach: Reach, standings: dict[int, Standing], entries: list[int]) -> list[tuple[int, Occurrence]]:
    """What these entries met; an entry that only had to be made meets nothing that anybody owed."""
    rows = reach.occurrences_of(standings.values()).filter(met_by__in=[str(e) for e in entries])
    found = [(person, as_made(Occurrence(*values))) for person, *values in rows.values_list("person", *Occurrence._fields)]
    return [(person, o) for person, o in found if o.opened_by != o.met_by]


def _said(standings: dict[int, Standing], entries: list[int]) -> dict[str, set[int]]:
    found: dict[str, set[int]] = defaultdict(set)
    wanted = [words.visit_child_seen.name, words.visit_seen_alone.name]
    said = models.Spoken.objects.filter(person__among=standings, entry__in=entries, word__in=wanted, superseded_at=None)
    for person, word in said.values_list("person", "word"):
        found[word].add(person)
    return found


def _titles(entries: list[int]) -> dict[int, str]:
    rows = models.CaseNote.objects.filter(version__entry__in=entries, version__superseded_at=None)
    return dict(rows.exclude(title="").values_list("version__entry", "title"))


def _acts(versions: list[tuple], standings: dict[int, Standing], met: list[tuple[int, Occurrence]], titles: dict[int, str]) -> list[Did]:
    acts: dict[object, Did] = {}
    for person, entry, kind, day, recorded, together in versions:
        act = acts.setdefault((kind, day, together) if together else entry, Did(kind, day, day_of(recorded), title=titles.get(entry, "")))
        act.children.append(standings[person])
        act.entries.append(entry)
        act.met.extend(o for _, o in met if o.met_by == entry)
    return list(acts.values())
