"""What Ofsted's Annex A lists tell and no other type holds: answers without a day, and adopters."""

from goldthread.record import codes
from goldthread.record.fields import Choice, Day, Line, Whole, YesNo
from goldthread.record.register import EntryType, register

STATUS = {
    "looked_after": "Looked after", "protection": "Protection plan", "need": "Child in need plan", "assessment": "Open assessment",
    "closed": "Closed",
}  # fmt: skip


@register
class ListAnswers(EntryType):
    """What the lists say of a child up to `day` without saying on what days. It meets no duty, as YearInCare does not."""

    code, called, group, icon = "list_answers", "answers without days", "other", "note"
    day_question = "Up to what day?"
    headline = ("status",)
    offered = False

    status = Choice("Standing with the service", STATUS)
    placements = Whole("Placements in the 12 months before")
    missing = Whole("Times missing in the 12 months before")
    away = Whole("Times away without permission in the 12 months before")
    interview_offered = YesNo("Was a return interview offered after the last time missing?")
    interview_accepted = YesNo("Did the child accept it?")
    care_again = YesNo("Is it a second or later period of care within 12 months?")
    emergency = YesNo("Under an emergency protection order or police protection in the 6 months before?")
    permanence = Choice("What is the plan for permanence?", codes.AIM)
    officer_in_touch = Day("When was the reviewing officer last in touch with the child?")


@register
class Adopter(EntryType):
    """A grown-up who asked about adopting, and how far they have come. `day` is the day they asked."""

    code, called, group, icon = "adopter", "adopter", "plans", "people"
    day_question = "When did they first ask?"
    headline = ("approved", "left_because")
    offered = False

    family = Line("Number of their family", max_length=40)
    early_placement = YesNo("Do they foster children whom they may adopt?")
    stage_1_began = Day("When did stage 1 begin?")
    stage_1_ended = Day("When did stage 1 end?")
    stage_2_began = Day("When did stage 2 begin?")
    stage_2_ended = Day("When did stage 2 end?")
    applied = Day("When did they apply?")
    approved = Day("When were they approved?")
    matched = Day("When were they matched?")
    placed = Day("When was a child placed with them?")
    children_placed = Whole("How many children were placed?")
    adopted = Day("Date of the adoption order")
    left = Day("When did they leave the process?")
    left_because = Choice("Why?", codes.LEFT_ADOPTING, max_length=1)
