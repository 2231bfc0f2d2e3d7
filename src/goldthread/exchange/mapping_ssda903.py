"""Rows of the looked-after children return into what they tell of a child."""

from collections.abc import Callable
from datetime import date, timedelta

from goldthread.clock.ages import age_on, reaches
from goldthread.exchange.rows import PartDate, Row
from goldthread.exchange.tells import ChildTold, Where

OLDEST_IN_RETURN = 27
RELEVANT, ADULT, LEAVES = 16, 18, 21


def header(child: ChildTold, row: Row) -> None:
    v = row.values
    child.fact(row, "sex", v.get("SEX"))
    child.fact(row, "ethnicity", v.get("ETHNIC"))
    child.fact(row, "mother", v.get("MOTHER"))
    child.fact(row, "first_child_born", v.get("MC_DOB"))
    child.fact(row, "unaccompanied", v.get("UASC"))
    pupil_number(child, row, v.get("UPN"))


def pupil_number(child: ChildTold, row: Row, upn: object) -> None:
    """A pupil number, or the reason why there is none, which stands in the same column."""
    if isinstance(upn, str) and upn.startswith("UN"):
        child.fact(row, "upn_unknown", upn)
    elif isinstance(upn, str):
        child.fact(row, "upn", upn)
        child.upns[upn] = None


def episode(child: ChildTold, row: Row) -> None:
    v = row.values
    day: date = v["DECOM"]
    year = row.source.year or 0
    ended = v.get("DEC")
    if ended is not None and ended > child.today:
        v = {**v, "DEC": child.believed_end(row, "episode", day, ended)}
    if day > child.today:
        child.note_row(row, "DECOM", f"The episode of {day:%d/%m/%Y} lies in the future. It was kept as the return has it.")
    known = child.episodes.get(day)
    if known is None or year >= known[0]:
        child.episodes[day] = (year, v, Where(row.source.file, row.source.sheet, row.number))


def review(child: ChildTold, row: Row) -> None:
    day: date = row.values["REVIEW"]
    child.tell(row, "review", day.isoformat(), day, {"participation": row.values.get("REVIEW_CODE")})


def asylum(child: ChildTold, row: Row) -> None:
    child.fact(row, "sex", row.values.get("SEX"))
    child.fact(row, "unaccompanied", True)
    child.fact(row, "unaccompanied_ended", row.values.get("DUC"))


_HEALTH = {
    "sdq_score": "SDQ_SCORE", "sdq_reason": "SDQ_REASON", "convicted": "CONVICTED", "developmental_check": "HEALTH_CHECK",
    "immunised": "IMMUNISATIONS", "teeth_checked": "TEETH_CHECK", "health_assessed": "HEALTH_ASSESSMENT",
    "substance_misuse": "SUBSTANCE_MISUSE", "help_received": "INTERVENTION_RECEIVED", "help_offered": "INTERVENTION_OFFERED",
}  # fmt: skip


def health(child: ChildTold, row: Row) -> None:
    values = {name: row.values.get(column) for name, column in _HEALTH.items()}
    day = child.told_on
    if day is not None:
        child.tell(row, "year_in_care", str(day.year), day, values)


def leaving(child: ChildTold, row: Row) -> None:
    v = row.values
    home = v.get("ACCOM")
    values = {
        "in_touch": v.get("IN_TOUCH"), "activity": v.get("ACTIV"), "accommodation": str(home)[0] if home else None,
        "suitable": str(home)[1:] == "1" if home and len(str(home)) > 1 else None,
    }  # fmt: skip
    if child.told_on is None:
        return
    known = child.facts.get("born")
    born: date | None = known[1] if known else None
    age = age_on(born, child.told_on) if born else None
    if born is None or age is None or not RELEVANT <= age <= OLDEST_IN_RETURN:
        child.tell(row, "leaving_care_contact", f"return {child.told_on.year}", child.told_on, values)
        return
    day = reaches(born, age)
    child.tell(row, "leaving_care_contact", f"age {age}", day, {**values, "birthday": age})
    _owed(child, row, born, age)


def _owed(child: ChildTold, row: Row, born: date, age: int) -> None:
    """Whoever is in this table is owed leaving care services, until 21 or until they want none."""
    known = child.tells.get(("leaving_care", ""))
    day = min(reaches(born, age), known.day) if known else reaches(born, age)
    gone = row.values.get("IN_TOUCH") in ("DIED", "NREQ", "RHOM")
    until = reaches(born, age) if gone else reaches(born, LEAVES)
    child.tell(row, "leaving_care", "", day, {"eligibility": "former_relevant" if age >= ADULT else "relevant"}, max(until, day), ends=True)


def adopted(child: ChildTold, row: Row) -> None:
    v = row.values
    day = v.get("DATE_INT") or v.get("DATE_MATCH")
    if not isinstance(day, date):
        child.note_row(row, "DATE_INT", "Neither the decision for adoption nor the match has a day. The row was left out, because it cannot be placed in a life.")
        return
    adopters = v.get("NB_ADOPTR")
    child.tell(row, "adoption_decision", day.isoformat(), day, {
        "matched": v.get("DATE_MATCH"), "by_foster_carer": v.get("FOSTER_CARE"), "adopters": int(str(adopters)) if adopters else None,
        "adopters_sex": v.get("SEX_ADOPTR"), "adopters_status": v.get("LS_ADOPTR"),
    })  # fmt: skip


def placed(child: ChildTold, row: Row) -> None:
    day: date = row.values["DATE_PLACED"]
    child.tell(row, "adoption_decision", day.isoformat(), day, {
        "reversed_on": row.values.get("DATE_PLACED_CEASED"), "reversed_because": row.values.get("REASON_PLACED_CEASED"),
    })  # fmt: skip


def previous(child: ChildTold, row: Row) -> None:
    v, ordered = row.values, row.values.get("DATE_PERM")
    if v.get("PREV_PERM") is None or child.told_on is None:
        return
    values = {"option": v["PREV_PERM"], "ordered": _said_date(ordered), "authority": str(v.get("LA_PERM") or "")[:12] or None}
    child.tell(row, "previous_permanence", "", child.told_on, values)


def _said_date(ordered: object) -> str | None:
    if isinstance(ordered, PartDate):
        return f"{ordered.month:02}/{ordered.year}" if ordered.month else str(ordered.year)
    return f"{ordered:%d/%m/%Y}" if isinstance(ordered, date) else None


def missing(child: ChildTold, row: Row) -> None:
    v = row.values
    day: date = v["MIS_START"]
    child.tell(row, "missing", day.isoformat(), day, {"kind": v.get("MISSING")}, v.get("MIS_END"), ends=True)


def worker(child: ChildTold, row: Row) -> None:
    v = row.values
    day: date = v["SW_DECOM"]
    child.tell(
        row, "allocation", f"social_worker {day.isoformat()}", day,
        {"works_as": "social_worker", "registration": v["SW_ID"], "reason": v.get("SW_REASON")}, v.get("SW_DEC"), ends=True,
    )  # fmt: skip


def liberty(child: ChildTold, row: Row) -> None:
    day: date = row.values["DOLO_START"]
    ended = row.values.get("DOLO_END")
    until = f" to {ended:%d/%m/%Y}" if isinstance(ended, date) else ", no end given"
    child.tell(row, "note", f"deprivation of liberty {day.isoformat()}", day, {
        "kind": "other", "title": "Deprivation of liberty order", "note": f"In force from {day:%d/%m/%Y}{until}.",
    })  # fmt: skip


TABLES: dict[str, Callable[[ChildTold, Row], None]] = {
    "header": header, "episodes": episode, "reviews": review, "uasc": asylum, "oc2": health, "oc3": leaving, "ad1": adopted,
    "placed_for_adoption": placed, "previous_permanence": previous, "missing": missing, "social_workers": worker,
    "deprivation_of_liberty": liberty,
}  # fmt: skip
"""What each table of the return tells."""


def told_on(year: int | None, latest: date | None) -> date | None:
    """The 31 March that closes a return named by `year`, whose latest event is on `latest`.

    People name a return by the year it begins in or the year it ends in; its events say which.
    """
    if year is None:
        return date(latest.year + (latest > date(latest.year, 3, 31)), 3, 31) if latest else None
    begins_in = latest is not None and latest > date(year, 3, 31) + timedelta(days=2) and latest <= date(year + 1, 4, 2)
    return date(year + begins_in, 3, 31)
