"""Where young people live after care, and what was done for them between plans."""

from goldthread.duties.words import after_care
from goldthread.record.fields import Choice, Words
from goldthread.record.register import EntryType, Says, register, says_episode


@register
class LifeAfterCare(EntryType):
    """How a care leaver lives, where something is owed because of it."""

    code, called, group, icon = "life_after_care", "where a care leaver lives", "plans", "visit"
    day_question, lasts = "Since when?", True
    headline = ("kind",)
    speaks = (
        *says_episode(after_care.provided_home, kind=("provided",)),
        *says_episode(after_care.staying_put, kind=("staying_put",)),
        *says_episode(after_care.back_with_family, kind=("family",)),
    )

    kind = Choice("How do they live?", {"provided": "In accommodation that we provide", "staying_put": "Staying put with their former foster carer",
                                        "family": "With family again"})
    note = Words("What has been agreed about it?")


@register
class LeavingCareStep(EntryType):
    """Something done or asked for between pathway plans."""

    code, called, group, icon = "leaving_care_step", "step in leaving care", "plans", "note"
    day_question = "When?"
    headline = ("what",)
    speaks = (
        Says(after_care.review_requested, when={"what": ("review_requested",)}),
        Says(after_care.support_offered, when={"what": ("offered",)}),
        Says(after_care.support_requested, when={"what": ("requested",)}),
        Says(after_care.support_assessed, when={"what": ("assessed",)}),
        Says(after_care.staying_put_reviewed, when={"what": ("staying_put",)}),
        Says(after_care.status_decided, when={"what": ("status",)}),
    )

    what = Choice("What was done?", {
        "review_requested": "A review of the pathway plan was asked for", "offered": "Told what support there is to 25",
        "requested": "They asked for support after 21", "assessed": "What they need after 21 was assessed",
        "staying_put": "Looked at how staying put is going", "status": "Decided what they are owed now",
    })
    said = Words("What the young person said")
    note = Words("What was done or decided, and why?")
