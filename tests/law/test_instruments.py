"""The law as values that can be cited."""

from datetime import date

import pytest

from goldthread.law import sources
from goldthread.law.instruments import Act, Force, Guidance, Instrument, Regulations

TEXTS = [value for value in vars(sources).values() if isinstance(value, Instrument)]


def test_a_regulation_is_cited_by_its_paragraphs() -> None:
    cited = sources.care_planning_2010.regulation(28, 2, "c", "i")
    assert str(cited).endswith("Regulations 2010, regulation 28(2)(c)(i)")


def test_sections_schedules_and_chapters_are_cited_as_they_are_called() -> None:
    assert sources.children_act_1989.section(47, 1).part == "section 47(1)"
    assert sources.children_act_1989.schedule(2, "19C").part == "schedule 2 paragraph 19C"
    assert sources.working_together_2023.chapter(3).part == "chapter 3"
    assert str(sources.reviewing_officers_handbook.whole()) == "IRO Handbook"


def test_the_same_paragraph_is_the_same_value() -> None:
    assert sources.care_planning_2010.regulation(33, 1) == sources.care_planning_2010.regulation(33, 1)
    assert sources.care_planning_2010.regulation(33, 1) != sources.care_planning_2010.regulation(33, 2)


def test_a_citation_nobody_has_confirmed_says_what_to_check() -> None:
    cited = sources.health_guidance.whole()
    assert cited.sure
    assert not cited.to_check("the number of days").sure
    assert not sources.care_planning_2020.whole().sure


def test_a_text_is_in_force_between_its_days() -> None:
    old = sources.reviews_1991
    assert old.in_force_on(date(2011, 3, 31))
    assert not old.in_force_on(date(2011, 4, 1))
    assert sources.care_planning_2010.in_force_on(date(2011, 4, 1))


@pytest.mark.parametrize("text", TEXTS, ids=lambda text: text.title)
def test_every_text_has_a_title_a_force_and_days_in_order(text: Instrument) -> None:
    assert text.title
    assert isinstance(text.force, Force)
    assert text.until is None or text.until > text.in_force
    assert isinstance(text, (Act, Regulations, Guidance))
    assert text.title in str(text)


def test_in_a_small_space_a_text_goes_by_its_short_name() -> None:
    assert sources.care_planning_2010.regulation(28, 2).brief == "Care Planning Regulations 2010, reg. 28(2)"
    assert sources.working_together_2023.chapter(3).brief == "Working Together 2023, ch. 3"
    assert sources.children_act_1989.section(47).brief == "Children Act 1989, s. 47"
