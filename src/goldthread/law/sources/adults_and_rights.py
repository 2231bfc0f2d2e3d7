"""Texts about leaving care, private fostering, allegations, incidents, rights, workforce and homes."""

from datetime import date

from goldthread.law.instruments import Act, Force, Guidance, Regulations

# Leaving care
leaving_care_2001 = Regulations(
    "Children (Leaving Care) (England) Regulations 2001",
    "SI 2001/2874",
    Force.STATUTE,
    date(2001, 10, 1),
    date(2011, 3, 31),
    "the wording of the regulations of 2001",
    short="Leaving Care Regulations 2001",
)
children_and_social_work_2017 = Act("Children and Social Work Act 2017", "2017 c. 16", Force.STATUTE, date(2018, 4, 1))
care_leavers_return = Guidance(
    "Guide to the return on children looked after",
    "set yearly",
    Force.STANDARD,
    date(2001, 10, 1),
    short="SSDA903 guide",
)

# Living away from home
long_stays_2011 = Regulations(
    "Visits to Children in Long-Term Residential Care Regulations 2011",
    "SI 2011/1010",
    Force.STATUTE,
    date(2011, 4, 25),
    short="Long-Term Residential Care Visits Regulations 2011",
)

# Allegations
working_together_2006 = Guidance(
    "Working Together to Safeguard Children 2006", "April 2006", Force.GUIDANCE, date(2006, 4, 6), date(2010, 3, 16)
)
safeguarding_vulnerable_groups_2006 = Act(
    "Safeguarding Vulnerable Groups Act 2006", "2006 c. 47", Force.STATUTE, date(2009, 10, 12)
)

# Deaths and serious incidents
children_act_2004 = Act("Children Act 2004", "2004 c. 31", Force.STATUTE, date(2005, 3, 1))
working_together_2015 = Guidance(
    "Working Together to Safeguard Children 2015", "26 March 2015", Force.GUIDANCE, date(2015, 3, 26), date(2018, 7, 3)
)
working_together_2018 = Guidance(
    "Working Together to Safeguard Children 2018",
    "4 July 2018, updated December 2020",
    Force.GUIDANCE,
    date(2018, 6, 29),
    date(2023, 12, 14),
    short="Working Together 2018",
)
practice_reviews_2018 = Regulations(
    "Child Safeguarding Practice Review and Relevant Agency (England) Regulations 2018",
    "SI 2018/789",
    Force.STATUTE,
    date(2018, 6, 29),
    short="Practice Review Regulations 2018",
)
practice_review_panel_guidance = Guidance(
    "Guidance of the Child Safeguarding Practice Review Panel",
    "2019, revised 2022",
    Force.GUIDANCE,
    date(2018, 6, 29),
    short="Review Panel guidance",
)
child_death_guidance_2018 = Guidance(
    "Child Death Review: statutory and operational guidance",
    "October 2018",
    Force.GUIDANCE,
    date(2018, 10, 1),
    check="the day in October 2018 from which it applied",
    short="Child death review guidance",
)
sudden_death_guidelines = Guidance(
    "Sudden unexpected death in infancy and childhood: multi-agency guidelines",
    "2004, revised 2016",
    Force.STANDARD,
    date(2004, 9, 1),
    check="the day in 2004 from which it applied",
    short="Sudden death guidelines",
)

# Complaints and information
representations_2006 = Regulations(
    "Children Act 1989 Representations Procedure (England) Regulations 2006",
    "SI 2006/1738",
    Force.STATUTE,
    date(2006, 9, 1),
    short="Representations Regulations 2006",
)
complaints_guidance_2006 = Guidance(
    "Getting the Best from Complaints", "2006", Force.GUIDANCE, date(2006, 9, 1), short="Complaints guidance 2006"
)
data_protection_1998 = Act("Data Protection Act 1998", "1998 c. 29", Force.STATUTE, date(2000, 3, 1), date(2018, 5, 24))
data_protection_2018 = Act(
    "Data Protection Act 2018", "2018 c. 12", Force.STATUTE, date(2018, 5, 25), short="Data Protection Act 2018"
)
freedom_of_information_2000 = Act("Freedom of Information Act 2000", "2000 c. 36", Force.STATUTE, date(2005, 1, 1))

uk_gdpr = Act(
    "UK General Data Protection Regulation", "(EU) 2016/679", Force.STATUTE, date(2018, 5, 25), short="UK GDPR"
)
data_use_and_access_2025 = Act(
    "Data (Use and Access) Act 2025",
    "2025 c. 18",
    Force.STATUTE,
    date(2025, 6, 19),
    check="from when the clock stops for clarification",
)

# Workforce
employer_standards = Guidance(
    "Standards for employers of social workers in England",
    "2014",
    Force.STANDARD,
    date(2014, 5, 1),
    check="the day in 2014 from which they applied",
    short="Employer standards",
)
registration_rules = Guidance(
    "Social Work England: registration rules", "2019", Force.STATUTE, date(2019, 12, 2), short="Registration rules"
)
agency_guidance_2024 = Guidance(
    "Agency rules for local authority child and family social work",
    "31 October 2024",
    Force.GUIDANCE,
    date(2024, 10, 31),
    short="Agency social worker rules",
)

# Children's homes
childrens_homes_2015 = Regulations(
    "Children's Homes (England) Regulations 2015",
    "SI 2015/541",
    Force.STATUTE,
    date(2015, 4, 1),
    short="Children's Homes Regulations 2015",
)
