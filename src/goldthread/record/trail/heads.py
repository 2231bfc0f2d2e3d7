"""The ends of all chains in a small file, to be kept where nobody who holds the database can reach it.

JSON: {"goldthread audit": 1, "written": moment, "lines": number, "heads": {chain: [place, hash in hex]}}.
"""

import json
from datetime import datetime
from pathlib import Path

from goldthread.record.trail.verify import Head, Verified

KIND = "goldthread audit"


class NoHeads(Exception):
    """A file of heads cannot be written or read. The message says what to do."""


def write_heads(path: Path, found: Verified, now: datetime) -> None:
    """Write what was found whole. Raises NoHeads where the file cannot be written."""
    heads = {str(chain): [head.place, head.hash.hex()] for chain, head in sorted(found.heads.items())}
    text = json.dumps({KIND: 1, "written": now.isoformat(), "lines": found.lines, "heads": heads}, indent=1)
    try:
        path.write_text(text + "\n", encoding="utf-8")
    except OSError as trouble:
        raise NoHeads(f"{path} cannot be written ({trouble.strerror}). Name a file in a folder that is there.") from trouble


def read_heads(path: Path) -> dict[int, Head]:
    """What an earlier `--write-head` wrote. Raises NoHeads where it is no such file."""
    try:
        told = json.loads(path.read_text(encoding="utf-8"))
        if told[KIND] != 1:
            raise ValueError(KIND)
        return {int(chain): Head(int(place), bytes.fromhex(hexed)) for chain, (place, hexed) in told["heads"].items()}
    except OSError as trouble:
        raise NoHeads(f"{path} cannot be read ({trouble.strerror}).") from trouble
    except (ValueError, TypeError, KeyError, AttributeError) as trouble:
        raise NoHeads(f"{path} is not a file that `goldthread verify-audit --write-head` wrote.") from trouble
