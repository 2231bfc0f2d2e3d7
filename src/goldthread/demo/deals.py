"""In which share of what they do the people of the service keep a promise, month by month.

The shares are dealt, not thrown: of every so many, so many are kept, whoever they are. So a month with few children
still shows what the service does, and the same city is told every time.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from functools import cache
from random import Random

from goldthread.demo.reading import read

Shares = Mapping[str, Sequence[tuple[date, float]]]
HEARD_SINCE = date(2026, 9, 1)  # since when it is written down whom one heard before deciding
MOST_ACTIONS = 9


@cache
def wrenford_shares() -> Shares:
    """From which day on which share of each promise is kept in Wrenford."""
    return {name: [(date.fromisoformat(f"{month}-01"), share / 100) for month, share in months.items()]
            for name, months in read("improving.yaml").items()}  # fmt: skip


class Deals:
    """Says of one promise after another whether it is kept, in the shares of its month. Without shares all are kept."""

    def __init__(self, shares: Shares, seed: object):
        self.shares, self.rng = shares, Random(f"deals of {seed}")
        self._owed: defaultdict[tuple[str, date], float] = defaultdict(float)

    def keeps(self, promise: str, day: date, weight: int = 1, weekly: bool = False) -> bool:
        """Whether this one is kept; `weight` is how many children it is about. The share holds in each month, or each week."""
        among = promise, day - timedelta(days=day.weekday()) if weekly else day.replace(day=1)
        owed = self._owed[among] + self.share(promise, day) * weight
        kept = owed >= weight / 2
        self._owed[among] = owed - weight * kept
        return kept

    def share(self, promise: str, day: date) -> float:
        months = self.shares.get(promise, ((date.min, 1.0),))
        return next((share for since, share in reversed(months) if since <= day), months[0][1])

    def actions(self, begins: date) -> dict[str, int]:
        """How many actions a plan has, and how many of them have a name and a day."""
        in_all = self.rng.randint(4, MOST_ACTIONS)
        return {"actions_in_all": in_all, "actions_named": in_all if self.keeps("actions_named", begins) else self.rng.randint(1, in_all - 1)}

    def heard(self, day: date, domestic_abuse: bool) -> dict[str, object]:
        """Whether a contact is about domestic abuse and how many agencies were heard: nobody wrote it down before September."""
        if day < HEARD_SINCE:
            return {}
        if not domestic_abuse:
            return {"about_domestic_abuse": False}
        return {"about_domestic_abuse": True, "agencies_heard": self.rng.randint(2, 4) if self.keeps("two_agencies", day) else 1}


ALL_KEPT: Shares = {}
