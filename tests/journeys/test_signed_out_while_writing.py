"""A sign-in lapses while somebody writes. No word is lost, with JavaScript or without."""

from django.contrib.sessions.models import Session

from goldthread.record.models import Version
from tests.journeys.city import PASSWORD

SAID = "“I want Mum to get up in the morning.” – and then: 50% of the time, she said, it’s “fine”.\nHe drew a dog."


def begins(somebody, children):
    somebody.goes_to(f"/visits/new/?child={children['Kofi']}")
    somebody.answers("Was Kofi seen?", "Seen alone")
    words = somebody.page.get_by_label("What Kofi said or showed")
    words.fill("He was waiting at the window.")
    return words


def signs_in(somebody, username="priya"):
    somebody.looks()
    somebody.page.get_by_label("Name you sign in with").fill(username)
    somebody.page.get_by_label("Password").fill(PASSWORD)
    somebody.presses("Sign in")


def saved(somebody):
    somebody.presses("Save the visit")
    version = Version.objects.get(type="visit", day="2026-11-20")
    somebody.goes_to(f"/entries/{version.entry}/")
    return somebody.reads()


def test_what_is_typed_after_the_sign_in_lapsed_is_kept_and_put_back(city, visit, width):
    priya = visit(city.priya, width)
    words = begins(priya, city.larkfields())
    priya.page.get_by_text("Kept at").wait_for()
    Session.objects.all().delete()
    words.fill(SAID)
    again = priya.page.get_by_role("link", name="sign in again")
    again.wait_for()
    priya.looks()
    again.click()
    signs_in(priya)
    assert priya.page.get_by_label("What Kofi said or showed").input_value() == SAID
    priya.looks()
    assert "He drew a dog." in saved(priya)


def test_without_javascript_a_form_sent_after_the_sign_in_lapsed_comes_back_with_every_word(city, visit):
    priya = visit(city.priya, java_script_enabled=False)
    priya.looks = lambda: None  # the checks themselves need JavaScript; the same pages are looked at above
    words = begins(priya, city.larkfields())
    words.fill(SAID)
    Session.objects.all().delete()
    priya.presses("Save the visit")
    signs_in(priya)
    assert priya.page.get_by_label("What Kofi said or showed").input_value() == SAID
    assert "He drew a dog." in saved(priya)


def test_words_stay_in_the_browser_while_goldthread_cannot_be_reached(city, visit):
    priya = visit(city.priya, 390)
    words = begins(priya, city.larkfields())
    priya.page.get_by_text("Kept at").wait_for()
    priya.window.set_offline(True)
    words.fill(SAID)
    priya.page.get_by_text("Kept in this browser").wait_for()
    priya.window.set_offline(False)
    priya.trouble.clear()  # the browser notes that it was offline
    priya.page.reload()
    priya.page.wait_for_url("**draft=*")
    assert priya.page.get_by_label("What Kofi said or showed").input_value() == SAID
    priya.looks()


def test_what_was_left_half_written_waits_on_today(city, visit):
    priya = visit(city.priya)
    begins(priya, city.larkfields()).fill(SAID)
    priya.presses("Leave it for later")
    assert "It waits here" in priya.reads()
    priya.page.get_by_role("link", name="Visit to Kofi").first.click()
    priya.looks()
    assert priya.page.get_by_label("What Kofi said or showed").input_value() == SAID


def test_a_page_from_before_the_sign_in_is_where_one_comes_back_to(city, visit):
    children = city.larkfields()
    priya = visit(None)
    priya.goes_to(f"/children/{children['Kofi']}/timeline/")
    assert "/accounts/login/" in priya.page.url
    signs_in(priya)
    assert priya.page.url.endswith(f"/children/{children['Kofi']}/timeline/")
    priya.looks()


def test_a_wrong_password_says_what_to_do_and_keeps_the_name(city, visit):
    priya = visit(None, 390)
    priya.goes_to("/")
    priya.page.get_by_label("Name you sign in with").fill("priya")
    priya.page.get_by_label("Password").fill("a long blue scarf")
    priya.presses("Sign in")
    assert priya.page.get_by_label("Name you sign in with").input_value() == "priya"
    assert priya.page.get_by_role("alert").count() == 1
