"""`goldthread verify-audit`: is the audit whole? Exit status 1 where it is not."""

import argparse
import json
import sys
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from django.db import connection

from goldthread.record.trail.acts import VERIFY
from goldthread.record.trail.heads import NoHeads, read_heads, write_heads
from goldthread.record.trail.verify import Broken, Verified, verify
from goldthread.record.trail.writing import seal, write

WHOLE, BROKEN = "whole", "broken"


def main(argv: Sequence[str], *, now: datetime) -> int:
    """Verify, seal what is whole, write down that it was verified, and say what was found."""
    given = _parser().parse_args(argv)
    try:
        return _verify(given, now)
    except NoHeads as trouble:
        print(trouble, file=sys.stderr)
        return 1


def _verify(given: argparse.Namespace, now: datetime) -> int:
    outside = read_heads(given.against) if given.against else None
    connection.ensure_connection()
    found = verify(connection.connection, outside)
    if found.whole:
        seal()
        if given.write_head:
            write_heads(given.write_head, found, now)
    write(None, now, VERIFY, page="audit", what=WHOLE if found.whole else BROKEN, reason=found.words)
    print(json.dumps(as_dict(found), indent=1) if given.json else "\n".join(_lines(found)))
    return 0 if found.whole else 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="goldthread verify-audit", description="Walk every chain of the audit and name the first line that is not as it was written.")
    parser.add_argument("--json", action="store_true", help="say it as JSON")
    parser.add_argument("--write-head", type=Path, metavar="FILE", help="write the ends of the chains, where they are whole, to be kept outside this machine")
    parser.add_argument("--against", type=Path, metavar="FILE", help="compare with such a file from an earlier day")
    return parser


def as_dict(found: Verified) -> dict[str, object]:
    """What was found, as plain values for JSON."""
    return {
        "whole": found.whole, "lines": found.lines, "chains": len(found.heads), "seals": found.seals,
        "sealed_at": found.sealed_at.isoformat() if found.sealed_at else None, "forgotten": found.forgotten,
        "broken": [_broken(one) for one in found.broken],
    }  # fmt: skip


def _broken(one: Broken) -> dict[str, object]:
    return {**one._asdict(), "at": one.at.isoformat() if one.at else None}


def _lines(found: Verified) -> list[str]:
    lines = [f"{found.lines:,} lines in {len(found.heads)} chains under {found.seals:,} seals."]
    if found.forgotten:
        lines.append(f"Of {found.forgotten:,} the typed reason was taken out by an erasure; that each was said is still bound.")
    lines += ["The audit is whole."] if found.whole else ["THE AUDIT IS BROKEN. The first break of each chain:", *(f"  {one.words}" for one in found.broken)]
    return lines
