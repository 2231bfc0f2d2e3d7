"""A social worker comes back from one house with three children in it."""

from goldthread.record.models import Version

FORM = "/visits/new/?child={Kofi}&child={Ama}&child={Esi}"


def written_up(somebody, children):
    """Given the visit form of three children, filled in: Kofi alone, Ama not alone, Esi not seen."""
    somebody.goes_to(FORM.format(**children))
    somebody.answers("When were you there?", "Today")
    somebody.page.get_by_label("At about").fill("4:15pm")
    somebody.answers("Where?", "At home")
    somebody.answers("Was Kofi seen?", "Seen alone")
    somebody.page.get_by_label("What Kofi said or showed").fill("“She’s up before me now. I do the toast.”")
    somebody.answers("Was Ama seen?", "Seen, not alone")
    somebody.page.get_by_label("Why not alone?").locator("visible=true").fill("Her cousin was in the room.")
    somebody.answers("Was Esi seen?", "Not seen")
    somebody.page.get_by_label("Why not, and where is Esi?").fill("With her grandmother until Sunday.")


def beside(somebody, child):
    """What the form says that saving will do for one child."""
    return " ".join(somebody.page.locator(f"section:has(h3:has-text('{child}')) .gt-sib__if").inner_text().split())


def test_one_visit_for_three_children_gives_three_next_days(city, visit, width):
    children = city.larkfields()
    priya = visit(city.priya, width)
    written_up(priya, children)
    priya.page.get_by_text("Kofi’s visit is met").wait_for()
    for name, day in {"Kofi": "Friday 4 December", "Esi": "Thursday 26 November"}.items():
        priya.page.locator(f"section:has(h3:has-text('{name}')) .gt-sib__if", has_text=day).wait_for()
    said = {name: beside(priya, name) for name in children}
    assert "Friday 4 December" in said["Kofi"] and "Thursday 26 November" in said["Esi"]
    assert len(set(said.values())) == 3, said
    priya.looks()
    priya.presses("Save the visit")
    assert "The visit to Kofi, Ama and Esi is saved." in priya.reads()
    written = Version.objects.filter(type="visit", day="2026-11-20")
    assert written.count() == 3 and written.values("together").distinct().count() == 1


def test_the_child_who_was_not_seen_is_still_to_be_seen(city, visit):
    children = city.larkfields()
    priya = visit(city.priya)
    written_up(priya, children)
    priya.presses("Save the visit")
    priya.goes_to("/")
    assert "See Kofi" not in priya.reads("#overdue, .gt-duties")
    for name, day in {"Kofi": "Friday 4 December", "Esi": "Thursday 26 November"}.items():
        priya.goes_to(f"/children/{children[name]}/")
        assert day in priya.reads()
