"""Authorities and inspectors, without what only dresses their names; grades and areas."""

import pytest

from goldthread.inspection.reading.grades import area_of, grades_in, only_grade
from goldthread.inspection.reading.names import authority_name, inspectors, is_people


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("Birmingham City Council", "Birmingham"),
        ("City of Bradford Metropolitan District Council", "Bradford"),
        ("Wakefield District Metropolitan Council", "Wakefield"),
        ("London Borough of Hammersmith and Fulham", "Hammersmith and Fulham"),
        ("Royal Borough of Windsor & Maidenhead", "Windsor and Maidenhead"),
        ("The Royal Borough of Kensington and Chelsea", "Kensington and Chelsea"),
        ("Metropolitan Borough of Rotherham", "Rotherham"),
        ("Council of the Isles of Scilly", "Isles of Scilly"),
        ("Nottingham City", "Nottingham"),
        ("Southend-on-Sea city council", "Southend-on-Sea"),
        ("Cheshire East Unitary Authority", "Cheshire East"),
        ("Surrey Safeguarding Children Board", "Surrey"),
        ("City of London Corporation", "City of London"),
        ("City of London", "City of London"),
        ("City of York Council", "York"),
        ("Durham County Council", "Durham"),
        ("County Durham", "Durham"),
        ("Hull City Council", "Kingston upon Hull"),
        ("Kingston upon Hull", "Kingston upon Hull"),
        ("County of Herefordshire District Council", "Herefordshire"),
        ("Isle of Wight", "Isle of Wight"),
        ("Bath and North East Somerset", "Bath and North East Somerset"),
    ],
)
def test_an_authority_is_called_what_people_call_it(printed, name):
    assert authority_name(printed) == name


@pytest.mark.parametrize(
    ("printed", "names"),
    [
        ("Jo Example, His Majesty’s Inspector", "Jo Example"),
        ("Jo Example, Her Majesty's Inspector", "Jo Example"),
        ("Jo Example Her Majesty’s Inspector", "Jo Example"),
        ("Jo Example HMI", "Jo Example"),
        ("Jo Example, HMI", "Jo Example"),
        ("Jo Example (HMI)", "Jo Example"),
        ("Jo Example SHMI", "Jo Example"),
        ("Jo Example Senior HMI", "Jo Example"),
        ("Máire O’Example-Smith, His Majesty’s Inspector", "Máire O’Example-Smith"),
        ("Jo Example, His Majesty’s Inspector, and Sam Sample, His Majesty’s Inspector", "Jo Example and Sam Sample"),
        ("Jo Example and Sam Sample HMI", "Jo Example and Sam Sample"),
        ("Jo Example HMI / Sam Sample HMI", "Jo Example and Sam Sample"),
        ("Jo Example, His Majesty’s Inspector, Ofsted South West", "Jo Example"),
        ("Jo Example, Social Care Regulatory Inspector", "Jo Example"),
    ],
)
def test_an_inspector_is_named_without_a_title(printed, names):
    assert inspectors(printed) == names
    assert is_people(names)


@pytest.mark.parametrize("text", ["Inspection", "Jo 7", "attended", "a meeting of the board with many who were there"])
def test_what_is_no_name_is_not_taken_for_one(text):
    assert not is_people(text)


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("Outstanding", "outstanding"), ("Good", "good"), ("Inadequate", "inadequate"), ("Adequate", "adequate"), ("Not Judged", "not_judged"),
        ("Requires improvement", "requires_improvement"), ("Require improvement", "requires_improvement"), ("Requires Improvement", "requires_improvement"),
        ("Requires improvement to be good", "requires_improvement"), ("require improvement to be good", "requires_improvement"),
    ],
)  # fmt: skip
def test_a_grade_is_known_in_all_its_words(words, key):
    assert only_grade(words) == (key, words)


def test_requires_improvement_to_be_good_is_one_grade_and_not_good():
    assert [grade.key for grade in grades_in("requires improvement to be good")] == ["requires_improvement"]


@pytest.mark.parametrize("words", ["goodness", "Good enough", "requires", "improvement", "", "inadequately"])
def test_what_is_no_grade_is_not_taken_for_one(words):
    assert only_grade(words) is None


@pytest.mark.parametrize(
    ("label", "area"),
    [
        ("The impact of leaders on social work practice with children and families", "leaders_impact"),
        ("Leadership, management and governance", "leaders_impact"),
        ("Leadership and management", "leaders_impact"),
        ("The experiences and progress of children who need help and protection", "help_and_protection"),
        ("Children who need help and protection", "help_and_protection"),
        ("The experiences and progress of children in care and care leavers", "in_care_and_care_leavers"),
        ("The experiences and progress of children in care", "in_care"),
        ("Children looked after and achieving permanence", "in_care"),
        ("The experiences and progress of care leavers", "care_leavers"),
        ("Experiences and progress of care-experienced young people", "care_leavers"),
        ("Adoption performance", "adoption"),
        ("Overall effectiveness", "overall_effectiveness"),
        ("Capacity to improve", "capacity_to_improve"),
        ("Outcomes for looked after children and young people", "outcomes"),
        ("Quality of provision", "quality_of_provision"),
        ("The quality of lunches", None),
    ],
)
def test_an_area_is_known_by_its_label(label, area):
    assert area_of(label) == area
