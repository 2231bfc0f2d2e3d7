"""The addresses of Today and its lists."""

from datetime import date

from django.urls import reverse
from django.utils.http import urlencode

GROUPS = {
    "overdue": "Overdue",
    "today": "Due today",
    "unknown": "We cannot tell yet",
    "soon": "Next five working days",
    "later": "After that",
}
ANCHORS = {"overdue": "overdue", "today": "due-today", "unknown": "cannot-tell", "soon": "next-days", "later": "later"}


def listed(**asked: object) -> str:
    """A list of what is owed, with its filters in the address."""
    said = {name: value.isoformat() if isinstance(value, date) else value for name, value in asked.items() if value not in ("", None)}
    return f"{reverse('today_list')}?{urlencode(said)}" if said else reverse("today_list")
