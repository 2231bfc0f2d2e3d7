"""Why a duty is in the state it is in, in sentences, and the days counted one by one."""

import re

from django.urls import reverse

from goldthread.duties import Occurrence, State
from goldthread.duties.explain import Explanation, Number
from goldthread.duties.sentence import sentence_case
from goldthread.duties.telling import Fact
from goldthread.record.local.models import NUMBER
from goldthread.web import wording
from goldthread.web.child.opening import Opened
from goldthread.web.child.owed import Owing, rule
from goldthread.web.counting import Counted, weeks
from goldthread.web.parts import Weeks, Why
from goldthread.web.said import Link, Sentence
from goldthread.web.settling.things import of_row


def explained(owing: Owing, opened: Opened) -> Explanation:
    """The explanation of an occurrence at the moment of the page, with the child's name in it."""
    found = opened.explanations.get(owing.occurrence)
    if found is None:
        found = opened.explainer.explain(owing.occurrence)
        opened.explanations[owing.occurrence] = found
    return found


def because(owing: Owing, opened: Opened) -> str:
    """'Last seen Thursday 5 November. Today is day 11 of 10. It was due Thursday 19 November.'"""
    sentence = explained(owing, opened).sentence
    if opened.past:
        sentence = in_the_past(sentence)
    if owing.state in (State.OVERDUE, State.OWED) and "due by" not in sentence:
        late = owing.state == State.OVERDUE or opened.past
        return f"{sentence} It {'was' if late else 'is'} due {wording.long_day(owing.occurrence.due, opened.day)}."
    return sentence


def in_the_past(sentence: str) -> str:
    """An explanation read on a later day: "Today is day 3 of 10" was true then."""
    told = sentence.replace("Today is day", "It was day").replace("It is due", "It was due").replace("will be due", "was to be due")
    return re.sub(r", (?:in \d+ days?|today)\.", ".", told)


def why(owing: Owing, opened: Opened, is_open: bool = False) -> Why:
    """What opens under a duty: its promise, its source, what meets it, who is told next, and the days counted."""
    said, told = explained(owing, opened), "; ".join(map(str, owing.duty.climbs.rungs))
    facts: list[tuple[str, Sentence]] = [("The promise", said.rule), ("It comes from", rule(owing))]
    facts += _entries(said, opened)
    facts.append(("How its day was found", " ".join(opened.explainer.how(owing.occurrence).says)))
    facts += [("The number", number_words(number)) for number in said.numbers]
    facts.append(("In law owed by", said.owed_by))
    facts.append(("What meets it", said.would_meet.removeprefix("What meets it: ")))
    notes = " ".join(filter(None, (owing.duty.note, *said.cautions)))
    if notes:
        facts.append(("To know", notes))
    if owing.state.is_open and told:
        facts.append(("Told if it is late", f"{told[:1].upper()}{told[1:]}."))
    facts.append(("As data", (Link("JSON", address(owing.occurrence, opened)),)))
    return Why(tuple(facts), _weeks(owing, opened), is_open)


def _entries(said: Explanation, opened: Opened) -> list[tuple[str, Sentence]]:
    """The entries that opened and met or ended it, each opening its page."""
    named = (("Opened by", said.opened), ("Met by", said.met), ("Ended by", said.ended), ("Left open by", said.unsure))
    return [(question, _entry(fact, opened)) for question, fact in named if fact]


def _entry(fact: Fact, opened: Opened) -> Sentence:
    words = f"{sentence_case(fact.says)}, {wording.long_day(fact.day, opened.day)}"
    written = f"; written down {wording.moment_words(fact.recorded)}"
    return (Link(words, opened.entry_address(fact.entry)), written)


def number_words(number: Number) -> Sentence:
    """'10 working days: protection visit, since 4 January 2027, settled by Sunita Alderwick: …'"""
    place = Link(number.name, of_row(NUMBER, number.name).href)
    if not number.by:
        return (f"{number.value}: ", place, ", the usual value.")
    since = f" since {wording.plain_day(number.since)}" if number.since else ""
    return (f"{number.value}: ", place, f",{since}, settled by {number.by}: {number.why} Usually {number.usual}.")


def address(o: Occurrence, opened: Opened) -> str:
    """Where one occurrence is given as JSON, as known at the moment of the page."""
    place = reverse("occurrence", args=[opened.reference, key(o)])
    return f"{place}?known={opened.day.isoformat()}" if opened.past else place


def key(o: Occurrence) -> str:
    """What tells an occurrence from the child's others, in an address."""
    return f"{o.code}.{o.opened.isoformat()}.{o.place}.{o.opened_by or 0}"


def _weeks(owing: Owing, opened: Opened) -> Weeks | None:
    tried = {fact.day for fact in explained(owing, opened).partly}
    return weeks(Counted(owing.occurrence, opened.day, "from here", tried, bool(opened.past), opened.settings))
