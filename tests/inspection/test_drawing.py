"""Pages are drawn in a program of their own: one that takes for ever or breaks it stops nothing else."""

import subprocess

import pytest

from goldthread.inspection import drawing
from goldthread.inspection.reading import page_picture
from tests.inspection.held import pdf


def test_a_page_is_drawn_as_it_would_be_here():
    assert drawing.page_picture(pdf(), 2, 400) == page_picture(pdf(), 2, 400)


@pytest.mark.parametrize("data, page", [(pdf(), 4), (pdf(), 0), (b"no pdf", 1), (pdf()[:200], 1)])
def test_what_cannot_be_drawn_is_said(data, page):
    with pytest.raises(ValueError, match=f"Page {page} cannot be drawn."):
        drawing.page_picture(data, page, 400)


def test_a_page_that_takes_for_ever_is_given_up(monkeypatch):
    monkeypatch.setattr(drawing, "SECONDS", 0.01)
    with pytest.raises(ValueError, match="cannot be drawn") as given_up:
        drawing.page_picture(pdf(), 1, 400)
    assert isinstance(given_up.value.__cause__, subprocess.TimeoutExpired)


def test_what_is_no_picture_is_never_shown_as_one(monkeypatch):
    monkeypatch.setattr(drawing, "in_program", lambda *given, **more: b"<script>")
    with pytest.raises(ValueError, match="Page 1 cannot be drawn."):
        drawing.page_picture(pdf(), 1, 400)
