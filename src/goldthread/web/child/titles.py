"""What an entry is called as one line: 'Visit at home, not announced', 'Strategy discussion: section 47 enquiries agreed'."""

from goldthread.record.reading import Written

ANSWERED = {  # yes-or-no answers that make a line, as what they mean
    ("strategy_discussion", "enquiry"): ("section 47 enquiries agreed", "no section 47 enquiries"),
    ("enquiry", "conference_needed"): ("a conference is needed", "no conference is needed"),
    ("return_interview", "accepted"): ("held", "offered and declined"),
}
AT = {"school": " at school", "": ""}


def title(entry: Written) -> str:
    """The line of an entry on the timeline, and the heading of its page."""
    if entry.kind.code == "visit":
        return _visit(entry)
    for name in entry.kind.headline:
        meaning = ANSWERED.get((entry.kind.code, name))
        if meaning:
            answer = {True: f": {meaning[0]}", False: f": {meaning[1]}"}.get(getattr(entry.values, name), "")
            return f"{entry.kind.called[:1].upper()}{entry.kind.called[1:]}{answer}"
    return _said_once(entry.headline())


def _said_once(headline: str) -> str:
    """'Contact: Housing' where the kind of caller and the caller's name are the same."""
    called, colon, rest = headline.partition(": ")
    return called + colon + ", ".join(dict.fromkeys(rest.split(", ")))


def _visit(entry: Written) -> str:
    place = entry.kind._meta.get_field("place").say(entry.values.place)
    where = AT.get(entry.values.place, f" {place[:1].lower()}{place[1:]}")
    return f"Visit{where}{', not announced' if entry.values.known is False else ''}"
