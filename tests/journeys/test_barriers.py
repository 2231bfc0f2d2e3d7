"""The checks that every journey makes find what stands in somebody's way, also folded away, and on grounds met before."""

import pytest

from tests.journeys import barriers
from tests.journeys.browsing import SIZES

PAGE = "<!DOCTYPE html><html lang='en'><head><title>Kofi</title></head><body><main><h1>Kofi</h1><p>Seen on Thursday.</p>{}</main></body></html>"
FOLDED = "<details><summary>More of it</summary>{}</details>"


@pytest.fixture
def found(browser, monkeypatch):
    """What is found on a page of this content, at 390 pixels; nothing has been looked at before."""
    monkeypatch.setattr(barriers, "CLEAN", set())
    monkeypatch.setattr(barriers, "TOLD_APART", set())
    window = browser.new_context(viewport=SIZES[390])
    page = window.new_page()

    def of(content):
        page.set_content(PAGE.format(content))
        return "\n".join(barriers.barriers(page, 390))

    yield of
    window.close()


def test_a_page_without_a_barrier_has_none(found):
    assert found("<p>At home, alone.</p>") == ""


@pytest.mark.parametrize("content", ["{}", FOLDED], ids=["open", "folded away"])
def test_words_that_can_hardly_be_told_from_their_ground_are_found(found, content):
    assert "color-contrast" in found(content.format('<p style="color: #aaa">At home, alone.</p>'))


def test_colours_that_were_told_apart_are_asked_again_on_another_ground(found):
    assert found("<p>At home, alone.</p>") == ""
    assert "color-contrast" in found('<div style="background: #444"><p>At home, alone.</p></div>')
    assert "color-contrast" in found('<div style="background: #444; color: #fff"><div style="background: #eee"><p>At home.</p></div></div>')


def test_a_look_is_asked_about_once_and_a_bad_one_every_time(found):
    assert found("<p>At home, alone.</p>") == found("<section><p>At school, alone.</p></section>") == ""
    known = set(barriers.TOLD_APART)
    assert known and all("rgb(0, 0, 0)" in look for look in known)
    for words in ("At home", "At school"):
        assert "color-contrast" in found(f'<p style="color: #bbb">{words}, alone.</p>')
    assert known == barriers.TOLD_APART


def test_a_picture_without_words_and_a_button_too_small_for_a_finger_are_found_where_they_are_folded_away(found):
    said = found(FOLDED.format('<img src="data:,"><button style="font-size: 8px; padding: 0; border: 0">a</button><button style="font-size: 8px; padding: 0; border: 0">b</button>'))
    assert "image-alt" in said and "target-size" in said


def test_what_is_wider_than_the_window_once_it_is_opened_is_found(found):
    assert "pixels too wide" in found(FOLDED.format('<div style="width: 600px">At home, alone.</div>'))


def test_rows_of_one_shape_are_asked_about_three_times_and_one_unlike_them_is_found_wherever_it_stands(found):
    row = '<li><img src="data:," alt="Kofi"> Seen</li>'
    assert found(f"<ul>{row * 6}</ul>") == ""
    assert found(f"<ul>{row * 9}</ul>") == "" and len(barriers.CLEAN) == 1
    unlike = row.replace(' alt="Kofi"', "")
    assert "image-alt" in found(f"<ul>{row * 6}{unlike}{row}</ul>")


def test_a_field_whose_label_points_nowhere_is_found_beside_many_whose_labels_do_not(found):
    fields = "".join(f'<p><label for="f{n}">Day</label> <input id="f{n}"></p>' for n in range(6))
    assert found(fields) == ""
    assert "label" in found(fields + '<p><label for="f7">Day</label> <input id="f9"></p>')
