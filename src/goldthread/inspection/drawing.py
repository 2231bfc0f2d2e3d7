"""A page of a report as a picture, drawn in a program of its own with a limit of time and memory.

What was sent may be made to take for ever, and the library that draws may be used by one thread at a time; pages are served by several.
"""

import subprocess
import sys
from threading import BoundedSemaphore

from goldthread.inspection.reading import page_picture as draw
from goldthread.inspection.reading.apart import in_program, limited

SECONDS = 20
PNG = b"\x89PNG\r\n\x1a\n"
_AT_ONCE = BoundedSemaphore(2)


def page_picture(data: bytes, page: int, width: int) -> bytes:
    """A page (from 1) as a PNG. Raises ValueError where there is no such page or it cannot be drawn."""
    with _AT_ONCE:
        try:
            drawn = in_program(__name__, str(page), str(width), data=data, seconds=SECONDS)
        except (subprocess.CalledProcessError, subprocess.TimeoutExpired) as wrong:
            raise ValueError(f"Page {page} cannot be drawn.") from wrong
    if not drawn.startswith(PNG):
        raise ValueError(f"Page {page} cannot be drawn.")
    return drawn


if __name__ == "__main__":
    limited()
    sys.stdout.buffer.write(draw(sys.stdin.buffer.read(), int(sys.argv[1]), int(sys.argv[2])))
