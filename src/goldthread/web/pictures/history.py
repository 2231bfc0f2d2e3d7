"""A service's history on one picture: who ran it, how it was judged on scales that do not translate, and what was done."""

from collections.abc import Iterable, Sequence
from datetime import date

from goldthread.inspection.history import History
from goldthread.inspection.history.gathering import Inspection
from goldthread.inspection.history.scales import BOXES, box_of
from goldthread.inspection.history.values import EVENT, JUDGEMENT, MEASURES, RAN, SEASON, SINCE, UNREAD, YEAR, Claim
from goldthread.web import wording
from goldthread.web.pictures import history_boxes as boxes
from goldthread.web.pictures import history_flags as flags
from goldthread.web.pictures.history_boxes import LEAST, Drawing
from goldthread.web.pictures.history_values import LEAST_YEARS, LEFT, PAD, RIGHT, WIDTH, Frame, Years, cut, stacked
from goldthread.web.pictures.svg import circle, element, line, path, picture, rect, text, text_width

BEFORE = ("words", "serving", "capacity", "stars")  # scales used before there was one framework share their years
TONES = ("e1", "e2", "e3")


def history_picture(history: History, today: date, name: str = "history") -> str:
    """The picture, or nothing where there is nothing to draw. On a narrow screen the list under it says the same."""
    if not history.claims:
        return ""
    years = years_of(history, today)
    ran = [claim for claim in history.claims if claim.kind == RAN]
    top, parts = _who_ran_it(ran, years, today)
    found = drawings(history, years, today)
    laid = laid_out(found, top + 16 if found else top)
    if found:
        parts += [text("How it was judged", LEFT, top, "b"), text(scales_words(history), LEFT + 140, top, "t2 s"), *_legend(top)]
        top = max(frame.bottom for frame in laid) + 30
        parts += [part for drawing, frame in zip(found, laid, strict=True) for part in (boxes.sheet(frame), *drawing.inside(frame))]
    done, bottom = _what_was_done(history, years, today, top)
    title = (f"{history.name} children’s services, {years.first} to {today.year}: who ran it, how it was judged, each scale in its own box, "
             "and what was done. Everything drawn here is in the list below with its source.")  # fmt: skip
    return picture(title, name, WIDTH, bottom, *_grid(years, bottom), *parts, *done)


def years_of(history: History, today: date) -> Years:
    """From the first year of anything drawn to this one, and never so few that a box has no room."""
    begins = [box.begins.year for box in _tall_boxes(history) if box.begins]
    first = min([claim.when.first.year for claim in history.claims] + begins)
    last = max([today.year] + [claim.when.place.year for claim in history.claims])
    return Years(min(first, last + 1 - LEAST_YEARS), last)


def _tall_boxes(history: History):
    return [BOXES[code] for code in dict.fromkeys(one.box for one in history.inspections if one.graded and one.box) if BOXES[code].tall]


def scales_words(history: History) -> str:
    """'six scales; none translates into another, so no line joins them'."""
    number = len({box_of(claim.scale).code for claim in history.claims if claim.kind == JUDGEMENT and claim.scale})
    said = wording.few(number, "scale")
    return f"{said}; each inspection is a mark of its own" if number < 2 else f"{said}; none translates into another, so no line joins them"


# What is judged


def drawings(history: History, years: Years, today: date) -> list[Drawing]:
    """A box for each scale that anybody judged on."""
    by_box: dict[str, list[Inspection]] = {}
    for one in history.inspections:
        if one.graded or one.box == "words":
            by_box.setdefault(one.box, []).append(one)
    claims = history.claims
    found = [boxes.tall(BOXES[code], by_box[code], years) for code in by_box if code and BOXES[code].tall]
    found += _before(by_box, years)
    if sinces := [claim for claim in claims if claim.kind == SINCE]:
        found.append(_since(sinces, found, years, today))
    if unread := [claim for claim in claims if claim.kind == JUDGEMENT and claim.grade == UNREAD]:
        days = [years.x(claim.when.place) for claim in unread]
        left, right = _clear(_around([min(days) - 20, max(days) + 270], 0), found)
        found.append(boxes.unread(unread, years, left, right))
    for code in ("lscb", "other"):
        if code in by_box:
            left, right = _around([years.x(one.when.place) for one in by_box[code]])
            found.append(boxes.ladder(BOXES[code], by_box[code], years, left, right))
    return found


def _before(by_box: dict[str, list[Inspection]], years: Years) -> list[Drawing]:
    used = {code: by_box[code] for code in BEFORE if code in by_box}
    if not used:
        return []
    days = [one.when for found in used.values() for one in found]
    left, right = _around([years.x(min(day.first for day in days)), years.x(max(day.last for day in days))], 0)
    made = []
    for code, found in used.items():
        claims = [claim for one in found for claim in one.claims]
        if code == "words":
            made.append(boxes.in_words(claims, left, right))
        elif code == "stars":
            made.append(boxes.stars(claims, left, right))
        else:
            made.append(boxes.ladder(BOXES[code], found, years, left, right))
    return made


def _around(places: Sequence[float], margin: float = 20, least: float = LEAST) -> tuple[float, float]:
    """The sides of a box that holds some places and is wide enough for its words."""
    left, right = min(places) - margin, max(places) + margin
    more = max(least - (right - left), 0) if margin == 0 else max(least - (right - left), 0) / 2
    left, right = (left, right + more) if margin == 0 else (left - more, right + more)
    shift = max(LEFT - left, 0) - max(right - RIGHT, 0)
    return max(left + shift, LEFT), min(right + shift, RIGHT)


def _clear(sides: tuple[float, float], others: Sequence[Drawing]) -> tuple[float, float]:
    """The sides moved left, or else right, off a high box; as they were where there is no room."""
    left, right = sides
    taken = sorted((other.frame.left - 6, other.frame.right + 6) for other in others if other.high)
    for begins, ends in taken:
        moved = begins - (right - left)
        clear = not any(moved < other_ends and other_begins < begins for other_begins, other_ends in taken)
        if left < ends and begins < right and moved >= LEFT and clear:
            return moved, begins
    return sides


def _since(claims: Sequence[Claim], others: Sequence[Drawing], years: Years, today: date) -> Drawing:
    """From before the first year claimed to the next box, or to this year."""
    last = years.x(max(claim.when.first for claim in claims))
    ends = min([other.frame.left - 6 for other in others if other.frame.left > last + 60], default=RIGHT)
    begins = min(years.x(claim.when.first) for claim in claims) - 36
    return boxes.since(claims, years, *_around([max(begins, LEFT), ends], 0))


def laid_out(found: Sequence[Drawing], top: float) -> list[Frame]:
    """Each box at its height: low ones stacked beside the high ones, which are all as high as the highest stack."""
    high = [drawing.frame for drawing in found if drawing.high]
    low = [drawing.frame for drawing in found if not drawing.high]
    beside = [frame for frame in low if not any(frame.left < other.right + 6 and other.left < frame.right + 6 for other in high)]
    placed: dict[int, Frame] = {}
    for frame in beside:
        placed[id(frame)] = stacked(frame, list(placed.values()), top)
    tallest = max([*(frame.height for frame in high), *(frame.bottom - top for frame in placed.values())], default=0)
    for frame in high:
        placed[id(frame)] = Frame(frame.left, frame.right, tallest, top)
    for frame in low:
        if id(frame) not in placed:
            placed[id(frame)] = stacked(frame, list(placed.values()), top)
    return [placed[id(drawing.frame)] for drawing in found]


def _legend(y: float) -> list[str]:
    areas = "one area, as that report names it"
    x = RIGHT - text_width(areas) - 130
    return [circle(x, y - 5, 6, "m"), text("overall", x + 12, y, "s"), circle(x + 72, y - 5, 4, "mo"), text(areas, x + 82, y, "s")]


def _grid(years: Years, bottom: float) -> Iterable[str]:
    for year in range(years.first, years.last + 1):
        x = years.x(date(year, 1, 1))
        yield line(x, 26, x, bottom - 30, "hair")
        if (year - years.first) % years.step == 0:
            yield text(str(year), x + 3, 18, "t2 s")


# Who ran it, and what was done


def _who_ran_it(ran: Sequence[Claim], years: Years, today: date) -> tuple[float, list[str]]:
    """The bars, and where the next part begins."""
    if not ran:
        return 54, []
    lanes: list[float] = []
    parts = [text("Who ran it", LEFT, 50, "b")]
    for n, claim in enumerate(ran):
        left = max(years.x(claim.when.first), LEFT)
        right = years.x(claim.when.until or min([other.when.first for other in ran if other.when.first > claim.when.first], default=today))
        lane = next((m for m, edge in enumerate(lanes) if edge <= left + 1), len(lanes))
        lanes[lane : lane + 1] = [right]
        parts += _bar(claim, left, max(right - 1.5, left + 3), 60 + 32 * lane, TONES[n % len(TONES)])
    return 92 + 32 * len(lanes), parts


def _bar(claim: Claim, left: float, right: float, top: float, tone: str) -> list[str]:
    said = next((words for words in (claim.words, claim.short) if words and text_width(words) + 16 <= right - left), "")
    words = [text(said, left + PAD, top + 19, "s inv" if tone == "e3" else "s")] if said else []
    return [element("g", element("title", claim.words), rect(left, top, right - left, 28, tone), *words)]


def _what_was_done(history: History, years: Years, today: date, top: float) -> tuple[list[str], float]:
    """The thread with a bead for each inspection, the flags under it, and the measures that were in force; and the lower edge."""
    beads = sorted({years.x(one.when.place) for one in history.inspections})
    events = [claim for claim in history.claims if claim.kind == EVENT and (claim.short or not _says_an_inspection(claim, history))]
    hung = flags.flags([(years.x(claim.when.place), f"{_short_when(claim)}: {claim.short or claim.words}") for claim in events])
    y = top + 20 + flags.room(hung, up=True)
    parts = [text("What was done", LEFT, top, "b"), path(f"M{LEFT} {y}H{RIGHT}", "thread")]
    parts += [circle(x, y, 5, "sheet gt-hist__bead") for x in beads] + flags.drawn(hung, y)
    bottom = y + 14 + flags.room(hung, up=False)
    measures = [claim for claim in history.claims if claim.kind == MEASURES]
    for n, claim in enumerate(measures):
        parts += _measure(claim, years, bottom + 8 + 30 * n, f"fade-{n}")
    return parts, bottom + 30 * len(measures) + (34 if measures else 30)


def _says_an_inspection(claim: Claim, history: History) -> bool:
    """Whether the words belong to an inspection, which has its bead."""
    return any(one.when == claim.when for one in history.inspections)


def _short_when(claim: Claim) -> str:
    when = claim.when
    return when.words if when.exact in (YEAR, SEASON) else f"{when.day:%b %Y}"


def _measure(claim: Claim, years: Years, top: float, fade: str) -> list[str]:
    """A bar; where the end is not known it fades."""
    left = years.x(claim.when.first)
    ended = claim.when.until is not None
    tail = "" if ended else "; end not found"
    head = claim.words[:1].upper() + claim.words[1:]
    span = f"{claim.when.day.year} to {claim.when.until.year}" if ended else f"from {claim.when.day.year}"
    words = cut(f"{head} {span}{tail}", RIGHT - LEFT - 20)
    right = years.x(claim.when.until) if ended else min(left + max(text_width(words) + 14, 180), RIGHT)
    x = min(left + 6, RIGHT - text_width(words) - 4)
    if ended:
        return [rect(left, top, max(right - left, 4), 24, "e5"), text(words, x, top + 17, "s halo")]
    stops = (element("stop", offset="0", cls="gt-hist__from"), element("stop", offset="1", cls="gt-hist__from", stop_opacity="0"))
    return [element("defs", element("linearGradient", *stops, id=fade)), rect(left, top, right - left, 24, "", fill=f"url(#{fade})"),
            text(words, x, top + 17, "s halo")]  # fmt: skip
