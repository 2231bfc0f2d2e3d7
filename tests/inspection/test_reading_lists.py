"""The lists of what needs to improve: where they begin, where they end, and what is no item."""

import pytest

from goldthread.inspection.reading import read
from tests.inspection import made_reports as made
from tests.inspection.flowing import Flow, Style

NAME = "80000-wrenford-2022-07-05.pdf"
LONG = "Plans that say who does what by when, and that a parent can follow without help from anybody else, however long they are. " * 3


def texts(report):
    return [item.text for item in read(report.pdf, NAME).improvements]


@pytest.mark.parametrize("heading", ["What needs to improve", "What needs to improve?", "What needs to improve:"])
@pytest.mark.parametrize("mark", ["", "1"])
def test_the_list_is_found_under_its_heading_with_or_without_a_footnote_s_mark(heading, mark):
    assert texts(made.ilacs(items=("Visits.", "Plans that last."), heading=heading, mark=mark)) == ["Visits.", "Plans that last."]


@pytest.mark.parametrize("bullet", ["\uf06e", "\u25fc", "\uf0a7", "\uf0b7", "\u2022", "-", "–"])
def test_a_bullet_of_any_kind_begins_an_item(bullet):
    items = ("The pace of planning.", "Visits to children far away.")
    assert texts(made.ilacs(items=items, style=Style(bullet=bullet))) == list(items)


def test_an_item_runs_over_the_page_and_nothing_of_head_foot_or_footnote_runs_into_it():
    foot = ("Inspection of Wrenford local authority children’s services", "9 to 20 May 2022")
    style = Style(bullet="\u25fc", foot=foot, footnote="A footnote that stands between the two halves of an item.", lowest=95)
    items = tuple(f"Item {letter}: {LONG}".strip() for letter in "ABCDEFGH")
    report = made.ilacs(items=items, style=style)
    assert texts(report) == list(items)
    assert len({page for _, page, _, _ in report.improvements}) > 1


def test_an_item_keeps_the_page_it_begins_on():
    items = tuple(f"Item {letter}: {LONG}".strip() for letter in "ABCDEFGH")
    report = made.ilacs(items=items)
    assert [item.page for item in read(report.pdf, NAME).improvements] == [page for _, page, _, _ in report.improvements]


def test_a_hyphen_at_a_line_s_end_holds_its_word_together():
    style = Style(bullet="\u25fc", right=230)
    items = ("Decision-making, well-being, asylum-seeking children and multi-agency work by out-of-hours teams.",)
    assert texts(made.ilacs(items=items, style=style)) == list(items)


@pytest.mark.parametrize("right", range(180, 420, 20))
def test_a_hyphen_that_waits_for_its_word_keeps_its_space(right):
    items = ("The response to 16- and 17-year-olds in single- or multi-agency teams, and to three- to five-year-olds.",)
    assert texts(made.ilacs(items=items, style=Style(bullet="\u25fc", right=right))) == list(items)


@pytest.mark.parametrize("second", ["\uf02d", "\uf0be", "-", "–", "o"])
def test_points_of_the_second_level_belong_to_their_item(second):
    points = ("are seen alone", "know why, and are told it in words that they use themselves every day of their lives")
    reading = read(made.ilacs(items=(("Visits where children:", points), "Plans that last."), style=Style(bullet="\u25fc", second=second)).pdf, NAME)
    first, last = reading.improvements
    assert (first.text, first.sub_items) == (" ".join(("Visits where children:", *points)), points)
    assert (last.text, last.sub_items) == ("Plans that last.", ())


def test_numbers_are_kept_and_go_on_from_earlier_paragraphs():
    report = made.sif(lists=(("Areas for improvement", "area_for_improvement", 23, ("Do this well.", "Do that well.", "Do it all well.")),))
    assert [item.number for item in read(report.pdf, NAME).improvements] == [23, 24, 25]


def test_a_line_that_begins_with_a_number_does_not_begin_an_item():
    items = ("Children wait for more than 12 weeks, or 20 weeks, or 26 weeks, or 30 weeks, or 40 weeks, or 52 weeks, or 60 weeks, for a plan.",)
    for right in range(200, 300, 10):
        assert texts(made.sif(lists=(("Recommendations", None, 1, items),), style=Style(right=right), grades=("Good",) * 5)) == list(items)


def test_headings_of_topics_are_kept_with_the_items_under_them():
    items = (made.Topic("Care leavers"), "Homes that last.", "Money that arrives.", made.Topic("Leadership, management and governance"), "Know your children.")
    reading = read(made.sif(lists=(("Recommendations", None, 1, items),)).pdf, NAME)
    assert [(item.heading, item.text) for item in reading.improvements] == [
        ("Care leavers", "Homes that last."),
        ("Care leavers", "Money that arrives."),
        ("Leadership, management and governance", "Know your children."),
    ]


@pytest.mark.parametrize(
    ("heading", "priority"),
    [
        ("Priority and immediate action", "priority_and_immediate_action"),
        ("Priority actions", "priority_and_immediate_action"),
        ("Areas for priority and immediate action", "priority_and_immediate_action"),
        ("Areas for improvement", "area_for_improvement"),
    ],
)
def test_what_is_urgent_is_told_from_what_is_not(heading, priority):
    reading = read(made.sif(lists=((heading, priority, 0, ("See every child this week.",)),)).pdf, NAME)
    assert [item.priority for item in reading.improvements] == [priority]


def test_the_contents_page_is_no_list():
    report = made.sif(contents=True)
    assert texts(report) == ["See that every plan has dates."]


def test_saying_that_nothing_is_urgent_is_told_and_is_no_item():
    lists = (
        ("Priority and immediate action", "priority_and_immediate_action", 18, ("There are no areas for priority or immediate action.",)),
        ("Areas for improvement", "area_for_improvement", 19, ("See that every plan has dates.",)),
    )
    reading = read(made.sif(lists=lists).pdf, NAME)
    assert [item.text for item in reading.improvements] == ["See that every plan has dates."]
    assert any("There are no areas for priority" in note for note in reading.notes)


def test_an_item_printed_twice_is_read_twice():
    items = ("See that every plan has dates.",) * 2
    assert texts(made.sif(lists=(("Recommendations", None, 1, items),))) == list(items)


def test_numbers_that_leap_are_told():
    lists = (("Recommendations", None, 1, ("Do this well.",)), ("Recommendations", None, 4, ("Do that well.",)))
    assert any("leap from number 1 to number 4" in note for note in read(made.sif(lists=lists).pdf, NAME).notes)


def test_a_report_without_the_section_says_so_and_has_no_items():
    reading = read(made.ilacs(heading="").pdf, NAME)
    assert reading.improvements == ()
    assert reading.missing == ("It has no section that says what needs to improve.",)
    assert reading.problem == ""


def test_a_section_that_is_a_paragraph_is_one_item_in_doubt():
    flow_items = ("The pace at which plans are made, and the care with which they are kept.",)
    reading = read(made.ilacs(items=flow_items, style=Style(bullet=" ", indent=0.01)).pdf, NAME)
    assert [(item.text, item.sure, item.why) for item in reading.improvements] == [(flow_items[0], False, "It is printed as a paragraph, not as a list.")]


@pytest.mark.parametrize(
    ("item", "why"),
    [("Plans", "very short"), ("Plans that last and:", "colon"), (LONG * 8, "very long"), ("Zxcv bnmq wrtp sdfg " * 4, "English")],
)
def test_an_item_that_may_be_damaged_is_doubted(item, why):
    (read_item,) = read(made.ilacs(items=(item.strip(),)).pdf, NAME).improvements
    assert not read_item.sure
    assert why in read_item.why


def test_the_board_s_items_are_told_from_the_authority_s():
    report = made.sif(board="The Local Safeguarding Children Board is good", board_lists=(("Recommendations", None, 57, ("Hear from staff.",)),))
    assert [(i.section, i.number) for i in read(report.pdf, NAME).improvements] == [("local_authority", 1), ("lscb", 57)]


@pytest.mark.parametrize("body", [10.5, 12])
@pytest.mark.parametrize("heading", [12.1, 13, 14, 18])
def test_the_list_ends_at_the_next_heading_whatever_its_size(body, heading):
    style = Style(body=body, heading=max(heading, body), bullet="\u25fc")
    assert texts(made.ilacs(items=("Visits to children.",), style=style)) == ["Visits to children."]


def listed(*lines: tuple[float, str, bool]) -> bytes:
    """A report of 2015 whose list is set line by line: (place from the left, text, bold)."""
    flow = Flow()
    flow.lines(71, "Wrenford City Council", 26)
    flow.lines(71, "Inspection of services for children in need of help and protection, children looked after and care leavers", 14, True)
    flow.lines(71, "Inspection date: 3 March – 25 March 2015", 14, True)
    flow.lines(71, "Children’s services in Wrenford are good", 14, True)
    flow.new_page()
    for _ in range(12):
        flow.paragraph(made.PROSE)
    flow.new_page()
    flow.heading("Recommendations", 14, True)
    for x, text, bold in lines:
        mark, _, rest = text.partition("\t")
        if rest:
            flow.paper.text(x, flow.y, mark)
            flow.line(x + 24, rest)
        else:
            flow.line(x, text, 12, bold)
        flow.skip()
    return flow.paper.pdf()


def read_items(*lines):
    return [(item.text, item.sub_items) for item in read(listed(*lines), NAME).improvements]


def test_bullets_after_a_list_of_numbers_and_another_heading_are_no_items():
    lines = [(71, "1.\tSee that every plan has dates.", False), (71, "2.\tHear from staff.", False)]
    after = [(71, "Children told us this", True), (71, "\uf06e\tThat they like their homes.", False)]
    assert read_items(*lines, *after) == [("See that every plan has dates.", ()), ("Hear from staff.", ())]


def test_numbered_paragraphs_after_a_list_of_bullets_are_no_items():
    lines = [(71, "\uf06e\tSee that every plan has dates.", False), (71, "Findings of the visit", True), (71, "14.\tThe report goes on.", False)]
    assert read_items(*lines) == [("See that every plan has dates.", ())]


def test_points_that_stand_no_further_right_than_their_number_are_points():
    lines = [(71, "1.\tSee that every plan:", False), (71, "\uf06e\thas dates", False), (71, "\uf06e\thas names.", False), (71, "2.\tHear from staff.", False)]
    assert read_items(*lines) == [("See that every plan: has dates has names.", ("has dates", "has names.")), ("Hear from staff.", ())]


@pytest.mark.parametrize("bullet", ["n", "l", "§", "¾", "►", "*", "o"])
def test_a_bullet_is_known_by_its_place_where_the_file_does_not_say_what_it_is(bullet):
    assert read_items((71, f"{bullet}\tSee that every plan has dates.", False), (71, f"{bullet}\tHear from staff.", False)) == [
        ("See that every plan has dates.", ()),
        ("Hear from staff.", ()),
    ]


def test_points_with_letters_are_points():
    lines = [(71, "1.\tSee that every plan:", False), (95, "a)\thas dates", False), (95, "b)\thas names.", False)]
    assert read_items(*lines) == [("See that every plan: has dates has names.", ("has dates", "has names."))]


def test_what_stands_before_the_first_item_is_no_item():
    lines = [(71, "The local authority should:", False), (71, "\uf06e\tSee that every plan has dates.", False)]
    assert read_items(*lines) == [("See that every plan has dates.", ())]


def test_paragraphs_instead_of_a_list_are_items_in_doubt():
    lines = [(71, "Plans should have dates, and those who are in them should know them.", False), (71, "Staff should be heard, and what they say should be written down.", False)]
    found = read(listed(*((x, text, bold) for x, text, bold in lines)), NAME).improvements
    assert [(item.text, item.sure) for item in found] == [(text, False) for _, text, _ in lines]


@pytest.mark.parametrize("text", ["Children9s plans should have dates.", "Plans that last2 and that are kept.", "Children\ufffds plans should have dates."])
def test_an_item_in_which_a_sign_looks_damaged_is_doubted(text):
    (item,) = read(listed((71, f"1.\t{text}", False)), NAME).improvements
    assert not item.sure
    assert "may be damaged" in item.why


def test_a_report_that_is_bold_all_over_is_read_all_the_same():
    lines = [(71, "1.\tSee that every plan has dates.", True), (71, "2.\tHear from staff, wherever they are.", True)]
    pdf = listed(*lines).replace(b"/StemV 80", b"/StemV 140")
    found = read(pdf, NAME)
    assert [item.text for item in found.improvements] == ["See that every plan has dates.", "Hear from staff, wherever they are."]
    assert [j.grade for j in found.judgements] == ["good"]
