"""From a worried call to a decision, and from open to closed."""

from goldthread.duties import words
from goldthread.duties.words import front, helping
from goldthread.record import codes
from goldthread.record.fields import Choice, Day, EntryNumber, Line, Moment, ToTeam, ToWorker, Whole, Words, YesNo
from goldthread.record.register import MANAGERS, EntryType, Says, register

OUTCOME = {
    "referral": "It becomes a referral", "early_help": "Early help", "open": "To the worker the child already has",
    "information": "Information and advice", "none": "Nothing more is needed",
}


@register
class Contact(EntryType):
    """A call, letter or message about a child. SSD: ssd_contacts."""

    code, called, group, icon = "contact", "contact", "contacts", "phone"
    day_question, has_time = "When did it come in?", True
    headline = ("source", "who")
    speaks = (
        Says(words.contact_received, on=("at", "day")),
        Says(words.contact_decided, on="decided_at"),
        Says(front.rated_red, on=("rated_at", "at", "day"), when={"rating": ("red",)}),
        Says(front.rated_amber, on=("rated_at", "at", "day"), when={"rating": ("amber",)}),
        Says(front.rated_green, on=("rated_at", "at", "day"), when={"rating": ("green",)}),
        Says(front.rating_decided, on="decided_at", when={"rating": ("red", "amber", "green")}),
    )

    source = Choice("Who got in touch?", codes.SOURCE, ssd="cont_contact_source_code", max_length=4)
    who = Line("Their name and how to reach them")
    said = Words("What did they say?", hint="In their own words, as far as you can")
    child_known_to_be = Line("Where is the child now?")
    urgency = Choice("How soon must it be decided?", {"now": "Now", "day": "Within a day", "week": "Within three working days"})
    decide_by = Moment("Decide by")
    rating = Choice("How was it rated?", {"red": "Red", "amber": "Amber", "green": "Green"}, hint="Where agencies gather what they know before it is decided")
    rated_at = Moment("When was it rated?", only_if=("rating", ("red", "amber", "green")))
    outcome = Choice("What was decided?", OUTCOME, ssd="cont_contact_outcome_json")
    decided_at = Moment("When was it decided?")
    decided_by = ToWorker("Who decided?")
    because = Words("Because", only_if=("outcome", ("early_help", "information", "none")))
    told_back = Day("When was the caller told?")
    about_domestic_abuse = YesNo("Is it about domestic abuse?")
    agencies_heard = Whole("How many agencies were heard before it was decided?", hint="Police, health, school, housing and others; count the caller's own")


@register
class Referral(EntryType):
    """A request for services. Accepted, it opens an episode of need. SSD: ssd_cin_episodes."""

    code, called, group, icon = "referral", "referral", "contacts", "phone"
    day_question, has_time = "When was it received?", True
    headline = ("source", "decision")
    speaks = (
        Says(words.referral_received),
        Says(words.referral_decided, on="decided"),
        Says(words.referral_unassessed, on=("decided", "day"), when={"decision": ("no_further",)}),
        Says(words.need.begins, when={"decision": ("accepted",)}),
        Says(front.referral_telephoned, on=("at", "day"), when={"by_telephone": (True,)}),
        Says(front.referral_written, on="written"),
        Says(front.referral_acknowledged, on="acknowledged"),
        Says(front.referral_chased, on="asked_after"),
        Says(front.outcome_told, on="outcome_told"),
        Says(front.history_read, on=("decided", "day"), when={"history_read": (True,)}),
    )

    source = Choice("Who referred?", codes.SOURCE, ssd="cine_referral_source_code", max_length=4)
    said = Words("What are they worried about?")
    primary_need = Choice("Main reason", codes.NEED, ssd="cine_cin_primary_need_code", max_length=2)
    decision = Choice("What was decided?", {"accepted": "We assess or work with the child", "no_further": "Nothing more from us"},
                      ssd="cine_referral_nfa")
    decided = Day("On what day?")
    because = Words("Because")
    acknowledged = Day("When was the referrer told that it arrived?")
    by_telephone = YesNo("Was it made by telephone?")
    written = Day("When did it come, or was it confirmed, in writing?")
    asked_after = Day("When did the referrer ask what became of it?")
    outcome_told = Day("When was the referrer told what was decided?")
    history_read = YesNo("Was what happened before read, and thought about in the decision?")
    team = ToTeam("Which team took it?", ssd="cine_referral_team")
    worker = ToWorker("Who took it?", ssd="cine_referral_worker_id")
    team_named = Line("The team, as a return names it", told=True)
    worker_named = Line("The worker, as a return names them", told=True)
    earlier = Whole("Referrals in the 12 months before, as a return counts them", told=True)


@register
class EarlyHelp(EntryType):
    """An early help assessment, by the authority or an agency that tells it. SSD: ssd_early_help_episodes."""

    code, called, group, icon = "early_help", "early help assessment", "plans", "note"
    day_question, until_question, lasts = "When did it start?", "When was it completed?", True
    headline = ("organisation",)

    organisation = Line("Which organisation does it?", ssd="earl_episode_organisation")
    found = Words("What was found, and what help follows?")
    help_until = Day("When did the help end?", hint="Leave empty while it goes on")


@register
class Closing(EntryType):
    """Work with the child ends. `closes` is the number of the referral that opened it. SSD: cine_close_date."""

    code, called, group, icon = "closing", "closing", "plans", "note"
    approved_by = MANAGERS
    day_question = "On what day does the work end?"
    headline = ("reason",)
    speaks = (
        Says(words.need.ends, key="closes"),
        Says(helping.closing_decided, on="decided", key="closes"),
        Says(helping.closing_told, on="told_on", key="closes"),
    )

    closes = EntryNumber("Which period of work?")
    reason = Choice("Why?", codes.CLOSING, ssd="cine_close_reason", max_length=4)
    summary = Words("What was done, and what is different for the child?")
    told = Words("Who was told?")
    decided = Day("When was it decided to close?")
    told_on = Day("When were the summary written and everyone told?")


@register
class Warning(EntryType):
    """Somebody is worried and wants an answer by an hour. It is open until a named person answers it."""

    code, called, group, icon = "warning", "warning", "contacts", "warning"
    day_question, has_time = "When was it raised?", True
    headline = ("raised_by",)
    speaks = (Says(words.warning_raised, on=("at", "day")), Says(words.warning_answered, on="answered_at"))

    raised_by = Line("Who raised it?")
    works_for = Line("Their work")
    said = Words("What are they worried about?", hint="In their own words")
    answer_by = Moment("Answer by")
    answered_at = Moment("When was it answered?")
    answered_by = ToWorker("Who answered?")
    answer = Words("What was the answer?", only_if=("answered_at", None))
    accepted = YesNo("Did the person who raised it accept the answer?")
