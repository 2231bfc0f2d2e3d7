"""What was done, as flags on a line: no stem crosses the words of another and no words stand on others."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from goldthread.web.pictures.history_values import RIGHT, cut
from goldthread.web.pictures.svg import line, rect, text, text_width

WIDEST = 330.0
FROM_STEM = 9.0
APART = 12.0
PITCH = 25.0


@dataclass(frozen=True, slots=True)
class Flag:
    """Words on a stem at x. It hangs under the line with its words to the right, or stands on it (`up`) with them to the left.

    `level` counts from the line, 0 nearest.
    """

    x: float
    words: str
    up: bool = False
    level: int = 0

    @property
    def begins(self) -> float:
        return self.x - FROM_STEM - text_width(self.words) if self.up else self.x - 5

    @property
    def ends(self) -> float:
        return self.x + 5 if self.up else self.x + FROM_STEM + text_width(self.words)

    def over(self, other: "Flag") -> bool:
        return self.begins < other.ends + APART and other.begins < self.ends + APART


def flags(wanted: Sequence[tuple[float, str]]) -> list[Flag]:
    """Each flag with its side and level.

    Those whose words would pass the right edge stand on the line. On each side the words lie away from those placed so
    far, and each goes one further than all it meets: so its stem is beside them all and crosses none.
    """
    made = [Flag(x, cut(words, WIDEST)) for x, words in wanted]
    down = sorted((flag for flag in made if flag.ends <= RIGHT), key=lambda one: -one.x)
    up = sorted((replace(flag, up=True) for flag in made if flag.ends > RIGHT), key=lambda one: one.x)
    return sorted(_levelled(down) + _levelled(up), key=lambda one: one.x)


def _levelled(ordered: Sequence[Flag]) -> list[Flag]:
    placed: list[Flag] = []
    for flag in ordered:
        level = max((other.level + 1 for other in placed if flag.over(other)), default=0)
        placed.append(replace(flag, level=level))
    return placed


def room(found: Sequence[Flag], up: bool) -> float:
    """How far the flags of one side reach from their line."""
    levels = [flag.level for flag in found if flag.up is up]
    return PITCH * (max(levels) + 1) + 12 if levels else 0.0


def drawn(found: Sequence[Flag], y: float) -> list[str]:
    """The flags of a line at y."""
    return [part for flag in found for part in _flag(flag, y)]


def _flag(flag: Flag, y: float) -> list[str]:
    if flag.up:
        head = y - 24 - PITCH * flag.level
        return [line(flag.x, head, flag.x, y - 6, "axis"), rect(flag.x - 3.5, head - 7, 7, 7, "m"), text(flag.words, flag.x - FROM_STEM, head + 1, "s", "end")]
    foot = y + 24 + PITCH * flag.level
    return [line(flag.x, y + 6, flag.x, foot, "axis"), rect(flag.x - 3.5, foot, 7, 7, "m"), text(flag.words, flag.x + FROM_STEM, foot + 8, "s")]
