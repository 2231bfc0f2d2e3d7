"""Why a duty is in the state it is in, in sentences, and the days counted one by one."""

import re

from goldthread.duties import State
from goldthread.duties.explain import Explanation, explain
from goldthread.web import wording
from goldthread.web.child.opening import Opened
from goldthread.web.child.owed import Owing, rule
from goldthread.web.counting import Counted, weeks
from goldthread.web.parts import Weeks, Why
from goldthread.web.said import Sentence


def explained(owing: Owing, opened: Opened) -> Explanation:
    """The explanation of an occurrence at the moment of the page, with the child's name in it."""
    found = opened.explanations.get(owing.occurrence)
    if found is None:
        found = explain(owing.occurrence, opened.child.life.spoken, opened.when, opened.first)
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
    facts.append(("In law owed by", said.owed_by))
    facts.append(("What meets it", said.would_meet.removeprefix("What meets it: ")))
    notes = " ".join(filter(None, (owing.duty.note, *said.cautions)))
    if notes:
        facts.append(("To know", notes))
    if owing.state.is_open and told:
        facts.append(("Told if it is late", f"{told[:1].upper()}{told[1:]}."))
    return Why(tuple(facts), _weeks(owing, opened), is_open)


def _weeks(owing: Owing, opened: Opened) -> Weeks | None:
    tried = {fact.day for fact in explained(owing, opened).partly}
    return weeks(Counted(owing.occurrence, opened.day, "from here", tried, bool(opened.past)))
