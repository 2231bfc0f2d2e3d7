"""`goldthread read-report FILE…`: what inspection reports say, as a summary or as JSON. It needs no database."""

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

from goldthread.inspection.reading import Found, Improvement, Judgement, Reading
from goldthread.inspection.reading.apart import read_files


def main(argv: Sequence[str], *, now: datetime) -> int:
    """Run the command: 0 when something could be read, 1 when nothing could."""
    given = _parser().parse_args(argv)
    if given.json and not given.json.parent.is_dir():
        raise SystemExit(f"There is no folder {given.json.parent} to write the readings in.")
    paths = list(_files(given.files))
    if not paths:
        raise SystemExit(f"There is no PDF in {', '.join(map(str, given.files))}.")
    readings = []
    for reading in read_files(paths):
        readings.append(reading)
        if not given.json:
            print("\n".join(summary(reading)), end="\n\n", flush=True)
    if given.json:
        given.json.write_text(json.dumps([as_json(reading) for reading in readings], ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        print(f"{len(readings)} files, {sum(1 for reading in readings if reading.problem)} with a problem: {given.json}", file=sys.stderr)
    return 0 if any(reading.framework for reading in readings) else 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="goldthread read-report",
        description="Read inspection reports (PDF): authority, form of inspection, days, lead inspector, judgements, and what needs to improve. "
        "What cannot be read is said; what is doubtful is marked.",
    )
    parser.add_argument("files", nargs="+", metavar="FILE", type=Path, help="a report, or a folder with reports in it")
    parser.add_argument("--json", metavar="OUT", type=Path, help="write the readings there as JSON, and print no summary")
    return parser


def _files(given: Sequence[Path]) -> Iterator[Path]:
    for path in given:
        if path.is_dir():
            yield from sorted(file for file in path.iterdir() if file.suffix.lower() == ".pdf")
        else:
            yield path


def as_json(reading: Reading) -> dict[str, Any]:
    """A reading as plain values. `problem` also says what the report lacks, such as a list of what needs to improve."""
    return {
        "file": reading.file,
        "authority": _value(reading.authority),
        "framework": _value(reading.framework),
        "inspection_start": _value(reading.inspection_start),
        "inspection_end": _value(reading.inspection_end),
        "published": _value(reading.published),
        "lead_inspector": _value(reading.lead_inspector),
        "judgements": [{"area": j.area, "label": j.label, "grade": j.grade, "page": j.page, "sure": j.sure} for j in reading.judgements],
        "improvements": [{"text": i.text, "page": i.page, "section": i.section, "priority": i.priority} for i in reading.improvements],
        "problem": " ".join(filter(None, (reading.problem, *reading.missing))) or None,
    }


def _value(found: Found | None) -> str | None:
    if found is None:
        return None
    return found.value.isoformat() if isinstance(found.value, date) else found.value


def summary(reading: Reading) -> Iterator[str]:
    """A reading in lines for people."""
    yield reading.file
    if reading.problem:
        yield f"  {reading.problem}"
    if reading.framework is None:
        return
    yield from (f"  {name:16} {_shown(found)}" for name, found in _facts(reading) if found)
    yield from (f"  {_judged(judgement)}" for judgement in reading.judgements)
    yield from (f"  {_listed(number, item)}" for number, item in enumerate(reading.improvements, start=1))
    yield from (f"  Note: {note}" for note in reading.notes)


def _facts(reading: Reading) -> Iterator[tuple[str, Found | None]]:
    yield "Authority", reading.authority
    yield "Form", reading.framework
    yield "First day", reading.inspection_start
    yield "Last day", reading.inspection_end
    yield "Published", reading.published
    yield "Led by", reading.lead_inspector


def _shown(found: Found) -> str:
    value = f"{found.value:%-d %B %Y}" if isinstance(found.value, date) else found.value
    return f"{value}{_doubt(found)}"


def _judged(judgement: Judgement) -> str:
    return f"{judgement.grade_label:32} {judgement.label} (page {judgement.page}){_doubt(judgement)}"


def _listed(number: int, item: Improvement) -> str:
    return f"{number:3}. {item.text} (page {item.page}){_doubt(item)}"


def _doubt(fact: Found | Judgement | Improvement) -> str:
    return "" if fact.sure else f" — doubtful: {fact.why}"
