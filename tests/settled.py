"""An office that keeps in its record what Wrenford keeps, so that its lists are about the duties a test is about."""

from datetime import UTC, datetime

from goldthread.demo.reading import read
from goldthread.record.local.models import KEPT, LocalSetting
from goldthread.record.local.words import NOT_YET

LONG_AGO = datetime(1999, 9, 1, 9, tzinfo=UTC)


def as_wrenford() -> None:
    """Settle, before anything is written, which duties are not kept yet; what Wrenford begins to keep on a day is not kept here."""
    said = read("settled.yaml", "wrenford")
    why = {**{one["code"]: one["why"] for one in said["not_kept"]}, **{one["code"]: one["before"] for one in said["begun"]}}
    LocalSetting.objects.bulk_create(LocalSetting(what=KEPT, name=code, value=NOT_YET, at=LONG_AGO, why=words) for code, words in why.items())
