"""What inspectors asked for, and what has moved: on one page, with the reason behind every mark."""

import re

from tests.web.improving import improving, miriam, page, plan, priya, said, signed_in  # noqa: F401


def text(html):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html))


def test_every_recommendation_stands_with_its_figures_and_its_verdict(miriam, plan):  # noqa: F811
    html = page(miriam, "/improvement/")
    said_ = text(html)
    assert "Children on plans seen often enough, and alone" in said_
    assert "71%" in said_
    assert "86%" in said_
    assert "95%" in said_
    assert re.search(r"Moving\s+at this pace, March 2027", said_)
    assert re.search(r"Held\s+April to September", said_)
    assert re.search(r"Not moved\s+2 of 2 actions not begun", said_)
