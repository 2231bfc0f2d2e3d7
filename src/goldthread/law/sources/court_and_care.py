"""Texts about court, orders and care."""

from datetime import date

from goldthread.law.instruments import Act, Force, Guidance, Regulations

adoption_and_children_2002 = Act("Adoption and Children Act 2002", "2002 c. 38", Force.STATUTE, date(2005, 12, 30))
disclosure_of_adoption_2005 = Regulations(
    "Disclosure of Adoption Information (Post-Commencement Adoptions) Regulations 2005",
    "SI 2005/888",
    Force.STATUTE,
    date(2005, 12, 30),
    short="Disclosure of Adoption Information Regulations 2005",
)
wellbeing_and_schools_2026 = Act(
    "Children's Wellbeing and Schools Act 2026",
    "2026 c. 21",
    Force.STATUTE,
    date(2026, 4, 29),
    check="which sections are in force: most begin on a day that regulations appoint",
)
court_practice_direction = Guidance(
    "Family Procedure Rules, practice direction 12A",
    "the Public Law Outline",
    Force.STATUTE,
    date(2014, 4, 22),
    short="Practice direction 12A",
)
public_law_guidance = Guidance(
    "Public Law Working Group: best practice guidance on work before and in care proceedings",
    "March 2021",
    Force.STANDARD,
    date(2021, 3, 1),
    short="Public Law Working Group guidance",
)
secure_accommodation_1991 = Regulations(
    "Children (Secure Accommodation) Regulations 1991", "SI 1991/1505", Force.STATUTE, date(1991, 10, 14)
)
special_guardianship_2005 = Regulations(
    "Special Guardianship Regulations 2005", "SI 2005/1109", Force.STATUTE, date(2005, 12, 30)
)
placement_arrangements_1991 = Regulations(
    "Arrangements for Placement of Children (General) Regulations 1991",
    "SI 1991/890",
    Force.STATUTE,
    date(1991, 10, 14),
    date(2011, 3, 31),
)
foster_placement_1991 = Regulations(
    "Foster Placement (Children) Regulations 1991",
    "SI 1991/910",
    Force.STATUTE,
    date(1991, 10, 14),
    date(2002, 3, 31),
)
visits_in_detention_2010 = Regulations(
    "Visits to Former Looked After Children in Detention (England) Regulations 2010",
    "SI 2010/2797",
    Force.STATUTE,
    date(2011, 4, 1),
)
supported_accommodation_2023 = Regulations(
    "Supported Accommodation (England) Regulations 2023", "SI 2023/416", Force.STATUTE, date(2023, 4, 28)
)
section_20_guidance = Guidance(
    "Practice guidance on the use of section 20",
    "after the judgment in Re N, 2015",
    Force.STANDARD,
    date(2015, 11, 2),
    check="the day of the judgment, and the numbers, which each authority sets",
)
permanence_guidance = Guidance(
    "Children Act 1989 guidance, volume 2: care planning, placement and case review",
    "2010, revised 2015 and 2021",
    Force.GUIDANCE,
    date(2011, 4, 1),
    short="Care planning guidance",
)
savings_scheme = Guidance(
    "Junior ISAs for looked after children: the national scheme", "2012", Force.STANDARD, date(2012, 1, 1)
)
