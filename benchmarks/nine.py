"""Nine duties as an analyst would count them in pandas: read the files, keep what stands, join and shift.

    python -m benchmarks.nine DIR OUT.parquet

Once: FD01, FD02, CP01. Answered: WA01. Repeated: CP02, CP05, CP06. Standing: ST01, ST02. A row is a time one was owed:
person, code, opened, due, met. What it leaves out, as such a script does: the entries that opened and met it, who owns it,
the moment of the hour, states, local settings, what was known when, visits that do not say whether the child was seen,
for CP05 the last visit of a child in need plan that a stepped-up plan counts from, what was answered under no key of its own, and
that a plan goes on where a second period of need overlaps the one that closed. The measurement prints how many rows differ by that.
"""

import sys
from pathlib import Path

import numpy as np
import pandas as pd

CODES = ("FD01", "FD02", "CP01", "WA01", "CP02", "CP05", "CP06", "ST01", "ST02")
COLUMNS = ["person", "code", "opened", "due", "met"]
FAR = pd.Timestamp("2200-01-01")
ONE_DAY = pd.Timedelta(days=1)


def nine(folder: Path) -> pd.DataFrame:
    """Every time one of the nine was owed, in every file of a folder."""
    columns = ["person", "word", "day", "at", "key", "superseded"]
    events = pd.concat([pd.read_parquet(file, columns=columns) for file in sorted(folder.glob("*.parquet"))], ignore_index=True)
    events = events[events["superseded"].isna()].drop(columns="superseded")
    events["day"] = pd.to_datetime(events["day"]).astype("datetime64[s]")
    plans = _plans(events)
    found = [
        _answered(events, "FD01", "referral.received", "referral.decided", lambda day: _working(day, 1)),
        _answered(events, "FD02", "contact.received", "contact.decided", lambda day: _working(day, 1)),
        _answered(events, "WA01", "warning.raised", "warning.answered", lambda day: day + ONE_DAY),
        _first(events, plans, "CP01", "core_group.held", 10),
        _repeated(events, plans, "CP02", "core_group.held", lambda day: _working(day, 20), at_start=False),
        _repeated(events, plans, "CP05", "visit.child_seen", lambda day: _working(day, 10)),
        _repeated(events, plans, "CP06", "visit.seen_alone", lambda day: day + pd.Timedelta(weeks=4)),
        _standing(events, "ST01", "placement"),
        _standing(events, "ST02", "legal_status"),
    ]
    return pd.concat([rows[COLUMNS] for rows in found], ignore_index=True)


def _holidays() -> np.ndarray:
    import holidays

    days = holidays.country_holidays("GB", subdiv="ENG", years=range(2000, 2031))
    return np.array(sorted(days), dtype="datetime64[D]")


HOLIDAYS = _holidays()


def _working(day: pd.Series, number: int) -> pd.Series:
    due = np.busday_offset(day.to_numpy().astype("datetime64[D]"), number, roll="backward", holidays=HOLIDAYS)
    return pd.Series(due.astype("datetime64[s]"), index=day.index)


def _said(events: pd.DataFrame, word: str) -> pd.DataFrame:
    return events.loc[events["word"] == word, ["person", "day", "at", "key"]].sort_values("day", kind="stable")


def _episodes(events: pd.DataFrame, name: str) -> pd.DataFrame:
    """Beginnings with the end of the same key."""
    ends = _said(events, f"{name}.ends").drop_duplicates(["person", "key"])[["person", "key", "day"]]
    begins = _said(events, f"{name}.begins").drop_duplicates(["person", "key"])[["person", "key", "day"]]
    found = begins.merge(ends, on=["person", "key"], how="left", suffixes=("", "_end")).rename(columns={"day": "begin", "day_end": "end"})
    found.loc[found["end"] < found["begin"], "end"] = pd.NaT
    found["end"] = found["end"].fillna(FAR)
    return found


def _eighteenth(events: pd.DataFrame) -> pd.DataFrame:
    born = _said(events, "person.born").drop_duplicates("person", keep="last")[["person", "day"]]
    born["eighteenth"] = born["day"] + pd.DateOffset(years=18)
    return born[["person", "eighteenth"]]


def _clipped(events: pd.DataFrame, episodes: pd.DataFrame) -> pd.DataFrame:
    """Until the eighteenth birthday, where there is one."""
    episodes = episodes.merge(_eighteenth(events), on="person", how="left")
    episodes = episodes[~(episodes["begin"] >= episodes["eighteenth"])].copy()
    episodes["end"] = episodes[["end", "eighteenth"]].min(axis=1)
    return episodes.drop(columns="eighteenth")


def _plans(events: pd.DataFrame) -> pd.DataFrame:
    """Protection plans, no longer than the child is open to us and a child."""
    plans, need = _episodes(events, "protection_plan"), _said(events, "need.ends")[["person", "day"]]
    closed = pd.merge_asof(plans.sort_values("begin"), need, left_on="begin", right_on="day", by="person", direction="forward")
    closed["end"] = closed[["end", "day"]].min(axis=1)
    return _clipped(events, closed.drop(columns="day"))


def _answered(events: pd.DataFrame, code: str, opens: str, meets: str, due) -> pd.DataFrame:
    """Each opening with the first answer under its own key that does not come before it."""
    asked = _said(events, opens).reset_index(drop=True).reset_index(names="asked")
    pairs = asked.merge(_said(events, meets), on=["person", "key"], how="left", suffixes=("", "_met"))
    early = (pairs["day_met"] < pairs["day"]) | (pairs["at_met"] < pairs["at"])
    met = pairs[~early].groupby("asked")["day_met"].min()
    return asked.assign(code=code, opened=asked["day"], due=due(asked["day"]), met=asked["asked"].map(met))


def _first(events: pd.DataFrame, plans: pd.DataFrame, code: str, word: str, number: int) -> pd.DataFrame:
    said = _said(events, word)[["person", "day"]]
    rows = pd.merge_asof(plans.sort_values("begin"), said, left_on="begin", right_on="day", by="person", direction="forward")
    met = rows["day"].where(rows["day"] <= rows["end"])
    return rows.assign(code=code, opened=rows["begin"], due=_working(rows["begin"], number), met=met)


def _repeated(events: pd.DataFrame, plans: pd.DataFrame, code: str, word: str, due, *, at_start: bool = True) -> pd.DataFrame:
    """From the beginning of a plan, and from each time it was done, until the next time within the plan."""
    said = _said(events, word)[["person", "day"]].drop_duplicates()
    plans = plans.sort_values("begin").reset_index(drop=True).reset_index(names="plan")
    inside = pd.merge_asof(said, plans, left_on="day", right_on="begin", by="person", direction="backward")
    inside = inside[inside["day"] <= inside["end"]]
    starts = plans.assign(day=plans["begin"]) if at_start else plans.iloc[:0].assign(day=plans["begin"])
    rows = pd.concat([starts.assign(first=0), inside.assign(first=1)]).sort_values(["plan", "day", "first"], kind="stable")
    met = rows.groupby("plan")["day"].shift(-1)
    rows = rows.assign(code=code, opened=rows["day"], due=due(rows["day"]), met=met)
    return rows[(rows["first"] == 0) | (rows["day"] <= rows["end"])]


def _standing(events: pd.DataFrame, code: str, relation: str) -> pd.DataFrame:
    """Where care begins, and wherever what must hold then has a gap of a day or more."""
    care = _clipped(events, _episodes(events, "looked_after")).reset_index(drop=True).reset_index(names="care")
    held = _episodes(events, relation)[["person", "begin", "end"]].rename(columns={"begin": "from", "end": "to"})
    both = care.merge(held, on="person", how="left")
    both = both[(both["to"] >= both["begin"]) & (both["from"] <= both["end"])].sort_values(["care", "from"])
    edge = both.groupby("care")["to"].cummax().groupby(both["care"]).shift(1)
    first = edge.isna()
    opened = edge.fillna(both["begin"])
    gap = both["from"] > opened + ONE_DAY * (~first).astype(int)
    gaps = both.assign(opened=opened, met=both["from"])[gap | first]
    gaps["opened"], gaps["met"] = gaps["opened"].where(~first, gaps["begin"]), gaps["met"].clip(lower=gaps["begin"])
    never = care[~care["care"].isin(both["care"])].assign(met=pd.NaT)
    never["opened"] = never["begin"]
    last = both.groupby("care", as_index=False).agg({"person": "first", "to": "max", "end": "first"})
    last = last[last["to"] < last["end"]].assign(met=pd.NaT)
    last["opened"] = last["to"]
    rows = pd.concat([part for part in (gaps, never, last) if len(part)])
    return rows.assign(code=code, due=rows["opened"])


def main() -> int:
    rows = nine(Path(sys.argv[1]))
    rows.to_parquet(sys.argv[2])
    return 0


if __name__ == "__main__":
    sys.exit(main())
