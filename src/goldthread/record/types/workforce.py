"""The people who do the work, and managers' work on the record. The first three are written about a worker."""

from goldthread.duties.words import workforce as words
from goldthread.record.fields import Choice, Day, Line, Words, YesNo
from goldthread.record.register import EntryType, Says, register, says_episode


@register
class Post(EntryType):
    """What somebody works as. A first year is written beside the post."""

    code, called, group, icon = "post", "post", "people", "people"
    day_question, lasts = "Since when?", True
    headline = ("kind",)
    speaks = (
        *says_episode(words.in_post, kind=("social_worker", "agency")),
        *says_episode(words.newly_qualified, kind=("first_year",)),
        *says_episode(words.manages, kind=("manager",)),
        *says_episode(words.agency, kind=("agency",)),
        Says(words.agency_checked, on="checked", when={"kind": ("agency",)}),
        Says(words.agency_notice, on="notice", when={"kind": ("agency",)}),
    )

    kind = Choice("As what?", {"social_worker": "Social worker", "first_year": "In the assessed and supported first year", "manager": "Manager of a team",
                               "agency": "Social worker through an agency"})
    title = Line("Called")
    checked = Day("When were experience, references and last post checked?", only_if=("kind", ("agency",)))
    notice = Day("When was notice given?", only_if=("kind", ("agency",)))


@register
class RegistrationYear(EntryType):
    """A year of registration with Social Work England, and how it came about."""

    code, called, group, icon = "registration_year", "year of registration", "people", "note"
    day_question = "From what day does the registration hold?"
    speaks = (Says(words.registration_year), Says(words.registration_renewed, on="renewed"))

    number = Line("Registration number", max_length=40)
    renewed = Day("If it was renewed, when?")


@register
class WorkerStep(EntryType):
    """Something done with or by a worker."""

    code, called, group, icon = "worker_step", "work with a worker", "meetings", "people"
    day_question = "When?"
    headline = ("what",)
    speaks = (
        Says(words.supervised, when={"what": ("supervision",)}),
        Says(words.learning_recorded, when={"what": ("learning",)}),
        Says(words.workload_checked, when={"what": ("workload",)}),
        Says(words.audit_made, when={"what": ("audit",)}),
    )

    what = Choice("What was done?", {
        "supervision": "Supervision", "learning": "Two pieces of learning are recorded, one talked over with a peer",
        "workload": "Checked how many children they carry", "audit": "They audited the record of a child",
    })
    note = Words("What was said and agreed?")


@register
class RecordWork(EntryType):
    """Reasons for a decision, or the chronology."""

    code, called, group, icon = "record_work", "work on the record", "other", "note"
    day_question = "When?"
    headline = ("what",)
    speaks = (
        Says(words.reasons_recorded, when={"what": ("reasons",)}),
        Says(words.chronology_updated, when={"what": ("chronology",)}),
    )

    what = Choice("What was done?", {"reasons": "A manager's reasons for a decision", "chronology": "The chronology was brought up to date"})
    decision = Choice("For which decision?", {"allocation": "Who works with the child", "threshold": "What happens on a referral", "enquiry": "Enquiries",
                                              "incident": "An incident", "closing": "Closing"}, only_if=("what", ("reasons",)))
    note = Words("The reasons, or what is new")


@register
class RecordAudit(EntryType):
    """Somebody audited the child's record."""

    code, called, group, icon = "record_audit", "audit of the record", "other", "note"
    day_question = "When was the record audited?"
    headline = ("grade",)
    speaks = (
        Says(words.record_audited, when={"asks": (True,)}),
        Says(words.audit_actions_done, on="done"),
        Says(words.record_audited_again, on="again"),
    )

    grade = Choice("How good is the work?", {"outstanding": "Outstanding", "good": "Good", "improve": "Needs to be better", "inadequate": "Inadequate"})
    found = Words("What was found?")
    asks = YesNo("Does it ask for actions?")
    actions = Words("What has to be done, and by whom?", only_if=("asks", (True,)))
    done = Day("When were the actions done?", only_if=("asks", (True,)))
    again = Day("When was the record audited again?", only_if=("asks", (True,)))


@register
class Handover(EntryType):
    """The child's worker changes."""

    code, called, group, icon = "handover", "handover", "people", "people"
    day_question = "When does the worker change?"
    speaks = (
        Says(words.worker_changes),
        Says(words.transfer_summary, on="summary"),
        Says(words.handover_visited, on="visited"),
    )

    summary = Day("When was the transfer summary written?")
    visited = Day("When did the new worker visit, alone or with the one before?")
    note = Words("What must the new worker know?")
