"""What still waits at half past five is answered from Today in one step, on a phone as at a desk."""

from datetime import UTC, date, datetime

from goldthread.record.models import Person
from tests.journeys.city import TODAY


def about_kofi(city, kind, day, values):
    reference = city.larkfields()["Kofi"]
    with city.acts(TODAY) as act:
        return act.write(Person.objects.get(reference=reference).pk, kind, day, values)


def test_somebody_who_waits_for_an_answer_is_answered_from_today(city, visit, width):
    by = datetime(2026, 11, 20, 18, 5, tzinfo=UTC)
    about_kofi(city, "warning", TODAY, {"raised_by": "Grace Oatridge", "works_for": "health visitor", "said": "Please see him.", "answer_by": by})
    priya = visit(city.priya, width)
    priya.goes_to("/today/")
    priya.follows("Answer Grace")
    assert "Answer Grace Oatridge about Kofi" in priya.reads() and "“Please see him.”" in priya.reads()
    priya.presses("Save the answer")
    assert "Write what you answer" in priya.reads()
    priya.page.locator("[name=answer]").fill("I will see him tonight.")
    priya.presses("Save the answer")
    assert "ring or write to Grace yourself" in priya.reads()
    priya.goes_to("/today/")
    assert "is waiting for your answer" not in priya.reads()


def test_one_fact_is_said_from_today_without_the_rest_of_the_visit(city, visit, width):
    entry = about_kofi(city, "visit", date(2026, 11, 18), {"made": True, "child_seen": True})
    priya = visit(city.priya, width)
    priya.goes_to(f"/entries/{entry}/correct/?ask=seen_alone")
    assert "Was Kofi seen alone on Wednesday 18 November?" in priya.reads() and not priya.page.locator("[name=said]").is_visible()
    priya.answers("Was Kofi seen alone on Wednesday 18 November?", "No")
    assert priya.page.locator("[name=why_not_alone]").is_visible()
    priya.presses("Save")
    assert "Visit of Kofi saved." in priya.reads()


def test_an_assessment_is_finished_from_today(city, visit, width):
    entry = about_kofi(city, "assessment", date(2026, 10, 5), {"kind": "single"})
    priya = visit(city.priya, width)
    priya.goes_to(f"/entries/{entry}/correct/?finish=1")
    assert "Finish the assessment of Kofi" in priya.reads() and not priya.page.locator("[name=factors]").first.is_visible()
    priya.page.locator("[name=found]").fill("Mornings are hard.")
    priya.presses("Save")
    assert "Assessment of Kofi saved." in priya.reads()
