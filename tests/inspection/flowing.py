"""Text flowing down pages as in an inspection report, in layouts that a test may vary."""

from dataclasses import dataclass, field

from tests.inspection.printed import AVERAGE, HEIGHT, WIDTH, Printer, wrapped


@dataclass(frozen=True)
class Style:
    """How a report is set. Sizes and places in points."""

    body: float = 12
    leading: float = 1.21
    gap: float = 0.6
    left: float = 71
    right: float = 520
    indent: float = 18
    bullet: str = "\uf06e"
    second: str = "\uf02d"
    heading: float = 14
    heading_bold: bool = True
    title: float = 26
    column: float = 360
    middle: bool = True
    wrap_grades: bool = True
    page_numbers: bool = True
    foot: tuple[str, ...] = ()
    head: str = ""
    lowest: float = 80
    footnote: str = ""
    topic: float = 12
    topic_bold: bool = True
    hanging: bool = True
    glued: bool = False
    by_word: bool = False
    scaled: bool = False
    crop: tuple[int, int] = (0, 0)


@dataclass
class Flow:
    """Writes from the top of a page to its foot and goes on with the next."""

    style: Style = field(default_factory=Style)
    paper: Printer = field(default_factory=Printer)
    y: float = HEIGHT - 105
    noted: bool = False

    def __post_init__(self) -> None:
        self.paper.scaled, self.paper.crop = self.style.scaled, self.style.crop
        self._furniture()

    @property
    def number(self) -> int:
        return len(self.paper.pages)

    def new_page(self) -> None:
        self.paper.page()
        self.y, self.noted = HEIGHT - 105, False
        self._furniture()

    def _furniture(self) -> None:
        style = self.style
        if style.page_numbers and self.number > 1:
            self.paper.text(513, 30, str(self.number), 8)
        if style.head and self.number > 1:
            self.paper.text(style.left, HEIGHT - 44, style.head, 8)
        for i, line in enumerate(style.foot if self.number > 1 else ()):
            self.paper.text(style.left, 40 - 10 * i, line, 8, True)
        if style.footnote and self.number > 1:
            self.note(self.number, style.footnote)

    def room(self, lines: float) -> None:
        """Begin a page where so many lines of text have no room."""
        if self.y - lines * self.style.body * self.style.leading < self.style.lowest:
            self.new_page()

    def line(self, x: float, text: str, size: float | None = None, bold: bool = False) -> None:
        size = size or self.style.body
        self.room(1)
        at = x
        for part in text.split(" ") if self.style.by_word else [text]:
            at = self.paper.text(at, self.y, part, size, bold) + AVERAGE * size
        self.y -= size * self.style.leading

    def skip(self, lines: float | None = None) -> None:
        self.y -= self.style.body * (self.style.gap if lines is None else lines)

    def lines(self, x: float, text: str, size: float | None = None, bold: bool = False) -> None:
        for part in wrapped(text, self.style.right - x, size or self.style.body):
            self.line(x, part, size, bold)

    def heading(self, text: str, size: float | None = None, bold: bool | None = None, mark: str = "") -> None:
        self.skip(1)
        self.room(4)
        size = size or self.style.heading
        for part in wrapped(text, self.style.right - self.style.left, size):
            self.line(self.style.left, part, size, self.style.heading_bold if bold is None else bold)
        if mark:
            self.paper.text(self.style.left + len(part) * size * AVERAGE, self.y + size * self.style.leading + 4, mark, 7)
        self.skip()

    def paragraph(self, text: str) -> None:
        self.lines(self.style.left, text)
        self.skip()

    def item(self, mark: str, text: str, points: tuple[str, ...] = (), indent: float | None = None) -> int:
        """An item with its mark, and points of the second level; returns the page that it begins on."""
        self.room(1)
        page, indent = self.number, indent or self.style.indent
        self._hung(self.style.left, mark, indent, text)
        for point in points:
            self._hung(self.style.left + indent, self.style.second, 16, point)
        return page

    def _hung(self, x: float, mark: str, indent: float, text: str) -> None:
        self.room(1)
        first, *rest = wrapped(text, self.style.right - x - indent, self.style.body)
        if self.style.glued:
            self.line(x, mark + first)
        else:
            self.paper.text(x, self.y, mark, self.style.body)
            self.line(x + indent, first)
        for part in rest:
            self.line(x + indent if self.style.hanging else x, part)
        self.skip()

    def row(self, label: str, grade: str, number: str = "") -> None:
        """A row of a table: the grade beside its label, in the middle or at the top."""
        style, step = self.style, self.style.body * self.style.leading
        x = style.left + (26 if number else 5)
        labels = wrapped(label, style.column - x - 12, style.body)
        grades = wrapped(grade, 125 if style.wrap_grades else WIDTH, style.body)
        self.room(max(len(labels), len(grades)) + 1)
        height = max(len(labels), len(grades)) - 1
        if number:
            self.paper.text(style.left, self.y - (height - len(labels) + 1) * step / 2, number, style.body, True)
        self._cell(x, labels, (height - len(labels) + 1) / 2 if style.middle else 0)
        self._cell(style.column, grades, (height - len(grades) + 1) / 2 if style.middle else 0)
        self.y -= (height + 1) * step + 12

    def _cell(self, x: float, lines: list[str], down: float) -> None:
        step = self.style.body * self.style.leading
        for i, line in enumerate(lines):
            self.paper.text(x, self.y - (i + down) * step, line, self.style.body)

    def note(self, number: int, text: str) -> None:
        """A footnote at the foot of this page, its number raised before smaller text."""
        self.paper.text(self.style.left, 71, str(number), 6.5)
        for i, part in enumerate(wrapped(text, self.style.right - self.style.left, 9)[:2]):
            self.paper.text(self.style.left + (6 if i == 0 else 0), 67 - 11 * i, part, 9)
