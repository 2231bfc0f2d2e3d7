"""Lists 10 and 11: children for whom adoption was decided, and adopters."""

from typing import Any

from goldthread.exchange.annex_a_out import labels
from goldthread.exchange.annex_a_out.about import about, disabled, ethnicity, facts, sex
from goldthread.exchange.annex_a_out.front import YEAR, Rows
from goldthread.exchange.annex_a_out.known import Known

STEPS = ("stage_1_began", "stage_1_ended", "stage_2_began", "stage_2_ended", "applied", "approved", "matched", "placed")


def adoption(child: Known) -> Rows:
    """Adopted or the decision reversed in the 12 months before, or the decision stands and the child is not adopted yet."""
    decision = child.latest("adoption_decision", lambda d: _in_list(child, d))
    if decision is None:
        return
    yield (
        child.reference, decision.family or (str(child.family) if child.family is not None else None), *about(child), disabled(child),
        _entered_care(child, decision), decision.day,
        *(child.past(day) for day in (decision.placement_order, decision.matched, decision.placed, decision.adopted, decision.reversed_on)),
        labels.REVERSED.get(decision.reversed_because) if child.past(decision.reversed_on) else None, child.past(decision.early_placement),
    )  # fmt: skip


def _in_list(child: Known, decision: Any) -> bool:
    year = child.asked.months_before(YEAR)
    settled = child.past(decision.adopted) or child.past(decision.reversed_on)
    return settled is None or settled >= year


def _entered_care(child: Known, decision: Any) -> Any:
    care = child.latest("looked_after", lambda period: period.day <= decision.day) or child.latest("looked_after")
    return care.day if care else None


def adopters(person: Known) -> Rows:
    """Those in touch with the adoption agency in the 12 months before: still on their way, or something happened in that time."""
    year = person.asked.months_before(YEAR)
    for one in person.of("adopter"):
        days = [one.day, *(person.past(getattr(one, step)) for step in (*STEPS, "adopted", "left"))]
        over = person.past(one.adopted) or person.past(one.left)
        if over is None or max(day for day in days if day) >= year:
            yield _adopter(person, one)


def _adopter(person: Known, one: Any) -> tuple[Any, ...]:
    known, left = facts(person), person.past(one.left)
    return (
        person.names.adopters.get(person.person, person.reference), one.family or None, sex(known), ethnicity(known), disabled(person),
        labels.yes_no(one.early_placement), one.day, *(person.past(getattr(one, step)) for step in STEPS), one.children_placed,
        person.past(one.adopted), left, labels.LEFT_ADOPTING.get(one.left_because) if left else None,
    )  # fmt: skip
