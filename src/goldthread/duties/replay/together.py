"""A whole folder of events looked at: which files are there, and that no child is in two of them."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from goldthread.duties.replay.events import Refused, part_sql, reading
from goldthread.duties.replay.looking import Found
from goldthread.duties.replay.manifest import NAME, Manifest, read_manifest
from goldthread.duties.replay.share import Share, connected

_AT_ONCE = 2_000_000  # children whose files are compared at once: some 200 MB


def files_in(folder: Path) -> tuple[list[Path], Manifest | None]:
    """The files of events in a folder, in order, and what the folder says of itself. Refused where they do not fit."""
    try:
        files = sorted(file for file in folder.iterdir() if file.suffix == ".parquet")
    except OSError as error:
        raise Refused(f"{folder} cannot be read: {error.strerror}. Name a folder of events.") from error
    manifest = read_manifest(folder)
    if manifest is not None:
        _as_listed(folder, {file.name for file in files}, {part.name for part in manifest.parts})
    if not files:
        raise Refused(f"{folder} has no file of events (part-0000.parquet ...) in it. Export events into it first.")
    return files, manifest


def _as_listed(folder: Path, there: set[str], listed: set[str]) -> None:
    if lost := sorted(listed - there):
        raise Refused(
            f"{folder / NAME} lists {_some(lost)}, and it is not there. Copy it again, or export the events again."
        )
    if more := sorted(there - listed):
        raise Refused(f"{folder / more[0]} is not in {NAME}. Take it out of the folder, or export the events again.")


def _some(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{names[0]} and {len(names) - 1} more"


def counted_as_listed(found: Iterable[Found], manifest: Manifest | None) -> list[str]:
    """A sentence for each file that holds more or fewer rows than its manifest says."""
    rows = {part.name: part.rows for part in manifest.parts} if manifest else {}
    return [
        f"{f.file} holds {f.rows:,} rows, and {NAME} says {rows[f.file.name]:,}. Copy it again, or export the events again."
        for f in found
        if f.rows != rows.get(f.file.name, f.rows)
    ]


def split_children(
    found: Sequence[Found], share: Share, progress: Callable[[str], object] = lambda said: None
) -> list[str]:
    """A sentence for a child whose words are in two files, where there is one.

    Where each file holds only children that belong to it, and no other file does, there is nothing more to read. So it is
    where the numbers of no two files overlap. Only what is left is compared child by child, in slices that fit in memory.
    """
    filled = [f for f in found if f.rows]
    if _each_its_own(filled):
        return []
    doubtful = _overlapping(filled)
    if not doubtful:
        return []
    slices = sum(f.children for f in doubtful) // _AT_ONCE + 1
    progress(
        f"{len(doubtful)} files are not divided as `goldthread export-events` divides them: their children are compared."
    )
    with connected(share) as database:
        for number in range(slices):
            row = database.execute(_comparing([f.file for f in doubtful], number, slices)).fetchone()
            if row is not None:
                child, one, other = row
                return [f"Child {child} is in {one} and in {other}. Write all the words of a child into one file."]
    return []


def _each_its_own(found: Sequence[Found]) -> bool:
    places = [f.places[0] for f in found if f.places[0] == f.places[1]]
    return len(places) == len(found) == len(set(places))


def _overlapping(found: Sequence[Found]) -> list[Found]:
    """Files whose lowest and highest child leave room for a child of another file."""
    groups: list[list[Found]] = []
    for file in sorted(found, key=lambda f: f.people):
        if groups and file.people[0] <= max(f.people[1] for f in groups[-1]):
            groups[-1].append(file)
        else:
            groups.append([file])
    return [file for group in groups if len(group) > 1 for file in group]


def _comparing(files: Sequence[Path], number: int, slices: int) -> str:
    """The first child of one slice who is in more than one file."""
    return f"""SELECT person, min(filename), max(filename) FROM (
          SELECT DISTINCT person, filename FROM {reading(*files)[:-1]}, filename = true) WHERE {part_sql("person", slices)} = {number})
        GROUP BY person HAVING count(*) > 1 ORDER BY person LIMIT 1"""
