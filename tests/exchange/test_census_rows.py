"""The children in need census in its shapes."""

from datetime import date

from tests.exchange.conftest import read

MODULES = """<Message><Header><CollectionDetails><Year>2023</Year><ReferenceDate>2024-03-31</ReferenceDate></CollectionDetails></Header>
<Children><Child>
 <ChildIdentifiers><LAchildID>A1</LAchildID><UPN>A123456789123</UPN>{birth}{sex}</ChildIdentifiers>
 <ChildCharacteristics><Ethnicity>WBRI</Ethnicity>
  <Disabilities><Disability>HAND</Disability><Disability>HEAR</Disability></Disabilities></ChildCharacteristics>
 <CINdetails><CINreferralDate>2023-05-01</CINreferralDate><ReferralSource>1A</ReferralSource><PrimaryNeedCode>N1</PrimaryNeedCode>
  <Assessments><AssessmentActualStartDate>2023-05-02</AssessmentActualStartDate>
   <FactorsIdentifiedAtAssessment><AssessmentFactors>2A</AssessmentFactors><AssessmentFactors>2B</AssessmentFactors></FactorsIdentifiedAtAssessment>
  </Assessments>
  <CINPlanDates><CINPlanStartDate>2023-06-01</CINPlanStartDate><CINPlanEndDate/></CINPlanDates>
  <Section47><S47ActualStartDate>2023-05-03</S47ActualStartDate><ICPCnotRequired>{no}</ICPCnotRequired></Section47>
  <ReferralNFA>{no}</ReferralNFA>
  <ChildProtectionPlans><CPPstartDate>2023-05-20</CPPstartDate><NumberOfPreviousCPP>0</NumberOfPreviousCPP>{reviews}</ChildProtectionPlans>
 </CINdetails>
</Child></Children></Message>"""
BORN = "<PersonBirthDate>2015-01-25</PersonBirthDate>"
TOGETHER = "<Reviews><CPPreviewDate>2023-08-01</CPPreviewDate><CPPreviewDate>2024-01-15</CPPreviewDate></Reviews>"
APART = "<Reviews><CPPreviewDate>2023-08-01</CPPreviewDate></Reviews><Reviews><CPPreviewDate>2024-01-15</CPPreviewDate></Reviews>"


def census(birth=BORN, sex="<Sex>F</Sex>", no="false", reviews=APART):
    return MODULES.format(birth=birth, sex=sex, no=no, reviews=reviews)


def by_table(found):
    return {row.source.table.removeprefix("cin."): row.values for row in found.rows}


def test_every_module_is_a_row_that_knows_its_child_and_referral(reading):
    found = reading(census(), "census_xml")
    rows = by_table(found)
    assert set(rows) == {"child", "episode", "assessment", "need_plan", "section_47", "protection_plan", "protection_review"}
    assert {values["LAchildID"] for values in rows.values()} == {"A1"}
    assert rows["assessment"]["CINreferralDate"] == date(2023, 5, 1)
    assert rows["assessment"]["AssessmentFactors"] == ("2A", "2B")
    assert rows["child"]["Disability"] == ("HAND", "HEAR")
    assert rows["protection_plan"]["NumberOfPreviousCPP"] == 0
    assert rows["need_plan"]["CINPlanEndDate"] is None
    assert found.faults == []


def test_the_reference_date_says_which_year_it_is(reading):
    assert {row.source.year for row in reading(census(), "census_xml").rows} == {2024}


def test_both_shapes_of_reviews_give_every_date(reading):
    for shape in (TOGETHER, APART):
        rows = reading(census(reviews=shape), "census_xml").rows
        assert [r.values["CPPreviewDate"].isoformat() for r in rows if r.source.table == "cin.protection_review"] == ["2023-08-01", "2024-01-15"]


def test_sex_is_read_from_the_element_of_either_time(reading):
    for element, sex in (("<Sex>F</Sex>", "F"), ("<GenderCurrent>1</GenderCurrent>", "M"), ("<GenderCurrent>9</GenderCurrent>", "U"), ("", None)):
        assert by_table(reading(census(sex=element), "census_xml"))["child"]["Sex"] == sex


def test_every_spelling_of_no_is_no(reading):
    for spelt in ("false", "FALSE", "0", "False"):
        rows = by_table(reading(census(no=spelt), "census_xml"))
        assert rows["episode"]["ReferralNFA"] is False
        assert rows["section_47"]["ICPCnotRequired"] is False


def test_stray_words_and_strange_elements_are_told_and_harmless(reading):
    found = reading(census(birth=f"PersonBirthDate{BORN}<Shoe>9</Shoe>"), "census_xml")
    assert by_table(found)["child"]["PersonBirthDate"] == date(2015, 1, 25)
    assert "The words “PersonBirthDate” stand between elements" in found.messages[0]
    assert "The element Shoe is not part of this return" in found.messages[1]


def test_an_unborn_child_has_an_expected_day(reading):
    rows = by_table(reading(census(birth="<ExpectedPersonBirthDate>2024-04-13</ExpectedPersonBirthDate>"), "census_xml"))
    assert rows["child"]["ExpectedPersonBirthDate"] == date(2024, 4, 13)


LOOKED_AFTER = """<?xml version="1.0" encoding="utf-8"?>
<EXPSSDA903>
 <CHILD>
  <HEADER><CHILDID>101</CHILDID><UPN>UN1</UPN><SEX>1</SEX><DOB>25/01/2015</DOB><ETHNIC>WBRI</ETHNIC><UASC>0</UASC>
   <IN_TOUCH>YES</IN_TOUCH><ACTIV>F2</ACTIV><ACCOM>B1</ACCOM>
   <AMISSING><MISSING>M</MISSING><MIS_START>01/02/2021</MIS_START><MIS_END/></AMISSING>
   <AREVIEW><REVIEW>11/08/2020</REVIEW><REVIEW_CODE>PN1</REVIEW_CODE></AREVIEW>
   <AREVIEW><REVIEW>29/02/2021</REVIEW><REVIEW_CODE>PN1</REVIEW_CODE></AREVIEW>
   <PERMANENCE><PREV_PERM>Z1</PREV_PERM></PERMANENCE>
   <OC2><SDQ_SCORE>12</SDQ_SCORE><TEETH_CHECK>1</TEETH_CHECK></OC2>
   <AD_PLACED><DATE_PLACED>03/03/2021</DATE_PLACED></AD_PLACED>
  </HEADER>
  <EPISODE><DECOM>09/04/2020</DECOM><RNE>S</RNE><LS>C2</LS><CIN>N1</CIN><PL>U4</PL><PL_POST>H8 7NR</PL_POST><DEC/><REC/></EPISODE>
 </CHILD>
</EXPSSDA903>
"""


def test_the_looked_after_return_in_xml_gives_the_same_rows_as_its_tables(folder):
    found = read(folder(ssda903__2021_xml=LOOKED_AFTER))
    rows = {row.source.table.removeprefix("ssda903."): row for row in found.rows}
    assert set(rows) == {"header", "oc3", "missing", "reviews", "previous_permanence", "oc2", "placed_for_adoption", "episodes"}
    assert {row.values["CHILD"] for row in rows.values()} == {"101"}
    assert rows["episodes"].values["PLACE"] == "U4"
    assert rows["episodes"].values["DEC"] is None
    assert rows["reviews"].values["DOB"] == date(2015, 1, 25)
    assert rows["header"].values["UASC"] is False
    assert rows["episodes"].number == 13
    assert {row.source.year for row in found.rows} == {2021}
    assert found.messages == [
        "REVIEW is “29/02/2021”, a day that never was: February 2021 had 28 days (28/02/2021 or 01/03/2021 may be meant). "
        "The row was left out, because a review without its day cannot be placed in a life."
    ]
    assert found.faults[0].row == 8
