"""A table of areas and their grades: labels on the left, grades in a column on the right, either over several lines."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from goldthread.inspection.reading.grades import Grade, grades_in, only_grade
from goldthread.inspection.reading.lines import Line, Word, joined, line_of, spaced

PIECE = re.compile(r"requires?|requires?\s+improvement|improvement|(improvement\s+)?(to\s+)?be\s+good|improvement\s+to(\s+be)?|requires?\s+improvement\s+to(\s+be)?|not|judged", re.I)  # fmt: skip
STARTS = re.compile(r"^(\d(\.\d)?\.?\s+)?(the )?(impact of leaders|experiences? and progress|overall effectiveness|capacity |outcomes for|quality of provision|leadership|adoption perf)", re.I)  # fmt: skip
NUMBER = re.compile(r"\d(\.\d)?\.?(?=$|[A-Z])")
ROW_GAP = 1.7
SLACK = 4.0
CENTRED = 45.0
"""Grades set in the middle of their column begin within this many points of each other."""


class Row(NamedTuple):
    """A label and the grade beside it, with their lines. `why` says what is doubtful."""

    label: str
    grade: Grade
    lines: tuple[Line, ...]
    why: str = ""


class _Group(NamedTuple):
    text: str
    lines: tuple[Line, ...]

    @property
    def middle(self) -> float:
        return (self.lines[0].y + self.lines[-1].y) / 2


def rows(lines: Sequence[Line]) -> list[Row]:
    """The rows of a table that begins with the first of these lines and ends where text runs across its columns."""
    column = _grade_column(lines)
    if column is None:
        return []
    table = _until_crossed(lines, column)
    labels = _groups([ln for ln in (_side(line, column, left=True) for line in table) if ln])
    grades = _split([ln for ln in (_side(line, column, left=False) for line in table) if ln])
    return _paired(labels, grades)


def _grade_column(lines: Sequence[Line]) -> float | None:
    """Where the grades begin: the leftmost edge near the one that most cells have that hold a grade or a piece of one."""
    edges = Counter(round(x) for x in (_grade_edge(line) for line in lines) if x is not None)
    if not edges:
        return None
    usual = max(edges, key=lambda x: sum(times for edge, times in edges.items() if abs(edge - x) < SLACK))
    return min(edge for edge in edges if abs(edge - usual) < CENTRED)


def _grade_edge(line: Line) -> float | None:
    for i, word in enumerate(line.words):
        text = spaced(line.words[i:])
        alone = i == 0 or word.x - line.words[i - 1].right > 0.45 * line.size
        if alone and (only_grade(text) or PIECE.fullmatch(text)):
            return word.x
    return None


def _until_crossed(lines: Sequence[Line], column: float) -> list[Line]:
    table: list[Line] = []
    for line in lines:
        if _crosses(line, column) or (table and table[-1].y - line.y > 6 * line.size):
            break
        table.append(line)
    return table


def _crosses(line: Line, column: float) -> bool:
    """Whether a line is text and not a row: what stands in the column of grades is no grade."""
    right = [word for word in line.words if word.x >= column - SLACK]
    straddles = any(word.x < column - SLACK and word.right > column + SLACK for word in line.words)
    text = spaced(right)
    return line.x < column - SLACK and (straddles or bool(right) and not (only_grade(text) or PIECE.fullmatch(text)))


def _side(line: Line, column: float, *, left: bool) -> Line | None:
    words: list[Word] = [w for w in line.words if (w.x < column - SLACK) == left]
    return line_of(line.page, words) if words else None


def _groups(labels: Sequence[Line]) -> list[_Group]:
    """The label lines of each row: a row begins at its number, at words that begin a label, or after a gap."""
    groups: list[list[Line]] = []
    for line in labels:
        near = groups and groups[-1][-1].y - line.y < ROW_GAP * line.size
        if near and not STARTS.search(line.text) and not NUMBER.match(line.words[0].text):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [_Group(_label(group), tuple(group)) for group in groups]


def _label(lines: Sequence[Line]) -> str:
    text = joined(line.text for line in lines)
    return re.sub(r"^\d(\.\d)?\.?\s*(?=[A-Z])", "", text)


def _split(lines: Sequence[Line]) -> list[tuple[Grade, _Group]]:
    """The grades of the right-hand column, each with the lines it stands on."""
    found: list[tuple[Grade, _Group]] = []
    waiting: list[Line] = []
    for i, line in enumerate(lines):
        waiting.append(line)
        text = joined(ln.text for ln in waiting)
        after = lines[i + 1].text if i + 1 < len(lines) else ""
        grade = only_grade(text)
        if grade and not (after and _goes_on(text, after)):
            found.append((grade, _Group(text, tuple(waiting))))
            waiting = []
        elif not grade and not PIECE.fullmatch(text):
            waiting = []
    return found


def _goes_on(text: str, after: str) -> bool:
    """Whether the next line belongs to the same grade: "Requires improvement" before "to be good"."""
    return bool(only_grade(f"{text} {after}") or only_grade(f"{text} {after} good"))


def _paired(labels: Sequence[_Group], grades: Sequence[tuple[Grade, _Group]]) -> list[Row]:
    """Each grade with the label at whose height it stands."""
    if len(labels) == len(grades):
        return [_row(label, grade, group) for label, (grade, group) in zip(labels, grades, strict=True)]
    if not labels:
        return []
    return [_row(min(labels, key=lambda label, g=group: abs(label.middle - g.middle)), grade, group) for grade, group in grades]  # type: ignore[misc]


def _row(label: _Group, grade: Grade, group: _Group) -> Row:
    top, bottom = label.lines[0].y, label.lines[-1].y
    size = label.lines[0].size
    beside = bottom - size <= group.middle <= top + size
    why = "" if beside else "The grade does not stand beside this label on the page."
    if len(grades_in(label.text)) and not why:
        why = "The label itself holds the words of a grade."
    return Row(label.text, grade, (*label.lines, *group.lines), why)
