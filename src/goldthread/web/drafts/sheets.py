"""The number of a form, and what is kept under it.

A form carries its number signed: who it was made for and on which page. The signature shows that the words come from a page
of ours, made for that worker, even when their sign-in has lapsed meanwhile.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid4

from django.core import signing
from django.db import transaction
from django.http import HttpRequest, QueryDict

from goldthread.people.sight import NotAllowed
from goldthread.record.acting import acting_as
from goldthread.web.drafts.models import Draft
from goldthread.web.presses.once import FIELD as PRESS

OF_ANOTHER = (
    "Somebody else opened this form, and then you signed in here. Nothing was saved in your name. "
    "What they wrote is kept for them, and waits on their Today."
)
FIELD = "sheet"
SALT = "goldthread.web.drafts"
NOT_WORDS = {FIELD, PRESS, "csrfmiddlewaretoken", "do"}


@dataclass(frozen=True, slots=True)
class Sheet:
    """One form on one page, made for one worker. `children` are references; `kept` is what was kept of it, if anything,
    and `other` a form of the same kind about the same children that the worker left half-written before."""

    number: UUID
    worker: int
    kind: str
    page: str
    title: str
    children: tuple[str, ...] = ()
    kept: Draft | None = None
    other: Draft | None = None

    @property
    def token(self) -> str:
        """The number, signed, as the form carries it."""
        return signing.dumps(
            [self.number.hex, self.worker, self.kind, self.page, self.title, self.children], salt=SALT, compress=True
        )

    @property
    def place(self) -> str:
        """What the form is about, for a browser that must keep words by itself."""
        return f"{self.kind}:{','.join(sorted(self.children)) or self.page}"


def read_token(token: str) -> Sheet | None:
    """The form a token was made for; None if it is not one of ours."""
    try:
        number, worker, kind, page, title, children = signing.loads(token, salt=SALT)
    except (signing.BadSignature, ValueError):
        return None
    return Sheet(UUID(number), worker, kind, page, title, tuple(children))


def sheet(request: HttpRequest, kept: Draft | None, *, kind: str, title: str, children: Iterable[str] = ()) -> Sheet:
    """The form on this page: the one that was posted or reopened, or a new one.

    A form that was made for somebody else is kept for them and refused, with NotAllowed.
    """
    posted = read_token(request.POST.get(FIELD, ""))
    ours = posted is not None and posted.worker == request.user.pk
    if posted is not None and not ours:
        keep(posted, request.POST, request.now)
        raise NotAllowed(OF_ANOTHER)
    number = posted.number if ours else kept.pk if kept else uuid4()
    kept = kept or (Draft.objects.filter(pk=number, saved_at=None).first() if ours else None)
    about = tuple(children)
    other = None if kept or ours else _begun_before(request.user.pk, kind, about)
    return Sheet(number, request.user.pk, kind, request.path, title[:300], about, kept, other)


def _begun_before(worker: int, kind: str, children: tuple[str, ...]) -> Draft | None:
    """The newest form like this one that is not saved yet. One about nobody in particular is like no other."""
    waiting = Draft.objects.filter(worker=worker, kind=kind, saved_at=None, children__contains=list(children)).order_by("-kept_at")
    return next((draft for draft in waiting if set(draft.children) == set(children)), None) if children else None


def reopened(request: HttpRequest) -> Draft | None:
    """The draft that the address names, if it is this worker's own, of this page, and not saved yet."""
    try:
        number = UUID(request.GET.get("draft", ""))
    except ValueError:
        return None
    return Draft.objects.filter(pk=number, worker=request.user.pk, page=request.path, saved_at=None).first()


def words(request: HttpRequest, kept: Draft | None) -> QueryDict:
    """What stands on the form: just posted, or kept, or else the parameters of the address."""
    if request.method == "POST":
        return request.POST
    return as_posted(kept.body) if kept else request.GET


def as_posted(body: dict[str, list[str]]) -> QueryDict:
    """Kept words in the form in which a browser posts them."""
    found = QueryDict(mutable=True)
    for name, values in body.items():
        found.setlist(name, values)
    return found


def keep(form: Sheet, body: QueryDict, now: datetime, device: str = "computer") -> Draft:
    """Keep what is written, whatever it is, for the worker whose form it is. What comes late, after the form was saved, is left alone."""
    with acting_as(form.worker), transaction.atomic():
        draft = _locked(form, now, device)
        if draft.saved_at is None:
            draft.title, draft.children, draft.device = form.title, list(form.children), device
            draft.body, draft.kept_at = _body(body), now
            draft.save()
    return draft


def saved_before(form: Sheet) -> Draft | None:
    """The form as it was saved, if it was."""
    return Draft.objects.filter(pk=form.number, worker=form.worker, saved_at__isnull=False).first()


@contextmanager
def saving(form: Sheet, now: datetime) -> Iterator[Draft]:
    """Write the record inside, in one transaction; leave the address to go to in `outcome`.

    If `saved_at` is set on the way in, the form was saved before: write nothing.
    """
    with transaction.atomic():
        draft = _locked(form, now, "computer")
        yield draft
        if draft.saved_at is None:
            draft.saved_at, draft.body = now, {}
            draft.save()


def _locked(form: Sheet, now: datetime, device: str) -> Draft:
    first = {"worker_id": form.worker, "kind": form.kind, "page": form.page, "title": form.title,
             "children": list(form.children), "device": device, "began_at": now, "kept_at": now}  # fmt: skip
    Draft.objects.get_or_create(pk=form.number, defaults=first)
    return Draft.objects.select_for_update().get(pk=form.number, worker=form.worker)


def _body(posted: QueryDict) -> dict[str, list[str]]:
    """Every field but our own; the database cannot hold the character nought, which nobody types."""
    return {name: [v.replace("\0", "") for v in values] for name, values in posted.lists() if name not in NOT_WORDS}
