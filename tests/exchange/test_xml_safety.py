"""XML that is broken off, badly written or hostile."""

import time

import pytest

from goldthread.exchange import markup
from tests.exchange.conftest import read

CHILD = """  <Child>
    <ChildIdentifiers><LAchildID>{id}</LAchildID><PersonBirthDate>2015-01-25</PersonBirthDate><Sex>F</Sex></ChildIdentifiers>
    <ChildCharacteristics><Ethnicity>WBRI</Ethnicity></ChildCharacteristics>
    <CINdetails><CINreferralDate>2022-05-01</CINreferralDate><ReferralSource>6</ReferralSource><ReferralNFA>false</ReferralNFA></CINdetails>
  </Child>
"""
HEAD = "<?xml version='1.0' encoding='utf-8'?>\n<Message>\n<Header><Year>2023</Year></Header>\n<Children>\n"
TAIL = "</Children>\n</Message>\n"


def census(*ids):
    return HEAD + "".join(CHILD.format(id=i) for i in ids) + TAIL


def children(found):
    return [row.values["LAchildID"] for row in found.rows if row.source.table == "cin.child"]


def test_rows_carry_the_line_an_editor_shows(reading):
    found = reading(census("A1", "A2"), "census_xml")
    assert [(row.source.table, row.number) for row in found.rows] == [
        ("cin.child", 6), ("cin.episode", 8), ("cin.child", 11), ("cin.episode", 13),
    ]  # fmt: skip
    assert found.faults == []


def test_truncated_xml_keeps_the_whole_children_and_says_where_it_breaks(reading):
    text = census("A1", "A2", "A3")
    found = reading(text[: text.index("A3") + 30], "census_xml")
    assert children(found) == ["A1", "A2"]
    (fault,) = found.faults
    assert fault.row == 15
    assert fault.message == "The file breaks off inside the child that begins here. That child was left out; 2 children were read before it."


def test_a_file_cut_between_children_is_told_to_be_cut(reading):
    found = reading(census("A1", "A2").removesuffix(TAIL), "census_xml")
    assert children(found) == ["A1", "A2"]
    assert "ends without closing Message, so it may be cut short; 2 children were read" in found.messages[0]


@pytest.mark.parametrize("break_at", range(0, 900, 37))
def test_wherever_it_breaks_nothing_fails_and_no_child_is_invented(reading, break_at):
    text = census("A1", "A2")
    assert children(reading(text[:break_at], "census_xml")) in ([], ["A1"], ["A1", "A2"])


def test_a_badly_written_child_costs_only_itself(reading):
    text = census("A1", "A2", "A3").replace("<Ethnicity>WBRI", "<Ethnicity>W & B <", 2).replace("W & B <", "WBRI", 1)
    found = reading(text, "census_xml")
    assert children(found) == ["A1", "A3"]
    assert "The child that begins on line 10 is not well-formed XML" in found.messages[0]
    assert found.faults[0].row == 12


def test_a_child_that_is_never_closed_costs_only_itself(reading):
    found = reading(census("A1", "A2", "A3").replace("  </Child>\n", "", 1), "census_xml")
    assert children(found) == ["A2", "A3"]
    assert "not closed before the next one begins" in found.messages[0]


def test_children_in_comments_are_not_children(reading):
    found = reading(census("A1", "A2").replace("  <Child>", "<!-- <Child>", 1).replace("</Child>", "</Child> -->", 1), "census_xml")
    assert children(found) == ["A2"]


def test_letters_that_xml_forbids_are_left_out_and_told(reading):
    found = reading(census("A\x001", "A\x0b2"), "census_xml")
    assert children(found) == ["A1", "A2"]
    assert "2 characters that XML does not allow" in found.messages[-1]


@pytest.mark.parametrize("encoding", ["utf-16", "cp1252", "utf-8-sig"])
def test_a_declared_encoding_that_is_not_the_real_one_does_no_harm(reading, encoding):
    found = reading(census("A1").replace("WBRI", "WBRI £").encode(encoding), "census_xml")
    assert children(found) == ["A1"]
    if encoding == "cp1252":
        assert "The file says it is utf-8 but is not valid UTF-8; it was read as Windows-1252" in found.messages[0]


def test_utf8_that_calls_itself_latin_is_read_as_utf8(reading):
    text = census("A1").replace("encoding='utf-8'", "encoding='iso-8859-1'").replace("Year>2023", "Year>2023<!-- é -->")
    assert children(reading(text.encode(), "census_xml")) == ["A1"]


BOMB = (
    "<!DOCTYPE lolz [<!ENTITY a 'lol'>" + "".join(f"<!ENTITY {b} '{f'&{a};' * 10}'>" for a, b in zip("abcdefghi", "bcdefghij", strict=True)) + "]>"
)
THIEF = "<!DOCTYPE x [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>"


@pytest.mark.parametrize("hostile", [BOMB, THIEF, "<!-- quiet -->\n <?pi?> <!doctype Message>"])
def test_a_bomb_is_refused_quickly_in_a_sentence(reading, hostile):
    began = time.perf_counter()
    found = reading(census("&j;").replace("<Message>", hostile + "<Message>", 1), "census_xml")
    assert time.perf_counter() - began < 1
    assert found.rows == []
    assert found.messages == [
        "The file declares a document type of its own (DOCTYPE), through which a small file can grow without end or reach for other "
        "files. Returns never need one. Nothing of it was read; export the return again without it."
    ]


def test_entities_that_are_not_declared_cost_their_child_only(reading):
    assert children(reading(census("&x;", "A2"), "census_xml")) == ["A2"]


def test_deep_nesting_costs_its_child_only(reading):
    deep = "<a>" * 100_000 + "</a>" * 100_000
    began = time.perf_counter()
    found = reading(census("A1", "A2").replace("<Sex>", deep + "<Sex>", 1), "census_xml")
    assert children(found) == ["A2"]
    assert time.perf_counter() - began < 3


def test_endless_children_are_given_up_in_bounded_memory(folder, monkeypatch):
    monkeypatch.setattr(markup, "LONGEST_CHILD", 100_000)
    found = read(folder(census_xml=HEAD + CHILD.format(id="A1").replace("<Sex>", "x" * 3_000_000 + "<Sex>") + CHILD.format(id="A2") + TAIL))
    assert "goes on for over 100,000 characters" in found.messages[0]


def test_namespaces_are_looked_through(reading):
    text = census("A1").replace("<Message>", "<n:Message xmlns:n='urn:x'>").replace("</Message>", "</n:Message>")
    text = text.replace("<Child>", "<n:Child>").replace("</Child>", "</n:Child>").replace("<Sex>", "<n:Sex>").replace("</Sex>", "</n:Sex>")
    assert children(reading(text, "census_xml")) == ["A1"]


def test_another_kind_of_xml_is_told_apart(reading):
    assert "its root element is Workbook. Expected is EXPSSDA903" in reading("<?xml version='1.0'?><Workbook/>", "other_xml").messages[0]
    assert "no element to read" in reading("<", "other_xml").messages[0]
