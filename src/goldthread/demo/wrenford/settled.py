"""What Wrenford has settled itself, by the same act that the page calls."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from goldthread.demo.reading import read
from goldthread.demo.telling import HERE
from goldthread.people.models import Worker
from goldthread.record.local.changing import settle
from goldthread.record.local.checks import Choice
from goldthread.record.local.models import KEPT, NUMBER, LocalSetting
from goldthread.record.local.words import NOT_YET, YES

RECORD_BEGAN = datetime(1999, 9, 1, 9, tzinfo=HERE)  # before anything that is told of anybody was written down


def keep(now: datetime) -> None:
    """Settle it, once. What was settled after `now` has not been settled yet."""
    said = read("settled.yaml", "wrenford")
    if LocalSetting.objects.exists():
        return
    by = Worker.objects.get(username=said["by"])
    for one in said["not_kept"]:
        settle(by, RECORD_BEGAN, Choice(KEPT, one["code"], NOT_YET, None, one["why"]))
    for one in said["begun"]:
        settle(by, RECORD_BEGAN, Choice(KEPT, one["code"], NOT_YET, None, one["before"]))
        _later(by, now, one, Choice(KEPT, one["code"], YES, one["since"], one["why"]))
    for one in said["numbers"]:
        _later(by, now, one, Choice(NUMBER, one["name"], one["value"], one["since"], one["why"]))


def _later(by: Worker, now: datetime, one: Mapping[str, Any], choice: Choice) -> None:
    moment = one["settled"].replace(tzinfo=HERE)
    if moment <= now:
        settle(by, moment, choice)
