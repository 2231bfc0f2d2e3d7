"""The forms as a person meets them in a real browser: by keyboard, in forced colours, without a script, without a network."""

import re
import time

import pytest
from django.contrib.sessions.models import Session
from django.test import Client
from playwright.sync_api import expect

from goldthread.record.models import Version
from goldthread.web.drafts.models import Draft
from tests.journeys.barriers import barriers
from tests.journeys.browsing import CHROMIUM, PATIENCE, WITHOUT, chromium
from tests.web import family
from tests.web.family import NOW

pytestmark = [
    pytest.mark.browser, pytest.mark.django_db(transaction=True), pytest.mark.skipif(CHROMIUM is None, reason=WITHOUT),
]  # fmt: skip
WIDE, NARROW = {"width": 1280, "height": 900}, {"width": 390, "height": 800}
LARKFIELDS = "/visits/new/?child=LK-KOFI&child=LK-AMA&child=LK-ESI"
expect.set_options(timeout=30_000)
PASSWORD = "a long enough phrase"


@pytest.fixture(scope="module")
def browser():
    with chromium() as opened:
        yield opened


@pytest.fixture
def office(settings, transactional_db):
    settings.GOLDTHREAD_NOW = "2026-11-20T17:34:07"
    return family.office()


@pytest.fixture
def children(office):
    return family.larkfields(office["priya"])


@pytest.fixture
def browse(browser, live_server):
    """Opens a page as a worker. `size` is WIDE or NARROW."""
    contexts = []

    def as_worker(worker, size=WIDE, **more):
        client = Client()
        client.force_login(worker)
        context = browser.new_context(viewport=size, base_url=live_server.url, locale="en-GB", **more)
        context.set_default_timeout(PATIENCE)
        context.add_cookies([{"name": "sessionid", "value": client.cookies["sessionid"].value, "url": live_server.url}])
        contexts.append(context)
        return context.new_page()

    yield as_worker
    for context in contexts:
        _leave_quietly(context)


def _leave_quietly(context):
    """Close the windows without the words they would send on the way out, which would meet the next test's empty database."""
    for page in context.pages:
        page.goto("about:blank")
    time.sleep(0.3)
    context.close()


def child_named(page, name):
    return page.locator(".gt-sib", has=page.get_by_role("heading", name=re.compile(f"^{name}")))


def fill_in(page):
    """Kofi alone, Ama not alone, Esi not seen; Ama's bedroom is left open."""
    page.get_by_role("radio", name=re.compile("^At home")).check()
    page.get_by_role("group", name="Did they know you were coming?").get_by_label("Yes").check()
    kofi, ama, esi = (child_named(page, name) for name in ("Kofi", "Ama", "Esi"))
    kofi.get_by_label("Seen alone").check()
    kofi.get_by_label("What Kofi said or showed").fill("She’s up before me now.")
    kofi.get_by_role("group", name="Bedroom seen?").get_by_label("Yes").check()
    ama.get_by_label("Seen, not alone").check()
    ama.get_by_label("Why not alone?").fill("Cousin was in the room")
    ama.get_by_label("What Ama said or showed").fill("Excited about her birthday.")
    esi.get_by_label("Not seen").check()
    esi.get_by_label("Why not, and where is Esi?").fill("With her grandmother")


def check_axe(page):
    """No violations on the page and its opened parts."""
    assert barriers(page, page.viewport_size["width"]) == []


# Words that cannot be sent


def test_words_stay_in_the_browser_while_the_server_cannot_be_reached_and_come_back(browse, office, children):
    page = browse(office["priya"])
    page.goto("/visits/new/?child=LK-KOFI")
    page.route("**/drafts/keep/", lambda route: route.abort())
    page.get_by_label("What was it like?").fill("Written in a lift.")
    expect(page.locator("[data-gt-kept]")).to_contain_text("Kept in this browser")
    page.unroute("**/drafts/keep/")
    page.goto("/visits/new/?child=LK-KOFI")
    page.wait_for_url("**/visits/new/?draft=*")
    expect(page.get_by_label("What was it like?")).to_have_value("Written in a lift.")
    assert page.evaluate("localStorage.length") == 0 and Draft.objects.count() == 1


def test_what_was_typed_last_is_kept_when_the_page_is_closed_at_once(browse, office, children):
    page = browse(office["priya"])
    page.goto("/visits/new/?child=LK-KOFI")
    page.get_by_label("What was it like?").fill("The bell rang.")
    page.goto("/visits/new/")
    page.wait_for_timeout(500)
    assert Draft.objects.get().body["at_home"] == ["The bell rang."]


def test_pressing_save_twice_quickly_writes_once(browse, office, children):
    page = browse(office["priya"])
    page.goto("/visits/new/?child=LK-KOFI")
    page.get_by_label("Seen alone").check()
    page.get_by_role("button", name="Save the visit").dblclick()
    expect(page.locator(".moj-alert").first).to_be_visible()  # the second press, where it comes after the first was answered, says so beside it
    assert Version.objects.filter(type="visit", day=NOW.date()).count() == 1


def test_whoever_may_be_meant_appears_while_the_name_is_typed(browse, office, children):
    page = browse(office["carys"])
    page.goto("/contacts/new/")
    page.get_by_label("First name, as it was said").press_sequentially("Kofy")
    page.get_by_label("Last name").press_sequentially("Larkfeild")
    match = page.locator(".gt-match", has_text="Kofi Larkfield")
    expect(match).to_be_visible()
    match.get_by_label("Yes, this is the child").check()
    expect(page.locator("#if-it-is")).to_contain_text("You should know of Kofi")
    expect(page.get_by_label("Last name")).to_have_value("Larkfeild")


# By keyboard, in forced colours, without a script


def test_choices_can_be_made_with_the_keyboard_alone(browse, office, children):
    page = browse(office["priya"])
    page.goto("/visits/new/?child=LK-KOFI")
    page.get_by_label("Seen alone").focus()
    page.keyboard.press("Space")
    expect(page.get_by_label("Seen alone")).to_be_checked()
    page.keyboard.press("ArrowRight")
    expect(page.get_by_label("Seen, not alone")).to_be_checked()
    expect(page.get_by_label("Why not alone?")).to_be_visible()
    page.keyboard.press("Tab")
    expect(page.get_by_label("Why not alone?")).to_be_focused()
    shadow = "getComputedStyle(document.querySelector('input[value=with]').nextElementSibling).outlineStyle"
    page.keyboard.press("Shift+Tab")
    assert page.evaluate(shadow) == "solid"


def test_enter_in_a_line_saves_and_does_not_press_another_button(browse, office, children):
    page = browse(office["priya"])
    page.goto("/visits/new/?child=LK-KOFI")
    page.get_by_label("Seen alone").check()
    page.get_by_label("At about").fill("4pm")
    page.keyboard.press("Enter")
    expect(page.locator(".moj-alert")).to_contain_text("is saved")


def test_nothing_reached_with_the_keyboard_is_hidden_behind_the_bar(browse, office, children):
    page = browse(office["priya"], NARROW)
    page.goto(LARKFIELDS)
    bar = "document.querySelector('.gt-savebar').getBoundingClientRect().top"
    for _ in range(40):
        page.keyboard.press("Tab")
        place = page.evaluate(f"(() => {{ const e = document.activeElement, r = e.getBoundingClientRect(); return [r.top < {bar} || e.closest('.gt-savebar') !== null || e.closest('footer') !== null, e.outerHTML.slice(0, 90)]; }})()")
        assert place[0], place[1]


def test_a_choice_can_be_seen_in_forced_colours(browse, office, children):
    page = browse(office["priya"], forced_colors="active")
    page.goto("/visits/new/?child=LK-KOFI")
    page.get_by_label("Seen alone").check()
    style = "getComputedStyle(document.querySelector('input[value=alone]:checked + span')).outlineStyle"
    assert page.evaluate(style) == "solid"


def test_a_question_waits_for_its_answer_and_stays_once_something_is_written_in_it(browse, office, children):
    page = browse(office["priya"])
    page.goto("/visits/new/?child=LK-KOFI")
    why = page.get_by_label("Why not alone?")
    expect(why).to_be_hidden()
    page.get_by_label("Seen, not alone").check()
    why.fill("His cousin was there")
    page.get_by_label("Seen alone").check()
    expect(why).to_be_visible()
    why.fill("")
    expect(why).to_be_hidden()


def test_the_whole_visit_can_be_written_without_a_script(browse, office, children):
    page = browse(office["priya"], java_script_enabled=False)
    page.goto(LARKFIELDS)
    fill_in(page)
    page.get_by_role("button", name="Work it out with what I have written").click()
    expect(child_named(page, "Ama")).to_contain_text("and alone by Thursday 3 December")
    page.get_by_label("At about").fill("tea time")
    page.get_by_role("button", name="Save the visit").click()
    expect(page.locator(".govuk-error-summary")).to_contain_text("“tea time” is not a time we can read")
    page.get_by_label("At about").fill("4:15pm")
    page.get_by_role("button", name="Save the visit").click()
    expect(page.locator(".moj-alert")).to_contain_text("Ama’s visit is met")


def test_a_sign_in_that_lapses_loses_no_word_without_a_script(browse, office, children):
    office["priya"].set_password(PASSWORD)
    office["priya"].save()
    page = browse(office["priya"], java_script_enabled=False)
    page.goto(LARKFIELDS)
    fill_in(page)
    Session.objects.all().delete()
    page.get_by_role("button", name="Save the visit").click()
    page.get_by_label("Name you sign in with").fill("priya")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in", exact=True).click()
    expect(page.get_by_label("Why not alone?").nth(1)).to_have_value("Cousin was in the room")


# Each page, wide and narrow


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
@pytest.mark.parametrize(
    ("who", "address"),
    [
        ("priya", LARKFIELDS), ("priya", "/visits/new/"), ("priya", "/notes/new/?child=LK-KOFI&child=LK-AMA"), ("ngozi", "/visits/new/?child=LK-AMA"),
        ("carys", "/contacts/new/?name=Kofi%20Larkfield"), ("carys", "/search/?q=Larkfeild"), ("carys", "/search/?q=Zebedee"), ("carys", "/search/"),
        ("ana", "/load/"),
    ],
)  # fmt: skip
def test_a_page_and_its_opened_parts_have_no_barrier_and_nothing_scrolls_sideways(browse, office, children, who, address, size):
    page = browse(office[who], size)
    page.goto(address)
    check_axe(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= size["width"]


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
def test_a_form_with_something_to_put_right_has_no_barrier(browse, office, children, size):
    page = browse(office["carys"], size)
    page.goto("/contacts/new/?name=Kofi%20Larkfield")
    page.get_by_label("It becomes a referral").check()
    page.get_by_label("At about").fill("tea time")
    page.get_by_role("button", name="Save the call").click()
    expect(page.locator(".govuk-error-summary")).to_be_focused()
    check_axe(page)


def test_pages_run_nothing_that_the_policy_forbids(browse, office, children):
    page, said = browse(office["priya"]), []
    page.on("console", lambda message: said.append(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(LARKFIELDS)
    fill_in(page)
    page.wait_for_timeout(1200)
    assert said == []
