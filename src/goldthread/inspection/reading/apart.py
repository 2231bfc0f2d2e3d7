"""Many files, each read in a process of its own kind: one that is a bomb or breaks the reader stops nothing else."""

import os
import resource
import signal
import subprocess
import sys
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from pathlib import Path

from goldthread.inspection.reading.opening import MOST_BYTES
from goldthread.inspection.reading.report import read
from goldthread.inspection.reading.values import Reading
from goldthread.inspection.reading.written import NotAReading, read_back

READER = "goldthread.inspection.reading"
SECONDS = 60
MEMORY = 3 * 1024**3
"""What one process may take, in bytes of address space."""
PASSED_ON = ("PATH", "PYTHONPATH", "PYTHONHOME", "LD_LIBRARY_PATH", "LANG", "LC_ALL")
"""What a program of its own needs to start. Keys and passwords of the server are none of it."""


def read_files(paths: Sequence[Path], *, processes: int | None = None) -> Iterator[Reading]:
    """A reading for each file, in order, read in parallel. A file that breaks its process is told as a problem."""
    at_once = max(1, min(processes or os.cpu_count() or 1, len(paths)))
    done = 0
    try:
        for reading in _in_parallel(paths, at_once):
            done += 1
            yield reading
    except BrokenProcessPool:
        yield from (_alone(path) for path in paths[done:])


def read_file(path: Path) -> Reading:
    """The file's reading. What the system will not open is a problem, too."""
    try:
        if path.stat().st_size > MOST_BYTES:
            return Reading(path.name, problem=f"{path.name} is larger than {MOST_BYTES // 1024**2} MB, which no report is. Send the report alone.")
        return read(path.read_bytes(), path.name)
    except OSError as error:
        return Reading(path.name, problem=f"{path.name} cannot be opened: {error.strerror or error}. Check the name and try again.")


def read_apart(data: bytes, name: str) -> Reading:
    """As `read`, in a program of its own with a limit of time and memory: for files that strangers send to a server."""
    try:
        return read_back(in_program(READER, name, data=data, seconds=SECONDS))
    except (subprocess.CalledProcessError, subprocess.TimeoutExpired, NotAReading):
        return _broken(name)


def in_program(module: str, *given: str, data: bytes, seconds: float) -> bytes:
    """What a module, run as a program that knows nothing of this one, makes of the data. Raises as subprocess.run with `check`."""
    environment = {name: os.environ[name] for name in PASSED_ON if name in os.environ}
    command = [sys.executable, "-m", module, *given]
    return subprocess.run(command, input=data, env=environment, capture_output=True, timeout=seconds, check=True).stdout


def _in_parallel(paths: Iterable[Path], at_once: int) -> Iterator[Reading]:
    with _pool(at_once) as pool:
        waiting = [pool.submit(_in_time, SECONDS, read_file, path) for path in paths]
        for future in waiting:
            yield future.result()


def _alone(path: Path) -> Reading:
    try:
        with _pool(1) as pool:
            return pool.submit(_in_time, SECONDS, read_file, path).result()
    except BrokenProcessPool:
        return _broken(path.name)


def _broken(name: str) -> Reading:
    return Reading(name, problem=f"{name} takes more time or memory than any report does, or is damaged. Download the report again.")


def _pool(processes: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(processes, mp_context=get_context("fork"), initializer=limited)


def limited(memory: int = MEMORY) -> None:
    """Bound the memory of this process and leave Ctrl-C to the one that began it."""
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _in_time(seconds: int, work, *given):
    """The work, ended with its process if it takes too long: nothing milder stops it inside a library."""
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.alarm(seconds)
    try:
        return work(*given)
    finally:
        signal.alarm(0)
