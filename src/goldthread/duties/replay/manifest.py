"""`manifest.json` beside files of events: what was written, so that a part that is lost or cut short is missed."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from goldthread.duties.replay.events import Refused

FORMAT = 1
NAME = "manifest.json"


@dataclass(frozen=True, slots=True)
class Part:
    """One file: its name, how many versions of words it holds, and of how many children."""

    name: str
    rows: int
    children: int


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a folder of events says of itself. `settings` are said as in `settingsfile`, {} where there are none."""

    parts: tuple[Part, ...]
    exported: str
    settings: dict[str, Any]

    def write(self, folder: Path) -> None:
        """Beside the files, written last: a folder without it was not finished."""
        said = {"format": FORMAT, "exported": self.exported, "settings": self.settings or None}
        parts = [{"file": part.name, "rows": part.rows, "children": part.children} for part in self.parts]
        text = json.dumps({**said, "parts": parts}, indent=1, ensure_ascii=False)
        (folder / NAME).write_text(text + "\n", encoding="utf-8")


def read_manifest(folder: Path) -> Manifest | None:
    """The manifest of a folder, None where there is none. Refused where it cannot be read."""
    file = folder / NAME
    if not file.is_file():
        return None
    try:
        said = json.loads(file.read_text(encoding="utf-8"))
        if said.get("format") != FORMAT:
            found = f"is written in format {said.get('format')!r}, and this version reads format {FORMAT}"
            raise Refused(f"{file} {found}. Export the events again with this version.")
        parts = tuple(Part(str(p["file"]), int(p["rows"]), int(p["children"])) for p in said["parts"])
        return Manifest(parts, str(said["exported"]), dict(said.get("settings") or {}))
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise Refused(f"{file} cannot be read as a manifest. Export the events again, or take it away.") from error
    except OSError as error:
        raise Refused(f"{file} cannot be read: {error.strerror}. Put that right and try again.") from error
