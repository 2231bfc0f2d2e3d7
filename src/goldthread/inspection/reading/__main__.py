"""One report from standard input, its reading to standard output as JSON: what `apart.read_apart` starts."""

import sys

from goldthread.inspection.reading.apart import limited
from goldthread.inspection.reading.report import read
from goldthread.inspection.reading.written import written

if __name__ == "__main__":
    limited()
    sys.stdout.buffer.write(written(read(sys.stdin.buffer.read(), sys.argv[1])))
