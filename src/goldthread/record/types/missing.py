"""A child who is missing, and the talk when they are back."""

from goldthread.duties import words
from goldthread.duties.words import going_missing
from goldthread.record import codes
from goldthread.record.fields import Choice, Day, EntryNumber, Line, Moment, Words, YesNo
from goldthread.record.register import EntryType, Says, register


@register
class MissingEpisode(EntryType):
    """SSD: ssd_missing. `found_at` is the exact moment, where known: the interview is owed within hours of it."""

    code, called, group, icon = "missing", "missing episode", "contacts", "warning"
    day_question, until_question, lasts, has_time = "When was the child last seen?", "When was the child found?", True, True
    headline = ("kind",)
    speaks = (
        Says(words.missing.begins, on=("at", "day")),
        Says(words.missing.ends, on=("found_at", "until")),
        Says(going_missing.noticed, on="noticed_at"),
        Says(going_missing.police_told, on="police_told_at"),
        Says(going_missing.worker_told, on="worker_told_at"),
        Says(going_missing.family_told, on="family_told_at"),
        Says(going_missing.head_told, on="head_told_at"),
        Says(going_missing.director_told, on="director_told_at"),
        Says(going_missing.member_told, on="member_told"),
        Says(going_missing.checked, on="checked_at"),
    )

    kind = Choice("Missing, or away without permission?", codes.MISSING, ssd="miss_missing_episode_type", max_length=1)
    found_at = Moment("At what time was the child found?")
    where = Line("Where was the child?")
    told = Words("Who was told, and when?")
    noticed_at = Moment("When was it decided that the child is missing?", hint="It is reported at once from then, however long ago the child was last seen")
    police_told_at = Moment("When were the police told?")
    worker_told_at = Moment("When was the child's social worker told?")
    family_told_at = Moment("When were the parents and the reviewing officer told?")
    head_told_at = Moment("When was the head of service told?", hint="Where the child is missing for long")
    director_told_at = Moment("When was the director told?")
    member_told = Day("When was the lead member told?")
    checked_at = Moment("When did the police see the child after the return?")


@register
class ReturnInterview(EntryType):
    """SSD: miss_missing_rhi_offered, miss_missing_rhi_accepted."""

    code, called, group, icon = "return_interview", "return interview", "meetings", "people"
    day_question, has_time = "When was it held or offered?", True
    headline = ("accepted",)
    speaks = (
        Says(words.return_interview_held, on=("at", "day"), when={"accepted": (True,)}, key="episode"),
        Says(words.return_interview_declined, on=("at", "day"), when={"accepted": (False,)}, key="episode"),
    )

    episode = EntryNumber("After which time missing?")
    offered = YesNo("Was it offered?", ssd="miss_missing_rhi_offered")
    accepted = YesNo("Did the child accept?", ssd="miss_missing_rhi_accepted")
    by = Line("Who spoke with the child?")
    said = Words("What the child said")
