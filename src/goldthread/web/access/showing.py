"""What the review shows: everybody who is named and how often, and every answer with the places where somebody is named."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from goldthread.exchange.access.deciding import GIVEN, LEFT_OUT, Decision, choice_of, of_somebody, place_key
from goldthread.exchange.access.mentions import FAMILY, PERHAPS, WORKER
from goldthread.exchange.access.reasons import REASONS
from goldthread.exchange.access.whole import Answer, Everything, Part
from goldthread.web import wording

HEADINGS = {
    FAMILY: ("Family and others around them", "Left out, unless you decide otherwise. Somebody may be given what they said themselves, or know already."),
    PERHAPS: ("Perhaps names", "Found because they look like a name, a telephone number or an address for mail. Left out until you decide."),
    WORKER: ("People who worked with them", "Named, unless you decide otherwise: they wrote and did it for their work."),
}
CHOICES = (("give", "Give it"), *((code, f"Leave out: {reason.words}") for code, reason in REASONS.items()))


@dataclass(frozen=True, slots=True)
class PersonRow:
    """Somebody who is named: how often, and what holds for them. `choice` is a value of the form, `said` whether a person decided it."""

    key: str
    called: str
    relation: str
    times: int
    choice: str
    given: bool
    said: bool


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of an answer as it is shown; `number` is that of the place where somebody is named, 0 for none."""

    words: str
    number: int = 0
    given: bool = True


@dataclass(frozen=True, slots=True)
class Place:
    """One place where somebody is named, with its field in the form."""

    key: str
    number: int
    words: str
    who: str
    choice: str
    given: bool


@dataclass(frozen=True, slots=True)
class Line:
    """One answer of one version."""

    key: str
    title: str
    question: str
    pieces: tuple[Piece, ...]
    places: tuple[Place, ...]
    choice: str
    given: bool


def rows(whole: Everything, decisions: Mapping[str, Decision]) -> list[tuple[str, str, list[PersonRow]]]:
    """Everybody who is named, by kind: the heading, what holds as usual, and the rows, those named most often first."""
    times = Counter(m.who for part in whole.parts for answer in part.answers for m in answer.mentions)
    by_kind: dict[str, list[PersonRow]] = defaultdict(list)
    for key, number in times.most_common():
        if one := whole.people.get(key):
            holds = of_somebody(one, decisions)
            by_kind[one.kind].append(PersonRow(key, one.called, one.relation, number, choice_of(decisions.get(key)), holds.given, holds.said))
    return [(*HEADINGS[kind], by_kind[kind]) for kind in HEADINGS if by_kind[kind]]


def lines(whole: Everything, decisions: Mapping[str, Decision], named_only: bool) -> list[tuple[Part, Answer]]:
    """Every answer in words, or those in which somebody is named or that were decided, the newest first."""
    return [
        (part, answer) for part in reversed(whole.parts) for answer in part.answers
        if not named_only or answer.mentions or part.withdrawn or answer.key in decisions
    ]  # fmt: skip


def line(part: Part, answer: Answer, whole: Everything, decisions: Mapping[str, Decision]) -> Line:
    places = tuple(_places(answer, whole, decisions))
    usual = LEFT_OUT if part.withdrawn else GIVEN
    return Line(answer.key, _title(part), answer.question, tuple(_pieces(answer, places)), places,
                choice_of(decisions.get(answer.key)), decisions.get(answer.key, usual).given)  # fmt: skip


def _title(part: Part) -> str:
    version = f", version {part.version}" if part.version > 1 or not part.stands else ""
    state = " (withdrawn)" if part.withdrawn else "" if part.stands else " (replaced later)"
    return f"{part.called.capitalize()}, {wording.plain_day(part.day)}{version}{state}"


def _places(answer: Answer, whole: Everything, decisions: Mapping[str, Decision]) -> Iterator[Place]:
    for number, mention in enumerate(answer.mentions, 1):
        one, key = whole.people.get(mention.who), place_key(answer, mention)
        holds = decisions.get(key) or (of_somebody(one, decisions) if one else LEFT_OUT)
        yield Place(key, number, answer.words[mention.start : mention.end], one.called if one else "", choice_of(decisions.get(key)), holds.given)


def _pieces(answer: Answer, places: tuple[Place, ...]) -> Iterator[Piece]:
    after = 0
    for mention, place in zip(answer.mentions, places, strict=True):
        if mention.start > after:
            yield Piece(answer.words[after : mention.start])
        yield Piece(place.words, place.number, place.given)
        after = mention.end
    if after < len(answer.words):
        yield Piece(answer.words[after:])
