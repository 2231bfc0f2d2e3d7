"""What Ofsted's Annex A lists tell and no other type holds: answers without a day."""

from goldthread.record import codes
from goldthread.record.fields import Choice, Day, Whole, YesNo
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
    by_hand = False

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
