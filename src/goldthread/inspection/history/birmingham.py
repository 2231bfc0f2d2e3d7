"""Birmingham's published history, 2000 to 2023, as the worked example: facts and figures in our own words, each with its source.

Published news reports and inspection reports. Where they differ, both stand. Pages are those of the reports' files.
"""

from datetime import date

from goldthread.inspection.history.scales import OVERALL
from goldthread.inspection.history.values import (
    EVENT,
    JUDGEMENT,
    LIST,
    MEASURES,
    MONTH,
    PRESS,
    RAN,
    REPORT,
    SEASON,
    SINCE,
    UNREAD,
    YEAR,
    Asked,
    Claim,
    Source,
    When,
)  # fmt: skip

AUTHORITY = "Birmingham"


def _year(year: int, until: int | None = None) -> When:
    return When(date(year, 1, 1), date(until, 12, 31) if until else None, YEAR)


def _day(year: int, month: int, day: int) -> When:
    return When(date(year, month, day))


def _month(year: int, month: int) -> When:
    return When(date(year, month, 1), exact=MONTH)


def _press(name: str, when: When) -> Source:
    return Source(name, when, PRESS, built_in=True)


def _report(year: int, month: int, day: int, page: int | None = None) -> Source:
    return Source("Ofsted report", _day(year, month, day), REPORT, page=page, built_in=True)


PAPERS = _press("press", _year(2005))
TRADE = _press("trade press", _month(2005, 10))
BBC_2017, BBC_2019 = _press("BBC", _year(2017)), _press("BBC", _year(2019))
TRADE_2014, ITV = _press("trade press", _year(2014)), _press("ITV", _year(2023))
LISTED = Source("Ofsted’s list of inspections", None, LIST, built_in=True)
IN_2000, IN_2001, IN_2003, IN_2004, IN_2005 = _year(2000), _year(2001), _year(2003), _year(2004), _month(2005, 7)
IN_2014 = When(date(2014, 3, 18), date(2014, 4, 9))
IN_2016 = When(date(2016, 9, 12), date(2016, 10, 6))
IN_2018 = When(date(2018, 12, 3), date(2018, 12, 14))
IN_2023 = When(date(2023, 2, 20), date(2023, 3, 3))


def _graded(scale: str, when: When, published: date, inspector: str, **grades: str) -> tuple[Claim, ...]:
    source = Source("Ofsted report", When(published), REPORT, page=1, built_in=True)
    overall = {OVERALL: grades.pop("overall")} if "overall" in grades else {}
    return tuple(
        Claim(JUDGEMENT, when, scale=scale, area=area, grade=grade, sources=(source,), published=published, inspector=inspector)
        for area, grade in {**overall, **grades}.items()
    )


def _old(scale: str, when: When, grade: str, *sources: Source) -> Claim:
    return Claim(JUDGEMENT, when, scale=scale, grade=grade, sources=sources)


def _event(when: When, words: str, short: str, *sources: Source) -> Claim:
    return Claim(EVENT, when, words, short, sources=sources)


INADEQUATE, NEEDS, GOOD = "inadequate", "requires_improvement", "good"
CLAIMS: tuple[Claim, ...] = (
    Claim(RAN, When(date(2000, 1, 1), exact=YEAR), "City council: social services", "Social services", sources=(PAPERS,)),
    Claim(RAN, _day(2006, 4, 1), "City council: education and social services in one department", "One department", sources=(TRADE,)),
    Claim(RAN, _month(2018, 4), "Birmingham Children’s Trust, for the council", "Children’s Trust", sources=(BBC_2019,)),
    Claim(MEASURES, IN_2000, "special measures", sources=(PAPERS,)),
    Claim(JUDGEMENT, IN_2000, "Serious weaknesses in services for children; concern about the safety of children on the at-risk register",
          "serious weaknesses; safety of children at risk", "words", sources=(PAPERS,)),
    Claim(EVENT, IN_2001, "A follow-up inspection finds little progress", sources=(PAPERS,)),
    _old("serving", IN_2001, "no", PAPERS), _old("capacity", IN_2001, "uncertain", PAPERS),
    Claim(EVENT, IN_2003, "A second follow-up inspection finds little progress", sources=(PAPERS,)),
    _old("serving", IN_2003, "no", PAPERS), _old("capacity", IN_2003, "uncertain", PAPERS),
    _event(When(date(2003, 6, 1), exact=SEASON), "Nine new managers arrive, to rebuild the service completely", "nine new managers", TRADE),
    _old("stars", IN_2004, "0", PAPERS, TRADE),
    _event(IN_2004, "One of eight councils in England without a star; an action plan follows, with expert consultants for three months",
           "action plan; consultants for 3 months", PAPERS, TRADE),
    _event(_year(2004, 2005), "Social services budget up £45 million, 15%", "£45m more, 15%", PAPERS),
    Claim(EVENT, IN_2005, "Progress on all recommendations; two thirds of assessments of children thought at risk of harm within seven days; "
          "every child on the register has a named social worker", sources=(PAPERS, TRADE)),
    _old("serving", IN_2005, "some", PAPERS, TRADE), _old("capacity", IN_2005, "promising", PAPERS, TRADE),
    _event(_day(2006, 4, 1), "Education and social services become one department, as planned in October 2005", "one department", TRADE),
    Claim(SINCE, _year(2008), grade=INADEQUATE, sources=(BBC_2017, BBC_2019)),
    Claim(SINCE, _year(2009), grade=INADEQUATE, sources=(TRADE_2014,)),
    Claim(SINCE, _year(2010), grade=INADEQUATE, sources=(ITV,)),
    Claim(JUDGEMENT, _day(2012, 10, 19), "An inspection is listed; what is stored as its report is not a report", "report cannot be read",
          grade=UNREAD, sources=(LISTED,)),
    _event(_year(2013), "The chief inspector calls the service a national disgrace", "“a national disgrace”, chief inspector", ITV),
    *_graded("sif", IN_2014, date(2014, 5, 23), "Marie McGuinness", overall=INADEQUATE, help_and_protection=INADEQUATE, in_care=INADEQUATE,
             adoption=INADEQUATE, care_leavers=INADEQUATE, leaders_impact=INADEQUATE, lscb=INADEQUATE),
    Claim(EVENT, IN_2014, "More than 400 children in need not robustly assessed or seen more than two months after referral; "
          "work on children closed unassessed for lack of staff", sources=(_report(2014, 5, 23),)),
    _event(_year(2014), "The government appoints a commissioner", "commissioner appointed", _report(2014, 5, 23)),
    *_graded("sif", IN_2016, date(2016, 11, 25), "Peter McEntee", overall=INADEQUATE, help_and_protection=INADEQUATE, in_care=NEEDS,
             adoption=NEEDS, care_leavers=NEEDS, leaders_impact=INADEQUATE),
    _event(_year(2017), "The first monitoring visit since November: notable progress, and substantial further progress required",
           "first monitoring visit", BBC_2017),
    _event(_month(2018, 4), "The trust takes over services for the council", "trust takes over", BBC_2019),
    *_graded("ilacs_2018", IN_2018, date(2019, 1, 17), "Pauline Higham", overall=NEEDS, leaders_impact=NEEDS, help_and_protection=NEEDS,
             in_care_and_care_leavers=NEEDS),
    Claim(EVENT, IN_2018, "No longer inadequate", sources=(BBC_2019,)),
    *_graded("ilacs_2023", IN_2023, date(2023, 4, 18), "John Roughton", overall=GOOD, leaders_impact=GOOD, help_and_protection=GOOD,
             in_care=GOOD, care_leavers=GOOD),
)  # fmt: skip

ASKED: tuple[Asked, ...] = (
    Asked(IN_2005, Source("press", None, PRESS, built_in=True), {}, {"leaving_care": (0,), "disabled": (0,), "housing": (0,)}),
    Asked(IN_2014, _report(2014, 5, 23), {"local_authority": 16, "lscb": 12}, {
        "permanence": (8,), "leaving_care": (8,), "domestic_abuse": (7,), "early_help": (7, 32), "missing_exploited": (8, 33),
        "written_plans": (8,), "homes": (8,), "oversight": (7, 32), "education": (8,), "front_door": (7,), "assessment": (8,),
        "children_in_need": (7,), "reviews": (8,), "corporate_parents": (7,), "workforce": (7, 32), "partners": (7, 32, 33), "board": (32, 33),
    }),
    Asked(IN_2016, _report(2016, 11, 25), {"local_authority": 17}, {
        "permanence": (8,), "leaving_care": (9,), "domestic_abuse": (8,), "early_help": (8,), "missing_exploited": (8,), "written_plans": (8, 9),
        "homes": (8,), "oversight": (8,), "disabled": (8,), "front_door": (8,), "assessment": (8, 9), "protection": (8,), "kinship": (8,),
        "partners": (8, 9), "identity": (9,), "adoption": (9,), "children_in_need": (8,),
    }),
    Asked(IN_2018, _report(2019, 1, 17), {"local_authority": 6}, {
        "permanence": (3,), "early_help": (3,), "missing_exploited": (3,), "homes": (3,), "education": (3,), "courts": (3,), "partners": (3,),
    }),
    Asked(IN_2023, _report(2023, 4, 18), {"local_authority": 4}, {
        "permanence": (2,), "leaving_care": (2,), "domestic_abuse": (2,), "written_plans": (2,), "before_birth": (2,),
    }),
)  # fmt: skip
