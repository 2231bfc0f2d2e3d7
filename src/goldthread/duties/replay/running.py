"""A replay: every file looked through, then worked out one by one, what is finished kept, and all of it summed up."""

from collections.abc import Callable, Sequence
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

import goldthread
from goldthread.duties.replay import summary
from goldthread.duties.replay.events import Refused
from goldthread.duties.replay.looking import Found, Look, look_through
from goldthread.duties.replay.manifest import Manifest
from goldthread.duties.replay.one import Done, Question, Task, mark_of, work_out_files
from goldthread.duties.replay.settingsfile import settings_of
from goldthread.duties.replay.together import counted_as_listed, files_in, split_children
from goldthread.duties.replay.workers import Workers
from goldthread.duties.settings import Settings
from goldthread.duties.sql.tables import words_of

Say = Callable[[str], object]
ROOMS = ("law", "clock", "duties")
_MOST_FAULTS = 20
_TOGETHER = 4  # files at the most; a run that is stopped begins again with them
_A_MEGABYTE = 1000  # words that a megabyte of memory has room for, with all that is worked out from them
_ROUNDS = 4  # of each worker at the least: so that all of them are at work to the end


class Replay(NamedTuple):
    """What is to be done: which folder, into which, and what is asked. `settings` None: those of the folder."""

    folder: Path
    out: Path
    question: Question
    settings: Settings | None = None


def replay(asked: Replay, workers: Workers, say: Say) -> list[summary.Count]:
    """Work out a folder of events. Refused before anything is written where anything in it is wrong."""
    _different(asked.folder, asked.out)
    files, manifest = files_in(asked.folder)
    _ours(asked.out, files)
    found = _look(files, manifest, workers, say)
    question = asked.question._replace(settings=_settings(asked, manifest), code=program())
    outs = _work_out(asked, question, found, workers, say)
    counts = summary.counted(outs, workers.share)
    summary.write(asked.out, question, len(outs), counts)
    return counts


def _settings(asked: Replay, manifest: Manifest | None) -> Settings:
    if asked.settings is not None:
        return asked.settings
    return settings_of(manifest.settings if manifest else {}, str(asked.folder / "manifest.json"))


def program() -> str:
    """Names the program that answers: every line of the rooms it is made of, so that a rule that changed is noticed."""
    package = Path(goldthread.__file__).parent
    files = sorted(file for room in ROOMS for file in (package / room).rglob("*.py"))
    return sha256(b"".join(file.read_bytes() for file in files)).hexdigest()


def _different(folder: Path, out: Path) -> None:
    inside = out.resolve()
    if inside == folder.resolve():
        raise Refused(
            f"{folder} holds the events: the rows cannot be written there too. Name another folder with --out."
        )
    if folder.resolve() in inside.parents:
        raise Refused(f"{out} lies in the folder of the events. Name a folder beside it with --out.")
    if inside.exists() and not inside.is_dir():
        raise Refused(f"{out} is a file. Name a folder with --out.")


def _ours(out: Path, files: Sequence[Path]) -> None:
    """Refuse a folder with anything in it that no replay wrote."""
    try:
        there = sorted(out.iterdir()) if out.is_dir() else []
    except OSError as error:
        raise Refused(f"{out} cannot be read: {error.strerror}. Name a folder of your own with --out.") from error
    for file in there:
        written = file.name in summary.NAMES or file.suffix == ".partial"
        if not written and not (file.suffix == ".parquet" and mark_of(file)):
            raise Refused(f"{file} was not written by a replay. Name an empty or a new folder with --out.")


def _look(files: Sequence[Path], manifest: Manifest | None, workers: Workers, say: Say) -> list[Found]:
    """Every file, all of it, before anything is written. In the order of the files."""
    parts = len(manifest.parts) if manifest else len(files)
    found: list[Found] = []
    for one in workers.each(look_through, [Look(file, parts, workers.share) for file in files]):
        found.append(one)
        said = f"{one.rows:,} rows" if not one.faults else "refused"
        say(f"Looked through {one.file.name}: {said} ({len(found)} of {len(files)}).")
    found.sort(key=lambda f: f.file)
    faults = [fault for one in found for fault in one.faults]
    faults = faults or counted_as_listed(found, manifest) or split_children(found, workers.share, say)
    if faults:
        more = len(faults) - _MOST_FAULTS
        left_out = [f"There are {more} more."] if more > 0 else []
        raise Refused("\n".join([*faults[:_MOST_FAULTS], *left_out, "Nothing was written."]))
    return found


def _work_out(asked: Replay, question: Question, found: Sequence[Found], workers: Workers, say: Say) -> list[Path]:
    files = [one.file for one in found]
    outs = {file: asked.out / file.name for file in files}
    _tidy(asked.out, set(outs.values()), say)
    marks = {file: question.mark(file) for file in files}
    left = [file for file in files if mark_of(outs[file]) != marks[file]]
    for file in files:
        if file not in left:
            say(f"Kept {outs[file].name}, which was worked out before.")
    finished = len(files) - len(left)
    tasks = [
        Task(tuple(some), tuple(outs[file] for file in some), question, workers.share)
        for some in _together([one for one in found if one.file in left], question, workers)
    ]
    for dones in workers.each(work_out_files, tasks):
        for done in dones:
            finished += 1
            say(_told(done, finished, len(files)))
    return list(outs.values())


def _together(found: Sequence[Found], question: Question, workers: Workers) -> list[list[Path]]:
    """Files that are worked out together: where only some duties are asked for, as many as fit, by the words that these read."""
    most = min(_TOGETHER, len(found) // (_ROUNDS * workers.number)) if question.codes else 1
    heard = {word for duty in question.rules for word in words_of(duty)} if most > 1 else set()
    groups: list[list[Path]] = []
    room = 0
    for one in found:
        many = sum(rows for word, rows in one.words.items() if word in heard)
        room -= many
        if not groups or room < 0 or len(groups[-1]) >= most:
            groups.append([])
            room = workers.share.megabytes * _A_MEGABYTE - many
        groups[-1].append(one.file)
    return groups


def _tidy(out: Path, wanted: set[Path], say: Say) -> None:
    """The folder made, and what an earlier replay left in it that is no part of this one taken away."""
    try:
        out.mkdir(parents=True, exist_ok=True)
        for file in sorted(out.iterdir()):
            if file not in wanted:
                file.unlink()
                if file.suffix == ".parquet":
                    say(f"Took away {file.name}, of an earlier replay.")
    except OSError as error:
        raise Refused(f"{out} cannot be written to: {error.strerror}. Name a folder of your own with --out.") from error


def _told(done: Done, finished: int, files: int) -> str:
    if done.fault:
        raise Refused(f"{done.fault} What is finished is kept.")
    return f"Worked out {done.out.name}: {done.rows:,} occurrences in {done.seconds:.1f} s ({finished} of {files})."
