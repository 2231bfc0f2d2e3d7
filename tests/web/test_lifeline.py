"""A life on one line: the picture and the table say the same, and nothing is hidden or made up."""

from datetime import date, timedelta
from random import Random
from xml.etree import ElementTree

import pytest

from goldthread.web.pictures import life as values
from goldthread.web.pictures.life import Bar, Gap, Life, Mark, Quiet
from goldthread.web.pictures.lifeline import NARROW, WIDE, lifeline
from goldthread.web.pictures.scale import scale

TODAY = date(2026, 11, 20)
LANES = (("home", "Lives with"), ("worker", "Social worker"), ("visit", "Visits"), ("meeting", "Meetings"))
SVG = "{http://www.w3.org/2000/svg}"


def a_life(**changes):
    told = {
        "name": "Kofi",
        "today": TODAY,
        "lanes": LANES,
        "born": date(2018, 3, 2),
        "bars": (
            Bar("home", "Mum and his sisters", date(2021, 12, 17)),
            Bar("worker", "Ana", date(2025, 1, 29), date(2025, 7, 4)),
        ),
        "marks": (Mark("visit", "Visit at school", date(2026, 11, 5), values.SEEN_ALONE),),
    }
    return Life(**told | changes)


def drawn(life, layout=WIDE):
    return ElementTree.fromstring(
        lifeline(life, layout, "x").replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1)
    )


def words(life, layout=WIDE):
    return [text.text for text in drawn(life, layout).iter(f"{SVG}text")]


def titles(life, layout=WIDE):
    return [title.text for title in drawn(life, layout).iter(f"{SVG}title")]


@pytest.mark.parametrize("layout", [WIDE, NARROW])
def test_the_picture_has_a_title_that_points_to_its_table(layout):
    assert titles(a_life(), layout)[0] == "Kofi’s life on one line. The same facts are in the table below."


def test_every_bar_and_mark_says_what_it_is_when_pointed_at():
    assert "Lives with: Mum and his sisters, 17 December 2021 to now" in titles(a_life())
    assert "Visits: Visit at school, seen alone, Thursday 5 November 2026" in titles(a_life())


def test_the_table_holds_everything_the_picture_does():
    life = a_life(
        gaps=(Gap("worker", "No named worker", date(2025, 1, 20), date(2025, 1, 29)),),
        quiets=(Quiet("visit", "no visit", date(2025, 4, 24), date(2025, 6, 26)),),
    )
    said = [row.what for row in values.rows(life)]
    assert said == [
        "Lives with: Mum and his sisters",
        "No named worker, 9 days (gap)",
        "Social worker: Ana",
        "9 weeks, no visit (gap)",
        "Visits: Visit at school (seen alone)",
    ]


def test_a_gap_is_striped_and_named_with_its_length():
    life = a_life(gaps=(Gap("home", "No address known", date(2021, 3, 8), date(2021, 3, 29)),))
    assert "No address known, 21 days" in words(life)
    assert 'fill="url(#x-hatch)"' in lifeline(life, WIDE, "x")


def test_a_visit_where_the_child_was_not_seen_stands_above_the_line():
    seen = a_life(marks=(Mark("visit", "Visit", date(2026, 11, 12), values.SEEN),))
    out = a_life(marks=(Mark("visit", "Visit", date(2026, 11, 12), values.NOT_SEEN),))
    assert circle_height(out) < circle_height(seen)


def circle_height(life):
    return float(next(drawn(life).iter(f"{SVG}circle")).attrib["cy"])


def test_early_years_are_drawn_small_and_the_fold_says_so():
    assert {"years drawn small", "the last two years drawn large"} <= set(words(a_life()))
    assert "this year large" in words(a_life(), NARROW)


def test_a_life_that_ended_here_years_ago_is_drawn_on_one_measure():
    life = a_life(
        bars=(Bar("home", "Foster home", date(2017, 5, 5), date(2019, 2, 2)),), marks=(), born=date(2004, 5, 2)
    )
    assert not any("drawn" in word for word in words(life))


def test_a_baby_of_this_year_has_no_early_years_to_draw_small():
    assert not any("drawn" in word for word in words(a_life(born=date(2026, 8, 1), bars=())))


def test_today_is_upright_and_the_past_says_then():
    assert "Today" in words(a_life())
    assert "Then" in words(a_life(past=True))


def test_lanes_with_nothing_in_them_are_left_out():
    assert "Meetings" not in words(a_life())
    assert lifeline(a_life(bars=(), marks=()), WIDE, "x") == ""


def test_a_name_that_is_too_long_for_its_bar_is_in_the_table_and_not_across_the_next_bar():
    life = a_life(bars=(Bar("home", "A very long name for so short a stay", date(2026, 11, 1), date(2026, 11, 4)),))
    assert "A very long name for so short a stay" not in words(life)
    assert values.rows(life)[0].what == "Lives with: A very long name for so short a stay"


def test_words_from_the_record_cannot_become_markup():
    life = a_life(bars=(Bar("home", "<script>alert(1)</script> & 'co'", date(2021, 1, 1)),))
    assert "<script" not in lifeline(life, WIDE, "x")
    assert drawn(life) is not None


def test_the_picture_carries_no_style_of_its_own_so_that_the_page_may_forbid_them():
    assert "style=" not in lifeline(a_life(), WIDE, "x") + lifeline(a_life(), NARROW, "x")


@pytest.mark.parametrize("seed", range(30))
@pytest.mark.parametrize("layout", [WIDE, NARROW])
def test_nothing_is_ever_drawn_outside_the_picture(seed, layout):
    life = any_life(Random(seed))
    picture = drawn(life, layout)
    width, height = (float(value) for value in picture.attrib["viewBox"].split()[2:])
    for rect in picture.iter(f"{SVG}rect"):
        assert -1 <= float(rect.attrib["x"]) <= float(rect.attrib["x"]) + float(rect.attrib["width"]) <= width + 1
        assert 0 <= float(rect.attrib["y"]) <= height
    for circle in picture.iter(f"{SVG}circle"):
        assert 0 <= float(circle.attrib["cx"]) <= width


def any_life(chance):
    born = TODAY - timedelta(days=chance.randint(0, 9000))
    day = lambda: born + timedelta(days=chance.randint(0, max((TODAY - born).days, 1)))  # noqa: E731
    bars = tuple(any_bar(chance, day()) for _ in range(chance.randint(0, 12)))
    marks = tuple(
        Mark("visit", "Visit", day(), chance.choice(list(values.MARKS))) for _ in range(chance.randint(1, 40))
    )
    return a_life(born=chance.choice([born, None]), bars=bars, marks=marks)


def any_bar(chance, start):
    ends = chance.choice([None, start, start + timedelta(days=chance.randint(1, 900))])
    return Bar(chance.choice(["home", "worker"]), "A home", start, min(ends, TODAY) if ends else None)


@pytest.mark.parametrize("seed", range(20))
def test_a_later_day_never_stands_before_an_earlier_one(seed):
    chance = Random(seed)
    begins = TODAY - timedelta(days=chance.randint(1, 9000))
    measure = scale(begins, TODAY, [TODAY], 112, 1126, 2)
    places = [measure.x(begins + timedelta(days=step)) for step in range(0, (TODAY - begins).days + 60, 7)]
    assert places == sorted(places)
