"""One report from standard input, its reading to standard output, pickled: what `apart.read_apart` starts."""

import pickle
import sys

from goldthread.inspection.reading.apart import limited
from goldthread.inspection.reading.report import read

if __name__ == "__main__":
    limited()
    sys.stdout.buffer.write(pickle.dumps(read(sys.stdin.buffer.read(), sys.argv[1])))
