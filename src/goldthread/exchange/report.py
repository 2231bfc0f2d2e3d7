"""What a load did: for a person to read, and for a program."""

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from goldthread.exchange.reading import File
from goldthread.exchange.rows import Fault

SHOWN = 200


@dataclass
class Report:
    """What came in and what became of it. `entries` counts new ones by type, `corrected` those that changed; `notes` are no faults."""

    files: list[File] = field(default_factory=list)
    rows: int = 0
    children: int = 0
    new_children: int = 0
    entries: Counter[str] = field(default_factory=Counter)
    corrected: Counter[str] = field(default_factory=Counter)
    faults: list[Fault] = field(default_factory=list)
    kept: bool = True
    queue: tuple[str, str] = ("", "")  # the team in whose queue children wait, and its manager
    ended_by_the_next: int = 0
    notes: list[str] = field(default_factory=list)

    def tell(self, strangers: int) -> None:
        """Write the notes: what is no fault, and what somebody should know of it all the same."""
        if self.entries["list_answers"]:
            self.notes.append(f"What the lists tell of {self.entries['list_answers']:,} children without a day was kept as told. No duty counts it.")
        if self.ended_by_the_next:
            self.notes.append(f"Earlier times in need whose end the lists do not say: {self.ended_by_the_next:,}. They end where the child's next one begins.")
        if strangers:
            self.notes.append(f"{strangers:,} workers and teams that the files name are not in this service. They stand beside the entries as they are named.")
        team, manager = self.queue
        if team and manager:
            self.notes.append(f"Open children whom nobody here holds wait in the queue {team}, which {manager} manages.")
        elif team:
            self.notes.append(f"Open children whom nobody here holds wait in the queue {team}, which has no manager yet: there is nobody in the service. "
                              "Add its workers and load again, or name a manager.")  # fmt: skip

    def as_json(self) -> str:
        """The report as JSON text; counts of entries are of new ones."""
        return json.dumps(self.as_dict(), ensure_ascii=False, indent=1)

    def as_dict(self) -> dict[str, Any]:
        return {
            "files": [{"file": f.shown, "kind": f.kind, "year": f.year, "rows": f.rows, "kept": f.kept} for f in self.files],
            "rows": self.rows, "children": self.children, "new_children": self.new_children,
            "entries": dict(sorted(self.entries.items())), "corrected": dict(sorted(self.corrected.items())),
            "kept": self.kept, "notes": self.notes, "faults": [fault._asdict() for fault in self.faults],
        }  # fmt: skip

    def lines(self) -> Iterator[str]:
        """The report as lines of text; of very many faults the first ones, then how many more."""
        for file in self.files:
            yield f"{file.shown}: {file.kind}{f', {file.year}' if file.year else ''}, {file.rows:,} rows, {file.rows - file.kept:,} left out"
        yield ""
        yield f"{self.rows:,} rows of {self.children:,} children, {self.new_children:,} of them new to the record."
        yield from _counted("New entries", self.entries)
        yield from _counted("Corrected entries", self.corrected)
        yield from self.notes
        if not self.kept:
            yield "Nothing was kept: the record is as it was."
        yield f"{len(self.faults):,} {'fault' if len(self.faults) == 1 else 'faults'}{':' if self.faults else '.'}"
        for fault in self.faults[:SHOWN]:
            yield f"  {place(fault)}: {fault.message}"
        if len(self.faults) > SHOWN:
            yield f"  … and {len(self.faults) - SHOWN:,} more. All of them are in the report: --report report.json"


def place(fault: Fault) -> str:
    """Where a fault is: file, sheet, row, column."""
    parts = [fault.file, fault.sheet, f"row {fault.row}" if fault.row else "", fault.column]
    return ", ".join(part for part in parts if part)


def _counted(heading: str, counts: Counter[str]) -> Iterator[str]:
    if not counts.total():
        yield f"{heading}: none."
        return
    named = ", ".join(f"{count:,} {kind.replace('_', ' ')}" for kind, count in counts.most_common())
    yield f"{heading}: {counts.total():,} ({named})."
