"""Counting what a told city says, without a database."""

from collections import Counter
from datetime import date, timedelta

from goldthread.demo.keeping import as_version


def final(told):
    """An entry as it stands after all its changes."""
    return as_version(told, len(told.changes))


def open_on(story, child, type, day):
    """Entries of a type that last over this day."""
    found = (final(t) for t in story.of(child, type))
    return [t for t in found if t.day <= day and (t.until is None or t.until > day)]


def is_open(story, child, day):
    """Whether a referral was accepted and not closed by this day."""
    closed = {id(t.values["closes"]): t.day for t in story.of(child, "closing")}
    return any(
        r.day <= day < closed.get(id(r), date.max)
        for r in story.of(child, "referral")
        if r.values.get("decision") == "accepted"
    )


def children_of(story):
    return [p for p in story.people if any(t.type == "referral" for t in story.of(p))]


def kinds(stories, day):
    """How many children are of each kind on a day; a child may be of several."""
    found = Counter()
    for story in stories:
        for child in children_of(story):
            if not is_open(story, child, day):
                continue
            found["open"] += 1
            for kind in ("protection_plan", "need_plan", "looked_after"):
                found[kind] += bool(open_on(story, child, kind, day))
    return found


def referrals(stories, since, until):
    """(child, day) of each referral in these days, and how many came within a year of one before."""
    found, again = [], 0
    for story in stories:
        for child in children_of(story):
            days = sorted(t.day for t in story.of(child, "referral"))
            for n, day in enumerate(days):
                if since < day <= until:
                    found.append((child, day))
                    again += n > 0 and day - days[n - 1] <= timedelta(days=365)
    return found, again


def share(part, whole):
    return part / whole if whole else 0
