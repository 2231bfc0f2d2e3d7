"""Reports in layouts by chance are read word for word."""

import random

import pytest

from goldthread.inspection.reading import read
from tests.inspection import layouts


def said(reading):
    return [(item.text, item.page, item.section, item.priority) for item in reading.improvements]


@pytest.mark.parametrize("form", layouts.FORMS, ids=lambda form: form.__name__)
@pytest.mark.parametrize("seed", range(12))
def test_whatever_the_layout_every_item_and_every_grade_is_read_as_printed(form, seed):
    report = form(random.Random(f"{form.__name__} {seed}"))
    reading = read(report.pdf, "80000-wrenford-2022-07-05.pdf")
    assert said(reading) == report.improvements
    assert {j.area: j.grade for j in reading.judgements} == report.grades
    assert [j for j in reading.judgements if not j.sure] == []
    assert (reading.problem, reading.missing, reading.framework.value) == ("", (), report.framework)
    assert reading.authority.value == "Wrenford"
    assert reading.lead_inspector.value in ("Jo Example", "Sam Sample")
    assert reading.inspection_start.value < reading.inspection_end.value


@pytest.mark.parametrize("seed", range(6))
def test_items_whose_lines_begin_under_their_bullet_are_read_too(seed):
    chance = random.Random(seed)
    report = layouts.made.ilacs(items=layouts.items(chance), style=layouts.style(chance, hanging=False), before=2)
    assert said(read(report.pdf, "report.pdf")) == report.improvements


@pytest.mark.parametrize("seed", range(6))
def test_a_bullet_that_touches_its_item_is_still_a_bullet(seed):
    chance = random.Random(seed)
    listed = [layouts.sentence(chance, 9) for _ in range(7)]
    report = layouts.made.ilacs(items=listed, style=layouts.style(chance, glued=True))
    assert said(read(report.pdf, "report.pdf")) == report.improvements
