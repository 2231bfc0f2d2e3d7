"""Without a mouse, on a phone, and with colours of one's own."""


def focused(page):
    return page.evaluate("document.activeElement.outerHTML")


def tab_until(page, wanted, most=60):
    """Press Tab until the focus is on something of that description."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if page.evaluate("wanted => document.activeElement.matches(wanted)", wanted):
            return
    raise AssertionError(f"{wanted} cannot be reached with the keyboard; the focus is on {focused(page)[:200]}")


def test_the_first_tab_offers_to_skip_to_what_the_page_is_about(city, visit):
    priya = visit(city.priya)
    priya.goes_to("/")
    priya.page.keyboard.press("Tab")
    assert "govuk-skip-link" in focused(priya.page)
    priya.page.keyboard.press("Enter")
    assert priya.page.url.endswith("#main")


def test_a_visit_is_written_with_the_keyboard_alone(city, visit, width):
    children = city.larkfields()
    priya = visit(city.priya, width)
    priya.goes_to(f"/visits/new/?child={children['Kofi']}")
    page = priya.page
    tab_until(page, "[name=day]")
    tab_until(page, "[name=place]")
    page.keyboard.press("Space")
    tab_until(page, "[name^=seen-]")
    page.keyboard.press("Space")
    page.keyboard.press("ArrowRight")
    assert priya.question("Was Kofi seen?").get_by_label("Seen, not alone").is_checked()
    tab_until(page, "[name^=why_not_alone-]")
    page.keyboard.type("His sister stayed.")
    tab_until(page, "button[value=save]")
    page.keyboard.press("Enter")
    page.get_by_text("is saved.").first.wait_for()
    priya.looks()


def test_the_focus_can_be_seen_on_a_choice(city, visit):
    children = city.larkfields()
    priya = visit(city.priya)
    priya.goes_to(f"/visits/new/?child={children['Kofi']}")
    tab_until(priya.page, "[name^=seen-]")
    drawn = "getComputedStyle(document.activeElement.closest('label')).outlineStyle"
    beside = "getComputedStyle(document.activeElement.nextElementSibling || document.activeElement).outlineStyle"
    shadow = "getComputedStyle(document.activeElement.nextElementSibling).boxShadow"
    assert {priya.page.evaluate(drawn), priya.page.evaluate(beside)} != {"none"} or priya.page.evaluate(shadow) != "none"


def test_a_choice_can_be_told_apart_with_forced_colours(city, visit):
    children = city.larkfields()
    priya = visit(city.priya, 390, forced_colors="active")
    priya.page.goto(f"/visits/new/?child={children['Kofi']}")  # axe cannot read colours that the browser forces
    picks = priya.question("Was Kofi seen?")
    before = picks.locator("label").first.screenshot()
    priya.answers("Was Kofi seen?", "Seen alone")
    priya.page.mouse.move(0, 0)
    priya.page.locator("h1").click()
    assert picks.locator("label").first.screenshot() != before


def test_the_phones_menu_leads_to_every_page_of_the_way_round(city, visit):
    city.larkfields()
    priya = visit(city.priya, 390)
    priya.goes_to("/")
    listed = [link.inner_text().split(" (")[0] for link in priya.page.locator(".gt-nav li a").all()]
    priya.page.get_by_text("Menu", exact=True).click()
    assert [link.inner_text().split(" (")[0] for link in priya.page.locator(".gt-menu a").all()][: len(listed)] == listed
    priya.page.locator(".gt-menu").get_by_role("link", name="My children").click()
    priya.page.wait_for_url("**/my-children/")
    priya.looks()
    assert "Kofi" in priya.reads()


def test_nothing_is_smaller_than_a_finger_in_the_three_choices_on_a_phone(city, visit):
    children = city.larkfields()
    priya = visit(city.priya, 390)
    priya.goes_to(f"/visits/new/?child={children['Kofi']}")
    boxes = [label.bounding_box() for label in priya.question("Was Kofi seen?").locator("label").all()]
    assert len({round(box["y"]) for box in boxes}) == 1 and min(box["height"] for box in boxes) >= 44
