"""The course of a duty as a small picture: opened, so long, due; again; what else sets the day; who is told when it is late."""

from goldthread.duties.timeline import Course, Leg
from goldthread.web.pictures.svg import circle, line, path, picture, text, text_width

WIDTH, LEFT, RIGHT = 640.0, 8.0, 632.0
TOP, ROW, SMALL = 34.0, 22.0, 12.5
MOST = 5  # legs that are drawn one by one


def course_picture(course: Course, name: str) -> str:
    """The whole picture. What it says stands in its title too."""
    legs = course.legs[:MOST]
    below = [*(f"also: {limit}" for limit in course.limits), *(f"late: {told}" for told in course.climbs[:3])]
    height = TOP + ROW * 2 + ROW * len(below) + 10
    parts = [*_ends(course), *_legs(course, legs), *(_again(course))]
    for n, words in enumerate(below):
        parts.append(text(_short(words, WIDTH), LEFT, TOP + ROW * (2.4 + n), "gt-course__small"))
    return picture(_says(course), name, WIDTH, height, *parts)


def _ends(course: Course) -> list[str]:
    """What opens it on the left, what is due on the right."""
    half = (RIGHT - LEFT) / 2 - 10
    return [
        circle(LEFT + 5, TOP, 5, "gt-course__open"), circle(RIGHT - 5, TOP, 5, "gt-course__due"),
        text(_short(course.opens, half), LEFT, TOP + ROW, "gt-course__words"),
        text(_short(course.due, half), RIGHT, TOP + ROW, "gt-course__words", "end"),
    ]  # fmt: skip


def _legs(course: Course, legs: tuple[Leg, ...]) -> list[str]:
    """One stretch for each interval, with its number over it; a standing duty is one thick line."""
    start, end = LEFT + 14, RIGHT - 14
    each, parts = (end - start) / max(len(legs), 1), []
    for n, leg in enumerate(legs):
        x1, x2 = start + n * each, start + (n + 1) * each - (4 if n + 1 < len(legs) else 0)
        kind = "gt-course__hold" if course.without_a_gap else "gt-course__leg gt-course__leg--local" if leg.local else "gt-course__leg"
        parts += [line(x1, TOP, x2, TOP, kind), text(_short(_leg(course, leg), each - 6), (x1 + x2) / 2, TOP - 10, "gt-course__number", "middle")]
    return parts


def _leg(course: Course, leg: Leg) -> str:
    if course.without_a_gap:
        return f"no gap over {leg.length}" if not leg.length.startswith("0 ") else "no gap"
    return leg.length.split(",")[0] + (f", {leg.says}" if leg.says else "")


def _again(course: Course) -> list[str]:
    """The way back of what comes again and again."""
    if not course.again or course.without_a_gap:
        return []
    return [path(f"M{RIGHT - 5:.0f} {TOP - 7:.0f}V8H{LEFT + 5:.0f}V{TOP - 9:.0f}", "gt-course__again")]


def _says(course: Course) -> str:
    legs = "; then ".join(_leg(course, leg) for leg in course.legs)
    again = ", again and again" if course.again else ""
    return f"From “{course.opens}”: {legs}{again}, to “{course.due}”. {' '.join(course.limits)}".strip()


def _short(words: str, width: float) -> str:
    """The words as far as there is room."""
    if text_width(words, SMALL) <= width:
        return words
    while words and text_width(f"{words}…", SMALL) > width:
        words = words[:-1]
    return f"{words.rstrip()}…"
