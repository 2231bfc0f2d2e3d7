"""Plain sentences for a story, drawn so that one family's entries do not repeat themselves."""

import re
from functools import cache
from random import Random
from typing import Any, NamedTuple

from goldthread.demo.reading import read
from goldthread.demo.telling import Somebody

PRONOUNS = {
    "F": {"he": "she", "his": "her", "him": "her", "he_cap": "She", "his_cap": "Her"},
    "M": {"he": "he", "his": "his", "him": "him", "he_cap": "He", "his_cap": "His"},
}
THEY = {"he": "they", "his": "their", "him": "them", "he_cap": "They", "his_cap": "Their"}


def themes() -> dict[str, Any]:
    return read("themes.yaml")


def schools() -> dict[str, list[str]]:
    return read("sentences.yaml")["schools"]


class Sentence(NamedTuple):
    """A sentence with the ages it fits and what else it carries: who says it, or the kind and title of a note."""

    text: str
    youngest: int = 0
    oldest: int = 25
    mark: str = ""

    def fits(self, age: int) -> bool:
        return self.youngest <= age <= self.oldest


_MARKED = re.compile(r"(?:\[(\d+)-(\d+)\])?(?:<([^>]*)>)?\s*(.*)", re.S)


@cache
def parse(said: str) -> Sentence:
    """Reads "[0-4]<3B> text"; both marks may be missing."""
    youngest, oldest, mark, text = _MARKED.fullmatch(said).groups()
    return Sentence(text, int(youngest or 0), int(oldest or 25), mark or "")


class Pen:
    """Writes for one family. Each list is dealt like a pack of cards: all of it that fits once before any comes again."""

    def __init__(self, rng: Random, theme: dict[str, Any], **names: str):
        self.rng, self.theme, self.names = rng, theme, names
        self._packs: dict[str, list[Sentence]] = {}

    def write(self, name: str, child: Somebody, age: int, **more: str) -> str:
        """A sentence from the list `name` that fits a child of this age."""
        return self.marked(name, child, age, **more)[1]

    def marked(self, name: str, child: Somebody, age: int, **more: str) -> tuple[str, str]:
        """What the sentence carries besides, and the sentence."""
        dealt = self._deal(name, age)
        names = {"name": child.forename, **PRONOUNS.get(child.sex, THEY), **self.names, **more}
        return dealt.mark.format(**names), dealt.text.format(**names)

    def words_of(self, child: Somebody, age: int) -> str:
        """What the child said, or for a baby what was seen."""
        if age < 3:
            return self.write("baby", child, age)
        said = self.write("young" if age < 8 else "middle" if age < 13 else "older", child, age)
        return said if said.startswith(child.forename) else f"“{said}”"

    def _deal(self, name: str, age: int) -> Sentence:
        pack = self._packs.setdefault(name, [])
        dealt = next((s for s in pack if s.fits(age)), None)
        if dealt is None:
            everything = [parse(said) for said in self._listed(name)]
            fresh = [s for s in everything if s.fits(age)] or everything
            self.rng.shuffle(fresh)
            pack.extend(fresh)
            dealt = pack[-len(fresh)]
        pack.remove(dealt)
        return dealt

    def _listed(self, name: str) -> list[str]:
        """The family's own list, with what may be said in any family."""
        general = read("sentences.yaml")
        return [*self.theme.get(name, ()), *general.get(name, ()), *general.get(f"{name}_any", ())]
