"""File locks that the kernel drops when their holder dies, however it dies."""

import fcntl
import os
import time
from collections.abc import Callable
from pathlib import Path

LOOK_EVERY = 0.05  # seconds


class Lock:
    """One lock file: shared by many, or held by one alone."""

    def __init__(self, file: Path) -> None:
        self._descriptor = os.open(file, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)

    def try_shared(self) -> bool:
        return self._try(fcntl.LOCK_SH)

    def try_alone(self) -> bool:
        return self._try(fcntl.LOCK_EX)

    def release(self) -> None:
        fcntl.flock(self._descriptor, fcntl.LOCK_UN)

    def close(self) -> None:
        os.close(self._descriptor)

    def _try(self, kind: int) -> bool:
        try:
            fcntl.flock(self._descriptor, kind | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True


def within(seconds: float, attempt: Callable[[], object]) -> bool:
    """Whether the attempt succeeds before the seconds are over; it is made at least once."""
    end = time.monotonic() + seconds
    while not attempt():
        if time.monotonic() > end:
            return False
        time.sleep(LOOK_EVERY)
    return True
