"""Working a list out in several processes, where there is enough of it to be worth while.

Children are forked, so nothing is sent to them; they send bytes back. They touch neither the database nor a file.
"""

import os
import pickle
from collections.abc import Callable, Sequence
from typing import Any

WORTH_WHILE = 200  # items: below this, forking costs more than it saves


def in_parts(work: Callable[[Sequence[Any]], Any], items: Sequence[Any]) -> list[Any]:
    """`work` done on parts of the items, in order; what it returns must be picklable. Errors come back as they are."""
    processes = min(len(os.sched_getaffinity(0)), max(1, len(items) // WORTH_WHILE))
    if processes < 2:
        return [work(items)]
    size = -(-len(items) // processes)
    parts = [items[start : start + size] for start in range(0, len(items), size)]
    running = [_fork(work, part) for part in parts[1:]]
    try:
        first = work(parts[0])
    finally:
        answers = [_collect(*child) for child in running]
    return [first, *(_unpack(answer) for answer in answers)]


def _fork(work: Callable[[Sequence[Any]], Any], part: Sequence[Any]) -> tuple[int, int]:
    reading, writing = os.pipe()
    process = os.fork()
    if process:
        os.close(writing)
        return process, reading
    try:  # in the child: whatever happens, leave without running anything of the parent's
        try:
            answer: tuple[bool, Any] = (True, work(part))
        except Exception as error:
            answer = (False, error)
        with os.fdopen(writing, "wb") as pipe:
            pickle.dump(answer, pipe, protocol=pickle.HIGHEST_PROTOCOL)
    finally:
        os._exit(0)


def _collect(process: int, reading: int) -> bytes:
    with os.fdopen(reading, "rb") as pipe:
        sent = pipe.read()
    os.waitpid(process, 0)
    return sent


def _unpack(sent: bytes) -> Any:
    if not sent:
        raise RuntimeError("A process that worked out duties ended before it answered. Nothing was kept; try again.")
    done, answer = pickle.loads(sent)  # our own child's bytes, from a pipe nobody else has
    if not done:
        raise answer
    return answer
