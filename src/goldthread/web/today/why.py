"""What opens under a duty: the promise, where it comes from, what meets it, and who is told next and when."""

from datetime import date

from django.urls import reverse

from goldthread.duties import Explanation, Occurrence
from goldthread.duties.ladders import Rung
from goldthread.duties.sentence import either, named, sentence, sentence_case, until_says
from goldthread.duties.shape import Duty, law_of, stages, until
from goldthread.duties.telling import span_of
from goldthread.law.instruments import Force
from goldthread.oversight.climbed import told_on
from goldthread.oversight.owners import owner_of
from goldthread.oversight.planned import SEEING
from goldthread.oversight.worklist import Owed
from goldthread.record.models import Standing
from goldthread.web import naming, rulebook, wording
from goldthread.web.counting import Counted, weeks
from goldthread.web.parts import Why
from goldthread.web.said import Link, Part, Sentence, Strong, Tag
from goldthread.web.today.telling import Telling, duty


def why(row: Owed, told: Explanation, telling: Telling, is_open: bool) -> Why:
    """Why this day, and what follows if it passes; said of the first child of the row, whose explanation `told` is."""
    child, o, of = row.children[0], row.occurrences[0], duty(row)
    facts: list[tuple[str, Sentence]] = [
        ("The promise", (promise(of, o, naming.first(child)), " ", Tag(source(of, o.code)))),
        ("Where it comes from", _law(of, o.code)),
        ("What meets it", _meets(of, naming.first(child))),
        ("Who knows", _who_knows(of, o, child, telling)),
    ]
    facts += [("To know", curly(caution)) for caution in told.cautions[:1] if not caution.startswith("The number is local")]
    return Why(tuple(facts), weeks(Counted(o, telling.today, _first(of, o), {fact.day for fact in told.partly}, settings=telling.settings)), is_open)


def curly(text: str) -> str:
    """Apostrophes as they are printed."""
    return text.replace("'", "’")


def promise(of: Duty, o: Occurrence, name: str) -> str:
    """'While Kofi is on a protection plan, at least every 10 working days.'; for a duty owed once, its sentence."""
    if of.every is not None and of.holds is None and stages(of):
        while_ = either(stage.says for stage in stages(of))
        return curly(named(f"{_asks(of)} at least every {span_of(o.span)}, while {while_}.", name))
    return curly(named(sentence(of), name))


def _first(of: Duty, o: Occurrence) -> str:
    """A word for the day the count begins: what was done then, where that is the same thing again."""
    if not (of.last_said and o.place):
        return "begins"
    return "seen" if SEEING & set(until(of)) else "done"


def _asks(of: Duty) -> str:
    return of.asks or of.says


def source(of: Duty, code: str) -> str:
    """Where a duty comes from, for a tag: 'Law: …', the guidance by name, or 'Local standard'."""
    law = law_of(of, code)
    if law.instrument.force is Force.LOCAL or of.is_local:
        return "Local standard"
    return curly(f"Law: {law.brief}" if law.instrument.force is Force.STATUTE else law.brief)


def _law(of: Duty, code: str) -> Sentence:
    law = law_of(of, code)
    named_in = f"{law}. " if law.instrument.force is not Force.LOCAL else "The number is local practice. "
    leaves = f"{of.also[0]}, leaves it to the plan. " if of.also and law.instrument.force is Force.LOCAL else ""
    return (curly(named_in + leaves), Link("The rule in full", f"{reverse('counted')}#{rulebook.anchor(of)}"))


def _meets(of: Duty, name: str) -> str:
    said = sentence_case(either(until_says(of)))
    short = f" Not enough by itself: {either(w.says for w in of.partly)}." if of.partly else ""
    return curly(named(f"{said}.{short}", name))


def _who_knows(of: Duty, o: Occurrence, child: Standing, telling: Telling) -> Sentence:
    """Everybody told so far with the day, then the next one and when; each person once."""
    rungs = [(day, _name(rung, child, telling)) for rung in of.climbs.rungs for day in [told_on(rung, o)] if day]
    first: dict[str, date] = {}
    for day, name in sorted(rungs):
        first.setdefault(name, day)
    told = [(name, day) for name, day in first.items() if day <= telling.today]
    ahead = [(name, day) for name, day in first.items() if day > telling.today][:1]
    parts: list[Part] = [f"{sentence_case('; '.join(f'{n}, since {wording.short_day(d)}' for n, d in told))}. "] if told else []
    parts += [f"{sentence_case(n)} is to be told on {wording.short_day(d)} if it is still owed." for n, d in ahead]
    return tuple(parts) or (Strong("Nobody else"), " is told.")


def _name(rung: Rung, child: Standing, telling: Telling) -> str:
    who = owner_of(child, rung.tells.name)
    if who is None:
        return rung.tells.says
    return "you" if who == telling.actor else who.name
