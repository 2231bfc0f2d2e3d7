"""Something left half-written, for tests of pages that know about it."""

from collections.abc import Iterable
from datetime import datetime
from uuid import uuid4

from goldthread.people.models import Worker
from goldthread.web.drafts.models import Draft


def half_written(worker: Worker, kind: str, children: Iterable[str], title: str, kept: datetime, **body: str) -> Draft:
    return Draft.objects.create(id=uuid4(), worker=worker, kind=kind, title=title, page="/visits/new/", children=list(children), began_at=kept, kept_at=kept,
                                body={name.replace("_", "-"): [said] for name, said in body.items()})  # fmt: skip
