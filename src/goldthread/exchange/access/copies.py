"""The copy that is given: the same words as JSON and on paper in one ZIP, kept for some days and then removed."""

import hashlib
import json
import zipfile
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from io import BytesIO
from typing import Any

from django.db import transaction

from goldthread.exchange.access.deciding import NotDecided
from goldthread.exchange.access.whole import Everything, Part
from goldthread.people.roles import ANSWER
from goldthread.people.sight import check_may
from goldthread.record.around import requests
from goldthread.record.models import Disclosure, DisclosureCopy
from goldthread.record.reach import Reach
from goldthread.record.trail import acts

KEPT_FOR = timedelta(days=30)
ANSWERED = "This request has been answered or taken back. Write down a new one to make another copy."
GONE = "This copy was removed after its last day. Make another one where the request is still open."
FIRST_MOMENT = (1980, 1, 1, 0, 0, 0)  # of every file in the ZIP: the same content makes the same bytes


def as_json(whole: Everything, at: datetime) -> str:
    """The record as JSON: {"about", "made", "identifiers", "entries", "owed"}. Days and moments are in ISO form."""
    told = {
        "about": {"reference": whole.reference, "name": whole.name}, "made": at.isoformat(),
        "identifiers": [{"scheme": scheme, "value": value} for scheme, value in whole.identifiers],
        "entries": [_entry(part) for part in whole.parts],
        "owed": [{"duty": duty, "opened": _iso(opened), "due": _iso(due), "met": _iso(met)} for duty, opened, due, met in whole.owed],
    }  # fmt: skip
    return json.dumps(told, ensure_ascii=False, indent=1)


def _entry(part: Part) -> dict[str, Any]:
    return {
        "entry": part.number, "version": part.version, "kind": part.called, "day": _iso(part.day), "until": _iso(part.until), "at": _iso(part.at),
        "recorded": _iso(part.recorded_at), "stands": part.stands, "withdrawn": part.withdrawn,
        "answers": [{"question": answer.question, "answer": answer.words} for answer in part.answers],
    }  # fmt: skip


def _iso(value: date | datetime | None) -> str | None:
    return value.isoformat() if value else None


def packed(files: Mapping[str, bytes]) -> bytes:
    """A ZIP of files by name."""
    held = BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as into:
        for name, content in files.items():
            into.writestr(zipfile.ZipInfo(name, FIRST_MOMENT), content, zipfile.ZIP_DEFLATED)
    return held.getvalue()


def check_open(disclosure: Disclosure) -> None:
    """Raise NotDecided unless the request stands and is not answered yet."""
    if not any(version.entry == disclosure.request and version.until is None for version in requests(disclosure.person_id)):
        raise NotDecided(ANSWERED)


def keep(reach: Reach, disclosure: Disclosure, content: bytes, left_out: int) -> DisclosureCopy:
    """Keep a copy as it was made, until its last day."""
    check_may(reach.actor, ANSWER)
    check_open(disclosure)
    return DisclosureCopy.objects.create(
        disclosure=disclosure, by=reach.actor, at=reach.now, until=reach.today + KEPT_FOR, sha256=hashlib.sha256(content).hexdigest(),
        size=len(content), left_out=left_out, content=content,
    )  # fmt: skip


def hand_over(reach: Reach, copy: DisclosureCopy) -> bytes:
    """The content of a copy, to whoever may answer requests and see the record; the look is written down. Raises NotDecided once it is gone."""
    check_may(reach.actor, ANSWER)
    reach.look(copy.disclosure.person_id, "access_copy")
    remove_old(reach.now)
    if copy.until < reach.today or copy.content is None:
        raise NotDecided(GONE)
    reach.did(acts.EXPORT, "access_copy", copy.pk, person=copy.disclosure.person_id)
    return bytes(copy.content)


def remove_old(now: datetime) -> int:
    """Remove the content of copies whose last day has passed; the rows stay. Gives how many."""
    with transaction.atomic():
        return DisclosureCopy.objects.filter(until__lt=now.date(), removed_at=None).update(content=None, removed_at=now)


