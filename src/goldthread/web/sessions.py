"""How long a sign-in lasts: an hour without a request, and twelve hours in any case. What was being typed outlives both."""

from datetime import UTC, datetime
from typing import Any

from django.conf import settings
from django.contrib.sessions.backends import db
from django.http import HttpRequest

from goldthread.web import clockwork

ENDS = "ends"


class SessionStore(db.SessionStore):
    """Django's sessions in the database, none of which outlives the end that was set when somebody signed in.

    `stands_until` is the end that was read with the session; None where none was read.
    """

    stands_until: datetime | None = None

    def _get_session_from_db(self) -> Any:
        found = super()._get_session_from_db()
        self.stands_until = found.expire_date if found else None
        return found

    def get_expiry_date(self, **given: Any) -> datetime:
        usual = super().get_expiry_date(**given)
        ends = self.get(ENDS)
        return usual if ends is None else min(usual, datetime.fromtimestamp(ends, UTC))

    def get_expiry_age(self, **given: Any) -> int:
        usual = super().get_expiry_age(**given)
        ends = self.get(ENDS)
        return usual if ends is None else min(usual, max(0, int(ends - clockwork.real_seconds())))


def begin(request: HttpRequest) -> None:
    """Somebody has just signed in: their hours are counted from now."""
    request.session[ENDS] = clockwork.real_seconds() + settings.SESSION_LONGEST
