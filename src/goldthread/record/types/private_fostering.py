"""Children fostered privately, and children who live in a hospital, school or home for long."""

from goldthread.duties.words import private_fostering as words
from goldthread.record.fields import Choice, Day, EntryNumber, Line, Moment, Words, YesNo
from goldthread.record.register import EntryType, Says, register, says_episode


@register
class PrivateFosteringPlan(EntryType):
    """The authority is told that a child is to be fostered privately."""

    code, called, group, icon = "private_fostering_plan", "private fostering that is planned", "plans", "note"
    day_question = "When were we told?"
    headline = ("carers",)
    speaks = (Says(words.notified), Says(words.planned, on="planned"), Says(words.started, on="starts"))

    carers = Line("Who will foster the child?")
    planned = Day("When was it decided?")
    starts = Day("When does the child come to live there?")
    because = Words("Why, and for how long?")


@register
class PrivateFostering(EntryType):
    """The child is fostered privately. It counts from the day on which we became aware of it."""

    code, called, group, icon = "private_fostering", "private fostering", "plans", "people"
    day_question, until_question, lasts = "When did we become aware?", "When did it end?", True
    headline = ("carers",)
    speaks = (*says_episode(words.fostered), Says(words.suitability_decided, on="decided"))

    carers = Line("Who fosters the child?")
    began = Day("When did the child come to live there?")
    told_by = Line("Who told us?")
    decided = Day("When was it decided whether it is suitable?")
    suitable = YesNo("Is it suitable?")
    because = Words("Why?")


@register
class AwayVisit(EntryType):
    """A visit to a child who is fostered privately, or stays somewhere for long."""

    code, called, group, icon = "away_visit", "visit to a child living away", "visits", "visit"
    day_question = "When were you there?"
    headline = ("what",)
    speaks = (
        Says(words.checked, when={"what": ("first",)}, key="arrangement"),
        Says(words.visited, when={"what": ("first", "private")}),
        Says(words.visit_reported, on="reported", when={"what": ("first", "private")}),
        Says(words.long_stay_visited, when={"what": ("long_stay",)}),
    )

    what = Choice("What was done?", {
        "first": "First visit to the home: the child, the carers, their household and the parents were spoken to",
        "private": "Visit to the child who is fostered privately", "long_stay": "Visit to the child who stays somewhere for long",
    })
    arrangement = EntryNumber("For which plan or arrangement?")
    alone = YesNo("Was the child spoken to alone?")
    said = Words("What the child said or showed")
    seen = Words("What did you see, and what do you make of it?")
    reported = Day("When was the written report made?")


@register
class PrivateFosteringChange(EntryType):
    """Something changed in a private fostering arrangement."""

    code, called, group, icon = "private_fostering_change", "change in private fostering", "plans", "note"
    day_question, has_time = "When did it change?", True
    speaks = (Says(words.changed, on=("at", "day")), Says(words.change_told, on="told_at"))

    told_at = Moment("When did the carers tell us?")
    note = Words("What changed?")


@register
class LongStay(EntryType):
    """A stay of three months or more, meant or real, in a hospital, school or home."""

    code, called, group, icon = "long_stay", "long stay away from home", "plans", "visit"
    day_question, lasts = "When did the child go there?", True
    headline = ("where",)
    speaks = (
        *says_episode(words.long_stay),
        Says(words.long_stay_notified, on="notified"),
        Says(words.long_stay_checked, on="checked"),
    )

    where = Line("Where?")
    kind = Choice("What is it?", {"hospital": "Hospital", "school": "Residential school", "home": "Care home or independent hospital"})
    notified = Day("When were we told?")
    checked = Day("When was it found out how the child fares there?")
    note = Words("How does the child fare?")
