"""A write that is sent again under the same key is done once: its answer is kept in the transaction of the write."""

from datetime import timedelta
from hashlib import sha256
from typing import Any

from django.http import HttpRequest, JsonResponse

from goldthread.web.api.caller import Caller
from goldthread.web.api.models import KeptAnswer
from goldthread.web.api.problems import Problem

KEPT_FOR = timedelta(hours=24)
OTHER = "This key was used for another call. Make a new key for each thing you write."


class Once:
    """Around a write: `answer` is what an earlier call with this key was answered, or what this one leaves there."""

    def __init__(self, caller: Caller, key: str | None, request: HttpRequest):
        self.caller, self.key = caller, key
        self.asked = sha256(b"\0".join((request.method.encode(), request.path.encode(), request.body))).hexdigest()
        self.created = request.method == "POST"
        self.answer: dict[str, Any] | None = None
        self.row: KeptAnswer | None = None

    def kept(self) -> JsonResponse | None:
        """The answer of an earlier call, as it was. Raises a Problem where the key was used for another."""
        row = self._mine().filter(at__gt=self.caller.now - KEPT_FOR).first() if self.key else None
        if row is None:
            return None
        self._check(row)
        again = JsonResponse(row.answer, status=201 if self.created else 200)
        again["Idempotency-Replayed"] = "true"
        return again

    def _mine(self):
        return KeptAnswer.objects.filter(token=self.caller.token, key=self.key)

    def _check(self, row: KeptAnswer) -> None:
        if row.asked != self.asked:
            raise Problem("not-valid", OTHER, [("Idempotency-Key", OTHER)])

    def __enter__(self) -> "Once":
        """Take the key. Another call that holds it is waited for, and what it was answered is the answer."""
        if self.key:
            KeptAnswer.objects.filter(token=self.caller.token, at__lte=self.caller.now - KEPT_FOR).delete()
            self.row, fresh = self._mine().get_or_create(defaults={"asked": self.asked, "at": self.caller.now, "token": self.caller.token, "key": self.key})
            if not fresh:
                self._check(self.row)
                self.answer = self.row.answer
        return self

    def __exit__(self, kind, error, traceback) -> None:
        if kind is None and self.row is not None:
            self.row.answer = self.answer
            self.row.save(update_fields=["answer"])


