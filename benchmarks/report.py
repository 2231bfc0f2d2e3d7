"""Lines of a report: what was measured, beside what, and whether it keeps its promise."""

import platform
from dataclasses import dataclass, field
from datetime import UTC, datetime
from os import cpu_count, getloadavg
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Line:
    """One measurement. `limit` is the most it may be, None where it is shown only."""

    what: str
    value: float
    unit: str
    limit: float | None = None
    beside: str = ""

    @property
    def kept(self) -> bool | None:
        return None if self.limit is None else self.value <= self.limit


@dataclass
class Report:
    """Measurements by heading, in the order they were made."""

    sections: dict[str, list[Line]] = field(default_factory=dict)

    def add(self, section: str, line: Line) -> None:
        self.sections.setdefault(section, []).append(line)

    def text(self, before: str = "") -> str:
        """The report as Markdown. Sections of an earlier report that were not measured this time stay as they were."""
        taken = f"{datetime.now(UTC):%-d %B %Y}, load {getloadavg()[0]:.1f}. {machine()}"
        sections = _sections(before) | {title: _section(taken, lines) for title, lines in self.sections.items()}
        return "\n".join(["# Measurements", "", *(f"## {title}\n\n{text}\n" for title, text in sections.items())])


def _sections(text: str) -> dict[str, str]:
    """What an earlier report says, by heading."""
    parts = (part.split("\n", 1) for part in f"\n{text}".split("\n## ")[1:])
    return {title: said.strip() for title, said in parts}


def _section(taken: str, lines: list[Line]) -> str:
    return "\n".join([taken, "", "| what | measured | at most | kept |", "|---|---|---|---|", *map(_row, lines)])


def _row(line: Line) -> str:
    limit = "" if line.limit is None else f"{line.limit:g} {line.unit}"
    kept = {None: "", True: "yes", False: "**no**"}[line.kept]
    beside = f" ({line.beside})" if line.beside else ""
    return f"| {line.what}{beside} | {_figures(line.value)} {line.unit} | {limit} | {kept} |"


def _figures(value: float) -> str:
    """Four figures, and whole thousands in full."""
    return f"{value:,.0f}" if abs(value) >= 1000 else f"{value:.4g}"


def machine() -> str:
    """What this was measured on."""
    memory = next((ln for ln in Path("/proc/meminfo").read_text().splitlines() if ln.startswith("MemTotal")), "").split()
    size = f"{int(memory[1]) / 1024**2:.0f} GiB" if memory else "memory not known"
    return f"{cpu_count()} cores, {size}, {platform.system()} {platform.machine()}, Python {platform.python_version()}."


def median_and_p95(values: list[float]) -> tuple[float, float]:
    """The middle value and the value that 95 in 100 do not exceed."""
    ordered = sorted(values)
    return ordered[len(ordered) // 2], ordered[min(len(ordered) - 1, int(len(ordered) * 0.95))]
