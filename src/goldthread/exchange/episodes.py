"""Episodes of care as the return has them, into what they say together: periods of care, placements, legal statuses.

One episode is one legal status in one placement. A change of either begins the next one, so a placement may run
through many episodes and a legal status through many placements.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise
from typing import Any

PLACED = ("PLACE", "PLACE_PROVIDER", "PL_POST", "URN")
AT_HOME = {"C2": "full", "C1": "interim"}
NEXT_FOLLOWS = "X1"

Values = Mapping[str, Any]


@dataclass(slots=True)
class Stretch:
    """Something that lasts from `day` until `until`, made of the episodes in `parts`."""

    day: date
    until: date | None
    parts: list[Values] = field(default_factory=list)


@dataclass(slots=True)
class Care:
    """What a child's episodes say: periods of care, placements, legal statuses, and remarks as (day, column, sentence)."""

    periods: list[Stretch] = field(default_factory=list)
    placements: list[Stretch] = field(default_factory=list)
    statuses: list[Stretch] = field(default_factory=list)
    remarks: list[tuple[date, str, str]] = field(default_factory=list)


def understand(episodes: Mapping[date, Values]) -> Care:
    """Put a child's episodes (by first day) together."""
    care = Care()
    days = sorted(episodes)
    before: Values | None = None
    for day in days:
        episode = episodes[day]
        if before is None or _begins_anew(before, episode):
            care.periods.append(Stretch(day, None))
            before = None
        _add(care, day, episode, before)
        before = episode
    for day, following in pairwise(days):
        _check_end(care, day, episodes[day], following)
    if days:
        _check_last(care, days[-1], episodes[days[-1]])
    _close(care)
    return care


def _begins_anew(before: Values, episode: Values) -> bool:
    left, came = before.get("DEC"), episode["DECOM"]
    if left is None:
        return False
    return came > left or (episode.get("RNE") == "S" and before.get("REC") not in (None, NEXT_FOLLOWS))


def _add(care: Care, day: date, episode: Values, before: Values | None) -> None:
    care.periods[-1].parts.append(episode)
    moved = before is None or episode.get("RNE") in ("P", "T", "B", "U") or any(before.get(c) != episode.get(c) for c in PLACED)
    changed = before is not None and (episode.get("RNE") in ("L", "B", "U") or before.get("LS") != episode.get("LS"))
    ruled = before is None or (changed and episode.get("LS") is not None)
    if moved or not ruled:
        care.placements.append(Stretch(day, None))
    if ruled:
        care.statuses.append(Stretch(day, None))
    care.placements[-1].parts.append(episode)
    care.statuses[-1].parts.append(episode)


def _check_end(care: Care, day: date, episode: Values, following: date) -> None:
    if episode.get("DEC") is None:
        care.remarks.append((
            day, "DEC", f"The episode that began on {day:%d/%m/%Y} has no end, but the next one begins on {following:%d/%m/%Y}. "
            "It was taken to have ended that day.",
        ))  # fmt: skip
    elif episode["DEC"] > following:
        care.remarks.append((
            day, "DEC", f"The episode that began on {day:%d/%m/%Y} ends on {episode['DEC']:%d/%m/%Y}, after the next one begins "
            f"({following:%d/%m/%Y}). Both were kept.",
        ))  # fmt: skip


def _check_last(care: Care, day: date, episode: Values) -> None:
    ended, why = episode.get("DEC"), episode.get("REC")
    if ended is None and why not in (None, NEXT_FOLLOWS):
        care.remarks.append((
            day, "REC", f"The episode that began on {day:%d/%m/%Y} gives a reason for ending ({why}) but no end. It was kept as going on.",
        ))  # fmt: skip
    elif ended is not None and why == NEXT_FOLLOWS:
        care.remarks.append((
            day, "REC", f"The episode that ended on {ended:%d/%m/%Y} says that another begins that day (X1), and none does. Care was taken to have ended.",
        ))  # fmt: skip


def _close(care: Care) -> None:
    for stretches in (care.periods, care.placements, care.statuses):
        for stretch, following in pairwise([*stretches, None]):
            end = stretch.parts[-1].get("DEC")
            stretch.until = end if end or following is None else following.day


def tells_of(care: Care) -> Iterator[tuple[str, Stretch, dict[str, Any]]]:
    """Entry type, stretch and values of everything that the episodes say."""
    for period in care.periods:
        last = period.parts[-1]
        why = last.get("REC") if last.get("DEC") and last.get("REC") != NEXT_FOLLOWS else None
        need = next((p["CIN"] for p in period.parts if p.get("CIN")), None)
        yield "looked_after", period, {"primary_need": need, "end_reason": why}
    for placement in care.placements:
        yield "placement", placement, _placement(placement)
    for status in care.statuses:
        if status.parts[0].get("LS"):
            yield "legal_status", status, {"status": status.parts[0]["LS"]}


def _placement(placement: Stretch) -> dict[str, Any]:
    first, last = placement.parts[0], placement.parts[-1]
    return {
        "kind": first.get("PLACE"), "provider": first.get("PLACE_PROVIDER"), "urn": first.get("URN"),
        "postcode": first.get("PL_POST"), "home_postcode": first.get("HOME_POST"), "start_reason": first.get("RNE"),
        "change_reason": last.get("REASON_PLACE_CHANGE") if placement.until else None,
        "order_at_home": AT_HOME.get(last.get("LS") or "") if first.get("PLACE") == "P1" else None,
    }  # fmt: skip


def again(entries: Mapping[str, list[tuple[date, date | None, Values]]]) -> dict[date, dict[str, Any]]:
    """The episodes that entries made from them tell: what `understand` was given, as far as it is still to be seen.

    `entries` are (day, until, values) by entry type. Used when a new return goes on where an earlier one left off.
    """
    days = {day for kind in ("placement", "legal_status") for day, _, _ in entries.get(kind, ())}
    ordered = sorted(days)
    found: dict[date, dict[str, Any]] = {}
    for day, following in pairwise([*ordered, None]):
        if day is not None:
            found[day] = _episode_again(day, following, entries)
    return found


def _in_force(stretches: list[tuple[date, date | None, Values]], day: date) -> tuple[date, date | None, Values] | None:
    running = [s for s in stretches if s[0] <= day and (s[1] is None or s[1] > day or s[0] == day)]
    return max(running, key=lambda s: s[0], default=None)


def _episode_again(day: date, following: date | None, entries: Mapping[str, list]) -> dict[str, Any]:
    placement, status, period = (_in_force(entries.get(kind, []), day) for kind in ("placement", "legal_status", "looked_after"))
    values: dict[str, Any] = {"DECOM": day}
    values["DEC"] = _ended([(placement, "placement"), (status, "legal_status")], following, entries)
    if placement:
        p = placement[2]
        values |= {"PLACE": p["kind"], "PLACE_PROVIDER": p["provider"], "URN": p["urn"], "PL_POST": p["postcode"], "HOME_POST": p["home_postcode"]}
        values |= {"RNE": p["start_reason"] if placement[0] == day else "L", "REASON_PLACE_CHANGE": p["change_reason"]}
    if status:
        values["LS"] = status[2]["status"]
    if period:
        values["CIN"] = period[2]["primary_need"]
        values["REC"] = period[2]["end_reason"] if values["DEC"] == period[1] else NEXT_FOLLOWS if values["DEC"] else None
    return {k: v or None for k, v in values.items()}


def _ended(running: list[tuple[Any, str]], following: date | None, entries: Mapping[str, list]) -> date | None:
    """An episode ends where whatever the next one replaces ends; the other may run on through both."""
    replaced = [s[1] for s, kind in running if s and s[1] and (following is None or any(e[0] == following for e in entries.get(kind, ())))]
    return min(replaced, default=following)
