"""Two people corrected one entry: what each of them wrote, side by side, and a choice for every difference."""

from dataclasses import dataclass

from django.http import QueryDict

from goldthread.web import wording
from goldthread.web.entries.opening import Sheet
from goldthread.web.entries.questions import Question, as_typed, questions
from goldthread.web.presses.once import FIELD as PRESS

THEIRS, MINE, BOTH = "theirs", "mine", "both"
CHOICE, MERGED = "choose_", "both_"
NOTHING = "Nothing"


@dataclass(frozen=True, slots=True)
class Difference:
    """One question that was answered twice. `theirs` stands in the record, `mine` was typed; `both` is a text of the two."""

    name: str
    question: str
    theirs: str
    mine: str
    chosen: str
    both: str = ""


@dataclass(frozen=True, slots=True)
class Conflict:
    """Who changed it meanwhile, when and why; the version that stands; the differences; everything else that was typed."""

    who: str
    when: str
    version: int
    why: str
    differences: tuple[Difference, ...]
    carried: tuple[tuple[str, str], ...]


def conflict(entry: Sheet, words: QueryDict, read: int) -> Conflict:
    """What stands now beside what was typed. Where only one of the two changed an answer, that one is chosen."""
    now, base = entry.shown, as_typed(next((w for w in entry.versions if w.version == read), entry.versions[-1]))
    sides = (questions(now.kind, entry.opened, typed) for typed in (as_typed(now), words, base))
    found = tuple(_difference(theirs, mine, before) for theirs, mine, before in zip(*sides, strict=True) if said(theirs) != said(mine))
    carried = tuple((name, value) for name, values in words.lists() for value in values if not name.startswith((CHOICE, MERGED)) and name not in ("chosen", "csrfmiddlewaretoken", PRESS))
    who = "A newer file" if now.origin else str(now.by or "Goldthread")
    return Conflict(who, wording.moment_words(now.recorded_at), now.version, now.why, found, carried)


def _difference(theirs: Question, mine: Question, before: Question) -> Difference:
    chosen = THEIRS if said(mine) == said(before) else MINE
    both = "\n\n".join(filter(None, (said(theirs), said(mine)))) if theirs.shape == "words" else ""
    return Difference(theirs.name, theirs.label, said(theirs) or NOTHING, said(mine) or NOTHING, chosen, both)


def said(question: Question) -> str:
    """The answer that stands in a question, in words."""
    if question.picks:
        return ", ".join(p.label for p in question.picks.choices if p.checked and p.value)
    if question.options:
        return next((p.label for _, picks in question.options for p in picks if p.checked), question.text)
    return "\n".join(filter(None, (question.text.replace("\r\n", "\n").strip(), question.time)))


def put_together(entry: Sheet, words: QueryDict) -> QueryDict:
    """The form after choosing: for each difference theirs, mine, or the text of both as it was edited."""
    theirs, together = as_typed(entry.shown), words.copy()
    for question in questions(entry.shown.kind, entry.opened, words):
        name, choice = question.name, words.get(CHOICE + question.name)
        if choice == THEIRS:
            for part in (name, f"{name}_time"):
                together.setlist(part, theirs.getlist(part))
        elif choice == BOTH:
            together[name] = words.get(MERGED + name, "")
    together["read"] = words.get("chosen", "")
    return together
