"""Every code has its words, and the loader reads from the words the code they were written for."""

import pytest

from goldthread.exchange import spelt_care, spelt_need, spelt_people
from goldthread.exchange.annex_a_out import labels
from goldthread.exchange.annex_a_out.headings import LAYOUTS, headings
from goldthread.exchange.authorities import AUTHORITY, name_of
from goldthread.exchange.mapping_annex_a import _AIM
from goldthread.exchange.spelt_sources import SOURCE
from goldthread.record import codes
from goldthread.record.types.lists import STATUS

TABLES = {
    "ethnicity": (labels.ETHNICITY, spelt_people.ETHNIC, codes.ETHNICITY), "source": (labels.SOURCE, SOURCE, codes.SOURCE),
    "need": (labels.NEED, spelt_need.NEED, codes.NEED), "closing": (labels.CLOSURE, spelt_need.CLOSURE, codes.CLOSING),
    "status": (labels.STATUS, spelt_need.STATUS, STATUS), "abuse": (labels.ABUSE, spelt_need.ABUSE, codes.ABUSE),
    "legal status": (labels.LEGAL, spelt_care.LEGAL, codes.LEGAL_STATUS), "end of care": (labels.CEASED, spelt_care.CEASED, codes.CARE_END),
    "placement": (labels.PLACEMENT, spelt_care.PLACEMENT, codes.PLACEMENT), "provider": (labels.PROVIDER, spelt_care.PROVIDER, codes.PROVIDER),
    "eligibility": (labels.ELIGIBILITY, spelt_care.ELIGIBILITY, codes.ELIGIBILITY), "in touch": (labels.IN_TOUCH, spelt_care.IN_TOUCH, codes.IN_TOUCH),
    "home": (labels.HOME, spelt_care.HOME, codes.ACCOMMODATION), "activity": (labels.ACTIVITY, spelt_care.ACTIVITY, codes.ACTIVITY),
    "reversed": (labels.REVERSED, spelt_care.REVERSED, codes.REVERSED), "left": (labels.LEFT_ADOPTING, spelt_care.LEFT_ADOPTING, codes.LEFT_ADOPTING),
}  # fmt: skip
NOT_KNOWN = {"0"}  # says nothing, so nothing is written
OF_TODAY = {"835": "838"}  # Dorset county, until 2019
READ_AS_TODAY = {"E4": "E4A"}  # a code of the past


@pytest.mark.parametrize("name", TABLES)
def test_every_code_of_the_record_has_words_that_are_read_as_that_code(name):
    written, spelling, known = TABLES[name]
    assert set(known) - NOT_KNOWN == set(written) - {""}
    assert {code: spelling.code(words) for code, words in written.items() if code} == {code: READ_AS_TODAY.get(code, code) for code in written if code}


def test_sex_and_permanence_are_read_back_too():
    assert {code: spelt_people.SEX.code(words) or "" for code, words in labels.SEX.items()} == {"M": "M", "F": "F", "": "U"}
    read = {aim: spelt_care.PERMANENCE.code(words) for aim, words in labels.PERMANENCE.items()}
    assert {aim: _AIM.get(code, code) for aim, code in read.items()} == {aim: aim for aim in codes.AIM}


@pytest.mark.parametrize("answer", [True, False, None])
def test_an_answer_is_read_back_as_it_was_given(answer):
    assert spelt_people.answer(spelt_people.YES_NO).read(labels.yes_no(answer)) is answer
    for spelling in (spelt_people.SEEN, spelt_people.SEEN_ALONE, spelt_people.DISABLED):
        assert spelt_people.answer(spelling).read(labels.yes_no_unknown(answer)) is answer


def test_an_authority_is_read_back_from_its_name():
    numbers = [str(number) for number in range(201, 947) if name_of(str(number))]
    assert len(numbers) > 150
    assert {number: AUTHORITY.read(name_of(number)) for number in numbers} == {number: OF_TODAY.get(number, number) for number in numbers}
    assert {code: AUTHORITY.read(words) for code, words in labels.ELSEWHERE.items()} == {code: code for code in labels.ELSEWHERE}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_no_heading_stands_twice_in_a_list(layout):
    assert all(len(set(headings(number, layout))) == len(headings(number, layout)) for number in range(1, 12))
