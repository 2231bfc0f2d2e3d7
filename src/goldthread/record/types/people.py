"""Who the child is, where they live, who is around them and who works with them."""

from goldthread.duties import words
from goldthread.record import codes
from goldthread.record.fields import Choice, Choices, Day, Line, Postcode, ToPerson, ToTeam, ToWorker, Words, YesNo
from goldthread.record.register import SAID, EntryType, Says, register, says_episode

RELATION = {
    "mother": "Mother", "father": "Father", "parent": "Parent", "step_parent": "Step-parent", "sibling": "Brother or sister",
    "half_sibling": "Half-brother or half-sister", "step_sibling": "Step-brother or step-sister", "grandparent": "Grandparent",
    "aunt_uncle": "Aunt or uncle", "cousin": "Cousin", "child": "Child", "partner": "Partner", "foster_carer": "Foster carer",
    "guardian": "Guardian", "friend": "Friend of the family", "professional": "Somebody who works with the child", "other": "Other",
}
WORKS_AS = {
    "social_worker": "Social worker", "personal_adviser": "Personal adviser", "reviewing_officer": "Independent reviewing officer",
    "conference_chair": "Conference chair", "supervising_social_worker": "Supervising social worker", "manager": "Line manager",
    "registered_manager": "Registered manager", "designated_officer": "Designated officer",
}


@register
class PersonDetails(EntryType):
    """Facts about the person themselves. `day` is the day they were told to us. SSD: ssd_person."""

    code, called, group, icon = "person", "details of the person", "people", "people"
    of_anybody = True
    day_question = "When were you told?"
    headline = ("forename", "surname")
    speaks = (Says(words.born, on="born"), Says(words.expected, on="expected"), Says(words.died, on="died"))

    forename = Line("First name", ssd="pers_forename")
    surname = Line("Last name", ssd="pers_surname")
    other_names = Line("Other names they are or were known by")
    says_name = Line("How they say their name")
    sex = Choice("Sex", codes.SEX, ssd="pers_sex", max_length=1)
    gender = Line("How they describe their gender", ssd="pers_gender")
    ethnicity = Choice("Ethnic origin", codes.ETHNICITY, ssd="pers_ethnicity", max_length=4)
    born = Day("Date of birth", ssd="pers_dob")
    born_estimated = YesNo("Is the date of birth an estimate?")
    expected = Day("When is the baby expected?", hint="For a child who is not born yet", ssd="pers_expected_dob")
    died = Day("Date of death", ssd="pers_death_date")
    upn = Line("Unique pupil number", ssd="pers_upn", max_length=20)
    upn_unknown = Choice("Why there is no pupil number", codes.UPN_UNKNOWN, ssd="pers_upn_unknown", max_length=8)
    former_upn = Line("Former pupil number", max_length=20)
    disabilities = Choices("Disabilities", codes.DISABILITY, ssd="disa_disability_code")
    language = Line("Languages at home")
    unaccompanied = YesNo("Did they come to this country alone to seek asylum?", ssd="immi_immigration_status")
    unaccompanied_ended = Day("When did that status end?", ssd="immi_immigration_status_end_date")
    mother = YesNo("Is she a mother?", ssd="pers_is_mother")
    first_child_born = Day("When was her first child born?", ssd="moth_childs_dob")


@register
class Relationship(EntryType):
    """Somebody around the child. `day` is when it was last confirmed."""

    code, called, group, icon = "relationship", "relationship", "people", "people"
    of_anybody = True
    day_question = "When was this confirmed?"
    lasts = True
    until_question = "If it has ended, when?"
    headline = ("relation", "other")

    other = ToPerson("Who?")
    relation = Choice("What are they to the child?", RELATION)
    detail = Line("In their own words", hint="such as cared for her in 2021")
    responsibility = YesNo("Do they have parental responsibility?")
    lives_with = YesNo("Do they live with the child?")
    may_be_told = Line("What may they be told?")
    where = Line("Where do they live, if elsewhere?")
    telephone = Line("Telephone")


@register
class Address(EntryType):
    """Where the child lives or stays. SSD: ssd_address."""

    code, called, group, icon = "address", "address", "people", "visit"
    of_anybody = True
    day_question, lasts = "Since when?", True
    headline = ("line", "postcode")

    line = Line("Address", ssd="addr_address_json")
    postcode = Postcode("Postcode", ssd="addr_address_postcode", max_length=12)
    kind = Choice("What kind of address?", {"home": "Home", "placement": "Placement", "staying": "Staying for a time", "none": "No address known"},
                  ssd="addr_address_type")
    lives_with = Line("Who lives there too?")
    private_from = Line("Keep this address private from")
    private_why = Words("Why, and until when?")
    private_until = Day("Private until")


def _holds(episode, part):
    when = {"works_as": (part,), "worker": SAID}
    return says_episode(episode, **when)


@register
class Allocation(EntryType):
    """Who works with the child, in what part. With no worker the child waits, and the team's manager holds them.

    SSD: ssd_involvements.
    """

    code, called, group, icon = "allocation", "allocation", "people", "people"
    of_anybody = True
    day_question, lasts = "From what day?", True
    headline = ("works_as", "worker", "team")
    speaks = (
        *_holds(words.social_worker, "social_worker"),
        *_holds(words.personal_adviser, "personal_adviser"),
        *_holds(words.reviewing_officer, "reviewing_officer"),
    )

    LANES = {"social_worker": 1, "personal_adviser": 2, "reviewing_officer": 8, "conference_chair": 9, "supervising_social_worker": 11, "manager": 12,
             "registered_manager": 13, "designated_officer": 14}  # fmt: skip

    @classmethod
    def lane_of(cls, values):
        return cls.LANES.get(values.get("works_as"))

    works_as = Choice("In what part?", WORKS_AS, ssd="invo_professional_role_id")
    worker = ToWorker("Who?", hint="Leave empty while the child waits for a worker", ssd="invo_professional_id")
    team = ToTeam("In which team?", ssd="invo_professional_team")
    reason = Line("Why the change?", ssd="invo_worker_change_reason")
    team_named = Line("The team, as a return names it", told=True)
    worker_named = Line("The worker, as a return names them", told=True)
