"""Saying why, as the pages ask it of an analyst, a director and those who lead quality and practice."""

from datetime import timedelta

from goldthread.people.models import Opening
from goldthread.record.models import Person

WHY = "To check the figures of this month with the team"


def says_why(client, *references):
    """Answer the question of the page for each record, as somebody does before they go on."""
    for reference in references:
        answer = client.post(f"/records/{reference}/why/", {"reason": WHY})
        assert answer.status_code == 302, (reference, answer.status_code)
    return client


def said_why(worker, now, *people):
    """That a reason was said a minute ago for records by number, where no page is what a test is about."""
    at = now - timedelta(minutes=1)
    for person in people or Person.objects.values_list("pk", flat=True):
        Opening.objects.create(worker=worker, person_id=person, reason=WHY, beyond=False, at=at, until=at + timedelta(hours=8))
