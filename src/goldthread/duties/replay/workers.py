"""Who does the work: this process, several on this machine, or a cluster."""

import multiprocessing
import os
import signal
import tempfile
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from typing import Protocol, TypeVar

from goldthread.duties.replay.events import Refused
from goldthread.duties.replay.share import Share, leave, stop

Item = TypeVar("Item")
Answer = TypeVar("Answer")


class Workers(Protocol):
    """`each` does the work on every item and gives the answers as they are ready, in any order.

    `number` is how many pieces of work go on at a time, `share` what one worker may take.
    """

    number: int
    share: Share

    def each(self, work: Callable[[Item], Answer], items: Sequence[Item]) -> Iterator[Answer]: ...

    def close(self) -> None: ...


class Here:
    """This process alone: as many threads as processors, up to two, on one database.

    The database does the work and lets other threads of Python go on; what it does by itself alone, as planning, keeps one
    processor busy, so that another piece of work has the others meanwhile.
    """

    def __init__(self, megabytes: int) -> None:
        self.share, self.number = Share(processors(), megabytes), min(2, processors())
        self._pool = ThreadPoolExecutor(self.number)

    def each(self, work: Callable[[Item], Answer], items: Sequence[Item]) -> Iterator[Answer]:
        asked = [self._pool.submit(work, item) for item in items]
        try:
            for answer in as_completed(asked):
                yield answer.result()
        except BaseException:
            for one in asked:
                one.cancel()
            stop(self.share)
            raise

    def close(self) -> None:
        """The database that went from file to file goes."""
        self._pool.shutdown(cancel_futures=True)
        leave(self.share)


class Processes:
    """Several processes on this machine, each with its own share of the processors and `megabytes` of memory."""

    def __init__(self, number: int, megabytes: int) -> None:
        self.number = number
        self._aside = tempfile.TemporaryDirectory(prefix="goldthread-", ignore_cleanup_errors=True)
        self.share = Share(max(1, processors() // number), megabytes, self._aside.name)

    def each(self, work: Callable[[Item], Answer], items: Sequence[Item]) -> Iterator[Answer]:
        if not items:
            return
        begin_anew = multiprocessing.get_context("spawn")
        pool = ProcessPoolExecutor(min(self.number, len(items)), mp_context=begin_anew, initializer=_leave_to_parent)
        try:
            for answer in as_completed([pool.submit(work, item) for item in items]):
                yield answer.result()
        except BrokenProcessPool as error:
            raise Refused(
                "A process was ended from outside, perhaps because memory ran out. Start again with fewer --processes:"
                " what is finished is kept."
            ) from error
        finally:
            _end(pool)

    def close(self) -> None:
        """What the processes put aside goes; they ended with the last answer."""
        self._aside.cleanup()


def _leave_to_parent() -> None:
    """Ctrl-C goes to every process of a terminal; the parent decides, and ends the others."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _end(pool: ProcessPoolExecutor) -> None:
    running = list((pool._processes or {}).values())
    pool.shutdown(wait=False, cancel_futures=True)
    for process in running:
        process.terminate()
    for process in running:
        process.join()


def processors() -> int:
    """The processors that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
