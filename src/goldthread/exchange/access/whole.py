"""The whole record of one person as values, with everybody else in it found."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Field, Q

from goldthread.duties import Occurrence
from goldthread.duties.explain import duty_of
from goldthread.exchange.access.mentions import FAMILY, WORKER, Finder, Mention, Somebody, names_of
from goldthread.people.models import Worker
from goldthread.record import around
from goldthread.record.fields import Line, Postcode, ToPerson, ToWorker, Words
from goldthread.record.models import Standing
from goldthread.record.reach import Child, Reach, full_name
from goldthread.record.reading import Written
from goldthread.record.types.people import RELATION

ABOUT_THE_OTHER = frozenset({"other", "where", "telephone", "may_be_told", "detail", "responsibility"})  # of a relationship: they are about who is related
OF_THEMSELVES = frozenset({("address", "line"), ("schooling", "school")})


@dataclass(frozen=True, slots=True)
class Answer:
    """One question with its answer in words. `key` names it for decisions: "204.1.at_home"."""

    key: str
    question: str
    words: str
    mentions: tuple[Mention, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """One version of one entry. `withdrawn` is said of all versions of an entry that was withdrawn: it may be about somebody else."""

    number: int
    version: int
    called: str
    day: date
    until: date | None
    at: datetime | None
    recorded_at: datetime
    stands: bool
    withdrawn: bool
    answers: tuple[Answer, ...]


@dataclass(frozen=True, slots=True)
class Everything:
    """One person's record: the versions in order, whoever is named in them by key, and what was owed, as (duty, opened, due, met)."""

    person: int
    reference: str
    name: str
    parts: tuple[Part, ...]
    people: Mapping[str, Somebody]
    identifiers: tuple[tuple[str, str], ...]
    owed: tuple[tuple[str, date, date, date | None], ...]


def everything(reach: Reach, child: Child, look_for: Sequence[str] = ()) -> Everything:
    """The whole record of somebody whose record was opened. `look_for` are names to find besides those the record knows."""
    versions = around.whole(reach, child)
    own = names_of(*around.names([child.person])[child.person])
    finder = Finder(own, [*_family(child, versions, reach), *_workers(versions), *map(_looked_for, look_for)])
    withdrawn = {w.number for w in versions if w.withdrawn}
    parts = tuple(_part(w, finder, w.number in withdrawn) for w in versions)
    owed = tuple((_says(o), o.opened, o.due, o.met) for o in child.owed)
    return Everything(child.person, child.reference, child.name, parts, finder.found, around.identifiers(child), owed)


def _says(occurrence: Occurrence) -> str:
    return duty_of(occurrence).says


def _part(w: Written, finder: Finder, withdrawn: bool) -> Part:
    answers = [_answer(w, field, words, finder) for field, _, words in w.said()]
    by = f"{w.number}.{w.version}.by"
    if w.by:
        answers.append(Answer(by, "Who wrote this down?", w.by.name, finder.whole(w.by.name, f"worker:{w.by.pk}")))
    if w.why:
        answers.append(Answer(f"{w.number}.{w.version}.why", "Why was it changed?", w.why, finder.mentions(w.why)))
    return Part(w.number, w.version, w.kind.called, w.day, w.until, w.at, w.recorded_at, w.superseded_at is None, withdrawn, tuple(answers))


def _answer(w: Written, field: Field, words: str, finder: Finder) -> Answer:
    return Answer(f"{w.number}.{w.version}.{field.name}", field.question or field.name, words, _mentions(w, field, words, finder))


def _mentions(w: Written, field: Field, words: str, finder: Finder) -> tuple[Mention, ...]:
    if isinstance(field, ToPerson):
        return finder.whole(words, f"person:{getattr(w.values, field.attname)}")
    if isinstance(field, ToWorker):
        return finder.whole(words, f"worker:{getattr(w.values, field.attname)}")
    if w.kind.code == "relationship" and field.name in ABOUT_THE_OTHER and w.values.other_id:
        return finder.whole(words, f"person:{w.values.other_id}")
    own = isinstance(field, Postcode) or (w.kind.code, field.name) in OF_THEMSELVES or w.kind.code == "person"
    return finder.mentions(words) if isinstance(field, Words | Line) and not own else ()


def _family(child: Child, versions: Iterable[Written], reach: Reach) -> list[Somebody]:
    """Everybody around the person in any version, those written about in one act with them, and those who name them as family."""
    relation = {w.values.other_id: RELATION.get(w.values.relation, "") for w in versions if w.kind.code == "relationship" and w.values.other_id}
    others = set(relation) | {getattr(w.values, f.attname) for w in versions for f in w.kind.questions() if isinstance(f, ToPerson)}
    others |= around.around(child, {w.together for w in versions if w.together})
    others -= {child.person, None}
    names, closed = around.names(others), reach.closed_to_me()
    return [_somebody(one, relation.get(one.person_id, ""), names[one.person_id], one.person_id in closed) for one in around.standings(others)]


def _somebody(one: Standing, relation: str, names: list[str], closed: bool) -> Somebody:
    called = "Somebody whose record is restricted" if closed else full_name(one.forename, one.surname, one.reference)
    return Somebody(f"person:{one.person_id}", called, FAMILY, relation, names_of(*names))


def _workers(versions: Iterable[Written]) -> list[Somebody]:
    wrote = {w.by.pk for w in versions if w.by}
    named = {getattr(w.values, f.attname) for w in versions for f in w.kind.questions() if isinstance(f, ToWorker)}
    found = Worker.objects.filter(Q(pk__in=wrote | (named - {None})))
    return [Somebody(f"worker:{one.pk}", one.name, WORKER, one.plays.name, names_of(one.name)) for one in found]


def _looked_for(name: str) -> Somebody:
    return Somebody(f"look:{name}"[:200], name, FAMILY, "looked for", names_of(name))
