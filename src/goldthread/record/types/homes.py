"""Children's homes that the authority runs. They are written about the home."""

from goldthread.duties.words import homes as words
from goldthread.record.fields import Choice, Day, Line, Moment, Words
from goldthread.record.register import EntryType, Says, register, says_episode


@register
class Home(EntryType):
    """A children's home, while it is open."""

    code, called, group, icon = "home", "children's home", "other", "visit"
    day_question, until_question, lasts = "When did it open?", "When did it close?", True
    headline = ("registration",)
    speaks = says_episode(words.running)

    registration = Line("Registration number", max_length=40)
    manager = Line("Who is the registered manager?")


@register
class HomeCheck(EntryType):
    """The independent person's visit, or the review of the quality of care."""

    code, called, group, icon = "home_check", "check of a home", "visits", "visit"
    day_question = "When?"
    headline = ("what",)
    speaks = (
        Says(words.visited, when={"what": ("visit",)}),
        Says(words.quality_reviewed, when={"what": ("quality",)}),
        Says(words.review_sent, on="sent", when={"what": ("quality",)}),
    )

    what = Choice("What was done?", {"visit": "The independent person visited and reported", "quality": "The review of the quality of care was completed"})
    note = Words("What was found, and what follows?")
    sent = Day("When was the report sent to the inspectorate?", only_if=("what", ("quality",)))


@register
class HomeEvent(EntryType):
    """Something serious in a home, or a restraint."""

    code, called, group, icon = "home_event", "event in a home", "other", "warning"
    day_question, has_time = "When did it happen?", True
    headline = ("what",)
    speaks = (
        Says(words.event, on=("at", "day"), when={"what": ("event",)}),
        Says(words.inspectorate_told, on="inspectorate_told_at"),
        Says(words.placing_authority_told, on="authority_told_at"),
        Says(words.restrained, on=("at", "day"), when={"what": ("restraint",)}),
        Says(words.restraint_recorded, on="recorded_at"),
        Says(words.restraint_talked_over, on="talked_over_at"),
        Says(words.restraint_child_heard, on="child_heard"),
    )

    what = Choice("What was it?", {"event": "Something serious that must be told", "restraint": "A child was restrained"})
    note = Words("What happened?")
    inspectorate_told_at = Moment("When was the inspectorate told?", only_if=("what", ("event",)))
    authority_told_at = Moment("When was the authority that placed the child told?", only_if=("what", ("event",)))
    recorded_at = Moment("When was the restraint written down?", only_if=("what", ("restraint",)))
    talked_over_at = Moment("When did the manager speak with those who were involved?", only_if=("what", ("restraint",)))
    child_heard = Day("When was it added what the child says?", only_if=("what", ("restraint",)))
    child_said = Words("What does the child say?", only_if=("what", ("restraint",)))
