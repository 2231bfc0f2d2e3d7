"""Texts that several families of duties cite."""

from datetime import date

from goldthread.law.instruments import Act, Force, Guidance, Regulations

children_act_1989 = Act("Children Act 1989", "1989 c. 41", Force.STATUTE, date(1991, 10, 14))
leaving_care_act_2000 = Act("Children (Leaving Care) Act 2000", "2000 c. 35", Force.STATUTE, date(2001, 10, 1))

care_planning_2010 = Regulations(
    "Care Planning, Placement and Case Review (England) Regulations 2010",
    "SI 2010/959",
    Force.STATUTE,
    date(2011, 4, 1),
    short="Care Planning Regulations 2010",
)
care_planning_2020 = Regulations(
    "Adoption and Children (Coronavirus) (Amendment) Regulations 2020",
    "SI 2020/445",
    Force.STATUTE,
    date(2020, 4, 24),
    date(2020, 9, 25),
    "the exact wording of the 2020 relaxations and what was saved when they ended",
)
reviews_1991 = Regulations(
    "Review of Children's Cases Regulations 1991", "SI 1991/895", Force.STATUTE, date(1991, 10, 14), date(2011, 3, 31)
)
fostering_2002 = Regulations(
    "Fostering Services Regulations 2002", "SI 2002/57", Force.STATUTE, date(2002, 4, 1), date(2011, 3, 31)
)
care_leavers_2010 = Regulations(
    "Care Leavers (England) Regulations 2010", "SI 2010/2571", Force.STATUTE, date(2011, 4, 1)
)

framework_2000 = Guidance(
    "Framework for the Assessment of Children in Need and their Families",
    "2000",
    Force.GUIDANCE,
    date(2000, 4, 1),
    date(2013, 4, 14),
    "the day in 2000 from which it applied",
)
working_together_2010 = Guidance(
    "Working Together to Safeguard Children 2010", "17 March 2010", Force.GUIDANCE, date(2010, 3, 17), date(2013, 4, 14)
)
working_together_2023 = Guidance(
    "Working Together to Safeguard Children 2023",
    "15 December 2023",
    Force.GUIDANCE,
    date(2023, 12, 15),
    short="Working Together 2023",
)
reviewing_officers_handbook = Guidance("IRO Handbook", "2010", Force.GUIDANCE, date(2011, 4, 1))
health_guidance = Guidance(
    "Promoting the health and well-being of looked-after children",
    "2015, revised 2022",
    Force.GUIDANCE,
    date(2009, 11, 1),
    short="Health of looked-after children",
)
education_guidance = Guidance(
    "Promoting the education of looked-after and previously looked-after children",
    "2018",
    Force.GUIDANCE,
    date(2010, 4, 1),
    short="Education of looked-after children",
)
missing_guidance = Guidance(
    "Statutory guidance on children who run away or go missing from home or care",
    "2014",
    Force.GUIDANCE,
    date(2009, 7, 1),
    short="Missing children guidance",
)
education_and_inspections_2006 = Act(
    "Education and Inspections Act 2006", "2006 c. 40", Force.STATUTE, date(2007, 4, 1)
)
private_fostering_2005 = Regulations(
    "Children (Private Arrangements for Fostering) Regulations 2005", "SI 2005/1533", Force.STATUTE, date(2005, 7, 1)
)
single_inspection_framework = Guidance(
    "Framework and evaluation schedule for single inspections",
    "2013 to 2017",
    Force.STANDARD,
    date(2013, 11, 1),
    date(2017, 12, 31),
    short="Single inspection framework",
)
inspection_framework = Guidance(
    "Inspecting local authority children's services",
    "updated April 2024",
    Force.STANDARD,
    date(2018, 1, 1),
    short="ILACS framework",
)
joint_inspection_framework = Guidance(
    "Joint targeted area inspections framework", "2016", Force.STANDARD, date(2016, 1, 1), short="JTAI framework"
)
fostering_standards = Guidance(
    "Fostering services: national minimum standards", "2011", Force.STANDARD, date(2011, 4, 1)
)
adoption_standards = Guidance(
    "Adoption: national minimum standards", "2011, revised 2014", Force.STANDARD, date(2011, 4, 1)
)
data_returns = Guidance(
    "Department for Education guides to the statutory returns", "set yearly", Force.STATUTE, date(2010, 4, 1)
)
local_practice = Guidance("Local practice", "", Force.LOCAL, date(2000, 4, 1))
