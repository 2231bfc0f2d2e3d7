"""The questions of an entry type as a page asks them, with what was typed standing in each."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from django.db.models import Field, TextField
from django.http import QueryDict

from goldthread.clock.times import LONDON
from goldthread.people.models import Team, Worker
from goldthread.record import fields
from goldthread.record.reading import Written
from goldthread.record.register import EntryType
from goldthread.web import wording
from goldthread.web.child.opening import Opened
from goldthread.web.child.people import relation
from goldthread.web.child.titles import title
from goldthread.web.entries.answers import question_of
from goldthread.web.parts import Pick, Picks

MOST_BUTTONS = 6  # more answers than this are a list to choose from
MOST_TICKS = 15  # more boxes than this are folded: on a phone they are screens
YES, NO = "yes", "no"
HAPPENED_HINT, PLANNED_HINT = "For example, 12/11/2026 or yesterday", "For example, tomorrow or 23/11/2026"
SOMEBODY_NEW = "new"
RELATED = "other"  # the field of a relationship that says who it is with; that question must be answered
LOOKS_FOR = {"referral": "referral", "closes": "referral", "plan": "protection_plan", "episode": "missing"}


@dataclass(frozen=True, slots=True)
class Question:
    """One question. `shape` names the template in entries/questions/; `text` is what stands in it; `only_if` hides it until asked."""

    name: str
    label: str
    shape: str
    text: str = ""
    hint: str = ""
    error: str = ""
    picks: Picks | None = None
    options: tuple[tuple[str, tuple[Pick, ...]], ...] = ()
    only_if: str = ""
    time: str = ""
    most: int = 0

    @property
    def described_by(self) -> str:
        """The ids of the words that belong to the field, for whoever does not see them beside it."""
        parts = [f"{self.name}-hint" if self.hint else "", f"{self.name}-error" if self.error else ""]
        return " ".join(filter(None, parts))


def questions(kind: type[EntryType], opened: Opened, words: QueryDict) -> list[Question]:
    """Every question of a type: the day first, then its fields in order."""
    hint = PLANNED_HINT if kind.code == "booking" else HAPPENED_HINT
    asked = [Question("day", kind.day_question, "day", words.get("day", ""), hint)]
    if kind.has_time:
        asked.append(Question("time", "At what time?", "time", words.get("time", ""), "If you know it: 4:15pm or 16:15"))
    if kind.lasts:
        asked.append(Question("until", kind.until_question, "day", words.get("until", ""), "Leave empty while it goes on"))
    return [*asked, *(_question(f, opened, words) for f in kind.asked())]


def with_errors(asked: list[Question], errors: dict[str, str]) -> list[Question]:
    """The same questions, each with what is wrong with its answer."""
    return [replace(q, error=errors.get(q.name, ""), picks=replace(q.picks, error=errors.get(q.name, "")) if q.picks else None) for q in asked]


def _question(field: Field, opened: Opened, words: QueryDict) -> Question:
    text, label, hint = words.get(field.name, ""), question_of(field), field.hint
    asked = Question(field.name, label, "line", text, hint, only_if=_only_if(field))
    match field:
        case fields.Choices():
            return replace(asked, shape="picks", picks=_ticks(field, label, words))
        case fields.Choice():
            return _choice(field, asked)
        case fields.YesNo():
            picks = Picks(field.name, label, (_pick(YES, "Yes", text), _pick(NO, "No", text), _pick("", "Not known", text)), hint=hint, small=True)
            return replace(asked, shape="picks", picks=picks)
        case fields.Day():
            return replace(asked, shape="day")
        case fields.Moment():
            return replace(asked, shape="moment", time=words.get(f"{field.name}_time", ""))
        case fields.Whole():
            return replace(asked, shape="number")
        case fields.EntryNumber():
            return replace(asked, shape="select", options=_entries(field, opened, text))
        case fields.ToWorker():
            return replace(asked, shape="select", options=_workers(opened, text))
        case fields.ToTeam():
            return replace(asked, shape="select", options=(("", tuple(_pick(str(t.pk), t.name, text) for t in Team.objects.order_by("name"))),))
        case fields.ToPerson():
            somebody = _people(opened, text)
            return replace(asked, shape="person", options=somebody) if field.name == RELATED else replace(asked, shape="select", options=_known(somebody))
    if isinstance(field, TextField):
        return replace(asked, shape="words")
    return replace(asked, shape="postcode" if isinstance(field, fields.Postcode) else "line", most=field.max_length or 0)


def _only_if(field: Field) -> str:
    """The condition as the page's script reads it; "" where any answer will do."""
    if not field.only_if or field.only_if[1] is None:
        return ""
    name, values = field.only_if
    return f"{name}={','.join({True: YES, False: NO}.get(v, str(v)) for v in values)}"


def _pick(value: str, label: str, chosen: str, small: str = "") -> Pick:
    return Pick(value, label, small, value == chosen)


def _choice(field: fields.Choice, asked: Question) -> Question:
    known = dict(field.codes)
    if asked.text and asked.text not in known:
        known[asked.text] = asked.text
    picks = tuple(_pick(code, label, asked.text) for code, label in known.items())
    if len(known) > MOST_BUTTONS:
        return replace(asked, shape="select", options=(("", picks),))
    return replace(asked, shape="picks", picks=Picks(field.name, asked.label, (*picks, _pick("", "Not said", asked.text)), hint=asked.hint, small=True))


def _ticks(field: fields.Choices, label: str, words: QueryDict) -> Picks:
    ticked = words.getlist(field.name)
    choices = tuple(Pick(c, says, "", c in ticked) for c, says in field.codes.items())
    number = sum(p.checked for p in choices)
    fold = f"Choose what applies ({number} chosen so far)" if len(choices) > MOST_TICKS else ""
    return Picks(field.name, label, choices, kind="checkbox", hint=field.hint, small=True, fold=fold)


def _entries(field: Field, opened: Opened, chosen: str) -> tuple[tuple[str, tuple[Pick, ...]], ...]:
    found = opened.of(LOOKS_FOR.get(field.name, field.name))
    picks = [_pick(str(w.number), f"{title(w)}, {wording.plain_day(w.day)}", chosen) for w in found]
    return (("", tuple(picks)),)


def _workers(opened: Opened, chosen: str) -> tuple[tuple[str, tuple[Pick, ...]], ...]:
    """Everybody by team, the child's own team first."""
    by_team: dict[str, list[Pick]] = {}
    own = str(opened.team) if opened.team else ""
    for worker in Worker.objects.at_work().select_related("team").order_by("team__name", "name"):
        by_team.setdefault(str(worker.team or "Other"), []).append(_pick(str(worker.pk), f"{worker.name}, {worker.plays.name.lower()}", chosen))
    return tuple((team, tuple(picks)) for team, picks in sorted(by_team.items(), key=lambda group: (group[0] != own, group[0])))


def _people(opened: Opened, chosen: str) -> tuple[tuple[str, tuple[Pick, ...]], ...]:
    """Those already around the child; anybody else is new, or is found by the search first."""
    named = {r.values.other_id: r for r in opened.of("relationship") if r.values.other_id}
    picks = [_pick(str(pk), f"{_name_of(r)}, {relation(r)}", chosen) for pk, r in named.items()]
    return (("", (*picks, _pick(SOMEBODY_NEW, "Somebody who is not on this list", chosen))),)


def _known(options: tuple[tuple[str, tuple[Pick, ...]], ...]) -> tuple[tuple[str, tuple[Pick, ...]], ...]:
    """Only those around already: nobody new is written down by the way."""
    return tuple((group, tuple(p for p in picks if p.value != SOMEBODY_NEW)) for group, picks in options)


def _name_of(r: Written) -> str:
    standing = getattr(r.values.other, "standing", None)
    return f"{standing.forename} {standing.surname}".strip() if standing else r.values.other.reference


# What was written before, as it would stand on the form


def as_typed(entry: Written) -> QueryDict:
    """The answers of an entry in the form in which a browser posts them."""
    words = QueryDict(mutable=True)
    words["day"], words["until"] = day_text(entry.day), day_text(entry.until)
    words["time"] = time_text(entry.at)
    for field in entry.kind.questions():
        _put(words, field, getattr(entry.values, field.attname))
    return words


def _put(words: QueryDict, field: Field, value: Any) -> None:
    if isinstance(field, fields.Choices):
        words.setlist(field.name, list(value or ()))
    elif isinstance(field, fields.Moment):
        words[field.name], words[f"{field.name}_time"] = day_text(value), time_text(value)
    elif isinstance(value, bool):
        words[field.name] = YES if value else NO
    else:
        words[field.name] = day_text(value) if isinstance(value, date) else "" if value is None else str(value)


def day_text(value: date | datetime | None) -> str:
    return "" if value is None else f"{wording.as_day(value):%d/%m/%Y}"


def time_text(value: datetime | None) -> str:
    return "" if value is None else f"{value.astimezone(LONDON):%H:%M}"
