"""Allegations against adults who work with children. They are written about the adult."""

from goldthread.duties.words import allegations as words
from goldthread.record.fields import Choice, Day, EntryNumber, Line, Moment, ToPerson, Words
from goldthread.record.register import EntryType, Says, register, says_episode


@register
class Allegation(EntryType):
    """One allegation, from the day the designated officer was told to its outcome."""

    code, called, group, icon = "allegation", "allegation", "other", "warning"
    day_question, until_question, lasts = "When was the designated officer told?", "When was the outcome written down?", True
    headline = ("work", "outcome")
    speaks = (
        *says_episode(words.allegation),
        Says(words.learned, on="learned_at"),
        Says(words.evaluated, on="evaluated"),
        Says(words.meeting_held, on="met"),
        Says(words.meeting_unneeded, on="unneeded"),
        Says(words.removed, on="removed"),
        Says(words.barring_referred, on="barring_referred"),
    )

    learned_at = Moment("When did the employer or the police learn of it?")
    employer = Line("Who employs the adult?")
    work = Line("What is their work with children?")
    child = ToPerson("About which child?")
    said = Words("What is alleged?")
    evaluated = Day("When was it decided what happens next?")
    next_step = Choice("What happens next?", {"advice": "Advice to the employer", "meeting": "An allegations meeting", "police": "To the police",
                                              "none": "Nothing more from us"})
    met = Day("When was the allegations meeting held?")
    unneeded = Day("When was it decided that no meeting is needed?")
    because = Words("Why?", only_if=("unneeded", None))
    removed = Day("When was the adult removed from the work, or would have been?")
    barring_referred = Day("When was the Disclosure and Barring Service told?")
    outcome = Choice("What was the outcome?", {"substantiated": "Substantiated", "unsubstantiated": "Unsubstantiated", "unfounded": "Unfounded",
                                               "false": "False", "malicious": "Malicious"})


@register
class AllegationProgress(EntryType):
    """The designated officer looks at how an open allegation moves."""

    code, called, group, icon = "allegation_progress", "progress of an allegation", "other", "note"
    day_question = "When?"
    speaks = (Says(words.progress_reviewed, key="allegation"),)

    allegation = EntryNumber("Of which allegation?")
    note = Words("What has been done, and what follows?")
