"""What was done, as flags hung from a line: no stem crosses the words of another and no words stand on others."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from goldthread.web.pictures.history_values import LEFT, RIGHT, cut
from goldthread.web.pictures.svg import line, rect, text, text_width

WIDEST = 330.0
FROM_STEM = 9.0
APART = 12.0
PITCH = 25.0


@dataclass(frozen=True, slots=True)
class Flag:
    """Words on a stem at x. `back`: they stand left of the stem. `level` counts from the line, 0 nearest."""

    x: float
    words: str
    back: bool = False
    level: int = 0

    @property
    def begins(self) -> float:
        return self.x - FROM_STEM - text_width(self.words) if self.back else self.x - 5

    @property
    def ends(self) -> float:
        return self.x + 5 if self.back else self.x + FROM_STEM + text_width(self.words)

    def over(self, other: "Flag") -> bool:
        return self.begins < other.ends + APART and other.begins < self.ends + APART


def hung(wanted: Sequence[tuple[float, str]]) -> list[Flag]:
    """Each flag with its side and level.

    From the right, each hangs one lower than all it meets, so its stem is left of them all and crosses none. Those that
    would pass the right edge turn back, with those whose stems would cross them, and hang first, from the left.
    """
    flags = [Flag(x, cut(words, WIDEST)) for x, words in wanted]
    back = {n for n, flag in enumerate(flags) if flag.ends > RIGHT}
    while more := {n for n in range(len(flags)) if n not in back and _crosses(flags[n], [flags[m] for m in back])}:
        back |= more
    turned = [_kept_in(replace(flag, back=True)) for n, flag in enumerate(flags) if n in back]
    placed: list[Flag] = []
    for flag in sorted(turned, key=lambda one: one.x):
        placed.append(replace(flag, level=_below(flag, placed)))
    for flag in sorted((flag for n, flag in enumerate(flags) if n not in back), key=lambda one: -one.x):
        placed.append(replace(flag, level=_below(flag, placed)))
    return sorted(placed, key=lambda one: one.x)


def _crosses(flag: Flag, turned: Sequence[Flag]) -> bool:
    """Whether the stem would run through the words of one that is turned back."""
    return any(replace(other, back=True).begins - APART < flag.x for other in turned)


def _kept_in(flag: Flag) -> Flag:
    """A flag that turned back and would pass the left edge says less."""
    return replace(flag, words=cut(flag.words, max(flag.x - FROM_STEM - LEFT, 40)))


def _below(flag: Flag, placed: Sequence[Flag]) -> int:
    return max((other.level + 1 for other in placed if flag.over(other)), default=0)


def depth(flags: Sequence[Flag]) -> float:
    """How far the flags hang under their line."""
    return PITCH * (max((flag.level for flag in flags), default=-1) + 1) + (12 if flags else 0)


def drawn(flags: Sequence[Flag], y: float) -> list[str]:
    """The flags under a line at y."""
    return [part for flag in flags for part in _flag(flag, y)]


def _flag(flag: Flag, y: float) -> list[str]:
    foot = y + 24 + PITCH * flag.level
    words = text(flag.words, flag.x - FROM_STEM if flag.back else flag.x + FROM_STEM, foot + 8, "s", "end" if flag.back else None)
    return [line(flag.x, y + 6, flag.x, foot, "axis"), rect(flag.x - 3.5, foot, 7, 7, "m"), words]
