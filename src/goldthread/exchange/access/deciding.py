"""What is given and what is left out: decided by a person, for somebody, for one place, or for a whole answer."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from goldthread.exchange.access.mentions import WORKER, Mention, Somebody
from goldthread.exchange.access.reasons import REASONS, SOMEBODY_ELSE
from goldthread.exchange.access.whole import Answer, Everything, Part
from goldthread.people.roles import ANSWER
from goldthread.people.sight import check_may
from goldthread.record.around import requests
from goldthread.record.models import Disclosure, DisclosureDecision
from goldthread.record.reach import Reach

LOOK = "look:"
NO_REQUEST = "A copy answers a request. Write the request down first, with the day it came, and begin here again."


class NotDecided(ValueError):
    """It cannot be decided like this. The message says what to do."""


@dataclass(frozen=True, slots=True)
class Decision:
    """Given, or left out for a reason of REASONS. `said`: a person decided it; otherwise it is as usual."""

    given: bool
    why: str = ""
    said: bool = False


GIVEN = Decision(True)
LEFT_OUT = Decision(False, SOMEBODY_ELSE)


def begin(reach: Reach, person: int, request: int) -> Disclosure:
    """Begin to answer a request, or go on with it. Raises NotDecided where no such request stands."""
    check_may(reach.actor, ANSWER)
    reach.check(person)
    if request not in {version.entry for version in requests(person)}:
        raise NotDecided(NO_REQUEST)
    found, _ = Disclosure.objects.get_or_create(request=request, defaults={"person_id": person, "by": reach.actor, "at": reach.now})
    return found


def decide(reach: Reach, disclosure: Disclosure, choices: Mapping[str, str], words: str = "") -> int:
    """Write down choices by key: "give", "usual" or a reason. Those that change nothing are left; gives how many were written."""
    check_may(reach.actor, ANSWER)
    reach.check(disclosure.person_id)
    if wrong := sorted(set(choices.values()) - {"give", "usual", *REASONS}):
        raise NotDecided(f"‘{wrong[0]}’ is no reason to leave something out. Choose one of the list.")
    stood = decided(disclosure)
    rows = [_row(reach, disclosure, key, choice, words) for key, choice in choices.items() if choice != choice_of(stood.get(key))]
    DisclosureDecision.objects.bulk_create(rows)
    return len(rows)


def look_for(reach: Reach, disclosure: Disclosure, name: str) -> None:
    """Find another name, such as one by which the family calls somebody."""
    name = " ".join(name.replace("\0", "").split())
    if not 2 <= len(name) <= 80:
        raise NotDecided("Write the name to look for, in at most 80 letters.")
    decide(reach, disclosure, {LOOK + name: SOMEBODY_ELSE})


def _row(reach: Reach, disclosure: Disclosure, key: str, choice: str, words: str) -> DisclosureDecision:
    why = "usual" if choice == "usual" else "" if choice == "give" else choice
    return DisclosureDecision(disclosure=disclosure, key=key[:200], given=choice == "give", why=why, words=words, by=reach.actor, at=reach.now)


def decided(disclosure: Disclosure) -> dict[str, Decision]:
    """The newest decision of each key; one that went back to the usual is none."""
    rows = disclosure.decisions.order_by("pk").values_list("key", "given", "why")
    newest = {key: Decision(given, why, said=True) for key, given, why in rows}
    return {key: one for key, one in newest.items() if one.why != "usual"}


def choice_of(decision: Decision | None) -> str:
    """As a form says it."""
    return "usual" if decision is None else "give" if decision.given else decision.why


def looked_for(decisions: Iterable[str]) -> list[str]:
    """The names somebody asked to look for."""
    return [key.removeprefix(LOOK) for key in decisions if key.startswith(LOOK)]


def of_somebody(one: Somebody, decisions: Mapping[str, Decision]) -> Decision:
    """As decided for them; otherwise workers are named, and everybody else is left out."""
    return decisions.get(one.key) or (GIVEN if one.kind == WORKER else LEFT_OUT)


def of_place(answer: Answer, mention: Mention, whole: Everything, decisions: Mapping[str, Decision]) -> Decision:
    """As decided for this place, or for who is named in it."""
    somebody = whole.people.get(mention.who)
    usual = of_somebody(somebody, decisions) if somebody else LEFT_OUT
    return decisions.get(place_key(answer, mention)) or usual


def place_key(answer: Answer, mention: Mention) -> str:
    return f"{answer.key}:{mention.start}-{mention.end}"


def without(whole: Everything, decisions: Mapping[str, Decision]) -> tuple[Everything, int]:
    """The record without what is left out, and in how many places something was."""
    counted: list[str] = []
    parts = tuple(_part_without(part, whole, decisions, counted) for part in whole.parts)
    return replace(whole, parts=parts, people={}), len(counted)


def _part_without(part: Part, whole: Everything, decisions: Mapping[str, Decision], counted: list[str]) -> Part:
    usual = LEFT_OUT if part.withdrawn else GIVEN
    return replace(part, answers=tuple(_answer_without(answer, decisions.get(answer.key, usual), whole, decisions, counted) for answer in part.answers))


def _answer_without(answer: Answer, decision: Decision, whole: Everything, decisions: Mapping[str, Decision], counted: list[str]) -> Answer:
    if not decision.given:
        counted.append(answer.key)
        return replace(answer, words=mark(decision), mentions=())
    words, after = "", 0
    for mention in answer.mentions:
        of_this = of_place(answer, mention, whole, decisions)
        said = answer.words[mention.start : mention.end]
        if not of_this.given:
            counted.append(answer.key)
            said = mark(of_this)
        words += answer.words[after : mention.start] + said
        after = mention.end
    return replace(answer, words=words + answer.words[after:], mentions=())


def mark(decision: Decision) -> str:
    """What stands where something was: '[left out: about somebody else]'."""
    return f"[left out: {REASONS[decision.why].mark}]"
