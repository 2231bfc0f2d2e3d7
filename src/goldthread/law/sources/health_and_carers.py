"""Texts about health, education, missing children, fostering and adoption."""

from datetime import date

from goldthread.law.instruments import Force, Guidance, Regulations

children_amendments_2002 = Regulations(
    "Children Act (Miscellaneous Amendments) (England) Regulations 2002",
    "SI 2002/546",
    Force.STATUTE,
    date(2002, 4, 1),
    date(2011, 3, 31),
)

fostering_2011 = Regulations(
    "Fostering Services (England) Regulations 2011",
    "SI 2011/581",
    Force.STATUTE,
    date(2011, 4, 1),
    short="Fostering Regulations 2011",
)
fostering_guidance = Guidance(
    "Children Act 1989 guidance and regulations, volume 4: fostering services",
    "2011, amended 2013",
    Force.GUIDANCE,
    date(2011, 4, 1),
    short="Fostering guidance",
)
fostering_standards_2002 = Guidance(
    "Fostering services: national minimum standards",
    "2002",
    Force.STANDARD,
    date(2002, 4, 1),
    date(2011, 3, 31),
)

adoption_agencies_2005 = Regulations(
    "Adoption Agencies Regulations 2005", "SI 2005/389", Force.STATUTE, date(2005, 12, 30)
)
adoption_guidance = Guidance(
    "Statutory guidance on adoption", "2011, revised 2013", Force.GUIDANCE, date(2011, 4, 1), short="Adoption guidance"
)
independent_review_2009 = Regulations(
    "Independent Review of Determinations (Adoption and Fostering) Regulations 2009",
    "SI 2009/395",
    Force.STATUTE,
    date(2009, 4, 1),
    short="Independent Review Regulations 2009",
)
