"""Promises of the picture of a history: each scale by itself, no words on other words, whatever an authority's years were like."""

import re
from datetime import date
from html import unescape

import pytest

from goldthread.inspection.history import birmingham
from goldthread.inspection.history.scales import OVERALL
from goldthread.inspection.history.values import JUDGEMENT, MEASURES, RAN, UNREAD, Claim, When
from goldthread.web.pictures.history import drawings, history_picture, laid_out, years_of
from goldthread.web.pictures.history_flags import flags, room
from goldthread.web.pictures.history_values import LEFT, RIGHT, WIDTH, cut, spread, wrapped
from goldthread.web.pictures.svg import text_width
from tests.inspection.told import TODAY, at_random, event, history, judged, on, report, since, source, year

SEEDS = range(300)
TEXT = re.compile(r"<text([^>]*)>([^<]*)</text>")
STEM = re.compile(r'<path class="axis" d="M([\d.]+) ([\d.]+)L[\d.]+ ([\d.]+)"')


def drawn(claims, **more):
    return history_picture(history(claims, **more), TODAY)


def value(attributes, name, default=0.0):
    found = re.search(rf'\b{name}="([^"]*)"', attributes)
    return float(found[1]) if found else default


def words_at(svg):
    """Each text with the sides it takes: left, top, right, bottom."""
    for attributes, words in TEXT.findall(svg):
        said = unescape(words)
        bold = re.search(r'class="[^"]*\bb\b', attributes) is not None
        size = 13.5 if re.search(r'class="[^"]*\bs\b', attributes) else 14
        wide, x, y = text_width(said, size, bold), value(attributes, "x"), value(attributes, "y")
        left = x - wide if 'anchor="end"' in attributes else x - wide / 2 if 'anchor="middle"' in attributes else x
        yield said, (left, y - 10, left + wide, y + 2)


def collisions(svg):
    placed = list(words_at(svg))
    for n, (words, one) in enumerate(placed):
        for others, other in placed[n + 1 :]:
            if one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]:
                yield words, others


def outside(svg):
    return [words for words, sides in words_at(svg) if sides[0] < LEFT - 10 or sides[2] > WIDTH + 8]


def crossed(svg):
    """Words that a stem runs through."""
    for x, top, foot in (tuple(map(float, stem)) for stem in STEM.findall(svg)):
        for words, (left, above, right, below) in words_at(svg):
            if left < x < right and top < below and above < foot:
                yield words


@pytest.mark.parametrize("seed", SEEDS)
def test_no_words_stand_on_others_whatever_the_years_were_like(seed):
    svg = drawn(at_random(seed))
    assert list(collisions(svg)) == [] and outside(svg) == [] and list(crossed(svg)) == []


@pytest.mark.parametrize("seed", SEEDS)
def test_no_box_stands_on_another(seed):
    told = history(at_random(seed))
    years = years_of(told, TODAY)
    frames = laid_out(drawings(told, years, TODAY), 100)
    assert not [(n, m) for n, one in enumerate(frames) for m, other in enumerate(frames[:n]) if one.meets(other)]
    assert all(LEFT - 1 <= frame.left < frame.right <= RIGHT + 1 for frame in frames)


NINE = [claim for month in range(1, 10) for claim in report("ilacs_2023", on(2024, month, 9), overall="good", in_care="good", leaders_impact="inadequate")]


@pytest.mark.parametrize(
    "claims",
    [
        birmingham.CLAIMS,
        [],
        report("ilacs_2023", on(2024, 7, 12), overall="good", in_care="outstanding"),
        report("ilacs_2026", on(2026, 6, 19), leaders_impact="good", in_care="requires_improvement"),
        report("lac_2013", on(2013, 8, 23), overall="adequate", outcomes="good"),
        report("lscb", on(2015, 6, 3), lscb="requires_improvement"),
        [*report("sif", on(2015, 6, 3), overall="inadequate"), *report("sif", on(2015, 8, 3), overall="good", adoption="good")],
        NINE,
        [since(2015, "BBC"), since(2016, "ITV"), *report("sif", on(2015, 6, 3), overall="inadequate")],
        [event(on(2026, 11, 20 - n), f"something that the council did on the day before, number {n}") for n in range(9)],
        [event(on(2000 + n, 1, 1), "a year began and the council went on as it had gone on before") for n in range(26)],
        [Claim(JUDGEMENT, on(2012, 10, 19), grade=UNREAD, sources=(source(),))],
        [Claim(MEASURES, year(2026), "special measures", sources=(source(),)), event(on(1996, 1, 1), "it began")],
    ],
    ids=["birmingham", "nothing", "one", "no overall", "adequate", "board", "two in one year", "nine in one year", "since beside a form",
         "nine in ten days", "every year", "unread", "measures now"],
)  # fmt: skip
def test_no_words_stand_on_others_in_histories_that_are_real_or_hard(claims):
    svg = drawn(list(claims))
    assert list(collisions(svg)) == [] and outside(svg) == [] and list(crossed(svg)) == []


def test_where_nothing_is_known_nothing_is_drawn():
    assert drawn([]) == ""


def test_no_line_leaves_its_box():
    told = history(birmingham.CLAIMS)
    years = years_of(told, TODAY)
    found = drawings(told, years, TODAY)
    for drawing, frame in zip(found, laid_out(found, 100), strict=True):
        for x1, x2 in re.findall(r'class="hair" d="M([\d.]+) [\d.]+L([\d.]+)', "".join(drawing.inside(frame))):
            assert frame.left <= float(x1) and float(x2) <= frame.right


def test_no_grade_has_a_colour():
    svg = drawn(birmingham.CLAIMS)
    assert not re.search(r'class="[^"]*\b(mg|mr|ma|red)\b', svg) and "style=" not in svg


def test_each_scale_of_birmingham_has_its_own_box():
    words = [said for said, _ in words_at(drawn(birmingham.CLAIMS))]
    assert {"In words", "Serving children well?", "Able to improve?", "Stars (none to three)", "“Inadequate since…”", "Listed, not read", "Single framework",
            "Today’s framework (ILACS)"} <= set(words)  # fmt: skip
    assert "six scales; none translates into another, so no line joins them" in words


def test_claims_of_different_years_stand_dashed_beside_each_other():
    svg = drawn([since(2008, "BBC"), since(2009, "trade press"), since(2010, "ITV")])
    assert svg.count("gt-hist__since") == 3
    assert {"2008: BBC", "2009: trade press", "2010: ITV"} <= {said for said, _ in words_at(svg)}


def test_what_cannot_be_read_is_a_dashed_circle():
    svg = drawn([Claim(JUDGEMENT, on(2012, 10, 19), short="report cannot be read", grade=UNREAD, sources=(source(),))])
    assert "mo gt-hist__dashed" in svg and "19 Oct 2012: report cannot be read" in {said for said, _ in words_at(svg)}


def test_an_overall_grade_is_a_full_mark_and_an_area_a_small_open_one():
    svg = drawn(report("ilacs_2023", on(2024, 7, 12), overall="good", in_care="good", leaders_impact="good"))
    assert svg.count('<circle class="m"') == 1 + 1 and svg.count('r="4"') == 2 + 1  # and one of each in the key


def test_a_form_without_an_overall_grade_has_no_full_mark():
    svg = drawn(report("ilacs_2026", on(2026, 6, 19), in_care="good", leaders_impact="good"))
    assert svg.count('<circle class="m"') == 1  # only that of the key


def test_two_sources_with_two_overall_grades_are_two_dashed_marks():
    svg = drawn([judged("sif", on(2014, 4, 9), "good"), judged("sif", on(2014, 4, 9), "inadequate", OVERALL, by="a list")])
    assert svg.count("mo gt-hist__dashed") == 2


def test_measures_whose_end_is_not_known_fade_and_say_so():
    fading = drawn([Claim(MEASURES, year(2000), "special measures", sources=(source(),))])
    assert "linearGradient" in fading and "Special measures from 2000; end not found" in fading
    ended = drawn([Claim(MEASURES, year(2000, 2002), "special measures", sources=(source(),))])
    assert "linearGradient" not in ended and "Special measures 2000 to 2002" in ended


def test_who_ran_it_runs_until_somebody_else_did():
    ran = [Claim(RAN, year(2000), "City council", sources=(source(),)), Claim(RAN, on(2018, 4, 1), "The trust", sources=(source(),))]
    svg = drawn(ran)
    bars = [tuple(map(float, bar)) for bar in re.findall(r'<rect class="e\d" x="([\d.]+)" y="[\d.]+" width="([\d.]+)"', svg)]
    assert len(bars) == 2 and bars[0][0] + bars[0][1] == pytest.approx(bars[1][0], abs=2)


def test_the_picture_says_in_words_what_it_is_and_where_the_same_stands_as_a_list():
    svg = drawn(birmingham.CLAIMS, name="Birmingham")
    assert 'role="img"' in svg and "Birmingham children’s services, 2000 to 2026" in svg and "in the list below with its source" in svg


def test_words_from_outside_are_escaped():
    assert "<script>" not in drawn([event(on(2014, 1, 1), "<script>alert(1)</script>")])


def test_a_claim_of_a_day_to_come_does_not_break_the_line_of_years():
    assert "2030" in drawn([event(on(2030, 1, 1), "planned"), event(on(2029, 1, 1), "planned too")])


def test_one_claim_about_one_day_is_enough_for_a_picture():
    assert drawn([Claim("event", When(date(2026, 11, 1)), "it happened", sources=(source(),))]).startswith("<svg")


# How marks and words are kept apart


def test_marks_that_fit_stand_where_they_belong():
    assert spread([(10, 2, 2), (50, 2, 2)], 0, 100, 4) == [10, 50]


def test_marks_that_meet_move_apart_and_stay_inside():
    places = spread([(98, 5, 5), (99, 5, 5), (99, 5, 5)], 0, 100, 2)
    assert places == [71, 83, 95]


def test_marks_for_which_there_is_no_room_are_not_squeezed_in():
    assert spread([(5, 6, 6)] * 9, 0, 100, 1) is None


def test_flags_near_the_right_edge_stand_on_the_line_with_their_words_to_the_left():
    flag, other = flags([(RIGHT - 10, "something that happened lately"), (LEFT, "long ago")])[::-1]
    assert flag.up and flag.ends <= RIGHT + 6 and not other.up
    assert room([flag, other], up=True) == room([flag, other], up=False) > 0


def test_words_too_long_for_their_place_end_in_three_dots():
    assert cut("a commissioner is appointed", 100).endswith("…") and text_width(cut("a commissioner is appointed", 100)) <= 100
    assert all(text_width(row) <= 120 for row in wrapped("serious weaknesses in services for children and everywhere else", 120))
    assert len(wrapped("one two three four five six seven eight nine ten", 60, most=2)) == 2
