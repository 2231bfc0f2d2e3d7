"""Finding out what is happening to the child."""

from goldthread.duties import words
from goldthread.duties.words import assessing, enquiring, helping
from goldthread.record import codes
from goldthread.record.fields import Choice, Choices, Day, EntryNumber, Line, ToTeam, ToWorker, Whole, Words, YesNo
from goldthread.record.register import MANAGERS, EntryType, Says, register, says_episode


@register
class Assessment(EntryType):
    """A child and family assessment, from its start to its authorisation. SSD: ssd_cin_assessments."""

    code, called, group, icon = "assessment", "assessment", "plans", "note"
    approved_by = MANAGERS
    day_question, until_question, lasts = "When did it start?", "When was it authorised?", True
    headline = ("outcome",)
    speaks = (
        *says_episode(words.assessment, kind=("single", "", None)),
        *says_episode(words.initial_assessment, kind=("initial",)),
        *says_episode(words.core_assessment, kind=("core",)),
        Says(words.assessment_child_seen, on="seen_on"),
        Says(assessing.checked, on="review_on"),
        Says(assessing.checked, on="review_again_on"),
        Says(assessing.late_explained, on="late_agreed"),
        Says(assessing.services_needed, on="until", when={"outcome": ("services",)}),
        Says(assessing.shared, on="shared"),
        Says(assessing.referrer_told, on="referrer_told"),
    )

    kind = Choice("Which kind?", {"single": "Child and family assessment", "initial": "Initial assessment (before April 2013)",
                                  "core": "Core assessment (before April 2013)"})

    referral = EntryNumber("For which referral?", ssd="cina_referral_id")
    child_seen = YesNo("Was the child seen?", ssd="cina_assessment_child_seen")
    seen_on = Day("When was the child seen?", only_if=("child_seen", (True,)))
    review_on = Day("When did a manager look at whether it is on course?")
    review_again_on = Day("When did a manager look a second time?")
    found = Words("What did you find?")
    factors = Choices("What was found to matter", codes.FACTORS, ssd="cinf_assessment_factors_json")
    outcome = Choice("What follows?", {"services": "We go on working with the child", "early_help": "Early help", "none": "No more from us"},
                     ssd="cina_assessment_outcome_json")
    late_because = Words("If it runs over 45 working days, why?")
    late_agreed = Day("When was that agreed with a manager and the family told?")
    shared = Day("When did the family have a copy?")
    referrer_told = Day("When was the referrer told how it ended?")
    team = ToTeam("Which team?", ssd="cina_assessment_team")
    worker = ToWorker("Who assessed?", ssd="cina_assessment_worker_id")
    authorised_by = ToWorker("Who authorised it?")
    team_named = Line("The team, as a return names it", told=True)
    worker_named = Line("The worker, as a return names them", told=True)


@register
class StrategyDiscussion(EntryType):
    """Children's services, police, health and others decide together whether to make enquiries."""

    code, called, group, icon = "strategy_discussion", "strategy discussion", "meetings", "people"
    day_question, has_time = "When was it held?", True
    headline = ("enquiry",)
    speaks = (Says(words.strategy_held), Says(words.enquiry_agreed, when={"enquiry": (True,)}))

    took_part = Words("Who took part?")
    enquiry = YesNo("Did it agree section 47 enquiries?")
    decided = Words("What was decided, by whom and by when?")


@register
class Enquiry(EntryType):
    """Section 47 enquiries. SSD: ssd_s47_enquiry."""

    code, called, group, icon = "enquiry", "section 47 enquiry", "plans", "note"
    day_question, until_question, lasts = "When did enquiries start?", "When did they end?", True
    headline = ("conference_needed",)
    speaks = (
        *says_episode(words.enquiry),
        Says(words.conference_unneeded, on="until", when={"conference_needed": (False,)}),
        Says(enquiring.enquiry_child_seen, on="seen_on"),
        Says(enquiring.enquiry_seen_alone, on="seen_on", when={"seen_alone": (True,)}),
        Says(enquiring.enquiry_alone_unsaid, on="seen_on", when={"seen_alone": (None,)}),
        Says(enquiring.access_refused, on="refused"),
        Says(enquiring.access_answered, on="refused_answered"),
        Says(helping.protection_lead_named, on="lead_named"),
    )

    referral = EntryNumber("For which referral?", ssd="s47e_referral_id")
    seen_on = Day("When was the child seen?")
    seen_alone = YesNo("Alone?", only_if=("seen_on", None))
    refused = Day("If somebody kept you from seeing the child, when?")
    refused_answered = Day("When was it decided with a lawyer what to do about that?", only_if=("refused", None))
    lead_named = Day("When was a lead child protection practitioner named?")
    conference_needed = YesNo("Is a conference needed?", ssd="s47e_s47_nfa")
    conference_target = Day("Conference wanted by", ssd="icpc_icpc_target_date")
    found = Words("What was found?", ssd="s47e_s47_outcome_json")
    team = ToTeam("Which team?", ssd="s47e_s47_completed_by_team")
    worker = ToWorker("Who enquired?", ssd="s47e_s47_completed_by_worker_id")
    team_named = Line("The team, as a return names it", told=True)
    worker_named = Line("The worker, as a return names them", told=True)
    earlier = Whole("Enquiries in the 12 months before, as a return counts them", told=True)
    earlier_conferences = Whole("Initial conferences in the 12 months before, as a return counts them", told=True)
