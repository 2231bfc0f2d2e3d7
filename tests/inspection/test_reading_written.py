"""A reading goes through JSON and back unchanged; anything else is refused."""

import json
from datetime import date

import pytest

from goldthread.inspection.reading import Found, Improvement, Judgement, Reading
from goldthread.inspection.reading.written import NotAReading, read_back, written

WHOLE = Reading(
    "wrenford.pdf",
    authority=Found("Wrenford", 1, "Wrenford “Council”", box=(0.1, 0.2, 0.30000000000000004, 1.0)),
    published=Found(date(2022, 7, 5), 0, "5 July", sure=False, why="from the file’s name"),
    judgements=(Judgement("overall", "Overall", "good", "Good", 2, "Good"),),
    improvements=(Improvement("Plans", 3, "local_authority", number=1, sub_items=("One", "Two"), box=(0.0, 0.0, 1.0, 1.0)),),
    missing=("No inspector.",),
    pages=9,
)


def changed(**told) -> bytes:
    return json.dumps(json.loads(written(WHOLE)) | told).encode()


@pytest.mark.parametrize("reading", [WHOLE, Reading("empty.pdf", problem="It is locked.")])
def test_a_reading_comes_back_as_it_was(reading):
    assert read_back(written(reading)) == reading


def test_a_day_and_words_that_look_like_one_stay_apart():
    told = Reading("a.pdf", published=Found("2022-07-05", 1, ""))
    assert read_back(written(told)).published.value == "2022-07-05"


@pytest.mark.parametrize(
    "sent",
    [
        b"", b"\xff", b"null", b"[]", b"{}", b'{"file": "a.pdf"}', b"[" * 100_000,
        changed(pages="9"), changed(pages=True), changed(pages=None), changed(more=1), changed(file=None), changed(missing="No"), changed(missing=[1]),
        changed(judgements=[{"area": "overall"}]), changed(published={"value": {"day": "2022-02-30"}, "page": 1}), changed(authority="Wrenford"),
        written(WHOLE).replace(b"0.1", b"NaN", 1), written(WHOLE).replace(b"[0.1, ", b"[", 1), written(WHOLE).replace(b'"2022-07-05"', b'"2022-13-05"'),
    ],
)  # fmt: skip
def test_what_is_no_reading_is_refused(sent):
    with pytest.raises(NotAReading):
        read_back(sent)
