"""Plain sentences for a story, drawn so that one family's entries do not repeat themselves."""

from random import Random
from typing import Any

from goldthread.demo.reading import read
from goldthread.demo.telling import Somebody

PRONOUNS = {
    "F": {"he": "she", "his": "her", "him": "her", "he_cap": "She", "his_cap": "Her"},
    "M": {"he": "he", "his": "his", "him": "him", "he_cap": "He", "his_cap": "His"},
}
THEY = {"he": "they", "his": "their", "him": "them", "he_cap": "They", "his_cap": "Their"}


def themes() -> dict[str, Any]:
    return read("themes.yaml")


def schools() -> list[str]:
    return read("sentences.yaml")["schools"]


class Pen:
    """Writes for one family. Each list is dealt like a pack of cards: all of it once before any comes again."""

    def __init__(self, rng: Random, theme: dict[str, Any], **names: str):
        self.rng, self.theme, self.names = rng, theme, names
        self._packs: dict[str, list[str]] = {}

    def write(self, name: str, child: Somebody, **more: str) -> str:
        """A sentence from the list `name`, about this child."""
        return self._deal(name).format(name=child.forename, **PRONOUNS.get(child.sex, THEY), **{**self.names, **more})

    def words_of(self, child: Somebody, age: int) -> str:
        """What the child said, or for a baby what was seen."""
        if age < 3:
            return self.write("baby", child)
        said = self.write("young" if age < 8 else "middle" if age < 13 else "older", child)
        return said if said.startswith(child.forename) else f"“{said}”"

    def _deal(self, name: str) -> str:
        pack = self._packs.get(name)
        if not pack:
            pack = self._packs[name] = list(self.theme.get(name) or read("sentences.yaml")[name])
            self.rng.shuffle(pack)
        return pack.pop()
