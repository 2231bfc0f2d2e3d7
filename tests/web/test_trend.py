"""A measure over time: the picture, its words and its table say the same, and nothing is drawn that is not known."""

import re
import time
from calendar import monthrange
from datetime import date
from decimal import Decimal
from random import Random
from xml.etree import ElementTree

import pytest
from django.template import Context, Template

from goldthread.web.pictures.trend import Point, Spark, Trend, figure, rows
from goldthread.web.pictures.trendline import NARROW, WIDE, spark, trendline

SVG = "{http://www.w3.org/2000/svg}"
SHARES = (73, 70, 72, 71, 72, 74, 78, 81, 82, 80, 84, 86)
INSPECTED = (date(2026, 2, 28), "inspection: 71%")


def months(number, year=2026, month=10):
    """The last days of so many months, oldest first, up to this one."""
    back = [(year * 12 + month - 1 - n) for n in reversed(range(number))]
    return [date(m // 12, m % 12 + 1, monthrange(m // 12, m % 12 + 1)[1]) for m in back]


def seen(values=SHARES, **changes):
    told = {"title": "Seen in time", "note": "188 of 219 on 31 October.", "points": tuple(zip(months(len(values)), values, strict=True)), "target": 95}
    return Trend(**told | changes)


def drawn(trend, layout=WIDE):
    return ElementTree.fromstring(trendline(trend, layout).replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1))


def words(trend, layout=WIDE):
    return [text.text for text in drawn(trend, layout).iter(f"{SVG}text")]


def placed(trend, layout=WIDE):
    """The words with the height of their baselines."""
    return {text.text: float(text.get("y")) for text in drawn(trend, layout).iter(f"{SVG}text")}


def page(trend, arguments=""):
    return Template("{% load gt %}{% trend t" + arguments + " %}").render(Context({"t": trend}))


# What it says


def test_somebody_who_does_not_see_it_is_told_its_course_its_target_and_where_the_figures_are():
    label = drawn(seen()).get("aria-label")
    assert label == (
        "Seen in time. From 73% in November 2025 to 86% in October 2026. Target 95%, higher is better. Every figure is in the table below."
    )
    assert "lower is better" in seen(higher=False).says() and "better" not in seen(higher=None).says()


def test_every_point_says_its_month_its_figure_and_what_it_rests_on():
    points = tuple(Point(day, value, f"{value} of 100") for day, value in zip(months(12), SHARES, strict=True))
    titles = [title.text for title in drawn(seen(points=points)).iter(f"{SVG}title")]
    assert titles[0] == "Nov 2025: 73% (73 of 100)" and titles[-1] == "Oct 2026: 86% (86 of 100)"


@pytest.mark.parametrize("layout", [WIDE, NARROW])
def test_the_last_figure_the_target_and_the_inspection_are_written_beside_their_lines(layout):
    said = words(seen(upright=INSPECTED), layout)
    assert {"86%", "target", "95%", "inspection: 71%"} <= set(said)


@pytest.mark.parametrize("layout", [WIDE, NARROW])
def test_the_newest_month_is_always_named_and_no_two_names_touch(layout):
    named = [text for text in drawn(seen(), layout).iter(f"{SVG}text") if text.get("y") == str(layout.bottom + 22)]
    assert named[0].text == "Oct"
    places = sorted(float(text.get("x")) for text in named)
    assert all(right - left > 24 for left, right in zip(places, places[1:], strict=False))


def test_five_years_are_named_by_years_and_have_no_ring_on_every_point():
    long = seen(tuple(range(30, 90)))
    assert [w for w in words(long) if w.startswith("Oct")] == ["Oct 2026", "Oct 2025", "Oct 2024", "Oct 2023", "Oct 2022"]
    assert trendline(long, WIDE).count("<circle") == 1


# What is not known


def test_the_line_breaks_where_nothing_is_known_and_the_table_says_so():
    gap = seen((70, 72, None, 75, 76))
    assert len([p for p in drawn(gap).iter(f"{SVG}path") if p.get("class") == "thread"]) == 2
    assert [row.figure for row in rows(gap)] == ["70%", "72%", "not known", "75%", "76%"]


@pytest.mark.parametrize("values", [(), (None, None)])
def test_where_nothing_is_known_nothing_is_drawn_and_a_sentence_says_why(values):
    assert trendline(seen(values), WIDE) == "" and spark(Spark(seen(values).points, 95)) == ""
    assert "No figure is known yet" in page(seen(values)) and "<svg" not in page(seen(values))


def test_one_known_figure_is_a_dot():
    assert "71% in October 2026." in seen((None, 71)).says()
    assert trendline(seen((None, 71)), WIDE).count("<circle") == 2


def test_an_inspection_before_the_first_month_is_not_drawn():
    assert "inspection: 71%" not in words(seen(upright=(date(2024, 1, 1), "inspection: 71%")))


# What it looks like


@pytest.mark.parametrize("seed", range(40))
@pytest.mark.parametrize("layout", [WIDE, NARROW])
def test_whatever_the_figures_everything_stands_inside_and_the_axis_holds_them(seed, layout):
    chance = Random(seed)
    most = chance.choice((1, 20, 100, 5000))
    values = [chance.choice((None, chance.uniform(0, most))) for _ in range(chance.randint(1, 61))] + [chance.uniform(0, most)]
    trend = seen(values, target=chance.choice((None, chance.uniform(0, most))), unit=chance.choice(("%", "days", "")) if most <= 100 else "", upright=INSPECTED)
    for shape in drawn(trend, layout).iter(f"{SVG}circle"):
        assert layout.left <= float(shape.get("cx")) <= layout.right
        assert layout.top - 0.1 <= float(shape.get("cy")) <= layout.bottom + 0.1
    for text in drawn(trend, layout).iter(f"{SVG}text"):
        assert 0 <= float(text.get("x")) <= layout.width and 0 < float(text.get("y")) <= layout.height


@pytest.mark.parametrize("last", range(70, 101))
@pytest.mark.parametrize("layout", [WIDE, NARROW])
def test_the_last_figure_never_stands_on_the_targets_words(last, layout):
    if last == 90:
        return
    at = placed(seen((*SHARES[:-1], last), target=90), layout)
    mine = at[f"{last}%"] if list(words(seen((*SHARES[:-1], last), target=90), layout)).count(f"{last}%") == 1 else None
    if mine is not None:
        assert abs(mine - at["target"]) >= 12 and abs(mine - at["target"] - 15) >= 12


def test_shares_end_at_a_hundred():
    assert max(int(w.rstrip("%")) for w in words(seen((90, 100))) if re.fullmatch(r"\d+%?", w)) == 100


def test_days_and_plain_numbers_have_their_unit_in_words():
    assert figure(Decimal("12.50"), "days") == "12.5 days" and figure(1204, "") == "1,204" and figure(3.0, "days") == "3 days"
    assert "From 12 days" in seen((12, 14.5), unit="days").says() and rows(seen((12, 14.5), unit="days"))[-1].figure == "14.5 days"


def test_it_obeys_the_sites_rule_against_styles_inside_the_page():
    html = page(seen(upright=INSPECTED)) + spark(Spark(seen().points, 95, INSPECTED[0]))
    assert "style=" not in html and "<style" not in html and "<script" not in html


def test_words_that_somebody_typed_are_only_words():
    html = page(seen(title='<b onclick="x">', note="<script>", upright=(INSPECTED[0], '"><script>')))
    assert "<script>" not in html and "<b onclick" not in html


def test_the_small_line_is_decoration_with_target_and_inspection():
    small = spark(Spark(seen().points, 95, INSPECTED[0]))
    assert 'aria-hidden="true"' in small and small.count("<path") == 3 and small.count("<circle") == 1


# The table under it


def test_the_table_is_folded_under_the_picture_and_open_on_paper():
    assert "<summary>The same as a table</summary>" in page(seen())
    assert "<details" not in page(seen(), " unfolded=True") and "November 2025" in page(seen(), " unfolded=True")


def test_the_table_has_every_month_with_the_year_where_it_changes_and_opens_what_can_be_opened():
    points = (Point(date(2025, 12, 31), 70, "7 of 10", "/measures/x/"), Point(date(2026, 1, 31), 80, "8 of 10"), Point(date(2026, 2, 28), 81, "9 of 11"))
    assert [row.month for row in rows(seen(points=points))] == ["December 2025", "January 2026", "February"]
    assert '<a href="/measures/x/">70%</a>' in page(seen(points=points)) and "9 of 11" in page(seen(points=points))


def test_a_picture_costs_less_than_two_milliseconds():
    began = time.perf_counter()
    for _ in range(50):
        trendline(seen(), WIDE)
    assert (time.perf_counter() - began) / 50 < 0.002
