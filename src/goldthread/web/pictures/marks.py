"""The marks of a life line. The page that explains them draws them with the same functions."""

from goldthread.web.pictures import life
from goldthread.web.pictures.svg import circle, element, number, path

HOLE = 0.38
LIFT = 9  # a visit where the child was not seen stands above the line


def mark(kind: str, x: float, y: float, r: float) -> str:
    """One mark of the kind, a key of `life.MARKS`, centred on x and y."""
    return _SHAPES[kind](x, y, r)


def _triangle(x: float, y: float, r: float, cls: str) -> str:
    return path(f"M{number(x - r)} {number(y - r * 0.8)}h{number(r * 2)}l{number(-r)} {number(r * 1.8)}z", cls)


def _diamond(x: float, y: float, r: float, cls: str) -> str:
    size = r * 1.18
    step = number(size)
    return path(f"M{number(x)} {number(y - size)}l{step} {step}-{step} {step}-{step} -{step}z", cls)


def _cross(x: float, y: float, r: float) -> str:
    half, whole = r * 0.45, number(r * 0.9)
    return path(f"M{number(x - half)} {number(y - half)}l{whole} {whole}m0 -{whole}l-{whole} {whole}", "ink")


def _seen_alone(x: float, y: float, r: float) -> str:
    return circle(x, y, r, "mg") + circle(x, y, r * HOLE, "hole")


def _not_seen(x: float, y: float, r: float) -> str:
    return circle(x, y, r, "mo") + _cross(x, y, r)


_SHAPES = {
    life.CALL: lambda x, y, r: _triangle(x, y, r, "m"),
    life.CALL_NOTHING: lambda x, y, r: _triangle(x, y, r, "mo"),
    life.SEEN_ALONE: _seen_alone,
    life.SEEN: lambda x, y, r: circle(x, y, r, "mg"),
    life.NOT_SEEN: _not_seen,
    life.MEETING: lambda x, y, r: _diamond(x, y, r, "m"),
    life.BOOKED: lambda x, y, r: _diamond(x, y, r, "mo booked"),
    life.EVENT: lambda x, y, r: path(f"M{number(x)} {number(y - r)}v{number(r * 2)}", "ink"),
}


def legend_mark(kind: str) -> str:
    """A small picture of one mark, for a legend that says the word beside it."""
    shape = mark(kind, 9.0, 9.0, 5.5)
    return element("svg", shape, cls="gt-pic", viewBox="0 0 18 18", aria_hidden="true", focusable="false")
