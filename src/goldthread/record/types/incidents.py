"""Serious incidents, and the deaths of children and care leavers."""

from goldthread.duties.words import incidents as words
from goldthread.record.fields import Choice, Day, Moment, Words, YesNo
from goldthread.record.register import EntryType, Says, register


@register
class SeriousIncident(EntryType):
    """A child whom the authority knows or suspects to have been abused or neglected has died or was seriously harmed."""

    code, called, group, icon = "serious_incident", "serious incident", "other", "warning"
    day_question = "When did the authority become aware?"
    headline = ("harm",)
    speaks = (
        Says(words.known),
        Says(words.notified, on="notified"),
        Says(words.rapidly_reviewed, on="rapid_review_sent"),
        Says(words.review_begun, on="review_begun"),
        Says(words.review_published, on="review_published"),
        Says(words.delay_explained, on="delay_explained"),
        Says(words.serious_review_decided, on="serious_review_decided"),
        Says(words.serious_review_begun, on="serious_review_decided", when={"serious_review": (True,)}),
        Says(words.serious_review_finished, on="serious_review_finished"),
    )

    harm = Choice("What happened to the child?", {"died": "The child died", "harmed": "The child was seriously harmed"})
    happened = Day("When did it happen?")
    note = Words("What is known?")
    notified = Day("When was the national panel told?")
    partners_told = Day("When were the safeguarding partners told?")
    rapid_review_sent = Day("When was the rapid review sent to the panel?")
    review_begun = Day("When was it decided to hold a practice review?")
    review_published = Day("When was the practice review published?")
    delay_explained = Day("If it is late, when was the delay explained in public?")
    serious_review_decided = Day("Before October 2019: when was it decided whether to hold a serious review?")
    serious_review = YesNo("Was one held?")
    serious_review_finished = Day("When was it finished?")


@register
class DeathKnown(EntryType):
    """It became known that a child or care leaver has died. The day of the death itself is among the details of the person."""

    code, called, group, icon = "death", "death", "other", "warning"
    day_question, has_time = "When did it become known?", True
    headline = ("standing",)
    speaks = (
        Says(words.death_known, on=("at", "day"), when={"standing": ("care", "child")}),
        Says(words.death_in_care, on=("at", "day"), when={"standing": ("care",)}),
        Says(words.death_after_care, on=("at", "day"), when={"standing": ("care_leaver",)}),
        Says(words.sudden_death, on=("at", "day"), when={"standing": ("care", "child"), "sudden": (True,)}),
        Says(words.death_notified, on="notified"),
        Says(words.death_partners_told, on="partners_told_at"),
        Says(words.response_begun, on="response_begun"),
        Says(words.home_visited, on="home_visited_at"),
        Says(words.response_met, on="response_met"),
        Says(words.death_reviewed, on="reviewed"),
        Says(words.death_report_ready, on="report_ready"),
        Says(words.death_panel_held, on="panel_held"),
    )

    standing = Choice("Who has died?", {"care": "A child in care", "care_leaver": "A care leaver under 25", "child": "Another child"})
    sudden = YesNo("Was it sudden, and did nobody expect it?")
    note = Words("What is known?")
    notified = Day("When were the Secretary of State and the inspectorate told?")
    partners_told_at = Moment("When were the child death review partners told?")
    response_begun = Day("When did police, health and we speak together?")
    home_visited_at = Moment("When was the family visited at home?")
    response_met = Day("When did the agencies meet?")
    reviewed = Day("When was the child death review meeting held?")
    report_ready = Day("When was the report for the overview panel complete?")
    panel_held = Day("When did the overview panel review the death?")
