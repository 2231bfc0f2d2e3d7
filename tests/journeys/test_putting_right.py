"""A day was written down wrongly: it is put right, and what was known before can still be read."""

from goldthread.record.models import Version


def the_visit(children):
    return Version.objects.filter(type="visit", day="2026-11-12", person__reference=children["Ama"]).get().entry


def corrects(somebody, entry, why="The calendar says the 11th.", **answers):
    """Given the page on which an entry is corrected, filled in."""
    somebody.goes_to(f"/entries/{entry}/correct/")
    for name, words in {**answers, "why": why}.items():
        somebody.page.locator(f"[name={name}]").fill(words)


def test_a_corrected_day_is_shown_with_what_was_known_the_day_before(city, visit):
    children = city.larkfields()
    entry = the_visit(children)
    priya = visit(city.priya)
    corrects(priya, entry, day="11/11/2026")
    priya.presses("Save the correction")
    assert "What it said before stays readable" in priya.reads()
    priya.goes_to(f"/children/{children['Ama']}/timeline/")
    assert "Wed 11 Nov" in days_of_visits(priya) and "Thu 12 Nov" not in days_of_visits(priya)
    as_known_on(priya, "19/11/2026")
    assert "Thu 12 Nov" in days_of_visits(priya) and "Wed 11 Nov" not in days_of_visits(priya)
    assert "1 later correction is undone" in priya.reads("body")
    assert not priya.page.get_by_role("link", name="Record a visit").count()


def days_of_visits(somebody):
    return somebody.page.locator(".gt-line li:has(h3:has-text('Visit')) .gt-line__day b").all_inner_texts()


def as_known_on(somebody, day):
    box = somebody.page.locator("[name=known]")
    if not box.is_visible():
        somebody.page.get_by_text("See this page as known on").click()
    box.fill(day)
    somebody.presses("Show")


def test_the_second_of_two_who_correct_one_entry_is_shown_both_and_loses_nothing(city, visit):
    entry = the_visit(city.larkfields())
    priya, marcus = visit(city.priya), visit(city.marcus)
    corrects(priya, entry, why="Ama told me more.", at_home="The washing machine is broken.")
    corrects(marcus, entry, why="I was there too.", at_home="The cousin was there as well.")
    marcus.presses("Save the correction")
    priya.presses("Save the correction")
    assert "Somebody else changed this while you were writing" in priya.reads("h1")
    assert "The cousin was there as well." in priya.reads() and "The washing machine is broken." in priya.reads()
    priya.page.get_by_text("Put them together").first.click()
    priya.presses("Save these answers")
    stands = priya.reads()
    assert "The cousin was there as well." in stands and "The washing machine is broken." in stands
    assert Version.objects.filter(entry=entry).count() == 3
