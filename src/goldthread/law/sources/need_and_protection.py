"""Texts about the front door, assessment, need and protection. The editions of Working Together stand in order."""

from datetime import date

from goldthread.law.instruments import Act, Citation, Force, Guidance, Regulations

working_together_1999 = Guidance(
    "Working Together to Safeguard Children 1999",
    "1999",
    Force.GUIDANCE,
    date(1999, 12, 1),
    date(2006, 3, 31),
    short="Working Together 1999",
)
working_together_2006 = Guidance(
    "Working Together to Safeguard Children 2006",
    "April 2006",
    Force.GUIDANCE,
    date(2006, 4, 1),
    date(2010, 3, 16),
    short="Working Together 2006",
)
working_together_2013 = Guidance(
    "Working Together to Safeguard Children 2013",
    "21 March 2013",
    Force.GUIDANCE,
    date(2013, 4, 15),
    date(2015, 3, 25),
    short="Working Together 2013",
)
working_together_2015 = Guidance(
    "Working Together to Safeguard Children 2015",
    "26 March 2015",
    Force.GUIDANCE,
    date(2015, 3, 26),
    date(2018, 7, 3),
    short="Working Together 2015",
)
working_together_2018 = Guidance(
    "Working Together to Safeguard Children 2018",
    "4 July 2018, updated December 2020",
    Force.GUIDANCE,
    date(2018, 7, 4),
    date(2023, 12, 14),
    short="Working Together 2018",
)
since_2013: tuple[Citation, ...] = (
    working_together_2018.chapter(1),
    working_together_2015.chapter(1),
    working_together_2013.chapter(1),
)
"""Where the editions between the single assessment and the present one say what the present one says."""

special_needs_2014 = Regulations(
    "Special Educational Needs and Disability Regulations 2014",
    "SI 2014/1530",
    Force.STATUTE,
    date(2014, 9, 1),
    short="SEND Regulations 2014",
)
young_carers_2015 = Regulations(
    "Young Carers (Needs Assessments) (England) Regulations 2015", "SI 2015/527", Force.STATUTE, date(2015, 4, 1)
)
short_breaks_2011 = Regulations(
    "Breaks for Carers of Disabled Children Regulations 2011", "SI 2011/707", Force.STATUTE, date(2011, 4, 1)
)
southwark = Guidance(
    "R (G) v Southwark London Borough Council", "[2009] UKHL 26", Force.STATUTE, date(2009, 5, 20), short="Southwark"
)
homeless_guidance_2010 = Guidance(
    "Joint guidance on homeless young people of 16 and 17, 2010",
    "April 2010",
    Force.GUIDANCE,
    date(2010, 4, 1),
    date(2018, 3, 31),
    "the day in April 2018 on which it was replaced",
)
homeless_guidance_2018 = Guidance(
    "Joint guidance on homeless young people of 16 and 17, 2018", "April 2018", Force.GUIDANCE, date(2018, 4, 1)
)
age_assessment_guidance = Guidance(
    "Age assessment guidance of the directors of children's services",
    "2015",
    Force.STANDARD,
    date(2003, 7, 14),
    check="what is in force of the Nationality and Borders Act 2022",
    short="Age assessment guidance",
)
children_act_guidance_2 = Guidance(
    "Children Act 1989 guidance, volume 2: care planning, placement and case review",
    "2010, revised since",
    Force.GUIDANCE,
    date(2011, 4, 1),
    short="Children Act guidance, volume 2",
)
wellbeing_and_schools_2026 = Act(
    "Children's Wellbeing and Schools Act 2026",
    "2026 c. 21",
    Force.STATUTE,
    date(2026, 4, 29),
    check="which of its sections are in force, and from when",
)
families_first_guide = Guidance(
    "Families First Partnership programme guide", "March 2025", Force.GUIDANCE, date(2025, 3, 1)
)
national_framework = Guidance(
    "Children's Social Care National Framework", "December 2023", Force.GUIDANCE, date(2023, 12, 15)
)
