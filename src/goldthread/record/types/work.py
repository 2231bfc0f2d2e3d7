"""Being with the child, and thinking about it."""

from goldthread.duties import words
from goldthread.duties.words import protecting, workforce
from goldthread.record.fields import Choice, Line, ToWorker, Words, YesNo
from goldthread.record.register import SAID, EntryType, Says, register

AT_HOME = ("home", "placement", "", None)  # where the child has a bedroom, or a visit that does not say where it was


@register
class Visit(EntryType):
    """A visit, to one child. Made, seen and seen alone are three facts; a missing answer is none of them.

    SSD: ssd_cin_visits, ssd_cp_visits, ssd_cla_visits.
    """

    code, called, group, icon = "visit", "visit", "visits", "visit"
    day_question, has_time = "When were you there?", True
    headline = ("place", "known")
    speaks = (
        Says(words.visit_made, when={"made": (True,)}),
        Says(words.visit_child_seen, when={"child_seen": (True,)}),
        Says(words.visit_seen_alone, when={"seen_alone": (True,)}),
        Says(words.visit_seen_unsaid, when={"made": (True, None), "child_seen": (None,)}),
        Says(words.visit_alone_unsaid, when={"child_seen": (True,), "seen_alone": (None,)}),
        Says(words.visit_written_up, on="entered"),
        Says(protecting.child_not_seen, when={"child_seen": (False,)}),
        Says(protecting.bedroom_seen, when={"bedroom": (True,)}),
        Says(protecting.bedroom_unsaid, when={"made": (True,), "bedroom": (None,), "place": AT_HOME}),
    )

    place = Choice("Where?", {"home": "At home", "placement": "Where the child is placed", "school": "School", "elsewhere": "Elsewhere"})
    where = Line("Where exactly?", only_if=("place", ("elsewhere",)))
    known = YesNo("Did they know you were coming?")
    made = YesNo("Was the visit made?")
    child_seen = YesNo("Was the child seen?", ssd="cppv_cp_visit_seen")
    seen_alone = YesNo("Alone?", ssd="cppv_cp_visit_seen_alone")
    why_not_alone = Words("Why not alone?", only_if=("seen_alone", (False,)))
    why_not_seen = Words("Why not, and where is the child?", only_if=("child_seen", (False,)))
    said = Words("What the child said or showed")
    bedroom = YesNo("Bedroom seen?", ssd="cppv_cp_visit_bedroom")
    at_home = Words("What was it like?", hint="What you saw, then what you make of it. A parent will read this.")
    present = Words("Who was there?")
    next_steps = Words("What happens next, who does it and by when?")
    by = ToWorker("Who visited?")


@register
class CaseNote(EntryType):
    """A call, a conversation, a message, a thought. The child's own words go first."""

    code, called, group, icon = "note", "note", "contacts", "note"
    of_anybody = True
    day_question, has_time = "When was it?", True
    headline = ("title",)
    speaks = (
        Says(workforce.note_critical, on=("at", "day"), when={"weight": ("critical",)}),
        Says(workforce.note_significant, when={"weight": ("significant",)}),
        Says(workforce.note_other, when={"weight": ("other",)}),
        Says(workforce.note_written, on="entered", when={"weight": SAID}),
        Says(protecting.seen_by_other, when={"saw": (True,)}),
    )

    kind = Choice("What was it?", {"call": "A call", "meeting": "A meeting", "message": "A message or letter", "school": "From school",
                                   "health": "From health", "other": "Something else"})
    weight = Choice("How much does it weigh?", {"critical": "Critical: on the file within a day", "significant": "Significant", "other": "Neither"})
    title = Line("In a few words")
    who = Line("With whom?")
    saw = YesNo("Had they seen the child that day?", hint="Somebody who works with the child, such as a teacher or a health visitor")
    said = Words("What the child said")
    note = Words("What happened, and what do you make of it?")
    next_steps = Words("What happens next?")


@register
class Oversight(EntryType):
    """A manager looks at how things are going for the child and says what should happen."""

    code, called, group, icon = "oversight", "manager's oversight", "meetings", "people"
    day_question = "When?"
    speaks = (Says(words.manager_looked),)
    writers = frozenset({"team_manager", "head_of_service", "director", "front_door", "analyst"})

    better = Words("What is better for the child, and how do you know?")
    worry = Words("What worries you?")
    decided = Words("What should happen, who does it and by when?")
    manager = ToWorker("Who looked?")
