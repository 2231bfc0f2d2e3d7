"""Where somebody else is named in what was written: found by the names the record knows, and by what looks like a name.

Nothing is ever removed here. What is found is shown to a person, who decides; what nobody decided is left out.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from goldthread.record.names import fold, tokens

FAMILY, WORKER, PERHAPS = "family", "worker", "perhaps"
OWN = "own"

WORD = re.compile(r"[^\W\d_][\w'’-]*")
NUMBER = re.compile(r"(?:\+44|\b0)[\d ]{8,13}\d\b|[\w.+-]+@[\w-]+\.[\w.-]+\w")
OWNED = re.compile(r"['’]s$")
SENTENCE_BEGINS = re.compile(r"(?:^|[.!?:;\n“‘\"(•–-])\s*$")
TITLES_SAID = "mr mrs ms miss dr pc sgt dc ds di rev auntie aunt uncle coach nurse prof sir lady granny nana grandad"
# Written with a capital letter, if only at the beginning of a sentence, and nobody's name.
CAPITALS_SAID = """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october
november december english british christmas easter diwali ramadan eid mum dad mummy daddy nan i court council gp nhs police school
then when after before today yesterday tomorrow she he they it we you the a an and but if at in on to of for with from by no yes not his her hers their
our my your this that these those there here later now once both told asked saw met said was were is are has had have will would could should did do does
who what why where how which all some every each as so because although while until since next last first"""
# Names that are words too: a name only with a capital letter.
WORDS_SAID = """will may rose grace hope mark faith joy young brown white black green king april june summer jack art rob bill pat sue frank dawn eve
iris ivy lily olive page reed wood woods hill field long short small little good best day church hall house home law lord moody moon penny price rich
ray sandy sky star stone east north south west winter care case high low more read said"""
TITLES, ORDINARY, ALSO_WORDS = (frozenset(said.split()) for said in (TITLES_SAID, CAPITALS_SAID, WORDS_SAID))


@dataclass(frozen=True, slots=True)
class Somebody:
    """Somebody who may be named in a record. `key` is "person:12", "worker:3" or, where only a name is known, "name:rowan ashmere"."""

    key: str
    called: str
    kind: str
    relation: str = ""
    names: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Mention:
    """One place in a text, from `start` until before `end`, and the key of who is named there."""

    start: int
    end: int
    who: str


@dataclass(frozen=True, slots=True)
class _Word:
    """One word of a text with whoever it may name."""

    start: int
    end: int
    plain: tuple[str, ...]
    begins: bool
    whom: frozenset[str]


@dataclass
class Finder:
    """Finds mentions of `others` in texts about somebody with the names `own`. `found` grows by the names that were met."""

    own: frozenset[str]
    others: Iterable[Somebody]
    found: dict[str, Somebody] = field(default_factory=dict)
    _met: dict[str, tuple[tuple[str, ...], frozenset[str]]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.found.update((one.key, one) for one in self.others)

    @cached_property
    def _known(self) -> Mapping[str, frozenset[str]]:
        by_name = defaultdict(set)
        for one in self.others:
            for name in one.names:
                if len(name) > 1:
                    by_name[name].add(one.key)
        return {name: frozenset(keys) for name, keys in by_name.items()}

    def mentions(self, text: str) -> tuple[Mention, ...]:
        """Everywhere in a text that somebody else is named, in order."""
        numbers = [self._number(found) for found in NUMBER.finditer(text)]
        named = [m for run in _runs(self._words(text), text) for m in self._mention(run, text)]
        return tuple(sorted([*numbers, *(m for m in named if not _within(m, numbers))], key=lambda m: m.start))

    def whole(self, text: str, key: str) -> tuple[Mention, ...]:
        """An answer that says nothing but who somebody is."""
        return (Mention(0, len(text), key),)

    def _words(self, text: str) -> Iterator[_Word]:
        for found in WORD.finditer(text):
            spelt = found[0]
            if spelt not in self._met:
                plain = fold(OWNED.sub("", spelt))
                self._met[spelt] = plain, self._whom(plain, spelt[0].isupper()) if plain else frozenset()
            plain, whom = self._met[spelt]
            if plain:
                begins = bool(whom) and bool(SENTENCE_BEGINS.search(text[max(0, found.start() - 4) : found.start()]))
                yield _Word(found.start(), found.end(), plain, begins, whom)

    def _whom(self, plain: tuple[str, ...], capital: bool) -> frozenset[str]:
        """Keys of those whom a word may name; OWN for a name of the person's own, PERHAPS for what looks like a name."""
        known = frozenset().union(*(self._known.get(name, frozenset()) for name in plain if capital or name not in ALSO_WORDS))
        if any(name in self.own for name in plain):
            return known | {OWN}
        looks = capital and not ORDINARY.issuperset(plain) and len(plain[0]) > 1
        return known or (frozenset({PERHAPS}) if looks else frozenset())

    def _mention(self, run: list[_Word], text: str) -> Iterator[Mention]:
        """Who a run of names next to one another names, if it is somebody else."""
        title = run[0].plain[0] in TITLES
        names = run[1:] if title else run
        known = [word.whom - {OWN, PERHAPS} for word in names]
        others = [keys for word, keys in zip(names, known, strict=True) if keys and OWN not in word.whom]
        if names and all(OWN in word.whom for word in names):
            others = [keys for keys in known if keys] if title and not any(OWN in w.whom and not k for w, k in zip(names, known, strict=True)) else []
        if others:
            yield Mention(run[0].start, run[-1].end, self._one_of(names, others))
        elif self._looks_like_a_name(names, title):
            yield Mention(run[0].start, run[-1].end, self._by_name(names, text, PERHAPS))

    def _one_of(self, names: list[_Word], keys: list[frozenset[str]]) -> str:
        """The one whom all the names fit; where several do, or different ones, a name of its own."""
        fits = frozenset.intersection(*keys) or frozenset.union(*keys)
        if len(fits) == 1:
            return next(iter(fits))
        kinds = {self.found[key].kind for key in fits}
        kind = FAMILY if FAMILY in kinds else WORKER
        spelt = " ".join(dict.fromkeys(name for word in names for name in word.plain))
        key = f"name:{spelt}"[:120]
        self.found.setdefault(key, Somebody(key, f"{spelt.title()} (one of {', '.join(sorted(self.found[k].called for k in fits)[:4])})", kind))
        return key

    def _looks_like_a_name(self, names: list[_Word], title: bool) -> bool:
        """Two capital words together, or one that no sentence begins with, or one after a title."""
        new = [word for word in names if word.whom == {PERHAPS}]
        return bool(new) and (title or len(names) > 1 or not names[0].begins)

    def _by_name(self, names: list[_Word], text: str, kind: str) -> str:
        spelt = " ".join(name for word in names for name in word.plain)
        key = f"name:{spelt}"[:120]
        self.found.setdefault(key, Somebody(key, " ".join(text[names[0].start : names[-1].end].split()), kind))
        return key

    def _number(self, found: re.Match) -> Mention:
        key = f"name:{' '.join(found[0].lower().split())}"[:120]
        self.found.setdefault(key, Somebody(key, " ".join(found[0].split()), PERHAPS))
        return Mention(found.start(), found.end(), key)


def _runs(words: Iterable[_Word], text: str) -> Iterator[list[_Word]]:
    """Words that may name somebody and stand next to one another, with the title before them."""
    run: list[_Word] = []
    for word in words:
        is_title = word.plain[0] in TITLES
        next_to = bool(run) and not text[run[-1].end : word.start].strip(" .\t") and len(word.whom) > 0
        next_to = next_to and not (is_title or ("." in text[run[-1].end : word.start] and run[-1].plain[0] not in TITLES))
        if run and not next_to:
            yield run
            run = []
        if word.whom or is_title:
            run.append(word)
    if run:
        yield run


def _within(mention: Mention, others: Iterable[Mention]) -> bool:
    return any(other.start < mention.end and mention.start < other.end for other in others)


def names_of(*names: str) -> frozenset[str]:
    """The words of several names as they are looked for."""
    return frozenset(tokens(*names))
