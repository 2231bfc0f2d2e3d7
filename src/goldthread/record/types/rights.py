"""Complaints, and requests for information. What nobody's record is about is written about whoever asks."""

from goldthread.duties.words import rights as words
from goldthread.record.fields import Choice, Day, Line, Moment, Words, YesNo
from goldthread.record.register import EntryType, Says, register, says_episode


@register
class Complaint(EntryType):
    """One complaint through its stages."""

    code, called, group, icon = "complaint", "complaint", "contacts", "phone"
    day_question, until_question, lasts = "When did it come, or was it agreed to begin?", "When was it closed or withdrawn?", True
    headline = ("who",)
    speaks = (
        *says_episode(words.complaint),
        Says(words.happened, on="happened"),
        Says(words.extended, on="extended"),
        Says(words.answered, on="answered"),
        Says(words.stage_2.begins, on="stage_2_asked"),
        Says(words.stage_2_extended, on="stage_2_extended"),
        Says(words.stage_2.ends, on="stage_2_answered"),
        Says(words.panel_asked, on="panel_asked"),
        Says(words.panel_held, on="panel_held"),
        Says(words.panel_reported, on="panel_reported"),
        Says(words.panel_answered, on="panel_answered"),
    )

    who = Line("Who complains?")
    said = Words("What about?", hint="In their own words, as far as you can")
    happened = Day("When did it happen?")
    advocate = YesNo("Do they have an advocate?")
    extended = Day("If the time to answer was extended, when?")
    extended_because = Words("Why?", only_if=("extended", None))
    answered = Day("When was the answer sent?")
    answer = Words("What was the answer?")
    stage_2_asked = Day("When was stage 2 asked for?")
    stage_2_extended = Day("If the time for stage 2 was extended, when?")
    stage_2_answered = Day("When was the answer at stage 2 sent, with the report?")
    panel_asked = Day("When was a review panel asked for?")
    panel_held = Day("When did the panel meet?")
    panel_reported = Day("When did its report come?")
    panel_answered = Day("When was the report answered?")
    learned = Words("What was learned, and what changes?")


@register
class AccessRequest(EntryType):
    """Somebody asks for the information about them, or about a child for whom they may ask."""

    code, called, group, icon = "access_request", "request for own information", "contacts", "note"
    day_question, until_question, lasts = "When was the request complete, and clear who asks?", "When was the information given, or refused?", True
    headline = ("who",)
    speaks = (
        *says_episode(words.access_request),
        Says(words.access_extended, on="extended"),
        Says(words.access_due, on="due"),
    )

    who = Line("Who asks?")
    wanted = Words("For what?")
    extended = Day("If the time was extended, when were they told?")
    extended_because = Words("Why?", only_if=("extended", None))
    due = Day("If the clock stood still for clarification: by what day is it due?")
    refused = Words("If something was refused, what and why?")


@register
class FreedomRequest(EntryType):
    """A freedom of information request."""

    code, called, group, icon = "freedom_request", "freedom of information request", "contacts", "note"
    day_question = "When did it come?"
    headline = ("about",)
    speaks = (Says(words.freedom_requested), Says(words.freedom_answered, on="answered"))

    about = Line("What is asked?")
    answered = Day("When was it answered?")
    outcome = Choice("How?", {"given": "Given", "part": "Given in part", "refused": "Refused", "none": "We do not hold it"})


@register
class DataBreach(EntryType):
    """Personal data was lost, or seen by somebody who should not see it."""

    code, called, group, icon = "data_breach", "breach of personal data", "other", "warning"
    day_question, has_time = "When did we become aware?", True
    speaks = (
        Says(words.breach_known, on=("at", "day")),
        Says(words.breach_reported, on="reported_at"),
        Says(words.breach_harmless, on="no_risk_at"),
    )

    note = Words("What happened, and to whose data?")
    reported_at = Moment("When was the Information Commissioner told?")
    no_risk_at = Moment("If it is no risk to anybody, when was that written down?")
    because = Words("Why is it no risk?", only_if=("no_risk_at", None))
