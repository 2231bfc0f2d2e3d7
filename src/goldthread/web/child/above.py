"""The rest of what stands above the fold: what must not go wrong, what is overdue, and what comes next."""

from collections.abc import Iterable
from dataclasses import dataclass

from goldthread.duties import State
from goldthread.duties.shape import until
from goldthread.oversight.planned import BOOKED_FOR
from goldthread.record.reading import Written
from goldthread.web import wording
from goldthread.web.child import reasons
from goldthread.web.child.opening import Opened
from goldthread.web.child.owed import Owing, mark, what, when_words
from goldthread.web.entries.permissions import may_write_kind
from goldthread.web.meeting import begun, completed, completing, meeting, settling, verb, writing
from goldthread.web.parts import Action, NextStep
from goldthread.web.said import Link, Part, Sentence, Strong


@dataclass(frozen=True, slots=True)
class Keep:
    """Something that must not go wrong, before every other fact. `icon` is "lock" or "warning"."""

    icon: str
    words: Sentence
    small: str = ""


def keeps(opened: Opened) -> tuple[Keep, ...]:
    """Addresses to be kept private, and warnings nobody has answered."""
    private = (_private(opened, w) for w in opened.current("address") if w.values.private_from)
    warnings = (_warning(opened, w) for w in opened.of("warning") if w.values.answered_at is None)
    return tuple(filter(None, (*private, *warnings)))


def _private(opened: Opened, home: Written) -> Keep:
    said, ended = home.values, home.values.private_until is not None and home.values.private_until < opened.day
    limit = f" Until {wording.plain_day(said.private_until)}." if said.private_until else ""
    why = f" {said.private_why.strip().rstrip('.')}." if said.private_why.strip() else ""
    ran_out = " That day has passed: ask whether it still holds." if ended else ""
    sentence = (Strong(f"Keep {wording.possessive(opened.first)} address private from {said.private_from}"), f".{why}{limit}{ran_out} ",
                Link("Read the entry", opened.entry_address(home.number)))  # fmt: skip
    return Keep("lock", sentence, f"Written down {wording.plain_day(home.recorded_at)}")


def _warning(opened: Opened, entry: Written) -> Keep:
    said = entry.values
    by = f" by {said.raised_by}" if said.raised_by else ""
    wanted = f"; an answer is wanted by {wording.moment_words(said.answer_by)}" if said.answer_by else ""
    sentence = (Strong(f"A warning{by} waits for an answer"), f"{wanted}. ", Link("Read it", opened.entry_address(entry.number)))
    return Keep("warning", sentence, f"Raised {wording.plain_day(entry.day)}")


def nexts(opened: Opened, owings: Iterable[Owing]) -> tuple[NextStep, ...]:
    """What is overdue, and the next two; on a page about the past, what had happened and was not yet written down."""
    open_ones = [o for o in owings if o.state.is_open]
    late = [o for o in open_ones if o.state == State.OVERDUE]
    others = sorted((o for o in open_ones if o.state == State.OWED), key=lambda o: o.occurrence.due)
    chosen = [*late[:1], *others][:3] or open_ones[:1]
    if opened.past:
        later = _not_known_then(opened)
        return (*(_step(o, opened, len(late)) for o in chosen[: 3 - len(later)]), *later)
    return tuple(_step(o, opened, len(late)) for o in chosen)


def _step(owing: Owing, opened: Opened, late: int) -> NextStep:
    more: Sentence = ()
    if owing.state == State.OVERDUE and late > 1:
        more = (" ", Link(f"{late - 1} more {'was' if opened.past else 'is' if late == 2 else 'are'} overdue", opened.address("duties")))
    why = (reasons.because(owing, opened), *booked(owing, opened), *more)
    kind = mark(owing, opened.day)
    return NextStep("owed" if opened.past and kind == "soon" else kind, when_words(owing, opened.when, opened.past), what(owing, opened.first), why, action(owing, opened))


def booked(owing: Owing, opened: Opened) -> tuple[Part, ...]:
    """' Booked for Tuesday 1 December, 10am.' where something that would meet the duty is planned."""
    wanted = {BOOKED_FOR[w.name] for w in until(owing.duty) if w.name in BOOKED_FOR}
    ahead = [b for b in opened.of("booking") if b.values.what in wanted and b.day >= opened.day and not b.values.called_off]
    if not ahead:
        return ()
    at = f", {wording.clock_time(ahead[-1].at)}" if ahead[-1].at else ""
    return " Booked for ", Link(f"{wording.long_day(ahead[-1].day, opened.day)}{at}", opened.entry_address(ahead[-1].number)), "."


def action(owing: Owing, opened: Opened) -> Action | None:
    """The page on which the entry that meets the duty is written, or finished; None where this person may not write it."""
    if not opened.may_write:
        return None
    kind, says = meeting(owing.duty)
    if not may_write_kind(opened.reach.actor, kind):
        return None
    if owing.state == State.UNKNOWN and owing.occurrence.unsure_by:
        return Action("Say yes or no", settling(owing.occurrence.unsure_by, owing.duty, opened.child.life.spoken))
    late = owing.state == State.OVERDUE
    draft = next((d for d in opened.drafts if d.kind in (kind.code, f"correct-{kind.code}", f"end-{kind.code}")), None)
    if draft:
        return Action(f"Finish the {kind.called} draft", draft.href, primary=late)
    entry = begun(owing.occurrence, kind, says, opened.child.life.spoken)
    if entry is not None:
        return Action(completed(kind), completing(entry, kind), primary=late)
    return Action(verb(kind), writing([opened.reference], owing.duty, kind, says, opened.day), primary=late)


def _not_known_then(opened: Opened) -> tuple[NextStep, ...]:
    number = len(opened.reach.not_yet_written(opened.child))
    if not number:
        return ()
    what_happened = f"{wording.count(number, 'thing')} had happened"
    why = (f"and {'was' if number == 1 else 'were'} not yet written down. {'It stays' if number == 1 else 'They stay'} out of this page. ",
           Link("Show it" if number == 1 else "Show them", opened.address("later")))  # fmt: skip
    return (NextStep("later", "Not known then", what_happened, why),)
