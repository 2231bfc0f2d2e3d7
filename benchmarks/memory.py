"""How much memory this program held at most, in megabytes, as Linux keeps it for one program (proc(5), VmHWM).

`getrusage` will not do: what it says of a program begins with what the one that started it held.
"""

from pathlib import Path


def most_held() -> float:
    """Since the program began, or since `forget_most_held`."""
    line = next(line for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("VmHWM:"))
    return int(line.split()[1]) / 1024


def forget_most_held() -> None:
    """From now on the most that was held is counted anew."""
    Path("/proc/self/clear_refs").write_text("5")
