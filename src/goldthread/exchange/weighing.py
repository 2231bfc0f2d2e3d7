"""Whether a workbook can be read in the memory and time that any return needs: tried out in a program of its own.

What the reader of workbooks takes cannot be told from a file's size: one text may stand in a million cells, one cell at the farthest corner.
"""

import subprocess
import sys
from pathlib import Path

from python_calamine import CalamineWorkbook

from goldthread.inspection.reading import apart
from goldthread.inspection.reading.apart import in_program, limited

SECONDS = 120
MEMORY = apart.MEMORY
TOO_MUCH = 3  # what the program ends with where memory is short and it could still say so


def fits(path: Path) -> bool:
    """Whether reading the workbook came to an end within the limits. What else is wrong with it is told where it is read for good."""
    try:
        in_program(__name__, str(path.absolute()), str(MEMORY), data=b"", seconds=SECONDS)
    except subprocess.TimeoutExpired:
        return False
    except subprocess.CalledProcessError as ended:
        if ended.returncode > 0 and ended.returncode != TOO_MUCH:
            raise
        return False
    return True


def _tried(path: str) -> int:
    try:
        book = CalamineWorkbook.from_path(path)
        for name in book.sheet_names:
            book.get_sheet_by_name(name).to_python(skip_empty_area=False)
    except MemoryError:
        return TOO_MUCH
    except BaseException as fault:
        return TOO_MUCH if "overflow" in str(fault) or "alloc" in str(fault) else 0
    return 0


if __name__ == "__main__":
    limited(int(sys.argv[2]))
    sys.exit(_tried(sys.argv[1]))
