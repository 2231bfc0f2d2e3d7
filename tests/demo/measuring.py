"""What the measures of an inspection's recommendations would say of told lives, counted here in another way: without a database."""

from datetime import date, timedelta

from goldthread.demo.leaving import sixteen_and_a_half
from goldthread.demo.telling import WORKING
from tests.demo.counting import children_of, final, share


def lives(stories):
    """Each child with the final versions of what is told of them, by type."""
    for story in stories:
        for child in children_of(story):
            told = {}
            for entry in story.of(child):
                told.setdefault(entry.type, []).append(final(entry))
            yield child, told


def lasting(told, type, day):
    return [t for t in told.get(type, ()) if t.day <= day and (t.until is None or t.until > day)]


def seen_in_time(all_lives, day):
    """Of the children on a plan, those seen in the last ten working days, or on a plan for no longer."""
    kept = []
    for _, told in all_lives:
        for plan in lasting(told, "protection_plan", day):
            seen = [t.day for t in told.get("visit", ()) if t.values["child_seen"] and t.day <= day]
            kept.append(WORKING.add(max([*seen, plan.day]), 10) >= day)
    return share(sum(kept), len(kept)), len(kept)


def seen_alone(all_lives, day):
    """Of the children on a plan, those seen alone in the last four weeks, or on a plan for no longer."""
    kept, since = [], day - timedelta(days=28)
    for _, told in all_lives:
        for plan in lasting(told, "protection_plan", day):
            kept.append(plan.day >= since or any(since <= t.day <= day and t.values.get("seen_alone") for t in told.get("visit", ())))
    return share(sum(kept), len(kept)), len(kept)


def before_birth(all_lives, since, until):
    """Of the assessments begun before a birth, those begun by week 20."""
    kept = []
    for child, told in all_lives:
        for begun in told.get("assessment", ()):
            if since <= begun.day <= until and begun.day < child.born:
                kept.append(begun.day <= child.expected - timedelta(days=140))
    return share(sum(kept), len(kept)), len(kept)


def advisers(all_lives, since, until):
    """Of the young people in care who turned sixteen and a half, those who had an adviser by that day."""
    kept = []
    for child, told in all_lives:
        half = sixteen_and_a_half(child)
        if since <= half <= until and lasting(told, "looked_after", half):
            kept.append(any(t.values["works_as"] == "personal_adviser" and t.day <= half for t in told["allocation"]))
    return share(sum(kept), len(kept)), len(kept)


def actions_named(all_lives, day):
    kept = []
    for _, told in all_lives:
        for plan in (*lasting(told, "protection_plan", day), *lasting(told, "need_plan", day)):
            if plan.values.get("actions_in_all"):
                kept.append(plan.values["actions_named"] >= plan.values["actions_in_all"])
    return share(sum(kept), len(kept)), len(kept)


def two_agencies(all_lives, since, until):
    kept = [
        t.values["agencies_heard"] >= 2
        for _, told in all_lives for t in told.get("contact", ()) if since <= t.day <= until and t.values.get("about_domestic_abuse")
    ]  # fmt: skip
    return share(sum(kept), len(kept)), len(kept)


def months(first, last):
    """(first day, last day) of each month from one to another."""
    day = first
    while day <= last:
        after = (day + timedelta(days=31)).replace(day=1)
        yield day, after - timedelta(days=1)
        day = after


OCTOBER = date(2026, 10, 1)
